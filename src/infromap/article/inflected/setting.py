"""What the reading of one article knows when it meets a name."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the reading of one article knows when it meets a name.

    ``rate`` gives how well a place is known under this very name in a country, or anywhere for None: 0 for
    not at all. ``country`` is the two-letter code of the one that the article is about.
    """

    language: str
    rate: Callable[[str, str | None], float]
    country: str | None
    people: frozenset[str]
