"""Stage 3': a GIS file becomes layers, or plain lines to trace over."""

from infromap.vector.contents import LayerInfo, list_layers
from infromap.vector.layers import read_layer, read_layers
from infromap.vector.lines import LineLayer, read_lines
from infromap.vector.opening import is_layer_file
from infromap.vector.plan import FilePlan, plan_file, read_plan

__all__ = [
    "FilePlan",
    "LayerInfo",
    "LineLayer",
    "is_layer_file",
    "list_layers",
    "plan_file",
    "read_layer",
    "read_layers",
    "read_lines",
    "read_plan",
]
