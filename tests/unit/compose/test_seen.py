"""What is hidden or filtered out is in no file for others."""

from dataclasses import replace

import numpy as np

from infromap.compose import add_layers, compose_layers, seen_part
from infromap.export import save_map
from infromap.model.layer import RowFilter
from infromap.pipeline import open_map
from layers import make_layer

WELLS = replace(
    make_layer([(60, 45), (100, 50), None], "wells.gpkg", name=["shown", "secret", "nowhere"]), notices=("n1",)
)
ROADS = replace(make_layer(["LINESTRING (0 0, 1 1)"], "roads.gpkg", name=["hidden"]), notices=("n2",))


def hidden(layer):
    return replace(layer, style=replace(layer.style, is_visible=False))


def filtered(layer, mask):
    return replace(layer, filter=RowFilter(expression="?", mask=np.array(mask)))


def test_rows_that_are_left_out_and_hidden_layers_are_not_seen():
    wells, roads = compose_layers([WELLS, ROADS]).layers
    document = replace(compose_layers([WELLS, ROADS]), layers=(filtered(wells, [True, False, True]), hidden(roads)))

    seen = seen_part(document)

    (layer,) = seen.layers
    assert layer.column("name").values.tolist() == ["shown", "nowhere"]
    assert len(layer.geometry) == 2
    assert layer.filter is None
    assert layer.style == wells.style
    assert (seen.bounds.west, seen.bounds.east) == (60, 60)
    assert seen.notices == ("n1",)
    assert "roads.gpkg" not in {source.name for source in seen.attribution}
    assert "wells.gpkg" in {source.name for source in seen.attribution}


def test_a_map_of_which_all_is_seen_stays_the_same(brief):
    document = add_layers(open_map(brief), [WELLS])

    assert seen_part(document) is document


def test_the_exported_page_holds_nothing_that_is_not_seen(tmp_path):
    wells, roads = compose_layers([WELLS, ROADS]).layers
    document = replace(compose_layers([WELLS, ROADS]), layers=(filtered(wells, [True, False, True]), hidden(roads)))

    save_map(document, tmp_path / "map.html")

    page = (tmp_path / "map.html").read_text()
    assert "nowhere" in page
    assert "secret" not in page
    assert "roads.gpkg" not in page
