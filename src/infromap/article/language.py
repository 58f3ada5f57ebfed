"""Which language a text is in: by its script, then by its letters and commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from infromap.article.vocabulary import read_table

UNKNOWN = "und"

_SAMPLE = 20_000  # letters
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ENOUGH = 0.04  # of the words: a text with fewer common words of any language is in none that is known
_FEW = 2  # languages with a letter: it tells one of them
_FOREIGN_WEIGHT = 3.0  # of letters that a language lacks, beside its words
_OTHER_SHARE = 0.2  # of the letters: what stands in another script is told from here on


def guess_language(text: str) -> str:
    """Return a two-letter code, or ``und`` for a text in no language that is told apart here."""
    lowered = text[:_SAMPLE].lower()
    if _is_plain(lowered):
        words = _WORD.findall(lowered)
        return _by_words(words, {}, "LATIN") if words else UNKNOWN
    letters = _count_letters(lowered)
    scripts = _count_scripts(letters)
    if not scripts:
        return UNKNOWN
    script, _ = scripts.most_common(1)[0]
    if "HIRAGANA" in scripts and script == "CJK":
        return "ja"
    table = read_table("languages")
    if script in table["scripts"]:
        return str(table["scripts"][script])
    if script not in ("LATIN", "CYRILLIC"):
        return UNKNOWN
    return _by_words(_WORD.findall(lowered), letters, script)


def language_name(code: str) -> str:
    """Return how a language is called; one that is not known here is called so."""
    table = read_table("languages")
    for script in ("LATIN", "CYRILLIC"):
        if code in table[script]:
            return str(table[script][code]["name"])
    return str(table["names"].get(code, f"the language {code!r}" if code != UNKNOWN else table["names"][UNKNOWN]))


def other_script(text: str) -> tuple[str, float] | None:
    """Return the second script of a mixed text in lower case with its share of the letters, or None."""
    lowered = text[:_SAMPLE].lower()
    if _is_plain(lowered):
        return None
    scripts = _count_scripts(_count_letters(lowered))
    total = scripts.total()
    second = scripts.most_common(2)[1:]
    if not second or second[0][1] < total * _OTHER_SHARE:
        return None
    return second[0][0].lower() if second[0][0] != "CJK" else "chinese", second[0][1] / total


def _is_plain(lowered: str) -> bool:
    """Tell whether all letters of a text are those of English."""
    return not any(map(str.isalpha, _NOT_ASCII.findall(lowered)))


def _count_letters(lowered: str) -> dict[str, int]:
    return {letter: number for letter, number in Counter(lowered).items() if letter.isalpha()}


def _count_scripts(letters: dict[str, int]) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for letter, number in letters.items():
        scripts[_script(letter)] += number
    return scripts


def _by_words(words: Sequence[str], letters: dict[str, int], script: str) -> str:
    """Return the language of a script whose words and letters the text has most of; the first of several alike.

    Latin letters tell too little without a word; of the languages in Cyrillic one has the very letters of the text.
    """
    total = len(words)
    table = read_table("languages")[script]
    common = _count_common(words, script)
    scores: dict[str, float] = {code: common[code] for code in table}
    if letters.keys() & _letter_users(script).keys():
        scores = {code: _score(common[code], total, letters, entry, script) for code, entry in table.items()}
    best: str = max(scores, key=lambda code: scores[code])
    if script == "CYRILLIC":
        return best if scores[best] >= 0 or common[best] else UNKNOWN
    return best if scores[best] / total >= _ENOUGH and common[best] else UNKNOWN


def _count_common(words: Sequence[str], script: str) -> Counter[str]:
    """Return how often the common words of each language of a script stand among these."""
    users, numbers = _word_users(script), Counter(words)
    found: Counter[str] = Counter()
    for word in users.keys() & numbers.keys():
        for code in users[word]:
            found[code] += numbers[word]
    return found


def _score(common: int, total: int, letters: dict[str, int], entry: dict[str, Any], script: str) -> float:
    """Weigh the number of common words; the letters that a language lacks, and others have, speak against it."""
    users = _letter_users(script)
    telling = {letter: letters[letter] for letter in users.keys() & letters.keys()}
    mine = entry.get("letters", "")
    own = sum(number for letter, number in telling.items() if letter in mine and users[letter] <= _FEW)
    foreign = sum(number for letter, number in telling.items() if letter not in mine)
    return common + min(own, total) / 2 - _FOREIGN_WEIGHT * total * foreign / sum(letters.values())


@cache
def _word_users(script: str) -> dict[str, list[str]]:
    """Return the languages of a script in which each word is common."""
    users: dict[str, list[str]] = {}
    for code, entry in read_table("languages")[script].items():
        for word in entry["words"]:
            users.setdefault(word, []).append(code)
    return users


@cache
def _letter_users(script: str) -> Counter[str]:
    """Return how many languages of a script have each letter that others lack."""
    return Counter(letter for entry in read_table("languages")[script].values() for letter in entry.get("letters", ""))


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
