"""Chooses rows of a layer by an SQL expression, which SQLite evaluates in memory and which can do nothing else."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.errors import VectorError, reason_of
from infromap.model.layer import Column, ColumnType, Layer
from infromap.saying import Saying
from infromap.vector.like import fold_letters

if TYPE_CHECKING:
    from numpy.typing import NDArray

FUNCTIONS = (
    "abs", "ceil", "coalesce", "date", "datetime", "exp", "floor", "glob", "ifnull", "iif", "instr", "julianday",
    "length", "like", "ln", "log", "lower", "ltrim", "max", "min", "mod", "nullif", "pow", "power", "replace", "round",
    "rtrim", "sign", "sqrt", "strftime", "substr", "substring", "time", "trim", "typeof", "unicode", "upper",
)  # fmt: skip

_AFFINITIES = {ColumnType.INTEGER: "INTEGER", ColumnType.REAL: "REAL", ColumnType.BOOLEAN: "INTEGER"}
_STEP = 10_000  # instructions of SQLite from one look at the work to the next
_STEPS_AT_LEAST = 2_000
_MOST_LETTERS = 10_000  # of an expression
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 10_000_000),  # of a value, also one that a function makes
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 200),
)
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"((?:[^"]|"")*)"|\[([^\]]*)\]|`((?:[^`]|``)*)`""")
_NAMES_TOLD = 12
_LARGEST = 2**63


def select_rows(layer: Layer, expression: str, *, is_wanted: Callable[[], bool] = lambda: True) -> "NDArray[np.bool_]":
    """Return which rows an expression holds for.

    Parameters
    ----------
    layer
        Its columns are named as they are, in double quotes where a name is no word; of two that differ in capitals
        alone, the first is meant.
    expression
        What may stand behind ``WHERE`` in SQLite: ``population > 10000 AND name LIKE '%burg'``. ``LIKE`` does not
        care for capitals, in any script. Dates are ISO 8601 text, yes and no are 1 and 0, nothing is ``NULL``.
    is_wanted
        Is asked now and then; the work ends with an error as soon as it says no.

    Returns
    -------
    numpy.ndarray
        True or false for each row; rows for which the expression gives nothing (``NULL``) are left out.

    Raises
    ------
    VectorError
        If the expression cannot be evaluated: an unknown column, a fault of grammar, anything but reading the columns,
        work without end. One line, which names the column or the place.
    """
    if not expression.strip() or len(expression) > _MOST_LETTERS:
        raise VectorError(
            "{layer}: an expression has 1 to {most:,} letters, such as {example}",
            layer=layer.name,
            most=_MOST_LETTERS,
            example=_example(layer),
        )
    columns = _by_name(layer.columns)
    try:
        _refuse_unknown_names(expression, columns)
        with closing(sqlite3.connect(":memory:")) as database:
            return _evaluate(database, columns, expression, len(layer), is_wanted)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        raise VectorError(
            "{layer}: {reason}; {columns}",
            layer=layer.name,
            reason=_explain(error, expression),
            columns=_tell_columns(layer),
        ) from error


def quote_column(name: str) -> str:
    """Return a column's name as an expression has it."""
    return f'"{name.replace(chr(34), 2 * chr(34))}"'


def _evaluate(
    database: sqlite3.Connection,
    columns: dict[str, Column],
    expression: str,
    count: int,
    is_wanted: Callable[[], bool],
) -> "NDArray[np.bool_]":
    for limit, most in _LIMITS:
        database.setlimit(limit, most)
    if not expression.isascii():
        fold_letters(database)
    kinds = ((name, _AFFINITIES.get(column.type, "TEXT")) for name, column in columns.items())
    table = ", ".join(f"{quote_column(name)} {kind}" for name, kind in kinds)
    database.execute(f"CREATE TABLE rows ({table or 'no_column'})")
    query = f"SELECT (({expression}\n)) IS TRUE FROM rows"
    used = _names_read(database, query)
    database.set_progress_handler(lambda: not is_wanted(), _STEP)
    if used or columns:
        _fill(database, [(name, columns[name]) for name in used] or list(columns.items())[:1])
    else:
        database.executemany("INSERT INTO rows VALUES (NULL)", (() for _ in range(count)))
    database.set_authorizer(_authorizer(set()))
    database.set_progress_handler(_countdown(max(_STEPS_AT_LEAST, count), is_wanted), _STEP)
    found = database.execute(query)
    if len(found.description) != 1:
        raise ValueError(Saying("it is more than one expression"))
    chosen = np.fromiter((value for (value,) in found), dtype=np.bool_)
    if len(chosen) != count:
        raise ValueError(Saying("it must say something of each row by itself"))
    return chosen


