"""A view of the map that its user wants to come back to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A place in the middle of the map (degrees, EPSG:4326), how near it is seen, and its name."""

    name: str
    lon: float
    lat: float
    zoom: float  # of Leaflet: the world is 256 × 2^zoom pixels wide
