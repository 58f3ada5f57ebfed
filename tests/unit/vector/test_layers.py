"""GIS files of every kind become layers in longitude and latitude."""

import json
import sqlite3
import sys
from contextlib import closing

import numpy as np
import pyarrow.parquet
import pyogrio
import pytest
import shapely
from pyproj import Transformer

from gis_files import CSV, GPX, NAMES, POINTS, write_points
from infromap.compose import compose_layers
from infromap.errors import UnknownCrsError, VectorError
from infromap.export import save_layer
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source
from infromap.render import render_html
from infromap.vector import read_layer, read_layers, read_lines


def cells(layer, name):
    column = next(each for each in layer.columns if each.name.lower() == name)
    return [column.cell(row) for row in range(len(layer))]


@pytest.mark.parametrize("suffix", [".geojson", ".geojsonl", ".gpkg", ".shp", ".zip", ".fgb"])
def test_points_and_their_attributes_survive_every_format(tmp_path, suffix):
    more = {"SPATIAL_INDEX": "NO"} if suffix == ".fgb" else {}  # which would order the rows anew
    path = write_points(tmp_path / f"towns{suffix}", **more)

    layer = read_layer(path)

    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert cells(layer, "name") == list(NAMES)
    assert cells(layer, "number") == [1, 20, -3]
    assert cells(layer, "share") == [0.5, None, -2.25]
    assert [column.type for column in layer.columns] == [ColumnType.TEXT, ColumnType.INTEGER, ColumnType.REAL]
    assert layer.name == path.name
    assert len(layer.date) == 10


def test_a_word_of_many_rows_is_one_and_goes_with_its_layer(tmp_path):
    said = np.array(["some words", "сөз"] * 1_000, dtype=object)
    wkb = shapely.to_wkb(np.full(len(said), shapely.Point(70, 50)))
    pyogrio.raw.write(tmp_path / "rows.gpkg", wkb, [said], ["said"], geometry_type="Point", crs="EPSG:4326")
    words = read_layer(tmp_path / "rows.gpkg").column("said").values
    copies = [str(each.encode(), "utf-8") for each in ("some words", "сөз")]

    assert len({id(word) for word in words}) == 2
    assert [sys.intern(copy) is copy for copy in copies] == [
        True,
        True,
    ]  # a table of Python's own would never shrink again


def test_kml_has_its_names_and_places(tmp_path):
    layer = read_layer(write_points(tmp_path / "towns.kml"))

    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert cells(layer, "name") == list(NAMES)


@pytest.mark.parametrize(
    ("lat", "lon"), [("lat", "lon"), ("Latitude", "Longitude"), ("y", "x"), ("lat", "lng"), ("LAT", "long")]
)
def test_csv_columns_of_coordinates_are_recognised(tmp_path, lat, lon):
    path = tmp_path / "towns.csv"
    path.write_text(CSV.format(lat=lat, lon=lon), encoding="utf-8")

    layer = read_layer(path)

    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert cells(layer, "number") == [1, 20, -3]
    assert cells(layer, "share") == [0.5, None, -2.25]
    assert [column.name for column in layer.columns] == ["name", "number", "share"]


def test_a_csv_without_coordinates_is_an_error(tmp_path):
    (tmp_path / "towns.csv").write_text("name,number\nKokshetau,1\n", encoding="utf-8")

    with pytest.raises(VectorError, match=r"towns\.csv has no columns of latitude and longitude"):
        read_layer(tmp_path / "towns.csv")


def test_a_gpx_file_has_a_layer_of_points_and_one_of_lines(tmp_path):
    (tmp_path / "trip.gpx").write_text(GPX, encoding="utf-8")

    points, lines = read_layers(tmp_path / "trip.gpx")

    assert (points.name, lines.name) == ("trip.gpx, waypoints", "trip.gpx, tracks")
    assert cells(points, "name") == ["Kokshetau"]
    assert shapely.get_coordinates(lines.geometry).tolist() == [[70, 50], [71, 51]]


