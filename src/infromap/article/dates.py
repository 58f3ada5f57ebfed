"""Dates in a sentence: whole, in part, or counted from the day of the article."""

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from infromap.article import inflected
from infromap.article.inflected.words import LANGUAGES
from infromap.article.vocabulary import any_of, longest_words, read_table

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence
    from infromap.model.provenance import Quote

_BY = re.compile(
    r"\b(?:by|until|before|due in|expected in|scheduled for)\s(?:(?:the\s)?(?:end|middle|start)\s(?:of\s)?)?(?:\w+\s)?$"
)


class DatedWords(NamedTuple):
    """A date as exact as it is known (2032, 2032-06 or 2032-06-15) and the words that give it."""

    value: str
    quote: "Quote"
    is_deadline: bool  # "by June 2032"


def find_dates(sentence: "Sentence", today: str | None, language: str = "en") -> list[DatedWords]:
    """Return the dates of a sentence in order.

    Parameters
    ----------
    sentence
        Where to look.
    today
        The day of the article in ISO 8601. Without it "yesterday" and "on November 15" give nothing.
    language
        Two letters.
    """
    if language not in LANGUAGES and _has_none(sentence):
        return []
    day = date.fromisoformat(today) if today and len(today) == 10 else None
    if language in LANGUAGES:
        return [
            DatedWords(each.value, sentence.quote("date", each.start, each.end), each.is_deadline)
            for each in inflected.find_inflected_dates(sentence.plain, language, day)
        ]
    found = []
    for match in _pattern().finditer(sentence.text):
        value = _value(match.groupdict(), day)
        if value:
            before = sentence.text[max(0, match.start() - 40) : match.start()]
            is_deadline = bool(_BY.search(before)) or match[0].startswith(("by ", "until ", "before "))
            found.append(DatedWords(value, sentence.quote("date", match.start(), match.end()), is_deadline))
    return found


def _has_none(sentence: "Sentence") -> bool:
    """Tell at once of most sentences that they hold no date: neither a year nor a month, a weekday, "yesterday"."""
    return "19" not in sentence.text and "20" not in sentence.text and sentence.words.isdisjoint(_date_words())


@cache
def _date_words() -> frozenset[str]:
    """Return the words of which a date has one, unless it is a mere year."""
    cues = read_table("cues")
    months = [month.lower() for month in cues["months"]]
    return longest_words([*months, *(month[:3] for month in months), *cues["relative_days"], *cues["weekdays"]])


@cache
def _pattern() -> re.Pattern[str]:
    cues = read_table("cues")
    months = any_of([*cues["months"], *(f"{month[:3]}." for month in cues["months"])])
    day, year = r"\d{1,2}", r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<!\w)(?:(?P<d1>{day})\s(?P<m1>{months})(?:,?\s(?P<y1>{year}))?(?!\d)"
        rf"|(?P<m2>{months})\s(?P<d2>{day})(?!\d)(?:,?\s(?P<y2>{year}))?"
        rf"|(?P<m3>{months})\s(?P<y3>{year})"
        rf"|(?P<relative>{any_of(list(cues['relative_days']))})\b"
        rf"|on\s(?P<weekday>{any_of(cues['weekdays'])})"
        rf"|(?:in|by|until|since|before|from|during|of)\s(?P<y4>{year})(?![\d-]))"
    )


def _value(found: dict[str, str | None], today: date | None) -> str | None:
    if found["y4"]:
        return found["y4"]
    if found["m3"]:
        return f"{found['y3']}-{_month(found['m3']):02d}"
    if found["relative"]:
        return _iso(today, days=-read_table("cues")["relative_days"][re.sub(r"\s", " ", found["relative"]).lower()])
    if found["weekday"]:
        back = (today.weekday() - read_table("cues")["weekdays"].index(found["weekday"])) % 7 if today else 0
        return _iso(today, days=-back)
    month, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
    year = found["y1"] or found["y2"]
    if not month or not day:
        return None
    if year:
        return _exact(int(year), _month(month), int(day))
    if today is None:
        return None
    same_year = _exact(today.year, _month(month), int(day))
    is_ahead = same_year is not None and date.fromisoformat(same_year) > today + timedelta(days=60)
    return _exact(today.year - 1, _month(month), int(day)) if is_ahead else same_year


def _month(name: str) -> int:
    return [each[:3] for each in read_table("cues")["months"]].index(name[:3]) + 1


def _iso(today: date | None, *, days: int) -> str | None:
    return (today + timedelta(days=days)).isoformat() if today else None


def _exact(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
