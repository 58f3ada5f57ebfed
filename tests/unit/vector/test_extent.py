"""Small files that would take all memory, or hours, are refused: by columns, rows, cells, letters, unpacked bytes."""

import ast
import io
import json
import pickle
import struct
import subprocess
import sys
import zipfile

import numpy as np
import pytest
import shapely

from gis_files import write_points
from infromap.errors import VectorError
from infromap.vector import plan_file, read_layers
from infromap.vector.extent import MOST_COLUMNS, MOST_LETTERS, MOST_ROWS
from infromap.vector.shapes import read_shapes, read_wkt

MANY = range(MOST_COLUMNS + 1)
POINT = '"geometry": {"type": "Point", "coordinates": [69.4, 53.3]}'


def geojson(names):
    rows = ",".join(f'{{"type": "Feature", "properties": {{"{name}": 1}}, {POINT}}}' for name in names)
    return f'{{"type": "FeatureCollection", "features": [{rows}]}}'.encode()


def kml(names):
    point = "<Point><coordinates>69.4,53.3</coordinates></Point>"
    data = "<ExtendedData><Data name='{name}'><value>1</value></Data></ExtendedData>"
    rows = "".join(f"<Placemark>{data.format(name=name)}{point}</Placemark>" for name in names)
    return f"<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{rows}</Document></kml>".encode()


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


def lying_sizes(archive, size):
    """Return an archive whose directory says so of each of its files."""
    parts = archive.split(b"PK\1\2")
    return b"PK\1\2".join([parts[0], *(each[:20] + struct.pack("<I", size) + each[24:] for each in parts[1:])])


def table(columns, rows):
    return ("lat,lon" + ",a" * columns + "\n" + "53.3,69.4\n" * rows).encode()


