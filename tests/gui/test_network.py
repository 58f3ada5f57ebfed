"""Offline is the beginning, always in sight, and holds: tiles, addresses, look-ups and routing servers stop at once."""

import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from geocoding_server import Answer
from infromap.gazetteer.online import OnlineService
from infromap.gui.files.network import Network
from infromap.gui.layers.base_maps import ONLINE
from infromap.gui.window import MainWindow
from infromap.model.tiles import BaseMap, TileLayer
from infromap.render import find_tile_layer
from infromap.route.tracer import WhileAllowed
from tile_files import write_mbtiles
from tile_server import TileServer, grey_tile
from tls_server import Counter, make_certificate, running

pytestmark = pytest.mark.qt

LOADED = "document.querySelectorAll('.online-tiles img.leaflet-tile-loaded').length"
TILES = "document.querySelectorAll('.online-tiles').length"


@pytest.fixture
def tile_server():
    server = TileServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def answers(monkeypatch):
    """Answer questions with the last of the list; return it, what was asked before it."""
    said = [QMessageBox.StandardButton.Yes]

    def answer(box):
        said.insert(0, f"{box.text()} {box.informativeText()}")
        return said[-1]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return said


def click(window):
    QTest.mouseClick(window.network_switch.button, Qt.MouseButton.LeftButton)


def open_with_tiles(qtbot, settings, brief, server):
    tiles = TileLayer(name="Test.Grey", url=server.url, attribution="Grey")
    network = Network()
    network.set_online(True)
    main = MainWindow(settings, network=network, tiles=tiles)
    main.resize(1000, 700)
    main.show()
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_file(brief)
    return main


def test_every_start_is_offline_and_the_switch_is_in_sight(window):
    assert not window.network.is_online
    assert window.network_switch.button.isVisible()
    assert window.network_switch.button.text() == "Offline"
    assert not window.commands["online"].isChecked()


def test_the_switch_says_what_will_be_sent_and_no_leaves_it_off(window, answers):
    answers[:] = [QMessageBox.StandardButton.No]

    click(window)

    assert "looks up names of places" in answers[0]
    assert not window.network.is_online
    assert window.network_switch.button.text() == "Offline"
    assert not window.network_switch.button.isChecked()


def test_commands_follow_the_switch_in_all_windows(qtbot, window, settings, answers):
    other = MainWindow(settings, network=window.network)
    other.show()

    click(window)
    online = [each.commands["open_address"].isEnabled() for each in (window, other)]
    other.commands["online"].trigger()
    offline = [each.commands["open_address"].isEnabled() for each in (window, other)]

    assert (online, offline) == ([True, True], [False, False])
    assert len(answers) == 2  # switching off asks nothing
    assert "Work Online" in window.commands["open_address"].toolTip()
    assert window.network_switch.button.text() == "Offline"
    other.close()
    other.deleteLater()


def test_an_address_is_not_fetched_offline(window, answers, monkeypatch):
    monkeypatch.setattr("infromap.article.fetch_article", lambda *_, **__: pytest.fail("it was fetched"))

    window.opening.fetch_address("https://example.org/article")

    assert "infromap is offline" in answers[0]


def test_tiles_go_at_once_when_the_network_is_switched_off_and_come_again(
    qtbot, settings, brief, tile_server, ask, answers
):
    main = open_with_tiles(qtbot, settings, brief, tile_server)
    qtbot.waitUntil(lambda: ask(main.map, LOADED) > 0, timeout=20_000)

    click(main)
    allowed = main.map.interceptor._origins
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        pass
    asked = len(tile_server.paths)
    main.map.look_at(20, 10, 6)
    qtbot.wait(500)

    assert allowed == frozenset()
    assert ask(main.map, TILES) == 0
    assert len(tile_server.paths) == asked
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        click(main)
    assert "Test.Grey" in answers[0]
    qtbot.waitUntil(lambda: ask(main.map, LOADED) > 0, timeout=20_000)
    main.close()
    main.deleteLater()


def test_a_look_up_under_way_is_given_up(qtbot, settings, tmp_path, geocoding_server, monkeypatch):
    monkeypatch.setenv("INFROMAP_CACHE", str(tmp_path / "cache"))
    geocoding_server.answers = [Answer(status=429, Retry_After="50")]
    network = Network()
    network.set_online(True)
    main = MainWindow(settings, network=network, geocoder=OnlineService(address=geocoding_server.url))
    main.show()
    (tmp_path / "a.txt").write_text("The EBRD will finance a hospital in Koshary, Kazakhstan.")
    main.opening.open_file(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: bool(geocoding_server.times), timeout=30_000)

    network.set_online(False)

    assert not main.worker.is_running
    asked = len(geocoding_server.times)
    with qtbot.waitSignal(main.document_shown, timeout=30_000):
        main.opening.open_file(tmp_path / "a.txt")  # now without anybody being asked
    assert len(geocoding_server.times) == asked
    main.close()
    main.deleteLater()