@pytest.mark.parametrize("crs", ["EPSG:32642", "EPSG:3857", "EPSG:4284"])
def test_any_coordinate_system_becomes_longitude_and_latitude(tmp_path, crs):
    near = shapely.points([69.4, 70.0, 67.2], [53.3, 51.0, 50.3])
    turn = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    path = write_points(tmp_path / "towns.gpkg", shapely.transform(near, turn, interleaved=False), crs)

    layer = read_layer(path)

    assert shapely.equals_exact(layer.geometry, near, 1e-6).all()


def test_mixed_empty_and_missing_geometries_with_z_survive(tmp_path):
    shapes = np.array([shapely.Point(70, 50, 300), shapely.from_wkt("POLYGON EMPTY"), None], dtype=object)
    path = write_points(tmp_path / "mixed.gpkg", shapes, geometry_type="Unknown")

    layer = read_layer(path)

    assert layer.geometry[0].equals_exact(shapes[0], 0)
    assert layer.geometry[0].z == 300
    assert shapely.is_empty(layer.geometry[1])
    assert layer.geometry[2] is None
    assert cells(layer, "number") == [1, 20, -3]


def test_z_survives_a_change_of_coordinate_system_and_flat_shapes_stay_flat(tmp_path):
    shapes = shapely.from_wkt(["POINT Z (7792364 6446275 300)", "POINT (7792364 6446275)", "LINESTRING (0 0, 1 1)"])
    path = write_points(tmp_path / "mixed.geojson", shapes, "EPSG:3857", geometry_type="Unknown")

    layer = read_layer(path)

    assert shapely.has_z(layer.geometry).tolist() == [True, False, False]
    assert layer.geometry[0].z == 300
    assert (round(layer.geometry[1].x), round(layer.geometry[1].y)) == (70, 50)


