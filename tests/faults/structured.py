"""Damage within the form of a file: a member of JSON, a cell of a database, a file of an archive."""

import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from typing import Any

DamageBytes = Callable[[random.Random, bytes], bytes]
StructuredDamage = Callable[[random.Random, bytes, DamageBytes], bytes]

ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e308, -1e308, 5e-324, float("nan"), float("inf"), 10**400, 2**31, 2**63, -(2**63),
    "", "x", "\ud800", "\0", "\u202e", "A" * 70_000, "a\nb\u2028c", "1e308", "nan", "../../etc/passwd", "/dev/zero",
    "/vsicurl/http://127.0.0.1:9/x", "http://127.0.0.1:9/", "=cmd()", "utf-7", "hex", "EPSG:0", "EPSG:32642",
    "2026-13-01", "0000-00-00", [], {}, [[]], [None], ["x"], [1e308, -1e308], [200, 100], [53.3, 169.4],
    [1, 2, 3, 4, 5],
    {"type": "Point"}, {"type": "Point", "coordinates": [60, 50]}, {"type": "Polygon", "coordinates": [[[0, 0]]]},
    {"type": "LineString", "coordinates": [[0, 0]]}, {"type": "Curve"}, {"x": {"y": ["z"]}},
)  # fmt: skip
_CELLS = (
    None, "", "x", "\0", "A" * 70_000, 0, -1, 1.5, 1e308, float("inf"), 2**63 - 1, -(2**63), b"", b"\0" * 40, b"GP\0\1",
    "not json", "[1]", "null", "9" * 400, "point", "GEOMETRYCOLLECTION", "2026-02-30", "/vsicurl/http://127.0.0.1:9/x",
)  # fmt: skip
_MOST_PLACES = 3_000


def change_json(chance: random.Random, content: bytes, damage: DamageBytes) -> bytes:
    """Put something odd in the place of a value, take a member out, or give it another one's value."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return damage(chance, content)
    places = _places(whole)
    if not places:
        return damage(chance, content)
    holder, key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1:
            other, other_key = chance.choice(places)
            holder[key] = json.loads(json.dumps(other.get(other_key) if isinstance(other, dict) else None))
        case 2:
            holder[key] = [holder[key]]
        case _:
            holder[key] = chance.choice(ODD_VALUES)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(whole: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    left = [whole]
    while left and len(found) < _MOST_PLACES:
        each = left.pop()
        keys = list(each) if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ()
        found += [(each, key) for key in keys]
        left += [each[key] for key in keys]
    return found


def change_table(chance: random.Random, content: bytes, damage: DamageBytes) -> bytes:
    """Change a cell of an SQLite database, or take a table away."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.text_factory = bytes
        try:
            database.deserialize(content)
            for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{trigger.decode()}"')
            _change(chance, database, damage)
            return database.serialize()
        except Exception:  # the database was damaged before
            return damage(chance, content)


def _change(chance: random.Random, database: sqlite3.Connection, damage: DamageBytes) -> None:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
    table = chance.choice([name.decode() for (name,) in rows.fetchall()])
    if chance.random() < 0.05:
        database.execute(f'DROP TABLE "{table}"')
        return
    columns = [row[1].decode() for row in database.execute(f'PRAGMA table_info("{table}")').fetchall()]
    column = chance.choice(columns)
    count = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    if not count:
        raise sqlite3.DataError("nothing to change")
    query = f'SELECT "{column}" FROM "{table}" LIMIT 1 OFFSET ?'
    (before,) = database.execute(query, (chance.randrange(count),)).fetchone()
    value = chance.choice(_CELLS)
    if isinstance(before, bytes) and chance.random() < 0.6:
        damaged = damage(chance, before)
        value = damaged if chance.random() < 0.7 else damaged.decode("utf-8", "replace")
    database.execute(f'UPDATE OR REPLACE "{table}" SET "{column}" = ? WHERE "{column}" IS ?', (value, before))


def change_archive(chance: random.Random, content: bytes, damage: DamageBytes) -> bytes:
    """Damage one file of a ZIP archive, whose sum then fits it, or call it something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        if not parts:
            return damage(chance, content)
        name = chance.choice(list(parts))
        if chance.random() < 0.1:
            parts[chance.choice(_NAMES)] = parts.pop(name)
        else:
            parts[name] = damage(chance, parts[name])
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
            for each, part in parts.items():
                archive.writestr(each, part)
    except Exception:  # the archive was damaged before
        return damage(chance, content)
    return buffer.getvalue()


_NAMES = (
    "../a.shp",
    "/tmp/a.kml",
    "a!b.kml",
    "{a}.geojson",
    "a\\b.shp",
    "x.vrt",
    "\u202e.kml",
    "a" * 300 + ".gpx",
    "b.GPKG",
    "a.shp",
)
