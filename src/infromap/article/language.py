"""Which language a text is in: by its script, then by its letters and commonest words."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from infromap.article.vocabulary import read_table

UNKNOWN = "und"

_SAMPLE = 20_000  # letters
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)*")
_ENOUGH = 0.04  # of the words: a text with fewer common words of any language is in none that is known
_FEW = 2  # languages with a letter: it tells one of them
_FOREIGN_WEIGHT = 3.0  # of letters that a language lacks, beside its words
_OTHER_SHARE = 0.2  # of the letters: what stands in another script is told from here on


class _Sample(NamedTuple):
    """The beginning of a text, counted."""

    scripts: Counter[str]
    words: Counter[str]
    letters: Counter[str]


def guess_language(text: str) -> str:
    """Return a two-letter code, or ``und`` for a text in no language that is told apart here."""
    sample = _read_sample(text)
    if not sample.scripts:
        return UNKNOWN
    script, _ = sample.scripts.most_common(1)[0]
    if "HIRAGANA" in sample.scripts and script == "CJK":
        return "ja"
    table = read_table("languages")
    if script in table["scripts"]:
        return str(table["scripts"][script])
    return _by_words(sample, script) if script in ("LATIN", "CYRILLIC") else UNKNOWN


def language_name(code: str) -> str:
    """Return how a language is called; one that is not known here is called so."""
    table = read_table("languages")
    for script in ("LATIN", "CYRILLIC"):
        if code in table[script]:
            return str(table[script][code]["name"])
    return str(table["names"].get(code, f"the language {code!r}" if code != UNKNOWN else table["names"][UNKNOWN]))


def other_script(text: str) -> tuple[str, float] | None:
    """Return the second script of a mixed text in lower case with its share of the letters, or None."""
    scripts = _read_sample(text).scripts
    total = scripts.total()
    second = scripts.most_common(2)[1:]
    if not second or second[0][1] < total * _OTHER_SHARE:
        return None
    return second[0][0].lower() if second[0][0] != "CJK" else "chinese", second[0][1] / total


def _read_sample(text: str) -> _Sample:
    lowered = text[:_SAMPLE].lower()
    letters = Counter({letter: number for letter, number in Counter(lowered).items() if letter.isalpha()})
    scripts: Counter[str] = Counter()
    for letter, number in letters.items():
        scripts[_script(letter)] += number
    return _Sample(scripts, Counter(_WORD.findall(lowered)), letters)


def _by_words(sample: _Sample, script: str) -> str:
    """Return the language of a script whose words and letters the text has most of; the first of several alike.

    Latin letters tell too little without a word; of the languages in Cyrillic one has the very letters of the text.
    """
    total = sample.words.total()
    table = read_table("languages")[script]
    users = _letter_users(script)
    telling = {letter: sample.letters[letter] for letter in users.keys() & sample.letters.keys()}
    scores = {code: _score(sample, entry, telling, users) for code, entry in table.items()}
    best: str = max(scores, key=lambda code: scores[code])
    if script == "CYRILLIC":
        return best if scores[best] >= 0 or _has_word(sample, table[best]) else UNKNOWN
    return best if scores[best] / total >= _ENOUGH and _has_word(sample, table[best]) else UNKNOWN


def _has_word(sample: _Sample, entry: dict[str, Any]) -> bool:
    return any(sample.words[word] for word in entry["words"])


def _score(sample: _Sample, entry: dict[str, Any], telling: dict[str, int], users: Counter[str]) -> float:
    """Weigh the common words by how often they stand; the letters that a language lacks speak against it.

    ``telling`` are the letters of the text that some languages lack, ``users`` how many have each.
    """
    total = sample.words.total()
    words = sum(sample.words.get(word, 0) for word in entry["words"])
    mine = entry.get("letters", "")
    own = sum(number for letter, number in telling.items() if letter in mine and users[letter] <= _FEW)
    foreign = sum(number for letter, number in telling.items() if letter not in mine)
    return words + min(own, total) / 2 - _FOREIGN_WEIGHT * total * foreign / sample.letters.total()


@cache
def _letter_users(script: str) -> Counter[str]:
    """Return how many languages of a script have each letter that others lack."""
    return Counter(letter for entry in read_table("languages")[script].values() for letter in entry.get("letters", ""))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0].split("-")[0]
