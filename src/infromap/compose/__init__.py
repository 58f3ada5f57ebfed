"""Stage 4: projects, places, routes and layers become a map document."""

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
