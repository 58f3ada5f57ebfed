"""Stage 3: waypoints become a line, with its geodesic length."""

from collections.abc import Sequence
from functools import cache

from pyproj import Geod
from shapely import LineString, Point

from infromap.errors import RouteError
from infromap.model.route import GeometryMethod, Route, Waypoint


@cache
def _geod() -> Geod:
    return Geod(ellps="WGS84")


def trace_route(stops: Sequence[Waypoint]) -> Route:
    """Join the stops, in travel order, by straight legs into one schematic line.

    Parameters
    ----------
    stops
        Two or more waypoints at different points; the first and last are the termini. A stop at
        the point of the one before it is skipped.

    Returns
    -------
    Route
        A line of one vertex for each stop (lon, lat in degrees); ``length_km`` is geodesic.

    Raises
    ------
    RouteError
        If fewer than two different points remain.
    """
    waypoints = [
        stop
        for before, stop in zip((None, *stops), stops, strict=False)
        if before is None or stop.point != before.point
    ]
    if len(waypoints) < 2:
        names = ", ".join(stop.name for stop in stops) or "no place"
        raise RouteError(f"a line needs two different places and has {names}; add another waypoint")
    line = LineString([stop.point for stop in waypoints])
    return Route(
        line=line,
        waypoints=tuple(waypoints),
        length_km=line_length_km(line),
        method=GeometryMethod.SCHEMATIC,
    )


def line_length_km(line: LineString) -> float:
    """Return the geodesic length of a line (lon, lat in degrees) on WGS 84, in kilometres."""
    return float(_geod().geometry_length(line)) / 1000.0


def distance_km(a: Point, b: Point) -> float:
    """Return the geodesic distance of two points (lon, lat in degrees) on WGS 84, in kilometres."""
    return float(_geod().inv(a.x, a.y, b.x, b.y)[2]) / 1000.0