def test_a_routing_server_is_asked_only_while_the_network_may_be():
    network, asked = Network(), []

    class Server:
        def trace(self, stops, kind):
            asked.append(kind)

    tracer = WhileAllowed(Server(), lambda: network.is_online)
    for is_online in (False, True, False):
        network.set_online(is_online)
        tracer.trace((), is_online)

    assert asked == [True]


@pytest.mark.parametrize("name", ONLINE)
def test_the_tiles_of_the_menu_can_be_used_by_a_page(name):
    assert find_tile_layer(name).origins


def test_tiles_of_a_server_can_be_chosen_online_alone_and_undone(qtbot, window, answers):
    command = window.commands["base_map_OpenTopoMap"]
    before = command.isEnabled()
    click(window)

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        command.trigger()

    assert (before, command.isEnabled(), command.isChecked()) == (False, True, True)
    assert window.open_map.state.base_map.tiles.name == "OpenTopoMap"
    assert window.map.interceptor._origins == frozenset(find_tile_layer("OpenTopoMap").origins)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.commands["undo"].trigger()
    assert window.map.interceptor._origins == frozenset()
    assert window.commands["base_map_own"].isChecked()


def test_a_file_of_tiles_is_added_offline_with_its_opacity(qtbot, window, tmp_path, ask, monkeypatch):
    tiles = {(z, x, y): grey_tile() for z in (4, 5) for x in range(18, 26) for y in range(6, 14)}
    path = write_mbtiles(tmp_path / "steppe.mbtiles", tiles)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (40, True))

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.commands["add_tiles"].trigger()
    qtbot.waitUntil(lambda: ask(window.map, LOADED) > 0, timeout=20_000)
    window.commands["base_map_opacity"].trigger()

    qtbot.waitUntil(
        lambda: ask(window.map, "document.querySelector('.online-tiles').style.opacity") == "0.4", timeout=20_000
    )
    tree = window.layering.panel.tree
    assert tree.topLevelItem(tree.topLevelItemCount() - 1).text(0) == "Base map: Steppe"
    assert window.map.interceptor.refused == []


def test_tiles_that_cannot_be_shown_are_named_in_the_list(qtbot, window, tmp_path):
    base_map = BaseMap(tile_file=tmp_path / "gone.mbtiles")

    window.open_map.change(replace(window.open_map.state, base_map=base_map), lambda: "Change")

    tree = window.layering.panel.tree
    assert tree.topLevelItem(tree.topLevelItemCount() - 1).text(0) == "Base map: built-in, instead of gone.mbtiles"


def show_tiles(qtbot, settings, brief, address):
    """Open the brief with online tiles of an address."""
    network = Network()
    network.set_online(True)
    main = MainWindow(settings, network=network, tiles=TileLayer(name="Test", url=address, attribution="Grey"))
    main.resize(900, 600)
    main.show()
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_file(brief)
    qtbot.wait(1500)  # tiles that come have come
    return main


def test_a_tile_server_that_sends_elsewhere_is_not_followed(qtbot, settings, brief, ask):
    elsewhere = Counter(grey_tile(), Content_Type="image/png")
    with running(elsewhere) as other:
        sender = Counter(status=302, Location=f"{other}/0/0/0.png")
        with running(sender) as address:
            main = show_tiles(qtbot, settings, brief, f"{address}/{{z}}/{{x}}/{{y}}.png")

            qtbot.waitUntil(lambda: len(sender.asked) > 3, timeout=20_000)
            assert elsewhere.asked == []
            assert ask(main.map, LOADED) == 0
            main.close()
            main.deleteLater()


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed: apt-get install openssl")
def test_tiles_of_a_server_that_cannot_be_believed_are_not_shown(qtbot, settings, brief, tmp_path, ask):
    server = Counter(grey_tile(), Content_Type="image/png")
    with running(server, make_certificate(tmp_path)) as address:
        main = show_tiles(qtbot, settings, brief, f"{address}/{{z}}/{{x}}/{{y}}.png")

        assert server.asked == []
        assert ask(main.map, LOADED) == 0
        assert ask(main.map, "document.querySelector('.map-notice[role=status]') !== null") is True
        main.close()
        main.deleteLater()
