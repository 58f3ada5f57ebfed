"""Colours for classes: they read on a light and on a dark map, and for people who do not tell red from green."""

from collections.abc import Sequence

from infromap.errors import VectorError

# Each from least to greatest, but "distinct", whose neighbours have nothing to do with one another; its first eight are
# told apart without red and green (tests/unit/vector/test_ramps.py). viridis and plasma are matplotlib's, without the
# ends that would be lost on one of the maps.
RAMPS = {
    "viridis": ("#3e4989", "#2f6b8e", "#23898e", "#22a785", "#4ec36b"),
    "plasma": ("#8104a7", "#ab2494", "#cc4977", "#e66c5c", "#f89540"),
    "blues": ("#77b5d9", "#529dcc", "#3383be", "#1a68ae", "#084d96"),
    "oranges": ("#fb9225", "#ed7215", "#d45507", "#b13f03", "#8b3005"),
    "blue to orange": ("#1f5fa8", "#5d8fc4", "#9a9a9a", "#d6913f", "#b3560a"),
    "distinct": (
        "#1f77b4", "#b3a80d", "#a63366", "#66bf99", "#cc99f2", "#40590d", "#0d4ca6", "#7380f2",
        "#d9662c", "#8c994c", "#6b5a4e", "#c77a9a",
    ),
}  # fmt: skip
REVERSED = "_r"  # behind the name of a ramp that runs the other way, as in matplotlib


def ramp_colours(ramp: str, count: int) -> tuple[str, ...]:
    """Return so many colours (#rrggbb) of a ramp, from end to end; of "distinct", the first ones, again and again.

    Raises
    ------
    VectorError
        If there is no such ramp.
    """
    name = ramp.removesuffix(REVERSED)
    if name not in RAMPS:
        raise VectorError("there is no colour ramp {ramp!r}; take one of {known}", ramp=ramp, known=", ".join(RAMPS))
    anchors = RAMPS[name]
    if name == "distinct":
        colours = [anchors[number % len(anchors)] for number in range(count)]
    else:
        colours = [_between(anchors, (number / (count - 1)) if count > 1 else 0.5) for number in range(count)]
    return tuple(reversed(colours) if ramp.endswith(REVERSED) else colours)


def _between(anchors: Sequence[str], share: float) -> str:
    place = share * (len(anchors) - 1)
    first = min(int(place), len(anchors) - 2)
    rest = place - first
    pairs = zip(_channels(anchors[first]), _channels(anchors[first + 1]), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * rest):02x}" for low, high in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
