"""What the closest view can show of lines and rings: the page needs no more points than that.

All of it works on whole arrays, and in time proportional to the points, however wild a coast is.
"""

import numpy as np
import shapely
from numpy.typing import NDArray

CLOSEST = 17  # hundred-thousandths of a degree: half a pixel of the closest view of the page's own map
BUDGET = 500_000  # points of a layer
_FEW = 50_000  # points that are worth no effort
_STRETCH = 256  # points that are simplified together: the method takes the square of their number at worst

Integers = NDArray[np.int64]


def simplify_pieces(points: Integers, sizes: Integers, *, budget: int = BUDGET) -> tuple[Integers, Integers]:
    """Return lines and rings that look the same with fewer points; the document keeps the exact ones.

    Parameters
    ----------
    points
        Of all pieces, one behind the other, in hundred-thousandths of a degree.
    sizes
        How many of them each piece has.
    budget
        How many points may be left. While there are more, those are taken that only nearer views would show.

    Returns
    -------
    points and sizes
        Of the same pieces; none of them is without points. Few points come back as they are.
    """
    if len(points) <= _FEW:
        return points, sizes
    step = CLOSEST
    points, sizes = _straighten(*_thin(points, sizes, step), step)
    while len(points) > budget and len(points) > 2 * len(sizes):
        step *= 2
        points, sizes = _thin(points, sizes, step)
    return points, sizes


def _thin(points: Integers, sizes: Integers, step: int) -> tuple[Integers, Integers]:
    """Leave out points that lie in the same cell of a grid as the one before; first and last ones stay."""
    ends = np.cumsum(sizes)
    cells = points // step
    is_kept = np.ones(len(points), dtype=bool)
    is_kept[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    is_kept[ends - sizes] = True
    is_kept[ends - 1] = True
    return points[is_kept], _count(is_kept, sizes)


def _straighten(points: Integers, sizes: Integers, step: int) -> tuple[Integers, Integers]:
    """Leave out points that lie within a step of the line between others, stretch by stretch."""
    pieces = np.repeat(np.arange(len(sizes)), sizes)
    places = np.arange(len(points)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    is_single = sizes[pieces] == 1
    is_join = (
        (places % _STRETCH == 0) & (places > 0) & (places < sizes[pieces] - 1)
    )  # the end of a stretch, and a start
    numbers = np.cumsum(((places == 0) | is_join) & ~is_single) - 1  # of the stretch that each point is in, or begins
    shared = np.flatnonzero(is_join)
    order = np.insert(np.arange(len(points)), shared, shared)
    owners = np.insert(numbers, shared, numbers[shared] - 1)
    is_bent = ~is_single[order]
    lines = shapely.linestrings(points[order[is_bent]].astype(float), indices=owners[is_bent])
    bends, of_line = shapely.get_coordinates(shapely.simplify(lines, step, preserve_topology=False), return_index=True)
    of_piece = pieces[np.flatnonzero(((places == 0) | is_join) & ~is_single)]  # for each stretch
    goes_on = np.append(of_piece[1:] == of_piece[:-1], False)[of_line]
    is_kept = ~(goes_on & np.append(of_line[1:] != of_line[:-1], True))  # a joint is there twice
    whole = np.concatenate([bends[is_kept].astype(np.int64), points[is_single]])
    found = np.concatenate([of_piece[of_line[is_kept]], pieces[is_single]])
    return whole[np.argsort(found, kind="stable")], np.bincount(found, minlength=len(sizes))


def _count(is_kept: NDArray[np.bool_], sizes: Integers) -> Integers:
    return np.asarray(np.add.reduceat(is_kept, np.cumsum(sizes) - sizes, dtype=np.int64))
