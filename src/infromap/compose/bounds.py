"""The smallest box around geometries, across 180° where that is the smaller one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from infromap.model.place import Bounds

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from infromap.model.layer import Layer
    from infromap.model.mapdoc import Feature

_WORLD = 360.0  # degrees

Degrees: TypeAlias = "NDArray[np.float64]"


def enclose(geometries: Iterable[BaseGeometry | None]) -> Bounds | None:
    """Return the box of geometries in degrees (EPSG:4326); None if none of them has a place.

    The box leaves out the widest empty strip of the globe, so ``west`` is larger than ``east``
    where it crosses 180°. A line goes the short way between two vertices. An array of a million
    points takes a fraction of a second.
    """
    shapes = np.asarray(geometries if isinstance(geometries, np.ndarray) else list(geometries), dtype=object)
    points, owners = shapely.get_coordinates(_single(shapes), return_index=True)
    if not len(points):
        return None
    west, east = _span(*_longitudes(points[:, 0], np.flatnonzero(np.diff(owners, prepend=-1))))
    return Bounds(west=west, south=float(points[:, 1].min()), east=east, north=float(points[:, 1].max()))


def enclose_all(features: Sequence[Feature], layers: Sequence[Layer] = ()) -> Bounds | None:
    """Return the box of projects and layers; None if nothing of them has a place."""
    shapes = np.array([feature.geometry for feature in features], dtype=object)
    return enclose(np.concatenate([shapes, *(layer.geometry for layer in layers)]))


def _single(shapes: NDArray[Any]) -> NDArray[Any]:
    """Return geometries of one part each; a million that are so already need not be made once more."""
    is_single = bool((shapely.get_type_id(shapes) < shapely.GeometryType.MULTIPOINT).all())
    return shapes if is_single else shapely.get_parts(shapes)


def _longitudes(lons: Degrees, starts: NDArray[Any]) -> tuple[Degrees, Degrees]:
    """Return the westernmost longitude of each part, in -180..180, and its easternmost, which may lie beyond 180."""
    if len(starts) == len(lons):
        low = high = lons  # points
    else:
        low, high = _reaches(lons, starts)
    turn = np.where(low < -_WORLD / 2, _WORLD, 0)
    return low + turn, high + turn


def _reaches(lons: Degrees, starts: NDArray[Any]) -> tuple[Degrees, Degrees]:
    """Return the least and the greatest longitude of each part, which goes the short way between its vertices."""
    steps = np.diff(lons, prepend=lons[:1])
    steps[starts] = 0
    jumps = (np.abs(steps) > _WORLD / 2) & (np.abs(steps) < _WORLD)  # one round the whole world is none
    shifts = np.cumsum(np.where(jumps, -np.sign(steps) * _WORLD, 0))
    sizes = np.diff(starts, append=len(lons))
    unwound = lons + shifts - np.repeat(shifts[starts], sizes)
    return np.minimum.reduceat(unwound, starts), np.maximum.reduceat(unwound, starts)


def _span(west: Degrees, east: Degrees) -> tuple[float, float]:
    """Return west and east of the arc that holds all spans and leaves out the widest gap."""
    if east.max() - west.min() <= _WORLD / 2:  # no gap between them is as wide as that around them
        return _turned(float(west.min()), float(east.max()))
    order = np.argsort(west, kind="stable")
    west, reach = west[order], np.maximum.accumulate(east[order])
    gaps = west[1:] - reach[:-1]
    first, last = float(west[0]), float(reach[-1])
    if len(gaps) and gaps.max() > first + _WORLD - last:
        widest = int(gaps.argmax())
        return float(west[widest + 1]), max(float(reach[widest]), last - _WORLD)
    return _turned(first, min(last, first + _WORLD))


def _turned(west: float, east: float) -> tuple[float, float]:
    return west, east if east <= _WORLD / 2 else east - _WORLD
