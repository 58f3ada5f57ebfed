"""Dates in Russian and Kazakh: whole, in part, or counted from the day of the article."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from infromap.article.inflected.words import any_stem, grammar, stems

_YEAR = r"(?:19|20)\d\d"
_NUMERIC = re.compile(rf"(?<!\d)(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>{_YEAR})(?!\d)")
_AHEAD_DAYS = 60  # a day without a year that lies further ahead was last year's


class FoundDate(NamedTuple):
    """A date as exact as it is known; offsets count from the start of the text."""

    value: str  # 2032, 2032-06 or 2032-06-15
    start: int
    end: int
    is_deadline: bool  # "до конца 2025 года"


def find_inflected_dates(plain: str, language: str, today: date | None) -> list[FoundDate]:
    """Return the dates of a text in plain letters, in order.

    ``today`` is the day of the article; without it "вчера" and "28 февраля" give nothing.
    """
    found = []
    for match in _pattern(language).finditer(plain):
        value = _value(match, language, today)
        if value:
            found.append(FoundDate(value, match.start(), match.end(), _is_deadline(plain, match, language)))
    for match in _NUMERIC.finditer(plain):
        value = _exact(int(match["y"]), int(match["m"]), int(match["d"]))
        if value:
            found.append(FoundDate(value, match.start(), match.end(), is_deadline=False))
    return sorted(found, key=lambda each: each.start)


def _value(match: re.Match[str], language: str, today: date | None) -> str | None:
    groups = match.groupdict()
    if groups["days"]:
        back = _amount("days", groups["days"], language)
        return (today - timedelta(days=back)).isoformat() if today and back is not None else None
    if groups["weekday"]:
        number = _position(grammar(language)["dates"]["weekdays"], groups["weekday"])
        return (today - timedelta(days=(today.weekday() - number) % 7)).isoformat() if today else None
    year = _year(groups, language, today)
    month = groups["month"] or groups["month2"]
    if month is None:
        return str(year) if year else None
    number = _position(grammar(language)["months"]["stems"], month) + 1
    day = groups["day"] or groups["day2"]
    if year:
        return _exact(year, number, int(day)) if day else f"{year}-{number:02d}"
    if not day or today is None:
        return None
    same_year = _exact(today.year, number, int(day))
    is_ahead = same_year is not None and date.fromisoformat(same_year) > today + timedelta(days=_AHEAD_DAYS)
    return _exact(today.year - 1, number, int(day)) if is_ahead else same_year


def _year(groups: dict[str, str | None], language: str, today: date | None) -> int | None:
    """Return the year that is said, in figures or as "прошлого года"."""
    for name in ("year", "year2", "year3"):
        if groups[name]:
            return int(str(groups[name]))
    word = groups["relative"] or groups["relative2"] or groups["relative3"]
    step = _amount("years", word, language) if word else None
    return today.year + step if today and step is not None else None


def _is_deadline(plain: str, match: re.Match[str], language: str) -> bool:
    words = grammar(language)["dates"]
    before = re.search(rf"{any_stem(words['by'])}\s(?:\w+\s){{0,2}}$", plain[: match.start()], re.IGNORECASE)
    behind = re.compile(rf"\s?(?:\w+\s){{0,2}}?{any_stem(words['until'])}").match(plain, match.end())
    return bool(before or behind)


def _amount(group: str, word: str, language: str) -> int | None:
    for number, words in grammar(language)["dates"][group].items():
        if re.fullmatch(stems(words), word, re.IGNORECASE):
            return int(number)
    return None


def _position(table: list[str], word: str) -> int:
    return next(
        number for number, each in enumerate(table) if re.fullmatch(stems(each.split("|")), word, re.IGNORECASE)
    )


def _exact(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = grammar(language)
    months = stems([form for each in words["months"]["stems"] for form in each.split("|")])
    relative = stems([word for each in words["dates"]["years"].values() for word in each])
    days = stems([word for each in words["dates"]["days"].values() for word in each])
    weekdays = stems([form for each in words["dates"]["weekdays"] for form in each.split("|")])
    day = r"\d{1,2}"
    if language == "ru":
        whole = (
            rf"(?P<day>{day})\s(?P<month>{months})(?:\s(?P<year>{_YEAR})(?:\sгода|\sг\.)?|\s(?P<relative>{relative})\sгода)?"
            rf"|(?P<month2>{months})\s(?:(?P<year2>{_YEAR})(?:\sгода|\sг\.)?|(?P<relative2>{relative})\sгода)(?P<day2>)"
            rf"|(?P<year3>{_YEAR})(?:-го|-м)?\s(?:год(?:а|у|ом)?|г\.)"
        )
        single = rf"(?P<relative3>{relative})\sгоду"
    else:
        whole = (
            rf"(?:(?P<year>{_YEAR})\s(?:жылғы|жылдың|жылы)\s)?(?P<day>{day})\s(?P<month>{months})"
            rf"|(?:(?P<year2>{_YEAR})\s(?:жылғы|жылдың|жылы)|(?P<relative2>{relative}))\s(?P<month2>{months})(?P<day2>)"
            rf"|(?P<year3>{_YEAR})\s(?:жыл\w*)(?P<relative>)"
        )
        single = rf"(?P<relative3>{relative})"
    return re.compile(
        rf"(?<![\w.])(?:{whole}|{single}|(?P<days>{days})|(?:в\s|во\s)?(?P<weekday>{weekdays}))(?!\w)", re.IGNORECASE
    )
