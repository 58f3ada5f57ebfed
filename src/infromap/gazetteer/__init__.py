"""Stage 2: a name becomes ranked places."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.gazetteer.finder import PlaceFinder
    from infromap.gazetteer.fold import fold_name
    from infromap.gazetteer.geocoder import EmbeddedGazetteer, open_gazetteer
    from infromap.gazetteer.lookup import Gazetteer, open_data, open_places
    from infromap.gazetteer.resolve import guess_country, resolve_places

__all__ = [
    "EmbeddedGazetteer",
    "Gazetteer",
    "PlaceFinder",
    "fold_name",
    "guess_country",
    "open_data",
    "open_gazetteer",
    "open_places",
    "resolve_places",
]

_HOMES = {
    "EmbeddedGazetteer": "geocoder",
    "Gazetteer": "lookup",
    "PlaceFinder": "finder",
    "fold_name": "fold",
    "guess_country": "resolve",
    "open_data": "lookup",
    "open_gazetteer": "geocoder",
    "open_places": "lookup",
    "resolve_places": "resolve",
}


def __getattr__(name: str) -> object:
    """Import what is needed when it is first used: a window starts without, and geopy loads slowly."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
