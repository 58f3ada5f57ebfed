"""Where a place meets a network: the nearest points of its edges, within a stated distance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from shapely import LineString, Point

from infromap.geodesic import line_length_km
from infromap.route.near import KM_OF_DEGREE, nearest_points

if TYPE_CHECKING:
    from infromap.route.layer import Layer, Numbers

MAX_SNAP_KM = 30.0
_LEAST_SNAP_KM = 2.0
NEARLY_KM = 0.1  # an edge hardly farther than the nearest may be the right one: the other carriageway
_MOST_EDGES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Snap:
    """A point on an edge that stands for a place."""

    edge: int
    segment: int  # of the edge's points: the snap lies between this one and the next
    point: tuple[float, float]  # lon, lat in degrees
    along_m: float  # from the edge's start
    offset_km: float  # from the place


def snap_limit_km(accuracy_km: float) -> float:
    """Return how far from a place a line may pass: its accuracy and 2 km more, at most 30 km."""
    return min(MAX_SNAP_KM, accuracy_km + _LEAST_SNAP_KM)


def snap_place(layer: "Layer", place: Point, limit_km: float) -> dict[int, list[Snap]]:
    """Return the nearest points within ``limit_km`` of a place, for each component of the network.

    A component that comes no nearer is left out. Of each there is the nearest edge, and others that
    are hardly farther.
    """
    high = limit_km / KM_OF_DEGREE
    wide = high / max(0.01, float(np.cos(np.radians(place.y))))
    edges = layer.edges_in(place.x - wide, place.y - high, place.x + wide, place.y + high)
    if not len(edges):
        return {}
    distance, segment, points = nearest_points(*layer.points_of(edges), place)
    found: dict[int, list[Snap]] = {}
    for number in np.argsort(distance, kind="stable").tolist():
        offset_km = float(distance[number])
        if offset_km > limit_km:
            break
        edge = int(edges[number])
        of_component = found.setdefault(int(layer.component[layer.edge_from[edge]]), [])
        if len(of_component) < _MOST_EDGES and (not of_component or offset_km <= of_component[0].offset_km + NEARLY_KM):
            of_component.append(_snap(layer, edge, int(segment[number]), points[number], offset_km))
    return found


def _snap(layer: "Layer", edge: int, segment: int, point: "Numbers", offset_km: float) -> Snap:
    before = [*layer.edge_points(edge)[: segment + 1].tolist(), point.tolist()]
    return Snap(
        edge=edge,
        segment=segment,
        point=(float(point[0]), float(point[1])),
        along_m=line_length_km(LineString(before)) * 1000,
        offset_km=offset_km,
    )
