"""The places of a whole sentence, wherever they stand: "in A", "near B"."""

import re
from collections.abc import Iterator
from functools import cache

from infromap.article.names import AREA_WORDS, PLACE, TOWN_WORDS, WORD
from infromap.article.place_lists import is_meeting, listed_places
from infromap.article.sentences import Sentence, asked_once, find_at, word_starts
from infromap.article.vocabulary import any_of, country_adjectives
from infromap.model.project import PlaceMention, PlaceRole

_EDGES = "coast|shore|outskirts|edge"
_TOWN_OF = re.compile(r"(?:for|of)\s(?:the\s)?(?:city|town|village|port|cities|towns|villages)\sof\s")
_PREPOSITIONS = frozenset(  # the first words of what ``_site_pattern`` finds
    (
        "in",
        "at",
        "near",
        "outside",
        "for",
        "of",
        "serving",
        "to",
        "across",
        "close",
        "within",
        "throughout",
        "on",
        "along",
    )
)
_SPOKEN = re.compile(
    r"\b(?:said|told|announced|reported|signed|held|based|headquartered|born|office|branch|forum|board|approved\sby)\b"
)


def find_place_names(sentence: Sentence) -> list[str]:
    """Return every name of a sentence that stands as a place does: "in A", "near B"."""
    return [place.name for _, places in _standing(sentence) for place in places]


def find_places_told(sentence: Sentence) -> list[PlaceMention]:
    """Return the places of a sentence, but not those where somebody met, spoke or signed."""
    found = []
    edge = 0
    for start, places in _standing(sentence):
        clause = sentence.text[edge:start]
        if not (_SPOKEN.search(clause) or is_meeting(clause)):
            found += places
        edge = start
    return found


def find_sites(sentence: Sentence, first: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """Yield each "in A" between two offsets of a sentence, in the order of the text."""
    starts = [start for start, _ in _prepositions(sentence) if start >= first]
    has_owner = "'s" in sentence.text or "’s" in sentence.text
    return find_at(starts, sentence.text, _site_pattern(has_owner=has_owner), stop)


@asked_once
def _prepositions(sentence: Sentence) -> list[tuple[int, str]]:
    return word_starts(sentence, _PREPOSITIONS)


@asked_once
def _standing(sentence: Sentence) -> list[tuple[int, list[PlaceMention]]]:
    words = ("in", "at", "near", "outside", "close to", "across", "within", "throughout")
    matches = [
        match
        for match in find_sites(sentence)
        if match["word"] in words or _TOWN_OF.match(sentence.text, match.start())
    ]
    return [
        (each.start(), listed_places(sentence, each["list"], each.start("list"), PlaceRole.SITE)) for each in matches
    ]


@cache
def _site_pattern(*, has_owner: bool) -> re.Pattern[str]:
    """Return the pattern of "in the Indian state of A", "near the town of B", "in C, D and E districts".

    Half of its time goes into looking for an owner: "in A's north"; most sentences have none.
    """
    adjectives = any_of(list(country_adjectives()))
    # "in Uzbekistan's Kashkadarya region"
    owner = rf"(?P<owner>{PLACE})['’]s\s(?:[a-z]+\s)?" if has_owner else "(?P<owner>(?!))"
    types = rf"(?P<area_before>{AREA_WORDS})|{TOWN_WORDS}|islands?|{_EDGES}"
    words = rf"(?:{WORD}\sSea\s)?(?:(?:[a-z][\w-]*|{adjectives})\s){{0,2}}?"  # "at the Red Sea port of A"
    described = rf"(?!Port\s(?!of\s)){words}(?:{types})\s(?:of\s)?"  # "Port Louis" is a name
    return re.compile(
        r"\b(?P<word>in|at|near|outside|for|of|serving|to|across|close to|within|throughout"
        r"|on(?=\s(?:the\s)?(?:[\w-]+\s){1,3}[Ii]sland)|on(?=\sthe\sislands?\sof\s)"
        rf"|(?:on|along)(?=\sthe\s(?:[a-z]+\s){{0,2}}(?:{_EDGES})\sof\s))\s(?:and around\s)?(?:the\s)?"
        rf"(?:{owner})?(?:{described})?"
        rf"(?:(?:{adjectives})\s(?=capital\s))?"
        r"(?:(?:(?:north|south|east|west|central|upper|lower)(?:[- ]?(?:east|west))?(?:ern)?|capital|nearby|industrial"
        r"|port)\s)?"
        rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)(?P<area>\s{AREA_WORDS})?"
    )
