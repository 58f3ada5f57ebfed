"""Rows for the clipboard."""

import csv
import io
import json

import numpy as np

from infromap.export.rows import rows_to_geojson, rows_to_table
from layers import make_layer

LAYER = make_layer(
    [(69.39, 53.28), None, "LINESTRING (67 47, 73 49)"],
    name=["Kokshetau", "=HYPERLINK(1)", "tab\there\nand there"],
    people=[150_000, -5, 7],
    share=[0.5, None, float("inf")],
)


def test_rows_become_a_table_that_reads_back_as_it_was():
    text = rows_to_table(LAYER.columns, np.array([2, 0]))

    table = list(csv.reader(io.StringIO(text), dialect="excel-tab"))
    assert table == [
        ["name", "people", "share"],
        ["tab\there\nand there", "7", "inf"],
        ["Kokshetau", "150000", "0.5"],
    ]


def test_no_text_becomes_a_formula_and_negative_numbers_stay_numbers():
    text = rows_to_table(LAYER.columns, np.array([1]))

    assert text.splitlines()[1] == "'=HYPERLINK(1)\t-5\t"


def test_rows_become_geojson():
    collection = json.loads(rows_to_geojson(LAYER, LAYER.columns[:2], np.array([0, 1])))

    assert collection["type"] == "FeatureCollection"
    first, second = collection["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [69.39, 53.28]}
    assert first["properties"] == {"name": "Kokshetau", "people": 150_000}
    assert second["geometry"] is None


def test_geojson_has_no_number_that_json_does_not_know():
    text = rows_to_geojson(LAYER, LAYER.columns, np.array([2]))

    assert (
        json.loads(text, parse_constant=lambda name: AssertionError(name))["features"][0]["properties"]["share"]
        == "inf"
    )
