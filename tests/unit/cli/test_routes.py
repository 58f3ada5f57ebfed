"""Networks are built, listed and removed from the shell; what is missing is said in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from infromap.cli import run
from osm_extract import write_extract

NODES = {"a": (70.0, 50.0), "b": (70.5, 50.2), "c": (71.0, 50.0)}


@pytest.fixture
def extract(tmp_path) -> Path:
    ways = [("a b c", {"highway": "primary"}), ("a c", {"railway": "rail"})]
    return write_extract(tmp_path / "kazakhstan-latest.osm.pbf", NODES, ways)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "networks"


def build(extract: Path, folder: Path, *more: str) -> int:
    return run(["routes", "build", str(extract), "--networks", str(folder), *more])


def one_line(capsys) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("infromap: error: ")
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_network_is_built_with_progress_on_standard_error(capsys, extract, folder):
    status = build(extract, folder)

    captured = capsys.readouterr()
    assert status == 0
    assert captured.out.splitlines()[-1] == str(folder / "kazakhstan.network")
    assert "stage 'ways' is done" in captured.err
    assert all(line.startswith("infromap: ") for line in captured.err.splitlines())
    assert [path.name for path in folder.iterdir()] == ["kazakhstan.network"]


def test_the_list_tells_whose_data_a_network_holds(capsys, extract, folder):
    build(extract, folder, "--name", "kz")
    capsys.readouterr()

    run(["routes", "list", "--networks", str(folder)])

    line = capsys.readouterr().out.splitlines()[1]
    for words in ("kz: ", "kazakhstan-latest.osm.pbf of 2026-11-01", "1 roads, 1 railways", "© OpenStreetMap", "ODbL"):
        assert words in line


def test_a_network_is_removed(capsys, extract, folder):
    build(extract, folder)

    status = run(["routes", "remove", "kazakhstan", "--networks", str(folder)])

    assert status == 0
    assert list(folder.iterdir()) == []


def test_the_environment_names_the_folder_of_networks(monkeypatch, extract, folder):
    monkeypatch.setenv("INFROMAP_NETWORKS", str(folder))

    run(["routes", "build", str(extract)])

    assert (folder / "kazakhstan.network").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["routes"], "ACTION"),
        (["routes", "build", "no-such.osm.pbf"], "no-such.osm.pbf"),
        (["routes", "build", "x.osm.pbf", "--name", "../x"], "no name for a network"),
        (["routes", "build", "."], "no file"),
        (["routes", "remove", "nowhere"], "nowhere"),
        (["routes", "remove", "../nowhere"], "nowhere"),
        (["extract", "x.txt", "--routing", "osrm"], "--routing-server"),
        (["extract", "x.txt", "--routing", "osrm", "--routing-server", "http://localhost"], "--online"),
        (["extract", "x.txt", "--lines-are", "roads"], "--lines FILE"),
        (["extract", "x.txt", "--schematic", "--lines", "x.gpkg"], "--schematic"),
        (["extract", "--batch", ".", "-o", "out.csv", "--lines", "x.gpkg"], "schematic"),
        (["extract", "{brief}", "--lines", "no-such.gpkg"], "no-such.gpkg"),
        (["extract", "{brief}", "--online", "--routing", "osrm", "--routing-server", "here"], "address"),
        (["export", "{brief}", "-o", "map.html", "--lines", "no-such.gpkg"], "no-such.gpkg"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, tmp_path, monkeypatch, brief, arguments, words):
    (tmp_path / "x.txt").write_text("A road from Astana to Almaty.")
    (tmp_path / "x.osm.pbf").write_bytes(b"")
    monkeypatch.chdir(tmp_path)

    status = run([word.replace("{brief}", str(brief)) for word in arguments])

    assert status == 2
    assert words in one_line(capsys)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.osm.pbf", "x.txt"]


def test_tracing_options_may_stand_before_the_command(capfdbinary, tmp_path, brief):
    before = run(["--networks", str(tmp_path), "extract", str(brief)]), capfdbinary.readouterr().out
    behind = run(["extract", str(brief), "--networks", str(tmp_path)]), capfdbinary.readouterr().out

    assert before == behind
    assert before[0] == 0


@pytest.mark.parametrize(
    ("package", "arguments"),
    [
        ("osmium", ["routes", "build", "{extract}", "--networks", "{folder}"]),
        (
            "routingpy",
            ["extract", "{brief}", "--online", "--routing", "osrm", "--routing-server", "http://127.0.0.1:9"],
        ),
        ("rustworkx", ["extract", "{brief}", "--lines", "{lines}", "--lines-are", "roads"]),
    ],
)
def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    capsys, monkeypatch, extract, folder, brief, package, arguments
):
    lines = folder.parent / "lines.geojson"
    lines.write_text('{"type": "LineString", "coordinates": [[70, 50], [71, 50]]}')
    monkeypatch.setitem(sys.modules, package, None)

    status = run([word.format(extract=extract, folder=folder, brief=brief, lines=lines) for word in arguments])

    assert status == 2
    error = one_line(capsys)
    assert f"needs {package}" in error
    assert "pip install 'infromap[routes]'" in error


def test_without_rustworkx_a_network_at_hand_leads_to_a_notice_and_no_error(capsys, monkeypatch, brief, folder):
    nodes = {"a": (67.706, 47.794), "b": (71.645, 48.687), "c": (73.102, 49.802)}
    ways = [("a b c", {"highway": "trunk"})]
    build(write_extract(folder.parent / "kz.osm.pbf", nodes, ways), folder)
    monkeypatch.setitem(sys.modules, "rustworkx", None)
    capsys.readouterr()

    status = run(["extract", str(brief), "--networks", str(folder), "-o", str(folder / "out.geojson")])

    assert status == 0
    assert "needs rustworkx" in (folder / "out.geojson").read_text()


def test_doctor_reports_the_extras_and_the_networks_at_hand(capsys, monkeypatch, extract, folder):
    build(extract, folder)
    (folder / "broken.network").write_bytes(b"no network")
    monkeypatch.setenv("INFROMAP_NETWORKS", str(folder))
    capsys.readouterr()

    run(["doctor"])

    report = capsys.readouterr().out
    for name in ("osmium", "rustworkx", "routingpy", "network"):
        assert f"ok   {name}: " in report
    assert "ok   network: kazakhstan: kazakhstan-latest.osm.pbf of 2026-11-01" in report
    assert "BAD  network: " in report
    assert "build it again" in report


def test_an_interrupted_build_ends_quietly_and_is_picked_up(extract, folder):
    code = f"""
from infromap.cli import routes, run
def stop(text):
    if "stage 'ways' is done" in text:
        raise KeyboardInterrupt
routes._report = stop
raise SystemExit(run(["routes", "build", {str(extract)!r}, "--networks", {str(folder)!r}]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False)

    again = subprocess.run(
        [sys.executable, "-m", "infromap", "routes", "build", str(extract), "--networks", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "going on after the stage 'ways'" in again.stderr
