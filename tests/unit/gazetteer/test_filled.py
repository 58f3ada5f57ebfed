"""Online answers fill the gaps of the embedded gazetteer, and take part in the same joint choice."""

import csv
import io
import json

import pytest

from geocoding_server import KOSHARY, Answer
from hostile import hostile_texts
from infromap.article import parse_article
from infromap.export.features import to_geojson
from infromap.export.table import to_csv
from infromap.gazetteer import open_gazetteer
from infromap.gazetteer.doubt import doubtful_names
from infromap.gazetteer.filled import FilledGazetteer
from infromap.pipeline import build_map
from infromap.render import render_html

ROAD = "The ADB will finance a highway from Aktobe to Koshary, Kazakhstan."
FAR = {**KOSHARY, "osm_id": 7, "lat": "43.0", "lon": "80.0", "boundingbox": None, "extratags": {"population": "90000"}}


@pytest.fixture
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


def mapped(text, online):
    return build_map(parse_article(text, source="article.txt"), online=online)


def test_a_name_that_is_known_is_not_asked(gazetteer, geocoding_server, make_geocoder):
    filled = FilledGazetteer(gazetteer, make_geocoder())

    for name in ("Almaty", "Жезказган", "Bukhara region", "Kokchetav", "Kazybek Bek station"):
        filled.candidates(name, country="UZ" if "Bukhara" in name else "KZ")

    assert geocoding_server.queries == []
    assert filled.notices() == ()


@pytest.mark.parametrize("name", ["Koshary", "Kokshetauvka", "Vladivostok"], ids=["unknown", "resembling", "abroad"])
def test_a_name_in_doubt_is_asked(gazetteer, geocoding_server, make_geocoder, name):
    filled = FilledGazetteer(gazetteer, make_geocoder())

    filled.candidates(name, country="KZ")

    assert [query["q"] for query in geocoding_server.queries] == [name]


def test_the_joint_choice_takes_the_answer_that_makes_a_short_line(geocoding_server, make_geocoder):
    geocoding_server.answers = [Answer([FAR, KOSHARY])]

    (road,) = mapped(ROAD, make_geocoder()).features

    _, koshary = road.resolved
    assert (koshary.place.gazetteer_id, koshary.place.point.x) == ("nominatim:node42", 60.9)
    assert {each.place.gazetteer_id for each in koshary.candidates} == {"nominatim:node42", "nominatim:node7"}
    assert "the next place of the project" in koshary.reason
    assert "another Koshary" in koshary.reason
    assert road.geometry.geom_type == "LineString"


def test_openstreetmap_is_named_in_every_output(geocoding_server, make_geocoder):
    geocoding_server.answers = [Answer([KOSHARY])]

    for text in (ROAD, "The ADB will finance a hospital in Koshary, Kazakhstan."):
        document = mapped(text, make_geocoder())
        assert "© OpenStreetMap contributors" in [source.name for source in document.attribution]
        assert "OpenStreetMap contributors" in str(to_geojson(document)["features"])
        assert "OpenStreetMap contributors" in to_csv(document).decode()
        assert "https://www.openstreetmap.org/copyright" in render_html(document)


def test_after_a_failure_nobody_is_asked_again_and_the_rest_is_mapped(geocoding_server, make_geocoder):
    geocoding_server.answers = [Answer(status=403)]
    text = (
        "The ADB will finance a hospital in Koshary, a school in Ulkenbaraly and a solar plant in Shymkent, Kazakhstan."
    )

    document = mapped(text, make_geocoder())

    assert len(geocoding_server.queries) == 1
    assert [feature.method.value for feature in document.features][-1] == "gazetteer"
    (notice,) = [each for each in document.notices if "embedded gazetteer alone" in each]
    assert "127.0.0.1" in notice
    assert "403" in notice


def test_that_the_service_does_not_know_either_is_told(geocoding_server, make_geocoder):
    document = mapped(ROAD, make_geocoder())

    assert any("knows no place called Koshary" in notice for notice in document.notices)


def test_a_cache_that_cannot_be_used_costs_no_map(tmp_path, geocoding_server, make_geocoder):
    (tmp_path / "geocoders.sqlite").write_bytes(b"rubbish " * 500)

    document = mapped(ROAD, make_geocoder())

    assert geocoding_server.queries == []  # without the brake nobody may be asked
    assert any("delete the file" in notice for notice in document.notices)


def test_the_names_in_doubt_are_those_that_an_answer_would_help(geocoding_server, make_geocoder):
    geocoding_server.answers = [Answer([KOSHARY])]

    assert doubtful_names(mapped(ROAD, None)) == ("Koshary",)
    assert doubtful_names(mapped(ROAD, make_geocoder())) == ()


@pytest.mark.parametrize("name", hostile_texts()[::12], ids=lambda name: ascii(name)[:30])
def test_a_hostile_answer_is_text_in_every_output(geocoding_server, make_geocoder, name):
    hostile = {**KOSHARY, "name": name, "namedetails": {"name": "Koshary"}}
    geocoding_server.answers = [Answer(json.dumps([hostile]).encode())]

    document = mapped("The ADB will finance a hospital in Koshary, Kazakhstan.", make_geocoder())

    html = render_html(document)
    assert "<" not in name or name not in html
    cells = [cell for row in csv.reader(io.StringIO(to_csv(document).decode("utf-8-sig"), newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    json.loads(json.dumps(to_geojson(document)))
