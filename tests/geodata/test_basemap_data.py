"""The base map's file."""

import json
import sys
from itertools import pairwise
from math import hypot

import pytest

from infromap.assets import geodata_path

sys.path.insert(0, str(geodata_path("build")))

from topology import unpack


@pytest.fixture(scope="module")
def basemap():
    return json.loads(geodata_path("basemap/world.json").read_text(encoding="utf-8"))


def test_it_fits_into_a_page():
    assert geodata_path("basemap/world.json").stat().st_size <= 350_000


def test_it_has_land_water_borders_and_names(basemap):
    assert all(basemap[member] for member in ("arcs", "countries", "borders", "lakes", "rivers", "shores"))
    assert len(basemap["towns"]) > 1000
    assert {"Kazakhstan", "Russia", "Australia"} <= {name for _, name, *_ in basemap["countryNames"]}


def test_every_name_lies_on_the_globe(basemap):
    names = [(name, lon, lat) for _, name, lon, lat, *_ in basemap["countryNames"]]
    names += [(name, lon, lat) for lon, lat, _, _, four in basemap["waterNames"] for name in four]
    names += [(name, lon, lat) for name, lon, lat, *_ in basemap["towns"]]
    for name, lon, lat in names:
        assert name.strip()
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_names_are_there_in_four_languages_where_they_are_kept(basemap):
    assert all(len(four) == 4 and all(four) for *_, four in basemap["waterNames"])
    others = [row[5] for row in basemap["towns"] if len(row) > 5]
    assert len(others) > 50
    assert all(len(three) == 3 and all(three) for three in others)


def test_capitals_are_marked_by_country_and_not_by_name(basemap):
    capitals = {(row[0], round(row[1]), round(row[2])) for row in basemap["towns"] if row[3] == 4}

    assert {("Astana", 71, 51), ("Tashkent", 69, 41), ("London", 0, 52)} <= capitals
    assert ("London", -81, 43) not in capitals
    assert 120 < len(capitals) < 250


def test_no_line_leaps_around_the_world(basemap):
    """A ring that did was once drawn as a band from one edge of the map to the other."""
    lines = [unpack(text) for text in [*basemap["arcs"], *basemap["lakes"], *(text for _, text in basemap["rivers"])]]
    leaps = [
        line for line in lines if any(abs(a[0] - b[0]) > 90 for a, b in pairwise(line) if min(a[1], b[1]) > -85)
    ]  # Antarctica's foot, below the map, may

    assert leaps == []


def test_rings_are_closed(basemap):
    arcs = [unpack(text) for text in basemap["arcs"]]
    for code, rings in basemap["countries"]:
        for ring in rings:
            parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
            for part, following in pairwise([*parts, parts[0]]):
                (lon, lat), (next_lon, next_lat) = part[-1], following[0]
                assert round(lon - next_lon, 6) % 360 == 0, code
                assert lat == next_lat, code


@pytest.mark.parametrize(
    ("pair", "near"),
    [
        (("IN", "PK"), (77.0, 35.1)),
        (("RU", "UA"), (34.5, 46.0)),
        (("EH", "MA"), (-9.0, 27.5)),
        (("RS", "XK"), (21.0, 43.0)),
    ],
)
def test_disputed_borders_are_marked(basemap, pair, near):
    assert [mark for mark, distance in borders_of(basemap, pair, near) if distance < 1.5] == [1]


@pytest.mark.parametrize("pair", [("KZ", "RU"), ("CN", "KZ"), ("KZ", "UZ"), ("IN", "NP")])
def test_agreed_borders_are_not_marked(basemap, pair):
    assert {mark for mark, _ in borders_of(basemap, pair, (0, 0))} == {0}


def test_kazakhstan_keeps_its_detail(basemap):
    """At zoom 9 a pixel is about 200 m."""
    (rings,) = [rings for code, rings in basemap["countries"] if code == "KZ"]
    numbers = {number if number >= 0 else ~number for ring in rings for number in ring}

    assert sum(len(unpack(basemap["arcs"][number])) for number in numbers) > 2500


def borders_of(basemap, pair, near):
    """Return mark and distance (degrees) to a point for each border between two countries."""
    owners = {}
    for code, rings in basemap["countries"]:
        for number in (number for ring in rings for number in ring):
            owners.setdefault(number if number >= 0 else ~number, set()).add(code)
    shared = [(number, mark) for number, mark in basemap["borders"] if owners[number] == set(pair)]
    assert shared
    return [
        (mark, min(hypot(lon - near[0], lat - near[1]) for lon, lat in unpack(basemap["arcs"][number])))
        for number, mark in shared
    ]
