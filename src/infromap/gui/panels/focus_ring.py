"""Shows which panel has the keyboard, where the style does not."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from infromap.gui.page.map_view import MapView

_WIDTH = 2


class FocusRing(QObject):
    """Puts a frame around the list, the text or the map of a window that has the keyboard."""

    def __init__(self, window: QMainWindow):
        super().__init__(window)
        self._window = window
        self.frame: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.isAncestorOf(now):
            return  # another window has it; this one gets it back where it was
        around = self._ringed(now)
        if self.frame is not None and isValid(self.frame):
            if self.frame.parent() is around:
                return
            self.frame.hide()
            self.frame.deleteLater()
        self.frame = _Frame(around) if around else None

    def _ringed(self, widget: QWidget) -> QWidget | None:
        """Return what the frame goes around; the page takes the keyboard for its map."""
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            if isinstance(each, MapView) or (isinstance(each, QAbstractScrollArea) and each.focusPolicy()):
                return each
            each = each.parentWidget()
        return None


class _Frame(QWidget):
    def __init__(self, around: QWidget):
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        pen = QPen(self.palette().highlight().color(), _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
