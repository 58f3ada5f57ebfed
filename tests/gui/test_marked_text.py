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


def test_a_line_without_end_is_cut_and_its_marks_stay_where_they_were(qtbot, shown):
    text = "🏥" + "a" * 24_999 + "road" + "b" * 5_000

    shown.show_text(text, [Stretch(25_000, 25_004, "road", RED), Stretch(29_999, 30_004, "end", BLUE)])

    assert max(map(len, shown.toPlainText().split("\n"))) == 10_000
    assert shown.toPlainText().replace("\n", "") == text
    assert shown.cursor_over(25_000, 25_004).selectedText() == "road"
    assert shown.cursor_over(29_999, 30_001).selectedText() == "b\u2029b"
    shown.highlight(25_000, 25_004, RED)
    qtbot.waitUntil(lambda: marks_of(shown, 2) != [])
    assert marks_of(shown, 2) == [(9_999, 6, BLUE), (5_000, 4, RED)]


def test_a_click_behind_a_cut_is_where_it_seems(qtbot, shown):
    shown.show_text("a" * 20_000 + " road", [Stretch(20_001, 20_005, "road", RED)])
    shown.highlight(20_001, 20_005, RED)

    where = shown.cursorRect(shown.cursor_over(20_003, 20_003)).center()
    with qtbot.waitSignal(shown.clicked_at) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert shown.owners_at(told.args[0]) == ["road"]
