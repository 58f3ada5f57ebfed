"""Neighbouring phrases of one sentence that name one work, or share what stands behind them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.names import NAME, WORD
from infromap.article.patterns import CuedPattern
from infromap.model.project import Kind, PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence

_ON_TOP = re.compile(r"\son\s(?:the\s(?:roofs?|grounds)\sof\s)?(?:[\d,]+\s)?(?:[a-z]+\s){0,2}")
_AT_WORK = re.compile(rf"\s(?:in|at|of)\s(?:the\s|{WORD}['’]s\s)?(?:[a-z]+\s)?")
_GETS = CuedPattern(
    rf"\s(?:of\s{NAME}\s)?(?:will|is\sto)\s(?:have|get|receive)\san?\s(?:[a-z-]+\s){{0,2}}", "have", "get", "receive"
)
_AT_NAME = CuedPattern(rf"\s(?:in|at|on)\s(?:the\s|{WORD}['’]s\s)?(?:[a-z]+\s)?{NAME}\s", "in", "at", "on")
_IN_BRACKETS = re.compile(r"s?\s\((?:the\s)?(?:[\w-]+\s)?")
_APPOSED = re.compile(r"s?(?:\s\([A-Z]+\))?(?:\sLine\s\w{1,3}|\s[–-]\s[^,;:.]{1,20})?,\s(?:an?|the|one of)\s")
_OF_THE = re.compile(r"s?\s(?:of|on|along)\s(?:the\s)?(?:[^,;:.]*\s)?")
_COORDINATED = re.compile(r"s?,?\s(?:and|or|as well as)\s(?:(?!is\b|was\b|will\b|to\b|for\b)[\w.,-]+\s){0,6}")


def join_phrases(phrases: Sequence[list["Mention"]], sentence: "Sentence") -> list[list["Mention"]]:
    """Let neighbours in one sentence share what stands behind them, and be one where one is the other's place."""
    if len(phrases) < 2:
        return list(phrases)
    kept: list[list[Mention]] = []
    for phrase in reversed(phrases):
        behind = kept[0] if kept else []
        if phrase and behind and _is_section_of(phrase[0], behind[0]):
            kept[0] = phrase
            continue
        if len(phrase) != 1 or len(behind) != 1:
            kept.insert(0, phrase)
            continue
        first, second = phrase[0], behind[0]
        between = sentence.text[first.head.end - sentence.start : second.head.start - sentence.start]
        if _is_corridor_of(first, second, between):
            kept[0] = [first]
        elif _is_place_of(first, second) or _is_at_port(first, second, between):
            kept[0] = [replace(first, places=second.places or first.places, region=second.region or first.region)]
        elif first.kind is second.kind and first.places and not second.places and _GETS.fullmatch(between):
            kept[0] = [_at_place_of(second, first)]
        elif (_ON_TOP.fullmatch(between) and not (first.places or first.region)) or (
            first.kind is second.kind and _AT_WORK.fullmatch(between) and not (first.places or first.region)
        ):
            kept[0] = [_at_place_of(first, second)]
        elif _is_same_work(first, second, between):
            kept[0] = [_filled(first, second)]
        elif _COORDINATED.fullmatch(between) and not (first.places or first.region or first.corridor):
            shared = second.places if second.places_behind else ()
            kept.insert(0, [replace(first, places=shared, region=second.region, country=second.country)])
        else:
            kept.insert(0, phrase)
    return kept


def _at_place_of(mention: "Mention", other: "Mention") -> "Mention":
    """Put a work where the one stands that it is a part of: "a terminal at the port of A"."""
    return replace(
        mention, places=other.places, region=other.region, country=other.country, places_behind=bool(other.places)
    )


def _is_same_work(first: "Mention", second: "Mention", between: str) -> bool:
    """Tell whether the second noun only says the first in other words: "the A station (CHP-2)"."""
    if _IN_BRACKETS.fullmatch(between):
        return first.kind is second.kind
    is_other_word = {first.kind, second.kind} == {Kind.METRO, Kind.RAILWAY} and not first.places
    says_no_more = second.is_open or not (second.places or second.own_name or second.is_plural or second.capacity)
    return bool(_APPOSED.match(between)) and (
        (says_no_more and second.kind in (first.kind, None) and first.linear is second.linear) or is_other_word
    )


def _filled(mention: "Mention", other: "Mention") -> "Mention":
    """Give a mention what only its apposition says."""
    names = (
        "places",
        "around",
        "region",
        "country",
        "capacity",
        "capacity_text",
        "capacity_unit",
        "length",
        "length_km",
    )
    return replace(mention, **{name: getattr(mention, name) or getattr(other, name) for name in names})


def _is_section_of(part: "Mention", whole: "Mention") -> bool:
    """Tell whether "the A-B stretch of the C-D road" or "a bypass around A on the C-D road" names one work."""
    text = part.sentence.text
    between = text[part.head.end - part.sentence.start : whole.head.start - part.sentence.start]
    is_section = part.is_open and part.linear and part.places and _OF_THE.fullmatch(between)
    goes_round = any(place.role is PlaceRole.AROUND for place in part.places)
    is_on = re.search(r"\son\s(?:the\s)?(?:[\w–-]+\s){0,4}$", between)
    return part.kind in (whole.kind, None) and bool(is_section or (goes_round and is_on))


def _is_corridor_of(part: "Mention", whole: "Mention", between: str) -> bool:
    """Tell whether "a tunnel at A on the B highway" names one work and where it lies."""
    is_on = re.search(r"\b(?:on|along|part of|under)\s(?:the\s)?(?:[\w-]+\s){0,3}$", between)
    return bool(is_on and part.is_part and part.places and part.kind is whole.kind and not whole.is_part)


def _is_at_port(first: "Mention", second: "Mention", between: str) -> bool:
    """Tell whether the second is the port or airport at which a work of another kind stands: "a plant at A port"."""
    is_port = second.kind in (Kind.PORT, Kind.AIRPORT, Kind.DAM) and second.own_name is not None
    return is_port and not (first.places or first.region) and bool(_AT_NAME.fullmatch(between))


def _is_place_of(first: "Mention", second: "Mention") -> bool:
    """Tell whether the second work is where the first one stands: "a terminal at A airport"."""
    if first.kind is not second.kind or len(first.places) != 1 or second.own_name is None:
        return False
    return first.places[0].quote.start <= second.own_name.quote.start < first.places[0].quote.end
