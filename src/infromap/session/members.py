"""Members of a JSON object that comes from outside: each is of the type that is asked for, or the file is refused."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from infromap.errors import ProjectFileError

_T = TypeVar("_T")


class Members:
    """One JSON object of a file, with the place where it stands."""

    def __init__(self, value: object, path: Path, place: str = "") -> None:
        """Take an object; ``place`` names it within the file, as ``infromap.lines[2]``."""
        self._path, self._place = path, place
        if not isinstance(value, dict):
            raise self._refusal("", "an object")
        self._value: dict[str, Any] = value

    def object(self, name: str) -> "Members":
        """Return a member that is an object itself."""
        return Members(self._value.get(name), self._path, self._name(name))

    def objects(self, name: str) -> "Iterator[Members]":
        """Yield the objects of a list; none where the member is missing."""
        for position, each in enumerate(self._list(name)):
            yield Members(each, self._path, f"{self._name(name)}[{position}]")

    def text(self, name: str) -> str:
        """Return a text."""
        value = self._value.get(name)
        if not isinstance(value, str):
            raise self._refusal(name, "a text")
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
        raise self._refusal(name, f"one of {', '.join(str(kind) for kind in kinds)}")

    def integer(self, name: str, *, least: int, most: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self._value.get(name)
        if type(value) is not int or value < least or (most is not None and value > most):
            bounds = f"from {least}" + ("" if most is None else f" to {most}")
            raise self._refusal(name, f"a whole number {bounds}")
        return value

    def number(self, name: str, *, least: float, most: float) -> float:
        """Return a number within bounds."""
        value: Any = self._value.get(name)
        if not _is_number(value) or not least <= value <= most:
            raise self._refusal(name, f"a number from {least:g} to {most:g}")
        return float(value)

    def numbers(self, name: str, *, count: int) -> list[float]:
        """Return a list of so many numbers."""
        found = self._list(name)
        if len(found) != count or not all(_is_number(each) for each in found):
            raise self._refusal(name, f"a list of {count} numbers")
        return [float(each) for each in found]

    def is_null(self, name: str) -> bool:
        """Tell whether a member is null or missing."""
        return self._value.get(name) is None

    def positions(self, name: str, *, least: int) -> list[tuple[float, float]]:
        """Return a list of at least so many positions (lon, lat in degrees)."""
        found = self._list(name)
        if len(found) < least or not all(_is_position(each) for each in found):
            raise self._refusal(name, f"a list of {least} or more positions [lon, lat]")
        return [(float(lon), float(lat)) for lon, lat in found]

    def left(self, known: Sequence[str]) -> dict[str, Any]:
        """Return the members that have none of these names."""
        return {name: value for name, value in self._value.items() if name not in known}

    def _list(self, name: str) -> list[Any]:
        value = self._value.get(name, [])
        if not isinstance(value, list):
            raise self._refusal(name, "a list")
        return value

    def _name(self, name: str) -> str:
        return ".".join(part for part in (self._place, name) if part)

    def _refusal(self, name: str, wanted: str) -> ProjectFileError:
        where = self._name(name) or "it"
        return ProjectFileError(f"{self._path} is no project of infromap, or is damaged: {where} is not {wanted}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_position(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(_is_number(each) for each in value)
        and abs(value[0]) <= 540  # a line across 180° goes on beyond it
        and abs(value[1]) <= 90
    )
