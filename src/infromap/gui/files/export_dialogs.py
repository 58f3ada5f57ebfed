"""Asks what a picture or a document shall show."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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
from infromap.export.drawing import MAX_SCALE, MAX_SIDE, MIN_SIDE, MOST_TILES, check_picture, count_tiles
from infromap.gui.files.sheet_preview import Draw, SheetPreview

if TYPE_CHECKING:
    from infromap.model.place import Bounds

_LETTERS = 200
_WIDTH = 320  # of what is told, in pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class TilesOffer:
    """The tiles over the base map, as a drawing may have them."""

    name: str
    credit: str
    is_online: bool  # they are of a server
    are_at_hand: bool


class _DrawingDialog(QDialog):
    """What both dialogs ask: which part of the map, and yes or no."""

    def __init__(self, view: "Bounds | None", title: str, parent: QWidget | None = None):
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
        self.tiles = QCheckBox()
        self._offer: TilesOffer | None = None

    def add_tiles(self, tiles: TilesOffer | None) -> None:
        """Ask whether the tiles are to be drawn, or say why they cannot be."""
        self._offer = tiles
        if tiles is None:
            return
        self.tiles.setText(self.tr("Tiles of {name}").format(name=tiles.name[:_LETTERS].replace("&", "&&")))
        self.tiles.setEnabled(tiles.are_at_hand)
        self.tiles.setChecked(tiles.are_at_hand)
        self.form.addRow("", self.tiles)
        told = QLabel(self._about(tiles))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setMinimumWidth(_WIDTH)
        told.setVisible(tiles.is_online)
        self.form.addRow("", told)

    def _about(self, tiles: TilesOffer) -> str:
        if not tiles.are_at_hand:
            return self.tr("They are asked of a server, and infromap is offline: the built-in map is drawn.")
        told = self.tr(
            "They are asked of their server once more, and their credit stands on the map: {credit}. "
            "Whether it may be published is said in the server's terms."
        )
        return told.format(credit=tiles.credit[:_LETTERS])

    @property
    def has_tiles(self) -> bool:
        """Whether the tiles are wanted."""
        return self.tiles.isChecked()

    def bounds(self) -> "Bounds | None":
        """Return what is to be shown; None for all of the map."""
        return self._view if self.extent.currentIndex() == 0 else None


def _ticked(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(True)
    return box


class PictureDialog(_DrawingDialog):
    """Size and scale of a picture, with the size of the file that they make."""

    def __init__(self, view: "Bounds | None", parent: QWidget | None = None, *, tiles: TilesOffer | None = None):
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
        self.said.setMinimumWidth(_WIDTH)
        self.form.addRow(self.tr("Map &part:"), self.extent)
        self.form.addRow(self.tr("&Width:"), self.width_px)
        self.form.addRow(self.tr("&Height:"), self.height_px)
        self.form.addRow(self.tr("&Scale:"), self.scale)
        self.form.addRow("", self.said)
        for box in (self.title, self.legend, self.scale_bar):
            self.form.addRow("", box)
        self.add_tiles(tiles)
        self.form.addRow(self.buttons)
        for field in (self.width_px, self.height_px, self.scale):
            field.valueChanged.connect(self._say_size)
        self.tiles.toggled.connect(self._say_size)
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
            has_tiles=self.has_tiles,
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
            is_possible = False
        else:
            is_possible = not self._asks_too_much(options)
            if not is_possible:
                text = self.tr("So large a picture asks the server for too many tiles; leave them out.")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_possible)
        self.said.setText(text)

    def _asks_too_much(self, options: PictureOptions) -> bool:
        is_asking = self.has_tiles and self._offer is not None and self._offer.is_online
        return is_asking and count_tiles(options.width, options.height) > MOST_TILES


class DocumentDialog(_DrawingDialog):
    """Paper of a PDF, and whether the table of projects is on it, beside the sheets that they make."""

    def __init__(
        self, view: "Bounds | None", draw: Draw, parent: QWidget | None = None, *, tiles: TilesOffer | None = None
    ):
        super().__init__(view, self.tr("Export a document"), parent)
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS_MM))
        self.orientation = QComboBox()
        self.orientation.addItems([self.tr("Portrait"), self.tr("Landscape")])
        self.table = _ticked(self.tr("&Table of projects, with sources"))
        self.form.addRow(self.tr("Map &part:"), self.extent)
        self.form.addRow(self.tr("Pap&er:"), self.paper)
        self.form.addRow(self.tr("&Orientation:"), self.orientation)
        self.form.addRow("", self.table)
        self.add_tiles(tiles)
        self.preview = SheetPreview(draw, self.options)
        self.form.addRow(self.preview)
        self.form.addRow(self.buttons)
        for choice in (self.extent, self.paper, self.orientation):
            choice.currentIndexChanged.connect(self.preview.draw_again)
        for box in (self.table, self.tiles):
            box.toggled.connect(self.preview.draw_again)

    def options(self) -> DocumentOptions:
        """Return what was chosen."""
        return DocumentOptions(
            paper_mm=PAPERS_MM[self.paper.currentText()],
            is_landscape=self.orientation.currentIndex() == 1,
            has_table=self.table.isChecked(),
            has_tiles=self.has_tiles,
            bounds=self.bounds(),
        )
