"""A place as text."""

import pytest

from infromap.coordinates import Letters, Notation, write_coordinates, write_lon_lat


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        (Notation.DEGREES, "53.28414° N, 69.39364° E"),
        (Notation.MINUTES, "53°17′02.90″ N, 69°23′37.10″ E"),
        (Notation.UTM, "42U 526244 E 5903952 N"),
    ],
)
def test_three_notations(notation, text):
    assert write_coordinates(69.39364, 53.28414, notation) == text


def test_south_and_west_have_letters_and_no_sign():
    assert write_coordinates(-70.5, -33.25, digits=2) == "33.25° S, 70.50° W"


def test_seconds_are_rounded_up_into_minutes_and_degrees():
    assert write_coordinates(10.9999999, 59.9999999, Notation.MINUTES, digits=3) == "60°00′00″ N, 11°00′00″ E"


def test_a_language_has_its_own_letters_and_decimal_mark():
    letters = Letters("с. ш.", "в. д.", "ю. ш.", "з. д.", ",")

    assert write_coordinates(69.39364, 53.28414, digits=4, letters=letters) == "53,2841° с. ш., 69,3936° в. д."
    assert write_coordinates(69.39364, 53.28414, Notation.MINUTES, letters=letters).startswith("53°17′02,90″ с. ш.")


def test_longitudes_are_counted_around_the_world():
    assert write_coordinates(190.0, 5.0, digits=1) == "5.0° N, 170.0° W"
    assert write_lon_lat(-190.0, 5.0) == "170.00000, 5.00000"


def test_files_hold_longitude_first():
    assert write_lon_lat(69.39364, 53.28414) == "69.39364, 53.28414"


def test_a_half_is_rounded_up_as_on_the_page():
    assert write_coordinates(80.25025, 50.42065, digits=4) == "50.4207° N, 80.2503° E"
