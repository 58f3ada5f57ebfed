"""Which language a text is in: by its script, then by its commonest words."""

import re

from infromap.article.vocabulary import read_table

_SAMPLE = 20_000
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)

_KAZAKH_LATIN = re.compile(r"[ǧŋūǦŊŪ]")  # of 2021; no neighbour's alphabet has these


def guess_language(text: str) -> str:
    """Return ``en``, ``ru``, ``kk``, ``zh``, or ``und`` for a text that is in none that is told apart."""
    sample = text[:_SAMPLE]
    letters = [each for each in sample if each.isalpha()]
    if not letters:
        return "und"
    if sum("\u4e00" <= each <= "\u9fff" for each in letters) > len(letters) / 3:
        return "zh"
    if sum("\u0400" <= each <= "\u04ff" for each in letters) > len(letters) / 2:
        return "kk" if len(_KAZAKH.findall(sample)) > len(letters) / 50 else "ru"
    if len(_KAZAKH_LATIN.findall(sample)) > len(letters) / 200:
        return "kk"
    words = re.findall(r"[a-z]+", sample.lower())
    common = set(read_table("cues")["stop_words"])
    is_english = sum(word in common for word in words) >= max(1, len(words) / 12)
    return "en" if is_english else "und"
