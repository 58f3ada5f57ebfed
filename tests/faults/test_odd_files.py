"""Files made to hurt, and things that are no files: each is read or refused in one line, in time and in bounds."""

import io
import json
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz import try_files
from readers import KML, NAMES, all_readers

from gis_files import write_points

pytestmark = [pytest.mark.qt, pytest.mark.slow]

LAUGHS = "".join(f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(9))
LAUGHING = f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>{LAUGHS}]>"
HUGE = "9" * 400


@pytest.fixture(scope="module")
def readers(tmp_path_factory):
    return all_readers(tmp_path_factory.mktemp("samples"))


def folder(path):
    path.mkdir()


def fifo(path):
    os.mkfifo(path)


def dead_link(path):
    path.symlink_to(path.with_name("nothing"))


def loop_of_links(path):
    path.symlink_to(path)


def nothing(path):
    del path


def empty(path):
    path.write_bytes(b"")


def device(path):
    path.symlink_to("/dev/zero")


ODD = (folder, fifo, dead_link, loop_of_links, nothing, empty, device)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_file_is_refused(name, readers, tmp_path):
    paths = [tmp_path / f"{make.__name__}{readers[name].suffix}" for make in ODD]
    for make, path in zip(ODD, paths, strict=True):
        make(path)

    assert try_files(name, paths) == {}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb(name: str) -> bytes:
    """Return a zip whose one file is a thousand times as large."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w") as file,
    ):
        for _ in range(130):
            file.write(bytes(10_000_000))
    return buffer.getvalue()


def points(*coordinates: str) -> bytes:
    rows = [
        f'{{"type":"Feature","properties":{{}},"geometry":{{"type":"Point","coordinates":{each}}}}}'
        for each in coordinates
    ]
    return f'{{"type":"FeatureCollection","features":[{",".join(rows)}]}}'.encode()


HURTING = {
    "long line.text": lambda: b"road " * 900_000,
    "long word.text": lambda: b"A" * 4_900_000,
    "10 million letters.text": lambda: b"Aktobe " * 1_500_000,
    "NUL.text": lambda: b"The AIIB\0 lends",
    "surrogates.text": lambda: "The EBRD lends for a hospital in Shymkent \ud800.".encode("utf-8", "surrogatepass"),
    "laughs.html": lambda: f"{LAUGHING}<html><body>&a9;</body></html>".encode(),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000,
    "deep.geojson": lambda: b'{"type":' * 100_000,
    "deep geometry.geojson": lambda: points("[" * 50_000 + "]" * 50_000),
    "infinite.geojson": lambda: points("[1e308,1e308]", "[1e999,0]", "[NaN,NaN]", "[60,50]"),
    "swapped.geojson": lambda: points("[53.3,169.4]", "[50.3,157.2]"),
    "huge figures.geojson": lambda: points(f"[{HUGE},1]", "[60,50]"),
    "all of it nothing.geojson": lambda: points("[]", "[1]"),
    "laughs.kml": lambda: (LAUGHING + KML.split("?>")[1].replace("Kokshetau", "&a9;")).encode(),
    "outside entity.kml": lambda: KML.replace("<kml", "<!DOCTYPE k [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><kml")
    .replace("Kokshetau", "&e;").encode(),
    "deep.kml": lambda: b"<kml>" + b"<Folder>" * 100_000,
    "laughs.gpx": lambda: f"{LAUGHING}<gpx version='1.1'><wpt lat='1' lon='1'><name>&a9;</name></wpt></gpx>".encode(),
    "bomb.kmz": lambda: bomb("doc.kml"),
    "traversal.kmz": lambda: zipped({"../../../../tmp/infromap-was-here.kml": KML.encode()}),
    "no document.kmz": lambda: zipped({"readme.txt": b"x"}),
    "bomb.shapefile": lambda: bomb("a.shp"),
    "traversal.shapefile": lambda: zipped({f"{to}infromap-was-here.shp": b"" for to in ("../../../../tmp/", "/tmp/")}),
    "many cells.csv": lambda: b"lat,lon\n" + b"," * 5_000_000,
    "long cell.csv": lambda: b"lat,lon,a\n1,2,\"" + b"x" * 10_000_000,
    "many columns.csv": lambda: b"lat,lon," + b",".join(b"c%d" % i for i in range(100_000)) + b"\n1,2\n",
    "huge figures.csv": lambda: f"lat,lon\n1e308,1e308\n{HUGE},1\n50,60\n".encode(),
    "deep.project": lambda: b'{"infromap":' * 100_000,
    "huge figures.project": lambda: b'{"infromap": {"format": 1' + b"0" * 5000 + b"}}",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted({case.split(".")[1] for case in HURTING}))
def test_files_made_to_hurt_are_read_or_refused(name, readers, tmp_path):
    paths = []
    for case, make in HURTING.items():
        title, reader = case.split(".")
        if reader == name:
            paths.append(tmp_path / f"{title}{readers[name].suffix}")
            paths[-1].write_bytes(make())

    assert try_files(name, paths) == {}
    assert list(Path("/tmp").glob("infromap-was-here*")) == []


def test_a_shapefile_that_says_it_has_billions_of_rows_is_refused(tmp_path):
    source = write_points(tmp_path / "a.shp")
    content = bytearray(source.with_suffix(".dbf").read_bytes())
    content[4:8] = struct.pack("<I", 2**32 - 1)
    source.with_suffix(".dbf").write_bytes(content)
    index = bytearray(source.with_suffix(".shx").read_bytes())
    index[24:28] = struct.pack(">i", 2**31 - 1)
    source.with_suffix(".shx").write_bytes(index)
    parts = {part.name: part.read_bytes() for part in tmp_path.glob("a.*")}
    (tmp_path / "x.zip").write_bytes(zipped(parts))

    assert try_files("shapefile", [tmp_path / "x.zip"]) == {}


def test_a_virtual_file_that_points_elsewhere_is_not_followed(tmp_path, geocoding_server):
    port = geocoding_server.server_address[1]
    address = f"/vsicurl/http://127.0.0.1:{port}/secret.geojson"
    layer = f'<OGRVRTLayer name="a"><SrcDataSource>{address}</SrcDataSource></OGRVRTLayer>'
    vrt = f"<OGRVRTDataSource>{layer}</OGRVRTDataSource>"

    for name, suffix in (("geojson", ".geojson"), ("kml", ".kml"), ("csv", ".csv"), ("shapefile", ".zip")):
        path = tmp_path / f"x{suffix}"
        path.write_text(vrt)
        assert try_files(name, [path]) == {}
    (tmp_path / "y.geojson").write_text(json.dumps({"type": "Topology", "url": address}))
    assert try_files("geojson", [tmp_path / "y.geojson"]) == {}
    assert geocoding_server.times == []
