"""Values become classes: by mapclassify for numbers, by their commonest for categories."""

import itertools
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from infromap.errors import MissingExtraError, VectorError
from infromap.model.layer_style import ClassMethod
from infromap.vector.classes import class_numbers, classify
from infromap.vector.ramps import RAMPS, ramp_colours
from layers import make_layer

GRADUATED = [method for method in ClassMethod if method is not ClassMethod.CATEGORIES]


def made(**columns):
    count = len(next(iter(columns.values())))
    return make_layer([(60, 45)] * count, **columns)


def tally(layer, classes):
    return np.bincount(class_numbers(layer.column(classes.column), classes), minlength=len(classes) + 1).tolist()


@pytest.mark.parametrize("method", GRADUATED)
def test_every_number_is_in_one_class_and_nothing_in_none(method):
    values = [*np.random.default_rng(1).lognormal(3, 1, 500).tolist(), None, float("inf"), float("-inf")]
    layer = made(depth=values)

    classes = classify(layer, "depth", method, 5)

    finite = [value for value in values if value is not None and np.isfinite(value)]
    assert (classes.bounds[0], classes.bounds[-1]) == (min(finite), max(finite))
    assert list(classes.bounds) == sorted(classes.bounds)
    assert len(classes) == len(classes.bounds) - 1 == len(set(classes.colours))
    assert tally(layer, classes)[-1] == 3
    for number, (low, high) in enumerate(itertools.pairwise(classes.bounds)):
        inside = [value for value in finite if low < value <= high or (number == 0 and value == low)]
        assert tally(layer, classes)[number] == len(inside)


def test_quantiles_hold_as_many_rows_each():
    layer = made(depth=[float(value**3) for value in range(100)])

    assert tally(layer, classify(layer, "depth", ClassMethod.QUANTILES, 4)) == [25, 25, 25, 25, 0]


def test_equal_intervals_are_equally_wide():
    layer = made(depth=[0.0, 1.0, 10.0])

    assert classify(layer, "depth", ClassMethod.EQUAL_INTERVAL, 5).bounds == (0, 2, 4, 6, 8, 10)


def test_natural_breaks_find_the_heaps_among_many_and_are_the_same_each_time():
    random = np.random.default_rng(5)
    heaps = np.concatenate([random.normal(middle, 0.2, 20_000) for middle in (0, 10, 100)])
    layer = made(depth=heaps.tolist())

    classes = classify(layer, "depth", ClassMethod.NATURAL_BREAKS, 3)

    assert tally(layer, classes) == [20_000, 20_000, 20_000, 0]
    assert classes == classify(layer, "depth", ClassMethod.NATURAL_BREAKS, 3)


def test_values_fewer_than_classes_make_no_empty_ones():
    layer = made(lanes=[0, 1, 2, 1, 0], same=[7, 7, 7, 7, 7])

    assert tally(layer, classify(layer, "lanes", ClassMethod.QUANTILES, 5)) == [2, 2, 1, 0]
    assert tally(layer, classify(layer, "same", ClassMethod.PRETTY, 5)) == [5, 0]


def test_the_commonest_categories_come_in_order_and_the_rest_is_other():
    layer = made(kind=["c", "b", "b", "a", "a", "a", None, "d"], flag=[True, False, None, True] * 2, n=[1, 0] * 4)

    kinds = classify(layer, "kind", ClassMethod.CATEGORIES, 2)

    assert kinds.categories == ("a", "b")
    assert tally(layer, kinds) == [3, 2, 3]
    assert classify(layer, "flag", ClassMethod.CATEGORIES).categories == (False, True)
    assert class_numbers(layer.column("n"), classify(layer, "flag", ClassMethod.CATEGORIES)).tolist() == [2] * 8


def test_a_class_of_another_column_type_is_other():
    layer = made(number=[1.0, 2.0], text=["1", "2"])

    classes = classify(layer, "number", ClassMethod.EQUAL_INTERVAL, 2)

    assert class_numbers(layer.column("text"), classes).tolist() == [2, 2]


