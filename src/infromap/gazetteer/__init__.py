"""Stage 2: a name becomes ranked places."""

from infromap.gazetteer.finder import PlaceFinder
from infromap.gazetteer.fold import fold_name
from infromap.gazetteer.geocoder import EmbeddedGazetteer, open_gazetteer
from infromap.gazetteer.resolve import guess_country, resolve_places

__all__ = ["EmbeddedGazetteer", "PlaceFinder", "fold_name", "guess_country", "open_gazetteer", "resolve_places"]
