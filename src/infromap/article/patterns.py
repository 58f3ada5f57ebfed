"""Patterns that are compiled when a text first holds one of their cues: most texts need a few of them."""

import re
from functools import cached_property


class CuedPattern:
    """A regular expression that can match only where one of its cues stands.

    Looking for a cue costs a hundredth of running a pattern, and compiling one costs milliseconds.
    """

    def __init__(self, source: str, *cues: str, flags: int = 0) -> None:
        """Take the expression and the cues, of which each match holds one, letter for letter."""
        self._source = source
        self._cues = cues
        self._flags = flags

    def search(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Return the first match between two offsets, as ``re`` does."""
        return self._pattern.search(text, start, _stop(text, stop)) if self._is_cued(text) else None

    def match(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Return the match that begins at an offset, as ``re`` does."""
        return self._pattern.match(text, start, _stop(text, stop)) if self._is_cued(text) else None

    def fullmatch(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Return the match that takes all between two offsets, as ``re`` does."""
        return self._pattern.fullmatch(text, start, _stop(text, stop)) if self._is_cued(text) else None

    def finditer(self, text: str, start: int = 0, stop: int | None = None) -> list[re.Match[str]]:
        """Return all matches between two offsets, in order."""
        return list(self._pattern.finditer(text, start, _stop(text, stop))) if self._is_cued(text) else []

    def _is_cued(self, text: str) -> bool:
        return any(map(text.__contains__, self._cues))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)


def _stop(text: str, stop: int | None) -> int:
    return len(text) if stop is None else stop
