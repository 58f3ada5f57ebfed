"""The attribute table: the rows of a layer, or the projects, to sort, search and choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from infromap.gui.panels.hint import Hint
from infromap.gui.panels.spoken import language_locale
from infromap.gui.table.arrangement import Arrangement
from infromap.gui.table.arranging import Arranging
from infromap.gui.table.project_rows import PROJECTS, projects_layer
from infromap.gui.table.row_actions import RowActions
from infromap.gui.table.rows_model import RowsModel
from infromap.gui.table.rows_view import RowsView
from infromap.gui.table.statistics_panel import StatisticsPanel
from infromap.gui.table.table_bar import TableBar
from infromap.render.strings import load_strings

if TYPE_CHECKING:
    from infromap.gui.worker import Worker
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument
    from infromap.vector.sorting import Rows


class AttributeTable(QWidget):
    """Shows one layer at a time; it looks at a document when it comes into sight, and not before."""

    rows_chosen = Signal(str, object)  # id of the layer, PROJECTS for the projects, and Rows: by the user, here
    zoom_asked = Signal(str, object)
    export_asked = Signal(object, object)  # Layer, and the rows of it as a mask
    failed = Signal(Exception)

    def __init__(self, language: str = "en", parent=None):
        super().__init__(parent)
        self._locale = language_locale(language)
        self._strings = load_strings(language)
        self._document: MapDocument | None = None  # what there is to show
        self._shown: MapDocument | None = None  # what is shown
        self._layers: list[Layer] = []
        self._chosen = ("", -1)  # id of the layer and row, wherever they were chosen
        self._arrangement = Arrangement()
        self._described = 0  # number of the column whose figures are shown
        self._arranging = Arranging(self)
        self.view = RowsView()
        self.row_actions = RowActions(self.view)
        self.statistics = StatisticsPanel(self._locale)
        self.bar = TableBar(self._arranging.worker)
        self._lay_out()
        self._connect()

    # What it is told

    def show_document(self, document: MapDocument) -> None:
        """Show the projects and layers of a document."""
        self._document = document
        if self.isVisible():
            self._catch_up()

    def choose(self, layer_id: str, row: int) -> None:
        """Mark a row that was chosen elsewhere, in the layer that it belongs to; -1 marks none."""
        if (layer_id, row) != self._chosen:
            self._chosen = (layer_id, row)
            if self.isVisible():
                self._show_chosen()

    def follow(self, layer_id: str) -> None:
        """Turn to a layer that commands are about now, unless the projects are in sight."""
        if self._layer is not None and self._layer.id != PROJECTS:
            self.turn_to(layer_id)

    def turn_to(self, layer_id: str) -> None:
        """Show the rows of a layer."""
        place = self.bar.layer_box.findData(layer_id)
        if place >= 0:
            self.bar.layer_box.setCurrentIndex(place)

    def take_over(self, other: AttributeTable) -> None:
        """Show what another table shows of the same map: layer, rows, their order, columns and figures."""
        arrangement, layer = other._arrangement, other._layer
        if layer is None:
            return
        self._catch_up()
        self.turn_to(layer.id)
        self.bar.show_arrangement(arrangement)
        self.bar.show_statistics.setChecked(other.bar.show_statistics.isChecked())
        self.view.take_columns(other.view)
        self._arrangement = arrangement
        self._arrange()
        self.view.choose_rows(other.view.selected_rows())

    def wait(self) -> None:
        """Wait for what is under way; the window closes."""
        for worker in self.workers:
            worker.wait()
        self.row_actions.wait()

    # What it shows

    def _catch_up(self) -> None:
        """Show the document if it is another one; the layer that was in sight stays if it is still there."""
        document = self._document
        if document is None or document is self._shown:
            return
        self._shown = document
        projects = (projects_layer(document, self._strings),) if document.features or not document.layers else ()
        self._layers = [*projects, *document.layers]
        self.bar.show_layers(self._layers)
        self._pages.setCurrentIndex(1)
        self._turn()
        self._show_chosen()

    def _turn(self) -> None:
        """Show the layer that the box names."""
        layer = self._layers[self.bar.layer_box.currentIndex()]
        before = self._layer
        if before is None or before.id != layer.id or _names(before) != _names(layer):
            self._arrangement, self._described = Arrangement(), 0
            self.bar.show_columns(_names(layer))
            self.view.show_model(RowsModel(layer, self._locale, self.view))
        else:
            self.view.rows_model.layer = layer
            if before.columns is layer.columns and before.filter is layer.filter:  # only its name or look changed
                return
            self._arranging.arrange(layer, Arrangement(), self._locale)  # no row that is gone, while others are sorted
        self._arrange()

    def _show_chosen(self) -> None:
        layer_id, row = self._chosen
        if row >= 0:
            self.turn_to(layer_id)
        if self._layer is None:
            return
        is_shown = self.view.choose(row if self._layer.id == layer_id else -1)
        self._tell_count(self.tr("The row that was chosen is not among those shown.") if not is_shown else "")

    @property
    def workers(self) -> list[Worker]:
        """What is done beside the window for the table."""
        return [self._arranging.worker, self.statistics.worker]

    @property
    def _layer(self) -> Layer | None:
        model = self.view.model()
        return model.layer if isinstance(model, RowsModel) else None

    # Which rows, in which order

    def _arrange(self, **changes) -> None:
        if self._layer is not None:
            self._arrangement = replace(self._arrangement, **changes)
            self._arranging.arrange(self._layer, self._arrangement, self._locale)

    def _show_rows(self, rows: Rows) -> None:
        self.view.set_rows(rows)
        self._tell_count()
        self._ask_statistics()

    def _stay_with(self, arrangement: Arrangement) -> None:
        """Say again what is shown, as nothing else is on its way any more."""
        self._arrangement = arrangement
        self.bar.show_arrangement(arrangement)
        self.view.show_order(arrangement.sorted_by, arrangement.is_descending)
        self._tell_count()

    def _narrow(self, is_on: bool) -> None:
        self._arrange(only=self.view.selected_rows() if is_on else None)

    # What it tells

    def _tell(self) -> None:
        layer, rows = self._layer, self.view.selected_rows()
        if layer is None:
            return
        self._chosen = (layer.id, int(rows[0]) if len(rows) == 1 else -1)
        self._tell_count()
        self.rows_chosen.emit(layer.id, rows)

    def _export(self) -> None:
        layer, rows = self._layer, self.view.selected_rows()
        if layer is not None and len(rows):
            mask = np.zeros(len(layer), dtype=bool)
            mask[rows] = True
            self.export_asked.emit(layer, mask)

    def _tell_begun(self) -> None:
        is_sorting = self._arrangement.sorted_by >= 0
        self.bar.status.setText(self.tr("Sorting…") if is_sorting else self.tr("Searching…"))

    def _tell_count(self, note: str = "") -> None:
        layer = self._layer
        if layer is not None:
            shown, chosen = len(self.view.rows_model.rows), len(self.view.selected_rows())
            self.bar.show_counts(shown, len(layer), chosen, note)

    # Figures

    def _ask_statistics(self, number: int = -1) -> None:
        """Have the figures of a column worked out, of the rows in sight; without a number of the one before."""
        layer = self._layer
        self._described = number if number >= 0 else self._described
        if layer is None or not layer.columns or not self.bar.show_statistics.isChecked():
            return
        self.statistics.describe(layer.columns[self._described], self.view.rows_model.rows)

    def _open_statistics(self, number: int) -> None:
        self._ask_statistics(number)
        self.bar.show_statistics.setChecked(True)

    def _toggle_statistics(self, is_on: bool) -> None:
        self.statistics.setVisible(is_on)
        self._ask_statistics()

    # How it is put together

    def _lay_out(self) -> None:
        split = QSplitter()
        split.addWidget(self.view)
        split.addWidget(self.statistics)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        self.statistics.hide()
        table = QWidget()
        layout = QVBoxLayout(table)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addWidget(self.bar)
        layout.addWidget(split, 1)
        self.empty = Hint(
            self.tr(
                "The projects of an article and the rows of layers stand here, to be sorted, searched and copied. "
                "Open an article or a GIS file with Ctrl+O, or drop its file here."
            )
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(table)

    def _connect(self) -> None:
        view, bar, arranging = self.view, self.bar, self._arranging
        bar.layer_asked.connect(self._turn)
        bar.search_asked.connect(lambda text, column: self._arrange(text=text, searched=column))
        bar.only_chosen_asked.connect(self._narrow)
        bar.statistics_asked.connect(self._toggle_statistics)
        bar.busy.cancel.clicked.connect(arranging.give_up)
        arranging.began.connect(self._tell_begun)
        arranging.rows_ready.connect(self._show_rows)
        arranging.given_up.connect(self._stay_with)
        arranging.failed.connect(self.failed)
        self.statistics.failed.connect(self.failed)
        view.sort_asked.connect(lambda column, is_down: self._arrange(sorted_by=column, is_descending=is_down))
        view.statistics_asked.connect(self._open_statistics)
        view.current_column_changed.connect(self._ask_statistics)
        view.selection_changed.connect(self._tell)
        self.row_actions.zoom_asked.connect(
            lambda: self.zoom_asked.emit(bar.layer_box.currentData(), view.selected_rows())
        )
        self.row_actions.export_asked.connect(self._export)
        self.row_actions.failed.connect(self.failed)

    def sizeHint(self) -> QSize:
        return QSize(900, 260)  # a dock begins with the height of a dozen rows

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._catch_up()
        self._show_chosen()


def _names(layer: Layer) -> list[str]:
    return [column.name for column in layer.columns]
