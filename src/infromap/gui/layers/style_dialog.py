"""Asks how a layer is to look; what it would look like is shown while its user chooses."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infromap.errors import InfromapError
from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number
from infromap.gui.layers.class_words import marker_words, method_words, ramp_words, write_class
from infromap.gui.layers.layer_symbol import entry_icon, layer_has_points, layer_icon, marker_icon, ramp_icon
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker
from infromap.model.layer import Layer
from infromap.model.layer_style import Classes, ClassMethod, LayerStyle, Marker, Markers
from infromap.render.layer_signs import layer_signs
from infromap.vector.classes import MOST_CLASSES, classify, is_graduated
from infromap.vector.markers import mark_by
from infromap.vector.ramps import RAMPS, REVERSED, ramp_colours
from infromap.vector.sizes import size_by

_ONE, _CATEGORIES, _GRADUATED = range(3)  # how colours are given
_PAUSE_MS = 150
_SHOWN_COLOURS = 7  # of a ramp


class StyleDialog(QDialog):
    """Colour, classes, markers, sizes, labels of one layer; ``style_wanted`` is the style that the choices make."""

    def __init__(self, layer: Layer, parent: QWidget | None = None):
        super().__init__(parent)
        self._layer = layer
        self._worker = Worker(self)
        self._classes: Classes | None = layer.style.classes
        self._colour = layer.style.colour
        self._markers: Markers | None = layer.style.markers
        self.setWindowTitle(self.tr("Style of the layer"))
        self.resize(470, 0)
        self._make_fields()
        self._lay_out()
        self._read(layer.style)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.classify)
        self._connect()
        self._show_mode()
        self._show_preview()

    @property
    def style_wanted(self) -> LayerStyle:
        """The style as it is chosen."""
        size = self.size_column.currentData()
        return replace(
            self._layer.style,
            colour=self._colour,
            classes=None if self.mode.currentData() == _ONE else self._classes,
            sizes=size_by(self._layer, size, smallest_px=self.smallest.value(), largest_px=self.largest.value())
            if size is not None
            else None,
            marker=Marker(self.marker.currentData()),
            markers=self._markers,
            width_px=self.width_px.value(),
            radius_px=self.radius_px.value() or None,
            opacity=self.opacity.value() / 100,
            label_column=self.label.currentData(),
        )

    def classify(self) -> None:
        """Make classes of what is chosen, beside the window; the preview shows them."""
        mode, column, layer = self.mode.currentData(), self.column.currentData(), self._layer
        if mode == _ONE or column is None:
            self._show_preview()
            return
        method = (
            ClassMethod.CATEGORIES if mode == _CATEGORIES else ClassMethod(self.method.currentData())
        )  # Qt makes text of it
        count, ramp = self.count.value(), self._ramp()
        self._ok.setEnabled(False)
        self._worker.run(
            "", lambda: classify(layer, column, method, count, ramp=ramp), self._take_classes, self._show_error
        )

    def done(self, result: int) -> None:
        self._timer.stop()
        self._worker.wait()
        super().done(result)

    @property
    def _ok(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    # The fields

    def _make_fields(self) -> None:
        numbers = [column.name for column in self._layer.columns if is_graduated(column)]
        self.mode = QComboBox()
        self.mode.addItem(self.tr("One colour"), _ONE)
        if self._layer.columns:
            self.mode.addItem(self.tr("A colour for each category"), _CATEGORIES)
        if numbers:
            self.mode.addItem(self.tr("Colours by number"), _GRADUATED)
        self.colour = QPushButton(autoDefault=False)
        self.column = QComboBox()
        self.method = QComboBox()
        for method, words in method_words().items():
            self.method.addItem(words, method)
        self.count = QSpinBox(minimum=1, maximum=MOST_CLASSES, value=5)
        self.ramp = QComboBox()
        self.ramp.setIconSize(QSize(88, 16))
        for ramp in RAMPS:
            self.ramp.addItem(ramp_icon(ramp_colours(ramp, _SHOWN_COLOURS)), ramp_words()[ramp], ramp)
        self.is_reversed = QCheckBox(self.tr("Reversed"))
        self.preview = QTreeWidget()
        self.preview.setRootIsDecorated(False)
        self.preview.setHeaderLabels([self.tr("Class"), self.tr("Rows")])
        self.preview.setColumnWidth(0, 290)
        self.preview.setAccessibleName(self.tr("Classes; double-click one for another colour"))
        self.preview.setToolTip(self.tr("Double-click a class for another colour"))
        self.fault = QLabel(wordWrap=True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        names = [column.name for column in self._layer.columns]
        self.marker_column = _column_box(self.tr("all alike"), names)
        self.marker = QComboBox()
        for marker, words in marker_words().items():
            self.marker.addItem(marker_icon(marker, self._colour), words, marker)
        self.size_column = _column_box(self.tr("all alike"), numbers)
        self.smallest = QDoubleSpinBox(minimum=1, maximum=30, value=2, suffix=" px", decimals=1)
        self.largest = QDoubleSpinBox(minimum=1, maximum=60, value=14, suffix=" px", decimals=1)
        self.width_px = QDoubleSpinBox(minimum=0.2, maximum=20, singleStep=0.4, suffix=" px", decimals=1)
        self.radius_px = QDoubleSpinBox(minimum=0, maximum=30, suffix=" px", decimals=1)
        self.radius_px.setSpecialValueText(self.tr("by how close they lie"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(5, 100)
        self.opacity_told = QLabel()
        self.label = _column_box(self.tr("none"), names)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)

    def _lay_out(self) -> None:
        self._one, self._by_column = QWidget(), QWidget()
        one = QFormLayout(self._one)
        one.setContentsMargins(0, 0, 0, 0)
        one.addRow(self.tr("Colour"), self.colour)
        self._classes_form = QFormLayout(self._by_column)
        self._classes_form.setContentsMargins(0, 0, 0, 0)
        ramp = _row(self.ramp, self.is_reversed)
        for name, field in (
            (self.tr("Column"), self.column),
            (self.tr("Method"), self.method),
            (self.tr("Classes"), self.count),
            (self.tr("Colour ramp"), ramp),
        ):
            self._classes_form.addRow(name, field)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._one)
        self._pages.addWidget(self._by_column)
        form = QFormLayout()
        self._marker_row = _row(self.marker_column, self.marker)
        form.addRow(self.tr("Shape of points"), self._marker_row)
        form.addRow(self.tr("Size of points"), self.size_column)
        self._size_range = _row(self.smallest, QLabel("–"), self.largest)
        form.addRow(self.tr("Radius, from least to greatest"), self._size_range)
        form.addRow(self.tr("Radius of points"), self.radius_px)
        form.addRow(self.tr("Width of lines and outlines"), self.width_px)
        form.addRow(self.tr("Opacity"), _row(self.opacity, self.opacity_told))
        form.addRow(self.tr("Labels"), self.label)
        self._points_form = form
        top = QFormLayout()
        top.addRow(self.tr("Colouring"), self.mode)
        self._fields = QVBoxLayout(self)
        self._fields.addLayout(top)
        self._fields.addWidget(self._pages)
        self._fields.addWidget(self.preview, 1)
        self._fields.addWidget(self.fault)
        self._fields.addLayout(form)
        self._fields.addWidget(self.buttons)

    def _read(self, style: LayerStyle) -> None:
        """Put a style into the fields."""
        classes = style.classes
        _choose(self.mode, _ONE if classes is None else _CATEGORIES if classes.categories else _GRADUATED)
        self._fill_columns()
        if classes:
            _choose(self.column, classes.column)
            _choose(self.method, classes.method)
            _choose(self.ramp, classes.ramp.removesuffix(REVERSED))
            self.is_reversed.setChecked(classes.ramp.endswith(REVERSED))
            self.count.setValue(len(classes))
        _choose(self.marker, style.marker)
        _choose(self.marker_column, style.markers.column if style.markers else None)
        if style.sizes:
            _choose(self.size_column, style.sizes.column)
            self.smallest.setValue(style.sizes.smallest_px)
            self.largest.setValue(style.sizes.largest_px)
        self.width_px.setValue(style.width_px)
        self.radius_px.setValue(style.radius_px or 0)
        self.opacity.setValue(round(style.opacity * 100))
        _choose(self.label, style.label_column)
        self._show_points()
        self._show_opacity()

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(self._change_mode)
        for box in (self.column, self.method, self.ramp):
            box.currentIndexChanged.connect(lambda _: self._timer.start())
        self.count.valueChanged.connect(lambda _: self._timer.start())
        self.is_reversed.toggled.connect(lambda _: self._timer.start())
        self.colour.clicked.connect(self._choose_colour)
        self.preview.itemActivated.connect(lambda item, _: self._choose_class_colour(item))
        self.size_column.currentIndexChanged.connect(lambda _: self._show_points())
        self.marker_column.currentIndexChanged.connect(lambda _: self._mark())
        self.marker.currentIndexChanged.connect(lambda _: self._show_preview())
        self.opacity.valueChanged.connect(lambda _: self._show_opacity())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # What is shown

    def _change_mode(self) -> None:
        self._fill_columns()
        is_graduated_now = self.mode.currentData() == _GRADUATED
        _choose(self.ramp, "viridis" if is_graduated_now else "distinct")
        self._show_mode()
        self.classify()

    def _fill_columns(self) -> None:
        wants_numbers = self.mode.currentData() == _GRADUATED
        self.column.blockSignals(True)
        before = self.column.currentData()
        self.column.clear()
        for column in self._layer.columns:
            if is_graduated(column) or not wants_numbers:
                self.column.addItem(" ".join(column.name.split())[:80], column.name)
        _choose(self.column, before)
        self.column.blockSignals(False)

    def _show_mode(self) -> None:
        mode = self.mode.currentData()
        self._pages.setCurrentIndex(min(mode, 1))
        self._classes_form.setRowVisible(self.method, mode == _GRADUATED)
        self.fault.hide()
        self._pages.setMaximumHeight((self._one, self._by_column)[min(mode, 1)].sizeHint().height())
        self._fit()

    def _fit(self) -> None:
        """Show the preview where there is something to see in it, and leave no void where it was."""
        is_plain = self.mode.currentData() == _ONE and self.marker_column.currentData() is None
        self.preview.setVisible(not is_plain)
        self._fields.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _show_points(self) -> None:
        is_by_column = self.size_column.currentData() is not None
        has_points = layer_has_points(self._layer)
        self._points_form.setRowVisible(self._marker_row, has_points)
        self.marker.setVisible(self.marker_column.currentData() is None)
        self._points_form.setRowVisible(self.size_column, has_points)
        self._points_form.setRowVisible(self._size_range, has_points and is_by_column)
        self._points_form.setRowVisible(self.radius_px, has_points and not is_by_column)

    def _show_opacity(self) -> None:
        self.opacity_told.setText(self.tr("{percent} %").format(percent=self.opacity.value()))

    def _take_classes(self, classes: Classes) -> None:
        self._classes = classes
        self._ok.setEnabled(True)
        self._show_preview()

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, InfromapError):
            raise error
        self.preview.clear()
        self.fault.setText(speak(error))
        self.fault.show()

    def _show_preview(self) -> None:
        """Show the classes, with how many rows each has."""
        self.fault.hide()
        self._ok.setEnabled(True)
        self.preview.clear()
        styled = replace(self._layer, style=self.style_wanted)
        self.colour.setIcon(layer_icon(replace(styled, style=replace(styled.style, classes=None))))
        self.colour.setText(self._colour)
        for legend in layer_signs(styled).legends:
            for entry in legend.entries:
                item = QTreeWidgetItem(self.preview, [write_class(entry), write_number(entry.count)])
                item.setIcon(0, entry_icon(styled, legend, entry))
                item.setToolTip(0, tooltip_of(legend.column))
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)

    def _mark(self) -> None:
        """Take the markers that a column asks for."""
        column = self.marker_column.currentData()
        self._markers = None
        fault: Exception | None = None
        try:
            self._markers = mark_by(self._layer, column) if column is not None else None
        except InfromapError as error:
            fault = error
        self._show_points()
        self._fit()
        self._show_preview()
        if fault:
            self._show_error(fault)

    # Colours

    def _ramp(self) -> str:
        return self.ramp.currentData() + (REVERSED if self.is_reversed.isChecked() else "")

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._colour), self, self.tr("Colour of the layer"))
        if colour.isValid():
            self._colour = colour.name()
            self._show_preview()

    def _choose_class_colour(self, item: QTreeWidgetItem) -> None:
        number = self.preview.indexOfTopLevelItem(item)
        if self.mode.currentData() == _ONE or self._classes is None or number >= len(self._classes):
            return  # that of "other" stays grey, and markers have that of their class
        colours = list(self._classes.colours)
        colour = QColorDialog.getColor(QColor(colours[number]), self, self.tr("Colour of the class"))
        if colour.isValid():
            colours[number] = colour.name()
            self._classes = replace(self._classes, colours=tuple(colours))
            self._show_preview()


def _column_box(nothing: str, names: list[str]) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, None)
    for name in names:
        box.addItem(" ".join(name.split())[:80], name)
    return box


def _choose(box: QComboBox, data: object) -> None:
    """Choose the entry of a value; the first one where there is none."""
    box.setCurrentIndex(max(0, next((i for i in range(box.count()) if box.itemData(i) == data), 0)))


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return row
