"""Opening, writing, remembering, refusing."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from brief_roads import build_brief_network
from infromap.gui.window import MainWindow
from infromap.pipeline import open_tracer

pytestmark = pytest.mark.qt


@pytest.fixture
def messages(monkeypatch):
    """Answer every message box, and return what they said."""
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    return said


def test_a_file_that_cannot_be_read_is_told_and_the_map_stays(qtbot, window, tmp_path, messages):
    before = window.document
    (tmp_path / "empty.txt").write_text("")

    window.opening.open_file(tmp_path / "empty.txt")
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)

    assert "empty.txt" in messages[0]
    assert window.document is before


def test_work_that_was_called_off_changes_nothing(qtbot, window, tmp_path):
    before = window.document
    (tmp_path / "other.txt").write_text("A 50 MW solar plant will be built in Shymkent, Kazakhstan.")

    window.opening.open_file(tmp_path / "other.txt")
    window.worker.cancel()
    qtbot.wait(700)

    assert window.document is before


def test_a_dropped_file_is_opened_and_a_second_one_asks_for_a_window(qtbot, window, tmp_path):
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("A 50 MW solar plant will be built in Shymkent, Kazakhstan.")
    second.write_text("Nothing.")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(first)), QUrl.fromLocalFile(str(second))])
    event = QDropEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with qtbot.waitSignals([window.document_shown, window.opening.window_requested], timeout=20_000):
        window.dropEvent(event)

    assert [feature.kind for feature in window.document.features] == ["solar"]
    assert window.settings.recent_files()[0] == first


def test_size_and_panels_are_remembered(qtbot, window, settings):
    window.resize(795, 655)
    window.commands["zoom_all"].trigger()
    window.findChild(object, "article").close()
    window.close()

    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()

    assert (again.width(), again.height()) == (795, 655)
    assert not again.findChild(object, "article").isVisible()
    assert again.findChild(object, "details").isVisible()


def test_an_article_without_projects_says_so(qtbot, window, tmp_path):
    (tmp_path / "weather.txt").write_text("It rained in the morning and the afternoon was dry.")

    with qtbot.waitSignal(window.map.painted, timeout=20_000):
        window.opening.open_file(tmp_path / "weather.txt")

    assert window.projects.empty.isVisible()
    assert not window.projects.tree.isVisible()


def test_the_map_is_fitted_again_when_the_window_grows_until_the_user_moves_it(qtbot, window, ask):
    def spread():
        code = "JSON.stringify([window.infromap.pointOf(57, 50)[0], window.infromap.pointOf(77, 43)[0], innerWidth])"
        return json.loads(ask(window.map, code))

    window.resize(720, 560)
    qtbot.waitUntil(lambda: spread()[2] < 400 and 0 < spread()[0] < spread()[1] < spread()[2], timeout=10_000)
    window.resize(1300, 850)
    qtbot.waitUntil(lambda: spread()[2] > 500, timeout=10_000)

    qtbot.waitUntil(lambda: spread()[1] - spread()[0] > 0.4 * spread()[2], timeout=10_000)
    west, east, width = spread()
    assert 0 < west < east < width


def test_text_on_the_clipboard_becomes_a_map(qtbot, window):
    QGuiApplication.clipboard().setText("The EBRD lends for a hospital in Shymkent.")

    with qtbot.waitSignal(window.document_shown, timeout=20_000):
        window.commands["open_clipboard"].trigger()

    assert [feature.id for feature in window.document.features] == ["hospital-shymkent"]
    assert window.document.reading.article.source == "clipboard"


def test_an_empty_clipboard_is_told_and_the_map_stays(qtbot, window, messages):
    shown = window.document
    QGuiApplication.clipboard().clear()

    window.commands["open_clipboard"].trigger()

    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert "no text" in messages[0]
    assert window.document is shown


def test_addresses_are_asked_for_only_online(window):
    assert not window.network.is_online
    assert not window.commands["open_address"].isEnabled()
    assert "Work Online" in window.commands["open_address"].toolTip()


def test_the_window_traces_lines_over_the_networks_at_hand(qtbot, settings, brief, tmp_path):
    main = MainWindow(settings, tracer=open_tracer(networks=[build_brief_network(tmp_path)]))
    main.show()

    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_file(brief)

    assert "traced" in [feature.method.value for feature in main.document.features]
    main.close()
    main.deleteLater()


def test_a_map_is_saved_as_a_project_and_opened_again(window, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "brief"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands["save"].trigger()
    qtbot.waitUntil(
        lambda: target.with_suffix(".infromap").exists() and "Written" in window.statusBar().currentMessage()
    )
    names = [feature.name for feature in window.document.features]

    with qtbot.waitSignal(window.document_shown, timeout=30_000):
        window.opening.open_file(target.with_suffix(".infromap"))

    assert [feature.name for feature in window.document.features] == names
    assert window.settings.recent_files()[0].name == "brief.infromap"


def test_saving_again_asks_for_no_name(window, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "brief.infromap"
    window.saving.save_project(target)
    qtbot.waitUntil(lambda: "Written" in window.statusBar().currentMessage())
    target.unlink()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked for a name"))

    window.commands["save"].trigger()

    qtbot.waitUntil(target.exists)


def test_an_article_opened_after_a_project_does_not_write_over_it(window, qtbot, monkeypatch, tmp_path, brief):
    target = tmp_path / "brief.infromap"
    window.saving.save_project(target)
    qtbot.waitUntil(lambda: "Written" in window.statusBar().currentMessage())
    with qtbot.waitSignal(window.document_shown, timeout=30_000):
        window.opening.open_file(brief)
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))

    window.commands["save"].trigger()

    assert asked == [1]


def test_a_damaged_project_is_told_and_the_map_stays(window, qtbot, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr("infromap.gui.window.show_error", lambda _, error: told.append(str(error)))
    (tmp_path / "x.infromap").write_text("{}")

    window.opening.open_file(tmp_path / "x.infromap")

    qtbot.waitUntil(lambda: bool(told))
    assert "x.infromap is no project of infromap" in told[0]
    assert len(window.document.features) == 5


def test_a_first_window_is_no_larger_than_the_screen(qtbot, settings):
    window = MainWindow(settings)
    qtbot.addWidget(window)

    available = window.screen().availableSize()
    assert window.width() < available.width()
    assert window.height() < available.height()


def test_a_window_with_its_table_fits_a_small_screen_in_every_language(qtbot, spoken, settings):
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()

    window.commands["show_attribute_table"].trigger()

    assert window.table.isVisible()
    assert window.minimumSizeHint().width() <= 800  # 1400 pixels at 175 %


def test_facts_of_one_key_stand_under_one_label(window):
    said = window.details.text.toPlainText()

    assert said.count("Zou Jiayi") == said.count("Kassym-Jomart Tokayev") == 1
    assert said.count("People") == 1
