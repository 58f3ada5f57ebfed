"""Tells what a layer is and where it comes from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.figures import write_number
from infromap.gui.program.language import speak

if TYPE_CHECKING:
    from infromap.model.layer import Layer


def show_properties(layer: "Layer", parent: QWidget) -> QDialog:
    """Open a dialog with the properties of a layer over a window."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("LayerProperties", "Properties of the layer"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(520, 460)
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, value in _facts(layer):
        label = QLabel(value, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(name, label)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addLayout(form)
    layout.addWidget(_columns(layer), 1)
    layout.addWidget(buttons)
    dialog.open()
    return dialog


def _facts(layer: "Layer") -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    origin = layer.origin
    facts = [(translate("LayerProperties", "Name"), layer.name)]
    file = str(origin.path) if origin else layer.source.name
    if origin and origin.text is not None:
        file = translate("LayerProperties", "{name}: pasted, kept in the project file").format(name=file)
    facts.append((translate("LayerProperties", "File"), file))
    if origin and origin.layer:
        facts.append((translate("LayerProperties", "Layer in the file"), origin.layer))
    facts.append(
        (translate("LayerProperties", "Date of the file"), layer.date or translate("LayerProperties", "not known"))
    )
    crs = origin.stated_crs or origin.crs if origin else None
    facts.append((translate("LayerProperties", "Coordinate system"), _first_line(crs or "EPSG:4326")))
    facts.append((translate("LayerProperties", "Rows"), write_number(len(layer))))
    if layer.filter:
        facts.append(
            (translate("LayerProperties", "Filter"), f"{layer.filter.expression} ({write_number(layer.shown_count)})")
        )
    facts += [(translate("LayerProperties", "To know"), speak(notice)) for notice in layer.notices]
    return facts


def _columns(layer: "Layer") -> QTableWidget:
    translate = QCoreApplication.translate
    table = QTableWidget(len(layer.columns), 2)
    table.setHorizontalHeaderLabels([translate("LayerProperties", "Column"), translate("LayerProperties", "Type")])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, 280)
    table.setAccessibleName(translate("LayerProperties", "Columns of the layer"))
    types = {
        "integer": translate("LayerProperties", "whole number"),
        "real": translate("LayerProperties", "number"),
        "boolean": translate("LayerProperties", "yes or no"),
        "text": translate("LayerProperties", "text"),
        "date": translate("LayerProperties", "date"),
    }
    for row, column in enumerate(layer.columns):
        table.setItem(row, 0, QTableWidgetItem(_first_line(column.name)))
        table.setItem(row, 1, QTableWidgetItem(types[column.type.value]))
    return table


def _first_line(text: str) -> str:
    return " ".join(text.split())[:200]
