"""Names in many spellings lead to one place; hostile ones lead nowhere and break nothing."""

import json

import geopy.distance
import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from infromap.gazetteer import fold_name, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


SPELLINGS = {
    (67.71, 47.80): ["Zhezkazgan", "Jezkazgan", "Жезказган", "Жезқазған", "Zhezqazghan"],
    (73.10, 49.80): ["Karaganda", "Karagandy", "Qaraghandy", "Қарағанды", "Караганда"],
    (69.39, 53.28): ["Kokshetau", "Kokchetav", "Көкшетау", "Кокшетау", "kokshetau", "KOKSHETAU"],
    (57.17, 50.28): ["Aktobe", "Aqtöbe", "Aktyubinsk", "Актобе", "Ақтөбе"],
    (76.93, 43.25): ["Almaty", "Алматы", "Alma-Ata", "Алма-Ата"],
    (63.62, 53.21): ["Kostanay", "Қостанай", "Qostanay"],
    (76.95, 52.28): ["Pavlodar", "Павлодар"],
    (71.43, 51.18): ["Astana", "Астана"],
}


@pytest.mark.parametrize(
    ("name", "lon", "lat"), [(name, lon, lat) for (lon, lat), names in SPELLINGS.items() for name in names]
)
def test_every_spelling_leads_to_the_place(gazetteer, name, lon, lat):
    found = gazetteer.geocode(name, country="KZ")

    assert geopy.distance.distance((found.latitude, found.longitude), (lat, lon)).km < 15


def test_the_wrong_karabutak_loses_to_the_one_near_the_other_places(gazetteer):
    aktobe = gazetteer.candidates("Aktobe", country="KZ")[0].place.point

    near, *others = gazetteer.candidates("Karabutak", country="KZ", near=[aktobe])

    assert geopy.distance.distance((near.place.point.y, near.place.point.x), (50.28, 57.17)).km < 250
    assert any(
        geopy.distance.distance((each.place.point.y, each.place.point.x), (near.place.point.y, near.place.point.x)).km
        > 400
        for each in others
    )


def test_nearness_decides_between_two_of_one_name(gazetteer):
    first, second, *_ = gazetteer.candidates("Karabutak", country="KZ")

    for wanted in (first, second):
        assert gazetteer.candidates("Karabutak", country="KZ", near=[wanted.place.point])[0].place == wanted.place


def test_it_answers_as_a_geopy_geocoder_does(gazetteer):
    one = gazetteer.geocode("Almaty")
    several = gazetteer.geocode("Almaty", exactly_one=False)

    assert isinstance(gazetteer, Geocoder)
    assert isinstance(one, Location)
    assert several[0].point == one.point
    assert one.raw["source"]
    assert gazetteer.geocode("Xqzzyvnplacethatisnot") is None
    assert "Almaty" in gazetteer.reverse((43.25, 76.93)).address
    assert gazetteer.reverse((43.25, 76.93), exactly_one=False)[0].address


@pytest.mark.parametrize(
    "text",
    ["", " ", "'; DROP TABLE place; --", '"', "*", "NEAR(", "a OR b", "\0", "\ud800", "x" * 100_000, "%", "()", "‮abc"],
    ids=range(13),
)
def test_no_text_breaks_a_lookup(gazetteer, text):
    before = gazetteer.count()

    found = gazetteer.candidates(text)

    assert isinstance(json.dumps([each.place.name for each in found]), str)
    assert gazetteer.count() == before


@pytest.mark.parametrize(
    ("one", "other"),
    [("Жезказган", "Zhezkazgan"), ("Aqtöbe", "AQTOBE"), ("Ust-Kamenogorsk", "ust kamenogorsk")],
)
def test_folding_brings_spellings_together(one, other):
    assert fold_name(one) == fold_name(other)


def test_folding_twice_changes_nothing():
    for name in [name for names in SPELLINGS.values() for name in names]:
        assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Рогунская ГЭС", "TJ", "Roghun"),
        ("Экибастузская ГРЭС-2", "KZ", "Ekibastuz"),
        ("Сырдарьинская ТЭС", "UZ", "Sirdaryo"),
    ],
)
def test_a_work_that_is_called_after_a_town_leads_to_the_town(gazetteer, name, country, found):
    assert gazetteer.candidates(name, country=country)[0].place.name == found
