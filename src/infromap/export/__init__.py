"""A map document becomes a file."""

from infromap.export.drawing import PAPERS_MM, DocumentOptions, DrawingOptions, PictureOptions
from infromap.export.features import to_geojson
from infromap.export.layer_file import LAYER_SUFFIXES, save_layer
from infromap.export.save import SUFFIXES, save_map
from infromap.export.site_rows import Row, article_row, failed_row, site_rows
from infromap.export.sites import check_suffix, save_failures, save_sites

__all__ = [
    "LAYER_SUFFIXES",
    "PAPERS_MM",
    "SUFFIXES",
    "DocumentOptions",
    "DrawingOptions",
    "PictureOptions",
    "Row",
    "article_row",
    "check_suffix",
    "failed_row",
    "save_failures",
    "save_layer",
    "save_map",
    "save_sites",
    "site_rows",
    "to_geojson",
]
