"""Columns of numbers become short text for the page; ``docs/page-format.md`` describes it.

Everything here works on whole arrays: a million numbers take a fraction of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
LARGEST = 2**29  # what a packed number stays below, so that a page counts it with 32 bits

_MOST_LETTERS = 6  # of one number: five bits to a letter


def pack_integers(numbers: NDArray[Any]) -> str:
    """Return integers below ``LARGEST`` in size as letters.

    Each is turned to zigzag (0, -1, 1, -2 → 0, 1, 2, 3) and cut into groups of five bits, the lowest first;
    a letter has five of them, and a sixth that says whether more follow.
    """
    plain = numbers.astype(np.int32)
    zigzag = (plain << 1) ^ (plain >> 31)
    lengths = np.ones(len(zigzag), dtype=np.int32)
    for count in range(1, _MOST_LETTERS):
        lengths += zigzag >= 1 << (5 * count)
    starts = np.zeros(len(zigzag) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    letters = np.empty(int(starts[-1]), dtype=np.uint8)
    alphabet = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
    for place in range(int(lengths.max(initial=0))):
        reach = np.flatnonzero(lengths > place)
        bits = (zigzag[reach] >> (5 * place)) & 31
        bits += 32 * (lengths[reach] > place + 1)
        letters[starts[reach] + place] = alphabet[bits]
    return letters.tobytes().decode("ascii")


def pack_steps(numbers: NDArray[Any]) -> str:
    """Return integers, or integer points in an array of two columns, as steps from each to the next, from 0 on."""
    return pack_integers(np.diff(numbers, axis=0, prepend=0).ravel())
