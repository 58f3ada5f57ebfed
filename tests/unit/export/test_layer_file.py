"""A layer goes through each format and comes back: rows, geometry, types, what is empty."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pyogrio
import pytest
import shapely

from gis_files import write_points
from infromap.errors import ExportError
from infromap.export import LAYER_SUFFIXES, save_layer, save_map
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source
from infromap.pipeline import open_layers
from infromap.vector import read_layer
from layers import make_column, make_layer

POINTS = ["POINT Z (69.3936412345 53.2841498765 230.5)", "POINT (70 -51)", None]
AWKWARD = {
    "name": ["Көкшетау", '北京; "quoted"\nline', None],
    "count": [1, -7, 2**40],
    "share": [0.5, None, -2.25],
    "is_open": [True, None, False],
}


def dated(layer, **columns):
    """Return a layer with columns of dates."""
    more = [
        Column(name=name, type=ColumnType.DATE, values=np.array(values, dtype=object))
        for name, values in columns.items()
    ]
    return Layer(id="x", name=layer.name, geometry=layer.geometry, columns=(*layer.columns, *more), source=layer.source)


def same_shapes(found, wanted):
    return all(
        (a is None and b is None) or shapely.equals_exact(a, b, tolerance=1e-7)
        for a, b in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb"])
def test_rows_types_and_empty_cells_survive(tmp_path, suffix):
    layer = make_layer(POINTS, "towns.shp", **AWKWARD)

    told = save_layer(layer, tmp_path / f"out{suffix}")

    found = read_layer(tmp_path / f"out{suffix}")
    order = [list(found.columns[1].values).index(value) for value in AWKWARD["count"]]  # FlatGeobuf sorts by place
    assert told == (("FlatGeobuf gives the height 0 to rows that have none",) if suffix == ".fgb" else ())
    assert same_shapes(found.geometry[order], layer.geometry)
    assert [found.row(row) for row in order] == [layer.row(row) for row in range(3)]
    assert list(pyogrio.read_info(tmp_path / f"out{suffix}")["ogr_types"]) == [
        "OFTString", "OFTInteger64", "OFTReal", "OFTInteger",
    ]  # fmt: skip
    assert pyogrio.read_info(tmp_path / f"out{suffix}")["ogr_subtypes"][3] == "OFSTBoolean"


def test_flatgeobuf_says_that_it_keeps_no_heights_of_different_geometries(tmp_path):
    layer = make_layer(["POINT Z (1 2 3)", "LINESTRING Z (1 2 3, 4 5 6)"])

    told = save_layer(layer, tmp_path / "out.fgb")

    assert told == ("FlatGeobuf keeps no heights where geometries are of different kinds",)
    assert len(read_layer(tmp_path / "out.fgb")) == 2


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb"])
def test_heights_survive(tmp_path, suffix):
    layer = make_layer(["POINT Z (69.4 53.3 230.123456)", "POINT Z (70 51 -4)"], number=[1, 2])

    save_layer(layer, tmp_path / f"out{suffix}")

    found = read_layer(tmp_path / f"out{suffix}")
    assert sorted(shapely.get_z(found.geometry).tolist()) == [-4.0, 230.123456]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".kml", ".csv"])
def test_different_geometries_stand_in_one_layer(tmp_path, suffix):
    shapes = [
        "POINT (1 2)",
        "LINESTRING (1 2, 3 4)",
        "POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))",
        "MULTIPOINT (5 6, 7 8)",
    ]
    layer = make_layer(shapes, number=[1, 2, 3, 4])

    save_layer(layer, tmp_path / f"out{suffix}")

    found = pyogrio.raw.read(tmp_path / f"out{suffix}", **({"GEOM_POSSIBLE_NAMES": "wkt"} if suffix == ".csv" else {}))
    written = [shapely.normalize(each) for each in shapely.from_wkb(found[2])]
    assert {each.wkt for each in written} == {shapely.normalize(each).wkt for each in layer.geometry}


def test_days_and_moments_keep_their_type_and_their_time(tmp_path):
    layer = dated(
        make_layer(["POINT (1 2)", "POINT (3 4)"]),
        day=["2026-02-09", None],
        moment=["2026-02-09T10:30:00+05:00", "2026-02-10T00:00:00Z"],
        vague=["2026-02", "2026-02-30"],
    )

    save_layer(layer, tmp_path / "out.gpkg")

    meta = pyogrio.read_info(tmp_path / "out.gpkg")
    assert list(meta["ogr_types"]) == ["OFTDate", "OFTDateTime", "OFTString"]
    found = {column.name: list(column.values) for column in read_layer(tmp_path / "out.gpkg").columns}
    assert date.fromisoformat(found["day"][0]) == date(2026, 2, 9)
    assert found["day"][1] is None
    assert datetime.fromisoformat(found["moment"][0]) == datetime(2026, 2, 9, 5, 30, tzinfo=UTC)
    assert datetime.fromisoformat(found["moment"][1]) == datetime(2026, 2, 10, tzinfo=UTC)
    assert found["vague"] == ["2026-02", "2026-02-30"]


@pytest.mark.parametrize("suffix", [*LAYER_SUFFIXES])
def test_a_mask_chooses_rows(tmp_path, suffix):
    layer = make_layer([(1, 2), (3, 4), (5, 6)], number=[10, 20, 30])

    save_layer(layer, tmp_path / f"out{suffix}", mask=np.array([True, False, True]))

    text = (tmp_path / f"out{suffix}").read_text(encoding="utf-8-sig") if suffix in (".kml", ".csv") else ""
    numbers = [number for number in (10, 20, 30) if str(number) in text] if text else None
    assert (numbers or sorted(read_layer(tmp_path / f"out{suffix}").columns[0].values.tolist())) == [10, 30]


def test_a_layer_without_columns_or_rows_is_a_file_all_the_same(tmp_path):
    save_layer(make_layer([(1, 2)]), tmp_path / "bare.gpkg")
    save_layer(make_layer([], number=[]), tmp_path / "none.gpkg")

    assert len(read_layer(tmp_path / "bare.gpkg")) == 1
    assert len(read_layer(tmp_path / "none.gpkg")) == 0


def test_names_that_gdal_would_take_for_its_own_or_twice_get_a_number(tmp_path):
    columns = tuple(make_column(name, ["a"]) for name in ("fid", "Geom", "x", "X", ""))
    layer = Layer(id="x", name="x", geometry=np.array([shapely.Point(1, 2)]), columns=columns, source=Source(name="x"))

    save_layer(layer, tmp_path / "out.gpkg")

    assert list(pyogrio.read_info(tmp_path / "out.gpkg")["fields"]) == ["fid_2", "Geom_2", "x", "X_2", "column"]


def test_a_shapefile_comes_with_its_parts_in_utf_8(tmp_path):
    layer = make_layer([(69.4, 53.3), (57.2, 50.3)], name=["Көкшетау", "北京"], number=[1, 2])

    save_layer(layer, tmp_path / "towns.shp")

    assert {"towns.shp", "towns.dbf", "towns.shx", "towns.prj"} <= {each.name for each in tmp_path.iterdir()}
    assert read_layer(tmp_path / "towns.shp").columns[0].values.tolist() == ["Көкшетау", "北京"]
    assert not list(tmp_path.glob(".infromap-*"))


def test_a_shapefile_says_what_it_cuts(tmp_path):
    layer = make_layer([(1, 2)], a_name_that_is_too_long=["a"])

    told = save_layer(layer, tmp_path / "out.shp")

    assert any("a_name_that_is_too_long" in each for each in told)


def test_a_shapefile_of_points_and_lines_is_refused_and_nothing_is_written(tmp_path):
    layer = make_layer(["POINT (1 2)", "LINESTRING (1 2, 3 4)"])

    with pytest.raises(ExportError, match="lines and points"):
        save_layer(layer, tmp_path / "out.shp")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [*LAYER_SUFFIXES])
def test_what_stood_there_is_untouched_when_writing_fails(tmp_path, suffix, monkeypatch):
    target = tmp_path / f"out{suffix}"
    target.write_bytes(b"precious")
    layer = make_layer([(1, 2)], number=[1])
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))

    with pytest.raises(ExportError, match="No space left"):
        save_layer(layer, target)
    assert target.read_bytes() == b"precious"
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_an_unknown_suffix_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"use \.gpkg"):
        save_layer(make_layer([(1, 2)]), tmp_path / "out.xyz")


def test_a_table_runs_no_formula(tmp_path):
    layer = make_layer([(1, 2)], **{"=1+1": ["=cmd|' /C calc'!A0"], "number": [-5]})

    save_layer(layer, tmp_path / "out.csv")

    head, row = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == "'=1+1,number,lat,lon,wkt"
    assert row.startswith("'=cmd|' /C calc'!A0,-5,2.0,1.0,POINT (1 2)")


def test_geojson_is_in_longitude_and_latitude_and_full_precision(tmp_path):
    save_layer(make_layer(["POINT (69.39364123456789 53.28414987654321)"]), tmp_path / "out.geojson")

    (feature,) = json.loads((tmp_path / "out.geojson").read_text())["features"]
    assert feature["geometry"]["coordinates"] == [69.39364123456789, 53.28414987654321]


@pytest.mark.parametrize("suffix", [".csv", ".kml", ".geojson", ".gpkg"])
def test_whole_numbers_beside_empty_cells_stay_whole(tmp_path, suffix):
    counts = Column(name="count", type=ColumnType.INTEGER, values=np.array([3.0, np.nan, -7.0]))
    layer = replace(make_layer([(1, 2), (4, 5), (6, 8)]), columns=(counts,))

    save_layer(layer, tmp_path / f"out{suffix}")

    assert layer.row(0) == {"count": 3}
    assert isinstance(layer.row(0)["count"], int)
    (found,) = pyogrio.raw.read(tmp_path / f"out{suffix}", columns=["count"])[3]
    assert [str(each) for each in found.tolist()][::2] in (["3", "-7"], ["3.0", "-7.0"])  # floats: pyogrio's, of NaN
    assert b"3.0" not in (tmp_path / f"out{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".kml", ".csv", ".shp"])
@pytest.mark.parametrize("values", [np.array([2**64 - 1, 5], dtype=np.uint64), np.array([2**64 - 1, None])])
def test_numbers_beyond_those_of_gdal_are_kept_as_texts(tmp_path, suffix, values):
    counts = Column(name="count", type=ColumnType.INTEGER, values=values)
    layer = replace(make_layer([(1, 2), (3, 4)]), columns=(counts,))

    save_layer(layer, tmp_path / f"out{suffix}")

    (found,) = pyogrio.raw.read(tmp_path / f"out{suffix}", columns=["count"])[3]
    assert "18446744073709551615" in found.tolist()  # FlatGeobuf sorts by place


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson"])
def test_neither_a_layer_nor_its_map_is_written_over_the_file_that_it_was_read_from(tmp_path, suffix):
    path = write_points(tmp_path / f"towns{suffix}")
    before = path.read_bytes()
    layer = read_layer(path)

    with pytest.raises(ExportError, match="is the file that is read"):
        save_layer(layer, path, mask=np.array([True, False, False]))
    if suffix != ".shp":
        with pytest.raises(ExportError, match="is the file that is read"):
            save_map(open_layers([path]), path)

    assert path.read_bytes() == before
