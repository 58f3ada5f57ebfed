"""A network of one mode in memory: junctions, edges between them, and the bends of each edge."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

UNITS = 10_000_000  # of coordinates to the degree, as OpenStreetMap counts them

Numbers = npt.NDArray[Any]


@dataclass(frozen=True, kw_only=True, eq=False)
class Layer:
    """Columns of a network; positions are int32 counts of 1e-7 degrees (x = lon, y = lat, EPSG:4326).

    An edge runs from ``edge_from`` to ``edge_to`` over ``bend_count`` bends, which stand in
    ``bend_x`` and ``bend_y`` edge after edge. A one-way edge is passable in that direction only.
    """

    node_x: Numbers
    node_y: Numbers
    component: Numbers  # of a node: nodes of one number are joined, directions aside
    edge_from: Numbers  # node numbers
    edge_to: Numbers
    edge_class: Numbers  # positions in ``classes.CLASSES``
    edge_oneway: Numbers  # bool
    edge_length_m: Numbers  # geodesic
    bend_count: Numbers
    bend_x: Numbers
    bend_y: Numbers

    def edge_points(self, edge: int) -> Numbers:
        """Return the points of an edge, its two junctions included, as lon and lat in degrees."""
        return self.points_of(np.array([edge]))[0]

    def points_of(self, edges: Numbers) -> tuple[Numbers, Numbers]:
        """Return the points of several edges, one edge after another, and the position at which each begins."""
        counts = self.bend_count[edges].astype(np.int64)
        starts = np.concatenate(([0], np.cumsum(counts + 2)))[:-1]
        points = np.empty((int((counts + 2).sum()), 2))
        bends = np.repeat(self._bend_start[edges] - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        is_bend = np.ones(len(points), dtype=bool)
        is_bend[starts] = is_bend[starts + counts + 1] = False
        for axis, nodes, bend in ((0, self.node_x, self.bend_x), (1, self.node_y, self.bend_y)):
            points[starts, axis] = nodes[self.edge_from[edges]]
            points[starts + counts + 1, axis] = nodes[self.edge_to[edges]]
            points[is_bend, axis] = bend[bends]
        return points / UNITS, starts

    def edges_in(self, west: float, south: float, east: float, north: float) -> Numbers:
        """Return the edges whose boxes meet a box in degrees."""
        low_x, low_y, high_x, high_y = self._edge_boxes
        return np.flatnonzero(
            (low_x <= east * UNITS) & (high_x >= west * UNITS) & (low_y <= north * UNITS) & (high_y >= south * UNITS)
        )

    @cached_property
    def _bend_start(self) -> Numbers:
        return np.concatenate(([0], np.cumsum(self.bend_count, dtype=np.int64)))

    @cached_property
    def _edge_boxes(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        low_x, high_x = self._span(self.node_x, self.bend_x)
        low_y, high_y = self._span(self.node_y, self.bend_y)
        return low_x, low_y, high_x, high_y

    def _span(self, nodes: Numbers, bends: Numbers) -> tuple[Numbers, Numbers]:
        """Return the least and the greatest of one coordinate over each edge."""
        ends = nodes[self.edge_from], nodes[self.edge_to]
        low, high = np.minimum(*ends), np.maximum(*ends)
        bent = np.flatnonzero(self.bend_count)
        if len(bent):
            starts = self._bend_start[bent]
            low[bent] = np.minimum(low[bent], np.minimum.reduceat(bends, starts))
            high[bent] = np.maximum(high[bent], np.maximum.reduceat(bends, starts))
        return low, high
