"""A routing server on the network: it is asked for the way through all stops, and its answer is checked."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from shapely import LineString

from infromap.errors import RouteError, reason_of
from infromap.model.provenance import Source
from infromap.model.route import Traced, Waypoint
from infromap.route.classes import Mode, mode_of_kind
from infromap.route.course import Course
from infromap.route.extras import import_extra
from infromap.route.follow import refuse_detour
from infromap.route.near import gap_km
from infromap.route.snap import snap_limit_km
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.project import Kind

ENGINES = ("osrm", "valhalla", "ors")
_NAMES = {"osrm": "OSRM", "valhalla": "Valhalla", "ors": "openrouteservice"}
_CREDIT = Source(name="© OpenStreetMap contributors (ODbL)", url="https://www.openstreetmap.org/copyright")
_DEADLINE_S = 30.0  # of one answer, however slowly it drips
_PAUSE_S = 1.0  # between two requests
_VALHALLA_FERRIES = (28, 29)  # maneuver types: on to a ferry, off it


class ServerTracer:
    """Asks one server for the course of roads.

    Parameters
    ----------
    engine
        One of ``ENGINES``.
    address
        http or https, of the server's root.
    user_agent
        Says who asks.
    key
        For openrouteservice's own server.
    deadline_s
        How long to wait for an answer, in seconds.

    Raises
    ------
    RouteError
        If the address is none.
    MissingExtraError
        If ``routingpy`` is not installed.
    """

    def __init__(
        self, engine: str, address: str, *, user_agent: str, key: str | None = None, deadline_s: float = _DEADLINE_S
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RouteError(
                "{address!r} is no address of a server; it begins with http:// or https://", address=address
            )
        self._routing = import_extra("routingpy", purpose=Saying("asking a routing server"))
        self._engine, self._address, self._key = engine, address.rstrip("/"), key
        self._agent, self._deadline_s = user_agent, deadline_s
        self._name = Saying("{engine} at {host}", engine=_NAMES[engine], host=parts.hostname)
        self._asked = -_PAUSE_S

    def trace(self, stops: Sequence[Waypoint], kind: "Kind") -> Course | None:
        """Ask for the way through the stops; only roads are asked for."""
        leg = f"{stops[0].name}–{stops[-1].name}"
        mode = mode_of_kind(kind)
        if mode in (Mode.RAILWAYS, Mode.METRO):
            raise RouteError(
                "{leg}: {server} knows roads only, so it was not asked for a {kind}",
                leg=leg,
                server=self._name,
                kind=Saying(kind.value),
            )
        if mode is not Mode.ROADS:
            return None
        points = self._checked(self._ask(stops, leg), stops, leg)
        source = Source(name=self._name, url=self._address, date=datetime.now(tz=UTC).date().isoformat())
        return Course(line=points, traced=Traced(source=source, credit=_CREDIT))

    def _ask(self, stops: Sequence[Waypoint], leg: str) -> Any:
        time.sleep(max(0.0, self._asked + _PAUSE_S - time.monotonic()))
        self._asked = time.monotonic()
        places = [[stop.point.x, stop.point.y] for stop in stops]
        errors = _errors(self._routing)
        try:
            return _within(self._deadline_s, lambda: _ENGINES[self._engine](self._client(), places))
        except errors as error:
            raise RouteError(
                "{leg}: {server} gave no way: {reason}", leg=leg, server=self._name, reason=_reason(error)
            ) from error

    def _client(self) -> Any:
        options: dict[str, Any] = {"base_url": self._address, "user_agent": self._agent, "timeout": self._deadline_s}
        options["client"] = type("Client", (self._routing.client_default.Client,), {"_request": _request_once})
        match self._engine:
            case "osrm":
                return self._routing.OSRM(**options)
            case "valhalla":
                return self._routing.Valhalla(**options)
            case _:
                return self._routing.ORS(api_key=self._key or "", **options)

    def _checked(self, points: Any, stops: Sequence[Waypoint], leg: str) -> LineString:
        """Return the answer as a line; the server may have moved a stop, or answered nonsense."""
        try:
            places = np.array(points, dtype=float)[:, :2]
            is_sound = len(places) > 1 and bool((np.abs(places) <= (180.0, 90.0)).all())
        except (TypeError, ValueError, IndexError):
            is_sound = False
        if not is_sound:
            raise RouteError(
                "{leg}: {server} gave no way: {reason}",
                leg=leg,
                server=self._name,
                reason=Saying("its answer is no line"),
            )
        line = LineString(places)
        for stop in stops:
            offset_km = gap_km(line, stop.point)
            if offset_km > snap_limit_km(stop.accuracy_km):
                raise RouteError(
                    "{leg}: the road that {server} gives passes {stop} {offset_km:,.0f} km off",
                    leg=leg,
                    server=self._name,
                    stop=stop.name,
                    offset_km=offset_km,
                )
        refuse_detour(line, stops, self._name)
        return line


def _request_once(client: Any, url: str, get_params: Any = (), post_params: Any = None, **_ignored: object) -> Any:
    """Send one request for routingpy's client, whose own method tries again for long, warns of it, and is led on."""
    address = client.base_url + client._generate_auth_url(url, get_params)
    method = "GET" if post_params is None else "POST"
    answer = client._session.request(
        method, address, json=post_params, headers=client.headers, timeout=client.timeout, allow_redirects=False
    )
    if answer.is_redirect:  # the stops are for the server that the user named, and for no other
        raise ValueError(Saying("it is at {address}", address=str(answer.headers.get("Location"))[:80]))
    return client._get_body(answer)


