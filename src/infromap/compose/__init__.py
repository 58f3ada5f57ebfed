"""Stage 4: projects, places, routes and layers become a map document."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.compose.corrections import correct_place, correction_rows, draw_route, put_place
    from infromap.compose.document import compose_map, replace_features
    from infromap.compose.facts import match_known_project, read_known_projects
    from infromap.compose.feature import Location, compose_feature, draw_line, put_point
    from infromap.compose.layers import add_layers, compose_layers, empty_map, settle_layers, with_layers
    from infromap.compose.seen import seen_part

__all__ = [
    "Location",
    "add_layers",
    "compose_feature",
    "compose_layers",
    "compose_map",
    "correct_place",
    "correction_rows",
    "draw_line",
    "draw_route",
    "empty_map",
    "match_known_project",
    "put_place",
    "put_point",
    "read_known_projects",
    "replace_features",
    "seen_part",
    "settle_layers",
    "with_layers",
]

_HOMES = {
    "Location": "feature",
    "add_layers": "layers",
    "compose_feature": "feature",
    "compose_layers": "layers",
    "compose_map": "document",
    "correct_place": "corrections",
    "correction_rows": "corrections",
    "draw_line": "feature",
    "draw_route": "corrections",
    "empty_map": "layers",
    "match_known_project": "facts",
    "put_place": "corrections",
    "put_point": "feature",
    "read_known_projects": "facts",
    "replace_features": "document",
    "seen_part": "seen",
    "settle_layers": "layers",
    "with_layers": "layers",
}


def __getattr__(name: str) -> object:
    """Import what is needed when it is first used: a window composes nothing of an article by itself."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
