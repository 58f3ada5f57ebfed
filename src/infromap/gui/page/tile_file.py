"""Tiles out of a file of the user's, MBTiles or PMTiles, for the map in the window."""

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Protocol

from infromap.errors import VectorError, reason_of
from infromap.gui.page.pmtiles import PmtilesReader
from infromap.model.tiles import TileLayer
from infromap.vector.opening import check_file

SUFFIXES = (".mbtiles", ".pmtiles")
TILE_ADDRESS = "infromap://map/tiles/{z}/{x}/{y}"
_KINDS = ((b"\x89PNG\r\n\x1a\n", b"image/png"), (b"\xff\xd8\xff", b"image/jpeg"), (b"RIFF", b"image/webp"))
_LAST_ZOOM = 22
_LARGEST_TILE = 20_000_000  # bytes
_MOST_WORDS = 1_000  # of the file about itself
_PATIENCE_S = 5.0
_STEP = 10_000  # instructions of SQLite from one look at the clock to the next


class TileReader(Protocol):
    """What a file of tiles can tell; tiles are numbered from the north-west, as in web maps."""

    metadata: dict[str, str]

    def read_tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """Return the picture of one tile, or None if the file has none there."""

    def zooms(self) -> tuple[int, int]:
        """Return the first and the last zoom with tiles."""

    def sample(self) -> bytes | None:
        """Return any tile."""


class MbtilesReader:
    """Reads MBTiles, an SQLite file whose rows of tiles count from the south."""

    def __init__(self, path: Path):
        self._path = path
        rows = self._ask(f"SELECT name, value FROM metadata LIMIT {_MOST_WORDS}")
        self.metadata = {str(name): str(value) for name, value in rows}

    def read_tile(self, zoom: int, x: int, y: int) -> bytes | None:
        row = (1 << zoom) - 1 - y
        query = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
        return next((data for (data,) in self._ask(query, zoom, x, row) if isinstance(data, bytes)), None)

    def zooms(self) -> tuple[int, int]:
        query = "SELECT min(zoom_level), max(zoom_level) FROM tiles WHERE zoom_level BETWEEN 0 AND ?"
        ((first, last),) = self._ask(query, _LAST_ZOOM)
        return int(first or 0), int(last or 0)

    def sample(self) -> bytes | None:
        rows = self._ask("SELECT tile_data FROM tiles WHERE typeof(tile_data) = 'blob' LIMIT 1")
        return next((data for (data,) in rows), None)

    def _ask(self, query: str, *values: int) -> list[tuple]:
        address = f"{self._path.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as file:
                file.text_factory = lambda text: text.decode("utf-8", "replace")
                file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_TILE)
                end = time.monotonic() + _PATIENCE_S
                file.set_progress_handler(lambda: int(time.monotonic() > end), _STEP)  # a view may have no end
                return file.execute(query, values).fetchall()
        except (sqlite3.Error, ValueError, MemoryError) as error:  # a ValueError where its own words are no text
            raise VectorError(
                "{path} is no MBTiles file that can be read ({reason})", path=self._path, reason=reason_of(error)
            ) from error


class TileFile:
    """A file of tiles and the layer that the page is told of."""

    def __init__(self, path: Path, reader: TileReader):
        self.path = path
        self._reader = reader
        first, last = reader.zooms()
        self.layer = TileLayer(
            name=_plain(reader.metadata.get("name", "")) or path.stem,
            url=TILE_ADDRESS,
            attribution=_plain(reader.metadata.get("attribution", "")) or path.name,
            min_zoom=first,
            max_zoom=last,
        )

    def read(self, zoom: int, x: int, y: int) -> tuple[bytes, bytes] | None:
        """Return kind (as in HTTP) and content of a tile, or None where there is none or it is no picture."""
        if not (0 <= zoom <= _LAST_ZOOM and 0 <= x < 1 << zoom and 0 <= y < 1 << zoom):
            return None
        content = self._reader.read_tile(zoom, x, y)
        kind = _kind(content) if content else None
        return (kind, content) if kind and content else None


def open_tile_file(path: Path) -> TileFile:
    """Open an MBTiles or PMTiles file with pictures in it.

    Raises
    ------
    VectorError
        If the file is missing, damaged, or holds something other than PNG, JPEG or WebP pictures.
    """
    check_file(path)
    reader: TileReader = PmtilesReader(path) if path.suffix.lower() == ".pmtiles" else MbtilesReader(path)
    sample = reader.sample()
    if sample is None:
        raise VectorError("{path} holds no tiles", path=path)
    if _kind(sample) is None:
        raise VectorError(
            "{path}: its tiles are no pictures (PNG, JPEG, WebP); vector tiles cannot be shown", path=path
        )
    return TileFile(path, reader)


def _kind(content: bytes) -> bytes | None:
    return next((kind for start, kind in _KINDS if content.startswith(start)), None)


def _plain(text: str) -> str:
    """Return a text without the markup that metadata often has."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).replace("&copy;", "©").split())
