"""A map document becomes one HTML string."""

from infromap.render.page import render_html
from infromap.render.strings import load_strings
from infromap.render.symbology import kind_colour, kind_icon_path
from infromap.render.tiles import find_tile_layer

__all__ = ["find_tile_layer", "kind_colour", "kind_icon_path", "load_strings", "render_html"]
