"""In every language, a letter that is underlined means one thing in its menu or dialog."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QGroupBox,
    QLabel,
    QMenu,
)

from dialogs import open_all_dialogs
from gis_files import write_points
from infromap.gui.files.crs_dialog import CrsDialog
from infromap.gui.files.export_dialogs import DocumentDialog, PictureDialog
from infromap.gui.files.layer_choice import LayerChoiceDialog
from infromap.gui.files.table_dialog import TableDialog
from infromap.gui.window import MainWindow
from infromap.vector import plan_file

pytestmark = pytest.mark.qt


@pytest.fixture
def speaking(qtbot, spoken, settings, brief, tmp_path):
    """Return a window that speaks the language, with the brief and a layer."""
    window = MainWindow(settings)
    window.show()
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_files([brief, write_points(tmp_path / "towns.gpkg")])
    yield window
    window.open_map.undo.setClean()
    window.close()
    window.deleteLater()


def doubled(texts):
    """Return the texts that are called by the same letter."""
    letters = [(QKeySequence.mnemonic(text).toString(), text) for text in texts]
    counts = Counter(letter for letter, _ in letters if letter)
    return [each for each in letters if counts[each[0]] > 1]


def texts_of(dialog):
    """Return what is called by a letter in a dialog."""
    yield from (button.text() for button in dialog.findChildren(QAbstractButton))
    yield from (label.text() for label in dialog.findChildren(QLabel) if label.buddy())
    yield from (box.title() for box in dialog.findChildren(QGroupBox) if box.isCheckable())


def test_a_letter_means_one_thing_in_its_menu_or_dialog(speaking, monkeypatch, session_log, tmp_path):
    found = {"the menu bar": doubled(menu.text() for menu in speaking.menuBar().actions())}
    for menu in speaking.findChildren(QMenu):
        found[menu.title()] = doubled(action.text() for action in menu.actions())

    def look(dialog):
        if type(dialog).__module__.startswith("infromap"):  # Qt's own have letters of theirs
            found[type(dialog).__name__] = doubled(texts_of(dialog))

    open_all_dialogs(monkeypatch, speaking, look)
    table = tmp_path / "towns.csv"
    table.write_text("name,lat,lon\na,51,71\n", encoding="utf-8")
    many = plan_file(write_points(tmp_path / "many.gpkg")).layers * 2
    look(TableDialog(table, plan_file(table).table, speaking.settings, speaking))
    look(CrsDialog("?", None, speaking.settings, speaking))
    look(LayerChoiceDialog(table, many, speaking))
    look(PictureDialog(None, speaking))
    look(DocumentDialog(None, lambda *_: None, speaking))

    assert {"StyleDialog", "FilterDialog", "DetailsDialog", "ShortcutsDialog", "LogWindow"} <= set(found)
    assert {place: each for place, each in found.items() if each} == {}
