"""Names in the text as mentions of places: one, or a list of them."""

import re
from typing import TYPE_CHECKING

from infromap.article.names import AREA_WORDS, PLACE, is_place_name, trim_name
from infromap.article.vocabulary import countries, country_adjectives, holds_any, read_table, region_names
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence

_PLACE = re.compile(PLACE)
_PLACE_OR_BORDER = re.compile(rf"{PLACE}(?:\s(?:border|frontier))?")
_BORDER = re.compile(r"(?P<whose>.+) (?:border|frontier)")
_AREA = re.compile(rf".+?\s(?!District){AREA_WORDS}")
_AND = re.compile(r"\sand\s")


def place_mention(sentence: "Sentence", name: str, start: int, role: PlaceRole) -> PlaceMention | None:
    """Return the mention of a name that begins at an offset of the sentence, or None if it is no place."""
    border = _BORDER.fullmatch(name)
    if border and (border["whose"] in country_adjectives() or border["whose"] in countries()):
        return PlaceMention(name=name, role=role, quote=sentence.quote("place", start, start + len(name)))
    shown = trim_name(name)
    if not shown or shown in countries():
        return None
    at = start + name.find(shown)
    quote = sentence.quote("place", at, at + len(shown))
    if _AREA.fullmatch(shown):
        return PlaceMention(name=shown, role=role, quote=quote, is_region=True)  # "Northern Province"
    if not is_place_name(shown):
        return None
    return PlaceMention(name=shown, role=role, quote=quote, is_region=shown in region_names())


def names_in(sentence: "Sentence", start: int, stop: int) -> list[PlaceMention]:
    """Return the places among the capitalised names between two offsets of a sentence."""
    names = _PLACE_OR_BORDER.finditer(sentence.text, start, stop)
    found = [place_mention(sentence, name[0], name.start(), PlaceRole.STOP) for name in names]
    return [place for place in found if place]


def listed_places(sentence: "Sentence", text: str, start: int, role: PlaceRole) -> list[PlaceMention]:
    """Return the places of a list "A, B and C"; a name behind a comma counts only if "and" follows in the list."""
    parts = list(_PLACE.finditer(text))
    if len(parts) > 1 and not _AND.search(text):
        parts = parts[:1]
    found = [place_mention(sentence, part[0], start + part.start(), role) for part in parts]
    return [place for place in found if place]


def country_in(text: str) -> str | None:
    """Return the code of the first country that a stretch of text names."""
    return next((countries()[name] for name in _PLACE.findall(text) if name in countries()), None)


def is_meeting(text: str) -> bool:
    """Tell whether people meet in a stretch of text."""
    return holds_any(read_table("cues")["meeting_stems"], text.lower())
