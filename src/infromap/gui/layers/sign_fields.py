"""The fields that ask for shape, size, width, opacity and labels of a layer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSlider, QWidget

from infromap.gui.layers.class_words import marker_words
from infromap.gui.layers.field_rows import choose_entry, column_box, in_a_row
from infromap.gui.layers.layer_symbol import layer_has_points, marker_icon
from infromap.vector.classes import is_graduated

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.model.layer_style import LayerStyle


class SignFields(QWidget):
    """Shows of its fields those that mean something for the layer."""

    markers_changed = Signal()  # another column gives them, or none does
    marker_changed = Signal()

    def __init__(self, layer: "Layer", parent: QWidget | None = None):
        super().__init__(parent)
        self._has_points = layer_has_points(layer)
        names = [column.name for column in layer.columns]
        numbers = [column.name for column in layer.columns if is_graduated(column)]
        self.marker_column = column_box(self.tr("all alike"), names)
        self.marker = QComboBox()
        for marker, words in marker_words().items():
            self.marker.addItem(marker_icon(marker, layer.style.colour), words, marker)
        self.size_column = column_box(self.tr("all alike"), numbers)
        self.smallest = QDoubleSpinBox(minimum=1, maximum=30, value=2, suffix=" px", decimals=1)
        self.largest = QDoubleSpinBox(minimum=1, maximum=60, value=14, suffix=" px", decimals=1)
        self.width_px = QDoubleSpinBox(minimum=0.2, maximum=20, singleStep=0.4, suffix=" px", decimals=1)
        self.radius_px = QDoubleSpinBox(minimum=0, maximum=30, suffix=" px", decimals=1)
        self.radius_px.setSpecialValueText(self.tr("by how close they lie"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(5, 100)
        self._opacity_told = QLabel()
        self.label = column_box(self.tr("none"), names)
        self._lay_out()
        self._read(layer.style)
        self._connect()

    def fit(self) -> None:
        """Take the room that the shown fields need, and no more."""
        self._form.activate()

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self._marker_row = in_a_row(self.marker_column, self.marker)
        form.addRow(self.tr("Shape of points"), self._marker_row)
        form.addRow(self.tr("Size of points"), self.size_column)
        self._size_range = in_a_row(self.smallest, QLabel("–"), self.largest)
        form.addRow(self.tr("Radius, from least to greatest"), self._size_range)
        form.addRow(self.tr("Radius of points"), self.radius_px)
        form.addRow(self.tr("Width of lines and outlines"), self.width_px)
        form.addRow(self.tr("Opacity"), in_a_row(self.opacity, self._opacity_told))
        form.addRow(self.tr("Labels"), self.label)

    def _read(self, style: "LayerStyle") -> None:
        choose_entry(self.marker, style.marker)
        choose_entry(self.marker_column, style.markers.column if style.markers else None)
        if style.sizes:
            choose_entry(self.size_column, style.sizes.column)
            self.smallest.setValue(style.sizes.smallest_px)
            self.largest.setValue(style.sizes.largest_px)
        self.width_px.setValue(style.width_px)
        self.radius_px.setValue(style.radius_px or 0)
        self.opacity.setValue(round(style.opacity * 100))
        choose_entry(self.label, style.label_column)
        self._show_points()
        self._show_opacity()

    def _connect(self) -> None:
        self.size_column.currentIndexChanged.connect(lambda _: self._show_points())
        self.marker_column.currentIndexChanged.connect(lambda _: self._change_markers())
        self.marker.currentIndexChanged.connect(lambda _: self.marker_changed.emit())
        self.opacity.valueChanged.connect(lambda _: self._show_opacity())

    def _change_markers(self) -> None:
        self._show_points()
        self.markers_changed.emit()

    def _show_points(self) -> None:
        is_by_column = self.size_column.currentData() is not None
        self._form.setRowVisible(self._marker_row, self._has_points)
        self.marker.setVisible(self.marker_column.currentData() is None)
        self._form.setRowVisible(self.size_column, self._has_points)
        self._form.setRowVisible(self._size_range, self._has_points and is_by_column)
        self._form.setRowVisible(self.radius_px, self._has_points and not is_by_column)

    def _show_opacity(self) -> None:
        self._opacity_told.setText(self.tr("{percent} %").format(percent=self.opacity.value()))
