"""Files of tiles of the user's: read as their formats say, refused plainly, shown in the window."""

import gzip

import pytest

from infromap.errors import VectorError
from infromap.gui.page.map_view import MapView
from infromap.gui.page.pmtiles import tile_id
from infromap.gui.page.tile_file import open_tile_file
from infromap.pipeline import open_map
from infromap.render import render_html
from tile_files import write_mbtiles, write_pmtiles
from tile_server import grey_tile

pytestmark = pytest.mark.qt


def write(path, tiles, **options):
    return write_mbtiles(path, tiles) if path.suffix == ".mbtiles" else write_pmtiles(path, tiles, **options)


@pytest.mark.parametrize(("name", "options"), [("a.mbtiles", {}), ("a.pmtiles", {}), ("b.pmtiles", {"has_leaf": True})])
def test_a_tile_is_found_at_its_place(tmp_path, name, options):
    places = [(2, x, y) for x in range(4) for y in range(4)]
    tiles = {place: grey_tile() + bytes(place) for place in places}

    file = open_tile_file(write(tmp_path / name, tiles, **options))

    assert all(file.read(*place) == (b"image/png", tiles[place]) for place in places)
    assert file.read(3, 1, 1) is None
    assert file.read(2, 4, 0) is None
    assert (file.layer.name, file.layer.attribution) == ("Steppe", "© Nobody")
    assert (file.layer.min_zoom, file.layer.max_zoom) == (2, 2)


@pytest.mark.parametrize(
    ("zoom", "x", "y", "number"), [(0, 0, 0, 0), (1, 0, 1, 2), (1, 1, 0, 4), (2, 0, 0, 5), (12, 3423, 1763, 19078479)]
)
def test_tiles_are_numbered_as_the_specification_of_pmtiles_says(zoom, x, y, number):
    assert tile_id(zoom, x, y) == number


@pytest.mark.parametrize("name", ["a.mbtiles", "a.pmtiles"])
def test_vector_tiles_are_refused(tmp_path, name):
    path = write(tmp_path / name, {(0, 0, 0): gzip.compress(b"vector")})

    with pytest.raises(VectorError, match="no pictures"):
        open_tile_file(path)


@pytest.mark.parametrize("name", ["a.mbtiles", "a.pmtiles"])
@pytest.mark.parametrize(
    "content", [b"", b"nonsense" * 40, b"PMTiles\x03" + b"\xff" * 200, b"PMTiles\x03" + b"\0" * 200]
)
def test_a_damaged_file_is_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(VectorError):
        open_tile_file(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(VectorError, match="does not exist"):
        open_tile_file(tmp_path / "none.mbtiles")


@pytest.mark.parametrize("name", ["a.mbtiles", "a.pmtiles"])
def test_the_window_shows_them_through_its_own_address(qtbot, tmp_path, brief, ask, name):
    tiles = {(z, 21 >> (5 - z), 10 >> (5 - z)): grey_tile() for z in range(3, 6)}  # a part of the view
    file = open_tile_file(write(tmp_path / name, tiles))
    view = MapView(is_embedded=False, tile_file=file)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()

    view.show_page(render_html(open_map(brief), tiles=file.layer), ())
    loaded = "document.querySelectorAll('.online-tiles img.leaflet-tile-loaded').length"
    qtbot.waitUntil(lambda: ask(view, loaded) > 1, timeout=20_000)

    assert ask(view, "document.querySelector('.online-tiles img').src").startswith("infromap://map/tiles/")
    assert "© Nobody" in ask(view, "document.querySelector('.leaflet-control-attribution').textContent")
    assert ask(view, "document.querySelectorAll('.map-notice').length") == 0
    assert view.interceptor.refused == []
    view.close_page()
