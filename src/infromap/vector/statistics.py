"""What the values of a column are on the whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from infromap.model.layer import Cell, Column, ColumnType, Values

if TYPE_CHECKING:
    from infromap.vector.sorting import Rows

_FREQUENT = 8
_BLOCK = 50_000  # values counted at once: no other thread gets its turn meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnStatistics:
    """``count`` values are something and ``empty`` are nothing; numbers alone have the figures from ``mean`` on."""

    count: int
    empty: int
    unique: int
    minimum: Cell = None  # of numbers and dates
    maximum: Cell = None
    mean: float | None = None
    median: float | None = None
    total: float | None = None
    deviation: float | None = None  # of all values, not of a sample
    most_frequent: tuple[tuple[Cell, int], ...] = ()  # values and how often; no more than a few


def describe_column(column: Column, rows: Rows) -> ColumnStatistics:
    """Return the figures of some rows of a column."""
    is_empty = column.find_empty(rows)
    values = column.values[rows[~is_empty]]
    empty = int(is_empty.sum())
    if not len(values):
        return ColumnStatistics(count=0, empty=empty, unique=0)
    if column.type in (ColumnType.INTEGER, ColumnType.REAL):
        return _describe_numbers(values.astype(np.float64), empty)
    counts = _count(values)
    is_date = column.type is ColumnType.DATE
    return ColumnStatistics(
        count=len(values),
        empty=empty,
        unique=len(counts),
        minimum=min(map(str, counts)) if is_date else None,
        maximum=max(map(str, counts)) if is_date else None,
        most_frequent=tuple(counts.most_common(_FREQUENT)),
    )


def _count(values: Values) -> Counter[Cell]:
    counts: Counter[Cell] = Counter()
    for start in range(0, len(values), _BLOCK):
        counts.update(values[start : start + _BLOCK].tolist())
    return counts


def _describe_numbers(numbers: Values, empty: int) -> ColumnStatistics:
    with np.errstate(all="ignore"):  # infinite values make infinite sums
        return ColumnStatistics(
            count=len(numbers),
            empty=empty,
            unique=len(np.unique(numbers)),
            minimum=float(numbers.min()),
            maximum=float(numbers.max()),
            mean=float(numbers.mean()),
            median=float(np.median(numbers)),
            total=float(numbers.sum()),
            deviation=float(numbers.std()),
        )
