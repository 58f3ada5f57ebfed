"""Files made to hurt, and things that are no files: each is read or refused in one line, in time and in bounds.

All of them by their readers; those that a map is opened from by the command and by a real window too, a few in
``make test`` and all where INFROMAP_ODD is set (``make fuzz``).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz import try_files
from hurting import HURTING, asking, asking_from_a_database
from readers import LAYERS, NAMES, suffix_of

from gis_files import write_points
from tile_files import write_mbtiles

pytestmark = [pytest.mark.qt, pytest.mark.slow]

ARTICLES = ("text", "markdown", "html", "pdf")
TILES = ("mbtiles", "pmtiles")
OPENED = (*ARTICLES, *LAYERS, "project", *TILES)  # what a window opens
FEW = (
    "NUL.text", "deep.html", "bomb.pdf", "infinite.geojson", "swapped.geojson", "half letters.geojson", "laughs.kml",
    "traversal.kmz", "bomb beside.zip", "endless.geopackage", "lying line.geopackage", "billions of rows.shapefile",
    "lying count.flatgeobuf", "swapped.csv", "device.project", "odd letters.project", "no picture.mbtiles",
    "many entries.pmtiles",
)  # fmt: skip
LONG = (  # take seconds each
    "long line.text", "long word.text", "long line.markdown", "long heading.markdown", "stars.markdown",
    "long line.html", "many attributes.html", "deep.html", "many files.zip", "many columns.csv", "many lines.pasted",
    "bomb of bombs.pdf", "many columns.geojson", "open quote.csv", "many times the same.zip",
)  # fmt: skip
ALL = bool(os.environ.get("INFROMAP_ODD"))
CASES = tuple(HURTING) if ALL else FEW


def folder(path):
    path.mkdir()


def fifo(path):
    os.mkfifo(path)


def dead_link(path):
    path.symlink_to(path.with_name("nothing"))


def loop_of_links(path):
    path.symlink_to(path)


def link(path):
    path.with_name(f"{path.name}.real").write_bytes(b"a road")
    path.symlink_to(f"{path.name}.real")


def nothing(path):
    del path


def empty(path):
    path.write_bytes(b"")


def device(path):
    path.symlink_to("/dev/zero")


def forbidden(path):
    path.write_bytes(b"a road")
    path.chmod(0)


ODD = (folder, fifo, dead_link, loop_of_links, link, nothing, empty, device, forbidden)


def odd_files(where: Path, name: str) -> list[Path]:
    """Make things that are no files, or no files to read, for a reader, which is named behind a comma."""
    end = f", {name}{suffix_of(name)}"
    paths = [where / f"{make.__name__}{end}" for make in ODD]
    for make, path in zip(ODD, paths, strict=True):
        make(path)
    named = where / f"a\n\x1b[31m\udcff{end}"
    named.write_bytes(b"\0")
    return [*paths, named, where / f"{'long name' * 40}{end}", where / f"NUL\0{end}", where / "gone" / f"a{end}"]


@pytest.mark.parametrize(
    ("way", "names"),
    [
        ("any", [name for name in NAMES if name not in ("settings", "shapefile parts", "pasted")]),
        ("command", ["text", "geojson", "csv", "project"]),
        ("window", ["text", "geojson", "csv", "project"]),
    ],
)
def test_what_is_no_file_is_refused(way, names, tmp_path):
    assert try_files(way, [path for name in names for path in odd_files(tmp_path, name)]) == {}


def made(case: str, tmp_path: Path) -> Path:
    """Write a file made to hurt."""
    title, _, reader = case.partition(".")
    where = tmp_path / case
    where.mkdir()
    path = tmp_path / f"{title}, {reader}{suffix_of(reader)}"
    path.write_bytes(HURTING[case](where))
    return path


@pytest.mark.parametrize(
    ("way", "cases"),
    [
        ("any", [case for case in HURTING if ALL or case not in LONG]),
        ("command", [case for case in CASES if case.partition(".")[2] in (*ARTICLES, *LAYERS, "project")]),
        ("window", [case for case in CASES if case.partition(".")[2] in OPENED]),
    ],
)
def test_files_made_to_hurt_are_read_or_refused(way, cases, tmp_path):
    assert try_files(way, [made(case, tmp_path) for case in cases]) == {}
    assert list(Path("/tmp").glob("infromap-was-here*")) == []


def test_a_pipe_beside_a_file_holds_nobody_up(tmp_path):
    """Let GDAL and SQLite find pipes where they look for the parts of a Shapefile and for a log."""
    write_points(tmp_path / "a.shp")
    write_points(tmp_path / "b.gpkg")
    write_mbtiles(tmp_path / "c.mbtiles", {(0, 0, 0): b"\x89PNG\r\n\x1a\n"})
    (tmp_path / "a.dbf").unlink()
    for name in ("a.dbf", "b.gpkg-journal", "c.mbtiles-journal"):
        os.mkfifo(tmp_path / name)
    program = (
        "import sys; from pathlib import Path; from infromap.errors import InfromapError\n"
        "from infromap.vector import plan_file; from infromap.gui.page.tile_file import open_tile_file\n"
        "for name in sys.argv[1:]:\n"
        "    try: (open_tile_file if name.endswith('mbtiles') else plan_file)(Path(name))\n"
        "    except InfromapError as error: print(error)"
    )

    names = [str(tmp_path / name) for name in ("a.shp", "b.gpkg", "c.mbtiles")]
    done = subprocess.run([sys.executable, "-c", program, *names], capture_output=True, text=True, timeout=300)

    assert done.stdout.count("is a pipe or a device; take it away") == 3, done.stdout + done.stderr


@pytest.mark.parametrize("way", ["command", "window"])
def test_no_file_makes_its_reader_ask_a_server(way, tmp_path, geocoding_server, monkeypatch):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    files = asking(geocoding_server.url)
    paths = [tmp_path / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    paths.append(tmp_path / "asking.gpkg")
    paths[-1].write_bytes(asking_from_a_database(geocoding_server.url, tmp_path))

    assert try_files(way, paths) == {}
    assert geocoding_server.times == []


def test_an_entity_brings_no_other_file_into_a_map(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("precious", encoding="utf-8")
    outputs = []
    for name, content in asking(f"file://{tmp_path}").items():
        path = tmp_path / name
        path.write_bytes(content.replace(f"file://{tmp_path}/entity".encode(), f"file://{secret}".encode()))
        outputs.append(tmp_path / f"{name}.html")
        command = [sys.executable, "-m", "infromap", "export", str(path), "-o", str(outputs[-1])]
        if name in ("entity.html", "entity.kml", "entity.gpx", "frames.html"):
            subprocess.run(command, capture_output=True, check=False)

    written = [path.read_text(encoding="utf-8") for path in outputs if path.exists()]
    assert written
    assert [page for page in written if "precious" in page] == []


def test_a_geopackage_with_a_log_is_read_from_a_disk_that_cannot_be_written(tmp_path):
    import sqlite3

    path = write_points(tmp_path / "a.gpkg")
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode = WAL")
    file.close()
    program = "from pathlib import Path; from infromap.vector import read_layers; print(read_layers(Path('a.gpkg')))"
    mount = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,ro,bind {tmp_path} && cd {tmp_path}"
    command = f'{mount} && exec {sys.executable} -c "{program}"'
    done = subprocess.run(["unshare", "-rm", "sh", "-c", command], capture_output=True, text=True)
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip(f"no file system of its own here: {done.stderr.strip()}")

    assert "Kokshetau" in done.stdout or "VectorError" in done.stderr.splitlines()[-1], done.stderr


def test_a_file_that_vanishes_while_it_is_read_is_told(tmp_path):
    """Read files that others make, cut and take away all the while."""
    program = Path(__file__).with_name("vanishing.py")

    done = subprocess.run([sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, check=True)

    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["refused"]