def test_rows_outside_the_world_stay_as_rows_with_a_notice(tmp_path):
    shapes = shapely.points([69.4, np.nan, 57.2], [53.3, 5.0, 500.0])

    layer = read_layer(write_points(tmp_path / "towns.gpkg", shapes))

    assert [shape is None or bool(shapely.is_empty(shape)) for shape in layer.geometry] == [False, True, True]
    assert len(layer) == 3
    assert any("outside the world" in notice for notice in layer.notices)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.gpkg", None, "does not exist; check the name"),
        ("broken.geojson", b"{", "cannot be read"),
        ("broken.gpkg", b"not a database", "cannot be read"),
        ("empty.csv", b"", "empty.csv"),
        ("broken.zip", b"PK\x03\x04", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(VectorError) as error:
        read_layer(path)

    assert words in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_metres_that_call_themselves_degrees_are_an_error(tmp_path):
    path = write_points(tmp_path / "towns.gpkg", shapely.points([5e5, 6e5, 7e5], [5e6, 5e6, 5e6]))

    with pytest.raises(VectorError, match="outside the world"):
        read_layer(path)


def test_a_shapefile_without_prj_is_not_guessed(tmp_path):
    path = write_points(tmp_path / "towns.shp")
    path.with_suffix(".prj").unlink()

    with pytest.raises(
        UnknownCrsError, match=r"towns\.shp does not say its coordinate system; name it with --crs EPSG"
    ):
        read_layer(path)


def test_of_several_layers_one_must_be_named(tmp_path):
    path = write_points(tmp_path / "two.gpkg", layer="towns")
    write_points(path, layer="stations", append=True)

    assert [layer.name for layer in read_layers(path)] == ["two.gpkg, towns", "two.gpkg, stations"]
    assert len(read_layer(path, layer="stations")) == 3
    with pytest.raises(VectorError, match="towns, stations"):
        read_layer(path)
    with pytest.raises(VectorError, match=r"two\.gpkg.*roads"):
        read_layer(path, layer="roads")


def test_a_layer_without_rows_is_read(tmp_path):
    path = tmp_path / "empty.gpkg"
    none = np.array([], dtype=object)
    pyogrio.raw.write(path, none, [none], ["name"], geometry_type="Point", crs="EPSG:4326")

    assert len(read_layer(path)) == 0


def test_columns_of_another_length_are_refused():
    column = Column(name="name", type=ColumnType.TEXT, values=np.array(["a"], dtype=object))

    with pytest.raises(VectorError, match="1 values for 3 rows"):
        Layer(id="x", name="x", geometry=POINTS.copy(), columns=(column,), source=Source(name="x"))


def test_measures_survive_in_degrees_and_are_told_where_they_cannot(tmp_path):
    shapes = shapely.from_wkt(["POINT ZM (70 50 300 7)", "POINT M (71 51 8)", "POINT (72 52)"])

    layer = read_layer(write_points(tmp_path / "degrees.gpkg", shapes, geometry_type="Unknown"))
    turned = read_layer(write_points(tmp_path / "metres.gpkg", shapes, "EPSG:3857", geometry_type="Unknown"))

    assert layer.geometry[0].m == 7
    assert layer.notices == ()
    assert turned.geometry[0].z == 300
    assert "the measures (M) of 2 geometries are left out" in turned.notices[0]


def test_many_rows_come_in_batches_and_in_their_order(tmp_path):
    count = 25_000
    points = shapely.points(np.linspace(50, 80, count), np.full(count, 50))
    names = np.array([f"Site {i}" if i % 3 else None for i in range(count)], dtype=object)
    path = tmp_path / "many.gpkg"
    pyogrio.raw.write(
        path, shapely.to_wkb(points), [names, np.arange(count), np.arange(count) / 7], ["name", "number", "share"],
        geometry_type="Point", crs="EPSG:4326",
    )  # fmt: skip
    heard = []

    (layer,) = read_layers(path, report=lambda done, total: heard.append((done, total)))

    assert heard == [(10_000, count), (20_000, count), (count, count)]
    assert shapely.equals_exact(layer.geometry, points, 1e-9).all()
    assert [column.values.tolist() for column in layer.columns] == [
        names.tolist(), list(range(count)), (np.arange(count) / 7).tolist(),
    ]  # fmt: skip


def test_reading_ends_at_the_batch_whose_report_raises(tmp_path):
    count = 25_000
    path = tmp_path / "many.fgb"
    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.points(np.full((count, 2), 50))), [], [], geometry_type="Point", crs="EPSG:4326"
    )
    heard = []

    def stop(done, _total):
        heard.append(done)
        raise KeyError

    with pytest.raises(KeyError):
        read_layers(path, report=stop)

    assert heard == [10_000]


def test_lists_truth_times_and_great_integers_keep_their_values(tmp_path):
    properties = [
        {"yes": True, "list": ["a", "b"], "day": "2026-11-01", "time": "03:04:05", "moment": "2026-11-01T03:04:05Z",
         "great": 2**62 + 1},
        dict.fromkeys(("yes", "list", "day", "time", "moment", "great")),
    ]  # fmt: skip
    point = {"type": "Point", "coordinates": [70, 50]}
    features = [{"type": "Feature", "geometry": point, "properties": each} for each in properties]
    path = tmp_path / "kinds.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")

    layer = read_layer(path)

    assert layer.row(0) == {
        "yes": True, "list": '["a", "b"]', "day": "2026-11-01", "time": "03:04:05", "moment": "2026-11-01T03:04:05Z",
        "great": 2**62 + 1,
    }  # fmt: skip
    assert layer.row(1) == dict.fromkeys(layer.row(0))
    assert [column.type.value for column in layer.columns] == ["boolean", "text", "date", "date", "date", "integer"]


def test_a_system_given_by_hand_is_for_files_that_state_none(tmp_path):
    turn = Transformer.from_crs("EPSG:4326", "EPSG:32642", always_xy=True).transform
    near = shapely.points([69.4, 70.0, 67.2], [53.3, 51.0, 50.3])
    path = write_points(tmp_path / "towns.shp", shapely.transform(near, turn, interleaved=False), "EPSG:32642")
    path.with_suffix(".prj").unlink()
    stated = write_points(tmp_path / "stated.gpkg", near)

    assert shapely.equals_exact(read_layers(path, crs="EPSG:32642")[0].geometry, near, 1e-6).all()
    assert shapely.equals_exact(read_layers(stated, crs="EPSG:32642")[0].geometry, near, 1e-9).all()
    with pytest.raises(VectorError, match="its coordinate system cannot be used"):
        read_layers(path, crs="EPSG:nonsense")


