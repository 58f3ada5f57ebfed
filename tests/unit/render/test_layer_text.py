"""Layers as text for the page: small, in the right form, unable to end their elements."""

import re

import numpy as np
import pytest
import shapely

from infromap.compose import compose_layers
from infromap.render import render_html
from infromap.render.columns import pack_column
from infromap.render.geometry import pack_geometry
from infromap.render.packing import LARGEST, pack_integers
from layers import make_column, make_layer


def scattered(count):
    random = np.random.default_rng(1)
    return make_layer(
        shapely.points(random.uniform((47, 41), (87, 55), (count, 2))),
        name=[f"Site {number}" for number in range(count)],
        category=[["hospital", "school", "bridge"][number % 3] for number in range(count)],
        cost=np.round(random.uniform(0, 1000, count), 2).tolist(),
    )


def size(layer):
    return len(render_html(compose_layers([layer])).encode())


def test_a_hundred_thousand_points_add_less_than_four_megabytes():
    empty, full = size(scattered(1)), size(scattered(100_000))

    assert full - empty <= 4_000_000


def test_even_numbers_with_all_their_digits_keep_to_four_megabytes():
    count = 100_000
    layer = make_layer(
        shapely.points(np.random.default_rng(1).uniform((-180, -85), (180, 85), (count, 2))),
        name=[f"Site {number}" for number in range(count)],
        share=np.random.default_rng(2).random(count).tolist(),
    )

    assert size(layer) - size(scattered(1)) <= 4_000_000


def test_the_page_grows_in_proportion_to_the_rows():
    empty = size(scattered(1))

    few, many = (size(scattered(count)) - empty for count in (5_000, 50_000))

    assert 9 < many / few < 11


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([0, -1, 1, -2], "ABCD"), ([15, 16], "egB"), ([-16, -17], "fhB"), ([LARGEST - 1], "-____f")],
)
def test_integers_are_packed_five_bits_to_a_letter(numbers, text):
    assert pack_integers(np.array(numbers, dtype=np.int64)) == text


@pytest.mark.parametrize(
    ("values", "form"),
    [
        ([1, 2, 3], "scaled"),
        ([0.25, None, -1.5], "scaled"),
        ([1 / 3, 2.0], "doubles"),
        ([1e12, 1.0], "doubles"),
        ([2**60, 1], "texts"),
        (["a", "a", "b", "b"], "words"),
        (["a", "b", "c"], "texts"),
        ([True, False, None, True, True, False], "words"),
        ([], "words"),
    ],
)
def test_a_column_takes_the_shortest_exact_form(values, form):
    assert pack_column(make_column("x", values)).form == form


def test_points_alone_need_no_list_of_pieces():
    points = shapely.points([(60, 45), (61, 46)])

    assert pack_geometry(points).form == "points"
    assert pack_geometry(np.array([*points, None], dtype=object)).form == "pieces"
    assert pack_geometry(np.array([*points, shapely.Point()], dtype=object)).form == "pieces"
    assert pack_geometry(np.array([None, shapely.Polygon()], dtype=object)).pieces == 0


def test_no_text_of_a_layer_can_end_its_element_or_name_it():
    evil = "</script><script>\u2028&--><!--"
    page, harmless = (
        render_html(
            compose_layers(
                [make_layer([(60, 45)] * 4, word, **{word: [word] * 4, "x": [f"{word}{i}" for i in range(4)]})]
            )
        )
        for word in (evil, "word")
    )

    blocks = re.findall(r'<script type="text/plain" id="([^"]*)">(.*?)</script>', page, re.S)
    assert [name for name, _ in blocks] == ["layer-0-geometry", "layer-0-column-0", "layer-0-column-1"]
    assert page.count("</script") == harmless.count("</script")
    assert page.count("<!--") == harmless.count("<!--")
    assert not set("&\u2028\u2029") & set("".join(text for _, text in blocks))


def test_the_same_layer_gives_the_same_page():
    assert render_html(compose_layers([scattered(10)])) == render_html(compose_layers([scattered(10)]))
