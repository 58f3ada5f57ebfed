"""Ways become a network: they are cut at junctions, and joined again where only two of one sort meet."""

from dataclasses import dataclass

import numpy as np

from infromap.geodesic import geod
from infromap.route.layer import UNITS, Layer, Numbers

_CHUNK = 500_000  # segments measured at a time, so that memory stays bounded


@dataclass(frozen=True, kw_only=True, eq=False)
class Ways:
    """Ways as they were read: node numbers way after way, and what each way is.

    ``is_known`` is False for a node whose place is missing; a way is cut there.
    """

    x: Numbers  # of each node, int32 counts of 1e-7 degrees
    y: Numbers
    is_known: Numbers
    nodes: Numbers  # node numbers, way after way
    counts: Numbers  # how many of ``nodes`` each way has
    class_id: Numbers
    is_oneway: Numbers


def split_ways(ways: Ways) -> Layer:
    """Return the network of some ways; two of them are joined only where they share a node."""
    nodes, run, way = _runs(ways)
    pieces = _Pieces(nodes, run, way, ways, len(ways.x))
    order, is_reversed, edge_starts = _chains(pieces)
    return _layer(ways, nodes, pieces, order, is_reversed, edge_starts)


def _runs(ways: Ways) -> tuple[Numbers, Numbers, Numbers]:
    """Return known nodes, the number of the unbroken run that each stands in, and its way."""
    way = np.repeat(np.arange(len(ways.counts), dtype=np.int32), ways.counts)
    known = ways.is_known[ways.nodes]
    is_break = ~known
    is_break[1:] |= way[1:] != way[:-1]
    run = np.cumsum(is_break, dtype=np.int32)
    nodes, run, way = ways.nodes[known], run[known], way[known]
    is_new = np.ones(len(nodes), dtype=bool)
    is_new[1:] = (nodes[1:] != nodes[:-1]) | (run[1:] != run[:-1])
    return nodes[is_new], run[is_new], way[is_new]


class _Pieces:
    """The parts of runs between junctions and ends: each from position ``first`` to position ``last``."""

    def __init__(self, nodes: Numbers, run: Numbers, way: Numbers, ways: Ways, node_count: int) -> None:
        is_link = run[1:] == run[:-1]
        begins, ends = nodes[:-1][is_link], nodes[1:][is_link]
        degree = np.bincount(begins, minlength=node_count) + np.bincount(ends, minlength=node_count)
        starts_here = np.concatenate(([True], ~is_link))[: len(nodes)]
        ends_here = np.concatenate((~is_link, [True]))[: len(nodes)]
        cuts = np.flatnonzero(starts_here | ends_here | (degree[nodes] != 2))
        is_piece = run[cuts[1:]] == run[cuts[:-1]]
        self.first, self.last = cuts[:-1][is_piece], cuts[1:][is_piece]
        self.begin, self.end = nodes[self.first], nodes[self.last]
        self.class_id = ways.class_id[way[self.first]]
        self.is_oneway = ways.is_oneway[way[self.first]]
        self.degree = degree

    def partners(self) -> Numbers:
        """Return for each end (2 × piece, + 1 for its last) the end that continues it; -1 if none does."""
        count = len(self.first)
        places = np.column_stack((self.begin, self.end)).reshape(-1)
        ends = np.arange(2 * count)
        order = ends[np.argsort(places, kind="stable")]
        one, other = order[:-1], order[1:]
        meets = (places[one] == places[other]) & (self.degree[places[one]] == 2)
        one, other = one[meets], other[meets]
        a, b = one // 2, other // 2
        fits = (self.class_id[a] == self.class_id[b]) & (self.is_oneway[a] == self.is_oneway[b])
        fits &= ~self.is_oneway[a] | (one % 2 != other % 2)  # head to tail
        partner = np.full(2 * count, -1)
        partner[one[fits]], partner[other[fits]] = other[fits], one[fits]
        return partner


