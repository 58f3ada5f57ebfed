"""A geocoding server is asked politely, and whatever it sends breaks nothing."""

import json
import threading
from email.utils import formatdate

import pytest
from shapely import Point

from geocoding_server import KOSHARY, Answer
from infromap.errors import GeocoderError
from infromap.gazetteer.online import OnlineService
from infromap.model.place import Exactness


@pytest.fixture
def server(geocoding_server):
    return geocoding_server


PHOTON = {
    "type": "FeatureCollection",
    "features": [
        {
            "geometry": {"type": "Point", "coordinates": [60.9, 49.1]},
            "properties": {
                "name": "Koshary",
                "countrycode": "KZ",
                "osm_value": "village",
                "osm_type": "N",
                "osm_id": 42,
                "extent": [60.87, 49.12, 60.93, 49.08],
            },
        }
    ],
}


def test_nominatim_is_asked_as_its_rules_want_it(server, make_geocoder):
    server.answers = [Answer([KOSHARY])]

    (found,) = make_geocoder().candidates("Koshary", country="KZ")

    assert server.agents == ["infromap/test"]
    assert server.queries[0]["path"] == "/search"
    assert (server.queries[0]["q"], server.queries[0]["countrycodes"]) == ("Koshary", "kz")
    place = found.place
    assert (place.point, place.country, place.feature_type, place.population) == (
        Point(60.9, 49.1),
        "KZ",
        "village",
        1200,
    )
    assert (place.exactness, place.gazetteer_id, place.region) == (Exactness.CITY, "nominatim:node42", "Aktobe Region")
    assert 2 < place.accuracy_km < 5
    assert "© OpenStreetMap contributors" in place.source.name
    assert "the name itself" in found.reason


def test_photon_answers_the_same(server, make_geocoder):
    server.answers = [Answer(PHOTON)]

    (found,) = make_geocoder("photon").candidates("Koshary", country="KZ")

    assert server.queries[0]["path"] == "/api"
    assert (found.place.point, found.place.country, found.place.feature_type) == (Point(60.9, 49.1), "KZ", "village")
    assert "Photon" in found.place.source.name


def test_a_server_of_ones_own_may_lie_under_a_path(server, make_geocoder):
    make_geocoder(address=f"{server.url}/geo/").candidates("Koshary")

    assert server.queries[0]["path"] == "/geo/search"


@pytest.mark.parametrize("address", ["ftp://x", "localhost:80", "http://", "http://x:99999", "http://[", "file:///etc"])
def test_what_is_no_server_is_refused(address):
    with pytest.raises(GeocoderError, match="no address of a server"):
        OnlineService(address=address)


def test_a_password_in_an_address_is_not_told():
    assert OnlineService(address="https://me:secret@example.org:8080/x").host == "example.org:8080"


def test_a_kept_answer_waits_for_nothing_and_nobody_is_asked(server, make_geocoder, turned):
    server.answers = [Answer([KOSHARY])]
    first = make_geocoder().candidates("Koshary", country="KZ")

    again = make_geocoder().candidates("  KOSHARY ", country="KZ")

    assert again == first
    assert len(server.times) == 1
    assert turned.slept == []


def test_that_nobody_knows_a_name_is_kept_too_but_not_for_long(server, make_geocoder, turned):
    geocoder = make_geocoder()
    assert [geocoder.candidates("Xqzzy"), geocoder.candidates("Xqzzy")] == [(), ()]
    assert len(server.times) == 1

    turned.time += 8 * 86_400
    geocoder.candidates("Xqzzy")

    assert len(server.times) == 2


@pytest.mark.parametrize(
    ("refusal", "waits"),
    [
        (Answer(status=429), 2.0),
        (Answer(status=429, Retry_After="7"), 7.0),
        (Answer(status=429, Retry_After="soon"), 2.0),
        (Answer(status=429, Retry_After="-5"), 2.0),
        (Answer(status=500), 2.0),
        (Answer(b"<h1>Bad gateway</h1>", status=502, kind="text/html"), 2.0),
        (Answer(status=503, Retry_After="3"), 3.0),
        (Answer([KOSHARY], half=True), 2.0),
        (Answer(b'[{"lat": 1'), 2.0),
        (Answer(hang_up=True), 2.0),
    ],
    ids=["429", "429 in 7 s", "429 soon", "429 before", "500", "502", "503 in 3 s", "half", "no JSON", "nothing"],
)
def test_what_may_pass_is_asked_again_after_a_wait(server, make_geocoder, turned, refusal, waits):
    server.answers = [refusal, Answer([KOSHARY])]

    (found,) = make_geocoder().candidates("Koshary", country="KZ")

    assert found.place.name == "Koshary"
    assert turned.slept[0] == waits
    assert len(server.times) == 2


