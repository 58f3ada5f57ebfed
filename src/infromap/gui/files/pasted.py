"""What lies on a clipboard or is dropped: files, an address, rows of a table, geometries, or an article."""

import json
import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_GEOJSON_TYPES = {
    "FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
}  # fmt: skip
_MOST_LETTERS = 2_000  # of a text that may be the name of a file


class PastedKind(Enum):
    """What a pasted text is."""

    FILES = auto()
    ADDRESS = auto()
    LAYER = auto()
    ARTICLE = auto()
    NOTHING = auto()


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """``paths`` go with ``FILES``, ``text`` with the others, ``suffix`` of the text as a file with ``LAYER``."""

    kind: PastedKind
    paths: tuple[Path, ...] = ()
    text: str = ""
    suffix: str = ""


def read_pasted(mime: "QMimeData") -> Pasted:
    """Tell what was pasted or dropped."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    text = mime.text().strip()
    if not paths and len(text) <= _MOST_LETTERS:
        paths = _named_files(text)
    if paths:
        return Pasted(kind=PastedKind.FILES, paths=paths)
    if _ADDRESS.fullmatch(text):
        return Pasted(kind=PastedKind.ADDRESS, text=text)
    if _is_geojson(text):
        return Pasted(kind=PastedKind.LAYER, text=text, suffix=".geojson")
    lines = text.splitlines()
    if lines and all(map(_is_geojson, lines)):
        return Pasted(kind=PastedKind.LAYER, text=text, suffix=".geojsonl")
    from infromap.vector.table import is_wkt
    from infromap.vector.table_guess import guess_text

    if lines and all(map(is_wkt, lines)):
        return Pasted(kind=PastedKind.LAYER, text="\n".join(["wkt", *lines]), suffix=".tsv")
    if "\n" in text and (form := guess_text(text[:_MOST_LETTERS])) and form.is_sure:
        return Pasted(kind=PastedKind.LAYER, text=text, suffix=".csv")
    return Pasted(kind=PastedKind.ARTICLE if text else PastedKind.NOTHING, text=text)


def _named_files(text: str) -> tuple[Path, ...]:
    """Return the files whose whole paths are the lines of a text; none if a line is no such path."""
    paths = tuple(Path(line.strip().strip("\"'")) for line in text.splitlines())
    try:
        return paths if all(path.is_absolute() and path.is_file() for path in paths) else ()
    except (OSError, ValueError):  # letters that no path can have
        return ()


def _is_geojson(text: str) -> bool:
    if not text.startswith("{"):
        return False
    try:
        return json.loads(text).get("type") in _GEOJSON_TYPES
    except (ValueError, RecursionError, TypeError):
        return False