def _chains(pieces: _Pieces) -> tuple[Numbers, Numbers, Numbers]:
    """Return pieces in the order of edges, whether each is walked backwards, and where edges start."""
    partner = pieces.partners()
    is_alone = (partner[0::2] < 0) & (partner[1::2] < 0)
    alone, others = np.flatnonzero(is_alone), np.flatnonzero(~is_alone)
    number = np.cumsum(~is_alone) - 1  # of a piece among ``others``
    among = partner.reshape(-1, 2)[others].reshape(-1)
    among = np.where(among < 0, -1, 2 * number[among // 2] + among % 2)
    order, backwards, starts = _join(among.tolist(), pieces.is_oneway[others].tolist())
    return (
        np.concatenate((alone, others[np.array(order, dtype=np.int64)])),
        np.concatenate((np.zeros(len(alone), dtype=bool), np.array(backwards, dtype=bool))),
        np.concatenate((np.arange(len(alone)), len(alone) + np.array(starts, dtype=np.int64))),
    )


def _join(partner: list[int], is_oneway: list[bool]) -> tuple[list[int], list[bool], list[int]]:
    """Return pieces chain by chain, whether each is walked backwards, and where chains start."""
    seen = bytearray(len(is_oneway))
    order: list[int] = []
    backwards: list[bool] = []
    starts: list[int] = []
    # Chains with an end first, from that end; what is left are rings.
    heads = [end for end, other in enumerate(partner) if other < 0]
    for head in [*heads, *range(0, len(partner), 2)]:
        if seen[head // 2]:
            continue
        chain = _walk(head, partner, seen)
        if is_oneway[head // 2] and head % 2:  # walked against its direction
            chain = [end ^ 1 for end in reversed(chain)]
        starts.append(len(order))
        order += [end // 2 for end in chain]
        backwards += [end % 2 == 1 for end in chain]
    return order, backwards, starts


def _walk(head: int, partner: list[int], seen: bytearray) -> list[int]:
    """Return the ends by which a chain's pieces are entered, from ``head`` on."""
    chain = []
    end = head
    while end >= 0 and not seen[end // 2]:
        seen[end // 2] = 1
        chain.append(end)
        end = partner[end ^ 1]
    return chain


def _layer(
    ways: Ways, nodes: Numbers, pieces: _Pieces, order: Numbers, is_reversed: Numbers, edge_starts: Numbers
) -> Layer:
    sizes = pieces.last[order] - pieces.first[order]  # points of a piece without its last
    positions = _positions(pieces, order, is_reversed, sizes)
    points = nodes[positions]
    edge_of_piece = np.repeat(np.arange(len(edge_starts)), np.diff(np.append(edge_starts, len(order))))
    sizes_of_edges = np.bincount(edge_of_piece, weights=sizes, minlength=len(edge_starts)).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(sizes_of_edges)))
    last_piece = np.append(edge_starts[1:], len(order)) - 1 if len(order) else edge_starts
    ends = np.where(is_reversed[last_piece], pieces.begin[order[last_piece]], pieces.end[order[last_piece]])
    begins = points[starts[:-1]]
    is_bend = np.ones(len(points), dtype=bool)
    is_bend[starts[:-1]] = False
    bends = points[is_bend]
    junctions, numbers = np.unique(np.concatenate((begins, ends)), return_inverse=True)
    edge_from, edge_to = numbers[: len(begins)], numbers[len(begins) :]
    return Layer(
        node_x=ways.x[junctions],
        node_y=ways.y[junctions],
        component=_components(len(junctions), edge_from, edge_to),
        edge_from=edge_from.astype(np.int32),
        edge_to=edge_to.astype(np.int32),
        edge_class=pieces.class_id[order[edge_starts]].astype(np.uint8),
        edge_oneway=pieces.is_oneway[order[edge_starts]],
        edge_length_m=_lengths(ways, points, starts, ends),
        bend_count=(sizes_of_edges - 1).astype(np.int32),
        bend_x=ways.x[bends],
        bend_y=ways.y[bends],
    )


def _positions(pieces: _Pieces, order: Numbers, is_reversed: Numbers, sizes: Numbers) -> Numbers:
    """Return the positions of all points of all edges, each edge without its last point."""
    step = np.where(is_reversed, -1, 1)
    entry = np.where(is_reversed, pieces.last[order], pieces.first[order])
    offsets = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    positions: Numbers = np.repeat(entry, sizes) + np.repeat(step, sizes) * offsets
    return positions


def _lengths(ways: Ways, points: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """Return the geodesic length of each edge in metres."""
    following = np.append(points[1:], 0)
    following[starts[1:] - 1] = ends
    parts = [np.zeros(0)]
    for begin in range(0, len(points), _CHUNK):
        a, b = points[begin : begin + _CHUNK], following[begin : begin + _CHUNK]
        lonlat = (ways.x[a] / UNITS, ways.y[a] / UNITS, ways.x[b] / UNITS, ways.y[b] / UNITS)
        parts.append(geod().inv(*lonlat)[2])
    sums = np.concatenate(([0.0], np.cumsum(np.concatenate(parts))))
    lengths: Numbers = sums[starts[1:]] - sums[starts[:-1]]
    return lengths.astype(np.float32)


def _components(count: int, edge_from: Numbers, edge_to: Numbers) -> Numbers:
    """Return a number for each node, equal for nodes that are joined."""
    label = np.arange(count)
    while True:
        a, b = label[edge_from], label[edge_to]
        if np.array_equal(a, b):
            break
        np.minimum.at(label, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(label[label], label):
            label = label[label]
    return np.unique(label, return_inverse=True)[1].astype(np.int32)
