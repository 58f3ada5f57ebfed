"""The panel of a measurement: total, legs, unit, and what copies them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
)

from infromap.gui.figures import write_area, write_length, write_number
from infromap.gui.panels.closing_panel import ClosingPanel
from infromap.gui.panels.column_list import ColumnList
from infromap.gui.tools.measurement import Measurement

_MOST_LEGS = 1_000  # that are listed; the total counts them all
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MeasurePanel(ClosingPanel):
    """Shows one measurement; it decides nothing."""

    copied = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._measurement = Measurement()
        self._to_pointer_km: float | None = None
        self.total = QLabel(textFormat=Qt.TextFormat.PlainText)
        font = self.total.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        self.total.setFont(font)
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.total.setAccessibleName(self.tr("Total"))
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.currentIndexChanged.connect(lambda _: self._show())
        self.legs = ColumnList(self.tr("Legs"), [self.tr("Leg"), self.tr("Length"), self.tr("From the start")])
        for column in (1, 2):
            self.legs.headerItem().setTextAlignment(column, _RIGHT)
            self.legs.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.legs.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.legs.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setToolTip(self.tr("Copy the legs and the total as a table"))
        self.copy.clicked.connect(self.copied)
        row = QHBoxLayout()
        row.addWidget(self.unit, 1)
        row.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.total)
        layout.addWidget(self.note)
        layout.addLayout(row)
        layout.addWidget(self.legs, 1)
        self.show_measurement(self._measurement, None)

    def show_measurement(self, measurement: Measurement, to_pointer_km: float | None) -> None:
        """Show what is measured, and how far it would be to the pointer."""
        if measurement.is_area != self._measurement.is_area or self.unit.count() == 0:
            self._offer_units(measurement.is_area)
        has_new_legs = measurement.points != self._measurement.points
        self._measurement, self._to_pointer_km = measurement, to_pointer_km
        self._show(has_new_legs=has_new_legs)

    def _offer_units(self, is_area: bool) -> None:
        self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem(self.tr("Hectares or km²") if is_area else self.tr("Metres or kilometres"), "")
        for unit in ("ha", "km²") if is_area else ("m", "km"):
            self.unit.addItem(_unit_name(unit), unit)
        self.unit.blockSignals(False)

    def _show(self, *, has_new_legs: bool = True) -> None:
        measured = self._measurement
        self.total.setText(self._write_area(measured.area_km2) if measured.is_area else self._write(measured.length_km))
        self.note.setText(self._say())
        self.copy.setEnabled(len(measured.legs_km) > 0)
        if has_new_legs:
            self._list_legs()

    def _list_legs(self) -> None:
        self.legs.clear()
        so_far = 0.0
        for number, leg_km in enumerate(self._measurement.legs_km[:_MOST_LEGS], start=1):
            so_far += leg_km
            item = QTreeWidgetItem([write_number(number), self._write(leg_km), self._write(so_far)])
            item.setTextAlignment(1, _RIGHT)
            item.setTextAlignment(2, _RIGHT)
            self.legs.addTopLevelItem(item)
        self.legs.scrollToBottom()

    def _say(self) -> str:
        measured = self._measurement
        if not measured.points:
            return self.tr("Click on the map where it begins.")
        told = []
        if measured.is_area:
            told.append(self.tr("Outline: {length}").format(length=self._write(measured.length_km, is_free=True)))
        if self._to_pointer_km is not None:
            told.append(self.tr("To the pointer: {length}").format(length=self._write(self._to_pointer_km)))
        if measured.crosses_itself:
            told.append(self.tr("The outline crosses itself: parts of the area count against each other."))
        told.append(self.tr("Measured on the ellipsoid (WGS 84)."))
        return "\n".join(told)

    def _write(self, km: float, *, is_free: bool = False) -> str:
        unit = "" if is_free or self._measurement.is_area else self.unit.currentData()
        if unit == "m":
            return f"{write_number(km * 1000)} {_unit_name(unit)}"
        return f"{write_number(km, 3)} {_unit_name(unit)}" if unit == "km" else write_length(km)

    def _write_area(self, km2: float) -> str:
        unit = self.unit.currentData()
        if unit == "ha":
            return f"{write_number(km2 * 100, 2)} {_unit_name(unit)}"
        return f"{write_number(km2, 3)} {_unit_name(unit)}" if unit == "km²" else write_area(km2)


def _unit_name(unit: str) -> str:
    return {
        "m": QCoreApplication.translate("Figures", "m"),
        "km": QCoreApplication.translate("Figures", "km"),
        "ha": QCoreApplication.translate("Figures", "ha"),
        "km²": QCoreApplication.translate("Figures", "km²"),
    }[unit]
