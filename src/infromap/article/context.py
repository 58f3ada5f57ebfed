"""What the text says as a whole: its dateline, date, country, and the total of a portfolio."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

from infromap.article import inflected
from infromap.article.inflected.words import LANGUAGES, grammar, stems
from infromap.article.names import PLACE
from infromap.article.sentences import Sentence, find_by_first_word
from infromap.article.vocabulary import (
    any_of,
    beginning_with,
    capitals,
    countries,
    country_adjectives,
    first_words,
    read_table,
    region_names,
)
from infromap.model.article import Amount, Financier, Portfolio

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WHOLE = len("2026-03-01")
_SPACE = re.compile(r"\s")
_PLACE = re.compile(PLACE)
_NUMERIC = re.compile(r"\b(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d{2}(?:\d\d)?)\b")


def find_date(text: str) -> str | None:
    """Return the first whole date of a stretch of text in ISO 8601, or None; English, Russian or Kazakh."""
    for match in _date_pattern().finditer(text):
        month = _month_number(match["month"] or match["month2"])
        found = _iso(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
        if found:
            return found
    for language in LANGUAGES:
        whole = [
            each.value for each in inflected.find_inflected_dates(text, language, None) if len(each.value) == _WHOLE
        ]
        if whole:
            return whole[0]
    numeric = _NUMERIC.search(text)
    if numeric:
        year = int(numeric["y"]) + (2000 if len(numeric["y"]) == 2 else 0)
        return _iso(year, int(numeric["m"]), int(numeric["d"]))
    return None


def find_countries(
    sentences: Sequence[Sentence], financiers: dict[int, list[Financier]], language: str = "en"
) -> tuple[str, ...]:
    """Return the codes of the countries that are named, in words, adjectives or regions of them, the most named first.

    The first named wins a tie. The dateline counts nothing, as it says where a text was written; nor
    does a country in a financier's name.
    """
    counts: Counter[str] = Counter()
    if language in LANGUAGES:
        for sentence in sentences:
            spans = [each.quote for each in financiers[sentence.number]]
            inside = [(each.start - sentence.start, each.end - sentence.start) for each in spans]
            counts.update(inflected.countries_in(sentence.plain, language, inside))
        return tuple(code for code, _ in counts.most_common())
    for sentence in sentences:
        taken = [(each.quote.start, each.quote.end) for each in financiers[sentence.number]]
        for match in find_by_first_word(sentence, _country_words(), _country_pattern):
            if not any(start <= sentence.start + match.start() < end for start, end in taken):
                name = _SPACE.sub(" ", match[0])  # a line may be broken within it
                counts[countries().get(name) or country_adjectives().get(name) or region_names()[name]] += 1
    return tuple(code for code, _ in counts.most_common())


def find_country_of_capital(text: str) -> str | None:
    """Return the code of the country whose capital a stretch of text, such as a dateline, names first."""
    words = [match[0].lower() for match in _PLACE.finditer(text)]
    return next((capitals()[word] for word in words if word in capitals()), None)


def find_portfolio(
    sentences: Sequence[Sentence], amounts: dict[int, list[Amount]], language: str = "en"
) -> Portfolio | None:
    """Return the total of "nine projects totalling …": a count of two or more with a sum in one sentence."""
    numbers = (grammar(language) if language in LANGUAGES else read_table("cues"))["numbers"]
    for sentence in sentences:
        is_counted = language in LANGUAGES or "projects" in sentence.words
        if not is_counted or not amounts.get(sentence.number):
            continue
        match = _count_pattern(language).search(sentence.plain)
        if match is None:
            continue
        count = int(numbers.get(match["count"].lower(), 0) or match["count"])
        if count >= 2:
            nearest = min(
                amounts[sentence.number], key=lambda each: abs(each.quote.start - sentence.start - match.start())
            )
            return Portfolio(quote=sentence.quote("portfolio", 0, len(sentence.text)), count=count, amount=nearest)
    return None


@cache
def _date_pattern() -> re.Pattern[str]:
    months = read_table("cues")["months"]
    names = any_of([*months, *(month[:3] for month in months), "Sept"])
    return re.compile(
        rf"\b(?:(?P<day>\d{{1,2}})\s(?P<month>{names})\.?,?\s(?P<year>(?:19|20)\d\d)"
        rf"|(?P<month2>{names})\.?\s(?P<day2>\d{{1,2}}),?\s(?P<year2>(?:19|20)\d\d))\b"
    )


def _month_number(name: str) -> int:
    months = [month[:3].lower() for month in read_table("cues")["months"]]
    return months.index(name[:3].lower()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _country_words() -> frozenset[str]:
    return first_words(_country_names())


@cache
def _country_names() -> tuple[str, ...]:
    """Return what countries are called; without "The Netherlands", as every "the" would be tried for it."""
    names = (*countries(), *country_adjectives(), *region_names())
    return tuple(name for name in names if not (name.startswith("The ") and name[4:] in names))


@cache
def _country_pattern(word: str) -> re.Pattern[str]:
    names = any_of(beginning_with(word, _country_names()))
    return re.compile(
        rf"(?<![\w-])(?:{names})(?!\s?(?:dollars?|francs?)\b)(?<!US(?=\s\$))(?<!U\.S\.(?=\s\$))(?![\w$-])"
    )


@cache
def _count_pattern(language: str) -> re.Pattern[str]:
    if language in LANGUAGES:
        words = grammar(language)
        projects = stems(words["portfolio"]["projects"])
        scales = any_of(read_table("cues")["scales"])
        measured = rf"(?:{scales}|км|километр|шақырым|[мгк]вт|тонн|год|жыл|процент|пайыз)"
        return re.compile(
            rf"(?<![\w.,])(?P<count>\d{{1,3}}|{any_of(words['numbers'])})\s(?!{measured})"
            rf"(?:[\w-]+\s){{0,3}}?(?:{projects})(?!\w)",
            re.IGNORECASE,
        )
    numbers = any_of(list(read_table("cues")["numbers"]))
    return re.compile(
        rf"(?<![\w$€£.,])(?P<count>\d{{1,3}}|{numbers})\s(?:(?!\w+illion|mln|bn)[^\W\d][\w-]*\s){{0,3}}?projects\b",
        re.IGNORECASE,
    )
