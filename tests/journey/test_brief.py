"""The whole way, from an article on disk to the files that a user sends on."""

import json

import pytest
from shapely.geometry import shape

from infromap.article import read_article
from infromap.cli import run
from infromap.export import save_map, to_geojson
from infromap.geodesic import distance_km
from infromap.pipeline import build_map, open_map


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture(scope="module")
def features(document):
    return {
        (feature.kind.value, *(place.name for place in feature.project.places)): feature
        for feature in document.features
    }


def test_the_brief_gives_its_five_projects_in_the_order_of_the_text(features):
    assert list(features) == [
        ("hospital", "Kokshetau"),
        ("wind power",),
        ("highway", "Zhezkazgan", "Karaganda"),
        ("highway", "Aktobe", "Karabutak", "Ulgaisyn"),
        ("railway", "Almaty"),
    ]


def test_the_hospital_is_a_point_in_its_city(features):
    hospital = features["hospital", "Kokshetau"]

    assert hospital.geometry.x == pytest.approx(69.39364, abs=0.01)
    assert hospital.geometry.y == pytest.approx(53.28414, abs=0.01)
    assert (hospital.exactness, hospital.method) == ("city", "gazetteer")


def test_the_wind_plant_has_no_geometry_and_a_notice(features, document):
    plant = features["wind power",]

    assert plant.geometry is None
    assert (plant.exactness, plant.method, plant.project.capacity) == ("not stated", "none", "220 MW")
    assert any(plant.name in notice for notice in document.notices)


def test_a_sourced_town_stands_between_the_ends_of_the_road(features):
    road = features["highway", "Zhezkazgan", "Karaganda"]

    assert [(stop.name, stop.is_stated) for stop in road.waypoints] == [
        ("Zhezkazgan", True),
        ("Zhanaarka", False),
        ("Karaganda", True),
    ]
    assert road.waypoints[1].added_from.url.startswith("https://")
    assert road.method == "schematic"
    assert 440 < road.geometry_length_km < 500  # straight legs are shorter than the 498 km that AIIB states


def test_the_wrong_village_of_the_same_name_is_not_taken(features):
    road = features["highway", "Aktobe", "Karabutak", "Ulgaisyn"]
    points = {stop.name: stop.point for stop in road.waypoints}

    assert points["Karabutak"].x == pytest.approx(60.1194, abs=0.05)
    assert list(points) == ["Aktobe", "Khromtau", "Karabutak", "Ulgaisyn"]
    assert 220 < road.geometry_length_km < 290


def test_the_estimated_end_is_said_to_be_an_estimate(features, document):
    road = features["highway", "Aktobe", "Karabutak", "Ulgaisyn"]
    end = road.waypoints[-1]

    assert end.accuracy_km == pytest.approx(20)
    assert distance_km(road.waypoints[-2].point, end.point) == pytest.approx(60, abs=1)
    assert road.exactness == "approximate"
    assert any("Ulgaisyn" in notice and "estimate" in notice for notice in document.notices)


def test_the_bypass_takes_its_ends_from_the_financier_and_says_so(features):
    bypass = features["railway", "Almaty"]

    assert [stop.name for stop in bypass.waypoints] == ["Zhetygen", "Kazybek Bek"]
    assert not any(stop.is_stated for stop in bypass.waypoints)
    assert "The article gives no ends" in bypass.location_note
    assert "AIIB" in bypass.location_note


def test_the_total_of_the_country_stands_on_no_project(document):
    portfolio = document.reading.portfolio

    assert (portfolio.count, portfolio.amount.value, portfolio.amount.currency) == (9, 2.6e9, "USD")
    assert [feature.project.amounts for feature in document.features] == [()] * 5


def test_every_quote_is_the_text_at_its_span(document):
    text = document.reading.article.text
    quotes = [quote for feature in document.features for quote in feature.project.quotes]
    quotes += [row.quote for feature in document.features for row in feature.article_rows if row.quote]
    quotes += [row.quote for row in document.summary_rows if row.quote]

    assert len(quotes) > 20
    assert [quote for quote in quotes if text[quote.start : quote.end] != quote.text] == []


def test_every_article_row_has_its_words(document):
    bare = [(feature.id, row) for feature in document.features for row in feature.article_rows if row.quote is None]

    assert bare == []


def test_the_published_article_gives_the_same_map_as_the_brief(shared, document):
    seed = next((shared / "seed").glob("*.txt"))
    real = to_geojson(open_map(seed))
    ours = to_geojson(document)

    def essence(collection):
        keys = ("kind", "places", "linear", "capacity", "exactness", "geometry_method", "geometry_length_km")
        return [
            ({key: feature["properties"][key] for key in keys}, feature["geometry"])
            for feature in collection["features"]
        ]

    assert essence(real) == essence(ours)
    for member in ("financiers", "portfolio_count", "country", "date"):
        assert real["article"][member] == ours["article"][member]
    assert [(a["value"], a["currency"]) for a in real["article"]["amounts"]] == [(2600000000, "USD")]


def test_the_published_article_gives_what_its_annotation_says(shared):
    gold = json.loads((shared / "seed" / "seed.json").read_text())
    seed = next((shared / "seed").glob("*.txt"))

    found = to_geojson(open_map(seed))

    got = [(f["properties"]["kind"], f["properties"]["places"], f["properties"]["linear"]) for f in found["features"]]
    assert got == [(p["kind"], p["places"], p["linear"]) for p in gold["projects"]]
    assert {person["name"] for person in found["article"]["people"]} == {person["name"] for person in gold["people"]}
    assert found["article"]["date"] == gold["date"]


def test_all_shared_articles_give_a_map(shared):
    articles = sorted((shared / "articles").glob("*.txt"))

    documents = [build_map(read_article(path)) for path in articles]

    assert len(documents) >= 16
    for document in documents:
        for feature in document.features:
            assert (feature.geometry is None) == (feature.exactness == "not stated")


def test_exports_hold_the_same_projects(tmp_path, document):
    for suffix in (".html", ".geojson", ".csv"):
        save_map(document, tmp_path / f"map{suffix}")

    collection = json.loads((tmp_path / "map.geojson").read_text())
    rows = (tmp_path / "map.csv").read_text(encoding="utf-8-sig").splitlines()
    page = (tmp_path / "map.html").read_text()
    assert [shape(f["geometry"]).is_valid for f in collection["features"] if f["geometry"]] == [True] * 4
    assert len(rows) == 1 + 5
    assert all(feature.name in page for feature in document.features)
    assert (tmp_path / "map.html").stat().st_size < 1_000_000


def test_the_same_article_gives_the_same_bytes(tmp_path, brief):
    for name in ("one.html", "two.html"):
        save_map(open_map(brief), tmp_path / name)

    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_extract_prints_one_feature_collection(capfdbinary, brief):
    status = run(["extract", str(brief)])

    out, err = capfdbinary.readouterr()
    collection = json.loads(out)
    assert (status, err) == (0, b"")
    assert collection["type"] == "FeatureCollection"
    assert [f["properties"]["kind"] for f in collection["features"]].count("highway") == 2
