"""What a GIS file holds is told before it is read, and only what it calls itself is opened."""

import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pyogrio
import pytest
import shapely

from gis_files import GPX, POINTS, write_points, zip_shapefiles
from infromap.errors import VectorError
from infromap.vector import list_layers, read_layers

VRT = """<OGRVRTDataSource><OGRVRTLayer name="other"><SrcDataSource>{source}</SrcDataSource></OGRVRTLayer>
</OGRVRTDataSource>"""
PIPELINE = '{{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {source}"}}'


@pytest.fixture
def asked(socket_enabled):
    """Run a server on this machine; return its address and the list of what it was asked for."""
    paths = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_error(404)

        def do_HEAD(self):
            self.do_GET()

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def test_layers_are_listed_with_rows_and_types(tmp_path):
    path = write_points(tmp_path / "two.gpkg", layer="towns")
    lines = shapely.from_wkt(["LINESTRING (70 50, 71 51)"] * 3)
    write_points(path, lines, layer="roads", append=True, geometry_type="LineString")

    infos = list_layers(path)

    assert [(info.name, info.geometry_type, info.rows, info.has_crs) for info in infos] == [
        ("towns", "Point", 3, True),
        ("roads", "LineString", 3, True),
    ]


def test_a_missing_prj_is_seen_before_reading(tmp_path):
    path = write_points(tmp_path / "towns.shp")
    path.with_suffix(".prj").unlink()

    (info,) = list_layers(path)

    assert not info.has_crs


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        (["towns"], ["towns"]),
        (["data/2026/towns"], ["data/2026/towns"]),
        (["data/towns", "data/stations", "old/towns"], ["data/towns", "data/stations", "old/towns"]),
    ],
)
def test_shapefiles_in_an_archive_are_found_in_folders_too(tmp_path, inside, names):
    path = zip_shapefiles(tmp_path / "delivery.zip", *inside)

    layers = read_layers(path)

    assert [info.name for info in list_layers(path)] == (names if len(names) > 1 else ["towns"])
    assert len(layers) == len(names)
    for layer in layers:
        assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert layers[0].name == ("delivery.zip" if len(names) == 1 else "delivery.zip, data/towns")


def test_one_layer_of_an_archive_may_be_chosen(tmp_path):
    path = zip_shapefiles(tmp_path / "delivery.zip", "data/towns", "data/stations")

    (layer,) = read_layers(path, names=["data/stations"])

    assert layer.name == "delivery.zip, data/stations"


def test_a_kmz_archive_is_read(tmp_path):
    write_points(tmp_path / "doc.kml")
    with zipfile.ZipFile(tmp_path / "towns.kmz", "w") as archive:
        archive.write(tmp_path / "doc.kml", "doc.kml")

    (layer,) = read_layers(tmp_path / "towns.kmz")

    assert layer.name == "towns.kmz"
    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()


def test_an_archive_without_gis_files_says_what_it_may_hold(tmp_path):
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as archive:
        archive.writestr("letter.txt", "Dear all")

    with pytest.raises(VectorError, match=r"no GIS file in it; it may hold \.shp"):
        list_layers(tmp_path / "letters.zip")


@pytest.mark.parametrize(
    "suffix", [".geojson", ".ndjson", ".json", ".kml", ".gpx", ".shp", ".gpkg", ".fgb", ".zip", ".parquet"]
)
@pytest.mark.parametrize("content", [VRT, PIPELINE])
def test_a_file_that_points_elsewhere_is_not_followed(tmp_path, asked, suffix, content):
    address, paths = asked
    path = tmp_path / f"towns{suffix}"
    path.write_text(content.format(source=f"/vsicurl/{address}/far.geojson"), encoding="utf-8")

    with pytest.raises(VectorError, match="cannot be read"):
        read_layers(path)

    assert paths == []


@pytest.mark.parametrize("content", [VRT, PIPELINE])
def test_a_file_that_points_to_another_is_refused_though_gdal_would_read_it(tmp_path, content):
    path = tmp_path / "towns.geojson"
    path.write_text(content.format(source=write_points(tmp_path / "other.gpkg")), encoding="utf-8")

    assert len(pyogrio.list_layers(path)) == 1
    with pytest.raises(VectorError, match="it is not GeoJSON"):
        read_layers(path)


