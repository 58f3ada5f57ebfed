"""By which sign each row of a layer is drawn, and what the legend says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from infromap.model.layer_style import OTHER_COLOUR, OTHER_MARKER, Category, Classes, Marker, Markers, Sizes
from infromap.vector.classes import category_numbers, class_numbers, is_graduated

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.model.layer import Layer

LEFT_OUT = 255  # the code of a row that the filter leaves out
_MOST_SIZES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How some rows look; without a radius points are as large as their layer says."""

    colour: str
    radius_px: float | None = None
    marker: Marker = Marker.CIRCLE


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One class: ``low`` to ``high``, or ``value``; neither for the class "other". ``count`` is of the rows shown."""

    colour: str
    count: int
    marker: Marker = Marker.CIRCLE
    low: float | None = None
    high: float | None = None
    value: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What a column says by colours, by markers or by both."""

    column: str
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LayerSigns:
    """``codes`` has for each row its place in ``signs``, or ``LEFT_OUT``; None where all rows have the first."""

    signs: tuple[Sign, ...]
    codes: NDArray[np.uint8] | None
    legends: tuple[Legend, ...]  # colours first; empty where all rows look alike but for their sizes


def layer_signs(layer: Layer) -> LayerSigns:
    """Return how the rows of a layer are told apart; a column that is not there any more tells nothing."""
    style = layer.style
    numbers = _class_numbers(layer, style.classes)
    marks = _marker_numbers(layer, style.markers)
    colours = (*style.classes.colours, OTHER_COLOUR) if numbers is not None and style.classes else (style.colour,)
    markers = (*style.markers.markers, OTHER_MARKER) if marks is not None and style.markers else (style.marker,)
    radii = _radii(style.sizes, LEFT_OUT // (len(colours) * len(markers)))
    steps = _size_steps(layer, style.sizes, len(radii))
    if steps is None:
        radii = (None,)
    ways = [each for each in (steps, marks, numbers) if each is not None]
    if not ways and layer.filter is None:
        return LayerSigns(signs=(Sign(colour=style.colour, marker=style.marker),), codes=None, legends=())
    codes = np.zeros(len(layer), dtype=np.intp)
    for way, count in ((steps, len(radii)), (marks, len(markers)), (numbers, len(colours))):
        codes = codes * count + (0 if way is None else way)
    if layer.filter is not None:
        codes[~layer.filter.mask] = LEFT_OUT
    return LayerSigns(
        signs=tuple(
            Sign(colour=colour, radius_px=radius, marker=marker)
            for radius in radii
            for marker in markers
            for colour in colours
        ),
        codes=codes.astype(np.uint8),
        legends=_legends(layer, numbers, marks),
    )


def _class_numbers(layer: Layer, classes: Classes | None) -> NDArray[np.intp] | None:
    column = layer.column(classes.column) if classes else None
    return class_numbers(column, classes) if column and classes else None


def _marker_numbers(layer: Layer, markers: Markers | None) -> NDArray[np.intp] | None:
    column = layer.column(markers.column) if markers else None
    return category_numbers(column, markers.categories) if column and markers else None


def _size_steps(layer: Layer, sizes: Sizes | None, count: int) -> NDArray[np.intp] | None:
    """Return the step of each row, the largest first: small points lie on top. Rows without a value are smallest."""
    column = layer.column(sizes.column) if sizes else None
    if column is None or sizes is None or not is_graduated(column):
        return None
    reach = sizes.greatest - sizes.least
    values = np.nan_to_num(column.values.astype(float), nan=sizes.least, posinf=sizes.greatest, neginf=sizes.least)
    shares = np.clip((values - sizes.least) / reach, 0, 1) if reach > 0 else np.zeros(len(layer))
    steps: NDArray[np.intp] = np.rint((1 - np.sqrt(shares)) * (count - 1)).astype(np.intp)
    return steps


def _radii(sizes: Sizes | None, most: int) -> tuple[float | None, ...]:
    """Return the radii of all steps, the largest first: as many as there are codes for."""
    if sizes is None:
        return (None,)
    return tuple(np.linspace(sizes.largest_px, sizes.smallest_px, min(_MOST_SIZES, most)).round(2).tolist())


def _legends(layer: Layer, numbers: NDArray[np.intp] | None, marks: NDArray[np.intp] | None) -> tuple[Legend, ...]:
    """Return what colours and markers say; a column that says the same by both has one legend."""
    classes, markers = layer.style.classes, layer.style.markers
    if numbers is None or classes is None:
        return (_marker_legend(layer, markers, marks),) if marks is not None and markers else ()
    if marks is None or markers is None:
        return (_class_legend(layer, classes, numbers, (layer.style.marker,) * (len(classes) + 1)),)
    if (classes.column, classes.categories) == (markers.column, markers.categories):
        return (_class_legend(layer, classes, numbers, (*markers.markers, OTHER_MARKER)),)
    plain = _class_legend(layer, classes, numbers, (Marker.CIRCLE,) * (len(classes) + 1))
    return plain, _marker_legend(layer, markers, marks)


def _class_legend(layer: Layer, classes: Classes, numbers: NDArray[np.intp], markers: tuple[Marker, ...]) -> Legend:
    *counts, others = _counts(layer, numbers, len(classes))
    entries = [
        _class_entry(classes, number, count, marker)
        for number, (count, marker) in enumerate(zip(counts, markers, strict=False))
    ]
    if others:
        entries.append(LegendEntry(colour=OTHER_COLOUR, count=others, marker=markers[-1]))
    return Legend(column=classes.column, entries=tuple(entries))


def _class_entry(classes: Classes, number: int, count: int, marker: Marker) -> LegendEntry:
    colour = classes.colours[number]
    if classes.categories:
        return LegendEntry(colour=colour, count=count, marker=marker, value=classes.categories[number])
    low, high = classes.bounds[number : number + 2]
    return LegendEntry(colour=colour, count=count, marker=marker, low=low, high=high)


def _marker_legend(layer: Layer, markers: Markers, marks: NDArray[np.intp]) -> Legend:
    """Return a legend in one colour: that of the layer, or a grey where colours say something else."""
    colour = OTHER_COLOUR if layer.style.classes else layer.style.colour
    *counts, others = _counts(layer, marks, len(markers.categories))
    entries = [
        LegendEntry(colour=colour, count=count, marker=marker, value=value)
        for value, marker, count in zip(markers.categories, markers.markers, counts, strict=True)
    ]
    if others:
        entries.append(LegendEntry(colour=colour, count=others, marker=OTHER_MARKER))
    return Legend(column=markers.column, entries=tuple(entries))


def _counts(layer: Layer, numbers: NDArray[np.intp], most: int) -> list[int]:
    """Return how many of the rows shown have each number up to and with ``most``."""
    shown = numbers if layer.filter is None else numbers[layer.filter.mask]
    counts: list[int] = np.bincount(shown, minlength=most + 1).tolist()
    return counts
