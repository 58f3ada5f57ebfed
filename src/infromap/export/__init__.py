"""A map document becomes a file."""

from infromap.export.features import to_geojson
from infromap.export.save import SUFFIXES, save_map

__all__ = ["SUFFIXES", "save_map", "to_geojson"]
