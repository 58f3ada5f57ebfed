"""Stage 3': a GIS file becomes layers, or plain lines to trace over."""

from infromap.vector.layers import read_layer, read_layers
from infromap.vector.lines import LineLayer, read_lines
from infromap.vector.opening import is_layer_file

__all__ = ["LineLayer", "is_layer_file", "read_layer", "read_layers", "read_lines"]
