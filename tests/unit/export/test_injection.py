"""Hostile texts through every file that can be opened into every table and GIS file: text comes out as text."""

import csv
import io
import json
import os
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest

from hostile import as_file_names, hostile_texts
from hostile_inputs import FILES, SENTENCES
from infromap.cli.main import run
from infromap.errors import InfromapError
from infromap.export import save_layer, save_map
from infromap.export.kml import _allowed
from infromap.export.rows import rows_to_table
from infromap.export.table import plain_cell
from infromap.model.text import well_formed
from infromap.pipeline import open_layers, open_map
from infromap.session import compose_state, is_project, open_project, open_state, read_project_file
from infromap.vector import is_layer_file, read_layers

EVERY = bool(os.environ.get("INFROMAP_EVERY_TEXT"))  # make fuzz
TEXTS = hostile_texts()
KML = "{http://www.opengis.net/kml/2.2}"
# What Excel, LibreOffice, Google Sheets and Numbers take for the beginning of a formula, once cells are parted.
SIGNS = tuple("=+-@＝＋－＠\t\r\n")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")  # of a column of numbers: it runs nothing


@pytest.fixture(scope="module", params=FILES)
def document(request, tmp_path_factory):
    """Return the map of a hostile file, by the way that the program opens it."""
    return open_it(FILES[request.param](tmp_path_factory.mktemp("in"), TEXTS))


def open_it(path):
    """Return the map of a file, by the way that the program opens it."""
    if is_project(path):
        opened = read_project_file(path)
        return compose_state(open_project(opened), open_state(opened))
    return open_layers([path]) if is_layer_file(path) else open_map(path)


def runs(cell):
    """Tell whether a spreadsheet would run a cell; it trims what is not seen."""
    seen = re.sub("^[\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff]+", "", cell)
    return not NUMBER.fullmatch(cell) and (cell.startswith(SIGNS) or seen.startswith(SIGNS))


def cells_of(text):
    """Yield the cells of a table as it is parted by commas and, by whoever expects that, by semicolons or tabs."""
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield from row


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:30])
def test_a_cell_runs_nothing_and_keeps_its_text(text):
    cell = plain_cell(text)

    assert not runs(cell)
    assert not any(runs(part) for part in re.split("[;\t\r\n]", cell))
    assert cell.replace("'", "") == text.replace("'", "").replace("\x00", "")


def test_the_check_would_see_a_formula():
    formulas = hostile_texts("formulas")

    assert sum(runs(part) for text in formulas for part in re.split("[;\t\r\n]", text)) > 25


def test_a_table_runs_nothing(document, tmp_path):
    if len(document.layers) > 1 and not document.features:
        document = open_map_of_first(document)
    save_map(document, tmp_path / "map.csv")

    text = (tmp_path / "map.csv").read_text(encoding="utf-8-sig")
    assert [cell for cell in cells_of(text) if runs(cell)] == []
    assert len(text) > 1000 or not document.features


def open_map_of_first(document):
    from dataclasses import replace

    return replace(document, layers=document.layers[:1])


def test_rows_on_the_clipboard_run_nothing(document):
    for layer in document.layers:
        text = rows_to_table(layer.columns, np.arange(len(layer)))
        cells = [cell for row in csv.reader(io.StringIO(text, newline=""), dialect="excel-tab") for cell in row]
        assert [cell for cell in cells if runs(cell)] == []


class Markup(HTMLParser):
    """Reads what a program that shows KML makes of a description."""

    def __init__(self):
        super().__init__()
        self.tags, self.said = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_comment(self, data):
        self.tags.append("comment")

    handle_decl = unknown_decl = handle_pi = handle_comment

    def handle_data(self, data):
        self.said.append(data)


def test_kml_is_xml_whose_descriptions_hold_no_markup(document, tmp_path):
    save_map(document, tmp_path / "map.kml")

    tree = ElementTree.parse(tmp_path / "map.kml")
    names = {each.tag.removeprefix(KML) for each in tree.iter()}
    assert not names & {"NetworkLink", "Link", "Overlay", "Model", "script", "Snippet"}
    assert {each.text for each in tree.iter(f"{KML}text")} <= {"$[description]"}
    for description in tree.iter(f"{KML}description"):
        markup = Markup()
        markup.feed(description.text or "")
        markup.close()
        assert markup.tags == []
        assert "$[" not in description.text
    values = {each.text for tag in ("value", "SimpleData") for each in tree.iter(f"{KML}{tag}")}
    for layer in document.layers:
        for column in layer.columns:
            said = {
                re.sub("\r\n?", "\n", _allowed(each))
                for each in column.values.tolist()
                if isinstance(each, str) and each
            }
            assert said <= {re.sub("\r\n?", "\n", each or "") for each in values}


