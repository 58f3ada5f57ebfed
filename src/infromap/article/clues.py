"""Which kind a noun is of that leaves it open: "line", "plant", "terminal"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.measures import fits_kind
from infromap.article.vocabulary import any_of, read_table
from infromap.model.project import Kind

if TYPE_CHECKING:
    from infromap.article.nouns import Head


def open_kinds(*, linear: bool) -> frozenset[Kind]:
    """Return the kinds that a noun without one may stand for."""
    return frozenset(Kind(kind) for kind in read_table("kinds")["open"]["linear" if linear else "site"]["kinds"])


def kind_by_clue(
    text: str, stop: int, heads: list["Head"], *, linear: bool, looks_on: bool = True, unit: str | None = None
) -> Kind | None:
    """Return the kind of an open noun: by the words since the last head, by that head, by the words behind it.

    A noun with a capacity in a ``unit`` is of a kind that is measured so.
    """
    allowed = open_kinds(linear=linear)
    if unit:
        allowed = frozenset(kind for kind in allowed if fits_kind(unit, kind))
    edge = heads[-1].end if heads else 0
    found = [(match.start(), kind) for match in _clues().finditer(text) if (kind := _kind_of_clue(match[0], allowed))]
    before = [kind for start, kind in found if edge <= start < stop]
    if before:
        return before[-1]
    if heads and heads[-1].kind in allowed:
        return heads[-1].kind
    return next((kind for start, kind in found if start >= stop and looks_on), None)


@cache
def _clues() -> re.Pattern[str]:
    words = [word for words in read_table("kinds")["open"]["clues"].values() for word in words]
    return re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)


@cache
def _clue_kinds() -> dict[str, list[Kind]]:
    kinds: dict[str, list[Kind]] = {}
    for kind, words in read_table("kinds")["open"]["clues"].items():
        for word in words:
            kinds.setdefault(word.lower(), []).append(Kind(kind))
    return kinds


def _kind_of_clue(word: str, allowed: frozenset[Kind]) -> Kind | None:
    kinds = _clue_kinds()[re.sub(r"\s", " ", word).lower()]
    return next((kind for kind in kinds if kind in allowed), None)
