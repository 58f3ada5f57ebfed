"""What a person may choose from comes with where it is and how far away."""

import pytest
from shapely import Point

from infromap.gazetteer import open_places
from infromap.gazetteer.alternatives import list_alternatives
from infromap.model.place import Candidate

AKTOBE = Point(57.20718, 50.27969)


@pytest.fixture(scope="module")
def gazetteer():
    with open_places() as places:
        yield places


def test_each_alternative_has_its_region_and_its_distance_from_the_nearest_other_place(gazetteer):
    near, far = list_alternatives("Karabutak", gazetteer, country="KZ", others=[AKTOBE, Point(0, 0)])

    assert (near.candidate.place.region, far.candidate.place.region) == ("Aktobe", "West Kazakhstan")
    assert near.away_km == pytest.approx(212, abs=2)
    assert near.candidate.score > far.candidate.score


def test_a_project_without_other_places_has_no_distances(gazetteer):
    assert [each.away_km for each in list_alternatives("Kokshetau", gazetteer, country="KZ")] == [None]


def test_places_abroad_are_alternatives_as_well(gazetteer):
    found = list_alternatives("Springfield", gazetteer, country="KZ")

    assert {each.candidate.place.country for each in found} >= {"US"}
    assert found[0].candidate.place.region == "Missouri"


def test_what_is_known_already_stands_once_among_them(gazetteer):
    (embedded,) = (each.candidate for each in list_alternatives("Kokshetau", gazetteer, country="KZ"))
    online = Candidate(place=embedded.place, score=0.1, matched_name="Kokshetau", reason="asked before")

    found = list_alternatives("Kokshetau", gazetteer, country="KZ", known=[online])

    assert [each.candidate.reason for each in found] == ["asked before"]


def test_what_nobody_knows_has_no_alternatives(gazetteer):
    assert list_alternatives("Qqxyzzy", gazetteer, country="KZ") == []
