"""Zones, with their exceptions, and the poles."""

import pytest

from infromap.coordinates import Notation, write_coordinates
from infromap.coordinates.utm import band_of, from_utm, to_utm, zone_of


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        (-180, 0, 1),
        (-174.001, 0, 1),
        (-174, 0, 2),
        (0, 0, 31),
        (69.39, 53.28, 42),
        (179.999, 0, 60),
        (180, 0, 1),
        (186, 0, 2),
        (2.9, 60, 31),  # Norway: zone 32 is wider
        (3, 60, 32),
        (11.9, 60, 32),
        (5, 64, 31),
        (5, 55.9, 31),
        (8.9, 78, 31),  # Svalbard: no zones 32, 34, 36
        (9, 78, 33),
        (20.9, 78, 33),
        (21, 78, 35),
        (33, 78, 37),
        (41.9, 78, 37),
        (42, 78, 38),
        (9, 71.9, 32),
    ],
)
def test_zones(lon, lat, zone):
    assert zone_of(lon, lat) == zone


@pytest.mark.parametrize(
    ("lat", "band"), [(-80, "C"), (-72, "D"), (-0.001, "M"), (0, "N"), (71.9, "W"), (72, "X"), (84, "X")]
)
def test_bands(lat, band):
    assert band_of(lat) == band


@pytest.mark.parametrize("lat", [84.001, -80.001, 90, -90])
def test_there_is_no_utm_near_the_poles(lat):
    assert to_utm(10, lat) is None
    assert write_coordinates(10, lat, Notation.UTM) is None


def test_the_middle_of_a_zone_on_the_equator():
    north, south = to_utm(69, 0), to_utm(69, -0.0001)

    assert (north.easting_m, north.northing_m) == pytest.approx((500_000, 0), abs=0.01)
    assert south.northing_m == pytest.approx(10_000_000, abs=12)


@pytest.mark.parametrize("place", [(69.39364, 53.28414), (5.3, 60.4), (-70.5, -33.25), (15.6, 78.2)])
def test_there_and_back(place):
    there = to_utm(*place)

    back = from_utm(there.zone, there.easting_m, there.northing_m, is_north=place[1] >= 0)
    assert back == pytest.approx(place, abs=1e-8)


@pytest.mark.parametrize(
    "position", [(0, 500_000, 0), (61, 500_000, 0), (42, 99_999, 0), (42, 500_000, 9_999_999), (42, 500_000, -1)]
)
def test_no_place_outside_the_grid(position):
    assert from_utm(*position, is_north=True) is None