def _by_name(columns: Sequence[Column]) -> dict[str, Column]:
    """Return columns by the names that SQLite tells apart, which are not those that differ in capitals alone."""
    found: dict[str, Column] = {}
    known = set()
    for column in columns:
        name = _well_formed(column.name)
        folded = "".join(letter.lower() if letter.isascii() else letter for letter in name)
        if folded not in known:
            known.add(folded)
            found[name] = column
    return dict(list(found.items())[:1_000])


def _names_read(database: sqlite3.Connection, query: str) -> list[str]:
    """Return the columns that a query reads; nothing is evaluated."""
    names: set[str] = set()
    database.set_authorizer(_authorizer(names))
    with closing(database.execute(f"EXPLAIN {query}")):
        database.set_authorizer(None)
    return sorted(names)


def _authorizer(names: set[str]) -> Callable[..., int]:
    """Return what lets SQLite read columns and call pure functions in one SELECT; names of columns go into a set."""
    selects = 0

    def authorize(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
        nonlocal selects
        if action == sqlite3.SQLITE_SELECT:
            selects += 1
            return sqlite3.SQLITE_OK if selects == 1 else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_READ and first == "rows":
            names.update({second} if second else ())
            return sqlite3.SQLITE_OK
        is_pure = action == sqlite3.SQLITE_FUNCTION and str(second).lower() in FUNCTIONS
        return sqlite3.SQLITE_OK if is_pure else sqlite3.SQLITE_DENY

    return authorize


def _countdown(steps: int, is_wanted: Callable[[], bool]) -> Callable[[], bool]:
    """Return what ends the work of SQLite when it is asked once more than so often, or is not wanted any more."""
    left = iter(range(steps))
    return lambda: next(left, None) is None or not is_wanted()


def _fill(database: sqlite3.Connection, columns: Sequence[tuple[str, Column]]) -> None:
    names = ", ".join(quote_column(name) for name, _ in columns)
    places = ", ".join("?" for _ in columns)
    rows = zip(*(_values(column) for _, column in columns), strict=True)
    database.executemany(f"INSERT INTO rows ({names}) VALUES ({places})", rows)


def _values(column: Column) -> Iterator[Any]:
    """Yield values as SQLite takes them; it makes NULL of NaN by itself."""
    plain = column.values.tolist()
    if column.values.dtype.kind in "fi" or column.type is ColumnType.BOOLEAN:
        return iter(plain)
    if column.values.dtype.kind == "u":
        return (value if value < _LARGEST else float(value) for value in plain)
    return (_well_formed(value) if isinstance(value, str) else value for value in plain)


def _well_formed(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _refuse_unknown_names(expression: str, columns: dict[str, Column]) -> None:
    """Refuse quoted names that no column has: SQLite would take them for text."""
    known = {name.casefold() for name in columns}
    for match in _QUOTED.finditer(expression):
        name = next((group for group in match.groups() if group is not None), None)
        if name is not None and name.replace('""', '"').replace("``", "`").casefold() not in known:
            raise ValueError(f"no such column: {name}")


def _explain(error: Exception, expression: str) -> str:
    reason = str(error)
    if reason.startswith(("not authorized", "access to")) or "prohibited" in reason or "one statement" in reason:
        return Saying("an expression may only read columns and use plain functions")
    if reason == "interrupted":
        return Saying("it takes too long")
    unknown = re.fullmatch(r"no such column: (.*)", reason, re.DOTALL)
    if unknown:
        return Saying("there is no column {column!r}", column=" ".join(unknown[1].split()))
    if "bindings supplied" in reason:
        return Saying("the expression has ? or a colon outside quotation marks; write the value itself")
    if reason.startswith("unrecognized token"):
        return Saying("a quotation mark is not closed, or a letter stands where none may")
    near = re.fullmatch(r'near "(.*)": syntax error', reason, re.DOTALL)
    if near and near[1].strip(" )") and near[1] in expression:
        words = " ".join(near[1].split())
        if expression.count(near[1]) != 1:
            return Saying("not understood at {words!r}", words=words)
        return Saying("not understood at {words!r} (letter {letter})", words=words, letter=expression.find(near[1]) + 1)
    return Saying("the expression is not complete") if near or "incomplete" in reason else reason_of(error)


def _example(layer: Layer) -> str:
    if not layer.columns:
        return "1 = 1"
    return f"{quote_column(layer.columns[0].name)} IS NOT NULL"


def _tell_columns(layer: Layer) -> Saying:
    names = [" ".join(column.name.split())[:60] for column in layer.columns]
    if not names:
        return Saying("the layer has no columns")
    told, more = ", ".join(names[:_NAMES_TOLD]), len(names) - _NAMES_TOLD
    if more > 0:
        return Saying("columns: {names} and {more} more", names=told, more=more)
    return Saying("columns: {names}", names=told)
