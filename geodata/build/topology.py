"""Lines are read from TopoJSON, simplified by where they lie, and packed as text."""

import math

import numpy as np

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
GRID = 1000  # packed units to the degree: 0.001 degrees, about 100 m

# Where the map must be good: Kazakhstan and its neighbours, the Caucasus, Central Asia. West, south, east, north.
FOCUS = (44.0, 36.5, 90.0, 56.0)
FINE, COARSE = 0.0025, 0.12  # tolerance of simplification in degrees, inside and far away
GROWTH = 0.005  # how much it grows with each degree of distance


def tolerance(points: np.ndarray) -> np.ndarray:
    """Return how far a vertex may lie off the simplified line, in degrees, for points of shape (n, 2)."""
    west, south, east, north = FOCUS
    dx = np.maximum(np.maximum(west - points[:, 0], points[:, 0] - east), 0.0)
    dy = np.maximum(np.maximum(south - points[:, 1], points[:, 1] - north), 0.0)
    return np.minimum(FINE + GROWTH * np.hypot(dx, dy), COARSE)


def decode_arcs(topology: dict) -> list[np.ndarray]:
    """Return the arcs of a TopoJSON file as arrays of lon, lat in degrees."""
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]


def unroll(points: np.ndarray) -> np.ndarray:
    """Return a line that crosses 180 degrees as one without a leap: its longitudes go on beyond 180."""
    turns = np.cumsum(np.rint(np.diff(points[:, 0], prepend=points[0, 0]) / 360.0))
    return np.column_stack([points[:, 0] - 360.0 * turns, points[:, 1]])


def simplify(points: np.ndarray) -> np.ndarray:
    """Simplify one line by Douglas and Peucker's rule; its ends stay, so that lines still meet.

    A closed line keeps at least four points.
    """
    count = len(points)
    keep = np.zeros(count, dtype=bool)
    keep[[0, -1]] = True
    weights = 1.0 / tolerance(points)
    is_ring = count > 3 and bool(np.all(points[0] == points[-1]))
    if is_ring:  # a ring has no chord: begin with the points farthest apart
        far = int(np.argmax(np.hypot(*(points - points[0]).T)))
        side = int(np.argmax(_offsets(points, points[0], points[far])))
        keep[[far, side]] = True
        stack = list(zip(sorted({0, far, side}), sorted({far, side, count - 1}), strict=False))
    else:
        stack = [(0, count - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        inner = points[first + 1 : last]
        offsets = _offsets(inner, points[first], points[last]) * weights[first + 1 : last]
        worst = int(np.argmax(offsets))
        if offsets[worst] > 1.0:
            middle = first + 1 + worst
            keep[middle] = True
            stack += [(first, middle), (middle, last)]
    return points[keep]


def _offsets(points: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the distances of points from the segment a-b, with longitude shrunk by latitude."""
    shrink = np.array([math.cos(math.radians(min(abs(float(a[1] + b[1]) / 2), 85.0))), 1.0])
    p, q, r = points * shrink, a * shrink, b * shrink
    chord = r - q
    length = float(chord @ chord)
    along = np.clip(((p - q) @ chord) / length, 0.0, 1.0) if length else np.zeros(len(p))
    return np.hypot(*(p - q - along[:, None] * chord).T)


def quantise(points: np.ndarray) -> np.ndarray:
    """Return whole grid units (lon, lat), without points that fall on the one before."""
    units = np.rint(points * GRID).astype(int)
    fresh = np.ones(len(units), dtype=bool)
    fresh[1:] = np.any(units[1:] != units[:-1], axis=1)
    fresh[-1] = True
    return units[fresh]


def pack(units: np.ndarray) -> str:
    """Pack grid units as text: differences, zigzag, five bits to a letter, the sixth says that more follow."""
    steps = np.diff(units, axis=0, prepend=np.zeros((1, 2), dtype=int))
    return "".join(_pack_number(int(value)) for value in steps.ravel())


def _pack_number(value: int) -> str:
    number = value << 1 if value >= 0 else (-value << 1) - 1
    letters = []
    while number >= 32:
        letters.append(ALPHABET[(number & 31) | 32])
        number >>= 5
    return "".join([*letters, ALPHABET[number]])


def unpack(text: str) -> list[tuple[float, float]]:
    """Return the lon, lat pairs of a packed line, in degrees."""
    numbers, value, shift = [], 0, 0
    for letter in text:
        bits = ALPHABET.index(letter)
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(value >> 1 if value % 2 == 0 else -(value + 1 >> 1))
            value, shift = 0, 0
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / GRID, y / GRID))
    return points
