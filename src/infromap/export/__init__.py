"""A map document becomes a file."""

from infromap.export.features import to_geojson
from infromap.export.save import SUFFIXES, save_map
from infromap.export.site_rows import Row, article_row, failed_row, site_rows
from infromap.export.sites import check_suffix, save_failures, save_sites

__all__ = [
    "SUFFIXES",
    "Row",
    "article_row",
    "check_suffix",
    "failed_row",
    "save_failures",
    "save_map",
    "save_sites",
    "site_rows",
    "to_geojson",
]
