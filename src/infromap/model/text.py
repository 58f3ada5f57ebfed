"""What a text may hold: whole characters, and few marks upon each."""

import re
import unicodedata

_MOST_MARKS = 30  # upon one letter, as in Unicode's stream-safe text; to sort more takes the square of their number
_MARKS = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1},}}")  # and other signs that stand behind one another


def well_formed(text: str) -> str:
    """Return a text that can be written as UTF-8, of the same length: a lone surrogate is no character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def composed(text: str) -> str:
    """Return a text with letters and their marks as one (NFC); of more than 30 marks upon a letter the rest is lost."""
    return unicodedata.normalize("NFC", _MARKS.sub(_few_marks, text))


def _few_marks(found: re.Match[str]) -> str:
    kept, marks = [], 0
    for sign in found[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
