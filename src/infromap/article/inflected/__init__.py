"""Russian and Kazakh: languages whose words bend, read by stems and endings.

Their patterns take long to compile, so each module is imported when a text first needs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.article.inflected.borrowers import find_inflected_borrower
    from infromap.article.inflected.bystanders import is_bystander
    from infromap.article.inflected.dates import find_inflected_dates
    from infromap.article.inflected.figures import find_inflected_capacities, find_inflected_lengths
    from infromap.article.inflected.mentions import find_inflected_mentions, find_inflected_names
    from infromap.article.inflected.names import countries_in
    from infromap.article.inflected.people import find_inflected_people
    from infromap.article.inflected.settle import settle_open_kinds

__all__ = [
    "countries_in",
    "find_inflected_borrower",
    "find_inflected_capacities",
    "find_inflected_dates",
    "find_inflected_lengths",
    "find_inflected_mentions",
    "find_inflected_names",
    "find_inflected_people",
    "is_bystander",
    "settle_open_kinds",
]

_HOMES = {
    "countries_in": "names",
    "find_inflected_borrower": "borrowers",
    "find_inflected_capacities": "figures",
    "find_inflected_dates": "dates",
    "find_inflected_lengths": "figures",
    "find_inflected_mentions": "mentions",
    "find_inflected_names": "mentions",
    "find_inflected_people": "people",
    "is_bystander": "bystanders",
    "settle_open_kinds": "settle",
}


def __getattr__(name: str) -> object:
    """Import the module of a function when the function is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
