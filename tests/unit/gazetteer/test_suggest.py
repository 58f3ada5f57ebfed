"""The beginning of a name leads to the places that are likely meant."""

import pytest

from infromap.gazetteer import open_data
from infromap.gazetteer.suggest import suggest_places


@pytest.fixture(scope="module")
def suggest():
    store, curated = open_data()
    with store:
        yield lambda text, **options: suggest_places(text, store, curated, **options)


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        ("kokshe", "Kokshetau"),
        ("Кокш", "Kokshetau"),
        ("Көкш", "Kokshetau"),
        ("KARAGA", "Karagandy"),
        ("алма", "Almaty"),
        ("ust kam", "Ust-Kamenogorsk"),
        ("new york c", "New York City"),
        ("ulgais", "Ulgaisyn"),
        ("Kokshetauu", "Kokshetau"),
    ],
)
def test_the_first_suggestion(suggest, beginning, name):
    assert suggest(beginning, country="KZ")[0].name == name


def test_large_ones_come_before_small_ones(suggest):
    populations = [place.population for place in suggest("berlin", limit=3)]

    assert populations == sorted(populations, reverse=True)
    assert suggest("berlin")[0].country == "DE"


def test_the_article_s_country_goes_first(suggest):
    assert suggest("kara")[0].country != "KZ"
    assert suggest("kara", country="KZ")[0].country == "KZ"


def test_towns_of_one_name_are_told_apart_by_their_region(suggest):
    regions = {place.region for place in suggest("springfield") if place.name == "Springfield"}

    assert len(regions) > 3


def test_regions_are_suggested_and_no_place_twice(suggest):
    found = suggest("akmola", country="KZ")

    assert "region" in {place.feature_type for place in found}
    assert len({place.gazetteer_id for place in found}) == len(found)


@pytest.mark.parametrize("text", ["", " ", "k", "?!", "北京", "x" * 500, "%' OR 1", '"*', "zzzzqqqq"])
def test_what_begins_no_name_suggests_nothing(suggest, text):
    assert suggest(text) == ()
