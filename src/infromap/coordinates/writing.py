"""A place (lon, lat in degrees) as text."""

from enum import StrEnum
from typing import NamedTuple

from infromap.coordinates.utm import to_utm


class Notation(StrEnum):
    """How a place is written."""

    DEGREES = "degrees"
    MINUTES = "minutes"  # degrees, minutes, seconds
    UTM = "utm"


class Letters(NamedTuple):
    """The four directions as a language writes them behind a figure, and its decimal mark."""

    north: str
    east: str
    south: str
    west: str
    decimal: str = "."


ENGLISH = Letters("N", "E", "S", "W")


def write_coordinates(
    lon: float, lat: float, notation: Notation = Notation.DEGREES, *, digits: int = 5, letters: Letters = ENGLISH
) -> str | None:
    """Write a place for people: latitude first.

    Parameters
    ----------
    lon, lat
        In degrees; a longitude beyond 180° is counted around the world.
    notation
        Degrees with ``digits`` decimals; degrees, minutes and seconds with three decimals fewer; or UTM in metres.
    digits
        Five are a metre.
    letters
        Of the reader's language.

    Returns
    -------
    str or None
        ``53.28414° N, 69.39364° E``, ``53°17′02.90″ N, 69°23′37.10″ E`` or ``42U 526241 E 5904019 N``; None where
        there is no UTM, near the poles.
    """
    lon = wrap_longitude(lon)
    if notation == Notation.UTM:
        position = to_utm(lon, lat)
        if position is None:
            return None
        return f"{position.zone}{position.band} {position.easting_m:.0f} E {position.northing_m:.0f} N"
    write = _degrees if notation == Notation.DEGREES else _minutes
    return ", ".join(
        f"{write(abs(value), digits).replace('.', letters.decimal)} {positive if value >= 0 else negative}"
        for value, positive, negative in ((lat, letters.north, letters.south), (lon, letters.east, letters.west))
    )


def write_lon_lat(lon: float, lat: float, *, digits: int = 5) -> str:
    """Write a place as files hold it: ``69.39364, 53.28414``, longitude first."""
    return f"{wrap_longitude(lon):.{digits}f}, {lat:.{digits}f}"


def wrap_longitude(lon: float) -> float:
    """Return a longitude within ±180 degrees; 180 itself stays what it is."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def _degrees(value: float, digits: int) -> str:
    """Round the figures that are seen, a half up, as the page does: 80.25025 is 80.2503."""
    from decimal import ROUND_HALF_UP, Decimal  # a window opens without it

    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}°"


def _minutes(value: float, digits: int) -> str:
    """Round first: 59.999 seconds are no 60."""
    decimals = max(0, digits - 3)
    unit = 10**decimals
    units = round(value * 3600 * unit)
    degrees, rest = divmod(units, 3600 * unit)
    minutes, rest = divmod(rest, 60 * unit)
    width = 3 + decimals if decimals else 2
    return f"{degrees}°{minutes:02}′{rest / unit:0{width}.{decimals}f}″"
