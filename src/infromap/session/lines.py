"""Traced lines are kept: whoever opens the project has neither the network nor the server at hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shapely import LineString, get_coordinates

from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import Traced, Waypoint
from infromap.route import Course
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature
    from infromap.session.members import Members

_DECIMALS = 7  # of a degree: a centimetre


@dataclass(frozen=True, kw_only=True, eq=False)
class KeptLine:
    """One traced line and the stops that it was traced through."""

    project: str  # its name, for people
    kind: Kind
    stops: tuple[tuple[float, float], ...]  # lon, lat in degrees, rounded
    line: LineString  # lon, lat in degrees
    traced: Traced


class KeptTracer:
    """Gives kept lines back: a project that still has the same stops has its line."""

    def __init__(self, lines: Iterable[KeptLine]) -> None:
        """Take the lines of a file."""
        self._lines = {(line.kind, line.stops): line for line in lines}
        self._used: set[tuple[Kind, tuple[tuple[float, float], ...]]] = set()

    def trace(self, stops: Sequence[Waypoint], kind: Kind) -> Course | None:
        """Return the line that was kept for these very stops."""
        key = (kind, _rounded((stop.point.x, stop.point.y) for stop in stops))
        kept = self._lines.get(key)
        if kept is None:
            return None
        self._used.add(key)
        return Course(line=kept.line, traced=kept.traced)

    def notices(self) -> list[Saying]:
        """Return what a reader should know: lines that no project has asked for."""
        return [
            Saying(
                "{project}: the project file keeps a line for it, traced over {source}, "
                "which does not fit the places as they are read now; it is not drawn.",
                project=line.project,
                source=line.traced.source.name,
            )
            for key, line in self._lines.items()
            if key not in self._used
        ]


def lines_of(features: Iterable["Feature"]) -> list[KeptLine]:
    """Return the traced lines of a map."""
    return [
        KeptLine(
            project=feature.name,
            kind=feature.kind,
            stops=_rounded((stop.point.x, stop.point.y) for stop in feature.waypoints),
            line=feature.geometry,
            traced=feature.traced,
        )
        for feature in features
        if feature.traced and isinstance(feature.geometry, LineString)
    ]


def each_once(lines: Iterable[KeptLine]) -> list[KeptLine]:
    """Return one line for each kind and stops: the last."""
    return list({(line.kind, line.stops): line for line in lines}.values())


def line_to_json(line: KeptLine) -> dict[str, Any]:
    """Return a line as a member of the project file."""
    return {
        "project": line.project,
        "kind": line.kind.value,
        "stops": [list(stop) for stop in line.stops],
        "coordinates": [list(each) for each in _rounded(get_coordinates(line.line).tolist())],
        "source": _source_to_json(line.traced.source),
        "credit": _source_to_json(line.traced.credit),
    }


def line_from_json(members: "Members") -> KeptLine:
    """Read a line; ProjectFileError if something of it is missing or of another type."""
    return KeptLine(
        project=members.text("project"),
        kind=members.choice("kind", list(Kind)),
        stops=_rounded(members.positions("stops", least=2)),
        line=LineString(members.positions("coordinates", least=2)),
        traced=Traced(source=_source(members.object("source")), credit=_source(members.object("credit"))),
    )


def _rounded(points: Iterable[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(lon), _DECIMALS), round(float(lat), _DECIMALS)) for lon, lat in points)


def _source_to_json(source: Source) -> dict[str, str | None]:
    return {"name": source.name, "url": source.url, "date": source.date}


def _source(members: "Members") -> Source:
    return Source(name=members.text("name"), url=members.text_or_none("url"), date=members.text_or_none("date"))
