"""What can be found in a window, and how well it fits what is typed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

_MOST_LETTERS = 100
_LETTERS_PER_SLIP = 4  # a letter too many, missing, wrong, or two exchanged; shorter words resemble too much
_WORD = re.compile(r"[^\W_]+")


class Group(StrEnum):
    """Kinds of things that can be found, in the order in which they are listed."""

    COORDINATES = "coordinates"
    PROJECTS = "projects"
    BOOKMARKS = "bookmarks"
    LAYERS = "layers"
    COMMANDS = "commands"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One thing that can be found: what is read, what else it is known by, and what choosing it does."""

    group: Group
    title: str
    detail: str = ""
    known_as: str = ""
    choose: Callable[[], object]


def rank_finds(text: str, finds: Iterable[Find], *, limit: int = 6) -> list[Find]:
    """Return what fits a text, the best of each group first, at most so many of each.

    Every word of the text must begin a word of a title or of what else it is known by, or stand in one, or resemble
    one but for a slip; titles count more.
    """
    words = [word.casefold() for word in _WORD.findall(text[:_MOST_LETTERS])]
    if not words:
        return []
    scored = [(_score(words, find), find) for find in finds]
    found = sorted((each for each in scored if each[0] > 0), key=lambda each: (-each[0], len(each[1].title)))
    return [find for group in Group for find in [each for _, each in found if each.group == group][:limit]]


def _score(words: list[str], find: Find) -> float:
    title, others = ([word.casefold() for word in _WORD.findall(each)] for each in (find.title, find.known_as))
    total = 0.0
    for word in words:
        best = max(_fit(word, title), 0.8 * _fit(word, others))
        if best == 0:
            return 0.0
        total += best
    return total / len(words)


def _fit(word: str, others: list[str]) -> float:
    return max((_fit_one(word, other) for other in others), default=0.0)


def _fit_one(word: str, other: str) -> float:
    if other == word:
        return 1.0
    if other.startswith(word):
        return 0.95
    if len(word) > 1 and word in other:
        return 0.7
    slips = len(word) // _LETTERS_PER_SLIP
    typed_so_far = (other[: len(word) + more] for more in (-1, 0, 1))
    return 0.5 if slips and any(OSA.distance(word, each, score_cutoff=slips) <= slips for each in typed_so_far) else 0.0
