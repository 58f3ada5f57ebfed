"""Tracers that follow a network: files at hand, lines of a GIS layer; several are tried in turn."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infromap.errors import InfromapError, NetworkError, RouteError
from infromap.model.provenance import Source
from infromap.model.route import Traced, Waypoint
from infromap.route.classes import Mode, mode_of_kind
from infromap.route.course import Course, Tracer
from infromap.route.extras import import_extra
from infromap.route.follow import follow_layer
from infromap.route.gis import lines_to_layers
from infromap.route.network_file import NetworkCard, read_card, read_layer
from infromap.route.snap import snap_limit_km
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    from shapely import LineString

    from infromap.model.place import Bounds
    from infromap.model.project import Kind
    from infromap.route.layer import Layer

_KM_OF_DEGREE = 111.0


class FirstOf:
    """Asks several tracers in turn and takes the first course."""

    def __init__(self, tracers: Sequence[Tracer]) -> None:
        self._tracers = tuple(tracers)

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Return the first course; if there is none and some tracer says why, raise that."""
        reasons = []
        for tracer in self._tracers:
            try:
                course = tracer.trace(stops, kind)
            except InfromapError as error:
                reasons.append(error.saying)
            else:
                if course is not None:
                    return course
        if reasons:
            raise RouteError(in_turn(dict.fromkeys(reasons), "; "))
        return None


class Remembering:
    """Asks a tracer once about the same stops: who takes a correction back and makes it again waits only once."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._known: dict[tuple[Kind, tuple[tuple[float, float], ...]], Course | InfromapError | None] = {}

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Return what the tracer said, or raise what it raised."""
        key = (kind, tuple((stop.point.x, stop.point.y) for stop in stops))
        if key not in self._known:
            try:
                self._known[key] = self._tracer.trace(stops, kind)
            except InfromapError as error:
                self._known[key] = error
        answer = self._known[key]
        if isinstance(answer, InfromapError):
            raise answer
        return answer


class WhileAllowed:
    """Asks a tracer that needs the network only while the network may be asked."""

    def __init__(self, tracer: Tracer, is_allowed: Callable[[], bool]) -> None:
        self._tracer, self._is_allowed = tracer, is_allowed

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Return what the tracer says; nothing where it may not be asked."""
        return self._tracer.trace(stops, kind) if self._is_allowed() else None


class LayerTracer:
    """Follows the lines of a GIS layer."""

    def __init__(self, layers: dict[Mode, "Layer"], source: Source) -> None:
        self._layers, self._source = layers, source

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Follow the lines of the mode that fits the kind."""
        mode = mode_of_kind(kind)
        layer = self._layers.get(mode) if mode else None
        if mode is None or layer is None:
            return None
        line = follow_layer(layer, stops, mode, where=self._source.name)
        return Course(line=line, traced=Traced(source=self._source, credit=self._source))


def trace_lines(
    lines: Sequence["LineString"],
    attributes: Sequence[Mapping[str, str]],
    *,
    mode: str | None,
    name: str,
    date: str | None,
) -> LayerTracer:
    """Return a tracer that follows the lines of a GIS layer; see ``lines_to_layers``.

    Raises
    ------
    NetworkError
        If it is not clear what the lines are.
    MissingExtraError
        If ``rustworkx`` is not installed.
    """
    import_extra("rustworkx", purpose=Saying("tracing over the lines of a GIS file"))
    layers = lines_to_layers(lines, attributes, mode=Mode(mode) if mode else None, name=name)
    return LayerTracer(layers, Source(name=name, date=date))


class NetworkTracer:
    """Follows the networks of a folder; each is read when a project first needs it, and kept."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._cards: dict[Path, NetworkCard] = {}
        self._layers: dict[tuple[Path, Mode], Layer | None] = {}

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Follow the network that reaches most of the stops; of several, the first that joins them all."""
        mode = mode_of_kind(kind)
        if mode is None:
            return None
        return FirstOf([_OneNetwork(self, path, mode) for path in self._near(stops, mode)]).trace(stops, kind)

    def course(self, path: Path, stops: Sequence[Waypoint], mode: Mode) -> Course | None:
        """Follow one network."""
        if (path, mode) not in self._layers:
            self._layers[path, mode] = read_layer(path, mode)
        layer, card = self._layers[path, mode], self._card(path)
        if layer is None:
            return None
        line = follow_layer(layer, stops, mode, where=Saying("network {name}", name=card.name))
        source = Source(
            name=Saying("network {name}, from {source}", name=card.name, source=card.source), date=card.date
        )
        credit = Source(name=f"{card.attribution} ({card.license})", url=card.url, date=card.date)
        return Course(line=line, traced=Traced(source=source, credit=credit))

    def _card(self, path: Path) -> NetworkCard:
        if path not in self._cards:
            self._cards[path] = read_card(path)
        return self._cards[path]

    def _near(self, stops: Sequence[Waypoint], mode: Mode) -> list[Path]:
        """Return the networks that reach at least one of the stops, those that reach most of them first."""
        reached = {path: self._count_near(path, stops, mode) for path in self._files}
        return sorted((path for path in self._files if reached[path]), key=lambda path: -reached[path])

    def _count_near(self, path: Path, stops: Sequence[Waypoint], mode: Mode) -> int:
        try:
            box = self._card(path).box(mode)
        except NetworkError:
            return 1  # it is tried, and its error told if no other network helps
        return sum(_is_near(stop, box) for stop in stops) if box else 0


class _OneNetwork:
    def __init__(self, networks: NetworkTracer, path: Path, mode: Mode) -> None:
        self._networks, self._path, self._mode = networks, path, mode

    def trace(self, stops: Sequence[Waypoint], _kind: "Kind") -> Course | None:
        return self._networks.course(self._path, stops, self._mode)


def _is_near(stop: Waypoint, box: "Bounds") -> bool:
    pad = 2 * snap_limit_km(stop.accuracy_km) / _KM_OF_DEGREE
    x, y = float(stop.point.x), float(stop.point.y)
    return box.west - pad <= x <= box.east + pad and box.south - pad <= y <= box.north + pad
