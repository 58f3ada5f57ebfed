"""How a project file is called."""

from pathlib import Path

SUFFIX = ".infromap"


def is_project(path: Path | str) -> bool:
    """Tell by its name whether a file is a project."""
    return str(path).lower().endswith(SUFFIX)
