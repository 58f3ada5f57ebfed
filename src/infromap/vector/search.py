"""The rows of a layer in which something stands that a user typed."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.model.layer import Column, ColumnType

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.vector.batches import Report
    from infromap.vector.sorting import Rows

_BLOCK = 10_000  # rows looked at from one report to the next

_COMPARISON = re.compile(r"\s*(<=|>=|!=|<|>|=)\s*(\S.*?)\s*")
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
_NUMBERS = (ColumnType.INTEGER, ColumnType.REAL)


def find_rows(columns: Sequence[Column], rows: Rows, text: str, *, report: Report | None = None) -> Rows:
    """Return those rows that have what a text asks for in one of the columns.

    Parameters
    ----------
    columns
        Where it may stand.
    rows
        Numbers of rows.
    text
        Part of a value, in large or small letters; or a comparison, ``>5``, ``<= 2026-02``, ``=yes``: with
        numbers, with the beginning of a date, and for ``=`` and ``!=`` with a whole text. Empty: all rows.
    report
        Is told how many rows have been looked at, and of how many; it may raise an error to end the work.

    Returns
    -------
    Rows
        In the order in which they were given.
    """
    if not text.strip():
        return rows
    is_found = np.zeros(len(rows), dtype=bool)
    for start in range(0, len(rows), _BLOCK):
        if report:
            report(start, len(rows))
        is_found[start : start + _BLOCK] = _find(columns, rows[start : start + _BLOCK], text)
    return rows[is_found]


def _find(columns: Sequence[Column], rows: Rows, text: str) -> NDArray[np.bool_]:
    comparison = _COMPARISON.fullmatch(text)
    is_found = np.zeros(len(rows), dtype=bool)
    for column in columns:
        if comparison:
            is_found |= _compare(column, rows, _OPERATORS[comparison[1]], comparison[2])
        else:
            is_found |= _contains(column, rows, text.strip().casefold())
    return is_found


def _contains(column: Column, rows: Rows, wanted: str) -> NDArray[np.bool_]:
    return _test(column, rows, lambda value: wanted in plain_text(value).casefold())


def _compare(column: Column, rows: Rows, compare: Callable[[Any, Any], Any], wanted: str) -> NDArray[np.bool_]:
    if column.type in _NUMBERS:
        number = _read_number(wanted)
        if number is None:
            return np.zeros(len(rows), dtype=bool)
        if column.values.dtype != object:
            found: NDArray[np.bool_] = compare(column.values[rows], number) & ~column.find_empty(rows)
            return found
        return _test(column, rows, lambda value: compare(value, number))
    if column.type is ColumnType.DATE:  # the beginning of a date is all of its days
        return _test(column, rows, lambda value: compare(value[: len(wanted)], wanted))
    if compare in (operator.eq, operator.ne):
        whole = wanted.casefold()
        return _test(column, rows, lambda value: compare(plain_text(value).casefold(), whole))
    return np.zeros(len(rows), dtype=bool)


def _test(column: Column, rows: Rows, test: Callable[[Any], Any]) -> NDArray[np.bool_]:
    """Return where a test holds; it is asked of values that are something."""
    is_found = ~column.find_empty(rows)
    is_found[is_found] = [bool(test(value)) for value in column.values[rows[is_found]].tolist()]
    return is_found


def _read_number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def plain_text(value: object) -> str:
    """Return a value as a file has it: a whole number without a point, true, false, nothing as no text."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
