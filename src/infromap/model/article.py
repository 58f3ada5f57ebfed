"""An article, and what a careful reader takes from it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.model.project import Project
    from infromap.model.provenance import Quote
    from infromap.saying import Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    r"""A text with its head: the input of the whole way.

    ``text`` is all that was read, head included, with line ends made ``\n``; every span in the
    program counts its characters. The article proper begins at ``body_start``. ``source`` is the
    file name or the address that it was read from.
    """

    text: str
    source: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None  # ISO 8601
    language: str = "en"  # ISO 639-1
    body_start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money in units of its currency (ISO 4217)."""

    value: float
    currency: str
    quote: "Quote"
    qualifier: str | None = None  # "over", "up to", "about": as the text has it
    what: str | None = None  # what the sum is, in the text's words or "portfolio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the article names with a role."""

    name: str
    role: str | None
    quote: "Quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Financier:
    """A bank, fund or guarantor under its usual short name."""

    name: str
    quote: "Quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A total for a country or an institution; it belongs to no single project."""

    quote: "Quote"  # the sentence
    count: int | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from one article: its projects in the order of the text, and the rest.

    ``country`` is the ISO 3166 two-letter code of the country that the article is about, among the
    ``countries`` that it names (the most named first).
    ``amounts`` holds every sum in the text, those of ``projects`` and ``portfolio`` too.
    """

    article: Article
    projects: tuple["Project", ...] = ()
    financiers: tuple[Financier, ...] = ()
    amounts: tuple[Amount, ...] = ()
    people: tuple[Person, ...] = ()
    portfolio: Portfolio | None = None
    country: str | None = None
    countries: tuple[str, ...] = ()
    notices: tuple["Saying", ...] = ()
