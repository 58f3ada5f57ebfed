"""The smallest box around geometries, across 180° where that is the smaller one."""

from collections.abc import Iterable

from shapely import get_coordinates, get_parts
from shapely.geometry.base import BaseGeometry

from infromap.model.place import Bounds

_WORLD = 360.0  # degrees


def enclose(geometries: Iterable[BaseGeometry]) -> Bounds | None:
    """Return the box of geometries in degrees (EPSG:4326); None if there are none.

    The box leaves out the widest empty strip of the globe, so ``west`` is larger than ``east``
    where it crosses 180°. A line goes the short way between two vertices.
    """
    parts = [part for geometry in geometries for part in get_parts(geometry) if not part.is_empty]
    shapes = [get_coordinates(part).tolist() for part in parts]
    if not shapes:
        return None
    west, east = _span([_longitudes(shape) for shape in shapes])
    latitudes = [lat for shape in shapes for _, lat in shape]
    return Bounds(west=west, south=min(latitudes), east=east, north=max(latitudes))


def _longitudes(vertices: list[list[float]]) -> tuple[float, float]:
    """Return the westernmost longitude of a shape, in -180..180, and the easternmost, which may lie beyond 180."""
    lon = low = high = vertices[0][0]
    for x, _ in vertices[1:]:
        lon += (x - lon + _WORLD / 2) % _WORLD - _WORLD / 2
        low, high = min(low, lon), max(high, lon)
    turns = (low + _WORLD / 2) // _WORLD
    return low - turns * _WORLD, high - turns * _WORLD


def _span(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Return west and east of the arc that holds all spans and leaves out the widest gap."""
    spans = sorted(spans)
    reach = spans[0][1]
    gaps = []
    for west, east in spans[1:]:
        gaps.append((west - reach, west, reach))
        reach = max(reach, east)
    over_180 = spans[0][0] + _WORLD - reach
    widest, west, east = max(gaps, default=(0.0, 0.0, 0.0))
    if widest > over_180:
        return west, max(east, reach - _WORLD)
    east = min(reach, spans[0][0] + _WORLD)
    return spans[0][0], east if east <= _WORLD / 2 else east - _WORLD
