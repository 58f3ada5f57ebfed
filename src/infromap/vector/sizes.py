"""Sizes of points by the values of a column."""

from typing import TYPE_CHECKING

import numpy as np

from infromap.errors import VectorError
from infromap.model.layer_style import Sizes
from infromap.vector.classes import is_graduated

if TYPE_CHECKING:
    from infromap.model.layer import Layer


def size_by(layer: "Layer", column: str, *, smallest_px: float = 2.0, largest_px: float = 14.0) -> Sizes:
    """Return sizes from nought, or from the least value if it is negative, to the greatest.

    Raises
    ------
    VectorError
        If there is no such column or it holds no numbers.
    """
    found = layer.column(column)
    if found is None or not is_graduated(found):
        raise VectorError("{layer}: column {column!r} holds no numbers; take another", layer=layer.name, column=column)
    values = found.values.astype(float)
    values = values[np.isfinite(values)]
    least, greatest = (float(values.min()), float(values.max())) if len(values) else (0.0, 0.0)
    smallest_px, largest_px = sorted((smallest_px, largest_px))
    return Sizes(
        column=column, least=min(0.0, least), greatest=greatest, smallest_px=smallest_px, largest_px=largest_px
    )
