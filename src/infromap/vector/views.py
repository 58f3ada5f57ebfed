"""Tries the queries that a GeoPackage holds in the place of tables: GDAL would run one that has no end."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from infromap.errors import VectorError, reason_of
from infromap.saying import Saying

_PATIENCE_S = 3.0
_STEP = 10_000  # instructions of SQLite from one look at the clock to the next
_LARGEST_VALUE = 50_000_000  # bytes
_VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view'"
_COMPUTED = """
SELECT DISTINCT m.name FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c
WHERE m.type = 'table' AND m.sql LIKE 'CREATE TABLE%' AND c.hidden IN (2, 3)
"""


def check_views(path: Path) -> None:
    """Raise VectorError if a GeoPackage has a view, or a computed column, that cannot be read in a few seconds."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
        _check(file, str(path))


def check_packed_views(content: bytes, name: str) -> None:
    """Do the same with the content of a GeoPackage within an archive."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(content[:18] + b"\1\1" + content[20:])  # as if no log stood beside it: in memory there is none
        _check(file, name)


def _check(file: sqlite3.Connection, name: str) -> None:
    file.text_factory = bytes
    file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    file.set_progress_handler(_clock(time.monotonic() + _PATIENCE_S), _STEP)
    try:
        found = [view for query in (_VIEWS, _COMPUTED) for (view,) in file.execute(query)]
        for view in found:
            for _ in file.execute(f'SELECT * FROM "{view.decode().replace(chr(34), 2 * chr(34))}"'):
                pass
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        reason = Saying("it takes too long") if str(error) == "interrupted" else reason_of(error)
        raise VectorError(
            "{name} cannot be read: a query in it fails ({reason}); save its rows as a table", name=name, reason=reason
        ) from error


def _clock(end: float) -> Callable[[], int]:
    return lambda: int(time.monotonic() > end)
