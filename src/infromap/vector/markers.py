"""Markers of points by the values of a column."""

from typing import TYPE_CHECKING

from infromap.errors import VectorError
from infromap.model.layer_style import OTHER_MARKER, Marker, Markers
from infromap.vector.classes import category_numbers, common_categories

if TYPE_CHECKING:
    from infromap.model.layer import Layer

MOST_MARKERS = len(Marker)


def mark_by(layer: "Layer", column: str) -> Markers:
    """Return a marker for each value; where there are more values than markers, the commonest have one of their own.

    Raises
    ------
    VectorError
        If there is no such column or it has no values.
    """
    found = layer.column(column)
    if found is None:
        raise VectorError("{layer} has no column {column!r}; take another", layer=layer.name, column=column)
    categories = common_categories(found, MOST_MARKERS)
    own = [marker for marker in Marker if marker is not OTHER_MARKER]
    if (category_numbers(found, categories) < len(categories)).all():
        own.append(OTHER_MARKER)
    else:
        categories = common_categories(found, len(own))
    return Markers(column=column, categories=categories, markers=tuple(own[: len(categories)]))
