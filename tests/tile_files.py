"""Files of tiles for tests."""

import gzip
import io
import itertools
import json
import sqlite3
import struct

from infromap.gui.page.pmtiles import tile_id

METADATA = {"name": "Steppe", "attribution": "&copy; <a href='https://example.org'>Nobody</a>"}


def write_mbtiles(path, tiles, metadata=METADATA):
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE metadata (name text, value text)")
        file.execute("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)")
        file.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
        rows = [(z, x, (1 << z) - 1 - y, content) for (z, x, y), content in tiles.items()]
        file.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    file.close()
    return path


def varint(value):
    letters = bytearray()
    while value > 127:
        letters.append(value & 127 | 128)
        value >>= 7
    return bytes([*letters, value])


def directory(entries):
    """Return a packed directory of (id, run, length, offset)."""
    out = io.BytesIO()
    out.write(varint(len(entries)))
    ids = [0, *(entry[0] for entry in entries)]
    out.write(b"".join(varint(b - a) for a, b in itertools.pairwise(ids)))
    for column in (1, 2):
        out.write(b"".join(varint(entry[column]) for entry in entries))
    out.write(b"".join(varint(entry[3] + 1) for entry in entries))
    return gzip.compress(out.getvalue())


def write_pmtiles(path, tiles, metadata=METADATA, *, has_leaf=False):
    ordered = sorted((tile_id(*place), content) for place, content in tiles.items())
    entries, body = [], b""
    for number, content in ordered:
        entries.append((number, 1, len(content), len(body)))
        body += content
    leaf = directory(entries) if has_leaf else b""
    root = directory([(entries[0][0], 0, len(leaf), 0)]) if has_leaf else directory(entries)
    about = gzip.compress(json.dumps(metadata).encode())
    zooms = [z for z, _, _ in tiles]
    places = []
    at = 127
    for part in (root, about, leaf, body):
        places += [at, len(part)]
        at += len(part)
    header = struct.pack("<7sB11Q6B4i", b"PMTiles", 3, *places, 0, 0, 0, 1, 2, 1, 2, min(zooms), max(zooms), 0, 0, 0, 0)
    path.write_bytes(header.ljust(127, b"\0") + root + about + leaf + body)
    return path
