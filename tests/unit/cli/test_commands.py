import io
import json
import sys

import pytest

import infromap
from infromap.cli import run
from infromap.cli.parser import parse_arguments


def one_line(capsys) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("infromap: error: ")
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "no-such-file.txt"], "no-such-file.txt"),
        (["extract", "."], "folder"),
        (["export", "no-such-file.txt", "-o", "map.html"], "no-such-file.txt"),
        (["export", "no-such-file.txt", "-o", "map.docx"], "map.docx"),
        (["extract"], "FILE"),
        (["extract", "--frobnicate", "x"], "frobnicate"),
        (["extract", "--online", "--offline", "x"], "--offline"),
        (["extract", "https://example.org/article"], "--online"),
        (["https://example.org/article"], "--online"),
        (["geocode", "Astana", "--country", "Kazakhstan"], "Kazakhstan"),
        (["geocode", "Astana", "--limit", "0"], "0"),
        (["extract", "x", "--language", "fr"], "fr"),
        (["export", "x", "-o", "map.html", "--tiles", "OpenTopoMap"], "--online"),
        (["export", "x", "-o", "map.html", "--online", "--tiles", "OpenStreetMap.Mapnik"], "Referer"),
        (["export", "x", "-o", "map.kml", "--online", "--tiles", "OpenTopoMap"], ".html"),
        (["export", "x", "-o", "map.html", "--tiles", "steppe.mbtiles"], ".png"),
        (["export", "x", "-o", "map.gpkg", "--tiles", "steppe.mbtiles"], ".png"),
        (["--tiles", "Nowhere.Atall", "--online", "export", "x", "-o", "map.html"], "Nowhere.Atall"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)

    status = run(arguments)

    assert status == 2
    assert words in one_line(capsys)
    assert list(tmp_path.iterdir()) == []


def test_extract_reads_standard_input(monkeypatch, capfdbinary, brief):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(brief.read_bytes())))

    status = run(["extract", "-"])

    assert status == 0
    assert len(json.loads(capfdbinary.readouterr().out)["features"]) == 5


def test_extract_writes_the_same_to_a_file(tmp_path, capfdbinary, brief):
    run(["extract", str(brief)])
    printed = capfdbinary.readouterr().out

    run(["extract", str(brief), "-o", str(tmp_path / "out.geojson")])

    assert (tmp_path / "out.geojson").read_bytes() == printed


def test_geocode_prints_ranked_places(capsys):
    status = run(["geocode", "Karaganda", "--country", "KZ", "--json"])

    places = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (places[0]["country"], round(places[0]["lon"]), round(places[0]["lat"])) == ("KZ", 73, 50)
    keys = ("name", "lon", "lat", "country", "type", "population", "accuracy_km", "source", "score")
    assert set(keys) <= set(places[0])
    assert [place["score"] for place in places] == sorted((place["score"] for place in places), reverse=True)


def test_geocode_prints_a_table(capsys):
    run(["geocode", "Almaty"])

    head, first, *_ = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["score", "name", "country", "type"]
    assert "KZ" in first.split()


@pytest.mark.parametrize("options", [["--offline"], ["-v"], ["--language", "ru"], ["--language=ru", "--offline"]])
def test_common_options_stand_before_or_behind_the_command(capsys, options):
    before = run([*options, "geocode", "Almaty"]), capsys.readouterr().out
    behind = run(["geocode", "Almaty", *options]), capsys.readouterr().out

    assert before == behind
    assert before[0] == 0


def test_an_unknown_place_is_said_to_be_unknown(capsys):
    status = run(["geocode", "Xqzzyvnplacethatisnot"])

    captured = capsys.readouterr()
    assert (status, captured.out) == (2, "")
    assert "Xqzzyvnplacethatisnot" in captured.err


def test_doctor_looks_at_packages_and_data(capsys):
    run(["doctor"])

    report = capsys.readouterr().out
    for subject in ("program", "folium", "web engine", "gazetteer", "base map", "display", "network"):
        assert f"  {subject}: " in report


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as stop:
        run(["--version"])

    assert stop.value.code == 0
    assert capsys.readouterr().out == f"infromap {infromap.__version__}\n"


def test_without_a_display_show_would_write_files_where_it_can(monkeypatch, tmp_path, capsys, brief):
    monkeypatch.setattr("infromap.cli.main.has_display", lambda: False)
    monkeypatch.setattr("infromap.cli.drawing.draw", lambda _html, _options: b"a picture")
    monkeypatch.chdir(tmp_path)

    status = run([str(brief)])

    assert status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["infromap-map.html", "infromap-map.png"]
    assert str(tmp_path / "infromap-map.html") in capsys.readouterr().out


def test_without_a_language_the_window_chooses_and_files_are_english(tmp_path, brief):
    assert parse_arguments([str(brief)]).language is None

    run(["export", str(brief), "-o", str(tmp_path / "map.html")])

    assert '<html lang="en"' in (tmp_path / "map.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "a.html", "-o", "a.html"],
        ["extract", "a.infromap", "-o", "a.infromap"],
        ["export", "a.html", "-o", "./a.html"],
        ["export", "a.geojson", "-o", "a.geojson"],
        ["export", "a.html", "a.geojson", "-o", "a.geojson"],
        ["export", "a.html", "--lines", "a.geojson", "-o", "a.geojson"],
    ],
)
def test_no_command_writes_over_what_it_reads(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    files = {
        "a.html": "<html><body><p>The AIIB lends for a road from Aktobe to Karabutak.</p></body></html>",
        "a.geojson": '{"type": "LineString", "coordinates": [[57.2, 50.3], [60.1, 49.9]]}',
        "text.txt": "The AIIB lends for a road from Aktobe to Karabutak.",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert run(["export", "text.txt", "-o", "a.infromap"]) == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    status = run(arguments)

    assert status == 2
    assert "is the file that is read" in one_line(capsys)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_project_may_be_written_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The AIIB lends for a road from Aktobe to Karabutak.")

    assert run(["export", "a.txt", "-o", "a.infromap"]) == 0
    assert run(["export", "a.infromap", "-o", "a.infromap"]) == 0
