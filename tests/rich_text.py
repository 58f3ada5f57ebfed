"""Finds what Qt's widgets show, or would show, as markup."""

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

from hostile import MAGENTA

OWN_SCHEMES = ("words", "correction", "http", "https")  # of the links that Details make
_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
_MOST_ROWS, _MOST_COLUMNS = 250, 20  # of a table; all its heads


class Census:
    """What was looked at, and what of it was markup."""

    def __init__(self):
        self.texts = 0
        self.found = []

    def look_at(self, where: str, text: str) -> None:
        """Take a text that Qt shows as markup where it looks like some."""
        self.texts += 1
        self.found += [f"{where}: {part} in {text[:80]!r}" for part in markup_of(text)]

    def look_at_all(self) -> None:
        """Take every widget that there is, whether or not it is in sight."""
        for window in QApplication.topLevelWidgets():
            for widget in (window, *window.findChildren(QWidget)):
                self.look_at_widget(widget)

    def look_at_widget(self, widget: QWidget) -> None:
        kind = type(widget).__name__
        self.look_at(f"tool tip of {kind}", widget.toolTip())
        self.look_at(f"what's this of {kind}", widget.whatsThis())
        for action in widget.actions():
            self.look_at(f"tool tip of the action {action.objectName()}", action.toolTip())
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            self.look_at(f"{kind} in {type(widget.window()).__name__}", widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model():
            self.look_at_model(kind, widget.model())
        if isinstance(widget, QComboBox):
            self.look_at_model(kind, widget.model())
        if isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                self.look_at("tool tip of a tab", widget.tabToolTip(tab))
        if isinstance(widget, QTextEdit):
            self.texts += 1
            self.found += [f"{kind}: {part}" for part in parts_of(widget.document()) if not part.startswith(_OWN_LINKS)]

    def look_at_model(self, kind: str, model: QAbstractItemModel, parent: QModelIndex | None = None) -> None:
        parent = parent or QModelIndex()
        for orientation in Qt.Orientation:
            sections = _columns(model, parent) if orientation == Qt.Orientation.Horizontal else 0
            for section in range(sections):
                told = model.headerData(section, orientation, Qt.ItemDataRole.ToolTipRole)
                self.look_at(f"tool tip of a head in {kind}", told or "")
        for row in range(min(model.rowCount(parent), _MOST_ROWS)):
            for column in range(min(_columns(model, parent), _MOST_COLUMNS)):
                index = model.index(row, column, parent)
                for role in _ROLES:
                    self.look_at(f"tool tip in {kind}", str(model.data(index, role) or ""))
                if column == 0 and model.rowCount(index):
                    self.look_at_model(kind, model, index)


_OWN_LINKS = tuple(f"link to {scheme}:" for scheme in OWN_SCHEMES)


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def markup_of(text: str) -> list[str]:
    """Return what of a text a widget that decides by itself would show as markup."""
    if not TextQt.mightBeRichText(text):
        return []
    document = QTextDocument()
    document.setHtml(text)
    return parts_of(document)


def parts_of(document: QTextDocument) -> list[str]:
    """Return the pictures and links of a document."""
    found = []
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            form = fragments.fragment().charFormat()
            if form.isImageFormat():
                found.append("picture")
            if form.isAnchor():
                found.append(f"link to {form.anchorHref()}")
            fragments += 1
        if block.textList():
            found.append("list")
        block = block.next()
    return found


def magenta_pixels(widget: QWidget) -> int:
    """Return how many pixels of a widget have the colour of the pictures in the hostile texts."""
    image = widget.grab().toImage()
    wanted = QColor(MAGENTA).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def show_tip(widget: QWidget, at: QPoint) -> QLabel | None:
    """Hover over a place in a widget; return the tool tip that comes."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    tips = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()]
    return tips[0] if tips else None


def fill_menus(window: QWidget) -> list[QMenu]:
    """Let every menu fill itself as it does when it is opened; return them."""
    menus = window.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
    return menus