def _osrm(client: Any, places: list[list[float]]) -> Any:
    way = client.directions(places, profile="driving", geometries="geojson", overview="full", steps=True)
    legs = way.raw["routes"][0]["legs"]
    if any(step.get("mode") == "ferry" for leg in legs for step in leg["steps"]):
        raise ValueError(Saying("its way takes a ferry"))
    return way.geometry


def _valhalla(client: Any, places: list[list[float]]) -> Any:
    way = client.directions(places, profile="auto", options={"use_ferry": 0}, directions_type="maneuvers")
    turns = [turn for leg in way.raw["trip"]["legs"] for turn in leg.get("maneuvers", ())]
    if any(turn.get("type") in _VALHALLA_FERRIES for turn in turns):
        raise ValueError(Saying("its way takes a ferry"))
    return way.geometry


def _ors(client: Any, places: list[list[float]]) -> Any:
    way = client.directions(places, profile="driving-car", format="geojson", options={"avoid_features": ["ferries"]})
    return way.geometry


_ENGINES: dict[str, Callable[[Any, list[list[float]]], Any]] = {"osrm": _osrm, "valhalla": _valhalla, "ors": _ors}


def _errors(routing: ModuleType) -> tuple[type[Exception], ...]:
    """Return what a server that misbehaves comes to: those of routingpy, of the network, and of odd JSON."""
    own = routing.exceptions
    odd_json = (KeyError, IndexError, TypeError, ValueError, AttributeError)
    return (own.RouterError, own.Timeout, own.JSONParseError, OSError, *odd_json)


def _within(seconds: float, work: Callable[[], Any]) -> Any:
    """Return what ``work`` gives; a server that drips its answer byte by byte is not waited for any longer."""
    outcome: list[Any] = []

    def run() -> None:
        try:
            outcome.append((work(), None))
        except Exception as error:
            outcome.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise TimeoutError(Saying("none within {timeout:g} s", timeout=seconds))
    value, error = outcome[0]
    if error is not None:
        raise error
    return value


def _reason(error: Exception) -> str:
    if isinstance(error.args[0] if error.args else None, Saying):
        return reason_of(error)
    inner = getattr(error.args[0], "reason", None) if error.args else None  # what requests wraps in words of its own
    text = " ".join(str(inner or error).split())
    if isinstance(error, KeyError | IndexError | TypeError | AttributeError):
        return Saying("its answer is not what such a server says")
    return f"{text[:120]}…" if len(text) > 120 else text or type(error).__name__
