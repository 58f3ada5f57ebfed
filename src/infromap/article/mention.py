"""One naming of a project in the text."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence
    from infromap.model.project import Kind, PlaceMention
    from infromap.model.provenance import Quote

BYPASS = re.compile(r"\b(?:bypass(?:es)?|ring)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a project; quotes count from the start of the article's text."""

    kind: "Kind | None"  # None only until ``settle_kinds``
    linear: bool
    is_part: bool
    is_open: bool  # its noun alone does not say the kind
    is_title: bool = False  # "the A Ring Road Improvement Project"
    is_ordinal: bool = False  # "the second line"
    is_whole: bool = False  # the larger route that a project belongs to: "a part of the A-B-C highway"
    is_service: bool = False  # what a work serves: a project only where a place is named with it
    is_plural: bool
    count: int | None  # "two wind farms"
    has_article: bool  # "a plant"
    is_definite: bool  # "the plant", "its plant": it points at one that is known already
    name: str
    sentence: "Sentence"
    head: "Quote"
    places: tuple["PlaceMention", ...] = ()
    is_chain: bool = False  # its places stand as "A – B"
    places_behind: bool = False  # they stand behind the head, so that a neighbour may share them
    own_name: "PlaceMention | None" = None  # what it is called after: "Zvartnots airport"
    around: tuple["PlaceMention", ...] = ()
    corridor: tuple["PlaceMention", ...] = ()  # the larger route that a section belongs to
    region: "PlaceMention | None" = None
    country: str | None = None
    capacity: "Quote | None" = None
    capacity_text: str | None = None
    capacity_unit: str | None = None
    length: "Quote | None" = None
    length_km: float | None = None


def goes_round(mention: Mention) -> bool:
    """Tell whether a mention calls its work a bypass or a ring."""
    return bool(BYPASS.search(mention.name) or BYPASS.search(mention.head.text) or mention.around)
