"""A map document becomes a file."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.export.corpus_rows import Row, article_row, failed_row, site_rows
    from infromap.export.drawing import PAPERS_MM, DocumentOptions, DrawingOptions, PictureOptions
    from infromap.export.features import to_geojson
    from infromap.export.layer_file import LAYER_SUFFIXES, save_layer
    from infromap.export.save import SUFFIXES, save_map
    from infromap.export.sites import check_suffix, save_failures, save_sites
    from infromap.export.whole_file import check_target

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
    "check_target",
    "failed_row",
    "save_failures",
    "save_layer",
    "save_map",
    "save_sites",
    "site_rows",
    "to_geojson",
]

_HOMES = {
    "LAYER_SUFFIXES": "layer_file",
    "PAPERS_MM": "drawing",
    "SUFFIXES": "save",
    "DocumentOptions": "drawing",
    "DrawingOptions": "drawing",
    "PictureOptions": "drawing",
    "Row": "corpus_rows",
    "article_row": "corpus_rows",
    "check_suffix": "sites",
    "check_target": "whole_file",
    "failed_row": "corpus_rows",
    "save_failures": "sites",
    "save_layer": "layer_file",
    "save_map": "save",
    "save_sites": "sites",
    "site_rows": "corpus_rows",
    "to_geojson": "features",
}


def __getattr__(name: str) -> object:
    """Import what writes when it is first used: a window opens before anything is written."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
