"""An extract becomes a network, and a line follows its bends or says which leg is not joined."""

from dataclasses import replace

import numpy as np
import pytest
from shapely import LineString, Point

from infromap.errors import NetworkError
from infromap.geodesic import line_length_km
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Waypoint
from infromap.route import trace_route
from infromap.route.build import build_network
from infromap.route.classes import CLASSES, Mode
from infromap.route.network_file import read_card, read_layer, write_network
from infromap.route.tracer import NetworkTracer
from osm_extract import write_extract

ROAD = {"highway": "primary"}
RAIL = {"railway": "rail"}
# A road with bends from a to d; a railway beside it, 0.02 degrees to the north.
NODES = {
    "a": (70.0, 50.0), "b": (70.3, 50.2), "c": (70.7, 49.9), "d": (71.0, 50.0),
    "ra": (70.0, 50.02), "rb": (70.5, 50.02), "rd": (71.0, 50.02),
    "n": (70.5, 50.5), "island": (70.9, 50.01), "islet": (71.02, 50.01), "far": (74.0, 50.0),
}  # fmt: skip
# What an editor saves before it is sent: ids below zero.
OF_AN_EDITOR = b"""<osm version="0.6"><node id="-1" lat="50" lon="70" version="1"/><node id="-2" lat="50" lon="71"
version="1"/><way id="-1" version="1"><nd ref="-1"/><nd ref="-2"/><tag k="highway" v="primary"/></way></osm>"""


def stop(name: str, accuracy_km: float = 1, *, nodes=NODES) -> Waypoint:
    return Waypoint(
        name=name, point=Point(nodes[name]), accuracy_km=accuracy_km, source=Source(name="a test"), is_stated=True
    )


@pytest.fixture
def trace(tmp_path):
    """Return a function that builds a network of some ways and traces a line over it."""

    def build_and_trace(ways, names, *, nodes=NODES, kind=Kind.HIGHWAY, without="", accuracy_km=1):
        extract = write_extract(tmp_path / "land.osm.pbf", nodes, ways, without=without)
        path = build_network(extract, tmp_path / "networks", name="land")
        stops = [stop(name, accuracy_km, nodes=nodes) for name in names.split()]
        return trace_route(stops, kind=kind, tracer=NetworkTracer([path]))

    return build_and_trace


def length_km(names: str, nodes=NODES) -> float:
    return line_length_km(LineString([nodes[name] for name in names.split()]))


def passes(route, names: str, nodes=NODES) -> None:
    """Assert that a traced route goes exactly through these nodes."""
    assert route.method is GeometryMethod.TRACED, route.notices
    assert route.notices == ()
    points = [(round(x, 5), round(y, 5)) for x, y in route.line.coords]
    assert points == [nodes[name] for name in names.split()]
    assert route.length_km == pytest.approx(length_km(names, nodes), rel=0.01)


def stays_schematic(route, *words: str) -> None:
    assert route.method is GeometryMethod.SCHEMATIC
    assert len(route.line.coords) == len(route.waypoints)
    (notice,) = route.notices
    for word in words:
        assert word in notice


def test_a_line_follows_the_bends_and_is_as_long_as_they_are(trace):
    route = trace([("a b c d", ROAD)], "a d")

    passes(route, "a b c d")
    assert route.length_km > 1.2 * length_km("a d")


def test_ways_that_go_on_in_one_another_are_one_line(trace):
    passes(trace([("a b", ROAD), ("c b", ROAD), ("c d", ROAD)], "a d"), "a b c d")


def test_a_traced_line_names_its_network_its_date_and_who_must_be_credited(trace):
    traced = trace([("a b c d", ROAD)], "a d").traced

    assert traced.source == Source(name="network land, from land.osm.pbf", date="2026-11-01")
    assert traced.credit.name == "© OpenStreetMap contributors (ODbL)"


def test_the_line_goes_through_the_stops_in_their_order(trace):
    ways = [("a b c d", ROAD), ("b n", ROAD), ("n c", ROAD)]

    passes(trace(ways, "a n d"), "a b n c d")


def test_a_one_way_road_is_followed_in_its_direction_alone(trace):
    oneway = ROAD | {"oneway": "yes"}
    ways = [("a b", ROAD), ("b c", oneway), ("c n", oneway), ("n b", oneway), ("c d", ROAD)]

    passes(trace(ways, "a d"), "a b c d")
    passes(trace(ways, "d a"), "d c n b a")


def test_a_road_that_is_one_way_backwards_is_turned_round(trace):
    ways = [("a b", ROAD), ("c b", ROAD | {"oneway": "-1"}), ("c d", ROAD)]

    passes(trace(ways, "a d"), "a b c d")
    stays_schematic(trace(ways, "d a"), "d–a", "one-way")


def test_a_one_way_road_is_not_gone_back_from_a_place_beside_it(trace):
    nodes = NODES | {"x": (70.1, 50.0), "y": (70.9, 50.0)}
    oneway = ROAD | {"oneway": "yes"}

    passes(trace([("a d", oneway)], "x y", nodes=nodes), "x y", nodes)
    stays_schematic(trace([("a d", oneway)], "y x", nodes=nodes), "y–x", "one-way")
    stays_schematic(trace([("a d", oneway), ("d far", ROAD)], "far x", nodes=nodes, accuracy_km=1), "far–x", "one-way")


