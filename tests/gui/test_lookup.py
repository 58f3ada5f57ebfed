"""Places are looked up online only after the user agreed, and then the map is made again with them."""

import time

import pytest
from PySide6.QtWidgets import QMessageBox

from geocoding_server import KOSHARY, Answer
from gis_files import write_points
from infromap.gazetteer.online import OnlineService
from infromap.gui.files.network import Network
from infromap.gui.window import MainWindow

pytestmark = pytest.mark.qt

ARTICLE = "The EBRD will finance a hospital in Koshary and a solar plant in Shymkent, Kazakhstan."


@pytest.fixture(autouse=True)
def cache_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("INFROMAP_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def questions(monkeypatch):
    """Answer every question with the last word of the list, and return what was asked."""
    asked = [QMessageBox.StandardButton.Yes]

    def answer(box):
        asked.insert(0, f"{box.text()} {box.informativeText()}")
        return asked[-1]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def online_network():
    network = Network()
    network.set_online(True)
    return network


@pytest.fixture
def online_window(qtbot, settings, tmp_path, geocoding_server):
    """Return a window that may use the network, with an article of two projects, one of them in an unknown place."""
    geocoding_server.answers = [Answer([KOSHARY])]
    main = MainWindow(settings, network=online_network(), geocoder=None)
    main.show()
    (tmp_path / "article.txt").write_text(ARTICLE)
    with qtbot.waitSignal(main.document_shown, timeout=30_000):
        main.opening.open_file(tmp_path / "article.txt")
    main.geocoder = OnlineService(address=geocoding_server.url)
    yield main
    main.close()
    main.deleteLater()


def test_the_command_is_there_online_where_a_place_is_in_doubt(online_window, window):
    assert online_window.commands["look_up"].isEnabled()
    assert not window.commands["look_up"].isEnabled()
    assert "Work Online" in window.commands["look_up"].toolTip()


def test_nothing_is_asked_before_the_user_agrees(online_window, geocoding_server, questions):
    questions[:] = [QMessageBox.StandardButton.No]

    online_window.commands["look_up"].trigger()

    assert "127.0.0.1" in questions[0]
    assert "Koshary" in questions[0]
    assert "Shymkent" not in questions[0]
    assert geocoding_server.times == []


def test_the_map_is_made_again_with_what_was_found(qtbot, online_window, questions):
    hospital = online_window.document.features[0]
    assert hospital.geometry is None

    with qtbot.waitSignal(online_window.document_shown, timeout=30_000):
        online_window.commands["look_up"].trigger()

    assert "127.0.0.1" in online_window.statusBar().currentMessage()
    found = online_window.document.features[0]
    online_window.select_feature(found.id)
    assert (found.id, found.method.value, found.geometry.x) == (hospital.id, "online", 60.9)
    assert "OpenStreetMap contributors" in online_window.details.text.toPlainText()
    assert not online_window.commands["look_up"].isEnabled()


def test_a_window_that_waits_for_its_turn_closes_at_once(qtbot, online_window, geocoding_server, questions):
    geocoding_server.answers = [Answer(status=429, Retry_After="50")]
    online_window.commands["look_up"].trigger()
    qtbot.waitUntil(lambda: bool(geocoding_server.times), timeout=20_000)
    qtbot.wait(300)

    started = time.monotonic()
    online_window.close()

    assert time.monotonic() - started < 40  # of 50 that the server asked for


def test_layers_stay_when_the_map_is_made_again(qtbot, online_window, questions, tmp_path):
    with qtbot.waitSignal(online_window.document_shown, timeout=30_000):
        online_window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    with qtbot.waitSignal(online_window.document_shown, timeout=30_000):
        online_window.commands["look_up"].trigger()

    assert online_window.document.features[0].geometry is not None
    assert [layer.name for layer in online_window.document.layers] == ["towns.gpkg"]
