"""Asks how a layer is to look; what it would look like is shown while its user chooses."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from infromap.errors import InfromapError
from infromap.gui.layers.class_preview import ClassPreview
from infromap.gui.layers.colour_fields import ColourFields
from infromap.gui.layers.layer_symbol import layer_icon
from infromap.gui.layers.sign_fields import SignFields
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker
from infromap.model.layer_style import Classes, LayerStyle, Marker, Markers
from infromap.render.layer_signs import LayerSigns, layer_signs
from infromap.vector.classes import classify
from infromap.vector.markers import mark_by
from infromap.vector.sizes import size_by

if TYPE_CHECKING:
    from infromap.model.layer import Layer

_PAUSE_MS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What was worked out of the choices."""

    styled: "Layer"
    signs: LayerSigns


class StyleDialog(QDialog):
    """Colour, classes, markers, sizes, labels of one layer; ``style_wanted`` is the style that the choices make."""

    def __init__(self, layer: "Layer", parent: QWidget | None = None):
        super().__init__(parent)
        self._layer = layer
        self.worker = Worker(self)
        self._classes: Classes | None = layer.style.classes
        self._markers: Markers | None = layer.style.markers
        self._has_old_classes = self._has_old_markers = False  # others are chosen, and not made yet
        self._colour = layer.style.colour
        self.setWindowTitle(self.tr("Style of the layer"))
        self.resize(470, 0)
        self.colours = ColourFields(layer)
        self.preview = ClassPreview()
        self.fault = QLabel(wordWrap=True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.signs = SignFields(layer)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._fields = QVBoxLayout(self)
        for widget in (self.colours, self.preview, self.fault, self.signs, self.buttons):
            self._fields.addWidget(widget, 1 if widget is self.preview else 0)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._work_out)
        self._connect()
        self._fit()
        self._show_colour()
        self._work_out()

    @property
    def style_wanted(self) -> LayerStyle:
        """The style as it is chosen."""
        size, signs = self.signs.size_column.currentData(), self.signs
        sizes = None
        if size is not None:
            sizes = size_by(self._layer, size, smallest_px=signs.smallest.value(), largest_px=signs.largest.value())
        return replace(
            self._layer.style,
            colour=self._colour,
            classes=None if self.colours.is_plain else self._classes,
            sizes=sizes,
            marker=Marker(signs.marker.currentData()),
            markers=self._markers,
            width_px=signs.width_px.value(),
            radius_px=signs.radius_px.value() or None,
            opacity=signs.opacity.value() / 100,
            label_column=signs.label.currentData(),
        )

    def done(self, result: int) -> None:
        self._timer.stop()
        self.worker.wait()
        super().done(result)

    @property
    def _ok(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _connect(self) -> None:
        self.colours.mode_changed.connect(self._change_mode)
        self.colours.classes_changed.connect(self._change_classes)
        self.colours.colour_asked.connect(self._choose_colour)
        self.preview.colour_asked.connect(self._choose_class_colour)
        self.signs.markers_changed.connect(self._change_markers)
        self.signs.marker_changed.connect(self._work_out)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # What is chosen

    def _change_mode(self) -> None:
        self._has_old_classes = not self.colours.is_plain
        self._fit()
        self._work_out()

    def _change_classes(self) -> None:
        self._has_old_classes = not self.colours.is_plain
        self.worker.cancel()  # what is being made is of another choice
        self._allow()
        self._timer.start()

    def _change_markers(self) -> None:
        self._has_old_markers = True
        self._fit()
        self._work_out()

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._colour), self, self.tr("Colour of the layer"))
        if colour.isValid():
            self._colour = colour.name()
            self._show_colour()
            self._work_out()

    def _choose_class_colour(self, number: int) -> None:
        if self.colours.is_plain or self._classes is None or number >= len(self._classes):
            return  # that of "other" stays grey, and markers have that of their class
        colours = list(self._classes.colours)
        colour = QColorDialog.getColor(QColor(colours[number]), self, self.tr("Colour of the class"))
        if colour.isValid():
            colours[number] = colour.name()
            self._classes = replace(self._classes, colours=tuple(colours))
            self._work_out()

    # What comes of it

    def _work_out(self) -> None:
        """Make classes and markers of what is chosen, beside the window; the preview shows them."""
        self._timer.stop()
        self._allow()
        layer, style = self._layer, self.style_wanted
        wanted = self.colours.wanted if self._has_old_classes else None
        column = self.signs.marker_column.currentData()
        has_old_markers = self._has_old_markers

        def work() -> _Made:
            classes, markers = style.classes, style.markers
            if wanted:
                classes = classify(layer, wanted.column, wanted.method, wanted.count, ramp=wanted.ramp)
            if has_old_markers:
                markers = mark_by(layer, column) if column is not None else None
            styled = replace(layer, style=replace(style, classes=classes, markers=markers))
            return _Made(styled=styled, signs=layer_signs(styled))

        self.worker.run("", work, self._take, self._show_error)

    def _take(self, made: _Made) -> None:
        style = made.styled.style
        if not self.colours.is_plain:
            self._classes = style.classes
        self._markers = style.markers
        self._has_old_classes = self._has_old_markers = False
        self._allow()
        self.fault.hide()
        self.preview.show_signs(made.styled, made.signs)

    def _allow(self) -> None:
        """Let the style be taken unless classes or markers are still being made."""
        self._ok.setEnabled(not self._has_old_classes and not self._has_old_markers)

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, InfromapError):
            raise error
        self.preview.clear()
        self.fault.setText(speak(error))
        self.fault.show()

    def _show_colour(self) -> None:
        plain = replace(self._layer.style, colour=self._colour, classes=None)
        self.colours.colour.setIcon(layer_icon(replace(self._layer, style=plain)))
        self.colours.colour.setText(self._colour)

    def _fit(self) -> None:
        """Show the preview where there is something to see in it, and leave no void where it was."""
        is_plain = self.colours.is_plain and self.signs.marker_column.currentData() is None
        self.preview.setVisible(not is_plain)
        self.fault.hide()
        for fields in (self.colours, self.signs):
            fields.fit()
        self._fields.activate()
        self.resize(self.width(), self.sizeHint().height())
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up where the lower end, with its buttons, would lie below the screen."""
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if below > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - below))
