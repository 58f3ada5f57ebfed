"""A map and what cannot be made again from its article ↔ one project file."""

from importlib import import_module
from typing import TYPE_CHECKING

from infromap.session.suffix import SUFFIX, is_project

if TYPE_CHECKING:
    from infromap.session.open import open_project
    from infromap.session.project_file import ProjectFile, read_project_file, save_project
    from infromap.session.state import MapState, compose_state

__all__ = [
    "SUFFIX",
    "MapState",
    "ProjectFile",
    "compose_state",
    "is_project",
    "open_project",
    "read_project_file",
    "save_project",
]

_HOMES = {
    "MapState": "state",
    "ProjectFile": "project_file",
    "compose_state": "state",
    "open_project": "open",
    "read_project_file": "project_file",
    "save_project": "project_file",
}


def __getattr__(name: str) -> object:
    """Import what opens and saves when it is first used: most commands meet no project."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
