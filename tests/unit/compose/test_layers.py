"""Layers on a map: ids, colours, bounds over 180°, credit."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from infromap.compose import add_layers, compose_layers, with_layers
from infromap.model.layer import Layer
from infromap.model.provenance import Source
from infromap.pipeline import open_map


def layer(points, name="towns.gpkg"):
    geometry = np.array([shapely.Point(*each) if each else None for each in points], dtype=object)
    return Layer(
        id="x", name=name, geometry=geometry, source=Source(name=name, date="2026-11-01"), notices=(f"n {name}",)
    )


def box(document):
    return tuple(getattr(document.bounds, side) for side in ("west", "south", "east", "north"))


def test_a_map_of_layers_alone_is_called_after_its_file():
    document = compose_layers([layer([(70, 50), (71, 51)]), layer([(60, 45)], "stations.csv")])

    assert document.title == "towns.gpkg"
    assert [each.id for each in document.layers] == ["layer-1", "layer-2"]
    assert len({each.style.colour for each in document.layers}) == 2
    assert box(document) == (60, 45, 71, 51)
    assert document.notices == ("n towns.gpkg", "n stations.csv")
    assert {"towns.gpkg", "stations.csv"} <= {source.name for source in document.attribution}


def test_bounds_are_those_of_the_layers_that_are_left():
    document = compose_layers([layer([(70, 50), (71, 51)]), layer([(60, 45)])])
    bare = replace(document, layers=())
    below, above = document.layers

    same = with_layers(bare, [above, replace(below, name="renamed")], before=document)
    fewer = with_layers(bare, [below], before=document)

    assert same.bounds is document.bounds
    assert box(fewer) == (70, 50, 71, 51)


def test_layers_come_on_top_of_the_projects_of_an_article(brief):
    article = open_map(brief)

    document = add_layers(add_layers(article, [layer([(100, 20)])]), [layer([(101, 10)])])

    assert document.features == article.features
    assert [each.id for each in document.layers] == ["layer-1", "layer-2"]
    assert box(document) == (article.bounds.west, 10, 101, article.bounds.north)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(170, 0), (-170, 5), (179, 1)], (170, 0, -170, 5)),
        ([(-170, 0), (170, 5), (0, 1)], (0, 0, -170, 5)),
        ([(-100, 0), (100, 5), (0, 1)], (-100, 0, 100, 5)),
        ([(10, 20)], (10, 20, 10, 20)),
        ([None, (10, 20), None], (10, 20, 10, 20)),
    ],
)
def test_bounds_go_over_180_degrees_where_that_is_narrower(points, expected):
    assert box(compose_layers([layer(points)])) == expected


def test_layers_without_any_place_have_no_bounds():
    assert compose_layers([layer([None])]).bounds is None
    assert compose_layers([layer([])]).bounds is None
