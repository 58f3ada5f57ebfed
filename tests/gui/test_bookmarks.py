"""Bookmarks: added, gone to, renamed, removed, and kept with the map."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QMessageBox

from infromap.gui.tools.bookmarks_dialog import BookmarksDialog
from infromap.model.bookmark import Bookmark
from infromap.session import read_project_file

pytestmark = pytest.mark.qt

ASTANA = Bookmark(name="Astana & <b>north</b>", lon=71.45, lat=51.17, zoom=8.0)
ALMATY = Bookmark(name="Almaty", lon=76.95, lat=43.25, zoom=7.0)


@pytest.fixture(autouse=True)
def leave_unsaved(monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)


@pytest.fixture
def answer(monkeypatch):
    """Return what answers the question for a name."""

    def give(name, is_accepted=True):
        def act(dialog):
            dialog.setTextValue(name)
            return int(is_accepted)

        monkeypatch.setattr(QInputDialog, "exec", act)

    return give


@pytest.fixture
def managed(window, qtbot):
    """Return a function that opens the dialog and does something in it."""

    def manage(act):
        def run():
            dialog = window.findChild(BookmarksDialog)
            try:
                act(dialog)
            finally:
                dialog.reject()

        QTimer.singleShot(100, run)
        window.commands["manage_bookmarks"].trigger()

    return manage


def entries(window):
    return [action.text() for action in window.commands.menus["bookmarks"].actions()][3:]


def centre(window, ask):
    at = "infromap.map.getCenter()"
    return json.loads(ask(window.map, f"JSON.stringify([{at}.lng, {at}.lat, infromap.map.getZoom()])"))


def test_what_is_seen_is_kept_under_a_name(qtbot, window, ask, answer):
    answer("  Here  ")
    qtbot.waitUntil(lambda: window.bookmarks._view[:2] == pytest.approx(centre(window, ask)[:2]), timeout=20_000)
    window.commands["add_bookmark"].trigger()

    (bookmark,) = window.bookmarks.all
    assert bookmark.name == "Here"
    assert [bookmark.lon, bookmark.lat, bookmark.zoom] == pytest.approx(centre(window, ask))
    assert entries(window) == ["Here"]


@pytest.mark.parametrize(("name", "is_accepted"), [("", True), ("   ", True), ("Here", False)])
def test_without_a_name_nothing_is_kept(window, answer, name, is_accepted):
    answer(name, is_accepted)
    window.commands["add_bookmark"].trigger()

    assert window.bookmarks.all == ()
    assert not window.commands["manage_bookmarks"].isEnabled()


def test_a_place_of_the_map_s_menu_is_kept(qtbot, window, ask, answer):
    answer("There")
    at = "infromap.map.containerPointToLatLng([200, 300])"
    place = json.loads(ask(window.map, f"JSON.stringify([{at}.lng, {at}.lat])"))
    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.RightButton, pos=QPoint(200, 300))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if "Bookmark" in action.text()).trigger()
    menu.close()

    (bookmark,) = window.bookmarks.all
    assert [bookmark.lon, bookmark.lat] == pytest.approx(place, abs=1e-6)


def test_the_menu_goes_there(qtbot, window, ask):
    window.bookmarks.add(ALMATY)
    window.bookmarks.add(ASTANA)
    assert entries(window) == ["Almaty", "Astana && <b>north</b>"]
    window.commands.menus["bookmarks"].actions()[-1].trigger()

    qtbot.waitUntil(lambda: centre(window, ask) == pytest.approx([71.45, 51.17, 8], abs=0.01), timeout=20_000)
    assert ask(window.map, "document.querySelector('.place-label').textContent") == ASTANA.name


def test_each_change_is_a_step_back_and_no_other_page(qtbot, window):
    with qtbot.assertNotEmitted(window.document_shown, wait=500):
        window.bookmarks.add(ALMATY)
        window.bookmarks.rename(0, "Alma-Ata")
        window.bookmarks.remove(0)
        counts = [len(window.bookmarks.all)]
        for _ in range(3):
            window.commands["undo"].trigger()
            counts.append(len(window.bookmarks.all))

    assert counts == [0, 1, 1, 0]
    window.commands["redo"].trigger()
    assert window.bookmarks.all == (ALMATY,)


def test_a_name_is_edited_in_the_list(qtbot, window, managed):
    window.bookmarks.add(ALMATY)

    def rename(dialog):
        qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
        editor = dialog.list.findChild(QLineEdit)
        qtbot.keyClicks(editor, "Alma-Ata")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Alma-Ata", timeout=5_000)

    managed(rename)

    assert [bookmark.name for bookmark in window.bookmarks.all] == ["Alma-Ata"]


def test_one_is_removed_and_one_gone_to(qtbot, window, managed):
    window.bookmarks.add(ALMATY)
    window.bookmarks.add(ASTANA)

    def remove_first_and_go(dialog):
        qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    managed(remove_first_and_go)

    assert window.bookmarks.all == (ASTANA,)
    assert window.mark.place == (ASTANA.lon, ASTANA.lat, ASTANA.name)


def test_bookmarks_are_kept_in_the_project_file(qtbot, window, tmp_path):
    path = tmp_path / "map.infromap"
    window.bookmarks.add(ASTANA)
    with qtbot.waitSignal(window.worker.finished, timeout=30_000):
        window.saving.save_project(path)
    assert read_project_file(path).bookmarks == (ASTANA,)
    window.bookmarks.remove(0)

    with qtbot.waitSignal(window.open_map.opened, timeout=60_000):
        window.opening.open_file(path)

    assert window.bookmarks.all == (ASTANA,)
    assert entries(window) == ["Astana && <b>north</b>"]


def test_the_question_for_a_name_has_room_for_its_title(window, monkeypatch):
    asked = []

    def look(dialog):
        asked.append((dialog.width(), dialog.fontMetrics().horizontalAdvance(dialog.windowTitle())))
        return 0

    monkeypatch.setattr(QInputDialog, "exec", look)
    window.commands["add_bookmark"].trigger()

    ((width, title),) = asked
    assert width > 2 * title  # buttons stand beside the title
