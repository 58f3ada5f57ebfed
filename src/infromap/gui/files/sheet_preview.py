"""Shows the sheets of a document as they will be, and draws them again after each choice."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from infromap.export import DocumentOptions

_PAUSE_MS = 250  # after the last choice: whoever turns a wheel over choices waits for no sheet between
_SIZE = (380, 460)

Draw = Callable[[DocumentOptions, Callable[[bytes], None]], None]


class SheetPreview(QStackedWidget):
    """Words while sheets are drawn, then the sheets."""

    def __init__(self, draw: Draw, options: Callable[[], DocumentOptions], parent: QWidget | None = None):
        super().__init__(parent)
        self._draw, self._options = draw, options
        self.sheets = QPdfView(self)  # goes before the document: its threads draw sheets to the end
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.sheets.setDocument(self.document)
        self.sheets.setPageMode(QPdfView.PageMode.MultiPage)
        self.sheets.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.sheets.setAccessibleName(self.tr("Preview"))
        self.words = QLabel(self.tr("Drawing…"))
        self.words.setContentsMargins(12, 12, 12, 12)
        self.addWidget(self.words)
        self.addWidget(self.sheets)
        self.setMinimumSize(*_SIZE)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._ask()

    def draw_again(self) -> None:
        """Draw what is wanted now, after a pause."""
        self._pause.start()

    def _ask(self) -> None:
        self.setCurrentWidget(self.words)
        self._draw(self._options(), self._show)

    def _show(self, pdf: bytes) -> None:
        self.document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.setCurrentWidget(self.sheets)
