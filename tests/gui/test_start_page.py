"""What an empty window says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCommandLinkButton, QMessageBox

from infromap.gui.app import Windows

pytestmark = pytest.mark.qt


@pytest.fixture
def windows(qtbot, settings):
    windows = Windows("en", settings=settings)
    windows.open_empty()
    yield windows
    for window in list(windows.open_windows):
        window.close()
    windows.translation.remove()
    qtbot.waitUntil(lambda: not windows.open_windows)


def buttons(window):
    return {button.text(): button for button in window.start_page.findChildren(QCommandLinkButton)}


def test_an_empty_window_says_how_to_begin_and_each_panel_what_it_is_for(windows):
    window = windows.open_windows[0]

    assert window.centre.currentWidget() is window.start_page
    assert {"Open", "New from Clipboard", "Open the bundled brief"} <= set(buttons(window))
    assert window.projects.empty.isVisible()
    assert "Ctrl+O" in window.projects.empty.text()
    assert "Choose a project" in window.details.text.toPlainText()
    assert "Ctrl+O" in window.article.text.placeholderText()


def test_the_bundled_brief_opens_and_the_start_page_goes(qtbot, windows):
    window = windows.open_windows[0]

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        QTest.mouseClick(buttons(window)["Open the bundled brief"], Qt.MouseButton.LeftButton)

    assert len(window.document.features) == 5
    assert window.centre.currentWidget() is window.map


def test_files_that_were_open_last_are_offered_if_they_are_still_there(qtbot, windows, settings, tmp_path):
    here, gone = tmp_path / "A & B.txt", tmp_path / "gone.txt"
    here.write_text("A 50 MW solar plant will be built in Shymkent, Kazakhstan.")
    for path in (here, gone):
        settings.add_recent_file(path)
    window = windows.open_windows[0]
    window.show_start()

    offered = buttons(window)
    assert "gone.txt" not in offered
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        offered["A && B.txt"].click()
    assert len(window.document.features) == 1


def test_a_file_that_cannot_be_read_leads_back_to_the_start_page(qtbot, windows, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr("infromap.gui.window.show_error", lambda _parent, error: said.append(str(error)))
    window = windows.open_windows[0]

    window.opening.open_file(tmp_path / "no such file.txt")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    qtbot.waitUntil(lambda: window.centre.currentWidget() is window.start_page, timeout=5_000)


def test_ctrl_n_opens_another_empty_window(qtbot, windows):
    first = windows.open_windows[0]
    first.activateWindow()

    qtbot.keySequence(first, QKeySequence("Ctrl+N"))

    assert len(windows.open_windows) == 2
    assert windows.open_windows[1].document is None


def click_recent(qtbot, window, number):
    """Open File > Open Recent, and click an entry of it."""
    menu = window.opening.recent
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible, timeout=5_000)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[number]).center())


def test_the_menu_of_recent_files_opens_the_one_that_is_clicked(qtbot, windows, settings, tmp_path):
    for number, name in enumerate(("first.txt", "second.txt"), start=1):
        (tmp_path / name).write_text(f"A {number}0 MW solar plant will be built in Shymkent, Kazakhstan.")
        settings.add_recent_file(tmp_path / name)
    window = windows.open_windows[0]

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        click_recent(qtbot, window, 1)

    assert "10 MW" in window.article.text.toPlainText()
    assert [path.name for path in settings.recent_files()] == ["first.txt", "second.txt"]


@pytest.mark.parametrize(("answer", "left"), [(QMessageBox.StandardButton.Yes, 0), (QMessageBox.StandardButton.No, 1)])
def test_a_recent_file_that_is_gone_is_taken_off_the_list_if_its_user_wants(
    qtbot, windows, settings, tmp_path, monkeypatch, answer, left
):
    settings.add_recent_file(tmp_path / "gone.txt")
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answer)

    click_recent(qtbot, windows.open_windows[0], 0)

    assert "gone.txt is not there any more" in asked[0]
    assert len(settings.recent_files()) == left
    assert windows.open_windows[0].document is None
