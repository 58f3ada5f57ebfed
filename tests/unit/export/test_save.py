"""What of a map goes into which file: all fields, all sources, layers or not."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pyogrio
import pytest
import shapely

from infromap.compose import add_layers, compose_layers
from infromap.errors import ExportError
from infromap.export import DocumentOptions, PictureOptions, save_map
from infromap.model.mapdoc import Row
from infromap.model.provenance import Source
from infromap.pipeline import open_map
from infromap.vector import read_layer, read_layers
from layers import make_layer

TOWNS = make_layer(
    ["POINT Z (69.4 53.3 230.5)", "LINESTRING (1 2, 3 4)", None],
    "sites.gpkg",
    name=["Көкшетау", "a", None],
    number=[1, 2, 3],
)


BY_HAND = Source(name="by hand", date="2026-11-25")


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def rows(path, layer):
    meta, _, shapes, values = pyogrio.raw.read(path, layer=layer)
    columns = dict(zip(meta["fields"], values, strict=True))
    return [{name: column[i] for name, column in columns.items()} for i in range(len(values[0]))], shapes


def test_a_geopackage_has_each_fact_with_its_words_and_its_source(tmp_path, document):
    save_map(document, tmp_path / "map.gpkg")

    facts, _ = rows(tmp_path / "map.gpkg", "facts")
    for feature in document.features:
        own = [each for each in facts if each["project_id"] == feature.id]
        said = {(each["field"], each["value"], each["quote"]) for each in own if each["part"] == "article"}
        assert {(row.key, row.value, row.quote.text) for row in feature.article_rows} <= said
        others = [(e["field"], e["value"], e["source"], e["source_url"]) for e in own if e["part"] == "other source"]
        assert others == [(row.key, row.value, row.source.name, row.source.url) for row in feature.fact_rows]
        assert {each["field"] for each in own if each["part"] == "place"} == {r.mention.name for r in feature.resolved}
    for each in facts:
        assert each["source"] or each["part"] == "place"
        if each["quote"] is not None:
            start, end = int(each["quote_start"]), int(each["quote_end"])
            assert document.reading.article.text[start:end] == each["quote"]
        else:
            assert np.isnan(each["quote_start"])
    assert [each["field"] for each in facts if each["project_id"] is None] == [r.key for r in document.summary_rows]


def test_empty_cells_of_a_geopackage_are_null_and_not_empty_text(tmp_path, document):
    save_map(document, tmp_path / "map.gpkg")

    (wind,), _ = rows(tmp_path / "map.gpkg", "not_located")
    assert (wind["capacity"], wind["status"]) == ("220 MW", None)


def test_layers_go_into_a_geopackage_exactly_each_as_a_table(tmp_path, document):
    save_map(add_layers(document, [TOWNS, TOWNS]), tmp_path / "map.gpkg")

    names = [name for name, _ in pyogrio.list_layers(tmp_path / "map.gpkg")]
    assert set(names) == {"sites", "lines", "not_located", "articles", "facts", "sites.gpkg", "sites.gpkg_2"}
    for name in ("sites.gpkg", "sites.gpkg_2"):
        found = read_layer(tmp_path / "map.gpkg", layer=name)
        assert [each and shapely.to_wkt(each) for each in found.geometry] == [
            each and shapely.to_wkt(each) for each in TOWNS.geometry
        ]
        assert [found.row(i) for i in range(3)] == [TOWNS.row(i) for i in range(3)]
        assert pyogrio.read_info(tmp_path / "map.gpkg", layer=name)["crs"] == "EPSG:4326"


def test_a_layer_that_is_called_like_a_table_of_ours_gets_a_number(tmp_path, document):
    save_map(add_layers(document, [replace(TOWNS, name="Sites")]), tmp_path / "map.gpkg")

    assert "Sites_2" in [name for name, _ in pyogrio.list_layers(tmp_path / "map.gpkg")]


def test_a_map_of_layers_alone_has_no_empty_tables_of_projects(tmp_path):
    save_map(compose_layers([TOWNS]), tmp_path / "map.gpkg")

    assert [layer.name for layer in read_layers(tmp_path / "map.gpkg")] == ["map.gpkg"]


@pytest.mark.parametrize("suffix", [".geojson", ".csv"])
def test_one_table_holds_the_projects_and_says_that_layers_are_missing(tmp_path, document, suffix):
    save_map(document, tmp_path / f"alone{suffix}")

    told = save_map(add_layers(document, [TOWNS]), tmp_path / f"map{suffix}")

    assert "projects alone" in told[0]
    written = (tmp_path / f"map{suffix}").read_bytes()
    if suffix == ".csv":
        assert written == (tmp_path / f"alone{suffix}").read_bytes()
    else:  # the layer's file is credited
        assert json.loads(written)["features"] == json.loads((tmp_path / "alone.geojson").read_bytes())["features"]


@pytest.mark.parametrize("suffix", [".geojson", ".csv"])
def test_one_table_of_a_map_without_article_holds_its_layer(tmp_path, suffix):
    assert save_map(compose_layers([TOWNS]), tmp_path / f"map{suffix}") == ()
    assert "Көкшетау" in (tmp_path / f"map{suffix}").read_text(encoding="utf-8-sig")

    with pytest.raises(ExportError, match="this map has 2"):
        save_map(compose_layers([TOWNS, TOWNS]), tmp_path / f"two{suffix}")
    assert not (tmp_path / f"two{suffix}").exists()


def test_a_csv_names_the_source_of_each_fact_and_runs_no_formula(tmp_path, document):
    hostile = replace(document.features[0], location_note="=HYPERLINK(1)")
    save_map(replace(document, features=(hostile, *document.features[1:])), tmp_path / "map.csv")

    text = (tmp_path / "map.csv").read_text(encoding="utf-8-sig")
    first, *_ = csv.DictReader(io.StringIO(text, newline=""))
    assert first["location_note"] == "'=HYPERLINK(1)"
    assert all(row.source.name in first["other_sources"] for row in document.features[0].fact_rows)
    assert "GeoNames" in first["place_sources"]
    assert "place: Kokshetau" in first["article_says"]
    assert not [cell for cell in first.values() if cell.startswith(("=", "+", "@"))]


def test_whoever_draws_gets_what_is_wanted(tmp_path, document):
    wanted = []

    def draw(html, options):
        wanted.append((html, options))
        return b"drawn"

    save_map(document, tmp_path / "a.png", draw=draw, options=PictureOptions(width=800, height=600, scale=3))
    save_map(document, tmp_path / "a.pdf", draw=draw)

    assert [options for _, options in wanted] == [PictureOptions(width=800, height=600, scale=3), DocumentOptions()]
    assert wanted[0][0].startswith("<!DOCTYPE html>")
    assert (tmp_path / "a.pdf").read_bytes() == b"drawn"


@pytest.mark.parametrize(
    "size", [{"width": 100, "height": 900}, {"width": 20_000, "height": 900}, {"scale": 5.0}, {"scale": float("nan")},
             {"width": 10_000, "height": 10_000, "scale": 1.5}],
)  # fmt: skip
def test_a_picture_that_cannot_be_drawn_is_refused_before_it_is_tried(tmp_path, document, size):
    def draw(*_):
        raise AssertionError("must not be asked")

    with pytest.raises(ExportError, match=r"a\.png"):
        save_map(document, tmp_path / "a.png", draw=draw, options=PictureOptions(**size))
    assert list(tmp_path.iterdir()) == []


def test_what_the_user_corrected_is_named_in_the_files(tmp_path, document):
    said = Row(
        key="place", value="51.16, 71.47", source=Source(name="by hand", date="2026-11-25"), note="was Kokshetau"
    )
    corrected = replace(document.features[0], correction_rows=(said,))
    changed = replace(document, features=(corrected, *document.features[1:]))

    save_map(changed, tmp_path / "map.gpkg")
    save_map(changed, tmp_path / "map.csv")

    located, _ = rows(tmp_path / "map.gpkg", "sites")
    assert located[0]["corrections"] == "place: 51.16, 71.47 (was Kokshetau, by hand, 2026-11-25)"
    assert located[0]["corrected"] == "place by hand, 2026-11-25"
    assert "was Kokshetau, by hand, 2026-11-25" in (tmp_path / "map.csv").read_text(encoding="utf-8-sig")
    assert np.sum([each["part"] == "by hand" for each in rows(tmp_path / "map.gpkg", "facts")[0]]) == 1
