"""What the program says by itself, so that it can be said in any language: which sentence, and what is put into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Words: TypeAlias = "str | tuple[str | Saying, ...]"  # a tuple is a list of things: A, B and C


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One sentence, or a part of one, by its key among the words of a language (``note.`` before it)."""

    key: str
    values: tuple[tuple[str, Words], ...] = ()


def saying(key: str, **values: Words) -> Saying:
    """Return a sentence with what is put into it."""
    return Saying(key=key, values=tuple(values.items()))


def say(sentence: Saying, strings: Mapping[str, str]) -> str:
    """Return a sentence in the language of some words, which stand under ``note.`` and its key."""
    return strings[f"note.{sentence.key}"].format(**{name: _said(value, strings) for name, value in sentence.values})


def say_all(sentences: Iterable[Saying], strings: Mapping[str, str]) -> str:
    """Return sentences behind one another."""
    return " ".join(say(each, strings) for each in sentences)


def _said(value: Words, strings: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return value
    things = [each if isinstance(each, str) else say(each, strings) for each in value]
    if len(things) == 1:
        return things[0]
    return strings["note.list"].format(others=strings["note.comma"].join(things[:-1]), last=things[-1])
