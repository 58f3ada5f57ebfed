"""The text of the article with every fact marked in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infromap.gui.panels.marked_text import MarkedText, Stretch

if TYPE_CHECKING:
    from infromap.model.mapdoc import MapDocument
    from infromap.model.project import Kind

_FACT_ALPHA = 60
_CHOSEN = QColor(255, 214, 92, 70)


class ArticlePanel(QWidget):
    """A read-only text; a click on a marked fact chooses its project, a second click the next one that shares it."""

    feature_selected = Signal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.text = MarkedText()
        self.text.setAccessibleName(self.tr("Text of the article"))
        self.text.setPlaceholderText(
            self.tr(
                "The text of the article stands here, with every fact marked: a click on one chooses its project. "
                "Open an article with Ctrl+O, or drop its file here."
            )
        )
        self.setFocusProxy(self.text)
        self.text.clicked_at.connect(self._report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self._clicked: list[str] = []  # the projects that the last click hit, the next one first

    def show_document(self, document: "MapDocument") -> None:
        """Show the text and mark the facts of each project in the colour of its kind."""
        colours = {kind: _fact_colour(kind) for kind in {feature.kind for feature in document.features}}
        facts = [
            Stretch(quote.start, quote.end, feature.id, colours[feature.kind])
            for feature in document.features
            for quote in feature.project.quotes
            if quote.field != "sentence"
        ]
        self.text.show_text(document.reading.article.text, facts)
        self._clicked = []

    def show_words(self, start: int, end: int) -> None:
        """Mark a stretch of the text and bring it into view."""
        self.text.highlight(start, end, _CHOSEN)

    def clear_words(self) -> None:
        """Take the mark of the chosen stretch away."""
        self.text.setExtraSelections([])

    def _report(self, position: int) -> None:
        owners = self.text.owners_at(position)
        is_again = len(owners) > 1 and set(owners) == set(self._clicked)
        turned = self._clicked if is_again else owners
        self._clicked = [*turned[1:], *turned[:1]]
        if turned:
            self.feature_selected.emit(turned[0])


def _fact_colour(kind: "Kind") -> QColor:
    from infromap.render.symbology import kind_colour

    colour = QColor(kind_colour(kind))
    colour.setAlpha(_FACT_ALPHA)
    return colour
