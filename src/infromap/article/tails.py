"""What stands behind a head noun and says where, "in A" or "50 km south of C"; and what a sentence opens with."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.line_ends import END_TYPE, NAME_ROOM, Tail, read_line_tail
from infromap.article.names import AREA_WORDS, PLACE, is_place_name, trim_name
from infromap.article.patterns import CuedPattern
from infromap.article.place_lists import country_in, is_meeting, listed_places
from infromap.article.standing_places import find_sites
from infromap.article.vocabulary import any_of, holds_any, read_table
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence

_DISTANCES = ("km", "kilomet", "mile")
_REACH = 110  # letters behind a head within which "in A" still belongs to it
_WATERS = re.compile(
    r"\s(?:river|lake|sea|bay|gulf|strait|valley|mountain|basin|glacier|desert|canal)s?\b", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:said|told|announced|reported)\s(?:[a-z]+\s){0,2}$")
_BRACKETS = re.compile(r"\s\([^)]{2,30}\)")
_EACH = re.compile(
    r"\b(?:\d+\sof\sthem|and\s\d+|one|another|the\sother|others|(?:the|a)\s(?:first|second|third))\s$|^,?\sand\s$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:and|or|also)\s(?:\w+\s)?$")
_FIRM = re.compile(r"[A-Z]{3,5}\s[A-Z][a-z]")
_FRONT = CuedPattern(
    rf"(?:In|At|Near|Outside|Around)\s(?:the\s)?(?:(?:city|town|village|port|capital|region|district)s?\s(?:of\s)?)?"
    rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)(?P<area>\s{AREA_WORDS})?(?=,|\s(?:the|an?|two|three|four|five|its)\s)",
    "In ",
    "At ",
    "Near ",
    "Outside ",
    "Around ",
)


_FRONT_ENDS = re.compile(r"(?:Between|From)\s")


def read_front_ends(sentence: "Sentence", people: frozenset[str]) -> Tail | None:
    """Read the line that a sentence opens with: "Between A and B the road will be widened"."""
    if not _FRONT_ENDS.match(sentence.text):
        return None
    lowered = replace(sentence, text=sentence.text[0].lower() + sentence.text[1:])
    tail = read_line_tail(lowered, 0, 1, people)
    return tail if tail and tail.has_ends else None


def read_front(sentence: "Sentence", people: frozenset[str]) -> Tail | None:
    """Read what a sentence opens with: "In A and B, …"; None where that is no place, or one where people met."""
    match = _FRONT.match(sentence.text)
    if match is None or is_meeting(sentence.text):
        return None
    names = listed_places(sentence, match["list"], 0 + match.start("list"), PlaceRole.SITE)
    names = [place for place in names if place.name not in people]
    tail = Tail(end=match.end(), country=country_in(match["list"]))
    if match["area"] and len(names) == 1:
        tail.region = _area(sentence, names[0], match)
    else:
        tail.places = tuple(names)
    return tail if tail.places or tail.region else None


def read_tail(sentence: "Sentence", start: int, stop: int, *, linear: bool, people: frozenset[str]) -> Tail:
    """Read what follows a head noun between two offsets of its sentence."""
    tail = read_line_tail(sentence, start, stop, people) if linear else None
    site = _read_site_tail(sentence, start, stop, people)
    offset = read_offset(sentence, start, min(stop, start + _REACH))
    if offset and tail is None and not site.places:
        return Tail(end=site.end, places=(offset,), region=site.region, country=site.country)
    if tail is None:
        return site
    tail.region, tail.country = site.region, site.country
    return tail


def read_offset(sentence: "Sentence", start: int = 0, stop: int | None = None) -> PlaceMention | None:
    """Return the place of "about nine kilometers southwest of A" between two offsets of a sentence."""
    if not holds_any(_DISTANCES, sentence.text):
        return None
    match = _offset_pattern().search(sentence.text, start, len(sentence.text) if stop is None else stop)
    if not match or not is_place_name(match["name"]):
        return None
    numbers = read_table("cues")["numbers"]
    figure = match["figure"].lower()
    factor = 1.609344 if match["unit"].lower().startswith("mile") else 1.0
    name = trim_name(match["name"])
    return PlaceMention(
        name=name,
        role=PlaceRole.SITE,
        quote=sentence.quote("place", match.start(), match.start("name") + len(match["name"])),
        offset_km=round(float(numbers.get(figure, 0) or figure) * factor, 3),
        offset_direction=_directions()[match["direction"].lower().replace(" ", "")],
    )


def _read_site_tail(sentence: "Sentence", start: int, stop: int, people: frozenset[str]) -> Tail:
    """Read every "in A" behind a head: towns are places, regions and countries say where they lie."""
    tail = Tail(end=start)
    places: list[PlaceMention] = []
    district: PlaceMention | None = None
    for match in find_sites(sentence, start, min(stop, start + _REACH + NAME_ROOM)):
        if match.start() > start + _REACH:
            break
        between = sentence.text[tail.end : match.start()]
        if is_meeting(sentence.text[start : match.start("list")]) or (
            match["word"] in ("of", "for", "to") and len(_BRACKETS.sub("", between)) > 2
        ):
            continue
        if _SAID.search(sentence.text, start, match.start()):
            continue  # "…, the minister said in A"
        names = listed_places(sentence, match["list"], match.start("list"), PlaceRole.SITE)
        if match["word"] == "of" and _FIRM.match(match["list"]):
            continue  # "the wind farm of CTG Brasil, in A"
        if _WATERS.match(sentence.text, match.end()) or between.endswith("the one "):
            names = []
        if len(names) > 1 and match.end() == stop - 1 < len(sentence.text) - 1:
            names = names[:-1]  # "an airport in A and B airport": the last is what the next work is called after
        names = [place for place in names if place.name not in people]
        if match["area"] and "," in match["list"] and len(names) == 1:  # "in A, B province"
            places += [] if places else names
            start = match.start("list") + match["list"].rindex(",") + 2
            names = listed_places(sentence, sentence.text[start : match.end("list")], start, PlaceRole.SITE)
        tail.country = tail.country or country_in(match["list"]) or country_in(match["owner"] or "")
        areas = [place for place in names if place.is_region]
        if (match["area"] or match["area_before"]) and names:
            area = (match["area"] or match["area_before"]).strip().lower()
            if area == "district" and places and not _ALSO.search(between):
                district = district or _area(sentence, names[-1], match)  # "at A in the B district": it holds A
            elif area.startswith("district"):
                places += names
            elif len(names) > 1 and area.endswith("s") and not places:
                places += [replace(place, is_region=True) for place in names]
            else:
                tail.region = tail.region or _area(sentence, names[-1], match)
        elif not places or _EACH.search(between):
            tail.is_each = tail.is_each or bool(places and names)
            places += [place for place in names if not place.is_region and place.name not in {x.name for x in places}]
        if areas and tail.region is None:
            tail.region = areas[0]
        if names or country_in(match["list"]):
            tail.end = match.end()
    tail.places = tuple(places)
    tail.region = tail.region or district
    return tail


def _area(sentence: "Sentence", last: PlaceMention, match: re.Match[str]) -> PlaceMention:
    """Return a region under its whole name: "Bukhara region"."""
    start = last.quote.start - sentence.start
    quote = sentence.quote("region", start, match.end())
    return PlaceMention(name=quote.text, role=PlaceRole.SITE, quote=quote, is_region=True)


@cache
def _directions() -> dict[str, str]:
    return {word: code for code, words in read_table("cues")["directions"].items() for word in words}


@cache
def _offset_pattern() -> re.Pattern[str]:
    numbers = any_of(list(read_table("cues")["numbers"]))
    return re.compile(
        rf"\b(?P<figure>\d+(?:\.\d+)?|{numbers})[\s\u00a0-]?(?P<unit>km|kilomet(?:er|re)s?|miles?)\s"
        rf"(?:to\sthe\s)?(?P<direction>{any_of(list(_directions()))})\s(?:of|from)\s(?:the\s)?{END_TYPE}(?P<name>{PLACE})",
    )
