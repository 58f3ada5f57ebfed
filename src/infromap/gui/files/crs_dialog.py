"""Asks for a coordinate system by name or number, and shows where the data would lie in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_place
from infromap.vector.systems import Box, CoordinateSystem, box_in_degrees, find_system, find_systems, lies_within

if TYPE_CHECKING:
    from infromap.gui.settings import WindowSettings

_SIZE = (600, 460)
_SHOWN = 200  # of those that are found
_REMEMBERED = 6
_COMMON = ("EPSG:4326", "EPSG:3857")  # offered before anything is typed
_SYSTEM = Qt.ItemDataRole.UserRole
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CrsDialog(QDialog):
    """A search field over the EPSG registry; those that were used last come first. Nothing is chosen beforehand."""

    def __init__(self, question: str, bounds: Box | None, settings: "WindowSettings", parent=None):
        super().__init__(parent)
        self._bounds = bounds
        self._settings = settings
        self.setWindowTitle(self.tr("Coordinate system"))
        self.resize(*_SIZE)
        told = QLabel(question, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Name, number or country: UTM 42N, 32642, Kazakhstan"))
        self.field.setAccessibleName(self.tr("Search for a coordinate system"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Coordinate systems"))
        self.list.currentItemChanged.connect(lambda: self._show_place())
        self.list.itemActivated.connect(lambda: self.accept())
        self.place = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.place.setMinimumHeight(3 * self.place.fontMetrics().lineSpacing())
        self.place.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, self.field, self.list, self.place, buttons):
            layout.addWidget(widget)
        self._search("")
        self.field.setFocus()

    def system(self) -> CoordinateSystem | None:
        """Return the chosen system; None if none is."""
        item = self.list.currentItem()
        return item.data(_SYSTEM) if item else None

    def accept(self) -> None:
        system = self.system()
        if system is None:
            return
        others = [code for code in self._used_last() if code != system.code]
        self._settings.set_value("systems", " ".join([system.code, *others][:_REMEMBERED]))
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the systems while the field keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS:  # type: ignore[attr-defined]
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
            else:
                self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _used_last(self) -> list[str]:
        return str(self._settings.value("systems") or "").split()

    def _search(self, text: str) -> None:
        if text.strip():
            found = find_systems(text)
        else:
            codes = dict.fromkeys([*self._used_last(), *_COMMON])
            found = [system for code in codes if (system := find_system(code))]
        self.list.clear()
        for system in found[:_SHOWN]:
            item = QListWidgetItem(f"{system.code}  {system.name}")
            item.setToolTip(tooltip_of(system.area))
            item.setData(_SYSTEM, system)
            self.list.addItem(item)
        if text.strip() and len(found) == 1:
            self.list.setCurrentRow(0)
        self._show_place()

    def _show_place(self) -> None:
        system = self.system()
        self.ok.setEnabled(system is not None)
        self.place.setText(self._describe(system) if system else self.tr("Choose the system that the data are in."))

    def _describe(self, system: CoordinateSystem) -> str:
        used = self.tr("Used for: {area}").format(area=system.area)
        if self._bounds is None:
            return used
        box = box_in_degrees(self._bounds, system.code)
        if box is None:
            return self.tr("In this system the data would lie nowhere on Earth.") + f"\n{used}"
        corners = write_place(box[0], box[1], digits=3), write_place(box[2], box[3], digits=3)
        lies = self.tr("The data would lie between {first} and {second}.").format(first=corners[0], second=corners[1])
        if not lies_within(box, system.box):
            lies += " " + self.tr("That is outside the area for which this system is made.")
        return f"{lies}\n{used}"
