"""Stage 4: projects, places, routes and layers become a map document."""

from infromap.compose.document import compose_map
from infromap.compose.facts import match_known_project, read_known_projects
from infromap.compose.feature import Location, compose_feature
from infromap.compose.layers import add_layers, compose_layers, empty_map, settle_layers, with_layers

__all__ = [
    "Location",
    "add_layers",
    "compose_feature",
    "compose_layers",
    "compose_map",
    "empty_map",
    "match_known_project",
    "read_known_projects",
    "settle_layers",
    "with_layers",
]
