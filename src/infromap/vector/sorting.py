"""The rows of a layer in the order of one of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from infromap.model.layer import Column, ColumnType

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.vector.batches import Report

Rows: TypeAlias = "NDArray[np.int64]"
SortKey = Callable[[str], Any]  # of a text: something that can be compared

_RUN = 5_000  # texts sorted, or let go of, at once: no other thread gets its turn meanwhile
_BLOCK = 10_000  # rows from one report to the next
_PASSES = 4  # over texts: numbered, made comparable, sorted in runs, merged


def sort_rows(
    column: Column,
    rows: Rows,
    *,
    is_descending: bool = False,
    sort_key: SortKey = str,
    report: Report | None = None,
) -> Rows:
    """Return rows in the order of a column.

    Parameters
    ----------
    column
        What they are sorted by.
    rows
        Numbers of rows; those with equal values stay in this order.
    is_descending
        Whether the largest comes first.
    sort_key
        How texts are compared; by their letters' numbers if it is left out.
    report
        Is told how much of the work is done, and how much there is; it may raise an error to end the work.

    Returns
    -------
    Rows
        The same rows; those without a value come last, whichever way they are sorted.
    """
    is_empty = column.find_empty(rows)
    known = rows[~is_empty]
    ranks = _rank(column, known, sort_key, report)
    order = np.argsort(-ranks if is_descending else ranks, kind="stable")
    return np.concatenate([known[order], rows[is_empty]])


def _rank(column: Column, rows: Rows, sort_key: SortKey, report: Report | None) -> Rows:
    values = column.values[rows]
    if column.type is ColumnType.TEXT:
        return _rank_texts(values, sort_key, report)
    if column.type is ColumnType.DATE:
        return _rank_texts(values, str, report)
    ranks: Rows = np.unique(values, return_inverse=True)[1].astype(np.int64)
    return ranks


def _rank_texts(texts: NDArray[Any], sort_key: SortKey, report: Report | None) -> Rows:
    """Return the place of each text among the different ones; other threads get their turn meanwhile."""
    passes = _Passes(report, _PASSES * len(texts))
    codes: dict[str, int] = {}
    coded = np.empty(len(texts), dtype=np.int64)
    for part in passes.steps(len(texts), _BLOCK):
        coded[part] = [codes.setdefault(text, len(codes)) for text in texts[part].tolist()]
    different = list(codes)
    keys: list[Any] = []
    for part in passes.steps(len(different), _BLOCK):
        keys.extend([sort_key(text) for text in different[part]])
    runs = [sorted(range(part.start, part.stop), key=keys.__getitem__) for part in passes.steps(len(different), _RUN)]
    ranks = np.empty(len(different), dtype=np.int64)
    merged = merge(*runs, key=keys.__getitem__)
    for part in passes.steps(len(different), _BLOCK):
        ranks[list(islice(merged, part.stop - part.start))] = np.arange(part.start, part.stop)
    while keys:
        del keys[-_RUN:]
    return ranks[coded]


class _Passes:
    """Goes over rows several times, a part at a time, and tells how far that is."""

    def __init__(self, report: Report | None, total: int):
        self._report = report
        self._total = total
        self._done = 0

    def steps(self, count: int, size: int) -> Iterator[slice]:
        """Yield the parts of one pass."""
        for start in range(0, count, size):
            if self._report:
                self._report(self._done, self._total)
            stop = min(start + size, count)
            yield slice(start, stop)
            self._done += stop - start
