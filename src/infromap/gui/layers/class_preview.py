"""The classes that a style makes, with how many rows each has."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number
from infromap.gui.layers.class_words import write_class
from infromap.gui.layers.layer_symbol import entry_icon

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.render.layer_signs import LayerSigns

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassPreview(QTreeWidget):
    """A list of classes; one that is double-clicked asks for another colour."""

    colour_asked = Signal(int)  # its place in the list

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setHeaderLabels([self.tr("Class"), self.tr("Rows")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(self.tr("Classes; double-click one for another colour"))
        self.setToolTip(self.tr("Double-click a class for another colour"))
        self.itemActivated.connect(lambda item, _: self.colour_asked.emit(self.indexOfTopLevelItem(item)))

    def show_signs(self, styled: "Layer", signs: "LayerSigns") -> None:
        """Show what the legend of a layer will say."""
        self.clear()
        for legend in signs.legends:
            for entry in legend.entries:
                item = QTreeWidgetItem(self, [write_class(entry), write_number(entry.count)])
                item.setIcon(0, entry_icon(styled, legend, entry))
                item.setToolTip(0, tooltip_of(f"{item.text(0)}\n{legend.column}"))
                item.setTextAlignment(1, _RIGHT)
