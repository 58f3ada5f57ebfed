"""Stage 3': a GIS file becomes layers, or plain lines to trace over."""

from importlib import import_module
from typing import TYPE_CHECKING

from infromap.vector.opening import is_layer_file

if TYPE_CHECKING:
    from infromap.vector.contents import LayerInfo, list_layers
    from infromap.vector.layers import read_layer, read_layers
    from infromap.vector.lines import LineLayer, read_lines
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

_HOMES = {
    "FilePlan": "plan",
    "LayerInfo": "contents",
    "LineLayer": "lines",
    "list_layers": "contents",
    "plan_file": "plan",
    "read_layer": "layers",
    "read_layers": "layers",
    "read_lines": "lines",
    "read_plan": "plan",
}


def __getattr__(name: str) -> object:
    """Import what reads files when it is first used: most starts only look at a file's name."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
