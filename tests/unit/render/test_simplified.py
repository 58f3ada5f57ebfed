"""The page gets no more points of lines and areas than its closest view can show; the layer keeps all."""

import numpy as np
import pyogrio
import pytest
import shapely

from infromap.render.geometry import pack_geometry
from infromap.render.simplified import BUDGET, CLOSEST, simplify_pieces
from infromap.vector import read_layer

SCALE = 10**5
MANY = 2_000_000


def ring(count, wave):
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    radius = 10 + wave(angle)
    return np.column_stack([70 + radius * np.cos(angle), 50 + 0.7 * radius * np.sin(angle)])


def noise(angle):
    return np.random.default_rng(1).normal(0, 0.5, len(angle))


def in_integers(points):
    return np.rint(points * SCALE).astype(np.int64)


def test_few_points_come_back_as_they_are():
    points = in_integers(ring(1_000, np.sin))

    kept, sizes = simplify_pieces(points, np.array([1_000]))

    assert kept is points
    assert sizes.tolist() == [1_000]


def test_what_is_left_out_moves_nothing_by_half_a_pixel():
    points = in_integers(ring(200_000, lambda angle: np.sin(50 * angle)))

    kept, sizes = simplify_pieces(points, np.array([120_000, 80_000]))

    assert sizes.sum() == len(kept) < 20_000
    for exact, plain in zip(np.split(points, [120_000]), np.split(kept, [sizes[0]]), strict=True):
        assert plain[0].tolist() == exact[0].tolist()
        assert plain[-1].tolist() == exact[-1].tolist()
        assert shapely.distance(shapely.points(exact[::97]), shapely.LineString(plain)).max() < 2 * CLOSEST


def test_points_between_lines_stay_and_every_piece_keeps_its_place():
    line = in_integers(ring(60_000, np.sin))
    points = np.concatenate([[[1, 2]], line, [[3, 4]], [[5, 6], [5, 6]], line[:300]])
    sizes = np.array([1, 60_000, 1, 2, 300])

    kept, left = simplify_pieces(points, sizes)

    starts = np.cumsum(left) - left
    assert left[[0, 2]].tolist() == [1, 1]
    assert 1 <= left[3] <= 2
    assert kept[starts].tolist() == [[1, 2], line[0].tolist(), [3, 4], [5, 6], line[0].tolist()]
    assert kept[starts[4] + left[4] - 1].tolist() == line[299].tolist()


@pytest.mark.parametrize("wave", [np.sin, noise])
def test_an_area_of_two_million_points_is_exact_in_the_layer_and_light_on_the_page(tmp_path, wave):
    shape = shapely.Polygon(ring(MANY, wave))
    path = tmp_path / "coast.gpkg"
    wkb = np.array([shapely.to_wkb(shape)], dtype=object)
    pyogrio.raw.write(path, wkb, [], [], geometry_type="Polygon", crs="EPSG:4326")

    layer = read_layer(path)
    packed = pack_geometry(layer.geometry)

    assert layer.geometry[0].equals_exact(shape, 0)
    assert (packed.form, packed.pieces) == ("pieces", 1)
    assert 1_000 < packed.points <= BUDGET


def test_bends_that_can_be_seen_all_stay():
    count = 60_000
    zigzag = np.column_stack([np.arange(count) * 100, np.arange(count) % 2 * 1_000])

    kept, sizes = simplify_pieces(zigzag, np.array([count - 777, 777]))

    assert kept.tolist() == zigzag.tolist()
    assert sizes.tolist() == [count - 777, 777]
