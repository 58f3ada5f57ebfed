"""Geometries that files have and GEOS does not take as they are."""

import sqlite3
import struct
from contextlib import closing

import numpy as np
import pytest
import shapely

from gis_files import write_points
from infromap.vector import read_layer
from infromap.vector.shapes import read_shapes

GPX = """\
<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
 <trk><name>road</name><trkseg><trkpt lat="50" lon="70"/><trkpt lat="51" lon="71"/></trkseg>
  <trkseg><trkpt lat="52" lon="72"/></trkseg></trk>
</gpx>
"""


def wkb(kind, *numbers, order="<"):
    """A geometry whose counts are integers and whose coordinates are floats."""
    return struct.pack(f"{order}BI{''.join('I' if isinstance(each, int) else 'd' for each in numbers)}", order == "<",
                       kind, *numbers)  # fmt: skip


def as_column(*contents):
    column = np.empty(len(contents), dtype=object)
    column[:] = contents
    return column


def replace_geometries(path, *contents):
    """Put well-known binary into a GeoPackage as it is."""
    header = b"GP\0\1" + struct.pack("<i", 4326)
    with closing(sqlite3.connect(path)) as database, database:
        table = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        for row, content in enumerate(contents, start=1):
            database.execute(f'UPDATE "{table}" SET geom = ? WHERE fid = ?', (header + content, row))


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((2, 1, 60.0, 45.0), "LINESTRING (60 45, 60 45)"),
        ((1002, 1, 60.0, 45.0, 7.0), "LINESTRING Z (60 45 7, 60 45 7)"),
        ((3, 1, 3, 0.0, 0.0, 2.0, 0.0, 2.0, 2.0), "POLYGON ((0 0, 2 0, 2 2, 0 0))"),
        ((3, 1, 2, 0.0, 0.0, 2.0, 0.0), "POLYGON ((0 0, 2 0, 0 0, 0 0))"),
        ((17, 1, 4, 0.0, 0.0, 2.0, 0.0, 2.0, 2.0, 0.0, 0.0), "POLYGON ((0 0, 2 0, 2 2, 0 0))"),
    ],
)
def test_what_geos_refuses_keeps_its_place(content, expected, order):
    shapes = read_shapes(as_column(wkb(*content, order=order)))

    assert shapely.equals_exact(shapes[0], shapely.from_wkt(expected))


def test_triangles_and_faces_are_areas():
    triangle = wkb(0x80000000 + 17, 1, 4, 0.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 2.0, 1.0, 0.0, 0.0, 1.0)
    face = wkb(1003, 1, 4, 0.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 2.0, 1.0, 0.0, 0.0, 1.0)

    shapes = read_shapes(as_column(wkb(0x80000000 + 16, 2) + 2 * triangle, wkb(1015, 1) + face))

    assert [shape.geom_type for shape in shapes] == ["MultiPolygon", "MultiPolygon"]
    assert [len(shape.geoms) for shape in shapes] == [2, 1]
    assert shapely.get_coordinates(shapes, include_z=True)[:4].tolist() == [[0, 0, 1], [2, 0, 1], [2, 2, 1], [0, 0, 1]]


def test_the_good_parts_of_a_collection_stay_beside_those_that_are_mended():
    point = wkb(0x20000001, 4326, 5.0, 6.0)

    shape = read_shapes(as_column(wkb(7, 2) + point + wkb(5, 2) + wkb(2, 1, 1.0, 2.0) + wkb(2, 2, 1.0, 2.0, 3.0, 4.0)))[
        0
    ]

    assert shape.wkt == "GEOMETRYCOLLECTION (POINT (5 6), MULTILINESTRING ((1 2, 1 2), (1 2, 3 4)))"


@pytest.mark.parametrize(
    "content",
    [b"", b"\1", wkb(2, 4_000_000_000, 1.0), wkb(99, 1), wkb(1, 5.0), wkb(7, 4_000_000_000), wkb(7, 1) * 5_000],
)
def test_what_is_damaged_is_nothing(content):
    assert read_shapes(as_column(content, None)).tolist() == [None, None]


def test_a_track_with_a_part_of_one_point_is_on_the_map(tmp_path):
    path = tmp_path / "walk.gpx"
    path.write_text(GPX, encoding="utf-8")

    layer = read_layer(path)

    assert layer.geometry[0].wkt == "MULTILINESTRING ((70 50, 71 51), (72 52, 72 52))"
    assert layer.notices == ()


def test_curves_become_lines_and_it_is_told(tmp_path):
    path = write_points(tmp_path / "towns.gpkg", geometry_type="Unknown")
    arc = wkb(8, 3, 60.0, 50.0, 61.0, 51.0, 62.0, 50.0)
    area = wkb(10, 1) + wkb(8, 5, 67.0, 50.0, 68.0, 51.0, 69.0, 50.0, 68.0, 49.0, 67.0, 50.0)
    replace_geometries(path, arc, area)

    layer = read_layer(path)

    assert [shape.geom_type for shape in layer.geometry] == ["LineString", "Polygon", "Point"]
    radii = shapely.distance(shapely.points(shapely.get_coordinates(layer.geometry[0])), shapely.Point(61, 50))
    assert np.allclose(radii, 1)
    assert layer.geometry[1].area == pytest.approx(np.pi, rel=0.01)
    assert layer.geometry[2].wkt == "POINT (57.2 50.3)"
    assert layer.notices == ("towns: curves are drawn and kept as lines of short legs",)


def test_rows_whose_geometry_is_lost_are_told(tmp_path):
    path = write_points(tmp_path / "towns.gpkg")
    replace_geometries(path, wkb(99, 7), wkb(1, 60.0, 50.0))

    layer = read_layer(path)

    assert [shape and shape.wkt for shape in layer.geometry] == [None, "POINT (60 50)", "POINT (57.2 50.3)"]
    assert "towns: 1 geometries are damaged and not on the map" in layer.notices
