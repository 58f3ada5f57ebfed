"""Finds out how a table of text is written: its letters, its separator, and the columns that hold coordinates."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from infromap.errors import VectorError
from infromap.vector.letters import guess_letters
from infromap.vector.place_column import X_NAMES, Y_NAMES, find_place, is_place
from infromap.vector.table import (
    ENCODINGS,
    SAMPLE_ROWS,
    SEPARATORS,
    WKT_SYSTEM,
    Cells,
    TableFormat,
    TableHead,
    decode_start,
    head_of,
    is_number,
    is_wkt,
    numbers_of,
    read_start,
    split_text,
)
from infromap.vector.table_places import are_degrees

_WKT_NAMES = {"wkt", "the_geom", "geom", "geometry", "shape"}
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+")


def guess_table(path: Path) -> TableFormat:
    """Return how a table seems to be written.

    Columns of coordinates are found by their names, else by what they hold: text that begins as WKT does, both
    coordinates in one cell, or the only two columns of decimals, if one of them goes beyond 90 and so can only be the
    longitude.

    Raises
    ------
    VectorError
        If the file does not exist or is no text.
    """
    content = read_start(path)
    encoding = guess_letters(content)
    form = guess_text(decode_start(content, encoding), encoding)
    if form is None:
        raise VectorError("{path} is empty; choose another file", path=path)
    return form


def guess_text(text: str, encoding: str = ENCODINGS[0]) -> TableFormat | None:
    """Return how the beginning of a table seems to be written, as ``guess_table``; None if it is empty."""
    separator = _guess_separator(text)
    lines = split_text(text, separator, SAMPLE_ROWS)
    if not lines:
        return None
    has_comma = separator != "," and any(_COMMA_NUMBER.fullmatch(cell.strip()) for row in lines[1:] for cell in row)
    has_values = any(is_number(cell) or is_place(cell) for cell in lines[0])
    has_header = not has_values or any(_is_named(cell, X_NAMES | Y_NAMES) for cell in lines[0])
    form = TableFormat(encoding=encoding, separator=separator, has_decimal_comma=has_comma, has_header=has_header)
    return guess_columns(form, head_of(text, form))


def guess_columns(form: TableFormat, head: TableHead) -> TableFormat:
    """Return the format with the columns that seem to hold coordinates."""
    columns = head.columns
    x, y, wkt = (_find_named(columns, names) for names in (X_NAMES, Y_NAMES, _WKT_NAMES))
    if wkt is None or not _holds_wkt(head, wkt):
        wkt = next((place for place in range(len(columns)) if _holds_wkt(head, place)), None)
    is_utf = form.encoding.startswith("utf")
    form = replace(form, x=None, y=None, wkt=None, place=None, is_sure=False)
    if x is not None and y is not None and x != y:
        form = replace(form, x=x, y=y)
        return replace(form, is_sure=is_utf and are_degrees(form, head))
    if wkt is not None:
        return replace(form, wkt=wkt, crs=form.crs or _stated_system(head, wkt), is_sure=is_utf)
    if found := find_place(head):
        return replace(form, place=found.column, is_lon_first=found.is_lon_first, is_sure=is_utf and found.is_sure)
    x, y = _find_degrees(form, head)
    return replace(form, x=x, y=y)


def _guess_separator(text: str) -> str:
    """Return the separator that cuts the most rows into the same number of cells, the more the better.

    Of two that do it alike the comma gives way: it stands in texts and figures as well, the others hardly.
    """
    return max(reversed(SEPARATORS), key=lambda separator: _evenness(split_text(text, separator, 20)))


def _evenness(rows: Sequence[Cells]) -> tuple[float, int]:
    widths = [len(row) for row in rows]
    width = max(widths, key=widths.count, default=1)
    return (widths.count(width) / len(widths), width) if width > 1 else (0.0, 1)


def _is_named(column: str, names: set[str]) -> bool:
    return column.strip().casefold() in names


def _find_named(columns: Cells, names: set[str]) -> int | None:
    """Return the column that is called so; else the only one that has such a word in its name."""
    for place, column in enumerate(columns):
        if _is_named(column, names):
            return place
    longer = [each for each in names if len(each) > 1]
    having = [
        place for place, column in enumerate(columns) if set(re.findall(r"[^\W\d_]+", column.casefold())) & set(longer)
    ]
    return having[0] if len(having) == 1 else None


def _holds_wkt(head: TableHead, place: int) -> bool:
    cells = [row[place] for row in head.rows if row[place].strip()]
    return bool(cells) and all(map(is_wkt, cells))


def _stated_system(head: TableHead, place: int) -> str | None:
    """Return the coordinate system that all geometries name, such as ``SRID=3857;POINT (1 2)``."""
    named = {WKT_SYSTEM.match(row[place].lstrip()) for row in head.rows if row[place].strip()}
    codes = {match and match[1] for match in named}
    return f"EPSG:{code}" if len(codes) == 1 and (code := codes.pop()) and int(code) else None


def _find_degrees(form: TableFormat, head: TableHead) -> tuple[int, int] | tuple[None, None]:
    """Return the columns of longitude and latitude where the numbers alone prove which they are."""
    found = [place for place in range(len(head.columns)) if _holds_degrees(form, head, place)]
    if len(found) != 2:
        return None, None
    first, second = (max(map(abs, numbers_of(form, head, place))) for place in found)
    if (first > 90) == (second > 90):
        return None, None
    return (found[0], found[1]) if first > 90 else (found[1], found[0])


def _holds_degrees(form: TableFormat, head: TableHead, place: int) -> bool:
    cells = [row[place] for row in head.rows if row[place].strip()]
    numbers = numbers_of(form, head, place)
    has_decimals = any("." in cell or ("," in cell and form.has_decimal_comma) for cell in cells)
    return bool(cells) and len(numbers) == len(cells) and has_decimals and max(map(abs, numbers)) <= 180
