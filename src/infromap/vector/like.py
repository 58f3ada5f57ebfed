"""LIKE, lower, upper and NOCASE for all scripts: SQLite's own know the capitals of English alone."""

import sqlite3
from collections.abc import Callable

_TAKEN = {ord("%"): "\ufdd0", ord("_"): "\ufdd1"}  # what no text holds stands for letters that are meant as such


def fold_letters(database: sqlite3.Connection) -> None:
    """Let LIKE, lower, upper and the collation NOCASE of a database know the capitals of all scripts."""
    database.create_function("like", 2, _is_like, deterministic=True)
    database.create_function("like", 3, _is_like_with, deterministic=True)
    database.create_collation("NOCASE", _compare)
    database.create_function("lower", 1, _changed(str.lower), deterministic=True)
    database.create_function("upper", 1, _changed(str.upper), deterministic=True)


def _compare(first: str, second: str) -> int:
    a, b = first.casefold(), second.casefold()
    return (a > b) - (a < b)


def _changed(change: Callable[[str], str]) -> Callable[[object], str | None]:
    return lambda value: None if value is None else change(str(value))


def _is_like_with(pattern: object, value: object, escape: object) -> bool | None:
    """Tell the same where a letter of the pattern takes from % or _ behind it what it means."""
    if pattern is None or value is None or escape is None:
        return None
    if len(str(escape)) != 1:
        raise ValueError("ESCAPE wants one letter")
    letters, plain = iter(str(pattern)), []
    for letter in letters:
        plain.append(next(letters, "").translate(_TAKEN) if letter == escape else letter)
    return _is_like("".join(plain), str(value).translate(_TAKEN))


def _is_like(pattern: object, value: object) -> bool | None:
    """Tell whether a text is like a pattern of % (any letters) and _ (any one), in few looks at each letter."""
    if pattern is None or value is None:
        return None
    first, *others = str(pattern).casefold().split("%")
    text = str(value).casefold()
    if not others:
        return len(text) == len(first) and _stands_at(text, first, 0)
    last = others.pop()
    if len(text) < len(first) + len(last) or not _stands_at(text, first, 0):
        return False
    at = len(first)
    end = len(text) - len(last)
    for part in others:
        found = _find(text, part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end and _stands_at(text, last, end)


def _find(text: str, part: str, start: int, end: int) -> int:
    if "_" not in part:
        return text.find(part, start, end)
    return next((at for at in range(start, end - len(part) + 1) if _stands_at(text, part, at)), -1)


def _stands_at(text: str, part: str, at: int) -> bool:
    if "_" not in part:
        return text.startswith(part, at)
    return all(wanted in ("_", letter) for wanted, letter in zip(part, text[at : at + len(part)], strict=True))
