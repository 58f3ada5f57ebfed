"""The box around geometries."""

import pytest
from shapely import LineString, MultiPoint, Point, Polygon

from infromap.compose.bounds import enclose


@pytest.mark.parametrize(
    ("geometries", "box"),
    [
        ([Point(69, 53)], (69, 53, 69, 53)),
        ([Point(69, 53), Point(77, 43)], (69, 43, 77, 53)),
        ([Point(-100, 10), Point(100, 20), Point(0, 0)], (-100, 0, 100, 20)),
        ([Point(175, -17), Point(-178, -14)], (175, -17, -178, -14)),
        ([LineString([(170, 60), (-170, 65)])], (170, 60, -170, 65)),
        ([LineString([(-170, 60), (170, 65)])], (170, 60, -170, 65)),
        ([LineString([(170, 60), (-165, 65)]), Point(-172, 60)], (170, 60, -165, 65)),
        ([LineString([(170, 60), (-165, 65)]), Point(175, 1), Point(-160, 2)], (170, 1, -160, 65)),
        ([MultiPoint([(-179, 1), (179, 2)])], (179, 1, -179, 2)),
        ([Point(180, 0), Point(-180, 1)], (180, 0, -180, 1)),
        ([Point(180, 0)], (180, 0, 180, 0)),
        ([MultiPoint([(-100, 10), (100, 20), (0, 0)])], (-100, 0, 100, 20)),
        ([None, Point(), Point(69, 53), MultiPoint([(70, 54), (71, 50)])], (69, 50, 71, 54)),
    ],
)
def test_the_box_leaves_out_the_widest_empty_strip(geometries, box):
    bounds = enclose(geometries)

    assert (bounds.west, bounds.south, bounds.east, bounds.north) == box


@pytest.mark.parametrize("geometries", [[], [Polygon()]])
def test_nothing_has_no_box(geometries):
    assert enclose(geometries) is None