def test_a_file_within_an_archive_that_points_elsewhere_is_not_followed(tmp_path, asked):
    address, paths = asked
    with zipfile.ZipFile(tmp_path / "towns.zip", "w") as archive:
        archive.writestr("towns.geojson", VRT.format(source=f"/vsicurl/{address}/far.geojson"))

    with pytest.raises(VectorError, match=r"towns\.geojson, cannot be read: it is not GeoJSON"):
        read_layers(tmp_path / "towns.zip")

    assert paths == []


@pytest.mark.parametrize("name", ["/vsicurl/{address}/a.geojson", "{address}/a.geojson", "/vsizip/x.zip"])
def test_a_name_that_is_no_file_is_not_looked_for_elsewhere(tmp_path, asked, name):
    address, paths = asked

    with pytest.raises(VectorError, match="does not exist"):
        read_layers(Path(name.format(address=address)))

    assert paths == []


def test_gdal_asks_no_network_once_a_file_was_opened(tmp_path, asked):
    address, paths = asked
    read_layers(write_points(tmp_path / "towns.gpkg"))

    with pytest.raises(pyogrio.errors.DataSourceError):
        pyogrio.list_layers(f"/vsicurl/{address}/far.geojson")

    assert paths == []


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "towns.gpkg").mkdir()

    with pytest.raises(VectorError, match="is no file"):
        read_layers(tmp_path / "towns.gpkg")


def test_a_name_that_gdal_would_misread_is_refused(tmp_path):
    (tmp_path / "a!b").mkdir()
    path = write_points(tmp_path / "towns.geojson").rename(tmp_path / "a!b" / "towns.geojson")

    with pytest.raises(VectorError, match="rename it"):
        read_layers(path)


def test_gpx_has_the_layers_that_are_not_repeats(tmp_path):
    (tmp_path / "trip.gpx").write_text(GPX, encoding="utf-8")

    assert [info.name for info in list_layers(tmp_path / "trip.gpx") if info.rows] == ["waypoints", "tracks"]


def test_files_of_one_name_in_an_archive_are_told_apart(tmp_path):
    path = tmp_path / "towns.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for suffix in (".gpkg", ".geojson"):
            archive.write(write_points(tmp_path / f"towns{suffix}"), f"data/towns{suffix}")
        archive.write(write_points(tmp_path / "roads.gpkg"), "data/roads.gpkg")

    names = [info.name for info in list_layers(path)]
    layers = read_layers(path, names=names[:1])

    assert names == ["data/towns.gpkg", "data/towns.geojson", "data/roads"]
    assert len(layers) == 1


@pytest.mark.parametrize("suffix", [".json", ".topojson"])
def test_topojson_is_in_degrees_unless_somebody_says_otherwise(tmp_path, suffix):
    path = tmp_path / f"roads{suffix}"
    line = {"type": "LineString", "arcs": [0], "properties": {"n": 1}}
    roads = {"type": "GeometryCollection", "geometries": [line]}
    path.write_text(json.dumps({"type": "Topology", "objects": {"roads": roads}, "arcs": [[[60, 45], [61, 46]]]}))

    (layer,) = read_layers(path)
    (metres,) = read_layers(path, crs="EPSG:3857")

    assert layer.geometry[0].wkt == "LINESTRING (60 45, 61 46)"
    assert abs(metres.geometry[0].length) < 0.001


def test_only_the_layers_that_are_wanted_are_looked_into(tmp_path, monkeypatch):
    path = tmp_path / "many.gpkg"
    for number in range(5):
        write_points(path, layer=f"layer {number}", append=number > 0)
    looked_into = []
    read_info = pyogrio.read_info

    def look(source, **options):
        looked_into.append(options["layer"])
        return read_info(source, **options)

    monkeypatch.setattr(pyogrio, "read_info", look)

    (layer,) = read_layers(path, names=["layer 3"])

    assert layer.name == "many.gpkg, layer 3"
    assert looked_into == ["layer 3"]
    with pytest.raises(VectorError, match="has no layer 'roads'; it has layer 0, layer 1"):
        read_layers(path, names=["layer 1", "roads"])
