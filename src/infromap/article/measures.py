"""Capacities and lengths, with their places in the text."""

import re
from functools import cache
from typing import NamedTuple

from infromap.article.amounts import read_figure
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table

_FIGURE = r"(?<![\w.,$€£])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"


class Measure(NamedTuple):
    """A figure with its unit; ``start`` and ``end`` count from the start of the sentence."""

    value: float
    unit: str  # of capacity, or "km"
    text: str  # as it is shown: "220 MW"
    start: int
    end: int


def find_capacities(sentence: Sentence) -> list[Measure]:
    """Return the capacities of a sentence: 220 MW, 630 beds, 50,000 m³/day."""
    units = _capacity_units()
    found = []
    for match in _capacity_pattern().finditer(sentence.text):
        unit = units[match["unit"].lower()]
        found.append(
            Measure(read_figure(match["figure"]), unit, f"{match['figure']} {unit}", match.start(), match.end())
        )
    return found


def find_lengths(sentence: Sentence) -> list[Measure]:
    """Return the lengths of a sentence in kilometres; speeds and distances from a place are left out."""
    units = {
        word.lower(): entry["factor"] for entry in read_table("units")["length_km"].values() for word in entry["words"]
    }
    found = []
    for match in _length_pattern().finditer(sentence.text):
        if not _not_length_pattern().match(sentence.text, match.end()):
            length_km = round(read_figure(match["figure"]) * units[match["unit"].lower()], 3)
            found.append(Measure(length_km, "km", match[0], match.start(), match.end()))
    return found


@cache
def _capacity_units() -> dict[str, str]:
    return {word.lower(): unit for unit, words in read_table("units")["capacity"].items() for word in words}


@cache
def _capacity_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_FIGURE}[\s\u00a0-]?(?P<unit>{any_of(list(_capacity_units()))})\b", re.IGNORECASE)


@cache
def _length_pattern() -> re.Pattern[str]:
    words = [word for entry in read_table("units")["length_km"].values() for word in entry["words"]]
    return re.compile(rf"{_FIGURE}[\s\u00a0-]?(?P<unit>{any_of(words)})\b(?:\s\(km\))?", re.IGNORECASE)


@cache
def _not_length_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(read_table('units')['not_length']['after'])})", re.IGNORECASE)
