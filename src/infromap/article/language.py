"""Which language a text is in: by its script, then by its commonest words."""

import re

from infromap.article.vocabulary import read_table

_SAMPLE = 20_000
_CHINESE = re.compile("[\u4e00-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u0481\u048a-\u04ff]")  # letters alone
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)

_KAZAKH_LATIN = re.compile(r"[ǧŋūǦŊŪ]")  # of 2021; no neighbour's alphabet has these


def guess_language(text: str) -> str:
    """Return ``en``, ``ru``, ``kk``, ``zh``, or ``und`` for a text that is in none that is told apart."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "und"
    if not sample.isascii():
        if len(_CHINESE.findall(sample)) > letters / 3:
            return "zh"
        if len(_CYRILLIC.findall(sample)) > letters / 2:
            return "kk" if len(_KAZAKH.findall(sample)) > letters / 50 else "ru"
        if len(_KAZAKH_LATIN.findall(sample)) > letters / 200:
            return "kk"
    words = re.findall(r"[a-z]+", sample.lower())
    common = set(read_table("cues")["stop_words"])
    is_english = sum(word in common for word in words) >= max(1, len(words) / 12)
    return "en" if is_english else "und"