def test_a_date_in_retry_after_is_read(server, make_geocoder, turned):
    server.answers = [Answer(status=429, Retry_After=formatdate(usegmt=True)), Answer([KOSHARY])]

    assert make_geocoder().candidates("Koshary", country="KZ")
    assert turned.slept[0] == 2.0


def test_who_is_told_to_wait_long_gives_up_and_nobody_asks_meanwhile(server, make_geocoder, turned):
    server.answers = [Answer(status=429, Retry_After="900"), Answer([KOSHARY])]
    with pytest.raises(GeocoderError, match="429"):
        make_geocoder().candidates("Koshary")

    with pytest.raises(GeocoderError, match="900 s"):
        make_geocoder().candidates("Ulgaisyn")

    assert len(server.times) == 1
    turned.time += 901
    assert make_geocoder().candidates("Koshary")


def test_after_three_tries_it_gives_up(server, make_geocoder, turned):
    server.answers = [Answer(status=500)]

    with pytest.raises(GeocoderError, match=r"127\.0\.0\.1:\d+ gave no answer \(tries: 3\): 500"):
        make_geocoder().candidates("Koshary")

    assert turned.slept == [2.0, 4.0]
    assert len(server.times) == 3


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(status=403), "403"),
        (Answer(status=404), "404"),
        (Answer(status=302, Location="/elsewhere"), "302 .*, it is at /elsewhere"),
        (Answer(b"<html>Log in</html>", kind="text/html"), "text/html"),
        (Answer(b"[" + b'"x",' * 400_000 + b"1]"), "larger than"),
    ],
    ids=["403", "404", "redirect", "a log-in page", "huge"],
)
def test_what_will_not_pass_is_not_asked_again(server, make_geocoder, turned, answer, words):
    server.answers = [answer]

    with pytest.raises(GeocoderError, match=words) as refusal:
        make_geocoder().candidates("Koshary")

    assert "\n" not in str(refusal.value)
    assert len(server.times) == 1
    assert turned.slept == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"7", b'"text"', b'{"error": "down"}', b"[1, 2]", b'[["lat"]]', b"\xff\xfe", b"[" * 200_000,
        b'{"features": [1]}', b'{"features": {"a": 1}}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("service", ["nominatim", "photon"])
def test_json_of_another_shape_is_no_answer(server, make_geocoder, service, body):
    server.answers = [Answer(body)]

    with pytest.raises(GeocoderError, match="it sent"):
        make_geocoder(service).candidates("Koshary")


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("181", "50"), ("60", "90.5"), ("NaN", "50"), ("60", "inf"), (None, "50"), ("x", "50"), ([], {}), (True, 5),
        ("1e999", 0),
    ],
)  # fmt: skip
def test_a_place_off_the_globe_is_left_out_and_the_others_stay(server, make_geocoder, lon, lat):
    far = {**KOSHARY, "lon": lon, "lat": lat}
    server.answers = [Answer([far, KOSHARY]), Answer({"features": [_photon(lon, lat), *PHOTON["features"]]})]

    for service in ("nominatim", "photon"):
        (found,) = make_geocoder(service).candidates("Koshary")
        assert found.place.point == Point(60.9, 49.1)


def _photon(lon, lat):
    return {"geometry": {"coordinates": [lon, lat]}, "properties": {"name": "Koshary"}}