def test_two_one_way_roads_that_meet_head_on_are_no_way_through(trace):
    oneway = ROAD | {"oneway": "yes"}

    stays_schematic(trace([("a b", oneway), ("c b", oneway)], "a c"), "one-way")


def test_a_roundabout_is_gone_round_in_its_direction(trace):
    nodes = NODES | {"w": (70.49, 50.0), "s": (70.5, 49.99), "e": (70.51, 50.0), "t": (70.5, 50.01)}
    ways = [("a w", ROAD), ("w s e t w", ROAD | {"junction": "roundabout"}), ("e d", ROAD)]

    passes(trace(ways, "a d", nodes=nodes), "a w s e d", nodes)
    passes(trace(ways, "d a", nodes=nodes), "d e t w a", nodes)


def test_the_main_road_is_preferred_to_a_shorter_minor_one(trace):
    ways = [("a n d", {"highway": "trunk"}), ("a d", {"highway": "unclassified"})]

    passes(trace(ways, "a d"), "a n d")


def test_a_better_way_is_found_far_from_the_straight_line(trace):
    nodes = NODES | {"up": (70.5, 50.593), "off": (70.6, 50.7)}  # by way of "up": 150 km instead of 72
    ways = [("a up d", {"highway": "trunk"}), ("up off", ROAD), ("a d", {"highway": "unclassified"})]

    passes(trace(ways, "a d", nodes=nodes), "a up d", nodes)


def test_a_gap_leaves_the_line_schematic_and_names_the_leg(trace):
    stays_schematic(trace([("a b", ROAD), ("c d", ROAD)], "a d"), "a–d", "not joined", "network land")


def test_only_the_leg_that_is_not_joined_is_named(trace):
    stays_schematic(trace([("a b", ROAD), ("c d", ROAD)], "a b d"), "b–d")


def test_a_node_that_the_extract_lacks_is_a_gap(trace):
    stays_schematic(trace([("a b c d", ROAD)], "a d", without="b"), "a–d", "no roads within")


def test_a_ferry_is_no_road(trace):
    ferry = {"route": "ferry", "highway": "primary"}

    stays_schematic(trace([("a b", ROAD), ("b c", ferry), ("c d", ROAD)], "a d"), "not joined")


def test_a_place_too_far_from_every_road_leaves_the_line_schematic(trace):
    stays_schematic(trace([("a b c d", ROAD)], "a far"), "a–far", "no roads within 3 km of far")


def test_how_far_depends_on_how_exactly_the_place_is_known(trace):
    nodes = NODES | {"near": (71.0, 50.1)}  # 11 km from d

    stays_schematic(trace([("a b c d", ROAD)], "a near", nodes=nodes, accuracy_km=5), "7 km of near")
    route = trace([("a b c d", ROAD)], "a near", nodes=nodes, accuracy_km=10)
    assert route.method is GeometryMethod.TRACED
    assert route.notices == ("near lies 11 km beside the traced line",)


def test_a_small_part_apart_from_the_network_does_not_catch_a_stop(trace):
    ways = [("a b c d", ROAD), ("island islet", ROAD)]
    nodes = NODES | {"town": (71.0, 50.008)}

    assert trace(ways, "a town", nodes=nodes).method is GeometryMethod.TRACED


def test_a_railway_is_never_traced_over_a_road_nor_a_road_over_a_railway(trace):
    ways = [("a b c d", ROAD), ("ra rb rd", RAIL)]

    passes(trace(ways, "ra rd", kind=Kind.RAILWAY), "ra rb rd")
    assert (70.5, 50.02) not in trace(ways, "ra rd", kind=Kind.HIGHWAY, accuracy_km=3).line.coords
    assert trace([("a b c d", ROAD)], "a d", kind=Kind.RAILWAY).method is GeometryMethod.SCHEMATIC


def test_a_metro_follows_its_own_tracks(trace):
    ways = [("a b c d", {"railway": "subway"}), ("a d", RAIL)]

    passes(trace(ways, "a d", kind=Kind.METRO), "a b c d")
    passes(trace(ways, "a d", kind=Kind.RAILWAY), "a d")


def test_a_place_next_to_a_siding_is_on_the_main_track(trace):
    ways = [("ra rb rd", RAIL), ("rb n rd", RAIL | {"service": "siding"})]

    passes(trace(ways, "ra rd", kind=Kind.RAILWAY), "ra rb rd")


def test_a_level_crossing_joins_no_road_to_a_railway(trace):
    ways = [("a b", ROAD), ("b c", RAIL), ("c d", ROAD)]

    stays_schematic(trace(ways, "a d"), "a–d", "not joined")


def test_a_road_under_construction_is_followed_and_a_planned_one_is_not(trace):
    built = {"highway": "construction", "construction": "primary"}

    passes(trace([("a b c d", built)], "a d"), "a b c d")
    stays_schematic(trace([("a b", ROAD), ("b c d", {"highway": "proposed", "proposed": "trunk"})], "a d"), "a–d")


