"""The values of a column become classes: the commonest categories, or numbers by mapclassify."""

from __future__ import annotations

import math
import warnings
from collections import Counter
from heapq import nsmallest
from importlib import import_module
from itertools import repeat
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.errors import MissingExtraError, VectorError
from infromap.lean_import import with_only
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.layer_style import Category, Classes, ClassMethod
from infromap.saying import Saying
from infromap.vector.ramps import ramp_colours

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_CLASSES = 12

_SAMPLE = 500  # values that natural breaks are looked for in: the search takes the square of their number
_SCHEMES = {
    ClassMethod.QUANTILES: "Quantiles",
    ClassMethod.EQUAL_INTERVAL: "EqualInterval",
    ClassMethod.NATURAL_BREAKS: "FisherJenks",
    ClassMethod.PRETTY: "PrettyBreaks",
    ClassMethod.STANDARD_DEVIATION: "StdMean",
}


def is_graduated(column: Column) -> bool:
    """Tell whether the values of a column are numbers, which have breaks."""
    return column.type in (ColumnType.INTEGER, ColumnType.REAL)


def classify(layer: Layer, column: str, method: ClassMethod, count: int = 5, *, ramp: str | None = None) -> Classes:
    """Return classes of the values of a column; those of rows that a filter leaves out count as well.

    Parameters
    ----------
    layer
        Whose rows.
    column
        Of numbers, but for categories.
    method
        ``STANDARD_DEVIATION`` decides by itself how many classes there are; ``PRETTY`` nearly keeps to ``count``.
    count
        How many classes, 1 to 12. Of categories the commonest; all other values are of the class "other".
    ramp
        Where their colours are from, one of ``RAMPS``; what fits the method if it is left out.

    Raises
    ------
    VectorError
        If there is no such column, it has no values, or they are no numbers and the method wants some.
    MissingExtraError
        If ``mapclassify`` is wanted and not installed.
    """
    found = layer.column(column)
    if found is None:
        names = ", ".join(each.name for each in layer.columns)
        raise VectorError(
            "{layer} has no column {column!r}; it has {names}", layer=layer.name, column=column, names=names
        )
    count = max(1, min(MOST_CLASSES, count))
    ramp = ramp or _usual_ramp(method)
    if method is ClassMethod.CATEGORIES:
        categories = common_categories(found, count)
        colours = ramp_colours(ramp, len(categories))
        return Classes(column=column, method=method, ramp=ramp, categories=categories, colours=colours)
    bounds = _bounds(layer, found, method, count)
    colours = ramp_colours(ramp, len(bounds) - 1)
    return Classes(column=column, method=method, ramp=ramp, bounds=bounds, colours=colours)


def class_numbers(column: Column, classes: Classes) -> NDArray[np.intp]:
    """Return the class of each row, counted from 0; ``len(classes)`` for rows of the class "other"."""
    if classes.categories:
        return category_numbers(column, classes.categories)
    if not is_graduated(column) or not classes.bounds:
        return np.full(len(column.values), len(classes), dtype=np.intp)
    values, bounds = column.values.astype(float), np.array(classes.bounds)
    numbers = np.searchsorted(bounds[1:], values, side="left")
    is_inside = (values >= bounds[0]) & (values <= bounds[-1])
    return np.where(is_inside, np.minimum(numbers, len(classes)), len(classes))


def category_numbers(column: Column, categories: tuple[Category, ...]) -> NDArray[np.intp]:
    """Return the place of each row's value among the categories; their number for rows of none."""
    values, other = column.values.tolist(), len(categories)
    if all(isinstance(value, str) for value in categories):  # texts are equal to nothing else
        places = {value: number for number, value in enumerate(categories)}
        return np.fromiter(map(places.get, values, repeat(other)), np.intp, len(values))
    numbers = {_key(value): number for number, value in enumerate(categories)}
    found = (numbers.get(_key(value), other) for value in values)
    return np.fromiter(found, np.intp, len(values))


