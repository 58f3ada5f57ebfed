"""The fields that ask how the rows of a layer are coloured: all alike, by categories, by numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QPushButton, QSpinBox, QWidget

from infromap.gui.layers.class_words import method_words, ramp_words
from infromap.gui.layers.field_rows import choose_entry, in_a_row, short_name
from infromap.gui.layers.layer_symbol import ramp_icon
from infromap.model.layer_style import Classes, ClassMethod
from infromap.vector.classes import MOST_CLASSES, is_graduated
from infromap.vector.ramps import RAMPS, REVERSED, ramp_colours

if TYPE_CHECKING:
    from infromap.model.layer import Layer

_ONE, _CATEGORIES, _GRADUATED = range(3)  # how colours are given
_SHOWN_COLOURS = 7  # of a ramp


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedClasses:
    """What ``classify`` is asked for."""

    column: str
    method: ClassMethod
    count: int
    ramp: str


class ColourFields(QWidget):
    """Tells what its user chooses, as soon as it is chosen."""

    mode_changed = Signal()
    classes_changed = Signal()  # another column, method, number or ramp
    colour_asked = Signal()

    def __init__(self, layer: "Layer", parent: QWidget | None = None):
        super().__init__(parent)
        self._layer = layer
        self.mode = QComboBox()
        self.colour = QPushButton(autoDefault=False)
        self.column = QComboBox()
        self.method = QComboBox()
        self.count = QSpinBox(minimum=1, maximum=MOST_CLASSES, value=5)
        self.ramp = QComboBox()
        self.is_reversed = QCheckBox(self.tr("Reversed"))
        self._fill()
        self._lay_out()
        self._read(layer.style.classes)
        self._show_mode()
        self._connect()

    @property
    def is_plain(self) -> bool:
        """Whether all rows have one colour."""
        return self.mode.currentData() == _ONE

    @property
    def wanted(self) -> WantedClasses | None:
        """The classes as they are chosen; None where all rows have one colour."""
        mode, column = self.mode.currentData(), self.column.currentData()
        if mode == _ONE or column is None:
            return None
        method = ClassMethod(self.method.currentData())  # Qt makes text of it
        return WantedClasses(
            column=column,
            method=ClassMethod.CATEGORIES if mode == _CATEGORIES else method,
            count=self.count.value(),
            ramp=self.ramp.currentData() + (REVERSED if self.is_reversed.isChecked() else ""),
        )

    def fit(self) -> None:
        """Take the room that the shown fields need, and no more."""
        self._form.activate()

    def _fill(self) -> None:
        self.mode.addItem(self.tr("One colour"), _ONE)
        if self._layer.columns:
            self.mode.addItem(self.tr("A colour for each category"), _CATEGORIES)
        if any(map(is_graduated, self._layer.columns)):
            self.mode.addItem(self.tr("Colours by number"), _GRADUATED)
        for method, words in method_words().items():
            self.method.addItem(words, method)
        self.ramp.setIconSize(QSize(88, 16))
        for ramp in RAMPS:
            self.ramp.addItem(ramp_icon(ramp_colours(ramp, _SHOWN_COLOURS)), ramp_words()[ramp], ramp)

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self._ramp_row = in_a_row(self.ramp, self.is_reversed)
        for name, field in (
            (self.tr("Colouring"), self.mode),
            (self.tr("Colour"), self.colour),
            (self.tr("Column"), self.column),
            (self.tr("Method"), self.method),
            (self.tr("Classes"), self.count),
            (self.tr("Colour ramp"), self._ramp_row),
        ):
            form.addRow(name, field)

    def _read(self, classes: Classes | None) -> None:
        choose_entry(self.mode, _ONE if classes is None else _CATEGORIES if classes.categories else _GRADUATED)
        self._fill_columns()
        if classes:
            choose_entry(self.column, classes.column)
            choose_entry(self.method, classes.method)
            choose_entry(self.ramp, classes.ramp.removesuffix(REVERSED))
            self.is_reversed.setChecked(classes.ramp.endswith(REVERSED))
            self.count.setValue(len(classes))

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(lambda _: self._change_mode())
        for box in (self.column, self.method, self.ramp):
            box.currentIndexChanged.connect(lambda _: self.classes_changed.emit())
        self.count.valueChanged.connect(lambda _: self.classes_changed.emit())
        self.is_reversed.toggled.connect(lambda _: self.classes_changed.emit())
        self.colour.clicked.connect(lambda _=False: self.colour_asked.emit())

    def _change_mode(self) -> None:
        self._fill_columns()
        choose_entry(self.ramp, "viridis" if self.mode.currentData() == _GRADUATED else "distinct")
        self._show_mode()
        self.mode_changed.emit()

    def _fill_columns(self) -> None:
        wants_numbers = self.mode.currentData() == _GRADUATED
        self.column.blockSignals(True)
        before = self.column.currentData()
        self.column.clear()
        for column in self._layer.columns:
            if is_graduated(column) or not wants_numbers:
                self.column.addItem(short_name(column.name), column.name)
        choose_entry(self.column, before)
        self.column.blockSignals(False)

    def _show_mode(self) -> None:
        self._form.setRowVisible(self.colour, self.is_plain)
        for field in (self.column, self.count, self._ramp_row):
            self._form.setRowVisible(field, not self.is_plain)
        self._form.setRowVisible(self.method, self.mode.currentData() == _GRADUATED)
