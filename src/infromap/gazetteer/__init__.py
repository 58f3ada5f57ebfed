"""Stage 2: a name becomes ranked places."""

from typing import TYPE_CHECKING

from infromap.gazetteer.finder import PlaceFinder
from infromap.gazetteer.fold import fold_name
from infromap.gazetteer.lookup import Gazetteer, open_data, open_places
from infromap.gazetteer.resolve import guess_country, resolve_places

if TYPE_CHECKING:
    from infromap.gazetteer.geocoder import EmbeddedGazetteer, open_gazetteer

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


def __getattr__(name: str) -> object:
    """Import what needs geopy when it is first used: geopy loads slower than an article is read."""
    if name in ("EmbeddedGazetteer", "open_gazetteer"):
        from infromap.gazetteer import geocoder

        return getattr(geocoder, name)
    raise AttributeError(f"module 'infromap.gazetteer' has no attribute {name!r}")
