"""Where a sentence names something that is built: its head nouns."""

import re
from functools import cache
from typing import NamedTuple

from infromap.article.chains import chains_before, chains_behind
from infromap.article.measures import capacity_pattern
from infromap.article.names import WORD
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, find_head_nouns, head_nouns, read_head_noun, read_table
from infromap.model.project import Kind

# What follows makes the noun a mere modifier: "hospital operators", "road-building".
_MODIFIED = re.compile(
    r"-(?![\s\d])|\s(?:information|operators?|company|companies|infrastructure|safety|sector|fees?|users?|tolls?|PPP|staff"
    r"|ministry|authority|agency|minister|administration|transport|traffic|services?\sprovider|map|accidents?)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\b(?:a|an|another|one|second|third|new|more)\s(?:[\w-]+\s){0,4}$", re.IGNORECASE)
_ENDS_BEHIND = re.compile(rf"s?\s(?:[a-z-]+\s){{0,4}}?(?:between|from)\s(?:the\s)?{WORD}")
_SITE_BEHIND = re.compile(rf"s?\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\sof\s)?{WORD}")
_REACH = 80  # letters


class Head(NamedTuple):
    """A head noun; offsets count from the start of the sentence. ``kind`` is None where the text leaves it open."""

    text: str
    start: int
    end: int
    kind: Kind | None
    linear: bool
    is_part: bool
    is_plural: bool
    is_open: bool  # its noun alone does not say the kind


def find_heads(sentence: Sentence) -> list[Head]:
    """Return the head nouns of a sentence, in order; nouns that leave the kind open only where they say more."""
    text = sentence.text
    found: list[Head] = []
    for match in find_head_nouns(text):
        noun = read_head_noun(match)
        if _MODIFIED.match(text, match.end()) or (noun.kind is None and not _says_more(text, match, noun.linear)):
            continue
        found.append(
            Head(
                text=match[0],
                start=match.start(),
                end=match.end(),
                kind=noun.kind or _clue(text, match.start(), found, linear=noun.linear),
                linear=noun.linear,
                is_part=noun.is_part,
                is_plural=match[0].lower().endswith("s") and match[0].lower() not in head_nouns(),
                is_open=noun.kind is None,
            )
        )
    return found


def open_kinds(*, linear: bool) -> frozenset[Kind]:
    """Return the kinds that a noun without one may stand for."""
    return frozenset(Kind(kind) for kind in read_table("kinds")["open"]["linear" if linear else "site"]["kinds"])


def _says_more(text: str, match: re.Match[str], linear: bool) -> bool:
    """Tell whether ends, a chain or a figure stands at a noun that leaves its kind open."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if linear:
        return bool(
            chains_before(text, 0, match.start())
            or chains_behind(text, match.end(), len(text))
            or _ENDS_BEHIND.match(text, match.end())
        )
    has_figure = any(not before[figure.end() :].strip(" -") for figure in capacity_pattern().finditer(before))
    return has_figure or bool(_INDEFINITE.search(before) and _SITE_BEHIND.match(text, match.end()))


def _clue(text: str, stop: int, heads: list[Head], *, linear: bool) -> Kind | None:
    """Return the kind of an open noun: by the words since the last head, by that head, by the words behind it."""
    allowed = open_kinds(linear=linear)
    edge = heads[-1].end if heads else 0
    found = [(match.start(), kind) for match in _clues().finditer(text) if (kind := _kind_of_clue(match[0], allowed))]
    before = [kind for start, kind in found if edge <= start < stop]
    if before:
        return before[-1]
    if heads and heads[-1].kind in allowed:
        return heads[-1].kind
    return next((kind for start, kind in found if start >= stop), None)


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
