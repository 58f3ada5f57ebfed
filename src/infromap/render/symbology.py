"""Symbol and colour of each kind of project."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from infromap.assets import resource_path
from infromap.errors import DataError
from infromap.model.project import Kind

_OUTER_TAG = re.compile(r"<svg[^>]*>(?P<body>.*)</svg>", re.DOTALL)


def kind_icon_path(kind: Kind) -> Path:
    """Return the SVG file of a kind: 24 by 24, filled with the current colour."""
    return resource_path(f"icons/kinds/{kind.value.replace(' ', '-')}.svg")


def kind_colour(kind: Kind) -> str:
    """Return the colour of a kind as ``#rrggbb``; white reads well on it."""
    return _colours()[kind.value]


@cache
def symbol_sprite() -> str:
    """Return all symbols as SVG ``symbol`` elements with the ids ``kind-…``."""
    return "".join(_symbol(kind) for kind in Kind)


def _symbol(kind: Kind) -> str:
    text = kind_icon_path(kind).read_text(encoding="utf-8")
    match = _OUTER_TAG.search(text)
    if match is None:
        raise DataError(f"{kind_icon_path(kind)}: is no SVG; install infromap again")
    return f'<symbol id="kind-{kind.value.replace(" ", "-")}" viewBox="0 0 24 24">{match["body"]}</symbol>'


@cache
def _colours() -> Mapping[str, str]:
    path = resource_path("style/symbology.toml")
    try:
        colours: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["colours"]
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error
    return colours