def test_a_line_begins_and_ends_beside_its_stops_and_not_at_the_next_junction(trace):
    nodes = NODES | {"x": (70.1, 50.0), "y": (70.9, 50.0)}

    passes(trace([("a d", ROAD)], "x y", nodes=nodes), "x y", nodes)
    passes(trace([("a d", ROAD)], "y x", nodes=nodes), "y x", nodes)


def test_a_line_past_a_town_does_not_turn_into_it_and_back(trace):
    nodes = NODES | {"town": (70.3, 50.22)}  # 2 km off the road, at the end of a street
    ways = [("a b c d", ROAD), ("b town", {"highway": "tertiary"})]

    passes(trace(ways, "a town d", nodes=nodes), "a b c d", nodes)


def test_a_way_round_that_no_project_would_take_is_refused(trace):
    ways = [("a n far", ROAD), ("far d", ROAD)]

    stays_schematic(trace(ways, "a d"), "a–d", "straight line")


def test_where_no_network_is_near_the_line_is_schematic_without_a_notice(trace):
    route = trace([("island islet", ROAD)], "n far")

    assert (route.method, route.notices) == (GeometryMethod.SCHEMATIC, ())


def test_junctions_are_kept_and_bends_and_joints_are_not(tmp_path):
    ways = [("a b", ROAD), ("b c d", ROAD), ("b n", ROAD), ("ra rb", RAIL), ("rb rd", RAIL)]
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, ways)

    path = build_network(extract, tmp_path, name="land")

    roads, rails = read_layer(path, Mode.ROADS), read_layer(path, Mode.RAILWAYS)
    assert (len(roads.node_x), len(roads.edge_from), len(roads.bend_x)) == (4, 3, 1)
    assert (len(rails.node_x), len(rails.edge_from), len(rails.bend_x)) == (2, 1, 1)
    assert read_layer(path, Mode.METRO) is None
    assert {CLASSES[number].name for number in roads.edge_class} == {"primary"}
    assert read_card(path).bounds["roads"] == [70.0, 49.9, 71.0, 50.5]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("land.osm.pbf", b"no OpenStreetMap data", "cannot be read as OpenStreetMap"),
        ("land.osm.pbf", b"", "cannot be read as OpenStreetMap"),
        ("land.osm", OF_AN_EDITOR, "ways and not their nodes"),
    ],
)
def test_what_is_no_extract_is_refused_in_one_line(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(NetworkError, match=words) as refusal:
        build_network(tmp_path / name, tmp_path / "networks", name="land")

    assert "\n" not in str(refusal.value)
    assert list((tmp_path / "networks").iterdir()) == []


def test_an_extract_that_is_cut_off_is_refused(tmp_path):
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c d", ROAD)])
    extract.write_bytes(extract.read_bytes()[:-50])

    with pytest.raises(NetworkError, match="cannot be read as OpenStreetMap"):
        build_network(extract, tmp_path, name="land")


def test_a_folder_with_a_comma_in_its_name_holds_networks_as_well(tmp_path):
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c d", ROAD)])

    path = build_network(extract, tmp_path / "roads, rails", name="land")

    assert list((tmp_path / "roads, rails").iterdir()) == [path]
    assert read_card(path).edges == {"roads": 1}


def test_an_extract_without_roads_is_refused(tmp_path):
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, [("a b", {"waterway": "river"})])

    with pytest.raises(NetworkError, match="no road or railway"):
        build_network(extract, tmp_path, name="land")


def test_a_network_reaches_from_edge_to_edge_of_the_world(tmp_path):
    nodes = {"a": (-179.9999999, -80.0), "b": (-179.5, -80.1), "c": (179.9999999, 80.0), "d": (179.5, 80.1)}
    extract = write_extract(tmp_path / "world.osm.pbf", nodes, [("a b", ROAD), ("c d", ROAD)])

    layer = read_layer(build_network(extract, tmp_path, name="world"), Mode.ROADS)

    assert sorted(zip(layer.node_x / 1e7, layer.node_y / 1e7, strict=True)) == sorted(nodes.values())


def test_a_network_whose_columns_do_not_fit_is_refused(tmp_path):
    path = build_network(write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c d", ROAD)]), tmp_path, name="land")
    layer = replace(read_layer(path, Mode.ROADS), edge_to=np.array([7], dtype=np.int32))
    write_network(path, read_card(path), {Mode.ROADS: layer}, scratch=tmp_path)

    with pytest.raises(NetworkError, match="do not fit"):
        read_layer(path, Mode.ROADS)


def test_a_damaged_network_is_told_and_the_line_is_schematic(tmp_path):
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c d", ROAD)])
    path = build_network(extract, tmp_path, name="land")
    path.write_bytes(path.read_bytes()[:-40])

    route = trace_route([stop("a"), stop("d")], kind=Kind.HIGHWAY, tracer=NetworkTracer([path]))

    stays_schematic(route, "land.network", "build it again")