def test_geojson_says_the_same_texts(document, tmp_path):
    for number, layer in enumerate(document.layers):
        path = tmp_path / f"{number}.geojson"
        save_layer(layer, path)
        rows = [list(each["properties"].values()) for each in json.loads(path.read_text())["features"]]
        for number, column in enumerate(layer.columns):
            before = [well_formed(each) if isinstance(each, str) else None for each in column.values.tolist()]
            assert [row[number] if isinstance(row[number], str) else None for row in rows] == before
    if document.features:
        save_map(document, tmp_path / "map.geojson")
        written = json.loads((tmp_path / "map.geojson").read_text())["features"]
        assert [each["properties"]["name"] for each in written] == [each.name for each in document.features]


def test_a_geopackage_says_the_same_texts_and_has_no_triggers_of_theirs(document, tmp_path):
    save_map(document, tmp_path / "map.gpkg")

    with closing(sqlite3.connect(tmp_path / "map.gpkg")) as file:
        kinds = {kind for (kind,) in file.execute("SELECT DISTINCT type FROM sqlite_master")}
        triggers = [sql for (sql,) in file.execute("SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view')")]
    assert "view" not in kinds
    assert not [sql for sql in triggers if "window.__ran" in sql and "rtree" not in sql]
    assert read_layers(tmp_path / "map.gpkg")


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".csv"])
def test_layers_come_back_with_the_same_texts(tmp_path, suffix):
    (layer,) = read_layers(FILES["geojson"](tmp_path, TEXTS))
    layer = _narrow(layer)

    save_layer(layer, tmp_path / f"again{suffix}")
    (again,) = read_layers(tmp_path / f"again{suffix}")

    before = [_kept(each) for each in layer.columns[0].values.tolist()]
    after = list(again.columns[0].values.tolist())
    if suffix == ".csv":
        before = [plain_cell(each) or None for each in before]
        after = [each if isinstance(each, str | None) else str(each) for each in after]
    assert sorted(map(str, after)) == sorted(map(str, before))  # FlatGeobuf has an order of its own


def _narrow(layer):
    from dataclasses import replace

    return replace(layer, columns=layer.columns[:1])


def _kept(text):
    return well_formed(text).replace("\x00", "")


@pytest.mark.parametrize("way", FILES)
def test_no_text_alone_ends_in_a_traceback(tmp_path, way):
    opened = 0
    for number, text in enumerate(TEXTS[:: 1 if EVERY else 40]):
        (tmp_path / f"{number}").mkdir()
        path = FILES[way](tmp_path / f"{number}", [text, "x"])
        try:
            document = open_it(path)
        except InfromapError:
            continue  # in one line, and nothing is written
        for suffix in (".csv", ".kml", ".geojson", ".html"):
            save_map(document, tmp_path / f"map{suffix}")
        opened += 1

    assert opened > 3


def test_a_file_whose_name_is_no_text_is_mapped(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(SENTENCES)

    for suffix in (".csv", ".kml", ".geojson", ".html", ".gpkg"):
        save_map(open_map(path), tmp_path / f"map{suffix}")
        assert (tmp_path / f"map{suffix}").stat().st_size > 1000


def test_a_name_on_the_command_line_is_a_name(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [f"{name}.txt" for name in as_file_names(TEXTS)[:: 1 if EVERY else 9]]
    for name in names:
        (tmp_path / name).write_text(SENTENCES)

        status = run(["extract", "--", name])

        printed, told = capfd.readouterr()
        assert (status, told) == (0, "")
        assert json.loads(printed)["article"]["source"] == name
        assert run(["export", f"./{name}.gone", "-o", "map.html"]) == 2
        told = capfd.readouterr().err
        assert told.count("\n") == 1
        assert told.rstrip("\n").isprintable() or not name.isprintable()
        assert not set(told.rstrip("\n")) & {chr(code) for code in (*range(32), *range(127, 160))}
    assert len(names) > 15
    assert not (tmp_path / "ran").exists()
