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
        if not any(map(text.__contains__, self._cues)):
            return None
        return self._pattern.search(text, start, len(text) if stop is None else stop)

    def match(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Return the match that begins at an offset, as ``re`` does."""
        if not any(map(text.__contains__, self._cues)):
            return None
        return self._pattern.match(text, start, len(text) if stop is None else stop)

    def fullmatch(self, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
        """Return the match that takes all between two offsets, as ``re`` does."""
        if not any(map(text.__contains__, self._cues)):
            return None
        return self._pattern.fullmatch(text, start, len(text) if stop is None else stop)

    def finditer(self, text: str, start: int = 0, stop: int | None = None) -> list[re.Match[str]]:
        """Return all matches between two offsets, in order."""
        if not any(map(text.__contains__, self._cues)):
            return []
        return list(self._pattern.finditer(text, start, len(text) if stop is None else stop))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)
