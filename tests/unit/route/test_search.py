"""The search over a part of a network finds what a search over all of it finds."""

import heapq
from itertools import pairwise

import numpy as np
import pytest
from shapely import LineString, Point

from infromap.geodesic import line_length_km
from infromap.route.classes import CLASSES
from infromap.route.layer import UNITS, Layer
from infromap.route.search import find_way
from infromap.route.snap import snap_limit_km, snap_place
from infromap.route.split import Ways, split_ways

COUNT = 60


def random_layer(seed: int) -> Layer:
    """Return a network of crooked ways between random places, some of them one-way."""
    random = np.random.default_rng(seed)
    x, y = random.uniform(70, 76, COUNT), random.uniform(48, 52, COUNT)
    pairs = [(a, b) for a in range(COUNT) for b in np.argsort(np.hypot(x - x[a], y - y[a]))[1:4].tolist()]
    bends = [((x[a] + x[b]) / 2 + random.normal(0, 0.05), (y[a] + y[b]) / 2) for a, b in pairs]
    nodes = np.array([[a, COUNT + k, b] for k, (a, b) in enumerate(pairs)])
    return split_ways(
        Ways(
            x=np.rint(np.append(x, [bend[0] for bend in bends]) * UNITS).astype(np.int32),
            y=np.rint(np.append(y, [bend[1] for bend in bends]) * UNITS).astype(np.int32),
            is_known=np.ones(COUNT + len(bends), dtype=bool),
            nodes=nodes.reshape(-1),
            counts=np.full(len(pairs), 3),
            class_id=random.integers(0, 6, len(pairs)).astype(np.uint8),
            is_oneway=random.random(len(pairs)) < 0.3,
        )
    )


def cheapest_cost_km(layer: Layer, start: int, goal: int) -> float | None:
    """Return the least cost from node to node, by a plain search over everything."""
    arcs: dict[int, list[tuple[int, float]]] = {}
    for edge in range(len(layer.edge_from)):
        a, b = int(layer.edge_from[edge]), int(layer.edge_to[edge])
        cost = line_length_km(LineString(layer.edge_points(edge))) * CLASSES[layer.edge_class[edge]].factor
        arcs.setdefault(a, []).append((b, cost))
        if not layer.edge_oneway[edge]:
            arcs.setdefault(b, []).append((a, cost))
    queue, done = [(0.0, start)], set()
    while queue:
        cost, node = heapq.heappop(queue)
        if node == goal:
            return cost
        if node not in done:
            done.add(node)
            for other, more in arcs.get(node, []):
                heapq.heappush(queue, (cost + more, other))
    return None


def cost_km(layer: Layer, way: list[tuple[float, float]]) -> float:
    """Return the cost of a way, each of its segments at the cheapest class of an edge that has it."""
    factors: dict[frozenset[tuple[float, float]], float] = {}
    for edge in range(len(layer.edge_from)):
        points = [(round(x, 6), round(y, 6)) for x, y in layer.edge_points(edge).tolist()]
        factor = CLASSES[layer.edge_class[edge]].factor
        for a, b in pairwise(points):
            factors[frozenset((a, b))] = min(factor, factors.get(frozenset((a, b)), 9.0))
    points = [(round(x, 6), round(y, 6)) for x, y in way]
    return sum(line_length_km(LineString([a, b])) * factors[frozenset((a, b))] for a, b in pairwise(points))


@pytest.mark.parametrize("seed", range(12))
def test_the_way_is_the_cheapest_of_all(seed):
    layer = random_layer(seed)
    random = np.random.default_rng(seed)
    start, goal = random.choice(len(layer.node_x), 2, replace=False).tolist()
    places = [Point(layer.node_x[node] / UNITS, layer.node_y[node] / UNITS) for node in (start, goal)]
    component = int(layer.component[start])
    starts, goals = (snap_place(layer, place, snap_limit_km(0)).get(component) for place in places)

    way = find_way(layer, starts, goals) if goals else None

    expected = cheapest_cost_km(layer, start, goal)
    if expected is None:
        assert way is None
    else:
        assert cost_km(layer, way) == pytest.approx(expected, rel=1e-4, abs=0.01)
