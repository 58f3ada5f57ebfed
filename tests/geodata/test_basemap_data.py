"""The base map's file."""

import json

import pytest

from infromap.assets import geodata_path


@pytest.fixture(scope="module")
def basemap():
    return json.loads(geodata_path("basemap/world.json").read_text(encoding="utf-8"))


def test_it_fits_into_a_page():
    assert geodata_path("basemap/world.json").stat().st_size <= 400_000


def test_it_has_land_water_borders_and_names(basemap):
    assert {"names", "towns"} <= set(basemap)
    assert len(basemap["towns"]) > 200
    assert {"KAZAKHSTAN"} <= {name.upper() for name, *_ in basemap["names"]}


def test_every_name_lies_on_the_globe(basemap):
    for name, lon, lat, *_ in [*basemap["names"], *basemap["towns"]]:
        assert name.strip()
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_capitals_are_marked_by_country_and_not_by_name(basemap):
    capitals = {(name, round(lon), round(lat)) for name, lon, lat, size, _ in basemap["towns"] if size == 4}

    assert {("Astana", 71, 51), ("Tashkent", 69, 41), ("London", 0, 52)} <= capitals
    assert ("London", -81, 43) not in capitals
    assert 120 < len(capitals) < 250
