"""The GeoJSON keeps what a person needs to judge each place."""

import json

import pytest

from infromap.article import parse_article
from infromap.export.features import to_geojson
from infromap.pipeline import build_map


@pytest.fixture(scope="module")
def resolved():
    article = parse_article("The ADB will finance a highway from Aktobe to Karabutak, Kazakhstan.", source="x.txt")
    (feature,) = json.loads(json.dumps(to_geojson(build_map(article))))["features"]
    return feature["properties"]["resolved"]


def test_each_place_says_why_it_was_chosen(resolved):
    assert [each["name"] for each in resolved] == ["Aktobe", "Karabutak"]
    assert all("the name itself" in each["reason"] for each in resolved)
    assert "another Karabutak" in resolved[1]["reason"]


def test_each_place_keeps_its_candidates_best_first(resolved):
    for each in resolved:
        candidates = each["candidates"]
        assert each["id"] in [candidate["id"] for candidate in candidates]
        assert [c["score"] for c in candidates] == sorted((c["score"] for c in candidates), reverse=True)
        keys = {"name", "lon", "lat", "country", "type", "population", "score", "reason", "source"}
        assert all(keys <= set(candidate) and candidate["reason"] for candidate in candidates)
    assert len(resolved[1]["candidates"]) > 1


def test_a_name_without_a_place_is_listed_with_the_reason_and_what_it_is_not():
    text = "The EBRD will finance a hospital in Vladivostok and a hospital in Xqzzyvn. Both are for Kazakhstan."

    features = to_geojson(build_map(parse_article(text, source="x.txt")))["features"]

    listed = [each for feature in features for each in feature["properties"]["unresolved"]]
    assert [each["name"] for each in listed if "is not meant" in each["reason"]] == ["Vladivostok"]
    assert [each["candidates"][0]["country"] for each in listed if each["candidates"]] == ["RU"]
    assert all(feature["geometry"] is None for feature in features)
