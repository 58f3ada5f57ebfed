"""What can be done with the rows that are chosen in the attribute table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.table.rows_view import RowsView


class RowActions(QObject):
    """Actions of a ``RowsView``: its keys and its context menu."""

    zoom_asked = Signal()
    export_asked = Signal()
    failed = Signal(Exception)

    def __init__(self, view: "RowsView"):
        super().__init__(view)
        self._view = view
        self._writer = Worker(self)
        self.copy_rows = self._add(self.tr("Copy &Rows"), self._copy_table, "Ctrl+C")
        self.copy_cell = self._add(self.tr("Copy &Cell"), self._copy_cell)
        self.copy_geojson = self._add(self.tr("Copy as &GeoJSON"), self._copy_geojson)
        self.zoom = self._add(self.tr("&Zoom to Rows"), self.zoom_asked.emit)
        self.export = self._add(self.tr("&Export Rows…"), self.export_asked.emit)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)

    def wait(self) -> None:
        """Wait for what is being written; the window closes."""
        self._writer.wait()

    def _add(self, text: str, run: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: run())
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._view.addAction(action)
        return action

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self._view)
        menu.addActions(self._view.actions())
        has_rows = len(self._view.selected_rows()) > 0
        for action in self._view.actions():
            action.setEnabled(has_rows)
        menu.exec(self._view.viewport().mapToGlobal(point))
        menu.deleteLater()
        for action in self._view.actions():  # their keys work without the menu
            action.setEnabled(True)

    def _copy_table(self) -> None:
        from infromap.export.rows import rows_to_table

        columns, rows = self._view.shown_columns(), self._view.selected_rows()
        self._copy(lambda: rows_to_table(columns, rows))

    def _copy_geojson(self) -> None:
        from infromap.export.rows import rows_to_geojson

        layer, columns, rows = self._view.rows_model.layer, self._view.shown_columns(), self._view.selected_rows()
        self._copy(lambda: rows_to_geojson(layer, columns, rows))

    def _copy_cell(self) -> None:
        from infromap.vector.search import plain_text

        index, model = self._view.currentIndex(), self._view.rows_model
        if index.isValid():
            QGuiApplication.clipboard().setText(plain_text(model.column_of(index).cell(model.row_of(index))))

    def _copy(self, write: Callable[[], str]) -> None:
        if len(self._view.selected_rows()):
            self._writer.run("", write, lambda text: QGuiApplication.clipboard().setText(text), self.failed.emit)
