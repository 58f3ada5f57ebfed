"""Whose data a map shows, and so who must be named on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infromap.model.provenance import Source

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature

_BASEMAP = Source(name="Natural Earth", url="https://www.naturalearthdata.com/")
_OPENSTREETMAP = Source(name="© OpenStreetMap contributors", url="https://www.openstreetmap.org/copyright")


def is_openstreetmap(source: Source) -> bool:
    """Tell whether data come from OpenStreetMap, directly or through a service."""
    return "OpenStreetMap" in source.name


def credit_sources(features: Sequence["Feature"]) -> tuple[Source, ...]:
    """Return who asks to be named for the base map, the places and the traced lines of these features, each once."""
    sources = [each.place.source for feature in features for each in feature.resolved if each.place is not None]
    sources += [waypoint.source for feature in features for waypoint in feature.waypoints]
    credited = {source.name: source for source in sources if source.name == "GeoNames"}
    if any(is_openstreetmap(source) for source in sources):
        credited[_OPENSTREETMAP.name] = _OPENSTREETMAP
    credited |= {feature.traced.credit.name: feature.traced.credit for feature in features if feature.traced}
    return (_BASEMAP, *credited.values())