def test_lines_to_trace_over_may_be_given_their_system(tmp_path):
    lines = shapely.from_wkt(["LINESTRING (70 50, 71 51)"] * 3)
    path = write_points(tmp_path / "roads.shp", lines, geometry_type="LineString")
    path.with_suffix(".prj").unlink()

    assert shapely.get_coordinates(read_lines(path, crs="EPSG:4326").lines[0]).tolist() == [[70, 50], [71, 51]]
    with pytest.raises(UnknownCrsError, match="--crs"):
        read_lines(path)


def test_bytes_in_a_column_are_text_or_told_by_their_number(tmp_path):
    path = write_points(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{trigger}"')  # they call functions that GDAL alone has
        file.execute("ALTER TABLE a ADD COLUMN picture BLOB")
        file.executemany("UPDATE a SET picture = ? WHERE fid = ?", [(b"\x89PNG\0", 1), ("Көкшетау".encode(), 3)])
        file.commit()

    (layer,) = read_layers(path)

    assert layer.column("picture").values.tolist() == ["5 bytes", None, "Көкшетау"]
    assert "5 bytes" in render_html(compose_layers([layer]))


def test_the_first_number_that_a_float_cannot_hold_stays_exact_beside_an_empty_cell(tmp_path):
    path = tmp_path / "towns.geojson"
    rows = [{"type": "Feature", "geometry": None, "properties": {"n": n}} for n in (2**53 + 1, None, -1)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), encoding="utf-8")

    assert cells(read_layer(path), "n") == [2**53 + 1, None, -1]


def test_a_cell_with_parts_is_json(tmp_path):
    path = tmp_path / "towns.parquet"
    parts = pyarrow.array([{"имя": "а", "n": [1, 2]}, None])
    places = pyarrow.array(shapely.to_wkb(shapely.points([60, 61], [45, 46])).tolist())
    geo = {"version": "1.1.0", "primary_column": "g", "columns": {"g": {"encoding": "WKB", "geometry_types": []}}}
    table = pyarrow.table({"g": places, "parts": parts}).replace_schema_metadata({"geo": json.dumps(geo)})
    pyarrow.parquet.write_table(table, path)

    assert cells(read_layer(path), "parts") == ['{"имя": "а", "n": [1, 2]}', None]


POLAR = [(0, 90), (10, 85.1), (20, 85.0), (30, -85.0), (40, -89.9), (50, 0)]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".csv"])
def test_rows_beyond_the_end_of_the_map_are_told_and_kept(tmp_path, suffix):
    source = tmp_path / "poles.csv"
    source.write_text("n,lat,lon\n" + "".join(f"{n},{lat},{lon}\n" for n, (lon, lat) in enumerate(POLAR)))
    (layer,) = read_layers(source)
    save_layer(layer, tmp_path / f"again{suffix}")

    (again,) = read_layers(tmp_path / f"again{suffix}")

    told = "{}: 3 rows lie beyond 85° of latitude, where the map ends; table and exports have them"
    assert layer.notices == (told.format("poles.csv"),)
    assert again.notices[0] == told.format(f"again{suffix}")
    assert [(point.x, point.y) for point in again.geometry] == POLAR
    assert next(each for each in again.columns if each.name == "n").values.tolist() == [0, 1, 2, 3, 4, 5]


def test_what_only_reaches_beyond_the_end_of_the_map_is_on_it(tmp_path):
    path = tmp_path / "areas.csv"
    path.write_text(
        'wkt\n"POLYGON ((-180 -90, 180 -90, 180 -65, -180 -65, -180 -90))"\n"LINESTRING (0 80, 0 90)"\n""\n'
    )

    (layer,) = read_layers(path)

    assert layer.notices == ()
