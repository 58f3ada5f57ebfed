"""What stands above the rows: which layer, which of its rows, how many these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from infromap.gui.busy import BusyIndicator
from infromap.gui.figures import write_number
from infromap.gui.panels.spoken import speak_line
from infromap.gui.short_label import ShortLabel
from infromap.gui.table.arrangement import Arrangement

if TYPE_CHECKING:
    from infromap.gui.worker import Worker
    from infromap.model.layer import Layer

_LEAST_LETTERS = 9  # of a field, with its frame
_PAUSE_MS = 200  # in typing, before the rows are searched


class TableBar(QWidget):
    """Tells what its user asks for; what is put into its fields by others it does not tell."""

    layer_asked = Signal(int)  # its place among those that are shown
    search_asked = Signal(str, int)  # the text, and the column that it is looked for in; -1 for all
    only_chosen_asked = Signal(bool)
    statistics_asked = Signal(bool)

    def __init__(self, worker: Worker, parent=None):
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.layer_box, self.column_box = _box(self.tr("Layer")), _box(self.tr("Column to filter by"))
        self.search = QLineEdit(placeholderText=self.tr("Filter rows: text, >5, <=2026-02"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Filter rows"))
        self.search.setAcceptDrops(False)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        self.only_chosen, self.show_statistics = QPushButton(self.tr("Chosen Only")), QPushButton(self.tr("Statistics"))
        for switch in (self.only_chosen, self.show_statistics):
            switch.setCheckable(True)
        self.status = ShortLabel()
        self.busy = BusyIndicator(worker)
        self._lay_out()
        self._connect()

    @property
    def is_pausing(self) -> bool:
        """Whether something was typed that nobody has asked for yet."""
        return self._pause.isActive()

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """Offer layers; the one that was in sight stays if it is still there."""
        before = self.layer_box.currentData()
        with _in_silence(self.layer_box):
            self.layer_box.clear()
            for layer in layers:
                self.layer_box.addItem(f"{speak_line(layer.name)} ({write_number(len(layer))})", layer.id)
            self.layer_box.setCurrentIndex(max(self.layer_box.findData(before), 0))

    def show_columns(self, names: Sequence[str]) -> None:
        """Offer columns to look in, and ask for nothing."""
        with _in_silence(self.column_box):
            self.column_box.clear()
            self.column_box.addItems([self.tr("All columns"), *map(speak_line, names)])
        self.show_arrangement(Arrangement())

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Let the fields say what is asked for."""
        self._pause.stop()
        with _in_silence(self.search, self.column_box, self.only_chosen):
            self.search.setText(arrangement.text)
            self.column_box.setCurrentIndex(arrangement.searched + 1)
            self.only_chosen.setChecked(arrangement.only is not None)

    def show_counts(self, shown: int, all_rows: int, chosen: int, note: str = "") -> None:
        """Say how many rows are shown, of how many, and how many of them are chosen."""
        parts = [note] if note else []
        if shown == all_rows:
            parts.append(self.tr("%Ln row(s)", "", shown))
        else:
            parts.append(self.tr("%Ln of {all} row(s)", "", shown).format(all=write_number(all_rows)))
        if chosen > 1:
            parts.append(self.tr("%Ln chosen", "", chosen))
        self.status.setText(" · ".join(parts))
        self.only_chosen.setEnabled(chosen > 0 or self.only_chosen.isChecked())

    def _ask_search(self) -> None:
        self._pause.stop()
        self.search_asked.emit(self.search.text(), self.column_box.currentIndex() - 1)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        for widget in (self.layer_box, self.search, self.column_box, self.only_chosen, self.show_statistics):
            fields.addWidget(widget)
        fields.setStretch(0, 1)
        fields.setStretch(1, 1)
        told = QHBoxLayout()
        told.addWidget(self.status, 1)
        told.addWidget(self.busy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(fields)
        layout.addLayout(told)

    def _connect(self) -> None:
        self.layer_box.currentIndexChanged.connect(self.layer_asked)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.returnPressed.connect(self._ask_search)
        self._pause.timeout.connect(self._ask_search)
        self.column_box.currentIndexChanged.connect(lambda _: self._ask_search())
        self.only_chosen.toggled.connect(self.only_chosen_asked)
        self.show_statistics.toggled.connect(self.statistics_asked)


@contextmanager
def _in_silence(*widgets: QWidget) -> Iterator[None]:
    """Let nobody hear of what is put into fields."""
    for widget in widgets:
        widget.blockSignals(True)
    yield
    for widget in widgets:
        widget.blockSignals(False)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(11)
    box.setMinimumWidth(box.fontMetrics().averageCharWidth() * _LEAST_LETTERS)  # where there is no room for more
    box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)  # layers of one file differ in the end of their names
    return box
