"""Capitalised words as names of places: their pattern, and which are none."""

import re
from functools import cache

from infromap.article.vocabulary import (
    UPPER,
    any_of,
    countries,
    country_adjectives,
    not_places,
    organisation_words,
    read_table,
)

_LETTERS = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{_LETTERS}|['’ʻʼ`](?={_LETTERS}))*"
NAME = rf"{WORD}(?:[ \u00a0]{WORD}){{0,2}}"  # "Kazybek Bek"
PLACE = rf"{WORD}(?:[-‑ \u00a0]{WORD}){{0,3}}"  # "Ust-Kamenogorsk": a hyphen may stand inside
DASH = r"\s?[-–—‑]\s?"
CHAIN = rf"{NAME}(?:{DASH}{NAME}){{1,9}}"
# Kinds of place that stay with the name, because they say which place it is.
AREA_WORDS = (
    r"(?:[Rr]egion|[Pp]rovince|[Oo]blast|[Dd]istricts?|[Gg]overnorate|[Pp]refecture|[Cc]ounty|[Ss]tate|[Dd]ivision)"
)
TOWN_WORDS = r"(?:[Cc]ity|[Tt]own|[Vv]illages?|[Ss]tations?|[Ss]ettlements?|[Pp]ort)"
_ARTICLES = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Nn]ew)\s+")


def split_chain(text: str) -> list[str]:
    """Return the names of ``A-B-C`` in order."""
    return [name.strip() for name in re.split(DASH, text) if name.strip()]


def is_place_name(name: str) -> bool:
    """Tell whether a capitalised name may be a place: no country, office, acronym, month or direction."""
    bare = _ARTICLES.sub("", name).strip()
    words = re.split(r"[\s\u00a0]", bare)
    if not bare or bare in countries() or bare in not_places() or bare in country_adjectives():
        return False
    if len(bare) > 1 and bare.isupper() and len(words) == 1 and len(bare) <= 6:
        return False  # an acronym
    if any(word in organisation_words() for word in words) or _institution().search(bare):
        return False
    return not all(word in not_places() for word in re.split(r"[\s\u00a0-]", bare))


def trim_name(name: str) -> str:
    """Take off what stands before and behind the name proper: articles, directions, "city", "station"."""
    bare = _ARTICLES.sub("", name).strip()
    bare = re.sub(rf"\s+{TOWN_WORDS}$", "", bare)
    words = bare.split(" ")
    while len(words) > 1 and (words[0] in not_places() or words[0] in countries()):
        words = words[1:]
    return " ".join(words)


@cache
def _institution() -> re.Pattern[str]:
    names = [name for names in read_table("institutions")["financiers"].values() for name in names]
    return re.compile(rf"(?<!\w)(?:{any_of(names)})(?!\w)")
