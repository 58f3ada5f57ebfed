"""Marks in a long text: positions count characters, and only what is in sight is marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from infromap.gui.panels.marked_text import MarkedText, Stretch

pytestmark = pytest.mark.qt

RED, BLUE = QColor("red"), QColor("blue")


@pytest.fixture
def shown(qtbot):
    text = MarkedText()
    qtbot.addWidget(text)
    text.resize(400, 200)
    text.show()
    return text


def marks_of(text, number):
    block = text.document().findBlockByNumber(number)
    return [(each.start, each.length, each.format.background().color()) for each in block.layout().formats()]


def test_letters_of_two_units_move_no_mark_and_no_click(qtbot, shown):
    letters = "🏥🏥 a road\nsecond"
    shown.show_text(letters, [Stretch(5, 9, "road", RED)])
    qtbot.waitUntil(lambda: marks_of(shown, 0) != [])
    assert marks_of(shown, 0) == [(7, 4, RED)]
    assert shown.cursor_over(5, 9).selectedText() == "road"

    where = shown.cursorRect(shown.cursor_over(6, 6)).center()
    with qtbot.waitSignal(shown.clicked_at) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown.owners_at(told.args[0]) == ["road"]


def test_the_shorter_mark_lies_on_top_and_is_named_first(qtbot, shown):
    shown.show_text("a road of 5 km", [Stretch(10, 14, "short", BLUE), Stretch(0, 14, "long", RED)])
    qtbot.waitUntil(lambda: marks_of(shown, 0) != [])

    assert [colour for _, _, colour in marks_of(shown, 0)] == [RED, BLUE]
    assert shown.owners_at(11) == ["short", "long"]
    assert shown.owners_at(3) == ["long"]


def test_only_paragraphs_in_sight_have_their_marks(qtbot, shown):
    line = "a road\n"
    shown.show_text(line * 2_000, [Stretch(7 * n + 2, 7 * n + 6, str(n), RED) for n in range(2_000)])
    qtbot.waitUntil(lambda: marks_of(shown, 0) != [])
    assert marks_of(shown, 1_500) == []

    shown.highlight(7 * 1_500, 7 * 1_500 + 6, BLUE)

    qtbot.waitUntil(lambda: marks_of(shown, 1_500) == [(2, 4, RED)])
    assert marks_of(shown, 700) == []
