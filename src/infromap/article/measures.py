"""Capacities and lengths, with their places in the text."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from infromap.article import inflected
from infromap.article.amounts import read_figure
from infromap.article.sentences import Sentence, asked_once, find_at, is_cyrillic
from infromap.article.vocabulary import any_of, read_table

if TYPE_CHECKING:
    from infromap.model.project import Kind

_FIGURE = r"(?<![\w.,$€£])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"

_RANGE = r"(?:(?<![\w.,$€£])(?P<first>\d+(?:[.,]\d+)*)\s?(?:[-–—]|to|and)\s?)?(?:(?<=\s)|(?<=[-–—])|(?<![\w.,$€£-]))"
_KM_POSTS = re.compile(
    r"\b(?:km|kilomet(?:er|re)s?)[\s\u00a0](?P<first>\d{1,4}(?:[.+]\d+)?)\s?(?:[-–—]|to|and)\s?"
    r"(?:(?:km|kilomet(?:er|re))[\s\u00a0])?(?P<last>\d{1,4}(?:[.+]\d+)?)(?![\w,]|\.\d|\skm)",
    re.IGNORECASE,
)
_POSTS = frozenset(("km", "kilometer", "kilometers", "kilometre", "kilometres"))
# "51 km of the 90 km", "part of a 1,800 km corridor", "a network of about 50,000 km", "the whole road is 440 km long".
_OF_WHOLE = re.compile(
    r"(?:\b(?:km|kilomet(?:er|re)s|miles|parts?)\sof\s(?:the|an?)|\bnetwork\sof(?:\s[a-z]+)?"
    r"|(?:^|,\s)[Tt]he\s(?:whole|entire|full)\s[^,;.]{3,40}\s(?:is|has|runs))\s$"
)
_REACH = 80  # letters before a figure that may say what it measures
_TOTAL = re.compile(r"\b(?:combined|total|together|joint|overall|aggregate)\b")
_METRES = re.compile(
    rf"{_FIGURE}[\s\u00a0-]?met(?:er|re)s?(?=[\s-]long\b|\s(?:[a-z-]+\s){{0,2}}(?:[Bb]ridge|[Tt]unnel|[Vv]iaduct)\b)"
)
_UNITS = re.compile(
    r"\b(?:units|turbines|generators|blocks|sets)\sof\s(?:[a-z]+\s)?$|\bturbines[^.;]{0,40}\seach\s(?:of|with)\s$"
)
_EQUIVALENT = re.compile(r"\bequivalent\s(?:of|to)\s(?:[a-z]+\s){0,2}$")
_FROM_TO = re.compile(r"\sfrom\s[^;:.]{2,120}?\sto\s")  # a length, where "30 km from A" is a distance


class Measure(NamedTuple):
    """A figure with its unit; ``start`` and ``end`` count from the start of the sentence."""

    value: float
    unit: str  # of capacity, or "km"
    text: str  # as it is shown: "220 MW"
    start: int
    end: int


@asked_once
def find_capacity_figures(sentence: Sentence) -> tuple[re.Match[str], ...]:
    """Return the figures with a unit of capacity, whatever they measure."""
    return tuple(find_at(sentence.figures, sentence.plain, capacity_pattern()))


@asked_once
def find_capacities(sentence: Sentence) -> tuple[Measure, ...]:
    """Return the capacities of a sentence: 220 MW, 630 beds, 50,000 m³/day."""
    if not sentence.has_digit:
        return ()
    units = _capacity_units()
    found = []
    for match in find_capacity_figures(sentence):
        unit = units[_plain(match["unit"])] if match["unit"] else _rated_unit(match)
        figure = f"{match['first']}–{match['figure']}" if match["first"] else match["figure"]
        shown = " ".join(filter(None, (figure, match["scale"], unit)))
        before = (sentence.text, max(0, match.start() - _REACH), match.start())
        if _EQUIVALENT.search(*before) or _UNITS.search(*before):
            continue
        factor = read_table("cues")["scales"][match["scale"].lower()] if match["scale"] else 1.0
        found.append(Measure(read_figure(match["figure"]) * factor, unit, shown, match.start(), match.end()))
    if is_cyrillic(sentence):
        found += [Measure(*each) for each in inflected.find_inflected_capacities(sentence.plain)]
    return tuple(sorted(found, key=lambda each: each.start))


def is_total(sentence: Sentence, start: int) -> bool:
    """Tell whether the figure at an offset is that of several works: "a combined size of 897 MW"."""
    return bool(_TOTAL.search(sentence.text, max(0, start - 40), start))


def fits_kind(unit: str, kind: "Kind") -> bool:
    """Tell whether a work of a kind is measured in a unit of capacity: beds make no road."""
    kinds = read_table("units")["fits"].get(unit)
    return kinds is None or kind.value in kinds


@asked_once
def find_lengths(sentence: Sentence) -> tuple[Measure, ...]:
    """Return the lengths of a sentence in kilometres; speeds and distances from a place are left out."""
    if not sentence.has_digit:
        return ()
    units = _length_units()
    found = []
    for match in find_at(sentence.figures, sentence.plain, _length_pattern()):
        behind = _not_length_pattern().match(sentence.text, match.end())
        if _OF_WHOLE.search(sentence.text, max(0, match.start() - _REACH), match.start()):
            continue
        if not behind or _FROM_TO.match(sentence.text, match.end()):
            length_km = round(read_figure(match["figure"]) * units[match["unit"].lower()], 3)
            found.append(Measure(length_km, "km", match[0], match.start(), match.end()))
    if is_cyrillic(sentence):
        found += [Measure(*each) for each in inflected.find_inflected_lengths(sentence.plain)]
    found += [*_between_posts(sentence), *_in_metres(sentence)]
    return tuple(sorted(found, key=lambda each: each.start))


def _in_metres(sentence: Sentence) -> list[Measure]:
    """Return the lengths of "a 1,294-metre bridge" and "900 metres long"."""
    found = []
    for match in _METRES.finditer(sentence.text) if "met" in sentence.text else ():
        length_km = round(read_figure(match["figure"]) / 1000, 3)
        found.append(Measure(length_km, "km", match[0], match.start(), match.end()))
    return found


def _between_posts(sentence: Sentence) -> list[Measure]:
    """Return the lengths of "km 75 to km 105": what lies between two posts of a road."""
    found = []
    for match in _KM_POSTS.finditer(sentence.text) if not sentence.words.isdisjoint(_POSTS) else ():
        length_km = round(float(match["last"].replace("+", ".")) - float(match["first"].replace("+", ".")), 3)
        if length_km > 0:
            found.append(Measure(length_km, "km", match[0], match.start(), match.end()))
    return found


@cache
def _capacity_units() -> dict[str, str]:
    return {word.lower(): unit for unit, words in read_table("units")["capacity"].items() for word in words}


@cache
def _length_units() -> dict[str, float]:
    """Return the units of length with their kilometres."""
    return {
        word.lower(): each["factor"] for each in read_table("units")["length_km"].values() for word in each["words"]
    }


@cache
def capacity_pattern() -> re.Pattern[str]:
    """Return the pattern of a figure with a unit of capacity."""
    return re.compile(
        rf"{_RANGE}{_FIGURE}(?:\s(?P<scale>thousand|million|billion))?[\s\u00a0-]?"
        rf"(?:(?P<rated>{any_of(_by_word('rated'))})(?:\s\([\w³]{{1,4}}\))?(?:\sof(?!\s(?:carbon|greenhouse|harmful|emission))(?:\s[a-z-]+){{1,4}}?)?\s?"
        rf"(?P<rate>{any_of(_by_word('rates'))})|(?P<unit>{any_of(list(_capacity_units()))}))\b",
        re.IGNORECASE,
    )


def _rated_unit(match: re.Match[str]) -> str:
    """Return the unit of a figure that has a rate: "m³/day"."""
    return f"{_by_word('rated')[_plain(match['rated'])]}/{_by_word('rates')[_plain(match['rate'])]}"


def _plain(words: str) -> str:
    return re.sub(r"\s", " ", words).lower()


@cache
def _by_word(table: str) -> dict[str, str]:
    """Return the units that need a rate, or the rates, by their words."""
    return {word: name for name, words in read_table("units")[table].items() for word in words}


@cache
def _length_pattern() -> re.Pattern[str]:
    words = [word for entry in read_table("units")["length_km"].values() for word in entry["words"]]
    return re.compile(rf"{_FIGURE}[\s\u00a0-]?(?P<unit>{any_of(words)})\b(?:\s\(km\))?", re.IGNORECASE)


@cache
def _not_length_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(read_table('units')['not_length']['after'])})", re.IGNORECASE)
