"""Shortcuts: shown, searched, changed, taken back, remembered."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from infromap.assets import resource_path
from infromap.gui.commands import plain_text
from infromap.gui.program.preferences import Preferences
from infromap.gui.program.shortcuts_dialog import ShortcutsDialog
from infromap.gui.window import MainWindow

pytestmark = pytest.mark.qt

KEYS = "Ctrl+Alt+O"


@pytest.fixture
def main(qtbot, settings):
    """Return an empty window."""
    main = MainWindow(settings)
    qtbot.addWidget(main)
    with qtbot.waitExposed(main):
        main.show()
    main.activateWindow()
    return main


@pytest.fixture
def dialog(qtbot, main):
    dialog = ShortcutsDialog(main.commands, main.preferences, main)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=10_000)
    return dialog


def choose(dialog, name, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    dialog.list.setCurrentItem(dialog._items[name])
    dialog.keys.setFocus()
    QTest.keyClick(dialog.keys, key, modifiers)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shortcut(main, name):
    return main.commands[name].shortcut().toString()


def shown(dialog):
    return [name for name, item in dialog._items.items() if not item.isHidden()]


AS_IN_QGIS = {
    "open": "Ctrl+O", "save": "Ctrl+S", "save_as": "Ctrl+Shift+S", "print": "Ctrl+P", "quit": "Ctrl+Q",
    "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "find_anything": "Ctrl+K", "zoom_selection": "Ctrl+J",
    "zoom_all": "Ctrl+Shift+F",
    "measure_length": "Ctrl+Shift+M", "show_attribute_table": "F6", "full_screen": "F11",
}  # fmt: skip


def test_users_of_qgis_find_their_keys(main):
    assert {name: shortcut(main, name) for name in AS_IN_QGIS} == AS_IN_QGIS


def test_keys_in_the_manual_are_those_of_the_commands_beside_them(main):
    manual = resource_path("manual/en.md").read_text(encoding="utf-8")
    told = re.findall(r"\*\*[^*\n]+ → ([^*\n]+)\*\* ?\(((?:Ctrl|F\d)[^)\n]*)\)", manual)
    keys = {plain_text(action.text()): action.shortcut().toString() for action in main.commands.actions.values()}

    assert len(told) > 15
    assert [(name, each) for name, each in told if keys.get(name.rstrip("…")) != each] == []


def test_every_command_is_listed_with_its_keys(dialog, main):
    assert list(dialog._items) == list(dict.fromkeys(dialog._items))
    assert set(dialog._items) == set(main.commands.actions)
    assert dialog._items["open"].text(1) == "Ctrl+O"


def test_commands_are_found_by_words_and_by_keys(qtbot, dialog):
    qtbot.keyClicks(dialog.filter, "full sc")
    assert shown(dialog) == ["full_screen"]

    dialog.filter.clear()
    qtbot.keyClicks(dialog.filter, "f11")
    assert shown(dialog) == ["full_screen"]

    dialog.filter.clear()
    assert set(shown(dialog)) == set(dialog._items)


def test_new_keys_work_at_once_and_at_the_next_start(qtbot, main, dialog, settings):
    choose(dialog, "full_screen", Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    click(dialog.assign)

    assert shortcut(main, "full_screen") == "Alt+Shift+F"
    assert "Alt+Shift+F" in main.commands["full_screen"].toolTip()
    dialog.close()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    qtbot.keySequence(main, QKeySequence("Alt+Shift+F"))
    qtbot.waitUntil(main.isFullScreen)
    again = MainWindow(settings)
    qtbot.addWidget(again)
    assert shortcut(again, "full_screen") == "Alt+Shift+F"
    assert shortcut(again, "open") == "Ctrl+O"


def test_keys_of_another_command_are_told_and_taken_from_it(main, dialog):
    choose(dialog, "open", Qt.Key.Key_Q)
    assert "Quit" in dialog.told.text()
    assert dialog.assign.isEnabled()

    click(dialog.assign)

    assert (shortcut(main, "open"), shortcut(main, "quit")) == ("Ctrl+Q", "")
    click(dialog.reset)
    assert (shortcut(main, "open"), shortcut(main, "quit")) == ("Ctrl+O", "")


def test_own_keys_are_taken_back_from_whoever_has_them_now(main, dialog):
    choose(dialog, "open", Qt.Key.Key_Q)
    click(dialog.assign)
    dialog.list.setCurrentItem(dialog._items["quit"])

    click(dialog.reset)

    assert (shortcut(main, "open"), shortcut(main, "quit")) == ("", "Ctrl+Q")
    click(dialog.reset_all)
    assert (shortcut(main, "open"), shortcut(main, "quit")) == ("Ctrl+O", "Ctrl+Q")


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_that_text_fields_need_are_refused(main, dialog, key, modifiers):
    choose(dialog, "open", key, modifiers)

    assert not dialog.assign.isEnabled()
    assert dialog.told.text()
    assert shortcut(main, "open") == "Ctrl+O"


def test_a_command_can_be_without_keys(main, dialog, settings):
    dialog.list.setCurrentItem(dialog._items["open"])
    click(dialog.remove)

    assert shortcut(main, "open") == ""
    assert Preferences(settings, language="en").keys("open") == QKeySequence()


def test_other_keys_of_a_command_go_with_its_own(main, dialog):
    assert [keys.toString() for keys in main.commands["larger_text"].shortcuts()] == ["Ctrl++", "Ctrl+="]

    choose(dialog, "larger_text", Qt.Key.Key_Y)
    click(dialog.assign)

    assert [keys.toString() for keys in main.commands["larger_text"].shortcuts()] == ["Ctrl+Y"]


def test_all_windows_take_the_new_keys(qtbot, settings):
    preferences = Preferences(settings, language="en")
    windows = [MainWindow(settings, preferences=preferences) for _ in range(2)]
    for window in windows:
        qtbot.addWidget(window)

    preferences.set_keys("open", QKeySequence(KEYS))

    assert [shortcut(window, "open") for window in windows] == [KEYS, KEYS]


def test_no_two_commands_have_one_name(main):
    names = [name for _, names in main.commands.by_menu() for name in names]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&Open…", "Open"),
        ("打开(&O)…", "打开"),
        ("关于 infromap(&A)", "关于 infromap"),
        ("A && B", "A & B"),
        ("&Log", "Log"),
    ],
)
def test_texts_of_commands_are_told_without_their_mnemonics(text, plain):
    assert plain_text(text) == plain
