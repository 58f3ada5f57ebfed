"""The values of a column are told apart by markers, and with colours and sizes there is a sign for each way."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from infromap.errors import VectorError
from infromap.model.layer_style import OTHER_COLOUR, OTHER_MARKER, ClassMethod, Marker, Sizes
from infromap.render.layer_signs import layer_signs
from infromap.vector.classes import MOST_CLASSES, classify
from infromap.vector.markers import mark_by
from layers import make_layer


def made(**columns):
    return make_layer([(60, 45)] * len(next(iter(columns.values()))), **columns)


@pytest.mark.parametrize("count", range(1, 7))
def test_up_to_six_values_have_a_marker_each(count):
    markers = mark_by(made(kind=[f"kind {i % count}" for i in range(30)]), "kind")

    assert markers.categories == tuple(f"kind {i}" for i in range(count))
    assert len(set(markers.markers)) == count


@pytest.mark.parametrize("more", [["g"], [None], ["g", "h", None]])
def test_of_more_values_the_commonest_have_one_and_the_rest_another(more):
    markers = mark_by(made(kind=[*"aabbccddee", "f", *more]), "kind")

    assert markers.categories == tuple("abcde")
    assert OTHER_MARKER not in markers.markers


def test_true_is_not_one():
    assert mark_by(made(flag=[True, False, True]), "flag").categories == (False, True)


@pytest.mark.parametrize("column", ["kind", "nothing"])
def test_a_column_that_tells_nothing_apart_is_refused(column):
    with pytest.raises(VectorError, match=column):
        mark_by(made(kind=[None, None]), column)


def test_every_way_of_colour_marker_and_size_has_a_code_of_its_own():
    kinds, letters, depths = zip(*product(range(MOST_CLASSES), "abcdef", [0.0, 100.0]), strict=True)
    layer = made(kind=list(kinds), letter=list(letters), depth=list(depths))
    style = replace(
        layer.style,
        classes=classify(layer, "kind", ClassMethod.CATEGORIES, MOST_CLASSES),
        markers=mark_by(layer, "letter"),
        sizes=Sizes(column="depth", least=0, greatest=100),
    )

    signs = layer_signs(replace(layer, style=style))

    drawn = [signs.signs[code] for code in signs.codes]
    assert [style.classes.categories[style.classes.colours.index(sign.colour)] for sign in drawn] == list(kinds)
    assert [style.markers.categories[style.markers.markers.index(sign.marker)] for sign in drawn] == list(letters)
    assert [sign.radius_px for sign in drawn] == [14.0 if depth else 2.0 for depth in depths]
    assert len(np.unique(signs.codes)) == len(kinds)


def test_one_column_by_colour_and_marker_has_one_legend():
    layer = made(kind=["oil", "oil", "gas", None])
    classes, markers = classify(layer, "kind", ClassMethod.CATEGORIES), mark_by(layer, "kind")

    both = layer_signs(replace(layer, style=replace(layer.style, classes=classes, markers=markers))).legends
    other = made(kind=["oil", "oil", "gas", None], state=["a", "b", "b", "b"])
    style = replace(other.style, classes=classes, markers=mark_by(other, "state"))
    apart = layer_signs(replace(other, style=style)).legends

    assert [(each.value, each.marker, each.count) for each in both[0].entries] == [
        ("gas", Marker.CIRCLE, 1),
        ("oil", Marker.SQUARE, 2),
        (None, OTHER_MARKER, 1),
    ]
    assert len(both) == 1
    assert [legend.column for legend in apart] == ["kind", "state"]
    assert {each.marker for each in apart[0].entries} == {Marker.CIRCLE}
    assert [(each.value, each.colour, each.count) for each in apart[1].entries] == [
        ("a", OTHER_COLOUR, 1),
        ("b", OTHER_COLOUR, 3),
    ]
