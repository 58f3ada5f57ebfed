"""What a user can read in Qt's widgets, whether or not it is in sight."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MOST = 60  # rows and columns of a table
_MARKUP = re.compile(r"<[^<>]*>|&\w+;")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def latin_words(text: str) -> set[str]:
    """Return the words of a text that are in Latin letters, without signs for keys and without markup."""
    return set(_LATIN.findall(_MARKUP.sub(" ", text).replace("&", "")))


def texts_within(top: QWidget) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in a window or dialog: the kind of window, the kind of widget in it, and the text."""
    for widget in (top, *top.findChildren(QWidget)):
        where, kind = type(widget.window()).__name__, type(widget).__name__
        yield from ((where, kind, text) for text in _texts_of(widget) if text)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip(), widget.accessibleName())
    yield widget.accessibleDescription()
    if widget.isWindow() or isinstance(widget, QDockWidget):
        yield widget.windowTitle()
    if isinstance(widget, QMenu | QMainWindow):
        yield widget.windowTitle()
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit):
        yield from (widget.placeholderText(), widget.text())
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield from (widget.placeholderText(), widget.toPlainText())
    if isinstance(widget, QAbstractSpinBox):
        yield from (widget.text(), widget.specialValueText())
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QMessageBox):
        yield from (widget.text(), widget.informativeText(), widget.detailedText())
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model():
        yield from _texts_of_model(widget.model())


def _texts_of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(parent), _MOST)
    for column in range(columns):
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(parent), _MOST)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in _ROLES)
            if column == 0 and model.rowCount(index):
                yield from _texts_of_model(model, index)