def _usual_ramp(method: ClassMethod) -> str:
    if method is ClassMethod.CATEGORIES:
        return "distinct"
    return "blue to orange" if method is ClassMethod.STANDARD_DEVIATION else "viridis"


def _key(value: Any) -> tuple[bool, Any]:
    """Tell true and false from 1 and 0, which are equal to Python."""
    return isinstance(value, bool), value


def _is_something(value: Any) -> bool:
    return value is not None and (not isinstance(value, float) or math.isfinite(value))


def common_categories(column: Column, count: int) -> tuple[Category, ...]:
    """Return the commonest values, in the order of the values; VectorError if there are none."""
    tally = Counter(_key(value) for value in column.values.tolist() if _is_something(value))
    if not tally:
        raise VectorError("column {column!r} has no values to tell apart; take another", column=column.name)
    common = nsmallest(count, tally, key=lambda key: (-tally[key], str(key[1])))  # a sort lets no other thread work
    is_text = any(isinstance(value, str) for _, value in common)
    return tuple(value for _, value in sorted(common, key=lambda key: str(key[1]) if is_text else key[1]))


def _bounds(layer: Layer, column: Column, method: ClassMethod, count: int) -> tuple[float, ...]:
    if not is_graduated(column):
        raise VectorError(
            "{layer}: column {column!r} holds no numbers; take another", layer=layer.name, column=column.name
        )
    values = column.values.astype(float)
    values = np.sort(values[np.isfinite(values)])
    if not len(values):
        raise VectorError(
            "{layer}: column {column!r} has no numbers to tell apart; take another",
            layer=layer.name,
            column=column.name,
        )
    least, greatest = float(values[0]), float(values[-1])
    if least == greatest:
        return least, greatest
    bins = sorted({float(each) for each in _bins(values, method, count) if least <= each < greatest})
    return least, *bins, greatest


def _bins(values: NDArray[np.float64], method: ClassMethod, count: int) -> NDArray[np.float64]:
    """Return the upper bounds of the classes of sorted values, among them perhaps some that no value reaches."""
    scheme = getattr(_import_mapclassify(), _SCHEMES[method])
    if method is ClassMethod.STANDARD_DEVIATION:
        return np.asarray(scheme(values).bins, dtype=np.float64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of classes that are fewer than asked for
        if method is ClassMethod.NATURAL_BREAKS:
            return _natural_bins(values, count, scheme)
        most = len(np.unique(values)) if method is ClassMethod.QUANTILES else count
        return np.asarray(scheme(values, k=min(count, most)).bins, dtype=np.float64)


def _natural_bins(values: NDArray[np.float64], count: int, scheme: Any) -> NDArray[np.float64]:
    """Look for breaks among some values from all over; then each lies in the middle of the gap that was found."""
    places = np.linspace(0, len(values) - 1, min(len(values), _SAMPLE)).round().astype(int)
    sample = values[places]
    bins = np.asarray(scheme(sample, k=min(count, len(np.unique(sample)))).bins, dtype=np.float64)
    if len(sample) == len(values):
        return bins
    following = sample[np.minimum(np.searchsorted(sample, bins, side="right"), len(sample) - 1)]
    middles: NDArray[np.float64] = (bins + following) / 2
    return middles


def _import_mapclassify() -> ModuleType:
    """Load mapclassify without scikit-learn, scipy.stats and pandas, which take ten times as long as it does itself.

    None of our methods asks for k-means, and of scipy.stats they take percentiles, which are numpy's.
    """
    try:
        with (
            warnings.catch_warnings(),
            with_only("sklearn.cluster", KMeans=None),
            with_only("scipy.stats", scoreatpercentile=np.percentile),
        ):
            warnings.simplefilter("ignore")  # it tells that numba would make it faster
            return import_module("mapclassify")
    except ImportError as error:
        raise MissingExtraError(
            "{purpose} needs {package}, which cannot be imported: {advice}",
            purpose=Saying("making classes of numbers"),
            package="mapclassify",
            advice="pip install 'infromap[layers]'",
        ) from error
