"""The lines of a GIS layer are traced over, if it is clear what they are."""

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Transformer
from shapely import LineString, Point

from infromap.errors import InfromapError, NetworkError, VectorError
from infromap.geodesic import line_length_km
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.pipeline import open_tracer
from infromap.route import trace_route

BENT = [(70.0, 50.0), (70.3, 50.2), (70.7, 49.9)]
REST = [(70.7, 49.9), (71.0, 50.0)]
BESIDE = [(70.0, 50.0), (71.0, 50.0)]


def write_lines(path: Path, lines, *, crs="EPSG:4326", layer=None, append=False, **columns) -> Path:
    """Write lines of lon and lat, in the coordinates of ``crs``."""
    shapes = np.array([LineString(line) for line in lines])
    if crs not in (None, "EPSG:4326"):
        turn = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
        shapes = shapely.transform(shapes, lambda xy: np.column_stack(turn(xy[:, 0], xy[:, 1])))
    pyogrio.raw.write(
        path,
        shapely.to_wkb(shapes),
        [np.array(values, dtype=object) for values in columns.values()],
        list(columns),
        layer=layer,
        append=append,
        crs=crs,
        geometry_type="LineString",
    )
    return path


def trace(path: Path, *, kind=Kind.HIGHWAY, end=(71.0, 50.0), **options) -> Route:
    stops = [
        Waypoint(name=name, point=Point(place), accuracy_km=1, source=Source(name="a test"), is_stated=True)
        for name, place in (("A", (70.0, 50.0)), ("B", end))
    ]
    return trace_route(stops, kind=kind, tracer=open_tracer(lines=path, **options))


@pytest.mark.parametrize(
    ("suffix", "crs"),
    [(".gpkg", "EPSG:4326"), (".gpkg", "EPSG:32642"), (".shp", "EPSG:3857"), (".geojson", "EPSG:4326")],
)
def test_a_line_follows_the_lines_of_a_file_in_any_coordinate_system(tmp_path, suffix, crs):
    path = write_lines(tmp_path / f"roads{suffix}", [BENT, REST], crs=crs)

    route = trace(path, lines_mode="roads")

    assert route.method is GeometryMethod.TRACED, route.notices
    assert np.allclose(route.line.coords, [*BENT, *REST[1:]], atol=1e-5)
    assert route.length_km == pytest.approx(line_length_km(LineString([*BENT, *REST[1:]])), rel=0.01)
    assert route.traced.source.name == f"lines of roads{suffix}"
    assert route.traced.source.date is not None


def test_lines_of_several_parts_with_heights_and_empty_rows_are_read(tmp_path):
    parts = shapely.MultiLineString([[(*place, 500.0) for place in line] for line in (BENT, REST)])
    shapes = np.array([None, parts, shapely.MultiLineString()])
    rows = [np.array(["primary"] * 3, dtype=object)]
    path = tmp_path / "roads.gpkg"
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), rows, ["highway"], crs="EPSG:4326", geometry_type="MultiLineString Z"
    )

    route = trace(path)

    assert [tuple(point) for point in route.line.coords] == [*BENT, *REST[1:]]


def test_attributes_tell_roads_from_railways_and_ferries(tmp_path):
    lines = [BENT, REST, BESIDE, BESIDE]
    path = write_lines(tmp_path / "lines.gpkg", lines, fclass=["primary", "primary", "rail", "ferry"])

    assert len(trace(path, kind=Kind.HIGHWAY).line.coords) == 4
    assert list(trace(path, kind=Kind.RAILWAY).line.coords) == BESIDE


def test_a_word_of_the_user_tells_what_a_file_does_not(tmp_path):
    path = write_lines(tmp_path / "lines.gpkg", [BENT, REST], name=["x", "y"])

    assert trace(path, kind=Kind.GRID, lines_mode="power").method is GeometryMethod.TRACED
    assert trace(path, kind=Kind.HIGHWAY, lines_mode="power").method is GeometryMethod.SCHEMATIC
    with pytest.raises(NetworkError, match="--lines-are"):
        trace(path)


def test_one_way_lines_are_followed_in_their_direction(tmp_path):
    columns = {"highway": ["primary", "primary"], "oneway": ["T", None]}

    backwards = trace(write_lines(tmp_path / "a.gpkg", [BENT[::-1], REST], **columns))
    against = trace(write_lines(tmp_path / "b.gpkg", [BENT, REST], **columns))

    assert backwards.method is GeometryMethod.TRACED
    assert "one-way" in against.notices[0]


def test_lines_that_do_not_meet_leave_the_line_schematic(tmp_path):
    path = write_lines(tmp_path / "roads.gpkg", [BENT, [(70.71, 49.9), (71.0, 50.0)]])

    route = trace(path, lines_mode="roads")

    assert route.method is GeometryMethod.SCHEMATIC
    assert "A–B" in route.notices[0]
    assert "not joined in lines of roads.gpkg" in route.notices[0]


def test_of_several_layers_one_must_be_named(tmp_path):
    path = write_lines(tmp_path / "land.gpkg", [BENT, REST], layer="roads")
    write_lines(path, [BESIDE], layer="tracks", append=True)

    with pytest.raises(VectorError, match="roads, tracks"):
        trace(path, lines_mode="roads")
    with pytest.raises(VectorError, match="no layer 'road'"):
        trace(path, lines_mode="roads", lines_layer="road")

    assert trace(path, lines_mode="roads", lines_layer="roads").traced.source.name == "lines of land.gpkg, layer roads"


def points_file(folder: Path) -> Path:
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [70, 50]}}
    path = folder / "points.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}))
    return path


def damaged_file(folder: Path) -> Path:
    (folder / "damaged.gpkg").write_bytes(b"SQLite format 3\0 and no more")
    return folder / "damaged.gpkg"


def file_without_system(folder: Path) -> Path:
    path = write_lines(folder / "bare.shp", [BENT], crs="EPSG:3857")
    path.with_suffix(".prj").unlink()
    return path


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "none.gpkg", "does not exist"),
        (points_file, "no layer of lines"),
        (damaged_file, "cannot be read"),
        (file_without_system, "coordinate system"),
    ],
)
def test_what_has_no_usable_lines_is_refused_in_one_line(tmp_path, make, words):
    path = make(tmp_path)

    with pytest.raises(InfromapError, match=words) as refusal:
        trace(path, lines_mode="roads")

    assert str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)
