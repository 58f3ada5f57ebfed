"""A table of text becomes rows: points from columns of coordinates or geometries from WKT, and typed values."""

import io
import re
from collections.abc import Callable
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from infromap.errors import UnknownCrsError, VectorError
from infromap.saying import Saying
from infromap.vector.batches import ROWS_AT_ONCE, Report, Rows, join_pieces
from infromap.vector.extent import check_extent
from infromap.vector.opening import check_file
from infromap.vector.shapes import read_wkt
from infromap.vector.table import (
    DEGREES,
    ENCODINGS,
    SEPARATORS,
    WKT_SYSTEM,
    TableFormat,
    column_names,
    fit,
    plain_number,
    reading_text,
    split_rows,
)
from infromap.vector.table_guess import guess_table
from infromap.vector.table_places import EAST_WEST, NORTH_SOUTH, read_both, read_coordinate, says_degrees

_DATE = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_FEW_CELLS = 5_000_000
_CODE = re.compile(r"[+-]?0\d")  # "007" is no number: its noughts mean something
_SHOWN = 60  # letters of a cell in a message

Pieces = list[tuple[str, ...]]  # of one column: the cells of some thousand rows each


def read_table(
    path: Path, form: TableFormat | None = None, *, crs: str | None = None, report: Report | None = None
) -> Rows:
    """Read a table of text.

    Parameters
    ----------
    path
        The file.
    form
        How it is written; guessed if it is left out.
    crs
        The coordinate system of its numbers, where ``form`` does not say it; columns called latitude and longitude
        hold degrees whatever it is.
    report
        Hears how many bytes are read, and of how many.

    Returns
    -------
    Rows
        With the coordinate system that they are in.

    Raises
    ------
    UnknownCrsError
        If its numbers are no degrees and nobody says what they are.
    VectorError
        If the file cannot be read or has no columns of coordinates.
    """
    check_file(path)
    chosen = form or guess_table(path)
    if chosen.encoding not in ENCODINGS or chosen.separator not in SEPARATORS:
        raise VectorError(
            "{path}: nobody knows how to read {encoding!r} with {separator!r} between cells",
            path=path,
            encoding=chosen.encoding,
            separator=chosen.separator,
        )
    if not chosen.has_place:
        raise VectorError("{path} has no columns of latitude and longitude; call them lat and lon", path=path)
    with reading_text(path):
        names, columns, told = _read_columns(path, chosen, report)
    if max(chosen.place_columns) >= len(names):
        raise VectorError(
            "{path} has {count} columns, and not those that were chosen; add it to the map again",
            path=path,
            count=len(names),
        )
    if form is None and not chosen.is_sure:
        told.append(_say_guess(path, chosen, names))
    shapes = _shapes(chosen, columns)
    told += _tell_lost(path, chosen, columns, shapes)
    places = [place for place in range(len(names)) if place not in chosen.place_columns]
    typed = []
    for place in places:
        typed.append(_typed(columns[place], chosen))
        if report:
            report(1, 1)  # all is read, but whoever listens may still end it
    return Rows(
        shapes=shapes,
        fields=tuple(names[place] for place in places),
        types=tuple(kind for kind, _ in typed),
        values=tuple(values for _, values in typed),
        crs=chosen.crs or _choose_crs(path, chosen, names, shapes, crs),
        told=tuple(told),
    )


def _read_columns(
    path: Path, form: TableFormat, report: Report | None
) -> tuple[tuple[str, ...], list[Pieces], list[Saying]]:
    size, uneven = path.stat().st_size, 0
    with path.open("rb") as file, io.TextIOWrapper(file, form.encoding, errors="replace", newline="") as text:
        whole = (row for row in split_rows(text, form.separator) if any(row))
        first: list[str] = next(whole, [])
        check_extent(str(path), columns=len(first))
        names = column_names(first if form.has_header else [], len(first))
        rows = (row[: len(first) + 1] for row in whole)  # what is cut off anyhow takes no memory
        columns: list[Pieces] = [[] for _ in names]
        batch = [] if form.has_header else [first]
        done = 0
        while batch := [*batch, *islice(rows, ROWS_AT_ONCE)]:
            done += len(batch)
            check_extent(str(path), columns=len(names), rows=done)
            if done * len(names) > max(size, _FEW_CELLS):  # each that is there takes a byte at least
                raise VectorError(
                    "{path}: most rows have far fewer cells than the first ({columns:,}); mend it",
                    path=path,
                    columns=len(names),
                )
            uneven += sum(len(row) != len(names) for row in batch)
            for column, cells in zip(columns, zip(*[fit(row, len(names)) for row in batch], strict=True), strict=True):
                column.append(cells)
            batch = []
            if report:
                report(file.tell(), size)
    if not uneven:
        return names, columns, []
    told = Saying("{file}: {count:,} rows have more or fewer cells than the first", file=path.name, count=uneven)
    return names, columns, [told]


def _say_guess(path: Path, form: TableFormat, names: tuple[str, ...]) -> Saying:
    return Saying(
        "{file}: read as {encoding}, with coordinates in {columns}; check that it is so",
        file=path.name,
        encoding=form.encoding,
        columns=tuple(names[place] for place in form.place_columns),
    )


