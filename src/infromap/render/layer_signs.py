"""By which sign each row of a layer is drawn, and what the legend says of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from infromap.model.layer import Layer
from infromap.model.layer_style import OTHER_COLOUR, Category, Classes, Sizes
from infromap.vector.classes import class_numbers, is_graduated

LEFT_OUT = 255  # the code of a row that the filter leaves out
_SIZE_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How some rows look; without a radius points are as large as their layer says."""

    colour: str
    radius_px: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One class: ``low`` to ``high``, or ``value``; neither for the class "other". ``count`` is of the rows shown."""

    colour: str
    count: int
    low: float | None = None
    high: float | None = None
    value: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LayerSigns:
    """``codes`` has for each row its place in ``signs``, or ``LEFT_OUT``; None where all rows have the first."""

    signs: tuple[Sign, ...]
    codes: NDArray[np.uint8] | None
    legend: tuple[LegendEntry, ...]  # empty where all rows have one colour


def layer_signs(layer: Layer) -> LayerSigns:
    """Return how the rows of a layer are told apart; a column that is not there any more tells nothing."""
    classes, sizes = layer.style.classes, layer.style.sizes
    numbers = _class_numbers(layer, classes)
    steps = _size_steps(layer, sizes)
    if numbers is None and steps is None and layer.filter is None:
        return LayerSigns(signs=(Sign(colour=layer.style.colour),), codes=None, legend=())
    colours = (*classes.colours, OTHER_COLOUR) if numbers is not None and classes else (layer.style.colour,)
    radii = _radii(sizes) if steps is not None and sizes else (None,)
    codes = np.zeros(len(layer), dtype=np.intp)
    if steps is not None:
        codes += steps * len(colours)
    if numbers is not None:
        codes += numbers
    if layer.filter is not None:
        codes[~layer.filter.mask] = LEFT_OUT
    return LayerSigns(
        signs=tuple(Sign(colour=colour, radius_px=radius) for radius in radii for colour in colours),
        codes=codes.astype(np.uint8),
        legend=_legend(layer, classes, numbers) if numbers is not None and classes else (),
    )


def _class_numbers(layer: Layer, classes: Classes | None) -> NDArray[np.intp] | None:
    column = layer.column(classes.column) if classes else None
    return class_numbers(column, classes) if column and classes else None


def _size_steps(layer: Layer, sizes: Sizes | None) -> NDArray[np.intp] | None:
    """Return the step of each row, the largest first: small points lie on top. Rows without a value are smallest."""
    column = layer.column(sizes.column) if sizes else None
    if column is None or sizes is None or not is_graduated(column):
        return None
    reach = sizes.greatest - sizes.least
    values = np.nan_to_num(column.values.astype(float), nan=sizes.least, posinf=sizes.greatest, neginf=sizes.least)
    shares = np.clip((values - sizes.least) / reach, 0, 1) if reach > 0 else np.zeros(len(layer))
    steps: NDArray[np.intp] = np.rint((1 - np.sqrt(shares)) * (_SIZE_STEPS - 1)).astype(np.intp)
    return steps


def _radii(sizes: Sizes) -> tuple[float, ...]:
    return tuple(np.linspace(sizes.largest_px, sizes.smallest_px, _SIZE_STEPS).round(2).tolist())


def _legend(layer: Layer, classes: Classes, numbers: NDArray[np.intp]) -> tuple[LegendEntry, ...]:
    shown = numbers if layer.filter is None else numbers[layer.filter.mask]
    *counts, others = np.bincount(shown, minlength=len(classes) + 1).tolist()
    entries = [_entry(classes, number, counts[number]) for number in range(len(classes))]
    return (*entries, LegendEntry(colour=OTHER_COLOUR, count=others)) if others else tuple(entries)


def _entry(classes: Classes, number: int, count: int) -> LegendEntry:
    colour = classes.colours[number]
    if classes.categories:
        return LegendEntry(colour=colour, count=count, value=classes.categories[number])
    return LegendEntry(colour=colour, count=count, low=classes.bounds[number], high=classes.bounds[number + 1])
