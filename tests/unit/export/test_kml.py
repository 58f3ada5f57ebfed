"""The KML: fields and sources of projects, layers, and nothing in it that could run."""

from dataclasses import replace
from xml.etree import ElementTree

import pyogrio
import pytest
import shapely

from infromap.compose import add_layers
from infromap.export import save_layer, save_map
from infromap.pipeline import open_map
from infromap.vector import read_layers
from layers import make_layer

KML = "{http://www.opengis.net/kml/2.2}"
HOSTILE = "<script>alert(1)</script> & ]]> \x00\x1b \ud800 $[x]"


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def placemarks(path):
    return list(ElementTree.parse(path).iter(f"{KML}Placemark"))


def fields(placemark):
    of_schema = {data.get("name"): data.text for data in placemark.iter(f"{KML}SimpleData")}
    return of_schema or {data.get("name"): data.findtext(f"{KML}value") for data in placemark.iter(f"{KML}Data")}


def test_each_project_has_its_place_its_style_and_all_its_fields(tmp_path, document):
    save_map(document, tmp_path / "map.kml")

    marks = placemarks(tmp_path / "map.kml")
    assert [mark.findtext(f"{KML}name") for mark in marks] == [feature.name for feature in document.features]
    assert [mark.findtext(f"{KML}styleUrl") for mark in marks][:2] == ["#kind-hospital", "#kind-wind-power"]
    hospital = fields(marks[0])
    assert hospital["kind"] == "hospital"
    assert "Kokshetau" in hospital["place_sources"]
    assert "GeoNames" in hospital["place_sources"]
    for fact in document.features[0].fact_rows:
        assert f"{fact.key}: {fact.value}" in hospital["other_sources"]
        assert fact.source.name in hospital["other_sources"]
    styles = {style.get("id"): style for style in ElementTree.parse(tmp_path / "map.kml").iter(f"{KML}Style")}
    assert styles["kind-hospital"].findtext(f"{KML}IconStyle/{KML}color") == "ff3f26b3"


def test_a_project_that_is_nowhere_has_no_geometry_and_the_others_theirs(tmp_path, document):
    save_map(document, tmp_path / "map.kml")

    table = pyogrio.raw.read(tmp_path / "map.kml", layer=document.title)
    shapes = [shapely.from_wkb(each) if each is not None else None for each in table[2]]
    for shape, feature in zip(shapes, document.features, strict=True):
        assert (shape is None or shape.is_empty) == (feature.geometry is None)
        assert feature.geometry is None or shapely.equals_exact(shape, feature.geometry, tolerance=1e-9)


def test_the_description_is_plain_text_even_for_what_shows_it_as_html(tmp_path, document):
    hostile = replace(document.features[0], name=HOSTILE)
    save_map(replace(document, title=HOSTILE, features=(hostile,)), tmp_path / "map.kml")

    (mark,) = placemarks(tmp_path / "map.kml")
    description = mark.findtext(f"{KML}description")
    assert "<" not in description
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in description
    balloons = [
        each.findtext(f"{KML}text") for each in ElementTree.parse(tmp_path / "map.kml").iter(f"{KML}BalloonStyle")
    ]
    assert set(balloons) == {"$[description]"}
    assert mark.findtext(f"{KML}name").startswith("<script>alert(1)</script> & ]]>")


def test_rows_of_layers_stand_in_a_folder_of_their_own(tmp_path, document):
    towns = make_layer(["POINT Z (69.4 53.3 230)", None], "towns.gpkg", name=["Көкшетау", None], number=[1, 2])
    save_map(add_layers(document, [towns]), tmp_path / "map.kml")

    folders = [each.findtext(f"{KML}name") for each in ElementTree.parse(tmp_path / "map.kml").iter(f"{KML}Folder")]
    first, second = placemarks(tmp_path / "map.kml")[-2:]
    assert folders == [document.title, "towns.gpkg"]
    assert fields(first) == {"name": "Көкшетау", "number": "1"}
    assert first.findtext(f"{KML}Point/{KML}coordinates") == "69.4,53.3,230.0"
    assert (second.findtext(f"{KML}name"), fields(second)) == ("2", {"number": "2"})


def test_areas_keep_their_holes(tmp_path):
    area = "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))"
    save_layer(make_layer([area, f"MULTI{area.replace('((', '(((').replace('2))', '2)))')}"]), tmp_path / "a.kml")

    shapes = shapely.from_wkb(pyogrio.raw.read(tmp_path / "a.kml")[2])
    assert all(shapely.equals(each, shapely.from_wkt(area)) for each in shapes)


def test_a_height_that_is_no_number_is_left_out(tmp_path):
    save_layer(make_layer([shapely.Point(1, 2, float("nan"))]), tmp_path / "a.kml")

    assert placemarks(tmp_path / "a.kml")[0].findtext(f"{KML}Point/{KML}coordinates") == "1.0,2.0"


def test_the_rows_of_a_layer_come_back_with_their_columns_whatever_these_are_called(tmp_path):
    layer = make_layer(
        [(1, 2), (3, 4)],
        **{"Число": [1, 2**40], "Место": ["Ақтөбе", None], "a & <b>": [0.5, None], "open": [True, False], "n": [7, -7]},
    )

    save_layer(layer, tmp_path / "rows.kml")

    again = read_layers(tmp_path / "rows.kml")[0]
    for column in layer.columns:
        found = again.column(column.name)
        assert [None if value != value else value for value in found.values.tolist()] == [
            None if value != value else value for value in column.values.tolist()
        ], column.name
