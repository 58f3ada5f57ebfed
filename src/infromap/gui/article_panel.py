"""The text of the article with every fact marked in its place."""

from bisect import bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from infromap.model.mapdoc import MapDocument
from infromap.model.provenance import Quote
from infromap.render.symbology import kind_colour

_FACT_ALPHA, _CHOSEN_ALPHA = 60, 70


class ArticlePanel(QWidget):
    """A read-only text; a click on a marked fact chooses its project."""

    feature_selected = Signal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.text = _ClickableText(readOnly=True)
        self.text.setAccessibleName(self.tr("Text of the article"))
        self.text.setPlaceholderText(
            self.tr(
                "The text of the article stands here, with every fact marked: a click on one chooses its project. "
                "Open an article with Ctrl+O, or drop its file here."
            )
        )
        self.setFocusProxy(self.text)
        self.text.document().setDocumentMargin(10)
        self.text.clicked_at.connect(self._report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self._quotes: list[tuple[Quote, str]] = []
        self._facts: list[QTextEdit.ExtraSelection] = []
        self._chosen: list[QTextEdit.ExtraSelection] = []
        self._offsets: list[int] = []

    def show_document(self, document: MapDocument) -> None:
        """Show the text and mark the facts of each project in the colour of its kind."""
        text = document.reading.article.text
        self.text.setPlainText(text)
        # Qt counts UTF-16 units, the article counts characters: they differ behind each letter beyond U+FFFF.
        self._offsets = [position for position, letter in enumerate(text) if ord(letter) > 0xFFFF]
        self._quotes = []
        self._facts = []
        self._chosen = []
        for feature in document.features:
            colour = QColor(kind_colour(feature.kind))
            colour.setAlpha(_FACT_ALPHA)
            for quote in feature.project.quotes:
                if quote.field != "sentence":
                    self._quotes.append((quote, feature.id))
                    self._facts.append(self._selection(quote.start, quote.end, colour))
        self.text.setExtraSelections(self._facts)

    def show_words(self, start: int, end: int) -> None:
        """Mark a stretch of the text and bring it into view."""
        colour = QColor(255, 214, 92, _CHOSEN_ALPHA)
        self._chosen = [self._selection(start, end, colour)]
        self.text.setExtraSelections([*self._chosen, *self._facts])
        cursor = self._cursor(start, start)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def clear_words(self) -> None:
        """Take the mark of the chosen stretch away."""
        self._chosen = []
        self.text.setExtraSelections(self._facts)

    def _selection(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(start, end)
        form = QTextCharFormat()
        form.setBackground(colour)
        selection.format = form
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._to_qt(start))
        cursor.setPosition(self._to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _to_qt(self, position: int) -> int:
        return position + bisect_right(self._offsets, position - 1)

    def _report(self, qt_position: int) -> None:
        hits = [
            (quote.end - quote.start, feature_id)
            for quote, feature_id in self._quotes
            if self._to_qt(quote.start) <= qt_position < self._to_qt(quote.end)
        ]
        if hits:
            self.feature_selected.emit(min(hits, key=lambda hit: hit[0])[1])


class _ClickableText(QPlainTextEdit):
    clicked_at = Signal(int)  # position in the document, in Qt's units

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked_at.emit(self.cursorForPosition(event.position().toPoint()).position())
