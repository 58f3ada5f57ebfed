import csv
import io
from dataclasses import replace

import pytest
from shapely import Point

from infromap.export.features import to_geojson
from infromap.export.table import COLUMNS, to_csv
from infromap.model.article import Article, Reading
from infromap.model.mapdoc import Feature, MapDocument
from infromap.model.place import Exactness
from infromap.model.project import Kind, Project
from infromap.model.route import GeometryMethod

FEATURE = Feature(
    id="hospital-town",
    name="hospital in Town",
    kind=Kind.HOSPITAL,
    geometry=Point(69.123456789, 53.987654321),
    method=GeometryMethod.GAZETTEER,
    exactness=Exactness.CITY,
    accuracy_km=5,
    project=Project(id="hospital-town", name="hospital in Town", kind=Kind.HOSPITAL),
)


def document(*features: Feature) -> MapDocument:
    return MapDocument(
        title="t", reading=Reading(article=Article(text="", source="a.txt", date="2026-02-09")), features=features
    )


def table(*features: Feature) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(document(*features)).decode("utf-8-sig"), newline="")))


def test_a_row_has_every_column_and_its_point():
    (row,) = table(FEATURE)

    assert tuple(row) == COLUMNS
    assert (row["lat"], row["lon"]) == ("53.987654", "69.123457")
    assert row["article_date"] == "2026-02-09"


def test_a_project_without_a_place_has_empty_coordinates():
    (row,) = table(replace(FEATURE, geometry=None))

    assert (row["lat"], row["lon"], row["wkt"]) == ("", "", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_text(text):
    (row,) = table(replace(FEATURE, name=text))

    assert row["name"] == "'" + text.replace("\t=", "\t'=").replace("\r=", "\r'=")  # some part cells by tabs


@pytest.mark.parametrize("text", ['a "quoted", name', "two\nlines", "Көкшетау", "x" * 100_000])
def test_awkward_names_survive(text):
    (row,) = table(replace(FEATURE, name=text))

    assert row["name"] == text


def test_an_empty_document_is_a_head_alone():
    assert table() == []
    assert to_geojson(document())["features"] == []


def test_geojson_gives_lon_lat_to_a_centimetre_and_null_for_nowhere():
    found = to_geojson(document(FEATURE, replace(FEATURE, geometry=None)))["features"]

    assert found[0]["geometry"] == {"type": "Point", "coordinates": [69.1234568, 53.9876543]}
    assert found[1]["geometry"] is None
