"""How a layer is drawn: one colour or a colour for each class, sizes, markers, labels."""

from dataclasses import dataclass
from enum import StrEnum

OTHER_COLOUR = "#8a8a8a"  # of rows that belong to no class

Category = str | int | float | bool


class ClassMethod(StrEnum):
    """How values of a column become classes."""

    CATEGORIES = "categories"
    QUANTILES = "quantiles"
    EQUAL_INTERVAL = "equal interval"
    NATURAL_BREAKS = "natural breaks"
    PRETTY = "pretty breaks"
    STANDARD_DEVIATION = "standard deviation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """Classes of the values of one column, each with a colour; a row that fits none is of the class "other".

    Of numbers class *n* holds what lies above ``bounds[n]``, up to and with ``bounds[n + 1]``, and the first one its
    lower bound too. Of categories it holds what equals ``categories[n]``.
    """

    column: str
    method: ClassMethod
    ramp: str  # where the colours are from, so that other classes can be given theirs
    bounds: tuple[float, ...] = ()  # rising, but the first two may be equal; one more than there are classes
    categories: tuple[Category, ...] = ()
    colours: tuple[str, ...] = ()  # #rrggbb, one for each class

    def __len__(self) -> int:
        return len(self.colours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Points as large as the values of a column say: the area grows with the value."""

    column: str
    least: float  # the value of the smallest point
    greatest: float
    smallest_px: float = 2.0  # radius
    largest_px: float = 14.0


class Marker(StrEnum):
    """The shape of a point."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"
    CROSS = "cross"


OTHER_MARKER = Marker.CROSS  # of rows whose value has no marker of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """Points of another shape for each value of a column; all other rows have ``OTHER_MARKER``."""

    column: str
    categories: tuple[Category, ...]
    markers: tuple[Marker, ...]  # one for each category


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerStyle:
    """How a layer is drawn, told apart from the other layers."""

    colour: str = "#c0549a"  # #rrggbb; reads on a light and on a dark map
    width_px: float = 1.6  # of lines and outlines
    radius_px: float | None = None  # of points; None: the closer they lie, the smaller
    opacity: float = 1.0  # of the layer as a whole, 0 to 1
    is_visible: bool = True
    classes: Classes | None = None  # the colours of the rows; None: all have one
    sizes: Sizes | None = None
    marker: Marker = Marker.CIRCLE  # of points
    markers: Markers | None = None  # of points, in the place of the one
    label_column: str | None = None  # what is written beside the rows where there is room
