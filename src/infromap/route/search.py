"""The cheapest way over a network between two places that are snapped to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

import numpy as np

from infromap.route.classes import CLASSES
from infromap.route.extras import import_extra
from infromap.route.layer import UNITS, Layer, Numbers
from infromap.route.snap import NEARLY_KM, Snap
from infromap.saying import Saying

_EARTH_KM = 6371.0
_FIRST_BOUND = 1.5  # times the straight distance
_SLACK_KM = 30.0
_SPHERE_SHARE = 0.99  # a distance on the sphere is at most 1 % longer than on the ellipsoid
_LEAST_M = 1e-6
_FACTORS = np.array([each.factor for each in CLASSES])

Points = list[tuple[float, float]]  # lon, lat in degrees


def find_way(layer: Layer, starts: Sequence[Snap], goals: Sequence[Snap]) -> Points | None:
    """Return the cheapest way from one of ``starts`` to one of ``goals``, all of one component.

    The cost of an edge is its length times the factor of its class, so a cost is never less than
    a length. Therefore a way of cost C stays within the ellipse of all points whose distances
    from both ends sum up to C: only that part of the network is searched, and what is found there
    at a cost that the ellipse allows is the cheapest of all.

    Returns
    -------
    list of points or None
        The way, bend by bend; None if one-way edges leave none.

    Raises
    ------
    MissingExtraError
        If ``rustworkx`` is not installed.
    """
    rustworkx = import_extra("rustworkx", purpose=Saying("tracing a line over a network"))
    to_goal_km = _distances_km(layer, goals[0].point)
    sums_km = _distances_km(layer, starts[0].point) + to_goal_km
    is_near = layer.component == layer.component[layer.edge_from[starts[0].edge]]
    sums_km[~is_near] = np.inf
    whole_km = float(sums_km[is_near].max())
    bound_km = float(np.min(sums_km)) * _FIRST_BOUND + _SLACK_KM
    while True:
        part = _Part(layer, np.flatnonzero(sums_km <= bound_km))
        ends = _Ends(layer, part, starts, goals)
        nodes = _search(rustworkx, part, ends, to_goal_km)
        cost_km = np.inf if nodes is None else part.cost_m(nodes, ends) / 1000
        if nodes is not None and (cost_km + _SLACK_KM <= bound_km or bound_km >= whole_km):
            return _points(layer, part, ends, nodes)
        if bound_km >= whole_km:
            return None
        bound_km = min(cost_km * 1.01 + _SLACK_KM, whole_km) if nodes else bound_km * 2.5


def _search(rustworkx: ModuleType, part: "_Part", ends: "_Ends", to_goal_km: Numbers) -> list[int] | None:
    """Return the nodes of the cheapest way in a part of the network, by A*.

    All that rustworkx calls back for is in C: a node's content is what is left to go, and only the
    goal's is 0. (Its Dijkstra keeps the way to every node it meets: gigabytes in a large country.)
    """
    left_m = np.maximum((to_goal_km[part.nodes] * _SPHERE_SHARE - 2 * NEARLY_KM) * 1000, _LEAST_M)
    graph = part.graph(rustworkx, ends, left_m)
    try:
        return list(rustworkx.astar_shortest_path(graph, part.start, (0.0).__eq__, float, float))
    except rustworkx.NoPathFound:
        return None


@dataclass(frozen=True, slots=True)
class _Step:
    """A stretch of the way: whole edges, or the part of one beside a snap."""

    cost: float
    edge: int
    is_forward: bool
    start: Snap | None = None
    goal: Snap | None = None


class _Part:
    """The edges between some nodes of a layer, as arcs in the directions that are allowed."""

    def __init__(self, layer: Layer, nodes: Numbers) -> None:
        self.nodes = nodes
        self.number = np.full(len(layer.node_x), -1, dtype=np.int64)
        self.number[nodes] = np.arange(len(nodes))
        self.start, self.goal = len(nodes), len(nodes) + 1
        a, b = self.number[layer.edge_from], self.number[layer.edge_to]
        edges = np.flatnonzero((a >= 0) & (b >= 0))
        both = edges[~layer.edge_oneway[edges]]
        self._tail, self._head = np.append(a[edges], b[both]), np.append(b[edges], a[both])
        self._edge = np.append(edges, both)
        self._is_forward = np.arange(len(self._edge)) < len(edges)
        self._cost = layer.edge_length_m[self._edge].astype(float) * _FACTORS[layer.edge_class[self._edge]]

    def graph(self, rustworkx: ModuleType, ends: "_Ends", left_m: Numbers) -> Any:
        """Return the arcs and those of the two ends as a graph; each node holds the metres that are left at least."""
        graph = rustworkx.PyDiGraph()
        graph.add_nodes_from([*left_m.tolist(), _LEAST_M, 0.0])
        graph.extend_from_weighted_edge_list(
            list(zip(self._tail.tolist(), self._head.tolist(), self._cost.tolist(), strict=True))
        )
        graph.extend_from_weighted_edge_list([(tail, head, step.cost) for (tail, head), step in ends.steps.items()])
        return graph

    def steps(self, nodes: list[int], ends: "_Ends") -> list[_Step]:
        """Return the cheapest arc between each node of a way and the next."""
        wanted = {(tail, head): ends.steps.get((tail, head)) for tail, head in pairwise(nodes)}
        is_on_way = np.zeros(self.goal + 1, dtype=bool)
        is_on_way[nodes] = True
        for arc in np.flatnonzero(is_on_way[self._tail] & is_on_way[self._head]).tolist():
            pair = int(self._tail[arc]), int(self._head[arc])
            best = wanted.get(pair)
            if pair in wanted and (best is None or self._cost[arc] < best.cost):
                wanted[pair] = _Step(float(self._cost[arc]), int(self._edge[arc]), bool(self._is_forward[arc]))
        return [step for step in wanted.values() if step is not None]

    def cost_m(self, nodes: list[int], ends: "_Ends") -> float:
        """Return the cost of a way."""
        return sum(step.cost for step in self.steps(nodes, ends))


class _Ends:
    """The stretches from the start to the junctions beside it, and from junctions to the goal."""

    def __init__(self, layer: Layer, part: _Part, starts: Sequence[Snap], goals: Sequence[Snap]) -> None:
        self.steps: dict[tuple[int, int], _Step] = {}
        self._layer, self._part = layer, part
        for snap in starts:
            rest_m = float(layer.edge_length_m[snap.edge]) - snap.along_m
            self._add(part.start, layer.edge_to[snap.edge], rest_m, snap, is_forward=True, is_start=True)
            self._add(part.start, layer.edge_from[snap.edge], snap.along_m, snap, is_forward=False, is_start=True)
        for snap in goals:
            rest_m = float(layer.edge_length_m[snap.edge]) - snap.along_m
            self._add(part.goal, layer.edge_from[snap.edge], snap.along_m, snap, is_forward=True, is_start=False)
            self._add(part.goal, layer.edge_to[snap.edge], rest_m, snap, is_forward=False, is_start=False)
        for start in starts:
            for goal in goals:
                if start.edge == goal.edge:
                    self._join(start, goal)

    def _add(self, end: int, junction: int, length_m: float, snap: Snap, *, is_forward: bool, is_start: bool) -> None:
        node = int(self._part.number[junction])
        if node >= 0 and (is_forward or not self._layer.edge_oneway[snap.edge]):
            cost = self._cost(snap, max(0.0, length_m))
            step = _Step(cost, snap.edge, is_forward, snap if is_start else None, None if is_start else snap)
            self._keep((end, node) if is_start else (node, end), step)

    def _join(self, start: Snap, goal: Snap) -> None:
        is_forward = goal.along_m >= start.along_m
        if is_forward or not self._layer.edge_oneway[start.edge]:
            cost = self._cost(start, abs(goal.along_m - start.along_m)) + goal.offset_km * 1000
            self._keep((self._part.start, self._part.goal), _Step(cost, start.edge, is_forward, start, goal))

    def _cost(self, snap: Snap, length_m: float) -> float:
        return length_m * float(_FACTORS[self._layer.edge_class[snap.edge]]) + snap.offset_km * 1000

    def _keep(self, pair: tuple[int, int], step: _Step) -> None:
        if pair not in self.steps or step.cost < self.steps[pair].cost:
            self.steps[pair] = step


def _points(layer: Layer, part: _Part, ends: _Ends, nodes: list[int]) -> Points:
    points: Points = []
    for step in part.steps(nodes, ends):
        for point in _step_points(layer, step):
            if not points or point != points[-1]:
                points.append(point)
    return points


def _step_points(layer: Layer, step: _Step) -> Points:
    points = [(x, y) for x, y in layer.edge_points(step.edge).tolist()]
    first, last = (step.start, step.goal) if step.is_forward else (step.goal, step.start)
    begin = 0 if first is None else first.segment + 1
    end = len(points) if last is None else last.segment + 1
    cut = [*([first.point] if first else []), *points[begin:end], *([last.point] if last else [])]
    return cut if step.is_forward else cut[::-1]


def _distances_km(layer: Layer, point: tuple[float, float]) -> Numbers:
    """Return the distance of each node from a point, on the sphere."""
    lon, lat = np.radians(layer.node_x / UNITS), np.radians(layer.node_y / UNITS)
    lon_0, lat_0 = np.radians(point)
    chord = np.sin((lat - lat_0) / 2) ** 2 + np.cos(lat) * np.cos(lat_0) * np.sin((lon - lon_0) / 2) ** 2
    distances: Numbers = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return distances
