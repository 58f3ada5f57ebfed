"""What geocoding servers send, read into places; it comes from strangers, so nothing in it is taken for granted."""

import math
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from shapely import Point

from infromap.gazetteer.store import accuracy_of_town_km
from infromap.geodesic import distance_km
from infromap.model.place import Bounds, Exactness, Place
from infromap.model.provenance import Source
from infromap.saying import Saying

OPENSTREETMAP = "https://www.openstreetmap.org/copyright"

_LONGEST_NAME, _MOST_NAMES = 200, 60
_TYPES = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "isolated_dwelling": "village",
    "suburb": "village", "locality": "village", "municipality": "town", "borough": "town", "neighbourhood": "village",
    "station": "station", "halt": "station", "railway": "station",
    "state": "region", "region": "region", "province": "region", "county": "region", "district": "region",
    "state_district": "region", "administrative": "region",
    "country": "country",
}  # fmt: skip
# A street, a shop or a house that is called like a town is no place of a project.
_CLASSES = (
    "", "place", "boundary", "railway", "natural", "water", "waterway", "power", "aeroway", "landuse", "man_made",
)  # fmt: skip
_TOWNS = ("city", "town", "village")
_EXACT_KM = 1.0
_REGION_KM, _COUNTRY_KM = 200.0, 1000.0


class OnlinePlace(NamedTuple):
    """A place of an answer with all the names that the answer gives it."""

    place: Place
    names: tuple[str, ...]


def sift_answer(service: str, body: object) -> object:
    """Return the answer without the records that are of no use.

    Raises
    ------
    ValueError
        If it is no answer of the service at all.
    """
    if service == "nominatim":
        return [record for record in _records(body) if read_place(service, record)]
    features = _records(body.get("features") if isinstance(body, dict) else None)
    return {"features": [record for record in features if read_place(service, record)]}


def read_place(service: str, record: Mapping[str, object]) -> OnlinePlace | None:
    """Read one record; None if it has no name or no point on the globe, or is a street, a shop, a house."""
    properties = _mapping(record.get("properties")) if service == "photon" else record
    point = _photon_point(record) if service == "photon" else _point(record.get("lon"), record.get("lat"))
    names = _names(properties)
    if point is None or not names or _class(properties) not in _CLASSES:
        return None
    kind = _kind(properties)
    extent = _extent(service, properties)
    population = _population(properties)
    accuracy_km = _accuracy_km(kind, extent, population)
    exactness = _exactness(kind, accuracy_km)
    place = Place(
        name=names[0],
        point=point,
        gazetteer_id=f"{service}:{_word(properties.get('osm_type'))}{_word(properties.get('osm_id'))}",
        country=_country(properties),
        feature_type=kind,
        source=Source(name=f"{service.title()} (© OpenStreetMap contributors)", url=OPENSTREETMAP),
        exactness=exactness,
        accuracy_km=accuracy_km,
        population=population,
        region=_region(properties),
        extent=extent if exactness in (Exactness.REGION, Exactness.COUNTRY) else None,
    )
    return OnlinePlace(place, names)


def _records(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list) or not all(isinstance(record, dict) for record in value):
        raise ValueError(Saying("an answer of another shape"))
    return value


def _point(lon: object, lat: object) -> Point | None:
    x, y = _number(lon), _number(lat)
    return Point(x, y) if x is not None and y is not None and abs(x) <= 180 and abs(y) <= 90 else None


def _photon_point(record: Mapping[str, object]) -> Point | None:
    pair = _mapping(record.get("geometry")).get("coordinates")
    return _point(*pair[:2]) if isinstance(pair, list) and len(pair) >= 2 else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _names(properties: Mapping[str, object]) -> tuple[str, ...]:
    """Return the name and the others, each on one line and without letters that cannot be seen."""
    first = properties.get("name") or _word(properties.get("display_name")).partition(",")[0]
    others = list(_mapping(properties.get("namedetails")).values())[:_MOST_NAMES]
    cleaned = (_clean(each) for each in (first, *others) if isinstance(each, str))
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _clean(text: str) -> str:
    visible = "".join(each if unicodedata.category(each)[0] != "C" else " " for each in text[:_LONGEST_NAME])
    return " ".join(visible.split())


def _word(value: object) -> str:
    return _clean(str(value)) if isinstance(value, str | int) else ""


def _class(properties: Mapping[str, object]) -> str:
    return _word(properties.get("class") or properties.get("category") or properties.get("osm_key"))


def _kind(properties: Mapping[str, object]) -> str:
    for key in ("addresstype", "osm_value", "type"):
        word = _word(properties.get(key)).replace("_", " ").lower()
        if word and word != "yes":
            return _TYPES.get(word.replace(" ", "_"), word[:40])
    return "place"


def _country(properties: Mapping[str, object]) -> str:
    code = properties.get("countrycode") or _mapping(properties.get("address")).get("country_code")
    word = _word(code).upper()
    return word if len(word) == 2 and word.isascii() and word.isalpha() else ""


def _region(properties: Mapping[str, object]) -> str | None:
    return _word(properties.get("state") or _mapping(properties.get("address")).get("state")) or None


def _population(properties: Mapping[str, object]) -> int:
    number = _number(_mapping(properties.get("extratags")).get("population"))
    return int(number) if number is not None and 0 < number < 1e10 else 0


def _extent(service: str, properties: Mapping[str, object]) -> Bounds | None:
    corners = properties.get("extent" if service == "photon" else "boundingbox")
    numbers = [_number(each) for each in corners] if isinstance(corners, list) and len(corners) == 4 else []
    if service == "photon":
        west, north, east, south = numbers or (None,) * 4
    else:
        south, north, west, east = numbers or (None,) * 4
    if west is None or south is None or east is None or north is None:
        return None
    on_globe = abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90
    return Bounds(west=west, south=south, east=east, north=north) if on_globe else None


def _accuracy_km(kind: str, extent: Bounds | None, population: int) -> float:
    """Return how far the thing may lie from its point: to the corner of its box, or what its kind lets expect."""
    if extent:
        across_km = distance_km(Point(extent.west, extent.south), Point(extent.east, extent.north))
        return round(max(0.1, across_km / 2), 1)
    if kind in _TOWNS:
        return max(2.0, accuracy_of_town_km(population))
    return {"region": _REGION_KM, "country": _COUNTRY_KM}.get(kind, _EXACT_KM)


def _exactness(kind: str, accuracy_km: float) -> Exactness:
    if kind in _TOWNS:
        return Exactness.CITY
    if kind in ("region", "country"):
        return Exactness(kind)
    return Exactness.EXACT if accuracy_km <= _EXACT_KM else Exactness.APPROXIMATE


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