FILES = {
    "a.geojson": (lambda: geojson(MANY), "2,001 columns"),
    "a.kml": (lambda: kml(MANY), "columns, and a layer 2,000"),
    "compared.kml": (lambda: kml(range(21_000)), "21,000 columns and 21,000 rows"),
    "compared.kmz": (lambda: zipped(doc__kml=kml(range(21_000))), "doc.kml, has 21,000 columns"),
    "compared.zip": (lambda: zipped(a__kml=kml(range(21_000))), "a.kml, has 21,000 columns"),
    "a.zip": (
        lambda: lying_sizes(zipped(a__geojson=geojson("a"), b__geojson=geojson("a"), c__kml=kml("a")), 190_000_000),
        "unpacks to 570 MB",
    ),
    "wide.csv": (lambda: table(MOST_COLUMNS, 1), "2,002 columns"),
    "ragged.csv": (lambda: table(1_900, 3_000), "far fewer cells than the first (1,902)"),
    "open quote.csv": (
        lambda: table(0, 1) + b'"' + b"a,b\n" * (MOST_LETTERS // 4 + 9),
        "field larger than field limit",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_would_become_too_much_is_refused(tmp_path, name):
    make, told = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())

    with pytest.raises(VectorError) as caught:
        read_layers(path)

    assert told in str(caught.value)
    assert str(caught.value).count("cannot be read") <= 1


@pytest.mark.parametrize(("name", "size"), [("a.csv", 3 * MOST_LETTERS), ("a.kml", 201_000_000)])
def test_a_file_that_is_long_and_takes_no_room_on_the_disk_is_refused(tmp_path, name, size):
    path = tmp_path / name
    path.write_bytes(b"lat,lon\n53.3,69.4\n" if name == "a.csv" else kml("a"))
    with path.open("r+b") as file:
        file.truncate(size)

    with pytest.raises(VectorError, match=r"has 80,000,000 letters|201 MB, too much"):
        read_layers(path)


def test_more_rows_than_fit_are_refused_before_any_is_read(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    geo = {"version": "1.0.0", "primary_column": "a", "columns": {"a": {"encoding": "WKB", "geometry_types": []}}}
    rows = pyarrow.table({"a": pyarrow.nulls(MOST_ROWS + 1, pyarrow.binary())})
    parquet.write_table(rows.replace_schema_metadata({"geo": json.dumps(geo)}), tmp_path / "a.parquet")

    with pytest.raises(VectorError, match="10,000,001 rows"):
        read_layers(tmp_path / "a.parquet")


@pytest.mark.parametrize("name", ["a.geojson", "a.kml", "a.csv"])
def test_as_many_columns_as_are_allowed_are_read(tmp_path, name):
    names = [f"c{number}" for number in range(MOST_COLUMNS - 20)]
    content = {"a.geojson": geojson, "a.kml": kml, "a.csv": lambda _: table(MOST_COLUMNS - 2, 1)}[name](names)
    (tmp_path / name).write_bytes(content)

    (layer,) = read_layers(tmp_path / name)

    assert MOST_COLUMNS - 20 <= len(layer.columns) <= MOST_COLUMNS
    assert {len(column.values) for column in layer.columns} == {1 if name == "a.csv" else len(names)}


def test_a_row_that_is_longer_than_the_first_is_cut_and_told(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"lat,lon,a\n53.3,69.4,x,y" + b",z" * 5_000 + b"\n50.1,57.2,b\n")

    (layer,) = read_layers(tmp_path / "a.csv")

    assert layer.columns[0].values.tolist() == ["x", "b"]
    assert any("1 rows have more or fewer cells" in notice for notice in layer.notices)


def test_a_wide_table_can_be_looked_into(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"x" + b"," * 150_000 + b"\n53.3,69.4\n")

    plan = plan_file(tmp_path / "a.csv")

    assert plan.table is not None
    assert not plan.table.has_place


def test_an_archive_of_a_shapefile_and_more_is_read(tmp_path):
    write_points(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as archive:
        archive.writestr("b.kml", kml("ab"))

    assert [len(layer) for layer in read_layers(tmp_path / "a.zip")] == [3, 2]


def nested(kind, order, count):
    """Return geometries within one another, each behind a point."""
    point = struct.pack(f"{order}BI2d", order == "<", 1, 69.4, 53.3) if kind == 7 else b""
    head = struct.pack(f"{order}BII", order == "<", kind, 2 if point else 1) + point
    return head * count + struct.pack(f"{order}BI2d", order == "<", 1, 69.4, 53.3)


@pytest.mark.parametrize("order", "<>")
def test_geometries_that_go_too_deep_for_geos_are_damaged_ones(order):
    kinds = [4, 5, 6, 7, 11, 12, 1007, 2007, 3007, 7 | 0x80000000, 7 | 0xC0000000]
    shallow = shapely.to_wkb(shapely.Point(69.4, 53.3))

    found = shapes_apart([*(nested(kind, order, 20_000) for kind in kinds), shallow, None])

    assert found == [*[None for _ in kinds], "POINT (69.4 53.3)", None]


def shapes_apart(wkb):
    """Read geometries in a process of its own, which GEOS may end."""
    program = (
        "import pickle, sys, numpy; from infromap.vector.shapes import read_shapes\n"
        "wkb = pickle.load(sys.stdin.buffer); array = numpy.empty(len(wkb), dtype=object); array[:] = wkb\n"
        "print([each and each.wkt for each in read_shapes(array)])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=pickle.dumps(wkb), capture_output=True, check=True)
    return ast.literal_eval(done.stdout.decode())


def test_texts_that_go_too_deep_for_geos_are_damaged_ones():
    deep = "GEOMETRYCOLLECTION (" * 300 + "POINT (1 2)" + ")" * 300

    assert read_wkt([deep, deep.lower(), "POINT (1 2)", ""]).tolist() == [None, None, shapely.Point(1, 2), None]


def test_a_multi_polygon_of_many_parts_and_small_collections_stay():
    many = shapely.MultiPolygon([shapely.box(place, 0, place + 0.5, 1) for place in range(5_000)])
    nest = shapely.GeometryCollection([shapely.GeometryCollection([shapely.MultiPoint([(1, 2)])])] * 40)
    wkb = np.array([shapely.to_wkb(many), shapely.to_wkb(nest)], dtype=object)

    assert read_shapes(wkb).tolist() == [many, nest]


def test_a_file_of_very_many_layers_is_refused(tmp_path):
    start, _, end = kml("a").decode().partition("<Placemark>")
    row = "<Placemark>" + end.removesuffix("</Document></kml>")
    folders = "".join(f"<Folder><name>f{i}</name>{row}</Folder>" for i in range(501))
    (tmp_path / "a.kml").write_text(f"{start}{folders}</Document></kml>")

    with pytest.raises(VectorError, match="501 layers"):
        read_layers(tmp_path / "a.kml")
