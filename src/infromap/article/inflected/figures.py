"""Capacities and lengths in Russian and Kazakh: "50 тыс. кубометров в сутки", "жылына 10 млрд текше метр", "2,5 км"."""

import re
from functools import cache
from typing import Any, NamedTuple

from infromap.article.inflected.words import any_stem, stems
from infromap.article.vocabulary import read_table

_FIGURE = r"(?<![\w.,–—-])(?P<figure>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_POSTS = (
    r"(?<![\w.,])(?P<from>\d{1,4}(?:,\d)?)(?:-\w{1,3})?(?:\s?[–—-]\s?|\sпо\s)(?P<to>\d{1,4}(?:,\d)?)(?:-\w{1,3})?[\s-]?"
)
_AWAY = re.compile(r"(?:^|[\s(])(?:в|за|на глубин\w+)\s$")
_FROM = re.compile(r"\s(?:от|к\s(?:север|юг|запад|восток))(?![^.;]{0,40}\sдо\s)")
_HOURLY = re.compile(r"сағатына\s(?:\w+\s)?$")
_SHORTER = re.compile(r"(?:сократ|уменьш|короче|длиннее)\w*\s(?:\w+\s){0,4}на\s(?:\w+\s)?$")  # by how much
_AWAY_BEHIND = re.compile(r"\s(?:жерде|қашықтық)")
_SQUARE = "кв"  # "20 кв. км" beside "20 кВ"
_SPEED = re.compile(r"\s?(?:/\s?(?:ч|час|сағ)|в\sчас|сағатына)")


class Figure(NamedTuple):
    """A figure with its unit; offsets count from the start of the sentence."""

    value: float
    unit: str
    text: str
    start: int
    end: int


def find_inflected_capacities(plain: str) -> list[Figure]:
    """Return the capacities of a sentence in plain letters, in order."""
    found = []
    for match in _capacities().finditer(plain):
        if match["unit"] == _SQUARE:
            continue
        unit = _unit(match["unit"])
        if unit in _table()["rated"]:
            rate = _rate(match["before"] or match["behind"] or "")
            if rate is None:
                continue
            unit = f"{unit}/{rate}"
        scale = match["scale"]
        factor = read_table("cues")["scales"][_plain_scale(scale)] if scale else 1.0
        start = match.start("figure")
        end = match.end("behind") if match["behind"] else match.end("unit")
        shown = " ".join(filter(None, (match["figure"], scale, unit)))
        found.append(Figure(_value(match["figure"]) * factor, unit, shown, start, end))
    return found


def find_inflected_lengths(plain: str) -> list[Figure]:
    """Return the lengths of a sentence in kilometres; between two kilometre posts it is their difference.

    Speeds, and distances from a place, are left out.
    """
    posts = [
        Figure(round(_value(match["to"]) - _value(match["from"]), 1), "km", match[0], match.start(), match.end())
        for match in _posts().finditer(plain)
        if _value(match["to"]) > _value(match["from"]) and not _SPEED.match(plain, match.end())
    ]
    found = [
        Figure(_value(match["figure"]), "km", match[0], match.start(), match.end())
        for match in _lengths().finditer(plain)
        if not _is_no_length(plain, match) and not any(each.start <= match.start() < each.end for each in posts)
    ]
    return sorted([*posts, *found], key=lambda each: each.start)


def _is_no_length(plain: str, match: re.Match[str]) -> bool:
    """Tell whether a figure is a speed, or how far from a place something is."""
    is_away = _AWAY.search(plain[: match.start()]) and _FROM.match(plain, match.end())
    is_away = is_away or _AWAY_BEHIND.match(plain, match.end()) or _SHORTER.search(plain[: match.start()])
    is_away = is_away or _HOURLY.search(plain[: match.start()])
    return bool(is_away or _SPEED.match(plain, match.end()))


def _value(text: str) -> float:
    return float(re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", "."))


def _plain_scale(text: str) -> str:
    return re.sub(r"(?<=тыс)(?:яч\w*|\.)?$|(?<=миллион)\w*$|(?<=миллиард)\w*$", "", text.lower())


def _unit(word: str) -> str:
    for unit, words in {**_table()["rated"], **_table()["units"]}.items():
        if re.fullmatch(stems(words), word, re.IGNORECASE):
            return str(unit)
    return word


def _rate(word: str) -> str | None:
    for rate, words in _table()["rates"].items():
        if re.fullmatch(rf"\s?(?:{stems(words)})", word.strip(" –—-"), re.IGNORECASE):
            return str(rate)
    return None


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("units")["inflected"]
    return table


@cache
def _capacities() -> re.Pattern[str]:
    units = [word for group in ("units", "rated") for words in _table()[group].values() for word in words]
    rates = stems([word for words in _table()["rates"].values() for word in words])
    scale = r"(?:\s(?P<scale>тыс(?:яч\w*)?\.?|мың|млн|миллион\w*|млрд|миллиард\w*))?"
    return re.compile(
        rf"(?:(?<!\w)(?P<before>{rates})\s(?:[–—-]\s|\w+\s)?)?{_FIGURE}{scale}[\s\u00a0-]?"
        rf"(?P<unit>{stems(units)})(?!\w|[-·•*]?ч|-час|·сағ)(?:\s?(?:[а-яёәғқңөұүһі]+\s){{0,2}}?(?P<behind>{rates})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _lengths() -> re.Pattern[str]:
    return re.compile(rf"{_FIGURE}[\s\u00a0-]?{any_stem(_table()['length'])}", re.IGNORECASE)


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"{_POSTS}{any_stem(_table()['length'])}", re.IGNORECASE)
