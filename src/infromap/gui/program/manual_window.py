"""The manual: a text with its headings beside it and a field to search it."""

import re

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeySequence, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from infromap.assets import read_resource

_SIZE = (900, 640)
_SHARES = (220, 680)
_PLACE = Qt.ItemDataRole.UserRole
_FOUND = QColor(255, 200, 60, 110)


class ManualWindow(QDialog):
    """Reads ``resources/manual`` in the user's language; links within it lead to its headings."""

    address_chosen = Signal(QUrl)

    def __init__(self, language: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("infromap Manual"))
        self.resize(*_SIZE)
        self.search = QLineEdit(placeholderText=self.tr("Search the manual"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.found = QLabel()
        self.text = QTextBrowser(openLinks=False)
        self.text.setAccessibleName(self.tr("Manual"))
        self.text.document().setDocumentMargin(14)
        self.text.setMarkdown(read_resource(f"manual/{language}.md"))
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings of the manual"))
        self.headings.setWordWrap(True)
        self._places = self._list_headings()
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._search_next)
        self.headings.currentItemChanged.connect(self._go_to_item)
        self.text.anchorClicked.connect(self.follow)
        self.search.setFocus()

    def follow(self, url: QUrl) -> None:
        """Go to a heading of the manual, or give a web address on."""
        if url.scheme() in ("http", "https"):
            self.address_chosen.emit(url)
        elif url.fragment() in self._places:
            self.go_to(self._places[url.fragment()])

    def go_to(self, place: int) -> None:
        """Show a place of the text at the upper edge."""
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)  # from below, the place comes to the upper edge
        cursor.setPosition(place)
        self.text.setTextCursor(cursor)

    def _list_headings(self) -> dict[str, int]:
        places = {}
        block: QTextBlock = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 0:
                places[heading_anchor(block.text())] = block.position()
                item = QListWidgetItem(block.text(), self.headings)
                item.setData(_PLACE, block.position())
            block = block.next()
        return places

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.found)
        split = QSplitter()
        split.addWidget(self.headings)
        split.addWidget(self.text)
        split.setSizes(_SHARES)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    def _go_to_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.go_to(item.data(_PLACE))

    def _search(self) -> None:
        """Mark all places of the words and show the first."""
        places = self._find_all(self.search.text())
        self.text.setExtraSelections([_mark(place) for place in places])
        self._show_found(places, 0)

    def _search_next(self) -> None:
        places = self._find_all(self.search.text())
        here = self.text.textCursor().selectionStart()
        later = [number for number, place in enumerate(places) if place.selectionStart() > here]
        self._show_found(places, later[0] if later else 0)

    def _find_all(self, words: str) -> list[QTextCursor]:
        document: QTextDocument = self.text.document()
        found = []
        cursor = document.find(words) if words else QTextCursor()
        while not cursor.isNull():
            found.append(cursor)
            cursor = document.find(words, cursor)
        return found

    def _show_found(self, places: list[QTextCursor], number: int) -> None:
        if places:
            self.text.setTextCursor(places[number])
            self.found.setText(self.tr("{number} of {all}").format(number=number + 1, all=len(places)))
        else:
            self.found.setText(self.tr("Not found") if self.search.text() else "")

    def keyPressEvent(self, event) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # they go to the next place that is found
            super().keyPressEvent(event)


def heading_anchor(text: str) -> str:
    """Return what a link to a heading is called: its words in small letters, joined by hyphens."""
    return "-".join(re.findall(r"\w+", text.lower()))


def _mark(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    form = QTextCharFormat()
    form.setBackground(_FOUND)
    selection.format = form
    return selection
