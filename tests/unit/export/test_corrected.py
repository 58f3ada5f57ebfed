"""Every table and every layer says what was corrected by hand, and when."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest

from corrections import IRGIZ, choose, edit, move
from infromap.article import read_article
from infromap.export import save_map
from infromap.pipeline import build_map
from infromap.session import apply_corrections


@pytest.fixture(scope="module")
def document(brief):
    base = build_map(read_article(brief))
    hospital, _, _, road, _ = base.features
    made = [
        move(hospital, "Kokshetau", 69.41, 53.3),
        edit(hospital, "note", "=1+1"),
        choose(road, "Ulgaisyn", IRGIZ, date="2026-12-01"),
    ]
    return apply_corrections(base, made)


def test_geojson_lists_what_holds_now_and_what_the_program_had_found(document, tmp_path):
    save_map(document, tmp_path / "map.geojson")

    hospital, plant, *_ = json.loads((tmp_path / "map.geojson").read_text())["features"]
    assert hospital["properties"]["corrections"] == [
        {
            "what": "point",
            "value": "Kokshetau: 53.3000° N, 69.4100° E, ±3 km",
            "found": "Kokshetau, KZ, 53.2841° N, 69.3936° E (GeoNames)",
            "date": "2026-11-25",
        },
        {"what": "note", "value": "=1+1", "found": None, "date": "2026-11-25"},
    ]
    assert (hospital["properties"]["geometry_method"], hospital["properties"]["note"]) == ("drawn", "=1+1")
    assert hospital["properties"]["resolved"][0]["source"] == "by hand"
    assert (plant["properties"]["corrections"], plant["properties"]["note"]) == ([], None)


def test_csv_has_columns_for_note_and_corrections_and_no_formula(document, tmp_path):
    save_map(document, tmp_path / "map.csv")

    rows = list(csv.DictReader((tmp_path / "map.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["corrected"] == "point by hand, 2026-11-25; note by hand, 2026-11-25"
    assert rows[0]["note"] == "'=1+1"
    assert [row["corrected"] for row in rows[1:]] == ["", "", "chosen place by hand, 2026-12-01", ""]


def test_geopackage_has_the_same_columns_in_each_layer(document, tmp_path):
    save_map(document, tmp_path / "map.gpkg")

    with closing(sqlite3.connect(tmp_path / "map.gpkg")) as database:
        told = {
            layer: database.execute(f"SELECT corrected, note FROM {layer}").fetchall()
            for layer in ("sites", "lines", "not_located")
        }
    assert told["sites"] == [("point by hand, 2026-11-25; note by hand, 2026-11-25", "=1+1")]
    assert ("chosen place by hand, 2026-12-01", None) in told["lines"]
    assert told["not_located"] == [(None, None)]
