"""The attributes of a layer as text, a block of rows to a line, so that the page decodes what it needs."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.model.layer import Column, ColumnType
from infromap.render.packing import LARGEST, pack_integers

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK_ROWS = 2_000
_MOST_DECIMALS = 6
LARGEST_EXACT = 2**53  # integers beyond it are text: JavaScript would round them


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnText:
    """``form`` says how ``lines`` are decoded; ``decimals`` goes with "scaled"."""

    form: str
    lines: tuple[str, ...]
    decimals: int = 0


def pack_column(column: Column) -> ColumnText:
    """Return a column in the shortest form that gives every value back exactly."""
    if column.type is ColumnType.BOOLEAN or column.values.dtype == object:
        return _pack_texts(column.values.tolist())
    numbers = column.values
    if numbers.dtype.kind in "iu" and (np.abs(numbers.astype(np.float64)) > LARGEST_EXACT).any():
        return _pack_texts(list(map(str, numbers.tolist())))
    return _pack_numbers(numbers.astype(np.float64))


def _pack_numbers(numbers: NDArray[np.float64]) -> ColumnText:
    decimals = _decimals(numbers)
    if decimals is None:
        lines = (base64.b64encode(block.astype("<f8").tobytes()).decode() for block in _blocks(numbers))
        return ColumnText(form="doubles", lines=tuple(lines))
    is_nothing = np.isnan(numbers)
    scaled = np.rint(np.where(is_nothing, 0, numbers) * 10**decimals).astype(np.int64)
    codes = np.where(is_nothing, 0, np.where(scaled < 0, scaled, scaled + 1))  # 0 is kept for nothing
    return ColumnText(form="scaled", lines=tuple(map(pack_integers, _blocks(codes))), decimals=decimals)


def _decimals(numbers: NDArray[np.float64]) -> int | None:
    """Return with how many decimals all numbers are exact and small enough to pack; None if with none."""
    known = numbers[~np.isnan(numbers)]
    if not np.isfinite(known).all():
        return None
    for decimals in range(_MOST_DECIMALS + 1):
        scaled = np.rint(known * 10**decimals)
        if len(scaled) and np.abs(scaled).max() >= LARGEST - 1:
            return None
        if (scaled / 10**decimals == known).all():
            return decimals
    return None


def _pack_texts(values: list[Any]) -> ColumnText:
    """Return values of JSON as they are, or as numbers of words where words come again and again."""
    sample = values[:BLOCK_ROWS]
    if 2 * len(set(sample)) > len(sample):
        return ColumnText(form="texts", lines=tuple(json_text(block) for block in _blocks(values)))
    words = dict.fromkeys(values)
    words.pop(None, None)
    codes = {word: code for code, word in enumerate(words, start=1)} | {None: 0}
    numbers = np.fromiter(map(codes.__getitem__, values), dtype=np.int64, count=len(values))
    return ColumnText(form="words", lines=(json_text(list(words)), *map(pack_integers, _blocks(numbers))))


def _blocks(values: Sequence[Any] | NDArray[Any]) -> Iterator[Any]:
    return (values[start : start + BLOCK_ROWS] for start in range(0, len(values), BLOCK_ROWS))


def json_text(value: object) -> str:
    """Return JSON that may stand inside a script element and on one line: it cannot end either.

    A lone surrogate, which no file can hold, becomes its escape.
    """
    text = escape_json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def escape_json(text: str) -> str:
    """Return JSON without the letters that mean something to HTML or end a line of a script."""
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
