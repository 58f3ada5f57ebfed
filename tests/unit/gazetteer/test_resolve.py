"""The places of one project are chosen together."""

import pytest

from infromap.gazetteer import open_gazetteer, resolve_places
from infromap.geodesic import distance_km
from infromap.model.project import PlaceMention, PlaceRole
from infromap.model.provenance import Quote


def mentions(*names):
    return [
        PlaceMention(name=name, role=PlaceRole.STOP, quote=Quote(field="place", text=name, start=0, end=len(name)))
        for name in names
    ]


@pytest.fixture(scope="module")
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


def test_karabutak_is_chosen_on_the_way_between_its_neighbours(gazetteer):
    aktobe, karabutak, ulgaisyn = resolve_places(
        mentions("Aktobe", "Karabutak", "Ulgaisyn"), country="KZ", gazetteer=gazetteer
    )

    assert distance_km(aktobe.place.point, karabutak.place.point) < 250
    assert distance_km(karabutak.place.point, ulgaisyn.place.point) < 150


def test_every_choice_keeps_its_reason_and_the_others(gazetteer):
    (almaty,) = resolve_places(mentions("Almaty"), country="KZ", gazetteer=gazetteer)

    assert "KZ" in almaty.reason
    assert almaty.place.source.name


def test_a_name_that_nobody_knows_has_no_place_and_a_reason(gazetteer):
    known, unknown = resolve_places(mentions("Almaty", "Xqzzyvnplace"), country="KZ", gazetteer=gazetteer)

    assert known.place is not None
    assert unknown.place is None
    assert unknown.reason


def test_the_country_of_the_article_weighs(gazetteer):
    (home,) = resolve_places(mentions("Taraz"), country="KZ", gazetteer=gazetteer)

    assert home.place.country == "KZ"


def test_nothing_gives_nothing(gazetteer):
    assert resolve_places([], country="KZ", gazetteer=gazetteer) == ()


def test_a_town_is_not_taken_for_the_region_called_after_it_to_shorten_the_line(gazetteer):
    karaganda, _ = resolve_places(mentions("Qaraǧandy", "Jezqazǧan"), country="KZ", gazetteer=gazetteer)

    assert (karaganda.place.name, karaganda.place.feature_type) == ("Karagandy", "city")


def test_a_name_that_is_known_far_abroad_only_has_no_place_but_says_so(gazetteer):
    (resolved,) = resolve_places(mentions("Vladivostok"), country="KZ", gazetteer=gazetteer)

    assert resolved.place is None
    assert "Vladivostok (RU) is not meant" in resolved.reason
    assert resolved.candidates[0].place.country == "RU"
