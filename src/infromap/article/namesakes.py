"""What a work is called after, or whose it is: "A railway bypass", "A will get a hospital"."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.names import NAME, PLACE, WORD, is_place_name, trim_name
from infromap.article.patterns import CuedPattern
from infromap.article.place_lists import place_mention
from infromap.article.vocabulary import countries, head_nouns, region_names
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence

# Words that part a capitalised name from the head noun behind it: they are no modifiers of the noun.
_NO_MODIFIER = (
    r"(?:a|an|the|its|their|will|would|may|can|to|is|are|was|were|has|have|had|for|in|of|by|on|at|and|or|with|two|three"
    r"|four|five|\w+s|\w+ing|\w+ed|build|finance|receive|get)"
)
_OWN_NAME = re.compile(
    rf"(?<![\w-]){NAME}(?:-{WORD})?(?=(?:['’]s)?(?:[\s-](?!(?-i:{_NO_MODIFIER})\s)[\w-]+){{0,4}}\s*$)"
)
_NAME, _PLACE = re.compile(NAME), re.compile(PLACE)
_TITLE = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts)\s(?P<name>{WORD}(?:-{WORD})?)\s(?:{WORD}\s|and\s|of\s){{1,7}}$")
_POSSESSOR = CuedPattern(rf"(?<![\w-])(?P<name>{NAME})['’]s?\s(?=[a-z])", "'", "’")
_LISTED_NAMES = CuedPattern(
    rf"(?<![\w-])(?P<list>{NAME}(?:,\s{NAME})*\sand\s(?:[\d,.]+[\s-]?[kMG]W\s)?{NAME})\s(?:[a-z-]+\s){{0,2}}$",
    " and ",
)
_WATERS = frozenset(("River", "Lake", "Sea", "Bay", "Strait", "Canal", "Gulf", "Mountains", "Valley", "Basin"))
_SUBJECT = CuedPattern(
    rf"^(?P<name>{PLACE})(?=,|\sin\sthe\s|\s(?:is|will|has|can|gets|plans)\b)",
    ",",
    " in the ",
    " is ",
    " will ",
    " has ",
    " can ",
    " gets ",
    " plans ",
)
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w-]+\s){0,3}$")
_RECEIVER = CuedPattern(
    rf"^(?:{WORD}['’]s\s(?:[a-z-]+\s){{0,3}})?(?P<name>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)(?:,\s[^,;:.]{{3,60}},)?\s"
    rf"(?:will\s|already\s|(?:is|are)\s(?:also\s)?to\s|would\s|should\s)?(?:gets?|receives?|has|have|obtains?)\s|\b(?:lend|lends|lent|lending|grants?)\s(?P<object>{PLACE})\s",
    " get",
    " receive",
    " has ",
    " have ",
    " obtain",
    "lend",
    "lent ",
    "grant",
)
_COUNTED_TOWNS = CuedPattern(
    rf"\b(?:municipalities|cities|towns|districts|villages|communities|settlements)\s\((?P<name>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})+)\)",
    "(",
)
_THERE = re.compile(r"s?\s(?:[\w-]+\s)?there\b")
_BEFORE_THERE = CuedPattern(rf"\b(?:in|for|of|to|at)\s(?P<name>{PLACE})", "there")
_BUILDER = CuedPattern(
    rf"(?P<name>{PLACE})\s(?:is\sto|will|plans\sto|wants\sto|can|hopes\sto)\s(?:[a-z]+ly\s)?"
    r"(?:buy|build|moderni[sz]e|upgrade|extend|expand|renovate|rebuild|construct|replace|open|repair|electrify)\s",
    " is to ",
    " will ",
    " plans to ",
    " wants to ",
    " can ",
    " hopes to ",
)


def longest_known(
    own: PlaceMention | None, sentence: "Sentence", is_place: Callable[[str], bool] | None
) -> PlaceMention | None:
    """Return the place that a title begins with, "the A Heating Sector Project", if a gazetteer knows it."""
    words = own.name.split(" ") if own else []
    names = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    name = next((name for name in names if is_place and is_place(name)), None)
    if own is None or name is None:
        return None
    start = own.quote.start - sentence.start
    return replace(own, name=name, quote=sentence.quote("place", start, start + len(name)))


def names_listed(sentence: "Sentence", before: str, begin: int) -> tuple[PlaceMention, ...]:
    """Return the places that several works are called after: "the 45 MW A and 30 MW B plants"."""
    match = _LISTED_NAMES.search(before)
    names = list(_NAME.finditer(match["list"])) if match else []
    found = [
        place_mention(sentence, name[0], begin + match.start("list") + name.start(), PlaceRole.SITE)
        for name in names
        if match
    ]
    places = tuple(each for each in found if each)
    return places if len(places) == len(names) > 1 else ()


def title_name(sentence: "Sentence", before: str, begin: int) -> PlaceMention | None:
    """Return the name that a title opens with, "the A-B Water Desalination and Conveyance Project"."""
    title = _TITLE.search(before)
    return place_mention(sentence, title["name"], begin + title.start("name"), PlaceRole.SITE) if title else None


def both_ends(sentence: "Sentence", own: PlaceMention, is_place: Callable[[str], bool]) -> tuple[PlaceMention, ...]:
    """Return the two places of a title such as "the A-B Water Project", if a gazetteer knows both."""
    names = own.name.split("-")
    start = own.quote.start - sentence.start
    places = [place_mention(sentence, name, start + own.name.index(name), PlaceRole.SITE) for name in names]
    return tuple(each for each in places if each) if len(names) == 2 and all(map(is_place, names)) else ()


def name_before(sentence: "Sentence", before: str, begin: int, people: frozenset[str]) -> PlaceMention | None:
    """Return the place that a project is called after: ``Almaty railway bypass``."""
    found = (_own_name(match, sentence, begin) for match in _OWN_NAME.finditer(before))
    return next((place for place in found if place and not people & {place.name, *place.name.split(" ")}), None)


def _own_name(match: re.Match[str], sentence: "Sentence", begin: int) -> PlaceMention | None:
    words = match[0].split(" ")
    while words and (not is_place_name(words[-1]) or (len(words) > 1 and words[-1].lower() in head_nouns())):
        if words.pop() in _WATERS:
            return None
    name = trim_name(" ".join(words))
    if any(part in countries() for part in (name, *name.split("-"))) or not is_place_name(name):
        return None
    start = begin + match.start() + match[0].index(name)
    quote = sentence.quote("place", start, start + len(name))
    return PlaceMention(name=name, role=PlaceRole.SITE, quote=quote, is_region=name in region_names())


def possessor(
    mention: "Mention", people: frozenset[str], is_place: Callable[[str], bool] | None
) -> tuple[PlaceMention, ...]:
    """Return the town of "A's heating company … heat pipes", or of "A … its wastewater services"."""
    text = mention.sentence.text
    stop = mention.head.start - mention.sentence.start
    builder = _BUILDER.match(text, 0, stop) if is_place else None
    patterns = [_RECEIVER, _BUILDER] if builder and is_place and is_place(builder["name"]) else [_RECEIVER]
    if _THERE.match(text, stop + len(mention.head.text)):
        patterns.insert(0, _BEFORE_THERE)
    if _ITS.search(text[:stop]):
        patterns.insert(0, _SUBJECT)
    elif not mention.is_definite:
        patterns += [_COUNTED_TOWNS, _POSSESSOR]
    for match in (match for pattern in patterns for match in pattern.finditer(text, 0, stop)):
        group = "name" if match["name"] else "object"
        names = _PLACE.finditer(match[group])
        found = [place_mention(mention.sentence, n[0], match.start(group) + n.start(), PlaceRole.SITE) for n in names]
        places = [each for each in found if each and not people & {each.name, *each.name.split(" ")}]
        if places and len(places) == len(found):
            return tuple(places)
    return ()
