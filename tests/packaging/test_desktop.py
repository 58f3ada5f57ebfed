"""What makes infromap one of the desktop's programs is valid, and comes to where the desktop looks for it."""

import os
import shutil
import struct
import subprocess
import time
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "resources" / "desktop"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def run(*command: object, **environment: str) -> subprocess.CompletedProcess:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, env={**os.environ, **environment})


def read_entry(file: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(file, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def wait_for(file: Path) -> None:
    deadline = time.monotonic() + 20
    while not (file.exists() and file.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)


def tool(name: str) -> str:
    return shutil.which(name) or pytest.skip(f"{name} is not installed")


@pytest.fixture
def program(tmp_path) -> Path:
    """Return a program of a name that shells and desktop entries must quote."""
    path = tmp_path / "my \"$programs\" `and` 'more'" / "infromap"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/started"\n')
    path.chmod(0o755)
    return path


def install(share: Path, argument: object) -> subprocess.CompletedProcess:
    return run("sh", DESKTOP / "install.sh", argument, XDG_DATA_HOME=str(share))


def test_the_menu_entry_is_valid():
    done = run(tool("desktop-file-validate"), DESKTOP / "infromap.desktop")

    assert (done.returncode, done.stdout) == (0, "")


def test_the_description_for_software_catalogues_is_valid():
    done = run(tool("appstreamcli"), "validate", "--pedantic", "--no-net", DESKTOP / "infromap.metainfo.xml")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", ["ru", "kk", "zh"])
@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_each_language(language, key):
    entry = read_entry(DESKTOP / "infromap.desktop")

    assert entry[f"{key}[{language}]"] not in ("", entry[key])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plan.infromap", "application/x-infromap"),
        ("sites.gpkg", "application/geopackage+sqlite3"),
        ("sites.fgb", "application/x-flatgeobuf"),
        ("sites.geojson", "application/geo+json"),
        ("sites.geojsonl", "application/geo+json-seq"),
        ("news.txt", "text/plain"),
    ],
)
def test_the_desktop_offers_infromap_for_a_file(tmp_path, program, name, kind):
    tool("update-mime-database")
    share = tmp_path / "share"
    (tmp_path / name).write_text("{}")

    assert install(share, program).returncode == 0

    told = run(tool("gio"), "info", "-a", "standard::content-type", tmp_path / name, XDG_DATA_HOME=str(share))
    assert f"standard::content-type: {kind}" in told.stdout
    assert kind in read_entry(share / "applications" / "infromap.desktop")["MimeType"].split(";")


def test_a_kind_of_our_own_is_a_kind_of_geojson_with_an_icon():
    kind = ET.parse(DESKTOP / "infromap-mime.xml").find("m:mime-type[@type='application/x-infromap']", MIME)
    icon = kind.find("m:icon", MIME).get("name")

    assert kind.find("m:sub-class-of", MIME).get("type") == "application/geo+json"
    assert (DESKTOP / "hicolor" / "scalable" / "mimetypes" / f"{icon}.svg").is_file()


def test_each_picture_has_the_size_that_its_folder_tells():
    pictures = sorted(DESKTOP.glob("hicolor/*x*/*/*.png"))
    told = [tuple(map(int, picture.parts[-3].split("x"))) for picture in pictures]

    assert len(pictures) == 15
    assert [struct.unpack(">II", picture.read_bytes()[16:24]) for picture in pictures] == told


def test_the_icon_is_the_program_s_own():
    ours = DESKTOP.parent / "icons" / "infromap.svg"

    assert (DESKTOP / "hicolor" / "scalable" / "apps" / "infromap.svg").read_bytes() == ours.read_bytes()


def test_the_installed_entry_is_valid_and_starts_the_program_with_files(tmp_path, program):
    share, files = tmp_path / "share", [tmp_path / "a file.txt", tmp_path / "sites.gpkg"]

    assert install(share, program).returncode == 0

    entry = share / "applications" / "infromap.desktop"
    assert run(tool("desktop-file-validate"), entry).stdout == ""
    assert run(tool("gio"), "launch", entry, *files).stderr == ""
    wait_for(tmp_path / "started")
    assert (tmp_path / "started").read_text().splitlines() == [str(file) for file in files]


def test_removing_leaves_nothing_of_ours(tmp_path, program):
    share = tmp_path / "share"
    install(share, program)

    assert install(share, "--remove").returncode == 0

    assert [path for path in share.rglob("*infromap*") if path.is_file()] == []


@pytest.mark.parametrize("argument", ["", "/nowhere/infromap"])
def test_installing_no_program_is_refused_and_touches_nothing(tmp_path, argument):
    done = install(tmp_path / "share", argument)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "share").exists()
