"""Finds the row that names the columns of a table, below titles and notes, as offices of statistics write them."""

from collections.abc import Iterator, Sequence

from infromap.vector.place_column import X_NAMES, Y_NAMES, is_named, is_place
from infromap.vector.table import Cells, is_number, is_wkt

_MOST_ABOVE = 20


def is_header(row: Cells) -> bool:
    """Tell whether a row may name columns: no cell is a value, or one is called as coordinates are, beside years."""
    return not _has_values(row) or any(is_named(cell, X_NAMES | Y_NAMES) for cell in row)


def rows_that_may_be_headers(lines: Sequence[Cells]) -> Iterator[int]:
    """Yield the number of each of the first rows that may name columns, and whose rows above may be titles.

    Those are notes behind a ``#`` or have fewer cells with anything in them, but above a row that names longitude and
    latitude there may be any.
    """
    for above in range(1, min(len(lines) - 1, _MOST_ABOVE + 1)):
        row = lines[above]
        are_titles = all(_filled(each) < _filled(row) or _is_note(each) for each in lines[:above])
        if _names_both(row) or (are_titles and _filled(row) > 1 and not _has_values(row)):
            yield above


def find_header(lines: Sequence[Cells]) -> int:
    """Return how many titles of one cell stand above the row that names columns with numbers in them; mostly 0."""
    for above in rows_that_may_be_headers(lines):
        are_titles = all(_filled(each) == 1 or _is_note(each) for each in lines[:above])
        if are_titles and any(map(is_number, lines[above + 1])):
            return above
    return 0


def _has_values(row: Cells) -> bool:
    return any(is_number(cell) or is_place(cell) or is_wkt(cell) for cell in row)


def _filled(row: Cells) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _is_note(row: Cells) -> bool:
    return row[0].lstrip().startswith("#")


def _names_both(row: Cells) -> bool:
    return all(any(is_named(cell, names) for cell in row) for names in (X_NAMES, Y_NAMES))
