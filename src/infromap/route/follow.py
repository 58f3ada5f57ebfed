"""A line over one network through all stops in order, or the leg for which there is none."""

from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from shapely import LineString, Point

from infromap.errors import RouteError
from infromap.geodesic import distance_km, line_length_km
from infromap.route.classes import Mode
from infromap.route.search import Points, find_way
from infromap.route.snap import Snap, snap_limit_km, snap_place
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.route import Waypoint
    from infromap.route.layer import Layer

_MOST_DETOUR = 3.0  # times the straight distance, and …
_DETOUR_SLACK_KM = 20.0  # … this: a longer way round is no course of the project
_WORDS = {
    Mode.ROADS: Saying("roads"),
    Mode.RAILWAYS: Saying("railways"),
    Mode.METRO: Saying("metro lines"),
    Mode.POWER: Saying("power lines"),
    Mode.PIPELINES: Saying("pipelines"),
}

_Snaps = dict[int, list[Snap]]  # by component


def follow_layer(layer: "Layer", stops: Sequence["Waypoint"], mode: Mode, *, where: str) -> LineString:
    """Return the line that follows a network through the stops.

    Parameters
    ----------
    layer
        The network.
    stops
        Two or more, in travel order. Each may lie off the line by ``snap_limit_km`` of its accuracy.
    mode
        What the network is of, for the message.
    where
        What the network is called, for the message.

    Raises
    ------
    RouteError
        If a stop is too far from the network, two stops are on parts that are not joined, or the
        way between them is no sensible course. The message names the leg.
    MissingExtraError
        If ``rustworkx`` is not installed.
    """
    snaps = _snap_all(layer, stops, mode, where)
    component = _common_component(snaps, stops, mode, where)
    legs: list[Points] = []
    for (a, starts), (b, goals) in pairwise(zip(stops, snaps, strict=True)):
        way = find_way(layer, starts[component], goals[component])
        if way is None:
            raise RouteError(
                "{leg}: in {where} one-way {ways} lead only the other way",
                leg=_leg(a, b),
                where=where,
                ways=_WORDS[mode],
            )
        if len(way) > 1:
            refuse_detour(LineString(way), (a, b), where)
        legs.append(way)
    _trim_spurs(legs, stops[1:-1])
    points = [point for point, _same in groupby(chain.from_iterable(legs))]
    if len(points) < 2:
        raise RouteError("{leg}: both are at one point of {where}", leg=_leg(stops[0], stops[-1]), where=where)
    return LineString(points)


def _leg(a: "Waypoint", b: "Waypoint") -> str:
    return f"{a.name}–{b.name}"


def _snap_all(layer: "Layer", stops: Sequence["Waypoint"], mode: Mode, where: str) -> list[_Snaps]:
    snaps = []
    for number, stop in enumerate(stops):
        limit_km = snap_limit_km(stop.accuracy_km)
        found = snap_place(layer, stop.point, limit_km)
        if not found:
            leg = _leg(stops[number - 1], stop) if number else _leg(stop, stops[1])
            raise RouteError(
                "{leg}: {where} has no {ways} within {limit_km:,.0f} km of {stop}",
                leg=leg,
                where=where,
                ways=_WORDS[mode],
                limit_km=limit_km,
                stop=stop.name,
            )
        snaps.append(found)
    return snaps


def _common_component(snaps: list[_Snaps], stops: Sequence["Waypoint"], mode: Mode, where: str) -> int:
    """Return the part of the network that comes nearest to all stops together."""
    common = set(snaps[0])
    for number, found in enumerate(snaps[1:], start=1):
        common &= set(found)
        if not common:
            leg = _leg(stops[number - 1], stops[number])
            raise RouteError(
                "{leg}: the {ways} at the two places are not joined in {where}",
                leg=leg,
                ways=_WORDS[mode],
                where=where,
            )
    return min(sorted(common), key=lambda each: sum(found[each][0].offset_km for found in snaps))


def refuse_detour(line: LineString, stops: Sequence["Waypoint"], where: str) -> None:
    """Raise RouteError if a line goes so far round that it is no course of a project."""
    straight_km = sum(distance_km(a.point, b.point) for a, b in pairwise(stops))
    length_km = line_length_km(line)
    if length_km > _MOST_DETOUR * straight_km + _DETOUR_SLACK_KM:
        raise RouteError(
            "{leg}: the way over {where} is {length_km:,.0f} km long for {straight_km:,.0f} km in a straight line",
            leg=_leg(stops[0], stops[-1]),
            where=where,
            length_km=length_km,
            straight_km=straight_km,
        )


def _trim_spurs(legs: list[Points], stops: Sequence["Waypoint"]) -> None:
    """Cut where a line turns into a town and comes back the same way, as far as it still passes the town."""
    for number, stop in enumerate(stops):
        arriving, leaving = legs[number], legs[number + 1]
        limit_km = snap_limit_km(stop.accuracy_km)
        while (
            len(arriving) > 2
            and len(leaving) > 2
            and arriving[-1] == leaving[0]
            and arriving[-2] == leaving[1]
            and distance_km(stop.point, Point(arriving[-2])) <= limit_km
        ):
            arriving.pop()
            leaving.pop(0)
