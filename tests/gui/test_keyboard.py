"""Everything by keyboard: names for those who hear the window, keys for all panels, one shortcut for one command."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
)

from dialogs import open_all_dialogs
from gis_files import write_points

pytestmark = pytest.mark.qt

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
QTS_OWN = ("qt_", "qdockwidget_", "ScrollLeftButton", "ScrollRightButton")  # Qt names these where it shows them


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def is_part_of_another(widget):
    """Tell whether a widget is a piece of one that has the name: the field of a spin box, the list of a combo box."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QKeySequenceEdit):
            return True
        if isinstance(parent, QAbstractItemView) and not isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
            return True  # the headers of a table
        parent = parent.parentWidget()
    return isinstance(widget.parentWidget(), QLineEdit)  # the button that clears it


def nameless(root):
    """Return what can be used in a window or dialog and has no name, by class and object name."""
    return [
        f"{type(root).__name__}: {type(widget).__name__} {widget.objectName()}"
        for kind in INTERACTIVE
        for widget in root.findChildren(kind)
        if not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith(QTS_OWN)
        and not is_part_of_another(widget)
        and not name_of(widget)
    ]


def test_whatever_can_be_used_in_the_window_has_a_name(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    window.select_feature(window.document.features[0].id)
    for dock in window.findChildren(QDockWidget):
        dock.show()
        assert name_of(dock), dock.objectName()

    assert nameless(window) == []


def test_whatever_can_be_used_in_a_dialog_has_a_name(qtbot, window, monkeypatch, session_log):
    found = {}

    open_all_dialogs(monkeypatch, window, lambda dialog: found.update({type(dialog).__name__: nameless(dialog)}))

    assert {"ManualWindow", "ShortcutsDialog", "LogWindow", "DiagnosticsDialog", "GoToDialog"} <= set(found)
    assert [each for names in found.values() for each in names] == []


def test_no_two_commands_share_a_shortcut(window):
    keys = Counter(
        keys.toString() for action in window.commands.actions.values() for keys in action.shortcuts() if keys.toString()
    )

    assert [each for each, count in keys.items() if count > 1] == []


def test_no_command_takes_the_keys_of_text_fields(window):
    of_text = {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"}

    assert of_text.isdisjoint(action.shortcut().toString() for action in window.commands.actions.values())


@pytest.mark.parametrize(("keys", "panel"), [("Alt+2", "projects"), ("Alt+3", "details"), ("Alt+4", "article")])
def test_a_panel_gets_the_keyboard_by_its_number_even_if_it_was_closed(qtbot, window, keys, panel):
    dock = window.findChild(QDockWidget, panel)
    dock.hide()
    window.activateWindow()

    qtbot.keySequence(window, QKeySequence(keys))

    qtbot.waitUntil(lambda: dock.isAncestorOf(QApplication.focusWidget()), timeout=5_000)
    assert dock.isVisible()


def test_the_map_gets_the_keyboard_and_shows_that_it_has_it(qtbot, window):
    window.activateWindow()
    window.projects.tree.setFocus()
    before = window.map.grab(window.map.rect()).toImage().pixelColor(QPoint(1, 300))

    qtbot.keySequence(window, QKeySequence("Alt+1"))

    qtbot.waitUntil(lambda: window.map.isAncestorOf(QApplication.focusWidget()), timeout=5_000)
    highlight = window.palette().highlight().color()
    qtbot.waitUntil(lambda: window.map.grab().toImage().pixelColor(QPoint(1, 300)) == highlight, timeout=5_000)
    assert before != highlight


def test_the_frame_goes_with_the_keyboard(qtbot, window):
    window.activateWindow()
    highlight = window.palette().highlight().color()

    def edge(widget):
        return widget.grab().toImage().pixelColor(QPoint(1, widget.height() // 2))

    window.projects.tree.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: edge(window.projects.tree) == highlight, timeout=5_000)
    window.article.text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: edge(window.article.text) == highlight, timeout=5_000)
    assert edge(window.projects.tree) != highlight


def test_tab_leads_through_every_panel(qtbot, window):
    window.activateWindow()
    window.projects.filter.setFocus()
    reached = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached |= {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(focus)}
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    assert {"projects", "details", "article"} <= reached