@pytest.mark.parametrize(
    "rubbish",
    [
        {"boundingbox": ["a", "b", "c", "d"]},
        {"boundingbox": [1, 2]},
        {"boundingbox": ["49", "49", "900", "-900"]},
        {"address": [], "extratags": 5, "namedetails": "x"},
        {"extratags": {"population": "many"}, "osm_id": {"a": 1}, "addresstype": 5, "type": None},
        {"address": {"country_code": "<b>"}, "addresstype": "x" * 10_000},
    ],
)
def test_rubbish_beside_a_good_point_does_no_harm(server, make_geocoder, rubbish):
    server.answers = [Answer([{**KOSHARY, **rubbish}])]

    (found,) = make_geocoder().candidates("Koshary")

    assert found.place.point == Point(60.9, 49.1)
    assert 0 < found.place.accuracy_km < 1000
    assert len(found.place.feature_type) <= 40
    assert found.place.country in ("KZ", "")


def test_a_hostile_name_becomes_one_short_line(server, make_geocoder):
    name = "<script>alert(1)</script>\n\u202egnol\0" + "x" * 5000
    server.answers = [Answer([{**KOSHARY, "name": name, "namedetails": {}}])]

    (found,) = make_geocoder().candidates("Koshary")

    assert found.place.name.startswith("<script>alert(1)</script> gnol x")
    assert len(found.place.name) <= 200
    assert found.place.name.isprintable()


def test_a_server_that_is_slow_is_given_up(server, make_geocoder):
    server.answers = [Answer(delay_s=1.0)]

    with pytest.raises(GeocoderError, match=r"none within 0\.2 s"):
        make_geocoder(timeout_s=0.2).candidates("Koshary")


def test_an_answer_that_drips_is_given_up(server, make_geocoder):
    server.answers = [Answer([KOSHARY], drip=True)]

    with pytest.raises(GeocoderError, match=r"none within 0\.3 s"):
        make_geocoder(timeout_s=0.3).candidates("Koshary")


def test_a_server_that_is_not_there_is_told_at_once(server, make_geocoder, turned):
    with pytest.raises(GeocoderError, match="refused"):
        make_geocoder(address="http://127.0.0.1:9").candidates("Koshary")

    assert turned.slept == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_what_is_no_name_is_not_sent(server, make_geocoder, name):
    assert make_geocoder().candidates(name) == ()
    assert server.times == []


def test_any_script_may_be_asked_and_the_answer_says_so(server, make_geocoder):
    server.answers = [Answer([{**KOSHARY, "name": "Kutaisi"}])]

    (found,) = make_geocoder().candidates("ქუთაისი")

    assert server.queries[0]["q"] == "ქუთაისი"
    assert "answer 1" in found.reason


def test_nearness_weighs_but_is_not_sent(server, make_geocoder):
    far = {**KOSHARY, "lon": "75", "osm_id": 43}
    server.answers = [Answer([far, KOSHARY])]

    first, second = make_geocoder().candidates("Koshary", country="KZ", near=[Point(60, 49)])

    assert (first.place.point.x, second.place.point.x) == (60.9, 75)
    assert "60" not in json.dumps(server.queries)


def test_threads_may_share_a_geocoder(server, make_geocoder):
    server.answers = [Answer([KOSHARY])]
    geocoder = make_geocoder()
    found = []
    threads = [
        threading.Thread(target=lambda name=f"Koshary {i % 3}": found.append(geocoder.candidates(name)))
        for i in range(9)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [len(each) for each in found] == [1] * 9


def test_a_shop_that_is_called_like_a_town_is_no_place(server, make_geocoder):
    server.answers = [
        Answer([{**KOSHARY, "class": "shop"}, {**KOSHARY, "class": "highway"}]),
        Answer(
            [
                {**KOSHARY, "class": "place"},
                {**KOSHARY, "class": "railway", "type": "station", "addresstype": "railway"},
            ]
        ),
    ]

    assert make_geocoder().candidates("Koshary") == ()
    found = make_geocoder().candidates("Koshary", country="KZ")
    assert sorted(each.place.feature_type for each in found) == ["station", "village"]


def test_photons_guesses_at_other_names_are_left_out(server, make_geocoder):
    other = {"geometry": {"coordinates": [31, 30]}, "properties": {"name": "Koshary El Tahrir", "osm_key": "place"}}
    server.answers = [Answer({"features": [other, *PHOTON["features"]]})]

    (found,) = make_geocoder("photon").candidates("Koshari")

    assert found.place.point == Point(60.9, 49.1)
