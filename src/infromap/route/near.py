"""How near lines come to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

if TYPE_CHECKING:
    import numpy.typing as npt

KM_OF_DEGREE = 111.2  # of latitude, to half a per cent

Numbers: TypeAlias = "npt.NDArray[Any]"


def gap_km(line: shapely.LineString, place: shapely.Point) -> float:
    """Return how far a place (lon, lat in degrees) lies from a line, in km, right to 1 % within some 100 km."""
    return float(nearest_points(shapely.get_coordinates(line), np.zeros(1, dtype=int), place)[0][0])


def nearest_points(points: Numbers, starts: Numbers, place: shapely.Point) -> tuple[Numbers, Numbers, Numbers]:
    """Return how near some lines come to a place.

    Parameters
    ----------
    points
        Of all lines, one line after another: lon, lat in degrees.
    starts
        Where in ``points`` each line begins; each has two points or more.
    place
        Lon, lat in degrees.

    Returns
    -------
    tuple of arrays
        For each line: its distance in km (right to 1 % within some 100 km), the number of its
        segment that is nearest, and the point on it.
    """
    scale = np.array([KM_OF_DEGREE * np.cos(np.radians(place.y)), KM_OF_DEGREE])
    local = (points - (place.x, place.y)) * scale
    a, b = local[:-1], local[1:]
    step = b - a
    square = np.maximum((step**2).sum(axis=1), 1e-18)
    share = np.clip(-(a * step).sum(axis=1) / square, 0.0, 1.0)
    distance = np.hypot(*(a + step * share[:, None]).T)
    distance[starts[1:] - 1] = np.inf  # from the last point of one line to the first of the next
    best = _first_least(distance, starts)
    nearest = points[best] + (points[best + 1] - points[best]) * share[best][:, None]
    return distance[best], best - starts, nearest


def _first_least(values: Numbers, starts: Numbers) -> Numbers:
    """Return the position of the least value of each stretch of ``values``."""
    sizes = np.diff(np.append(starts, len(values)))
    least = np.repeat(np.minimum.reduceat(values, starts), sizes)
    is_least = np.flatnonzero(values == least)
    stretch = np.searchsorted(starts, is_least, side="right") - 1
    return is_least[np.unique(stretch, return_index=True)[1]]
