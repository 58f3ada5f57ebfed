"""Asks what a picture or a document shall show."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from infromap.errors import ExportError
from infromap.export import PAPERS_MM, DocumentOptions, PictureOptions
from infromap.export.drawing import MAX_SCALE, MAX_SIDE, MIN_SIDE, check_picture
from infromap.gui.files.sheet_preview import Draw, SheetPreview
from infromap.model.place import Bounds


class _DrawingDialog(QDialog):
    """What both dialogs ask: which part of the map, and yes or no."""

    def __init__(self, view: Bounds | None, title: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(title)
        self._view = view
        self.form = QFormLayout(self)
        self.extent = QComboBox()
        self.extent.addItems([self.tr("What the window shows"), self.tr("The whole map")])
        self.extent.setCurrentIndex(0 if view else 1)
        self.extent.setEnabled(view is not None)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.button(buttons.Ok).setText(self.tr("Export"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def bounds(self) -> Bounds | None:
        """Return what is to be shown; None for all of the map."""
        return self._view if self.extent.currentIndex() == 0 else None


def _ticked(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(True)
    return box


class PictureDialog(_DrawingDialog):
    """Size and scale of a picture, with the size of the file that they make."""

    def __init__(self, view: Bounds | None, parent: QWidget | None = None):
        super().__init__(view, self.tr("Export a picture"), parent)
        first = PictureOptions()
        self.width_px, self.height_px = (self._side(value) for value in (first.width, first.height))
        self.scale = QDoubleSpinBox(minimum=1, maximum=MAX_SCALE, singleStep=0.5, decimals=1, value=2)
        self.scale.setSuffix(" ×")
        self.title = _ticked(self.tr("&Title and source"))
        self.legend = _ticked(self.tr("&Legend"))
        self.scale_bar = _ticked(self.tr("Scale &bar"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(320)
        self.form.addRow(self.tr("Map &part:"), self.extent)
        self.form.addRow(self.tr("&Width:"), self.width_px)
        self.form.addRow(self.tr("&Height:"), self.height_px)
        self.form.addRow(self.tr("&Scale:"), self.scale)
        self.form.addRow("", self.said)
        for box in (self.title, self.legend, self.scale_bar):
            self.form.addRow("", box)
        self.form.addRow(self.buttons)
        for field in (self.width_px, self.height_px, self.scale):
            field.valueChanged.connect(self._say_size)
        self._say_size()

    def options(self) -> PictureOptions:
        """Return what was chosen."""
        return PictureOptions(
            width=self.width_px.value(),
            height=self.height_px.value(),
            scale=self.scale.value(),
            has_title=self.title.isChecked(),
            has_legend=self.legend.isChecked(),
            has_scale_bar=self.scale_bar.isChecked(),
            bounds=self.bounds(),
        )

    def _side(self, value: int) -> QSpinBox:
        box = QSpinBox(minimum=MIN_SIDE, maximum=MAX_SIDE, singleStep=100, value=value)
        box.setSuffix(self.tr(" px"))
        return box

    def _say_size(self) -> None:
        options = self.options()
        width, height = options.pixels
        text = self.tr("The file has {width} × {height} pixels.").format(width=width, height=height)
        try:
            check_picture(options, Path())
        except ExportError:
            text = self.tr("{width} × {height} pixels are more than can be drawn.").format(width=width, height=height)
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        else:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)
        self.said.setText(text)


class DocumentDialog(_DrawingDialog):
    """Paper of a PDF, and whether the table of projects is on it, beside the sheets that they make."""

    def __init__(self, view: Bounds | None, draw: Draw, parent: QWidget | None = None):
        super().__init__(view, self.tr("Export a document"), parent)
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS_MM))
        self.orientation = QComboBox()
        self.orientation.addItems([self.tr("Portrait"), self.tr("Landscape")])
        self.table = _ticked(self.tr("&Table of projects, with sources"))
        self.preview = SheetPreview(draw, self.options)
        self.form.addRow(self.tr("Map &part:"), self.extent)
        self.form.addRow(self.tr("Pa&per:"), self.paper)
        self.form.addRow(self.tr("&Orientation:"), self.orientation)
        self.form.addRow("", self.table)
        self.form.addRow(self.preview)
        self.form.addRow(self.buttons)
        for choice in (self.extent, self.paper, self.orientation):
            choice.currentIndexChanged.connect(self.preview.draw_again)
        self.table.toggled.connect(self.preview.draw_again)

    def options(self) -> DocumentOptions:
        """Return what was chosen."""
        return DocumentOptions(
            paper_mm=PAPERS_MM[self.paper.currentText()],
            is_landscape=self.orientation.currentIndex() == 1,
            has_table=self.table.isChecked(),
            bounds=self.bounds(),
        )
