"""What can be found in a window, and how well it fits what is typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_MOST_LETTERS = 100
_LETTERS_PER_SLIP = 4  # a letter too many, missing, wrong, or two exchanged; shorter words resemble too much
_BY_OTHER_WORD = 0.8  # of the weight of a word of the title
_W = TypeVar("_W")
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


class FindIndex:
    """Things that can be found, made ready to be asked with every letter that is typed."""

    def __init__(self, finds: Iterable[Find]):
        self._entries = [(find, _spell(find.title), _spell(find.known_as)) for find in finds]
        self._vocabulary = {word for _, title, others in self._entries for word in (title + others).split()}

    def rank(self, text: str, *, limit: int = 6) -> list[Find]:
        """Return what fits a text, the best of each group first, at most so many of each.

        Every word of the text must begin a word of a title or of what else it is known by, or stand in one; titles
        count more. If nothing fits, a word may resemble one but for a slip.
        """
        words = _words(text[:_MOST_LETTERS])
        if not words:
            return []
        found = self._score(words, _fit) or self._score([self._mend(word) for word in words], _fit_any)
        found.sort(key=lambda each: (-each[0], len(each[1].title)))
        return [find for group in Group for find in [each for _, each in found if each.group == group][:limit]]

    def _score(self, words: Sequence[_W], fit: Callable[[_W, str], float]) -> list[tuple[float, Find]]:
        scored = []
        for find, title, others in self._entries:
            fits = [fit(word, title) or _BY_OTHER_WORD * fit(word, others) for word in words]
            if all(fits):
                scored.append((sum(fits) / len(words), find))
        return scored

    def _mend(self, word: str) -> tuple[str, ...]:
        """Return the words that somebody may have meant by a word with a slip in it."""
        from rapidfuzz.distance import OSA  # the window opens without it

        slips = len(word) // _LETTERS_PER_SLIP
        so_far = ((other, other[: len(word) + more]) for other in self._vocabulary for more in (-1, 0, 1))
        alike = {other for other, typed in so_far if OSA.distance(word, typed, score_cutoff=slips) <= slips}
        return tuple(alike) if slips else (word,)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _spell(text: str) -> str:
    """Return the words of a text between single spaces: to look for a beginning is to look for a text then."""
    return f" {' '.join(_words(text))} "


def _fit(word: str, spelled: str) -> float:
    if f" {word}" in spelled:
        return 1.0 if f" {word} " in spelled else 0.95
    return 0.7 if len(word) > 1 and word in spelled else 0.0


def _fit_any(words: tuple[str, ...], spelled: str) -> float:
    return 0.5 if any(f" {word}" in spelled for word in words) else 0.0
