"""The rows of a layer for Qt's views: nothing is made of a row before it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QItemSelection, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication

from infromap.gui.as_text import tooltip_of
from infromap.gui.panels.spoken import speak_line, speak_value
from infromap.model.layer import Column, ColumnType, Layer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.vector.sorting import Rows

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LONG = 40  # letters: what has more may not fit into its column
_MOST_STRETCHES = 2_000  # of rows side by side: with more of them Qt's own selection takes seconds for each click
_NUMBERS = (ColumnType.INTEGER, ColumnType.REAL)


class RowsModel(QAbstractTableModel):
    """Shows some rows of a layer in some order; ``rows`` are their numbers in the layer."""

    sort_asked = Signal(int, bool)  # column, whether the largest comes first: whoever hears it calls ``set_rows``

    def __init__(self, layer: Layer, locale: QLocale, parent=None):
        super().__init__(parent)
        self.layer = layer
        self.locale = locale
        self.rows: Rows = np.arange(len(layer))
        self.marked: NDArray[np.bool_] | None = None  # rows that look chosen, and that Qt's selection does not know

    def set_rows(self, rows: Rows) -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def column_of(self, index: Index) -> Column:
        """Return the column that a cell belongs to."""
        return self.layer.columns[index.column()]

    def row_of(self, index: Index) -> int:
        """Return which row of the layer a cell belongs to; -1 for no cell."""
        return int(self.rows[index.row()]) if index.isValid() else -1

    def find(self, row: int) -> QModelIndex:
        """Return where a row of the layer is shown; no index where it is not."""
        places = np.flatnonzero(self.rows == row)
        return self.index(int(places[0]), 0) if len(places) else QModelIndex()

    def selection_of(self, rows: Rows) -> QItemSelection | None:
        """Return the selection of these rows, as far as they are shown; None if they lie too scattered for one."""
        selection = QItemSelection()
        places = np.flatnonzero(np.isin(self.rows, rows))
        breaks = np.flatnonzero(np.diff(places) > 1) + 1
        if len(breaks) >= _MOST_STRETCHES:
            return None
        last = self.columnCount() - 1
        for stretch in np.split(places, breaks) if len(places) else ():
            selection.select(self.index(int(stretch[0]), 0), self.index(int(stretch[-1]), last))
        return selection

    def mark(self, rows: Rows | None) -> None:
        """Let these rows look chosen, and no others; None for none."""
        self.marked = None
        if rows is not None:
            self.marked = np.zeros(len(self.layer), dtype=bool)
            self.marked[rows] = True

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.layer.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role in (_Role.BackgroundRole, _Role.ForegroundRole):
            return self._colour_of_mark(index, is_ground=role == _Role.BackgroundRole)
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.TextAlignmentRole):
            return None
        column = self.layer.columns[index.column()]
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.type in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        text = speak_value(column.cell(int(self.rows[index.row()])), column.type, self.locale)
        if role == _Role.DisplayRole:
            return speak_line(text) if column.type is ColumnType.TEXT else text
        return tooltip_of(text) if len(text) > _LONG or "\n" in text else None

    def _colour_of_mark(self, index: Index, *, is_ground: bool) -> QBrush | None:
        if self.marked is None or not self.marked[self.rows[index.row()]]:
            return None
        palette = QGuiApplication.palette()
        return palette.highlight() if is_ground else palette.highlightedText()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        is_across = orientation == Qt.Orientation.Horizontal
        if role == _Role.DisplayRole:
            return speak_line(self.layer.columns[section].name) if is_across else str(self.rows[section] + 1)
        if role == _Role.ToolTipRole and is_across:
            return tooltip_of(self.layer.columns[section].name)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)
