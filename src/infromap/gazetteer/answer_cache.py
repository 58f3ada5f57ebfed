"""The file that all running copies of infromap share: what online geocoders answered, and who may ask when."""

import json
import math
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from infromap.errors import GeocoderError, reason_of
from infromap.saying import Saying

CACHE_FOLDER_VARIABLE = "INFROMAP_CACHE"
INTERVAL_S = 1.1  # the services allow one request a second; the tenth is for the way to the server

_DAY_S = 86_400.0
_FOUND_KEPT_S, _NOTHING_KEPT_S = 180 * _DAY_S, 7 * _DAY_S  # a place that is missing today may be added
_LONGEST_HOLD_S = 3600.0
_SLIP_S = 1.0  # what was noted further ahead than this, was so by a clock that was set back since
_LOCK_TIMEOUT_S = 30.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, records TEXT NOT NULL, asked REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS turn (id INTEGER PRIMARY KEY CHECK (id = 1), next REAL NOT NULL, noted REAL NOT NULL);
"""

Records = list[dict[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time in seconds as the brake sees it; tests put in their own."""

    now: Callable[[], float] = time.time  # the one clock that all processes share
    sleep: Callable[[float], None] = time.sleep


def cache_path() -> Path:
    """Return the file of kept answers: in the user's cache folder, or in the one that ``INFROMAP_CACHE`` names."""
    folder = os.environ.get(CACHE_FOLDER_VARIABLE)
    return (Path(folder) if folder else user_cache_path("infromap", appauthor=False)) / "geocoders.sqlite"


class AnswerCache:
    """Kept answers and the brake; threads and processes that share the file keep to the interval together.

    The file is opened or made when it is first needed. Every method raises ``GeocoderError`` if it
    cannot be used: without the brake nothing may be asked.
    """

    def __init__(self, path: Path, *, clock: Clock | None = None, interval_s: float = INTERVAL_S) -> None:
        """Take the place of the file and the seconds between two requests."""
        self._path = path
        self._clock = clock or Clock()
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def find(self, question: str) -> Records | None:
        """Return the records of a kept answer, none if it was empty; None if it is not kept or too old."""
        with self._open() as database:
            row = database.execute("SELECT records, asked FROM answer WHERE question = ?", (question,)).fetchone()
            records: Records = json.loads(row[0]) if row else []
            age_s = self._clock.now() - row[1] if row else math.inf
            if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
                raise ValueError(Saying("an answer of another shape"))
        return records if -_SLIP_S <= age_s < (_FOUND_KEPT_S if records else _NOTHING_KEPT_S) else None

    def keep(self, question: str, records: Records) -> None:
        """Keep an answer in the place of an older one."""
        row = (question, json.dumps(records, ensure_ascii=False), self._clock.now())
        with self._open() as database:
            database.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", row)

    def wait_for_turn(self, patience_s: float) -> None:
        """Return when the next request may go out; the turn behind it comes one interval later.

        Raises
        ------
        GeocoderError
            If the turn is further ahead than ``patience_s``; no turn is taken then.
        """
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            now = self._clock.now()
            wait_s = max(0.0, self._next_turn(database, now) - now)
            if wait_s > patience_s:
                raise GeocoderError("the next question is allowed in {wait_s:,.0f} s; try again then", wait_s=wait_s)
            database.execute("INSERT OR REPLACE INTO turn VALUES (1, ?, ?)", (now + wait_s + self._interval_s, now))
        if wait_s > 0:
            self._clock.sleep(wait_s)

    def hold_back(self, seconds: float) -> None:
        """Let nobody ask for so many seconds, an hour at most, because a service said so."""
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            now = self._clock.now()
            turn = max(self._next_turn(database, now), now + min(seconds, _LONGEST_HOLD_S))
            database.execute("INSERT OR REPLACE INTO turn VALUES (1, ?, ?)", (turn, now))

    def _next_turn(self, database: sqlite3.Connection, now: float) -> float:
        """Return when the next request may go out: after one interval, where the clock was set back meanwhile."""
        row = database.execute("SELECT next, noted FROM turn").fetchone()
        if row is None:
            return now
        return float(row[0]) if row[1] <= now + _SLIP_S else now + self._interval_s

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give the open file to one thread, and commit what it wrote."""
        with self._lock:
            try:
                if self._database is None:
                    self._database = self._connect()
                with self._database:
                    yield self._database
            except (OSError, sqlite3.Error, ValueError, TypeError, RecursionError) as error:  # the last ones: damaged
                if isinstance(error, GeocoderError):
                    raise
                raise GeocoderError(
                    "{path}: kept answers cannot be used ({reason}); delete the file",
                    path=self._path,
                    reason=reason_of(error),
                ) from error

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=_LOCK_TIMEOUT_S, isolation_level=None, check_same_thread=False)
        try:
            database.executescript(_SCHEMA)
        except Exception:
            database.close()
            raise
        return database
