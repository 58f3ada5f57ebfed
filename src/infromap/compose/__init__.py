"""Stage 4: projects, places and routes become a map document."""

from infromap.compose.document import compose_map
from infromap.compose.facts import match_known_project, read_known_projects
from infromap.compose.feature import Location, compose_feature

__all__ = ["Location", "compose_feature", "compose_map", "match_known_project", "read_known_projects"]
