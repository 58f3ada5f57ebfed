"""The view of a layer's rows: sorted by its header, its columns hidden and moved by their menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from infromap.gui.as_text import menu_text
from infromap.gui.panels.spoken import speak_line
from infromap.gui.table.rows_model import RowsModel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from infromap.model.layer import Column
    from infromap.vector.sorting import Rows

_MEASURED_ROWS = 50  # whose texts say how wide a column begins
_WIDTHS = (60, 300)
_Order = Qt.SortOrder
_Flag = QItemSelectionModel.SelectionFlag


class RowsView(QTableView):
    """Shows a ``RowsModel``; rows are spoken of by their numbers in the layer."""

    selection_changed = Signal()  # by the user
    sort_asked = Signal(int, bool)  # column, -1 for the order of the file; whether the largest comes first
    statistics_asked = Signal(int)  # of a column
    current_column_changed = Signal(int)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._is_ours = False  # what changes now is not the user's doing
        self._settling = QTimer(self, singleShot=True, interval=0)  # tells once of what changes at once
        self._settling.timeout.connect(self.selection_changed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # the Tab key leaves the table
        self.setAccessibleName(self.tr("Rows"))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 8)
        columns = self.horizontalHeader()
        columns.setSectionsMovable(True)
        columns.setHighlightSections(False)
        columns.setSortIndicatorClearable(True)
        columns.setResizeContentsPrecision(_MEASURED_ROWS)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._open_column_menu)
        columns.sectionClicked.connect(self.current_column_changed)

    @property
    def rows_model(self) -> RowsModel:
        """The model; there is one as soon as there is something to show."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def show_model(self, model: RowsModel) -> None:
        """Show the rows of another layer, in the order of its file."""
        before, old = self.model(), self.selectionModel()
        self._is_ours = True
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        self._spare_header(model)
        self.setSortingEnabled(True)
        self._is_ours = False
        self.selectionModel().selectionChanged.connect(self._note_change)
        self.selectionModel().currentColumnChanged.connect(lambda now, _: self._note_column(now.column()))
        model.sort_asked.connect(self.sort_asked)
        for each in (old, before):
            if each is not None:
                each.deleteLater()
        self.resizeColumnsToContents()
        for column in range(model.columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column) + 12, _WIDTHS[0]), _WIDTHS[1]))

    def _spare_header(self, model: RowsModel) -> None:
        """Give the header a choice of its own, of nothing: of the table's it asks every row whenever it is painted."""
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, model))

    def selected_rows(self) -> Rows:
        """Return the chosen rows, in the order in which they are shown."""
        if self.model() is None:
            return np.arange(0)
        rows, marked = self.rows_model.rows, self.rows_model.marked
        if marked is not None:
            return rows[marked[rows]]
        ranges = sorted((each.top(), each.bottom()) for each in self.selectionModel().selection().toList())
        chosen = [rows[top : bottom + 1] for top, bottom in ranges]
        return np.concatenate(chosen) if chosen else np.arange(0)

    def shown_columns(self) -> list[Column]:
        """Return the columns that are not hidden, from left to right."""
        header, columns = self.horizontalHeader(), self.rows_model.layer.columns
        order = [header.logicalIndex(place) for place in range(len(columns))]
        return [columns[number] for number in order if not header.isSectionHidden(number)]

    def set_rows(self, rows: Rows) -> None:
        """Show these rows in this order; of what was chosen, what is still shown stays so."""
        chosen, current = self.selected_rows(), self.rows_model.row_of(self.currentIndex())
        column = max(self.currentIndex().column(), 0)
        self._is_ours = True
        self.rows_model.set_rows(rows)
        self._choose(chosen, current, column)
        self._is_ours = False
        if len(self.selected_rows()) != len(chosen):
            self._settling.start()

    def show_order(self, column: int, is_descending: bool) -> None:
        """Mark the column that the rows are sorted by, -1 for none, and ask for nothing."""
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, _Order.DescendingOrder if is_descending else _Order.AscendingOrder)
        header.blockSignals(False)
        header.viewport().update()

    def take_columns(self, other: RowsView) -> None:
        """Have the columns of another view of the same layer: their order and widths, and which are hidden."""
        header = self.horizontalHeader()
        header.blockSignals(True)  # the mark of the order comes with them: whoever takes columns sorts
        header.restoreState(other.horizontalHeader().saveState())
        header.blockSignals(False)

    def choose_rows(self, rows: Rows) -> None:
        """Mark rows, telling nobody."""
        self._is_ours = True
        self._choose(rows, int(rows[0]) if len(rows) else -1, 0)
        self._is_ours = False

    def choose(self, row: int) -> bool:
        """Mark one row and bring it into sight, telling nobody; -1 marks none. Return whether it is shown."""
        before = self.selected_rows()
        if row >= 0 and len(before) == 1 and before[0] == row:
            return True
        self._is_ours = True
        self._choose(np.array([row] if row >= 0 else [], dtype=np.int64), row, max(self.currentIndex().column(), 0))
        self._is_ours = False
        return row < 0 or self.currentIndex().isValid()

    def _choose(self, rows: Rows, current: int, column: int) -> None:
        model, chosen = self.rows_model, self.selectionModel()
        selection = model.selection_of(rows)
        model.mark(rows if selection is None else None)
        chosen.select(QItemSelection() if selection is None else selection, _Flag.ClearAndSelect)
        index = model.find(current) if current >= 0 else model.index(-1, -1)
        if index.isValid():
            index = index.siblingAtColumn(column)
        chosen.setCurrentIndex(index, _Flag.NoUpdate)
        if index.isValid() and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _note_column(self, column: int) -> None:
        if column >= 0:
            self.current_column_changed.emit(column)

    def _note_change(self) -> None:
        if not self._is_ours:
            self.rows_model.mark(None)  # the user begins another choice
            self.viewport().update()
            self._settling.start()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # Columns

    def _open_column_menu(self, point: QPoint) -> None:
        menu = self.column_menu(self.horizontalHeader().logicalIndexAt(point))
        menu.exec(self.horizontalHeader().mapToGlobal(point))
        menu.deleteLater()

    def column_menu(self, column: int) -> QMenu:
        """Return what can be done with a column, and with all of them."""
        menu, header = QMenu(self), self.horizontalHeader()
        figures = menu.addAction(self.tr("&Statistics"), lambda: self.statistics_asked.emit(column))
        hide = menu.addAction(self.tr("&Hide Column"), lambda: self.hideColumn(column))
        is_last = header.count() - header.hiddenSectionCount() == 1
        figures.setEnabled(column >= 0)
        hide.setEnabled(column >= 0 and not is_last)
        menu.addAction(self.tr("Show &All Columns"), self._show_all_columns).setEnabled(header.sectionsHidden())
        menu.addSeparator()
        for number, each in enumerate(self.rows_model.layer.columns):
            action = menu.addAction(menu_text(speak_line(each.name)))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(header.isSectionHidden(number) or not is_last)
            self._link_column(action, number)
        return menu

    def _link_column(self, action: QAction, column: int) -> None:
        action.toggled.connect(lambda is_shown: self.setColumnHidden(column, not is_shown))

    def _show_all_columns(self) -> None:
        for column in range(self.horizontalHeader().count()):
            self.showColumn(column)
