"""A line of the map as the pen takes it, and what the pen gives back as the vertices of a correction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shapely

from infromap.model.correction import Vertex

if TYPE_CHECKING:
    from infromap.model.route import Waypoint

_ROUND, _HALF = 360.0, 180.0
_DECIMALS = 6  # of a degree, as the pen has them: a tenth of a metre

LonLat = tuple[float, float]


def pen_points(waypoints: Sequence[Waypoint]) -> tuple[LonLat, ...]:
    """Return the waypoints as a line whose longitudes go on beyond 180° where it crosses that."""
    points: list[LonLat] = []
    for waypoint in waypoints:
        lon = float(waypoint.point.x)
        if points:
            lon += _ROUND * round((points[-1][0] - lon) / _ROUND)
        points.append((lon, float(waypoint.point.y)))
    return tuple(points)


def name_vertices(points: Sequence[LonLat], waypoints: Sequence[Waypoint]) -> tuple[Vertex, ...]:
    """Return the points that were drawn, with the names of the waypoints that they were.

    A point that was moved keeps its name; one that was added between others has none. What was moved and what
    was added is told from the order of those that stand where they were.
    """
    from difflib import SequenceMatcher  # a window opens without it

    before = [_key(point) for point in pen_points(waypoints)]
    after = [_key(point) for point in points]
    names = [""] * len(after)
    for what, begin, end, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and end - begin == stop - start):
            names[start:stop] = [waypoint.name for waypoint in waypoints[begin:end]]
    return tuple(Vertex(point=shapely.Point(point), name=name) for point, name in zip(points, names, strict=True))


def is_same_line(points: Sequence[LonLat], waypoints: Sequence[Waypoint]) -> bool:
    """Tell whether nothing was drawn anew."""
    return [_key(point) for point in points] == [_key(point) for point in pen_points(waypoints)]


def _key(point: LonLat) -> LonLat:
    lon = (point[0] + _HALF) % _ROUND - _HALF
    return round(lon, _DECIMALS), round(point[1], _DECIMALS)
