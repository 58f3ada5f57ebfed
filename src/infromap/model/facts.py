"""What financiers' own pages say of known projects."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.model.project import Kind
    from infromap.model.provenance import Confidence, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement of one source. Facts with the same ``key`` may conflict: all are shown."""

    key: str  # amount, co_financiers, length, client, status, name, number, total …
    value: str
    source: "Source"
    confidence: "Confidence"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProject:
    """A project of which more is known than an article says.

    A project of an article is the same one if kind and country agree, the article names one of
    ``financiers``, and ``min_places`` of its places are among ``places``. One with ``is_bypass``
    matches only a project that goes round its places. Places are compared as the gazetteer
    resolves them, never by spelling.
    """

    id: str
    kind: "Kind"
    country: str  # ISO 3166 two-letter code
    places: tuple[str, ...]
    financiers: tuple[str, ...]
    min_places: int = 1
    is_bypass: bool = False
    stops: tuple[str, ...] = ()  # the full order of places of a line, the article's among them
    stops_source: "Source | None" = None
    stops_note: str | None = None
    facts: tuple[Fact, ...] = ()
