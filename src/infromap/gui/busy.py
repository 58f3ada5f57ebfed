"""Shows in the status bar that something is under way, and lets the user call it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

if TYPE_CHECKING:
    from infromap.gui.worker import Worker

_PATIENCE_MS = 150  # what takes less is not worth a flicker


class BusyIndicator(QWidget):
    """A label, a bar that shows how far the work is where that is known, and a button; hidden while nothing runs."""

    def __init__(self, worker: "Worker", parent=None):
        super().__init__(parent)
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText)  # it names files
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.bar.setFixedSize(110, 12)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.clicked.connect(worker.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        for widget in (self.label, self.bar, self.cancel):
            layout.addWidget(widget)
        self._delay = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._delay.timeout.connect(self.show)
        worker.started.connect(self._begin)
        worker.progressed.connect(self._advance)
        worker.finished.connect(self._end)
        self.hide()

    def _begin(self, label: str) -> None:
        self.label.setText(label)
        self.bar.setMaximum(0)  # moves, and says nothing
        self._delay.start()

    def _advance(self, share: float) -> None:
        self.bar.setMaximum(100)
        self.bar.setValue(round(100 * share))

    def _end(self) -> None:
        self._delay.stop()
        self.hide()
