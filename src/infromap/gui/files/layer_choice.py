"""Asks which layers of a GIS file to open."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number
from infromap.gui.program.language import speak
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.vector import LayerInfo

_SIZE = (560, 360)
_GEOMETRIES = {
    "Point": Saying("points"), "MultiPoint": Saying("points"), "LineString": Saying("lines"),
    "MultiLineString": Saying("lines"), "Polygon": Saying("areas"), "MultiPolygon": Saying("areas"),
    "GeometryCollection": Saying("collections"), "Unknown": Saying("mixed"),
}  # fmt: skip


class LayerChoiceDialog(QDialog):
    """The layers with their geometries and rows; all of them are chosen at first."""

    def __init__(self, path: Path, layers: Sequence["LayerInfo"], parent=None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose layers"))
        self.resize(*_SIZE)
        told = self.tr("{name} has %Ln layer(s). Which are to be opened?", "", len(layers)).format(name=path.name)
        question = QLabel(told, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setAccessibleName(self.tr("Layers of the file"))
        self.tree.setHeaderLabels([self.tr("Layer"), self.tr("Geometry"), self.tr("Rows")])
        self._items = [self._item(info) for info in layers]
        self.tree.addTopLevelItems(self._items)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setCurrentItem(self._items[0])
        self.tree.itemChanged.connect(lambda: self._enable())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self.open_button = buttons.button(QDialogButtonBox.StandardButton.Open)
        everything = buttons.addButton(self.tr("&All"), QDialogButtonBox.ButtonRole.ActionRole)
        nothing = buttons.addButton(self.tr("&None"), QDialogButtonBox.ButtonRole.ActionRole)
        everything.clicked.connect(lambda: self._check_all(Qt.CheckState.Checked))
        nothing.clicked.connect(lambda: self._check_all(Qt.CheckState.Unchecked))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (question, self.tree, buttons):
            layout.addWidget(widget)
        self.tree.setFocus()

    def names(self) -> tuple[str, ...]:
        """Return the names of the chosen layers, in the order of the file."""
        return tuple(item.text(0) for item in self._items if item.checkState(0) is Qt.CheckState.Checked)

    def _item(self, info: "LayerInfo") -> QTreeWidgetItem:
        kind = speak(_GEOMETRIES.get(info.geometry_type, info.geometry_type))
        item = QTreeWidgetItem([info.name, kind, "" if info.rows is None else write_number(info.rows)])
        item.setToolTip(0, tooltip_of(info.name))
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setCheckState(0, Qt.CheckState.Checked)
        return item

    def _check_all(self, state: Qt.CheckState) -> None:
        for item in self._items:
            item.setCheckState(0, state)

    def _enable(self) -> None:
        self.open_button.setEnabled(bool(self.names()))
