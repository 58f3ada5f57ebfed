"""GeoParquet, by pyarrow."""

import json
import sys

import pytest
import shapely
from pyproj import CRS, Transformer

from gis_files import NAMES, NUMBERS, POINTS, write_parquet
from infromap.errors import MissingExtraError, UnknownCrsError, VectorError
from infromap.model.layer import ColumnType
from infromap.vector import read_layers

pytest.importorskip("pyarrow")


def test_rows_survive(tmp_path):
    (layer,) = read_layers(write_parquet(tmp_path / "towns.parquet"))

    values = {column.name: [column.cell(row) for row in range(3)] for column in layer.columns}
    assert shapely.equals_exact(layer.geometry, POINTS, 1e-9).all()
    assert values["name"] == list(NAMES)
    assert values["number"] == list(NUMBERS)
    assert values["share"] == [0.5, None, -2.25]
    assert values["kind"] == ["a", "b", "a"]
    assert values["day"] == ["2026-11-01", None, "2026-11-03"]
    assert [column.type for column in layer.columns] == [
        ColumnType.TEXT, ColumnType.INTEGER, ColumnType.REAL, ColumnType.TEXT, ColumnType.DATE,
    ]  # fmt: skip
    assert layer.name == "towns.parquet"


def test_its_coordinate_system_is_used(tmp_path):
    turn = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    metres = shapely.transform(POINTS, turn, interleaved=False)
    path = write_parquet(tmp_path / "towns.parquet", metres, crs=json.loads(CRS("EPSG:3857").to_json()))

    (layer,) = read_layers(path)

    assert shapely.equals_exact(layer.geometry, POINTS, 1e-6).all()


def test_one_that_is_not_known_is_asked_for(tmp_path):
    path = write_parquet(tmp_path / "towns.parquet", crs=None)

    with pytest.raises(UnknownCrsError, match="--crs"):
        read_layers(path)
    assert len(read_layers(path, crs="EPSG:4326")[0]) == 3


def test_other_encodings_and_plain_parquet_are_refused(tmp_path):
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), tmp_path / "plain.parquet")
    with pytest.raises(VectorError, match=r"plain\.parquet is no GeoParquet"):
        read_layers(tmp_path / "plain.parquet")
    with pytest.raises(VectorError, match="'point'"):
        read_layers(write_parquet(tmp_path / "towns.parquet", encoding="point"))


def test_a_damaged_file_is_told_in_one_line(tmp_path):
    path = write_parquet(tmp_path / "towns.parquet")
    path.write_bytes(path.read_bytes()[:200])

    with pytest.raises(VectorError, match=r"towns\.parquet cannot be read"):
        read_layers(path)


def test_without_pyarrow_the_extra_is_named(tmp_path, monkeypatch):
    path = write_parquet(tmp_path / "towns.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtraError, match=r"infromap\[layers\]"):
        read_layers(path)
