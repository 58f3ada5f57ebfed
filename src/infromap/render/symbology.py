"""Symbol and colour of each kind of project."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from infromap.assets import OUTER_SVG_TAG, read_or_without, read_svg, read_text, reading, resource_path
from infromap.model.project import Kind
from infromap.saying import Saying

_COLOUR = re.compile("#[0-9a-f]{6}")
_NO_COLOUR = "#4a5568"


def kind_icon_path(kind: Kind) -> Path:
    """Return the SVG file of a kind: 24 by 24, filled with the current colour."""
    return resource_path(f"icons/kinds/{kind.value.replace(' ', '-')}.svg")


def kind_colour(kind: Kind) -> str:
    """Return the colour of a kind as ``#rrggbb``; white reads well on it."""
    return _colours()[0][kind.value]


def symbol_sprite() -> str:
    """Return all symbols as SVG ``symbol`` elements with the ids ``kind-…``; one whose file is damaged is left out."""
    return _symbols()[0]


def symbology_notices() -> tuple[Saying, ...]:
    """Return what is to say of symbols and colours: which files of them are damaged."""
    return (*_colours()[1], *_symbols()[1])


def read_kind_icon(kind: Kind) -> str:
    """Return the SVG of a kind; DataError if it is missing or damaged."""
    return read_svg(kind_icon_path(kind))


@cache
def _symbols() -> tuple[str, tuple[Saying, ...]]:
    read = [read_or_without(partial(_symbol, kind), "") for kind in Kind]
    return "".join(symbol for symbol, _ in read), tuple(told for _, notices in read for told in notices)


def _symbol(kind: Kind) -> str:
    body = OUTER_SVG_TAG.sub(r"\g<body>", read_kind_icon(kind))
    return f'<symbol id="kind-{kind.value.replace(" ", "-")}" viewBox="0 0 24 24">{body}</symbol>'


@cache
def _colours() -> tuple[Mapping[str, str], tuple[Saying, ...]]:
    return read_or_without(_read_colours, dict.fromkeys(Kind, _NO_COLOUR))


def _read_colours() -> Mapping[str, str]:
    path = resource_path("style/symbology.toml")
    with reading(path):
        colours = tomllib.loads(read_text(path))["colours"]
        return {kind.value: _checked(colours[kind.value]) for kind in Kind}


def _checked(colour: object) -> str:
    if not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
        raise ValueError(Saying("{colour!r} is no colour", colour=colour))
    return colour
