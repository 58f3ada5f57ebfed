"""Online tile layers by name, and what the page may ask for them."""

import re

import pytest
from xyzservices import providers

from infromap.errors import RenderError
from infromap.pipeline import open_map
from infromap.render import find_tile_layer, render_html


@pytest.mark.parametrize(
    ("name", "origins"),
    [
        ("Esri.WorldImagery", ("https://server.arcgisonline.com",)),
        ("OpenTopoMap", tuple(f"https://{each}.tile.opentopomap.org" for each in "abc")),
    ],
)
def test_a_layer_is_found_by_its_name(name, origins):
    layer = find_tile_layer(name)

    assert layer.name == name
    assert layer.origins == origins
    assert "{z}" in layer.url
    assert "variant" not in layer.url
    assert layer.attribution
    assert "<" not in layer.attribution


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("OpenStreetMap.Mapnik", "Referer"),
        ("Stadia.StamenToner", "Referer"),
        ("Thunderforest.Outdoors", "key"),
        ("MapBox", "key"),
        ("Gaode.Normal", "not encrypted"),
        ("Esri.WorldImagry", "did you mean Esri.WorldImagery"),
    ],
)
def test_a_layer_that_cannot_be_used_is_refused_with_the_reason(name, reason):
    with pytest.raises(RenderError, match=reason):
        find_tile_layer(name)


def test_every_layer_of_the_catalogue_is_usable_or_refused_plainly():
    usable = 0
    for name in providers.flatten():
        try:
            layer = find_tile_layer(name)
        except RenderError:
            continue
        usable += 1
        assert all(re.fullmatch(r"https://[a-z0-9.-]+", origin) for origin in layer.origins), name
        assert set(re.findall(r"\{(\w+)\}", layer.url)) <= {"s", "z", "x", "y", "r"}, name
    assert usable > 100


def test_the_policy_names_the_servers_of_the_tiles_and_no_others(brief):
    layer = find_tile_layer("OpenTopoMap")
    document = open_map(brief)

    policies = [
        re.search(r"img-src ([^;\"]*)", render_html(document, tiles=tiles)).group(1).split() for tiles in (None, layer)
    ]

    assert policies[0] == ["data:", "blob:"]
    assert policies[1] == ["data:", "blob:", *layer.origins]
