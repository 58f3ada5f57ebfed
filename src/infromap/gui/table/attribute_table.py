"""The attribute table: the rows of a layer, or the projects, to sort, search and choose."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.panels.hint import Hint
from infromap.gui.panels.spoken import language_locale, speak_line, speak_number
from infromap.gui.table.arrangement import Arrangement
from infromap.gui.table.project_rows import PROJECTS, projects_layer
from infromap.gui.table.row_actions import RowActions
from infromap.gui.table.rows_model import RowsModel
from infromap.gui.table.rows_view import RowsView
from infromap.gui.table.statistics_panel import StatisticsPanel
from infromap.gui.worker import Worker
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument
from infromap.render.strings import load_strings
from infromap.vector.sorting import Rows
from infromap.vector.statistics import describe_column

_PAUSE_MS = 200  # in typing, before the rows are searched
_AT_ONCE = 20_000  # rows that are sorted and searched without another thread


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
        self._arranger, self._counter = Worker(self), Worker(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.view = RowsView()
        self.row_actions = RowActions(self.view)
        self.statistics = StatisticsPanel(self._locale)
        self.layer_box, self.column_box = self._box(self.tr("Layer")), self._box(self.tr("Column to filter by"))
        self.search = QLineEdit(placeholderText=self.tr("Filter rows: text, >5, <=2026-02"), clearButtonEnabled=True)
        self.only_chosen = self._switch(self.tr("Chosen Only"))
        self.show_statistics = self._switch(self.tr("Statistics"))
        self.status = QLabel(textFormat=Qt.TextFormat.PlainText)
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
        place = self.layer_box.findData(layer_id)
        if place >= 0:
            self.layer_box.setCurrentIndex(place)

    def take_over(self, other: AttributeTable) -> None:
        """Show what another table shows of the same map: layer, rows, their order, columns and figures."""
        arrangement, layer = other._arrangement, other._layer
        if layer is None:
            return
        self._catch_up()
        self.turn_to(layer.id)
        self._set_bar(arrangement)
        self.show_statistics.setChecked(other.show_statistics.isChecked())
        self.view.take_columns(other.view)
        self._arrangement = arrangement
        self._arrange()
        self.view.choose_rows(other.view.selected_rows())

    def wait(self) -> None:
        """Wait for what is under way; the window closes."""
        self._arranger.wait()
        self._counter.wait()
        self.row_actions.wait()

    # What it shows

    def _catch_up(self) -> None:
        """Show the document if it is another one; the layer that was in sight stays if it is still there."""
        document = self._document
        if document is None or document is self._shown:
            return
        self._shown = document
        before = self.layer_box.currentData()
        projects = (projects_layer(document, self._strings),) if document.features or not document.layers else ()
        self._layers = [*projects, *document.layers]
        self.layer_box.blockSignals(True)
        self.layer_box.clear()
        for layer in self._layers:
            self.layer_box.addItem(f"{speak_line(layer.name)} ({speak_number(len(layer), self._locale)})", layer.id)
        self.layer_box.setCurrentIndex(max(self.layer_box.findData(before), 0))
        self.layer_box.blockSignals(False)
        self._pages.setCurrentIndex(1)
        self._turn()
        self._show_chosen()

    def _turn(self) -> None:
        """Show the layer that the box names."""
        layer = self._layers[self.layer_box.currentIndex()]
        before = self._layer
        if before is None or before.id != layer.id or _names(before) != _names(layer):
            self._arrangement = Arrangement()
            self._empty_bar(layer)
            self.view.show_model(RowsModel(layer, self._locale, self.view))
        else:
            self.view.rows_model.layer = layer
            if before.columns is layer.columns and before.filter is layer.filter:  # only its name or look changed
                return
        self._arrange()
        self._ask_statistics()

    def _empty_bar(self, layer: Layer) -> None:
        self.column_box.blockSignals(True)
        self.column_box.clear()
        self.column_box.addItems([self.tr("All columns"), *(speak_line(name) for name in _names(layer))])
        self.column_box.blockSignals(False)
        self._set_bar(Arrangement())

    def _set_bar(self, arrangement: Arrangement) -> None:
        """Let the fields say what is asked for, without asking for it."""
        for widget in (self.search, self.column_box, self.only_chosen):
            widget.blockSignals(True)
        self.search.setText(arrangement.text)
        self.column_box.setCurrentIndex(arrangement.searched + 1)
        self.only_chosen.setChecked(arrangement.only is not None)
        for widget in (self.search, self.column_box, self.only_chosen):
            widget.blockSignals(False)

    def _show_chosen(self) -> None:
        layer_id, row = self._chosen
        if row >= 0:
            self.turn_to(layer_id)
        if self._layer is None:
            return
        is_shown = self.view.choose(row if self._layer.id == layer_id else -1)
        self._tell_count(self.tr("The row that was chosen is not among those shown.") if not is_shown else "")

    @property
    def _layer(self) -> Layer | None:
        model = self.view.model()
        return model.layer if isinstance(model, RowsModel) else None

    # Which rows, in which order

    def _arrange(self, **changes) -> None:
        layer, locale = self._layer, self._locale
        if layer is None:
            return
        arrangement = self._arrangement = replace(self._arrangement, **changes)
        if len(layer) <= _AT_ONCE or arrangement.is_quick:
            self._arranger.cancel()
            self._show_rows(arrangement.apply(layer, locale))
            return
        self.status.setText(self.tr("Sorting…"))
        self._arranger.run("", lambda: arrangement.apply(layer, locale), self._show_rows, self.failed.emit)

    def _show_rows(self, rows: Rows) -> None:
        self.view.set_rows(rows)
        self._tell_count()

    def _search(self) -> None:
        self._pause.stop()
        self._arrange(text=self.search.text(), searched=self.column_box.currentIndex() - 1)

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

    def _tell_count(self, note: str = "") -> None:
        layer = self._layer
        if layer is None:
            return
        shown, chosen = len(self.view.rows_model.rows), len(self.view.selected_rows())
        parts = [note] if note else []
        if shown == len(layer):
            parts.append(self.tr("%n row(s)", "", shown))
        else:
            of_all = speak_number(len(layer), self._locale)
            parts.append(self.tr("%n of {all} row(s)", "", shown).format(all=of_all))
        if chosen > 1:
            parts.append(self.tr("%n chosen", "", chosen))
        self.status.setText(" · ".join(parts))
        self.only_chosen.setEnabled(chosen > 0 or self.only_chosen.isChecked())

    # Figures

    def _ask_statistics(self, number: int = -1) -> None:
        """Have the figures of a column worked out, of the rows in sight; without a number of the current column."""
        layer = self._layer
        if layer is None or not layer.columns or not self.show_statistics.isChecked():
            return
        number = number if number >= 0 else max(self.view.currentIndex().column(), 0)
        column, rows = layer.columns[number], self.view.rows_model.rows
        self.statistics.show_column(column)
        self._counter.run(
            "",
            lambda: describe_column(column, rows),
            lambda figures: self.statistics.show_statistics(column, figures),
            self.failed.emit,
        )

    def _open_statistics(self, number: int) -> None:
        self.show_statistics.setChecked(True)
        self._ask_statistics(number)

    def _toggle_statistics(self, is_on: bool) -> None:
        self.statistics.setVisible(is_on)
        self._ask_statistics()

    # How it is put together

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(11)
        box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)  # layers of one file differ in the end of their names
        return box

    def _switch(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        self.search.setAccessibleName(self.tr("Filter rows"))
        self.search.setAcceptDrops(False)
        self.search.setMinimumWidth(120)
        bar = QHBoxLayout()
        for widget in (self.layer_box, self.search, self.column_box, self.only_chosen, self.show_statistics):
            bar.addWidget(widget)
        bar.setStretch(0, 1)
        bar.setStretch(1, 1)
        bar.addWidget(self.status)
        split = QSplitter()
        split.addWidget(self.view)
        split.addWidget(self.statistics)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        self.statistics.hide()
        table = QWidget()
        layout = QVBoxLayout(table)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addLayout(bar)
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
        view = self.view
        self.layer_box.currentIndexChanged.connect(self._turn)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        self.column_box.currentIndexChanged.connect(self._search)
        self.only_chosen.toggled.connect(self._narrow)
        self.show_statistics.toggled.connect(self._toggle_statistics)
        view.sort_asked.connect(lambda column, is_down: self._arrange(sorted_by=column, is_descending=is_down))
        view.statistics_asked.connect(self._open_statistics)
        view.current_column_changed.connect(self._ask_statistics)
        view.selection_changed.connect(self._tell)
        self.row_actions.zoom_asked.connect(
            lambda: self.zoom_asked.emit(self.layer_box.currentData(), view.selected_rows())
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
