import pytest
from shapely import LineString, Point

from infromap.errors import RouteError
from infromap.geodesic import distance_km, line_length_km
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Waypoint
from infromap.route import trace_route


def waypoint(name: str, lon: float, lat: float) -> Waypoint:
    return Waypoint(name=name, point=Point(lon, lat), accuracy_km=5, source=Source(name="a test"), is_stated=True)


def test_a_degree_of_the_equator_is_111_kilometres_long():
    assert line_length_km(LineString([(0, 0), (1, 0)])) == pytest.approx(111.3195, abs=0.001)


def test_a_line_is_as_long_as_its_legs_together():
    stops = [waypoint("A", 60, 50), waypoint("B", 62, 49), waypoint("C", 65, 50)]

    route = trace_route(stops)

    legs = distance_km(stops[0].point, stops[1].point) + distance_km(stops[1].point, stops[2].point)
    assert route.length_km == pytest.approx(legs, rel=1e-9)
    assert list(route.line.coords) == [(60, 50), (62, 49), (65, 50)]
    assert route.method is GeometryMethod.SCHEMATIC


def test_a_stop_at_the_point_before_it_is_skipped():
    route = trace_route([waypoint("A", 60, 50), waypoint("A again", 60, 50), waypoint("B", 62, 49)])

    assert [stop.name for stop in route.waypoints] == ["A", "B"]


@pytest.mark.parametrize("names", [[], ["A"], ["A", "A"]])
def test_fewer_than_two_different_places_make_no_line(names):
    with pytest.raises(RouteError, match="two different places"):
        trace_route([waypoint(name, 60, 50) for name in names])
