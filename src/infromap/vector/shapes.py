"""Geometries of well-known binary, also those that files have and GEOS does not take.

A line of one point has it twice then, a ring is closed, and what is made of triangles or faces becomes areas. Nothing
of what the file has is left out.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import numpy as np
import shapely

from infromap.saying import Saying

_HAS_Z, _HAS_M, _HAS_SRID = 0x80000000, 0x40000000, 0x20000000  # in the number of a kind, as PostGIS has it
_POINT, _LINE, _POLYGON, _MULTI_POLYGON, _COLLECTION = 1, 2, 3, 6, 7
_FACES, _TRIANGLES, _TRIANGLE = 15, 16, 17
_TAKEN_FOR = {_FACES: _MULTI_POLYGON, _TRIANGLES: _MULTI_POLYGON, _TRIANGLE: _POLYGON}
_DEEPEST = 100  # geometries within one another: GEOS ends the program at some thousands
_LEAST_BYTES = 9  # of one that holds others: the order of bytes, the kind, the number of parts
_ROWS_OF_POINTS, _RINGS, _LAST_KIND = (2, 8), (3, 17), 17
_SMALLEST_RING = 4  # points, the last of which is the first


class ShapeReader:
    """Reads the geometries of a layer, some thousand rows at a time, and says what has become of them."""

    def __init__(self, source: str, layer: str):
        self._source, self._layer = source, layer
        self._straight: Any = None
        self._lost = 0

    def read(self, wkb: Any, first: int) -> Any:
        """Return the geometries of rows that begin with row ``first``."""
        try:
            shapes = read_shapes(wkb)
        except NotImplementedError:  # GEOS knows no curves, and GDAL makes none straight in a batch
            wkb = self._straighten()[first : first + len(wkb)]
            shapes = read_shapes(wkb)
        self._lost += len(_lost(wkb, shapes))
        return shapes

    def told(self) -> Iterator[Saying]:
        """Say what is not as the file has it."""
        if self._straight is not None:
            yield Saying("{layer}: curves are drawn and kept as lines of short legs", layer=self._layer)
        if self._lost:
            told = "{layer}: {count:,} geometries are damaged and not on the map"
            yield Saying(told, layer=self._layer, count=self._lost)

    def _straighten(self) -> Any:
        if self._straight is None:
            import pyogrio  # slow to load, and most runs need none

            self._straight = pyogrio.raw.read(self._source, layer=self._layer, columns=[])[2]
        return self._straight


def read_shapes(wkb: Any) -> Any:
    """Return geometries of an array of well-known binary; None where it is damaged, or there is none.

    Raises
    ------
    NotImplementedError
        If one has curves.
    """
    shapes = shapely.from_wkb([None if _is_deep(each) else each for each in wkb], on_invalid="ignore")
    for place in _lost(wkb, shapes):
        if _is_deep(wkb[place]):
            continue
        shapes[place] = shapely.from_wkb(_mended(wkb[place]), on_invalid="ignore")
    return shapes


def read_wkt(texts: Sequence[str]) -> Any:
    """Return geometries of well-known text; None where it is damaged, or there is none."""
    known = [text if text and text.upper().count("COLLECTION") <= _DEEPEST else None for text in texts]
    return shapely.from_wkt(np.array(known, dtype=object), on_invalid="ignore")


def _is_deep(content: bytes | None) -> bool:
    """Tell whether geometries are within one another so deep that GEOS would end the program."""
    if content is None or len(content) < _DEEPEST * _LEAST_BYTES:
        return False
    with suppress(struct.error, IndexError):  # it ends too early, for GEOS as well
        return _goes_deep(content)
    return False


def _goes_deep(content: bytes) -> bool:
    """Go through a geometry in the order in which GEOS does."""
    at, left = 0, [1]
    while left:
        if not left[-1]:
            left.pop()
            continue
        left[-1] -= 1
        order = "<" if content[at] == 1 else ">"
        (code,) = struct.unpack_from(f"{order}I", content, at + 1)
        at += 9 if code & _HAS_SRID else 5
        kind, dimensions = _split_code(code)
        if kind == _POINT:
            at += 8 * dimensions
            continue
        (count,) = struct.unpack_from(f"{order}I", content, at)
        at += 4
        if kind in _ROWS_OF_POINTS:
            at += count * 8 * dimensions
        elif kind in _RINGS:
            for _ in range(count):
                at += 4 + struct.unpack_from(f"{order}I", content, at)[0] * 8 * dimensions
        elif kind > _LAST_KIND or len(left) > _DEEPEST:
            return kind <= _LAST_KIND
        else:
            left.append(count)
    return False


def _lost(wkb: Any, shapes: Any) -> list[int]:
    """Return the places where there was something that has become nothing."""
    return [int(place) for place in np.flatnonzero(shapely.is_missing(shapes)) if wkb[place] is not None]


def _mended(content: bytes) -> bytes | None:
    with suppress(struct.error, RecursionError, ValueError):
        return b"".join(_Wkb(content).geometry())
    return None


class _Wkb:
    """Reads a geometry from its beginning to its end, and gives it again as it should be."""

    def __init__(self, content: bytes):
        self._content = content
        self._at = 0

    def geometry(self) -> Iterator[bytes]:
        """Yield the bytes of the geometry that begins here."""
        order = "<" if self._take(1) == b"\1" else ">"
        code = self._number(order)
        if code & _HAS_SRID:
            self._take(4)
        kind, dimensions = _split_code(code)
        known = _TAKEN_FOR.get(kind, kind)
        yield struct.pack(f"{order}BI", order == "<", (code & ~_HAS_SRID) - kind + known)
        if known == _POINT:
            yield self._take(8 * dimensions)
        elif known == _LINE:
            yield from self._points(order, dimensions, _twice)
        elif known <= _COLLECTION:
            count = self._number(order)
            yield struct.pack(f"{order}I", count)
            for _ in range(count):
                yield from self._points(order, dimensions, _closed) if known == _POLYGON else self.geometry()
        else:
            raise ValueError(f"nobody knows what kind {kind} of geometry is")

    def _points(self, order: str, dimensions: int, mend: Callable[[list[bytes]], list[bytes]]) -> Iterator[bytes]:
        count, size = self._number(order), 8 * dimensions
        content = self._take(count * size)
        points = mend([content[start : start + size] for start in range(0, len(content), size)])
        yield struct.pack(f"{order}I", len(points))
        yield from points

    def _number(self, order: str) -> int:
        return int(struct.unpack(f"{order}I", self._take(4))[0])

    def _take(self, count: int) -> bytes:
        taken = self._content[self._at : self._at + count]
        if len(taken) < count:
            raise ValueError("it ends too early")
        self._at += count
        return taken


def _split_code(code: int) -> tuple[int, int]:
    """Return the kind of a geometry and how many numbers a point of it has, in either way to write that."""
    plain = code & 0xFFFF
    has_z = bool(code & _HAS_Z) or plain // 1000 in (1, 3)
    has_m = bool(code & _HAS_M) or plain // 1000 in (2, 3)
    return plain % 1000, 2 + has_z + has_m


def _twice(points: list[bytes]) -> list[bytes]:
    return points * 2 if len(points) == 1 else points


def _closed(points: list[bytes]) -> list[bytes]:
    if not points:
        return points
    closed = points if points[0] == points[-1] else [*points, points[0]]
    return [*closed, *closed[-1:] * (_SMALLEST_RING - len(closed))]
