"""Every usual way to type a place, and what it may mean."""

import pytest

from infromap.coordinates import Notation, Order, read_angle, read_coordinates, write_coordinates, write_lon_lat

KOKSHETAU = pytest.approx((69.39364, 53.28414), abs=1e-5)


def places(text):
    return [(each.lon, each.lat) for each in read_coordinates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "53.28414° N, 69.39364° E",
        "N53.28414 E69.39364",
        "69.39364E 53.28414N",
        "53,28414 N; 69,39364 E",
        "53°17′02.904″N 69°23′37.104″E",
        "53 17 02.904 N 69 23 37.104 E",
        "53°17'02,904\" С, 69°23'37,104\" В",
        "с. ш. 53,28414, в. д. 69,39364",
        "с.е. 53,28414 ш.б. 69,39364",
        "北纬53.28414度 东经69.39364度",
        "N 53°17.0484' E 69°23.6184'",
        "53º17’02.904’’ n 69º23’37.104’’ e",
    ],
)
def test_directions_say_which_number_is_which(text):
    assert places(text) == [KOKSHETAU]


@pytest.mark.parametrize(
    "text",
    [
        "53.28414, 69.39364",
        "53.28414 69.39364",
        "53,28414 69,39364",
        "53,28414; 69,39364",
        "53,28414, 69,39364",
        "+53.28414/+69.39364",
        "53°17′02.904″ 69°23′37.104″",
        "53:17:02.904 69:23:37.104",
        "53 17 02.904, 69 23 37.104",
    ],
)
def test_without_directions_both_orders_are_offered_latitude_first(text):
    first, second = read_coordinates(text)

    assert (first.lon, first.lat) == KOKSHETAU
    assert (second.lat, second.lon) == KOKSHETAU
    assert (first.order, second.order) == (Order.LAT_LON, Order.LON_LAT)


@pytest.mark.parametrize("text", ["-33.86, 151.21", "151.21, -33.86", "151.21 -33.86"])
def test_a_longitude_that_can_be_no_latitude_tells_the_order(text):
    (only,) = read_coordinates(text)

    assert (only.lon, only.lat, only.order) == (151.21, -33.86, None)


def test_two_equal_numbers_are_one_place():
    assert [each.order for each in read_coordinates("10 10")] == [None]


@pytest.mark.parametrize("text", ["33°30' ю. ш., 70° з. д.", "S 33.5 W 70", "-33.5 N, -70 E", "33.5 south 70 west"])
def test_south_and_west(text):
    expected = [] if "-" in text else [(-70.0, -33.5)]

    assert places(text) == expected


@pytest.mark.parametrize("text", ["42U 526244 5903952", "42u 526244 E 5903952 N", "UTM zone 42 U 526244 mE 5903952 mN"])
def test_utm_with_its_band(text):
    (only,) = read_coordinates(text)

    assert (only.lon, only.lat) == pytest.approx((69.39364, 53.28414), abs=1e-4)
    assert only.notation == Notation.UTM


def test_utm_with_the_hemisphere_in_the_band_s_place():
    assert places("42N 526244 5903952") == [pytest.approx((69.39364, 53.28414), abs=1e-4)]


def test_an_s_of_utm_that_may_be_band_or_south_is_asked():
    band, south = places("42S 526258 4000000")

    assert band[1] == pytest.approx(36.14, abs=0.01)
    assert south[1] == pytest.approx(-54.15, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "Kokshetau", "53.28", "91 95", "200 10", "53°61′ 10°", "1 2 3 4 5", "53.28N 69.39N", "53°28414, 69",
        "52.5.3 4", "1e5 3", "N E", "°'", "53.5' 10'", "53°-17′ 10°", "nan nan", "1,2,3", "42U 1 2",
        "99U 526244 5903952", "42I 526244 5903952", "<b>53</b> 69", "53 69 север", "5" * 1000,
    ],
)  # fmt: skip
def test_what_is_no_coordinate_is_none(text):
    assert read_coordinates(text) == ()


@pytest.mark.parametrize("notation", list(Notation))
@pytest.mark.parametrize("place", [(69.39364, 53.28414), (-70.5, -33.25), (0.00001, -0.00001), (-179.99, 71.0)])
def test_what_is_written_is_read_again(notation, place):
    text = write_coordinates(*place, notation)

    (only,) = read_coordinates(text)
    assert (only.lon, only.lat) == pytest.approx(place, abs=2e-5)


def test_a_place_for_files_is_read_again():
    assert places(write_lon_lat(151.21, -33.86)) == [(151.21, -33.86)]


@pytest.mark.parametrize(
    ("text", "directions", "expected"),
    [
        ("53.28°", "NS", 53.28),
        ("53°17′02″ N", "NS", 53 + 17 / 60 + 2 / 3600),
        ("33°27' ю. ш.", "NS", -33.45),
        ("-33 27 00", "NS", -33.45),
        ("70,5 з. д.", "EW", -70.5),
        ("东经 71°30'", "EW", 71.5),
        ("71°30' E", "NS", None),
        ("-33 S", "NS", None),
        ("53 N 69 N", "NS", None),
        ("53, 69", "NS", None),
        ("3 000", "EW", None),
        ("500000 m", "EW", None),
        ("53°60'", "NS", None),
        ("", "NS", None),
        ("5" * 300, "NS", None),
    ],
)
def test_one_angle_alone(text, directions, expected):
    assert read_angle(text, directions=directions) == (expected if expected is None else pytest.approx(expected))