@pytest.mark.parametrize(
    ("column", "told"),
    [("nothing", "has no column 'nothing'; it has name"), ("name", "no numbers"), ("none", "no numb")],
)
def test_what_cannot_be_classed_is_told(column, told):
    layer = made(name=["a", "b"], none=[np.nan, np.nan])

    with pytest.raises(VectorError, match=told):
        classify(layer, column, ClassMethod.QUANTILES)


BOUNDS_BY = """
import json, sys
import numpy as np
if sys.argv[1] == "whole":
    import mapclassify
from infromap.model.layer_style import ClassMethod
from infromap.vector.classes import classify
from layers import make_layer

depths = np.random.default_rng(7).lognormal(3, 1, 2_000).round(3).tolist()
layer = make_layer([(60, 45)] * len(depths), depth=depths)
methods = [method for method in ClassMethod if method is not ClassMethod.CATEGORIES]
bounds = [each for method in methods for count in (2, 5, 12) for each in classify(layer, "depth", method, count).bounds]
print(json.dumps([bounds, sorted({"sklearn", "scipy.stats", "pandas"} & set(sys.modules))]))
"""


def test_classes_are_the_same_without_what_mapclassify_loads_beside_itself():
    def run(how):
        command = [sys.executable, "-W", "ignore", "-c", BOUNDS_BY, how]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        return json.loads(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)

    bounds, loaded = run("lean")
    expected, usually_loaded = run("whole")

    assert bounds == pytest.approx(expected, rel=1e-12)  # in another order of the same sums
    assert loaded == []
    assert usually_loaded == ["pandas", "scipy.stats", "sklearn"]


def test_without_mapclassify_it_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "mapclassify", None)

    with pytest.raises(MissingExtraError, match=r"infromap\[layers\]"):
        classify(made(n=[1, 2]), "n", ClassMethod.QUANTILES)

    assert classify(made(n=[1, 2]), "n", ClassMethod.CATEGORIES).categories == (1, 2)


# How people see who lack the cones for green or for red, on linear RGB (Machado, Oliveira and Fernandes 2009).
SIGHTS = {
    "all": np.eye(3),
    "no green": np.array([[0.3673, 0.8606, -0.228], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]),
    "no red": np.array([[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.052]]),
}  # fmt: skip
TO_CONES = np.array([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.63]])
TO_LAB = np.array([[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]])


def linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def seen(colour, sight):
    """Return a colour in OKLab, where distances are as people see them."""
    return TO_LAB @ np.cbrt(TO_CONES @ np.clip(SIGHTS[sight] @ linear(colour), 0, 1))


@pytest.mark.parametrize("ramp", RAMPS)
def test_colours_read_on_a_light_and_on_a_dark_map(ramp):
    for colour in ramp_colours(ramp, 7):
        luminance = linear(colour) @ [0.2126, 0.7152, 0.0722]
        light, dark = (0.8475 + 0.05) / (luminance + 0.05), (luminance + 0.05) / (0.0212 + 0.05)
        assert min(light, dark) > 1.7, colour


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("ramp", RAMPS)
def test_neighbouring_classes_are_told_apart_by_everybody(ramp, sight):
    colours = [seen(colour, sight) for colour in ramp_colours(ramp, 5)]

    assert min(np.linalg.norm(a - b) for a, b in itertools.pairwise(colours)) > 0.045


@pytest.mark.parametrize("sight", SIGHTS)
def test_eight_categories_are_told_apart_by_everybody(sight):
    colours = [seen(colour, sight) for colour in ramp_colours("distinct", 8)]

    assert min(np.linalg.norm(a - b) for i, a in enumerate(colours) for b in colours[:i]) > 0.06


def test_a_ramp_runs_from_end_to_end_and_back():
    there = ramp_colours("viridis", 3)

    assert (there[0], there[-1]) == (RAMPS["viridis"][0], RAMPS["viridis"][-1])
    assert ramp_colours("viridis_r", 3) == there[::-1]
    with pytest.raises(VectorError, match="no colour ramp 'rainbow'"):
        ramp_colours("rainbow", 3)
