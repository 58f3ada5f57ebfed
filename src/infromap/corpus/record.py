"""What was read so far, in a file beside the output, so that a run that was stopped goes on."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from infromap.errors import CorpusError

if TYPE_CHECKING:
    from infromap.corpus.reading import Outcome
    from infromap.export import Row

_SCHEMA = """
CREATE TABLE IF NOT EXISTS program (print TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outcome (
    name TEXT PRIMARY KEY, digest TEXT NOT NULL, state TEXT NOT NULL, article TEXT NOT NULL, sites TEXT NOT NULL
) WITHOUT ROWID;
CREATE TEMP TABLE wanted (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
"""


class Record:
    """The outcomes of a corpus, by article. Each is kept as soon as it is known; a crash loses none that was."""

    def __init__(self, output: Path, program: str) -> None:
        """Open the record of an output file, or begin one.

        Parameters
        ----------
        output
            The file that the corpus becomes; the record is called after it, with ``.progress`` behind.
        program
            What ``program_print`` returns: outcomes of another program are forgotten.

        Raises
        ------
        CorpusError
            If it cannot be written, is something else, or another infromap is at work on it.
        """
        self.path = output.with_name(f"{output.name}.progress")
        with self._explaining():
            self._database = sqlite3.connect(self.path, timeout=1.0, isolation_level=None)
        try:
            with self._explaining():
                self._begin(program)
        except CorpusError:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def want(self, names: Sequence[str]) -> None:
        """Say which articles the corpus has, in their order; others stay in the record and go into no file."""
        with self._explaining():
            self._database.execute("BEGIN")
            self._database.executemany("INSERT INTO wanted (name) VALUES (?)", ((name,) for name in names))
            self._database.execute("COMMIT")

    def has(self, name: str, digest: str) -> bool:
        """Tell whether an article with this content was read before; one that failed is worth another try."""
        query = "SELECT 1 FROM outcome WHERE name = ? AND digest = ? AND state = 'read'"
        with self._explaining():
            return self._database.execute(query, (name, digest)).fetchone() is not None

    def keep(self, name: str, digest: str, outcome: "Outcome") -> None:
        """Note the outcome of an article.

        Raises
        ------
        CorpusError
            If it cannot be written, as on a full disk.
        """
        values = (name, digest, outcome.article["state"], _json(outcome.article), _json(outcome.sites))
        with self._explaining():
            self._database.execute("INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?)", values)

    def articles(self) -> Iterator["Row"]:
        """Yield the rows of the articles that are wanted, in their order."""
        yield from self._ask("article", dict)

    def sites(self) -> Iterator["Row"]:
        """Yield the rows of their projects, in the order of the articles and of their texts."""
        for rows in self._ask("sites", list):
            yield from rows

    def _begin(self, program: str) -> None:
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.executescript(_SCHEMA)
        if self._database.execute("SELECT print FROM program").fetchall() != [(program,)]:
            self._database.executescript("DELETE FROM program; DELETE FROM outcome")
            self._database.execute("INSERT INTO program VALUES (?)", (program,))

    def _ask(self, column: str, kind: type) -> Iterator[Any]:
        """Yield what a column holds for the articles that are wanted."""
        query = f"SELECT {column} FROM wanted JOIN outcome USING (name) ORDER BY number"
        with self._explaining():
            for (text,) in self._database.execute(query):
                value = json.loads(text)
                if not isinstance(value, kind):
                    raise TypeError(f"a row of {column} is damaged")
                yield value

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Turn what SQLite says, or a damaged row, into one line."""
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, RecursionError) as error:
            raise CorpusError(_explained(self.path, error)) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _explained(path: Path, error: Exception) -> str:
    if "locked" in str(error):
        return f"{path}: another infromap is at work on this output; wait for it, or write to another file"
    if "not a database" in str(error):
        return f"{path} is no record of an earlier run; move it away, or write to another file"
    return f"{path}: the record of the run cannot be kept ({error}); choose another folder for the output"
