"""Where a fact comes from."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of an article's text and the field that it supports.

    ``start`` and ``end`` are character offsets into ``Article.text``, end exclusive, so that
    ``article.text[quote.start:quote.end] == quote.text``.
    """

    field: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication or a data set that can be named and, where it has an address, opened."""

    name: str
    url: str | None = None
    date: str | None = None  # ISO 8601, as exact as it is known: 2026, 2026-02 or 2026-02-09


class Confidence(StrEnum):
    """How well a fact from outside the article is supported."""

    STATED = "stated"  # on the financier's own page
    PRESS = "press"  # by the press
    WEAK = "weak"  # one weak source, or an inference that says so
