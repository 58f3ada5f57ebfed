"""Lengths and areas on the ellipsoid WGS 84.

Two libraries with one method, equal to a micrometre: geographiclib is there at once, pyproj takes 60 ms to load and
then measures fifty times as fast. One article is read without pyproj; whoever measures more gets it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count, pairwise
from typing import TYPE_CHECKING

import shapely
from geographiclib.geodesic import Geodesic

if TYPE_CHECKING:
    from pyproj import Geod

_FEW = 100  # distances, until pyproj is worth loading
_measured = count()


def distance_km(a: shapely.Point, b: shapely.Point) -> float:
    """Return the geodesic distance of two points (lon, lat in degrees), in kilometres."""
    return _inverse()(float(a.x), float(a.y), float(b.x), float(b.y)) / 1000.0


def line_length_km(line: shapely.LineString) -> float:
    """Return the geodesic length of a line (lon, lat in degrees), in kilometres."""
    if len(line.coords) > _FEW:
        return float(geod().geometry_length(line)) / 1000.0
    measure = _inverse()
    return sum(measure(*a[:2], *b[:2]) for a, b in pairwise(line.coords)) / 1000.0


def polygon_area_km2(polygon: shapely.Polygon) -> float:
    """Return the geodesic area of a polygon (lon, lat in degrees), in square kilometres, whichever way it runs."""
    return abs(float(geod().geometry_area_perimeter(polygon)[0])) / 1e6


def move_point(point: shapely.Point, direction_degrees: float, length_km: float) -> shapely.Point:
    """Return the point so many kilometres away; 0° is north, 90° east."""
    moved = Geodesic.WGS84.Direct(point.y, point.x, direction_degrees, length_km * 1000.0)
    return shapely.Point(moved["lon2"], moved["lat2"])


@cache
def geod() -> Geod:
    """Return pyproj's ellipsoid, for arrays."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


def _inverse() -> Callable[[float, float, float, float], float]:
    """Return what measures from lon, lat to lon, lat in metres."""
    return _by_geographiclib if next(_measured) < _FEW else _by_pyproj


def _by_geographiclib(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    metres: float = Geodesic.WGS84.Inverse(lat_a, lon_a, lat_b, lon_b, Geodesic.DISTANCE)["s12"]
    return metres


def _by_pyproj(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    return float(geod().inv(lon_a, lat_a, lon_b, lat_b)[2])
