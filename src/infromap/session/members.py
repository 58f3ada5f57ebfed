"""Members of a JSON object that comes from outside: each is of the type that is asked for, or the file is refused."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from infromap.errors import ProjectFileError
from infromap.model.text import well_formed
from infromap.saying import Saying

_T = TypeVar("_T")


class Members:
    """One JSON object of a file, with the place where it stands."""

    def __init__(self, value: object, path: Path, place: str = "") -> None:
        """Take an object; ``place`` names it within the file, as ``infromap.lines[2]``."""
        self._path, self._place = path, place
        if not isinstance(value, dict):
            raise self.refusal("", Saying("an object"))
        self._value: dict[str, Any] = value

    def object(self, name: str) -> "Members":
        """Return a member that is an object itself."""
        return Members(self._value.get(name), self._path, self._name(name))

    def objects(self, name: str) -> "Iterator[Members]":
        """Yield the objects of a list; none where the member is missing."""
        for position, each in enumerate(self._list(name)):
            yield Members(each, self._path, f"{self._name(name)}[{position}]")

    def text(self, name: str, *, most: int | None = None) -> str:
        """Return a text, of at most so many letters."""
        value = self._value.get(name)
        if not isinstance(value, str):
            raise self.refusal(name, Saying("a text"))
        if most is not None and len(value) > most:
            raise self.refusal(name, Saying("a text of at most {most:,} letters", most=most))
        return well_formed(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; an empty one where the member is missing."""
        found = self._list(name)
        if not all(isinstance(each, str) for each in found):
            raise self.refusal(name, Saying("a list of texts"))
        return tuple(map(well_formed, found))

    def day(self, name: str) -> str:
        """Return a day as ISO 8601 writes it."""
        value = self.text(name)
        try:
            is_day = date.fromisoformat(value).isoformat() == value
        except ValueError:
            is_day = False
        if not is_day:
            raise self.refusal(name, Saying("a day such as 2026-11-25"))
        return value

    def text_or_none(self, name: str) -> str | None:
        """Return a text; None where it is null or missing."""
        return None if self._value.get(name) is None else self.text(name)

    def choice(self, name: str, kinds: Sequence[_T]) -> _T:
        """Return the one of some values that the member names."""
        value = self._value.get(name)
        for kind in kinds:
            if kind == value:
                return kind
        raise self.refusal(name, Saying("one of {known}", known=", ".join(str(kind) for kind in kinds)))

    def integer(self, name: str, *, least: int, most: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self._value.get(name)
        if type(value) is not int or value < least or (most is not None and value > most):
            if most is None:
                raise self.refusal(name, Saying("a whole number from {least}", least=least))
            raise self.refusal(name, Saying("a whole number from {least} to {most}", least=least, most=most))
        return value

    def number(self, name: str, *, least: float, most: float) -> float:
        """Return a number within bounds."""
        value: Any = self._value.get(name)
        if not _is_number(value) or not least <= value <= most:
            raise self.refusal(name, Saying("a number from {least:g} to {most:g}", least=least, most=most))
        return float(value)

    def boolean(self, name: str) -> bool:
        """Return true or false."""
        value = self._value.get(name)
        if not isinstance(value, bool):
            raise self.refusal(name, Saying("true or false"))
        return value

    def numbers(self, name: str, *, count: int | None = None) -> list[float]:
        """Return a list of so many numbers, or of any number of them; an empty one where the member is missing."""
        found = self._list(name)
        if (count is not None and len(found) != count) or not all(_is_number(each) for each in found):
            wanted = Saying("a list of numbers") if count is None else Saying("a list of {count} numbers", count=count)
            raise self.refusal(name, wanted)
        return [float(each) for each in found]

    def values(self, name: str) -> tuple[str | int | float | bool, ...]:
        """Return a list of texts, numbers, true and false; an empty one where the member is missing."""
        found = self._list(name)
        if not all(isinstance(each, str | bool) or _is_number(each) for each in found):
            raise self.refusal(name, Saying("a list of texts, numbers, true and false"))
        return tuple(found)

    def is_null(self, name: str) -> bool:
        """Tell whether a member is null or missing."""
        return self._value.get(name) is None

    def positions(self, name: str, *, least: int, most: int | None = None) -> list[tuple[float, float]]:
        """Return a list of at least and at most so many positions (lon, lat in degrees)."""
        found = self._list(name)
        if most is not None and len(found) > most:
            raise self.refusal(name, Saying("a list of at most {most:,} positions", most=most))
        if len(found) < least or not all(_is_position(each) for each in found):
            raise self.refusal(name, Saying("a list of positions [lon, lat], {least} at least", least=least))
        return [(float(lon), float(lat)) for lon, lat in found]

    def left(self, known: Sequence[str]) -> dict[str, Any]:
        """Return the members that have none of these names."""
        return {name: value for name, value in self._value.items() if name not in known}

    def _list(self, name: str) -> list[Any]:
        value = self._value.get(name, [])
        if not isinstance(value, list):
            raise self.refusal(name, Saying("a list"))
        return value

    def _name(self, name: str) -> str:
        return ".".join(part for part in (self._place, name) if part)

    def refusal(self, name: str, wanted: Saying) -> ProjectFileError:
        """Return the error that says what a member is not."""
        where = self._name(name) or "–"
        return ProjectFileError(
            "{path} is no project of infromap, or is damaged: {where} is not {wanted}",
            path=self._path,
            where=where,
            wanted=wanted,
        )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max


def _is_position(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(_is_number(each) for each in value)
        and abs(value[0]) <= 540  # a line across 180° goes on beyond it
        and abs(value[1]) <= 90
    )
