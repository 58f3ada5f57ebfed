"""Banks that a Russian or Kazakh text names although they pay for nothing in it."""

import re
from functools import cache

from infromap.article.inflected.words import any_stem, grammar, has_cue

_MONEY = re.compile(r"\d\s?(?:млн|млрд|трлн|миллион|миллиард)")


def is_bystander(plain: str, start: int, end: int, language: str) -> bool:
    """Tell whether a bank's name, between two offsets of a sentence in plain letters, is no financier's.

    It foretells or sits in a hall where nothing is paid for; it holds the meeting; it refuses; or the name is
    the beginning of a person's office, with nothing of money beside it.
    """
    if (
        _host(language).match(plain, end)
        or _hosted(language).search(plain[:start])
        or _refusing(language).search(plain)
    ):
        return True
    is_paying = has_cue(plain, language, "finance_stems") or bool(_MONEY.search(plain))
    return has_cue(plain, language, "bystander_stems") and not is_paying


@cache
def _host(language: str) -> re.Pattern[str]:
    return re.compile(rf"[»)]?\s(?:\w+\s)?{any_stem(grammar(language)['cues']['host_stems'])}", re.IGNORECASE)


@cache
def _hosted(language: str) -> re.Pattern[str]:
    return re.compile(rf"{any_stem(grammar(language)['cues']['hosted_by_stems'])}\s(?:\w+\s)?$", re.IGNORECASE)


@cache
def _refusing(language: str) -> re.Pattern[str]:
    return re.compile(any_stem(grammar(language)["negations"]["words"]), re.IGNORECASE)
