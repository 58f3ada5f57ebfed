"""A map and what cannot be made again from its article ↔ one project file."""

from importlib import import_module
from typing import TYPE_CHECKING

from infromap.session.suffix import SUFFIX, is_project

if TYPE_CHECKING:
    from infromap.session.corrections import apply_corrections
    from infromap.session.look import MissingLayer, pasted_layer, read_kept_layer
    from infromap.session.open import open_base, open_project, with_kept_lines
    from infromap.session.project_file import ProjectFile, read_project_file, save_project
    from infromap.session.state import MapState, add_to_look, compose_state, look_of, open_state

__all__ = [
    "SUFFIX",
    "MapState",
    "MissingLayer",
    "ProjectFile",
    "add_to_look",
    "apply_corrections",
    "compose_state",
    "is_project",
    "look_of",
    "open_base",
    "open_project",
    "open_state",
    "pasted_layer",
    "read_kept_layer",
    "read_project_file",
    "save_project",
    "with_kept_lines",
]

_HOMES = {
    "MapState": "state",
    "MissingLayer": "look",
    "ProjectFile": "project_file",
    "add_to_look": "state",
    "apply_corrections": "corrections",
    "compose_state": "state",
    "look_of": "state",
    "open_base": "open",
    "open_project": "open",
    "open_state": "state",
    "pasted_layer": "look",
    "read_kept_layer": "look",
    "read_project_file": "project_file",
    "save_project": "project_file",
    "with_kept_lines": "open",
}


def __getattr__(name: str) -> object:
    """Import what opens and saves when it is first used: most commands meet no project."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
