"""Stage 3': a GIS file becomes plain lines with their attributes."""

from infromap.vector.lines import LineLayer, read_lines

__all__ = ["LineLayer", "read_lines"]
