"""A panel that Escape closes, before the window takes the key for its own."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class ClosingPanel(QWidget):
    """Tells that its user wants to close it; whoever shows it does so."""

    closed = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape, which takes a choice back elsewhere in the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
                return True
        return super().event(event)
