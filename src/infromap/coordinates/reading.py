"""Text that somebody typed → the places that it may mean."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from infromap.coordinates.utm import BANDS, band_of, from_utm
from infromap.coordinates.writing import Notation

_MOST_LETTERS = 200


class Order(StrEnum):
    """Which number came first."""

    LAT_LON = "lat_lon"
    LON_LAT = "lon_lat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """One place that a text may mean; lon and lat in degrees, WGS 84.

    ``order`` is set where the text does not say which number is which.
    """

    lon: float
    lat: float
    notation: Notation
    order: Order | None = None


# Words for the four directions, the longest first; a letter alone counts only beside a figure or a sign.
_DIRECTIONS = {
    "N": ("северной широты", "солтүстік ендік", "с.ш", "с. ш", "с.е", "с. е", "北纬", "north", "n", "с", "北"),
    "S": ("южной широты", "оңтүстік ендік", "ю.ш", "ю. ш", "о.е", "о. е", "南纬", "south", "s", "ю", "南"),
    "E": ("восточной долготы", "шығыс бойлық", "в.д", "в. д", "ш.б", "ш. б", "东经", "east", "e", "в", "东"),
    "W": ("западной долготы", "батыс бойлық", "з.д", "з. д", "б.б", "б. б", "西经", "west", "w", "з", "西"),
}
_WORDS = sorted(
    ((word, letter) for letter, words in _DIRECTIONS.items() for word in words), key=lambda each: -len(each[0])
)
_LETTER_OF = dict(_WORDS)
_SIGNS = str.maketrans("’‘′`´”“″º˚−–，；度分秒", "'''''\"\"\"°°--,;°'\"")  # all that stands for a sign
_TOKEN = re.compile(r"\s*(?:(?P<number>[+-]?\d+(?:\.\d+)?)|(?P<sign>[°'\":])|(?P<direction>[NESW])|(?P<comma>[,;/]))")
_COMMA_IN_FIGURES = re.compile(r"(?<=\d),(?=\d)")
_UTM = re.compile(
    rf"(?:UTM[\s:]*)?(?:ZONE\s*)?(\d{{1,2}})\s*([{BANDS}])[\s,;]+(\d{{5,7}}(?:\.\d+)?)\s*(?:M\s*)?E?[\s,;]+"
    r"(\d{1,8}(?:\.\d+)?)\s*(?:M\s*)?N?"
)


def read_coordinates(text: str) -> tuple[Interpretation, ...]:
    """Read a place in degrees, in degrees with minutes and seconds, or in UTM.

    Parameters
    ----------
    text
        As ``53.28, 69.39``, ``N 53°17′02″ E 69°23′37″``, ``53°17' с. ш., 69°23' в. д.`` or ``42U 526241 5904019``.

    Returns
    -------
    tuple of Interpretation
        Empty if it is no coordinate. Two where two are possible, the likelier first: latitude before longitude, and
        the band before the hemisphere in a ``42S`` of UTM.
    """
    plain = _plain(text)
    if plain is None:
        return ()
    return tuple(_read_utm(plain)) or tuple(_read_degrees(plain))


def read_place(text: str, *, order: Order) -> tuple[float, float] | None:
    """Read a place of which it is known what comes first where the text itself does not say it.

    Parameters
    ----------
    text
        As for ``read_coordinates``.
    order
        Of two numbers without directions; where they cannot stand in it, the text is no place.

    Returns
    -------
    tuple of float, or None
        Longitude and latitude in degrees, WGS 84; None if it is no such place.
    """
    plain = _plain(text)
    if plain is None:
        return None
    found = next(_read_utm(plain), None) or next(_read_degrees(plain, (order,)), None)
    return (found.lon, found.lat) if found else None


def read_angle(text: str, *, directions: str) -> float | None:
    """Read one latitude or longitude.

    Parameters
    ----------
    text
        As ``53.28°``, ``53°17′02″ N``, ``53 17 02`` or ``33°27' ю. ш.``.
    directions
        The letters that may stand beside it: ``NS`` or ``EW``.

    Returns
    -------
    float or None
        Degrees, south and west negative; None if it is no such angle.
    """
    plain = _plain(text)
    if plain is None:
        return None
    tokens = _tokens(_COMMA_IN_FIGURES.sub(".", _name_directions(plain)))
    if tokens is None:
        return None
    letters = [value for kind, value in tokens if kind == "direction"]
    angle = _angle(tokens, is_signed=not letters)
    if angle is None or angle[0] > 360 or len(letters) > 1 or not set(letters) <= set(directions):
        return None
    return -angle[0] if letters and letters[0] in "SW" else angle[0]


def _plain(text: str) -> str | None:
    """Return a text with one letter for each sign; None if it is empty or too long for a place."""
    plain = unicodedata.normalize("NFKC", text[: _MOST_LETTERS + 1].translate(_SIGNS)).translate(_SIGNS).strip()
    return plain if 0 < len(plain) <= _MOST_LETTERS else None


def _name_directions(text: str) -> str:
    """Return a text in small letters with N, E, S and W for all words that say so."""
    return _words().sub(lambda match: f" {_LETTER_OF[match[0].removesuffix('.')]} ", text.replace("''", '"').lower())


def _read_utm(text: str) -> Iterator[Interpretation]:
    match = _UTM.fullmatch(text.upper())
    if not match:
        return
    zone, letter, easting, northing = int(match[1]), match[2], float(match[3]), float(match[4])
    as_band = from_utm(zone, easting, northing, is_north=letter >= "N")
    if as_band and band_of(as_band[1]) == letter:
        yield Interpretation(lon=as_band[0], lat=as_band[1], notation=Notation.UTM)
    if letter in "NS":  # many write the hemisphere in the band's place
        place = from_utm(zone, easting, northing, is_north=letter == "N")
        if place and (as_band is None or place != as_band or band_of(place[1]) != letter):
            yield Interpretation(lon=place[0], lat=place[1], notation=Notation.UTM)


def _read_degrees(text: str, orders: Sequence[Order] = tuple(Order)) -> Iterator[Interpretation]:
    text = _name_directions(text)
    if len(_COMMA_IN_FIGURES.findall(text)) > 1 or re.search("[NESW]", text):  # one alone stands between two numbers
        text = _COMMA_IN_FIGURES.sub(".", text)
    tokens = _tokens(text)
    if tokens is None:
        return
    letters = [value for kind, value in tokens if kind == "direction"]
    if letters:
        yield from _with_directions(tokens, letters)
    else:
        yield from _without_directions(tokens, orders)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])\.?" for word, _ in _WORDS))


def _tokens(text: str) -> list[tuple[str, str]] | None:
    """Cut a text into figures, signs and directions; None if anything else is in it."""
    tokens: list[tuple[str, str]] = []
    position = 0
    text = text.rstrip(" .")
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            return None
        tokens.append((match.lastgroup, match[match.lastgroup]))
        position = match.end()
    return tokens


def _with_directions(tokens: list[tuple[str, str]], letters: Sequence[str]) -> Iterator[Interpretation]:
    if len(letters) != 2 or (letters[0] in "NS") == (letters[1] in "NS"):
        return
    at = [i for i, (kind, _) in enumerate(tokens) if kind == "direction"]
    cut = at[1] if at[0] == 0 else at[0] + 1  # before the second letter, or behind the first
    values = [_angle(part, is_signed=False) for part in (tokens[:cut], tokens[cut:])]
    if values[0] is None or values[1] is None:
        return
    by_letter = {letter: value for letter, (value, _) in zip(letters, [each for each in values if each], strict=True)}
    lat = by_letter.get("N", -by_letter.get("S", 0.0))
    lon = by_letter.get("E", -by_letter.get("W", 0.0))
    if abs(lat) <= 90 and abs(lon) <= 180:
        yield Interpretation(lon=lon, lat=lat, notation=max(each[1] for each in values if each))


def _without_directions(tokens: list[tuple[str, str]], orders: Sequence[Order]) -> Iterator[Interpretation]:
    for parts in _halves(tokens):
        first, second = (_angle(part, is_signed=True) for part in parts)
        if first is None or second is None:
            continue
        notation = max(first[1], second[1])
        places = ((Order.LAT_LON, second[0], first[0]), (Order.LON_LAT, first[0], second[0]))
        found = [
            (order, lon, lat) for order, lon, lat in places if order in orders and abs(lat) <= 90 and abs(lon) <= 180
        ]
        for order, lon, lat in found:
            told = order if len(found) > 1 and first[0] != second[0] else None
            yield Interpretation(lon=lon, lat=lat, notation=notation, order=told)
            if first[0] == second[0]:
                return
        return


def _halves(tokens: list[tuple[str, str]]) -> Iterator[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    """Yield the ways to cut two angles apart: at the comma, before the second degree sign, in the middle."""
    commas = [i for i, (kind, _) in enumerate(tokens) if kind == "comma"]
    degrees = [i for i, (_, value) in enumerate(tokens) if value == "°"]
    numbers = [i for i, (kind, _) in enumerate(tokens) if kind == "number"]
    if len(commas) == 1:
        yield tokens[: commas[0]], tokens[commas[0] + 1 :]
    elif not commas and len(degrees) == 2:
        yield tokens[: degrees[1] - 1], tokens[degrees[1] - 1 :]
    elif not commas and len(numbers) % 2 == 0 and numbers:
        middle = numbers[len(numbers) // 2]
        yield tokens[:middle], tokens[middle:]


_UNITS = ("°", "'", '"')


def _angle(tokens: list[tuple[str, str]], *, is_signed: bool) -> tuple[float, Notation] | None:
    """Return the degrees that figures and signs say, and how they are written; None if they say none."""
    tokens = [each for each in tokens if each[0] in ("number", "sign")]
    numbers: list[str] = []
    for kind, value in tokens:
        if kind == "number":
            numbers.append(value)
        elif not numbers or (value != ":" and value != _UNITS[min(len(numbers), 3) - 1]):
            return None
    if not 1 <= len(numbers) <= 3 or any("." in each for each in numbers[:-1]):
        return None
    if any(each[0] in "+-" for each in numbers[0 if not is_signed else 1 :]):
        return None
    parts = [abs(float(each)) for each in numbers]
    if any(each >= 60 for each in parts[1:]) or any(len(each.partition(".")[0]) > 2 for each in numbers[1:]):
        return None
    value = sum(part / 60**power for power, part in enumerate(parts))
    return (-value if numbers[0].startswith("-") else value), Notation.DEGREES if len(parts) == 1 else Notation.MINUTES
