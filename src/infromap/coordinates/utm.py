"""UTM: the zone of a place, and the way there and back by pyproj."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Transformer

BANDS = "CDEFGHJKLMNPQRSTUVWX"  # of 8 degrees each from 80° S, the last one of 12
SOUTH_END, NORTH_END = -80.0, 84.0


@dataclass(frozen=True, slots=True, kw_only=True)
class UtmPosition:
    """A place in the grid; easting and northing in metres."""

    zone: int
    band: str
    easting_m: float
    northing_m: float


def band_of(lat: float) -> str | None:
    """Return the letter of a latitude's band; None beyond 80° S and 84° N."""
    if not SOUTH_END <= lat <= NORTH_END:
        return None
    return BANDS[min(int((lat - SOUTH_END) // 8), len(BANDS) - 1)]


def zone_of(lon: float, lat: float) -> int:
    """Return the zone of a place, with the exceptions for southern Norway and Svalbard."""
    lon = (lon + 180) % 360 - 180
    if 56 <= lat < 64 and 3 <= lon < 12:
        return 32
    if 72 <= lat <= NORTH_END and 0 <= lon < 42:
        return next(zone for zone, east in ((31, 9), (33, 21), (35, 33), (37, 42)) if lon < east)
    return int((lon + 180) // 6) + 1


def to_utm(lon: float, lat: float) -> UtmPosition | None:
    """Return a place (degrees, WGS 84) in UTM; None where there is none, near the poles."""
    band = band_of(lat)
    if band is None:
        return None
    zone = zone_of(lon, lat)
    easting, northing = _transformer(zone, is_north=lat >= 0).transform((lon + 180) % 360 - 180, lat)
    return UtmPosition(zone=zone, band=band, easting_m=easting, northing_m=northing)


def from_utm(zone: int, easting_m: float, northing_m: float, *, is_north: bool) -> tuple[float, float] | None:
    """Return a place of UTM as (lon, lat) in degrees, WGS 84; None if it is none of that zone."""
    if not (1 <= zone <= 60 and 100_000 <= easting_m <= 900_000 and 0 <= northing_m <= 10_000_000):
        return None
    lon, lat = _transformer(zone, is_north=is_north).transform(easting_m, northing_m, direction="INVERSE")
    is_inside = SOUTH_END <= lat <= NORTH_END and (lat >= 0) is is_north
    return (lon, lat) if is_inside else None


@cache
def _transformer(zone: int, *, is_north: bool) -> "Transformer":
    from pyproj import Transformer  # takes 60 ms to load: only for whoever asks

    return Transformer.from_crs("EPSG:4326", f"EPSG:{326 if is_north else 327}{zone:02}", always_xy=True)
