"""Online tiles over the base map: only from their own server, with their credit, and without them when they fail."""

import base64
import threading

import pytest
from PySide6.QtGui import QImage

from asking import ask
from infromap.model.tiles import TileLayer
from infromap.pipeline import open_map
from infromap.render import render_html
from tile_server import TileServer

pytestmark = pytest.mark.qt

TOWNS = "window.infromap.labels().filter((each) => each.sort === 'town').length"


@pytest.fixture
def serve():
    """Return a function that starts a tile server and gives it with the layer that names it."""
    servers = []

    def start(**options):
        server = TileServer(**options)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server, TileLayer(name="Test.Grey", url=server.url, attribution="© the <b>Grey</b> people")

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def loaded(evaluate):
    return evaluate("document.querySelectorAll('.online-tiles img.leaflet-tile-loaded').length")


def test_tiles_are_seen_over_the_base_map(load_page, qtbot, serve, document):
    _, tiles = serve()

    evaluate, _, _ = load_page(render_html(document, tiles=tiles))
    qtbot.waitUntil(lambda: loaded(evaluate) > 4, timeout=20_000)

    def share():
        picture = load_page.view.grab().toImage()
        places = [(x, y) for x in range(500, 1000, 25) for y in range(150, 600, 25)]
        return sum(picture.pixelColor(*place).name() == "#808080" for place in places) / len(places)

    qtbot.waitUntil(lambda: share() > 0.6, timeout=10_000)


def test_tiles_come_from_their_server_alone_and_are_credited(load_page, qtbot, serve, document):
    server, tiles = serve()

    evaluate, messages, requests = load_page(render_html(document, tiles=tiles))
    qtbot.waitUntil(lambda: loaded(evaluate) > 4, timeout=20_000)

    beyond = [url for url in requests if not url.startswith("file:")]
    assert beyond
    assert all(url.startswith(f"{tiles.origins[0]}/") for url in beyond)
    assert set(server.referers) == {None}
    credit = evaluate("document.querySelector('.leaflet-control-attribution').textContent")
    assert tiles.attribution in credit  # as text, not as markup
    assert evaluate("document.querySelectorAll('.map-notice').length") == 0
    assert evaluate(TOWNS) == 0  # the tiles have names of their own
    assert ask(evaluate, "window.infromap.labels().map((each) => each.sort)").count("project") == 4
    assert messages == []


def test_the_switch_goes_back_to_the_base_map(load_page, qtbot, serve, document):
    _, tiles = serve()
    evaluate, _, _ = load_page(render_html(document, tiles=tiles))
    qtbot.waitUntil(lambda: loaded(evaluate) > 4, timeout=20_000)

    evaluate("document.querySelector('[data-switch=tiles]').click()")

    assert loaded(evaluate) == 0
    assert evaluate(TOWNS) > 20
    assert tiles.attribution not in evaluate("document.querySelector('.leaflet-control-attribution').textContent")


def test_without_tiles_the_base_map_stands_and_one_notice_says_why(load_page, qtbot, serve, document):
    server, tiles = serve(has_tiles=False)

    evaluate, messages, _ = load_page(render_html(document, tiles=tiles))
    qtbot.waitUntil(lambda: evaluate(TOWNS) > 20, timeout=20_000)
    qtbot.wait(500)

    assert [message for message in messages if "Uncaught" in message] == []
    assert len(server.paths) > 1
    assert evaluate("document.querySelectorAll('.map-notice').length") == 1
    assert "Test.Grey" in evaluate("document.querySelector('.map-notice').textContent")
    assert evaluate("document.querySelector('[data-switch=tiles]').getAttribute('aria-pressed')") == "false"
    evaluate("document.querySelector('.map-notice button').click()")
    assert evaluate("document.querySelectorAll('.map-notice').length") == 0


def draw_picture(evaluate, qtbot):
    """Return the picture that the page draws of itself, and what it says is missing on it."""
    evaluate(
        "window.picture = null;"
        "window.infromapPage.drawPicture(document.getElementById('map')).then(({file, lack}) => {"
        "const reader = new FileReader(); reader.readAsDataURL(file);"
        "reader.onload = () => { window.picture = [reader.result, lack]; }; }); 0"
    )
    qtbot.waitUntil(lambda: evaluate("Boolean(window.picture)"), timeout=20_000)
    url, lack = ask(evaluate, "window.picture")
    return QImage.fromData(base64.b64decode(url.partition(",")[2])), lack


def grey_share(picture):
    places = [(x, y) for x in range(800, 1800, 50) for y in range(300, 1200, 50)]
    return sum(picture.pixelColor(*place).name() == "#808080" for place in places) / len(places)


def inked_rows(picture, top):
    """Return how many rows from the bottom have letters in them."""
    rows = range(picture.height() - top, picture.height())
    return sum(any(picture.pixelColor(x, y).lightness() < 120 for x in range(0, 1200, 2)) for y in rows)


def test_the_picture_of_the_page_has_the_tiles_that_are_seen(load_page, qtbot, serve, document):
    _, tiles = serve()
    evaluate, messages, _ = load_page(render_html(document, tiles=tiles))
    qtbot.waitUntil(lambda: loaded(evaluate) > 4, timeout=20_000)
    evaluate("window.infromap.setTileOpacity(1)")
    qtbot.waitUntil(lambda: evaluate("window.infromapPage.tilesLack()") == "", timeout=20_000)

    picture, lack = draw_picture(evaluate, qtbot)

    assert lack == ""
    assert grey_share(picture) > 0.6
    assert messages == []


@pytest.mark.parametrize("options", [{"lets_pages_read": False}, {"has_tiles": False}])
def test_the_picture_of_the_page_says_which_tiles_it_lacks(load_page, qtbot, serve, document, options):
    _, tiles = serve(**options)
    evaluate, _, _ = load_page(render_html(document, tiles=tiles))
    has_them = options.get("has_tiles", True)
    qtbot.waitUntil(lambda: loaded(evaluate) > 4 if has_them else evaluate(TOWNS) > 20, timeout=20_000)

    picture, lack = draw_picture(evaluate, qtbot)

    assert "Test.Grey" in lack
    assert grey_share(picture) == 0
    assert inked_rows(picture, 32) > 5
    evaluate("window.infromapPage.sharePicture(document.getElementById('map')); 0")
    told = "document.getElementById('told').textContent"
    qtbot.waitUntil(lambda: "Test.Grey" in (evaluate(told) or ""), timeout=20_000)


def test_a_page_without_tiles_has_no_switch_for_them(load_page, document):
    evaluate, _, _ = load_page(render_html(document))

    assert evaluate("document.querySelectorAll('[data-switch=tiles]').length") == 0
