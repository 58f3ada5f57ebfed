"""The words of Russian and Kazakh: their vocabulary, patterns of stems, and Kazakh's Latin letters."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from infromap.article.vocabulary import read_table

LANGUAGES = ("ru", "kk")

_SOFT = "\u02bc"  # stands behind a letter that Latin writes as two, so that offsets stay; it counts as a letter
# Letters that Kazakh's Latin alphabets write in several ways, as they look when they are read back.
_LOOSE = {
    "ия": "(?:ия|ииа|иа)",
    "я": "(?:я|иа)",
    "ю": "(?:ю|иу)",
    "ш": f"ш{_SOFT}?",
    "ч": f"ч{_SOFT}?",
    "ь": "ь?",
    "ъ": "ъ?",
    "й": "[йи]",
    "ц": "(?:ц|тс|с)",
    "э": "[эе]",
    "щ": "(?:щ|шш)",
}
_LOOSENED = re.compile("|".join(_LOOSE), re.IGNORECASE)


@cache
def grammar(language: str) -> dict[str, Any]:
    """Return the vocabulary of Russian or Kazakh."""
    return read_table(language)


def stems(words: Iterable[str]) -> str:
    """Return a pattern of words in which a star stands for any ending; longer ones come first."""
    ordered = sorted(words, key=lambda word: (-word.count(" "), -len(word), word))
    return "|".join(_loosened(re.escape(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for word in ordered)


def any_stem(words: Iterable[str]) -> str:
    """Return a group of ``stems`` between word ends."""
    return rf"(?<!\w)(?:{stems(words)})(?!\w)"


@cache
def cue_pattern(language: str, cue: str) -> re.Pattern[str]:
    """Return the pattern of one list of cues: words that begin with any of them."""
    return re.compile(rf"(?<!\w)(?:{stems(grammar(language)['cues'][cue])})", re.IGNORECASE)


def has_cue(text: str, language: str, cue: str) -> bool:
    """Tell whether a stretch of plain text has a word of one list of cues."""
    return bool(cue_pattern(language, cue).search(text))


def plain_letters(text: str, language: str) -> str:
    """Return Kazakh in Latin letters as Cyrillic, letter for letter, so that offsets stay; other text as it is."""
    if language != "kk" or not _is_latin(text):
        return text
    alphabet = "acute" if _count(text, "áǵńóúý") > _count(text, "äğǧŋñöüūş") else "latin"
    letters = grammar("kk")["latin"][alphabet]
    for pair, letter in letters["pairs"]:
        text = text.replace(pair, letter + _SOFT).replace(pair.upper(), letter.upper() + _SOFT)
        text = text.replace(pair.capitalize(), letter.upper() + _SOFT)
    return text.translate(_table(letters["letters"]))


def _loosened(escaped: str) -> str:
    """Let letters stand as they may be written; a capital one may do so in a pattern that heeds capitals as well."""
    return _LOOSENED.sub(
        lambda match: _LOOSE[match[0]] if match[0].islower() else f"(?i:{_LOOSE[match[0].lower()]})", escaped
    )


def _is_latin(text: str) -> bool:
    letters = sum(each.isalpha() for each in text)
    return sum("\u0400" <= each <= "\u04ff" for each in text) * 10 < letters


def _count(text: str, letters: str) -> int:
    return sum(each in letters for each in text.lower())


@cache
def _table(letters: str) -> dict[int, str]:
    pairs = letters.split()
    lower = {ord(pair[0]): pair[1] for pair in pairs}
    upper = {ord(pair[0].upper()): pair[1].upper() for pair in pairs if len(pair[0].upper()) == 1}
    return {**upper, **lower, ord("İ"): "И", ord("I"): "І" if "ıі" in pairs else "И"}
