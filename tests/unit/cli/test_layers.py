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


def test_a_project_keeps_the_layers_that_are_put_onto_it(tmp_path, brief):
    towns, roads = write_points(tmp_path / "towns.gpkg"), write_points(tmp_path / "roads.shp")
    first, second = tmp_path / "first.infromap", tmp_path / "second.infromap"

    assert run(["export", str(brief), str(towns), "-o", str(first)]) == 0
    assert run(["export", str(first), str(roads), str(towns), "-o", str(second)]) == 0
    assert run(["export", str(second), "-o", str(tmp_path / "map.html")]) == 0

    data = page_data(tmp_path / "map.html")
    assert len(data["features"]) == 5
    assert [layer["style"]["name"] for layer in data["layers"]] == ["towns.gpkg", "roads.shp", "towns.gpkg"]


def test_layers_alone_are_a_project(tmp_path):
    project, csv = tmp_path / "towns.infromap", tmp_path / "towns.csv"

    assert run(["export", str(write_points(tmp_path / "towns.gpkg")), "-o", str(project)]) == 0
    assert run(["export", str(project), "-o", str(csv)]) == 0

    assert "Ақтөбе" in csv.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("suffix", [".geojson", ".csv"])
def test_a_table_of_projects_says_that_the_layers_are_not_in_it(tmp_path, brief, capsys, suffix):
    output = tmp_path / f"map{suffix}"

    status = run(["export", str(brief), str(write_points(tmp_path / "towns.gpkg")), "-o", str(output)])

    assert status == 0
    assert "projects alone" in capsys.readouterr().err
    assert "hospital" in output.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("output", "extra", "reason"),
    [
        ("map.csv", ["--size", "800x600"], "--size goes with a .png"),
        ("map.png", ["--landscape"], "--landscape goes with a .pdf"),
        ("map.png", ["--size", "800"], "is no size"),
        ("map.png", ["--size", "9000x9000", "--scale", "4"], "36000 × 36000 pixels cannot be drawn"),
        ("map.png", ["--scale", "9"], "a scale of 9"),
        ("map.pdf", ["--paper", "B5"], "is no paper of ours"),
    ],
)
def test_what_cannot_be_drawn_is_refused_before_anything_is_written(tmp_path, brief, capsys, output, extra, reason):
    status = run(["export", str(brief), "-o", str(tmp_path / output), *extra])

    assert status == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / output).exists()


def test_the_command_line_says_how_a_picture_and_a_document_are_drawn(monkeypatch, tmp_path, brief):
    wanted = []
    monkeypatch.setattr("infromap.cli.drawing.draw", lambda _html, options: wanted.append(options) or b"drawn")

    run(["export", str(brief), "-o", str(tmp_path / "a.png"), "--size", "2400x1600", "--scale", "2"])
    run(["export", str(brief), "-o", str(tmp_path / "a.pdf"), "--paper", "letter", "--landscape"])

    assert wanted[0].pixels == (4800, 3200)
    assert wanted[1].size_mm == (279.4, 215.9)


def test_two_articles_make_no_map(tmp_path, brief, capsys):
    status = run(["export", str(brief), str(brief), "-o", str(tmp_path / "map.html")])

    assert status == 2
    assert "one article" in capsys.readouterr().err


def test_without_a_display_show_writes_the_map_of_a_gis_file(monkeypatch, tmp_path):
    monkeypatch.setattr("infromap.cli.main.has_display", lambda: False)
    monkeypatch.setattr("infromap.cli.drawing.draw", lambda _html, _options: b"a picture")
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
