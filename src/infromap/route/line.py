"""Stage 3: waypoints become a line, with its geodesic length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shapely

from infromap.errors import InfromapError, RouteError
from infromap.geodesic import line_length_km
from infromap.model.project import Kind
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.route.near import gap_km
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.place import Place
    from infromap.route.course import Course, Tracer

_BESIDE_KM = 5.0  # a stop that is farther from a traced line deserves a notice


def trace_route(
    stops: Sequence[Waypoint],
    *,
    kind: Kind = Kind.OTHER,
    tracer: Tracer | None = None,
    around: Sequence[Place] = (),
) -> Route:
    """Join the stops, in travel order, into one line: along what is really there, or by straight legs.

    Parameters
    ----------
    stops
        Two or more waypoints at different points; the first and last are the termini. A stop at
        the point of the one before it is skipped.
    kind
        What runs there: a railway is never traced over roads.
    tracer
        Knows the real course; without one the line is schematic.
    around
        Places that the line goes round: a course that passes through one of them is not the project's.

    Returns
    -------
    Route
        Traced from end to end, or else schematic from end to end: one vertex for each stop (lon,
        lat in degrees), and ``notices`` say which leg the tracer could not join. ``length_km``
        is geodesic.

    Raises
    ------
    RouteError
        If fewer than two different points remain.
    """
    waypoints = _different(stops)
    notices: tuple[Saying, ...] = ()
    try:
        course = tracer.trace(waypoints, kind) if tracer else None
        if course:
            _refuse_through(course, waypoints, around)
    except InfromapError as error:
        course, notices = None, (Saying("the line is schematic: {reason}", reason=error.saying),)
    return _along(course, waypoints) if course else _straight(waypoints, notices)


def _different(stops: Sequence[Waypoint]) -> tuple[Waypoint, ...]:
    waypoints = [
        stop
        for before, stop in zip((None, *stops), stops, strict=False)
        if before is None or stop.point != before.point
    ]
    if len(waypoints) < 2:
        names = ", ".join(stop.name for stop in stops) or "–"
        raise RouteError("a line needs two different places and has {names}; add another waypoint", names=names)
    return tuple(waypoints)


def _refuse_through(course: Course, waypoints: tuple[Waypoint, ...], around: Sequence[Place]) -> None:
    for place in around:
        if gap_km(course.line, place.point) < place.accuracy_km:
            leg = f"{waypoints[0].name}–{waypoints[-1].name}"
            way = course.traced.source.name
            raise RouteError(
                "{leg}: the way over {way} leads through {place}, which the project goes round",
                leg=leg,
                way=way,
                place=place.name,
            )


def _along(course: Course, waypoints: tuple[Waypoint, ...]) -> Route:
    gaps_km = [(stop.name, gap_km(course.line, stop.point)) for stop in waypoints]
    return Route(
        line=course.line,
        waypoints=waypoints,
        length_km=line_length_km(course.line),
        method=GeometryMethod.TRACED,
        traced=course.traced,
        notices=tuple(
            Saying("{stop} lies {gap_km:,.0f} km beside the traced line", stop=name, gap_km=gap)
            for name, gap in gaps_km
            if gap > _BESIDE_KM
        ),
    )


def _straight(waypoints: tuple[Waypoint, ...], notices: tuple[Saying, ...]) -> Route:
    line = shapely.LineString([stop.point for stop in waypoints])
    return Route(
        line=line,
        waypoints=waypoints,
        length_km=line_length_km(line),
        method=GeometryMethod.SCHEMATIC,
        notices=notices,
    )
