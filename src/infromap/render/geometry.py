"""The geometries of a layer as integers: pieces of points, in the order of the rows."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from infromap.render.packing import pack_integers, pack_steps
from infromap.render.simplified import simplify_pieces

DECIMALS = 5  # of a degree: about a metre
_TURN = 360 * 10**DECIMALS
_POINT, _LINE, _OUTER, _HOLE = range(4)

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeometryText:
    """What the page decodes: ``form`` is "points" (one to each row) or "pieces"; ``lines`` are packed."""

    form: str
    pieces: int
    points: int
    lines: tuple[str, ...]


def pack_geometry(shapes: NDArray[Any]) -> GeometryText:
    """Return the geometries of any types, some perhaps None or empty, as text."""
    if (shapely.get_type_id(shapes) == shapely.GeometryType.POINT).all() and not shapely.is_empty(shapes).any():
        points = _integers(shapes)
        return GeometryText(form="points", pieces=len(points), points=len(points), lines=(pack_steps(points),))
    pieces, rows, kinds = _pieces(shapes)
    points, sizes = _ring_points(pieces, kinds)
    points[:, 0] = _unwrap(points[:, 0], sizes)
    points, sizes = simplify_pieces(points, sizes)
    return GeometryText(
        form="pieces",
        pieces=len(pieces),
        points=len(points),
        lines=(pack_steps(rows), pack_integers(sizes * 4 + kinds), pack_steps(points)),
    )


def _integers(shapes: NDArray[Any]) -> Integers:
    return np.asarray(np.rint(shapely.get_coordinates(shapes) * 10**DECIMALS), dtype=np.int64)


def _pieces(shapes: NDArray[Any]) -> tuple[NDArray[Any], Integers, Integers]:
    """Return points, lines and rings, with the row and the kind of each."""
    parts, rows = shapely.get_parts(shapes, return_index=True)
    while (shapely.get_type_id(parts) > shapely.GeometryType.POLYGON).any():  # collections, which may hold others
        parts, inner = shapely.get_parts(parts, return_index=True)
        rows = rows[inner]
    has_points = ~shapely.is_empty(parts)
    parts, rows = parts[has_points], rows[has_points]
    is_area = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings, areas = shapely.get_rings(parts, return_index=True)
    is_hole = np.diff(areas, prepend=-1) == 0
    plain = np.flatnonzero(~is_area)
    kinds = np.where(shapely.get_type_id(parts[plain]) == shapely.GeometryType.POINT, _POINT, _LINE)
    owners = np.concatenate([plain, areas])
    order = np.argsort(owners, kind="stable")
    pieces = np.concatenate([parts[plain], rings])[order]
    return pieces, rows[owners[order]], np.concatenate([kinds, np.where(is_hole, _HOLE, _OUTER)])[order]


def _ring_points(pieces: NDArray[Any], kinds: Integers) -> tuple[Integers, Integers]:
    """Return the points of all pieces and how many each has; a ring is not closed by its first point again."""
    points = _integers(pieces)
    sizes = shapely.get_num_coordinates(pieces).astype(np.int64)
    is_ring = kinds >= _OUTER
    kept = np.ones(len(points), dtype=bool)
    kept[np.cumsum(sizes)[is_ring] - 1] = False
    return points[kept], sizes - is_ring


def _unwrap(x: Integers, sizes: Integers) -> Integers:
    """Let pieces that jump over 180° go on beyond it; a step of the whole world is none that jumps."""
    steps = np.diff(x, prepend=0)
    starts = np.cumsum(sizes) - sizes
    steps[starts] = 0
    turns = np.where((np.abs(steps) > _TURN // 2) & (np.abs(steps) < _TURN), -np.sign(steps) * _TURN, 0)
    if not turns.any():
        return x
    shifts = np.cumsum(turns)
    return np.asarray(x + shifts - np.repeat(shifts[starts], sizes), dtype=np.int64)
