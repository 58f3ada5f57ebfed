"""What the page in the window may not do, and that it comes back."""

import json
import threading

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QApplication

from infromap.gui.page.map_view import MapView
from infromap.model.tiles import TileLayer
from infromap.pipeline import open_map
from infromap.render import render_html
from tile_server import TileServer

pytestmark = pytest.mark.qt


def test_the_page_has_no_panel_of_its_own_beside_the_window_s(window, ask):
    assert ask(window.map, "getComputedStyle(document.getElementById('panel')).display") == "none"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://example.org/", "data:text/html,x", "javascript:1"])
def test_navigation_is_refused(qtbot, window, ask, opened, address):
    ask(window.map, f"(location.href = {address!r}, 1)")
    qtbot.wait(300)

    assert window.map.url() == QUrl("infromap://map/")
    assert ask(window.map, "document.querySelectorAll('.leaflet-marker-icon').length") == 4
    assert opened == []


def test_scripts_cannot_open_windows_or_fetch(qtbot, window, ask):
    code = """(() => { const told = []; window.told = told;
      told.push(window.open("https://example.org/") === null ? "window refused" : "window opened");
      for (const url of ["https://example.org/x", "file:///etc/passwd", "infromap://map/other"])
        fetch(url).then(() => told.push("fetched " + url), () => told.push("refused"));
      return 1; })()"""

    ask(window.map, code)
    qtbot.waitUntil(lambda: ask(window.map, "window.told.length") == 4, timeout=10_000)

    assert ask(window.map, "window.told.join()") == "window refused,refused,refused,refused"


def test_a_web_address_in_a_popup_opens_in_the_user_s_browser(qtbot, window, ask, opened):
    hospital = next(each for each in window.document.features if each.kind == "hospital")
    window.select_feature(hospital.id)
    qtbot.waitUntil(lambda: ask(window.map, "document.querySelectorAll('.popup a[href]').length") > 0, timeout=10_000)
    qtbot.wait(600)  # the map has come to rest under the popup
    find = "const a = document.querySelector('.popup a[href]'), b = a.getBoundingClientRect();"
    address, x, y = json.loads(
        ask(window.map, f"(() => {{ {find} return JSON.stringify([a.href, b.left + 9, b.top + b.height / 2]); }})()")
    )

    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)

    assert [url.toString() for url in opened] == [address]
    assert window.map.url() == QUrl("infromap://map/")


def test_a_source_in_details_opens_in_the_user_s_browser(window, opened):
    window.details.text.anchorClicked.emit(QUrl("https://example.org/source"))
    window.details.text.anchorClicked.emit(QUrl("file:///etc/passwd"))

    assert [url.toString() for url in opened] == ["https://example.org/source"]


def test_the_page_comes_back_with_its_choice_when_its_process_dies(qtbot, window, ask):
    hospital = next(each for each in window.document.features if each.kind == "hospital")
    window.select_feature(hospital.id)

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.map.page().load(QUrl("chrome://crash"))
        window.map.page().renderProcessTerminated.emit(
            window.map.page().RenderProcessTerminationStatus.CrashedTerminationStatus, 1
        )

    qtbot.waitUntil(
        lambda: ask(window.map, "document.querySelector('.leaflet-popup h2')?.textContent") == hospital.name,
        timeout=10_000,
    )


def test_a_late_word_of_the_page_before_is_not_taken_for_the_new_page_s(qtbot, window, ask):
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        ask(window.map, "1")
        window.map.show_page(render_html(window.document), [])
        window.map._bridge.report_painted()  # the old page's, on its way while the new one loads
        assert not window.map.is_painted
        QApplication.processEvents()

    assert ask(window.map, "window.infromap.painted") is True


def test_an_answer_to_the_page_before_is_let_go(qtbot, window):
    said, done = [], []
    window.map.page().console_message.connect(said.append)
    late = "qt.webChannelTransport.onmessage({data: JSON.stringify({type: 10, id: 1000000, data: null})}); 'done'"

    window.map.page().runJavaScript(late, QWebEngineScript.ScriptWorldId.ApplicationWorld, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    qtbot.wait(50)

    assert (done, said) == (["done"], [])


def test_the_page_cannot_name_a_feature_that_is_not_there(qtbot, window, caplog):
    with qtbot.assertNotEmitted(window.map.feature_selected):
        window.map._bridge.report_selection("<b>nothing</b>")

    assert "not in the map" in caplog.text


@pytest.fixture
def tile_server():
    server = TileServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("is_allowed", [True, False])
def test_tiles_come_only_if_the_window_was_started_with_them(qtbot, brief, ask, tile_server, is_allowed):
    tiles = TileLayer(name="Test.Grey", url=tile_server.url, attribution="Grey")
    view = MapView(is_embedded=False, origins=tiles.origins if is_allowed else ())
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()

    view.show_page(render_html(open_map(brief), tiles=tiles), ())
    loaded = "document.querySelectorAll('.online-tiles img.leaflet-tile-loaded').length"
    notices = "document.querySelectorAll('.map-notice').length"
    qtbot.waitUntil(lambda: ask(view, loaded if is_allowed else notices) > 0, timeout=20_000)

    assert bool(tile_server.paths) is is_allowed
    assert ask(view, notices) == (0 if is_allowed else 1)
    view.close_page()
