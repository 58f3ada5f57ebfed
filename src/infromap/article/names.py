"""Capitalised words as names of places: their pattern, and which are none."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from infromap.article.vocabulary import (
    UPPER,
    any_of,
    countries,
    country_adjectives,
    first_words,
    not_places,
    organisation_words,
    read_table,
)

_LETTERS = r"[^\W\d_]"
# A run of letters gives none back ("*+"): no name ends inside of a word, and trying would take most of the time.
# Of a name with a hyphen: "Abu Dhabi-based".
_NO_PART = r"[a-z]*(?:ed|ing)|born|bound|made|style|run|wide|level|built|era|year|old|operation|and|the"
WORD = (
    rf"[{UPPER}]{_LETTERS}*+(?:['’ʻʼ`](?!s\b)(?={_LETTERS}){_LETTERS}*)*"
    rf"(?:-(?!(?:{_NO_PART})\b)[a-zà-ÿ]{{3,12}}\b)?"  # "Zhangiz-tobe"
    rf"(?:-(?:e|i|ul|al|el|ye|en|sur|le|la|au)-[^\W\d_a-z]{_LETTERS}+)*"  # "Pul-e-Alam"
)
_PARTICLE = r"(?:de|del|da|dos|das|di|du|la|le|las|los|el|al|es|ash|sur|ul|bin|i)[ \u00a0-]"  # "Dar es Salaam"
# "Gulf of Suez", "10th of Ramadan", "Cox's Bazar".
_OF = r"(?:(?:(?:Gulf|Bay|Cape|Isle)|\d{1,2}th)\sof|Cox['’]s)\s"
_INITIALS = r"(?:[A-Z]\.\s?){0,3}"  # "D.N. Nagar"
NAME = rf"(?:{_OF}|{_INITIALS}){WORD}(?:[ \u00a0](?:{_PARTICLE})?{WORD}){{0,2}}"  # "Kazybek Bek"
# A hyphen may stand inside: "Ust-Kamenogorsk".
PLACE = rf"(?:{_OF}|St\.\s)?{WORD}(?:[-‑ \u00a0](?:{_PARTICLE})?{WORD}){{0,4}}"
DASH = r"(?:\s?[-–—‑]\s?|/)"
_PIECE = re.compile(r"\w+")
_LONG_DASH = re.compile(r"\s?[–—]\s?|\s-\s")
_ANY_DASH = re.compile(DASH)
CHAIN = rf"{NAME}(?:{DASH}{NAME}){{1,9}}"
# Kinds of place that stay with the name, because they say which place it is.
AREA_WORDS = (
    r"(?:[Rr]egions?|[Pp]rovinces?|[Oo]blasts?|[Dd]istricts?|[Gg]overnorates?|[Pp]refectures?|[Cc]ount(?:y|ies)|[Mm]arz|[Vv]elayat|[Ww]elayat|[Vv]iloyat|[Ww]ilaya|[Ss]tates?"
    r"|[Dd]ivisions?|[Rr]ayons?|[Aa]imags?|[Vv]oivodeships?|[Dd]epartments?)"
)
TOWN_WORDS = (
    r"(?:[Cc]it(?:y|ies)|[Tt]owns?|[Vv]illages?|[Ss]tations?|[Ss]ettlements?|(?:ports?|Ports?(?!\s[A-Z]))|[Ii]nterchange|[Jj]unction"
    r"|[Mm]unicipalit(?:y|ies)|[Pp]ass)"
)
_TOWN_BEHIND = re.compile(rf"\s+{TOWN_WORDS}$")
_SPACE, _SPACE_OR_HYPHEN = re.compile(r"[\s\u00a0]"), re.compile(r"[\s\u00a0-]")
_REMEMBERED = 4_096  # names: a text asks for each of its names several times
_DIRECTIONS = frozenset(
    ("North", "South", "East", "West", "Central", "Upper", "Lower", "Northern", "Southern", "Eastern", "Western")
)
_UNIT = re.compile(r"[A-Z]{2,4}|[kMG](?:W|V|VA)")  # "MW", "ADB": no part of the name behind it
_RANKS = frozenset(
    (
        "Outer",
        "Inner",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "National",
        "International",
        "Regional",
        "New",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
    )
)  # "the A-B National Highway"
_ARTICLES = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Nn]ew)\s+")


def split_chain(text: str, is_place: Callable[[str], bool] = lambda _name: False) -> list[str]:
    """Return the names of ``A-B-C`` in order; beside longer dashes a hyphen is part of a name: ``Kara-Balta – Osh``.

    ``is_place`` tells names with a hyphen that are one place: ``Issyk-Kul``.
    """
    dash = _LONG_DASH if _LONG_DASH.search(text) else _ANY_DASH
    names = [name.strip() for name in dash.split(text) if name.strip()]
    joined: list[str] = []
    for name in names:
        both = f"{joined[-1]}-{name}" if joined else name
        if joined and both in text and (joined[-1] in _hyphened() or is_place(both)):
            joined[-1] = both
        else:
            joined.append(name)
    return joined


@lru_cache(maxsize=_REMEMBERED)
def is_place_name(name: str) -> bool:
    """Tell whether a capitalised name may be a place: no country, office, acronym, month or direction."""
    bare = _ARTICLES.sub("", name).strip()
    words = _SPACE.split(bare)
    if not bare or bare in countries() or bare in not_places() or bare in country_adjectives():
        return False
    if len(bare) == 1:
        return False
    if bare.isupper() and len(words) == 1 and len(bare) <= 6:
        return False  # an acronym
    if any(word in organisation_words() for word in words) or _names_institution(bare):
        return False
    return not all(word in not_places() or word.lower() in _numbers() for word in _SPACE_OR_HYPHEN.split(bare))


@lru_cache(maxsize=_REMEMBERED)
def trim_name(name: str) -> str:
    """Take off what stands before and behind the name proper: articles, directions, "city", "station"."""
    bare = _ARTICLES.sub("", name).strip()
    bare = _TOWN_BEHIND.sub("", bare)
    words = bare.split(" ")
    while len(words) > 1 and (words[0] in not_places() or words[0] in countries() or _UNIT.fullmatch(words[0])):
        if words[1:] == ["Border"]:
            break
        if words[0] in (*_DIRECTIONS, "Port") and is_place_name(" ".join(words[1:])):
            break  # "South Sinai", "Port Vila"
        words = words[1:]
    while len(words) > 1 and (_UNIT.fullmatch(words[-1]) or words[-1] in _RANKS):
        words.pop()
    return " ".join(words)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(read_table("cues")["numbers"])


@cache
def _hyphened() -> frozenset[str]:
    return frozenset(read_table("cues")["hyphened_prefixes"])


def _names_institution(name: str) -> bool:
    pieces = {word.lower() for word in _PIECE.findall(name)}
    return not _institution_words().isdisjoint(pieces) and bool(_institution().search(name))


@cache
def _institutions() -> tuple[str, ...]:
    return tuple(name for names in read_table("institutions")["financiers"].values() for name in names)


@cache
def _institution_words() -> frozenset[str]:
    return first_words(_institutions())


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_institutions())})(?!\w)")
