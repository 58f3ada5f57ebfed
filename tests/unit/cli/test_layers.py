"""GIS files on the command line."""

import json
import re

import pytest

from gis_files import write_points
from infromap.cli import run


def page_data(path):
    block = re.search(
        r'<script type="application/json" id="infromap-data">(.*?)</script>', path.read_text("utf-8"), re.S
    )
    return json.loads(block.group(1))


def test_a_gis_file_alone_becomes_a_map_called_after_it(tmp_path):
    status = run(["export", str(write_points(tmp_path / "towns.gpkg")), "-o", str(tmp_path / "map.html")])

    data = page_data(tmp_path / "map.html")
    assert status == 0
    assert data["title"] == "towns.gpkg"
    assert data["features"] == []
    assert [(layer["style"]["name"], layer["count"]) for layer in data["layers"]] == [("towns.gpkg", 3)]


def test_a_gis_file_lies_on_the_map_of_an_article(tmp_path, brief):
    files = [str(write_points(tmp_path / "towns.gpkg")), str(brief)]

    status = run(["export", *files, "-o", str(tmp_path / "map.html")])

    data = page_data(tmp_path / "map.html")
    assert status == 0
    assert len(data["features"]) == 5
    assert len(data["layers"]) == 1


def test_a_gis_file_lies_on_the_map_of_a_project_file(tmp_path, brief):
    towns, project = write_points(tmp_path / "towns.gpkg"), tmp_path / "kept.infromap"
    assert run(["export", str(brief), "-o", str(project)]) == 0

    status = run(["export", str(project), str(towns), "-o", str(tmp_path / "map.html")])

    data = page_data(tmp_path / "map.html")
    assert status == 0
    assert (len(data["features"]), len(data["layers"])) == (5, 1)


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".gpkg", ".infromap"])
def test_a_file_without_the_layers_is_refused(tmp_path, brief, capsys, suffix):
    output = tmp_path / f"map{suffix}"

    status = run(["export", str(brief), str(write_points(tmp_path / "towns.gpkg")), "-o", str(output)])

    assert status == 2
    assert "layers" in capsys.readouterr().err
    assert not output.exists()


def test_two_articles_make_no_map(tmp_path, brief, capsys):
    status = run(["export", str(brief), str(brief), "-o", str(tmp_path / "map.html")])

    assert status == 2
    assert "one article" in capsys.readouterr().err


def test_without_a_display_show_writes_the_map_of_a_gis_file(monkeypatch, tmp_path):
    monkeypatch.setattr("infromap.cli.main.has_display", lambda: False)
    monkeypatch.setattr("infromap.cli.main._draw_picture", lambda _html, _width, _height: b"a picture")
    monkeypatch.chdir(tmp_path)

    status = run([str(write_points(tmp_path / "towns.gpkg"))])

    assert status == 0
    assert page_data(tmp_path / "infromap-map.html")["title"] == "towns.gpkg"


def test_a_file_without_a_coordinate_system_names_the_option_and_the_option_works(tmp_path, capsys):
    towns = write_points(tmp_path / "towns.shp")
    towns.with_suffix(".prj").unlink()
    output = tmp_path / "map.html"

    assert run(["export", str(towns), "-o", str(output)]) == 2
    assert "name it with --crs EPSG:" in capsys.readouterr().err
    assert run(["export", str(towns), "--crs", "EPSG:4326", "-o", str(output)]) == 0
    assert page_data(output)["layers"][0]["count"] == 3


def test_a_coordinate_system_that_does_not_exist_is_told(tmp_path, capsys):
    towns = write_points(tmp_path / "towns.shp")
    towns.with_suffix(".prj").unlink()

    status = run(["export", str(towns), "--crs", "EPSG:1", "-o", str(tmp_path / "map.html")])

    assert status == 2
    assert "its coordinate system cannot be used" in capsys.readouterr().err
