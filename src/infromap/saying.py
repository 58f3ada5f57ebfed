"""What the program says by itself, so that it can be said in any language: an English sentence that knows its parts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeAlias

Sentences: TypeAlias = Mapping[str, str]  # English → another language

# What ends a line, gives a terminal orders or turns the text around: names of files and layers have it at times.
_UNPRINTED = re.compile("[ \x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_FIGURE = "1,234.5"  # how a language writes this tells how it writes all figures


class Saying(str):
    """A sentence in English, or a word or a part of one, which remembers how it was made.

    It is a text like any other for whoever wants English: exports, the command line, logs. ``say`` gives it in
    another language.

    Parameters
    ----------
    template
        The English of it, ``{name}`` where a value goes, with a format where figures want one.
    values
        What is put into it. Sayings are said in the other language as well, tuples are lists (A, B and C), figures
        are written as the language writes them; all else stays as it is.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Put the values into the English."""
        kept = {name: _kept(value) for name, value in values.items()}
        made = super().__new__(cls, template.format(**_told(kept, {})) if kept else template)
        made.template, made.values = template, kept
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _say_again, (self.template, self.values)


def say(text: str, sentences: Sentences) -> str:
    """Return a saying in the language of some sentences; any other text as it is, and English where they lack it."""
    if not isinstance(text, Saying) or not sentences:
        return text
    template = sentences.get(text.template, text.template)
    return template.format(**_told(text.values, sentences)) if text.values else template


def in_turn(sayings: Iterable[str], separator: str) -> Saying:
    """Return sayings behind one another as one."""
    parts = {f"part_{number}": each for number, each in enumerate(sayings)}
    return Saying(separator.join(f"{{{name}}}" for name in parts), **parts)


def printable(text: str) -> str:
    """Return a text without what would end its line, turn it around, or give a terminal orders."""
    return _UNPRINTED.sub(_one_space, text)


def _one_space(found: re.Match[str]) -> str:
    """Return what stands for a run of spaces and of what is not printed; spaces alone stay."""
    return " " if found[0].strip(" ") else found[0]


def _say_again(template: str, values: dict[str, Any]) -> Saying:
    return Saying(template, **values)


def _kept(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_kept(each) for each in value)
    return value if isinstance(value, str | int | float) else str(value)


def _told(values: Mapping[str, Any], sentences: Sentences) -> dict[str, Any]:
    return {name: _told_value(value, sentences) for name, value in values.items()}


def _told_value(value: Any, sentences: Sentences) -> Any:
    if isinstance(value, str):
        return say(value, sentences)
    if isinstance(value, tuple):
        return _listed([str(_told_value(each, sentences)) for each in value], sentences)
    return _Figure(value, sentences[_FIGURE]) if _FIGURE in sentences else value


def _listed(things: list[str], sentences: Sentences) -> str:
    if len(things) < 2:
        return "".join(things)
    comma, both = (sentences.get(each, each) for each in (", ", "{others} and {last}"))
    return both.format(others=comma.join(things[:-1]), last=things[-1])


class _Figure:
    """A figure that is written as a language writes it."""

    def __init__(self, value: float, sample: str) -> None:
        self._value = value
        self._marks = str.maketrans({",": sample[1], ".": sample[-2]})

    def __format__(self, form: str) -> str:
        return format(self._value, form).translate(self._marks)
