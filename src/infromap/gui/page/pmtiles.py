"""Reads PMTiles, version 3: one file with a directory of tiles along a Hilbert curve.

The format is described at https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md.
"""

import bisect
import gzip
import io
import json
import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from infromap.errors import VectorError

_HEADER = struct.Struct("<7sB11Q6B4i")
_HEADER_LENGTH = 127
_NONE, _GZIP = 1, 2  # kinds of compression; brotli and zstd are not in Python's library
_LARGEST = 64_000_000  # bytes of a directory or tile: a damaged file must not fill the memory
_LEAST_OF_ENTRY = 4  # bytes of a directory: one for each of its columns
_MOST_ENTRIES = 1_000_000  # of one directory; large files have many
_DEEPEST = 4  # directories within directories


class Entry(NamedTuple):
    """Where the tiles from ``tile_id`` on lie; without a run it is a directory of its own."""

    tile_id: int
    run: int
    length: int
    offset: int


class PmtilesReader:
    """Reads tiles by zoom, column and row."""

    def __init__(self, path: Path):
        self._path = path
        header = self._read(0, _HEADER_LENGTH)
        if len(header) < _HEADER_LENGTH or not header.startswith(b"PMTiles\x03"):
            raise VectorError("{path} is no PMTiles file of version 3", path=path)
        fields = _HEADER.unpack_from(header)
        self._root, self._about, self._leaves, self._tiles = (fields[i : i + 2] for i in (2, 4, 6, 8))
        self._inside, self._tile_packing = fields[14], fields[15]
        self._first, self._last = fields[17], fields[18]
        self._directory = lru_cache(maxsize=64)(self._read_directory)
        self.metadata = self._read_metadata()

    def zooms(self) -> tuple[int, int]:
        return self._first, self._last

    def sample(self) -> bytes | None:
        offset, length = self._root
        for _ in range(_DEEPEST):
            entries = self._directory(offset, length)
            if not entries:
                return None
            if entries[0].run:
                return self._tile(entries[0])
            offset, length = self._leaves[0] + entries[0].offset, entries[0].length
        return None

    def read_tile(self, zoom: int, x: int, y: int) -> bytes | None:
        wanted = tile_id(zoom, x, y)
        offset, length = self._root
        for _ in range(_DEEPEST):
            entries = self._directory(offset, length)
            place = bisect.bisect_right(entries, wanted, key=lambda entry: entry.tile_id) - 1
            if place < 0:
                return None
            entry = entries[place]
            if entry.run:
                return self._tile(entry) if wanted < entry.tile_id + entry.run else None
            offset, length = self._leaves[0] + entry.offset, entry.length
        return None

    def _tile(self, entry: Entry) -> bytes:
        return self._unpack(self._read(self._tiles[0] + entry.offset, entry.length), self._tile_packing)

    def _read_directory(self, offset: int, length: int) -> list[Entry]:
        content = io.BytesIO(self._unpack(self._read(offset, length), self._inside))
        count = _varint(content)
        if count * _LEAST_OF_ENTRY > content.getbuffer().nbytes or count > _MOST_ENTRIES:
            raise self._damaged()
        ids, last = [], 0
        for _ in range(count):
            last += _varint(content)
            ids.append(last)
        runs = [_varint(content) for _ in range(count)]
        lengths = [_varint(content) for _ in range(count)]
        offsets: list[int] = []
        for i in range(count):
            value = _varint(content)
            offsets.append(value - 1 if value else offsets[-1] + lengths[i - 1] if i else 0)
        return [Entry(*parts) for parts in zip(ids, runs, lengths, offsets, strict=True)]

    def _read_metadata(self) -> dict[str, str]:
        try:
            members = json.loads(self._unpack(self._read(*self._about), self._inside) or b"{}")
        except (ValueError, RecursionError):
            return {}
        return {str(name): str(value) for name, value in members.items()} if isinstance(members, dict) else {}

    def _read(self, offset: int, length: int) -> bytes:
        if length > _LARGEST:
            raise self._damaged()
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                return file.read(length)
        except (OSError, OverflowError, ValueError) as error:  # the last two: an offset beyond all files
            raise self._damaged() from error

    def _unpack(self, content: bytes, packing: int) -> bytes:
        if packing == _NONE:
            return content
        if packing != _GZIP:
            raise VectorError(
                "{path} is packed with brotli or zstd, which cannot be read; convert it to gzip", path=self._path
            )
        try:
            with gzip.open(io.BytesIO(content)) as file:
                return file.read(_LARGEST)
        except (OSError, EOFError, zlib.error) as error:
            raise self._damaged() from error

    def _damaged(self) -> VectorError:
        return VectorError("{path} is damaged; get it again", path=self._path)


def tile_id(zoom: int, x: int, y: int) -> int:
    """Return the place of a tile along the Hilbert curves of all zooms."""
    number = ((1 << 2 * zoom) - 1) // 3
    for level in reversed(range(zoom)):
        side = 1 << level
        is_right, is_low = bool(x & side), bool(y & side)
        number += ((3 * is_right) ^ is_low) << 2 * level
        x, y = x & side - 1, y & side - 1
        if not is_low:
            if is_right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
    return number


def _varint(content: io.BytesIO) -> int:
    value = shift = 0
    while True:
        byte = content.read(1)
        if not byte or shift > 63:
            return value
        value |= (byte[0] & 127) << shift
        if byte[0] < 128:
            return value
        shift += 7