def _shapes(form: TableFormat, columns: list[Pieces]) -> Any:
    if form.wkt is not None:
        return _join([_from_wkt(cells) for cells in columns[form.wkt]])
    if form.place is not None:
        return _join([_from_places(cells, form) for cells in columns[form.place]])
    if form.x is None or form.y is None:
        return _join([])
    return _join([_points(xs, ys, form) for xs, ys in zip(columns[form.x], columns[form.y], strict=True)])


def _points(xs: tuple[str, ...], ys: tuple[str, ...], form: TableFormat) -> Any:
    x = np.array([read_coordinate(cell, form, EAST_WEST) for cell in xs])
    y = np.array([read_coordinate(cell, form, NORTH_SOUTH) for cell in ys])
    return _where_finite(x, y)


def _from_places(cells: tuple[str, ...], form: TableFormat) -> Any:
    both = np.array([read_both(cell, form) for cell in cells])
    return _where_finite(both[:, 0], both[:, 1])


def _where_finite(x: Any, y: Any) -> Any:
    shapes = np.full(len(x), None, dtype=object)
    is_there = np.isfinite(x) & np.isfinite(y)
    shapes[is_there] = shapely.points(x[is_there], y[is_there])
    return shapes


def _tell_lost(path: Path, form: TableFormat, columns: list[Pieces], shapes: Any) -> list[Saying]:
    """Say of how many rows the place cannot be read, and how the first one is written."""
    written = zip(*(chain.from_iterable(columns[place]) for place in form.place_columns), strict=True)
    lost = [cells for cells, shape in zip(written, shapes, strict=True) if shape is None and any(map(str.strip, cells))]
    if not lost:
        return []
    told = "{file}: {count:,} rows have a place that cannot be read, the first one {first!r}"
    return [Saying(told, file=path.name, count=len(lost), first=", ".join(lost[0])[:_SHOWN])]


def _from_wkt(cells: tuple[str, ...]) -> Any:
    return read_wkt([WKT_SYSTEM.sub("", cell) for cell in cells])


def _choose_crs(path: Path, form: TableFormat, names: tuple[str, ...], shapes: Any, crs: str | None) -> str:
    """Return degrees, if the numbers can be degrees and nobody says otherwise."""
    points = shapely.get_coordinates(shapes)
    are_degrees = not len(points) or bool((np.abs(points) <= (360, 90)).all(axis=1).any())
    if are_degrees and (crs is None or says_degrees(form, names)):
        return DEGREES
    if crs is not None:
        return crs
    if form.wkt is None and (np.abs(points) <= (90, 180)).all():
        raise VectorError(
            "{path}: latitudes beyond 90; latitude and longitude seem to be exchanged, rename the columns", path=path
        )
    raise UnknownCrsError("{path}: its coordinates are no degrees; name their system with --crs EPSG:…", path=path)


def _typed(pieces: Pieces, form: TableFormat) -> tuple[str, Any]:
    """Return GDAL's name of the type that fits all cells, and the values."""
    whole = _parse(pieces, lambda cell: int(_number(cell)))
    if whole is not None:
        return "OFTInteger64", _join([_with_nan(values) for values in whole])
    real = _parse(pieces, lambda cell: float(_number(plain_number(cell, has_decimal_comma=form.has_decimal_comma))))
    if real is not None:
        return "OFTReal", _join([np.array([np.nan if each is None else each for each in values]) for values in real])
    dates = _parse(pieces, _date)
    texts = dates or [[cell or None for cell in cells] for cells in pieces]
    return "OFTString" if dates is None else "OFTDateTime", _join([np.array(each, dtype=object) for each in texts])


def _parse(pieces: Pieces, read: Callable[[str], Any]) -> list[list[Any]] | None:
    """Return what ``read`` makes of each cell, None for an empty one; None if a cell does not fit, or all are empty."""
    try:
        values = [[read(cell) if cell.strip() else None for cell in cells] for cells in pieces]
    except ValueError:
        return None
    return values if any(each is not None for piece in values for each in piece) else None


def _number(cell: str) -> str:
    if "_" in cell or _CODE.match(cell.strip()):
        raise ValueError(cell)
    return cell


def _date(cell: str) -> str:
    if not _DATE.fullmatch(cell.strip()):
        raise ValueError(cell)
    return cell.strip()


def _with_nan(numbers: list[int | None]) -> Any:
    """Return integers, with NaN for nothing; those too large for 64 bits as they are."""
    if any(each is not None and abs(each) >= 2**63 for each in numbers):
        return np.array(numbers, dtype=object)
    if None in numbers:
        is_exact = all(each is None or abs(each) < 2**53 for each in numbers)
        return np.array(
            [np.nan if each is None and is_exact else each for each in numbers], dtype=None if is_exact else object
        )
    return np.array(numbers, dtype=np.int64)


def _join(pieces: list[Any]) -> Any:
    return join_pieces(tuple(pieces)) if pieces else np.array([], dtype=object)
