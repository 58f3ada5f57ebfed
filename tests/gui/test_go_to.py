"""Going to a coordinate that is typed."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from infromap.gui.tools.go_to import GoToDialog

pytestmark = pytest.mark.qt


@pytest.fixture
def dialog(window):
    window.commands["go_to"].trigger()
    return window.findChild(GoToDialog)


def shown(dialog):
    return [dialog.places.item(row).text() for row in range(dialog.places.count())]


def test_what_is_typed_is_understood_while_it_is_typed(qtbot, dialog):
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.field, "53")
    assert "no coordinate yet" in dialog.told.text()
    QGuiApplication.clipboard().setText("° С 69° В")
    qtbot.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert shown(dialog) == ["53.00000° N, 69.00000° E"]
    assert dialog.go.isEnabled()


def test_enter_sets_the_pin_there(qtbot, window, ask, dialog):
    qtbot.keyClicks(dialog.field, "151.21, -33.86")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    label = "document.querySelector('.place-label')?.textContent"
    qtbot.waitUntil(lambda: ask(window.map, label) == "33.86000° S, 151.21000° E", timeout=20_000)
    centre = json.loads(ask(window.map, "JSON.stringify([infromap.map.getCenter().lng, infromap.map.getCenter().lat])"))
    assert centre == pytest.approx([151.21, -33.86], abs=0.01)


def test_two_orders_are_asked_and_the_arrows_answer(qtbot, window, dialog):
    qtbot.keyClicks(dialog.field, "53.28, 69.39")
    assert "Which one?" in dialog.told.text()
    assert shown(dialog) == [
        "53.28000° N, 69.39000° E (latitude first)",
        "69.39000° N, 53.28000° E (longitude first)",
    ]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    assert window.mark.place[:2] == (53.28, 69.39)


def test_utm_is_told_in_degrees_and_in_utm(qtbot, dialog):
    qtbot.keyClicks(dialog.field, "42U 526244 5903952")

    assert shown(dialog) == ["53.28414° N, 69.39365° E (42U 526244 E 5903952 N)"]


def test_escape_leaves_the_map_as_it_is(qtbot, window, dialog):
    qtbot.keyClicks(dialog.field, "53.28 N 69.39 E")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)

    assert window.mark.place is None


def test_enter_with_nothing_understood_keeps_asking(qtbot, window, dialog):
    qtbot.keyClicks(dialog.field, "somewhere")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert window.mark.place is None
