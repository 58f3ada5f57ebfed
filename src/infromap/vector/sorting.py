"""The rows of a layer in the order of one of its columns."""

from __future__ import annotations

from collections.abc import Callable
from heapq import merge
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from infromap.model.layer import Column, ColumnType

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rows: TypeAlias = "NDArray[np.int64]"
SortKey = Callable[[str], Any]  # of a text: something that can be compared

_RUN = 12_000  # texts sorted at once: no other thread gets its turn meanwhile


def sort_rows(column: Column, rows: Rows, *, is_descending: bool = False, sort_key: SortKey = str) -> Rows:
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

    Returns
    -------
    Rows
        The same rows; those without a value come last, whichever way they are sorted.
    """
    is_empty = column.find_empty(rows)
    known = rows[~is_empty]
    ranks = _rank(column, known, sort_key)
    order = np.argsort(-ranks if is_descending else ranks, kind="stable")
    return np.concatenate([known[order], rows[is_empty]])


def _rank(column: Column, rows: Rows, sort_key: SortKey) -> Rows:
    values = column.values[rows]
    if column.type is ColumnType.TEXT:
        return _rank_texts(values.tolist(), sort_key)
    if column.type is ColumnType.DATE:
        return _rank_texts(values.tolist(), str)
    ranks: Rows = np.unique(values, return_inverse=True)[1].astype(np.int64)
    return ranks


def _rank_texts(texts: list[str], sort_key: SortKey) -> Rows:
    """Return the place of each text among the different ones."""
    codes: dict[str, int] = {}
    coded = np.fromiter((codes.setdefault(text, len(codes)) for text in texts), dtype=np.int64, count=len(texts))
    keys = [sort_key(text) for text in codes]
    runs = [
        sorted(range(start, min(start + _RUN, len(keys))), key=keys.__getitem__) for start in range(0, len(keys), _RUN)
    ]
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[np.fromiter(merge(*runs, key=keys.__getitem__), dtype=np.int64, count=len(keys))] = np.arange(len(keys))
    return ranks[coded]
