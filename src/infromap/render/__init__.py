"""A map document becomes one HTML string."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.render.page import render_html
    from infromap.render.strings import load_strings
    from infromap.render.symbology import kind_colour, kind_icon_path
    from infromap.render.tiles import find_tile_layer

__all__ = [
    "find_tile_layer",
    "kind_colour",
    "kind_icon_path",
    "load_strings",
    "render_html",
]

_HOMES = {
    "find_tile_layer": "tiles",
    "kind_colour": "symbology",
    "kind_icon_path": "symbology",
    "load_strings": "strings",
    "render_html": "page",
}


def __getattr__(name: str) -> object:
    """Import what is needed when it is first used: a window begins with a page that was rendered ahead."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
