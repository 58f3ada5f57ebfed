"""A map document becomes one HTML string."""

from infromap.render.page import render_html
from infromap.render.strings import load_strings
from infromap.render.symbology import kind_colour, kind_icon_path

__all__ = ["kind_colour", "kind_icon_path", "load_strings", "render_html"]
