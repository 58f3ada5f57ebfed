"""Stage 3': a GIS file becomes layers, or plain lines to trace over."""

from infromap.vector.contents import LayerInfo, list_layers
from infromap.vector.layers import read_layer, read_layers
from infromap.vector.lines import LineLayer, read_lines
from infromap.vector.opening import is_layer_file

__all__ = ["LayerInfo", "LineLayer", "is_layer_file", "list_layers", "read_layer", "read_layers", "read_lines"]
