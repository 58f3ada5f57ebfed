"""A read-only text with marked stretches; what is out of sight costs nothing."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_LONG_LINE = re.compile(r"[^\n]{10000}(?=[^\n])")  # is cut: Qt lays out millions of letters in a line for minutes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a text that are marked, end exclusive, and whom they speak of."""

    start: int
    end: int
    owner: str
    colour: QColor


class MarkedText(QPlainTextEdit):
    """Positions are characters of the text, as everywhere in the program; Qt counts UTF-16 units."""

    clicked_at = Signal(int)

    def __init__(self, parent=None):
        super().__init__(parent, readOnly=True)
        self._offsets: list[int] = []  # of letters that are two units for Qt, or the last before a cut
        self._stretches: list[Stretch] = []  # by their start
        self._starts: list[int] = []
        self._longest = 0
        self._dressed: set[int] = set()  # numbers of the blocks that have their marks
        self.document().setDocumentMargin(10)
        self.updateRequest.connect(self._dress_blocks_in_sight)

    def show_text(self, text: str, stretches: Iterable[Stretch] = ()) -> None:
        """Show a text with its marks; of those that overlap, the shorter one lies on top."""
        self._stretches, self._starts = [], []  # while the text changes, nothing of it is marked
        self.setExtraSelections([])
        self.setPlainText(_LONG_LINE.sub(r"\g<0>\n", text))
        wide = (position for position, letter in enumerate(text) if ord(letter) > 0xFFFF)
        self._offsets = sorted([*wide, *(cut.end() - 1 for cut in _LONG_LINE.finditer(text))])
        self._stretches = sorted(stretches, key=lambda each: each.start)
        self._starts = [each.start for each in self._stretches]
        self._longest = max((each.end - each.start for each in self._stretches), default=0)
        self._dressed.clear()
        self._dress_blocks_in_sight()

    def highlight(self, start: int, end: int, colour: QColor) -> None:
        """Mark one stretch above all others and bring it into sight."""
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self.cursor_over(start, end)
        selection.format = _background(colour)
        self.setExtraSelections([selection])
        self.setTextCursor(self.cursor_over(start, start))
        self.centerCursor()

    def owners_at(self, position: int) -> list[str]:
        """Return whom the marks at a character speak of, that of the shortest mark first."""
        hits = [each for each in self._between(position, position + 1) if each.start <= position < each.end]
        return list(dict.fromkeys(each.owner for each in sorted(hits, key=lambda each: each.end - each.start)))

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """Return Qt's selection of a stretch."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._to_qt(start))
        cursor.setPosition(self._to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _between(self, start: int, end: int) -> list[Stretch]:
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [each for each in self._stretches[first:last] if each.end > start]

    def _dress_blocks_in_sight(self) -> None:
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid() and self.blockBoundingGeometry(block).translated(self.contentOffset()).top() <= bottom:
            if block.blockNumber() not in self._dressed:
                self._dressed.add(block.blockNumber())
                self._dress(block)
            block = block.next()

    def _dress(self, block: QTextBlock) -> None:
        start = self._from_qt(block.position())
        stretches = self._between(start, self._from_qt(block.position() + block.length()))
        if not stretches:
            return
        stretches.sort(key=lambda each: each.start - each.end)
        block.layout().setFormats([self._format(each, block) for each in stretches])
        self.document().markContentsDirty(block.position(), block.length())

    def _format(self, stretch: Stretch, block: QTextBlock) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        marked.start = max(self._to_qt(stretch.start) - block.position(), 0)
        marked.length = self._to_qt(stretch.end) - block.position() - marked.start
        marked.format = _background(stretch.colour)
        return marked

    def _to_qt(self, position: int) -> int:
        return position + bisect_left(self._offsets, position)

    def _from_qt(self, units: int) -> int:
        return units - bisect_right(range(len(self._offsets)), units, key=lambda n: self._offsets[n] + n + 1)

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            point = event.position().toPoint()
            cursor = self.cursorForPosition(point)  # between two letters, the nearest
            is_before = self.cursorRect(cursor).left() > point.x()
            self.clicked_at.emit(self._from_qt(cursor.position() - is_before))


def _background(colour: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(colour)
    return form
