"""The vertices of a drawn line keep the names of the waypoints that they were."""

import pytest
from shapely import Point

from infromap.model.provenance import Source
from infromap.model.route import Waypoint
from infromap.session.drawn_line import is_same_line, name_vertices, pen_points


def stop(name, lon, lat):
    return Waypoint(name=name, point=Point(lon, lat), accuracy_km=1, source=Source(name="GeoNames"), is_stated=True)


STOPS = [stop("A", 57.2071812345, 50.2), stop("B", 60.1, 49.9), stop("C", 60.5, 49.4)]
A, B, C = (57.207181, 50.2), (60.1, 49.9), (60.5, 49.4)  # as the pen rounds them


@pytest.mark.parametrize(
    ("points", "names"),
    [
        ([A, B, C], ["A", "B", "C"]),
        ([A, B, (61.0, 49.0)], ["A", "B", "C"]),
        ([(57.0, 50.0), B, C], ["A", "B", "C"]),
        ([A, (60.0, 49.0), C], ["A", "B", "C"]),
        ([A, (58.0, 50.5), B, C], ["A", "", "B", "C"]),
        ([A, B, C, (61.0, 49.0)], ["A", "B", "C", ""]),
        ([A, C], ["A", "C"]),
        ([(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0)], ["", "", "", ""]),
    ],
    ids=["as it was", "end moved", "begin moved", "middle moved", "added between", "added behind", "taken away", "new"],
)
def test_vertices_are_named_by_the_order_of_those_that_stayed(points, names):
    assert [vertex.name for vertex in name_vertices(points, STOPS)] == names
    assert [vertex.point.coords[0] for vertex in name_vertices(points, STOPS)] == points


def test_a_line_that_was_only_looked_at_is_the_same():
    assert is_same_line([A, B, C], STOPS)
    assert not is_same_line([A, C], STOPS)


def test_a_line_across_the_antimeridian_goes_on_beyond_it_for_the_pen():
    stops = [stop("Suva", 178.4, -18.1), stop("Apia", -171.8, -13.8)]

    assert pen_points(stops) == ((178.4, -18.1), (188.2, -13.8))
    assert is_same_line(pen_points(stops), stops)
    assert [vertex.name for vertex in name_vertices(pen_points(stops), stops)] == ["Suva", "Apia"]
