"""Asks how a table of text is to be read, and shows at once what comes of it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from infromap.gui.files.crs_dialog import CrsDialog
from infromap.vector.systems import Box, box_in_degrees
from infromap.vector.table import DEGREES, ENCODINGS, SEPARATORS, TableFormat, TableHead, read_head
from infromap.vector.table_guess import guess_columns
from infromap.vector.table_places import exchanged, fits_exchanged, swap_advice, table_box

if TYPE_CHECKING:
    from infromap.gui.settings import WindowSettings

_SIZE = (760, 560)
_ROWS = 20
_CELL = 200  # letters of a cell that are shown
_ENCODING_NAMES = {
    "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1251": "Windows-1251", "gb18030": "GB18030", "cp1252": "Windows-1252",
}  # fmt: skip


class TableDialog(QDialog):
    """The first rows of a table as they would be read, and what may be changed in the reading."""

    def __init__(
        self, path: Path, form: TableFormat, settings: "WindowSettings", parent=None, *, around: Box | None = None
    ):
        super().__init__(parent)
        self._path = path
        self._form = form
        self._settings = settings
        self._around = around  # what else is on the map, in degrees
        self._head = TableHead(columns=(), rows=())
        self._is_filling = False
        self.setWindowTitle(self.tr("Add a text table: {name}").format(name=path.name))
        self.resize(*_SIZE)
        self.encoding, self.separator = QComboBox(), QComboBox()
        self.has_header = QCheckBox(self.tr("The first row holds the &names of the columns"))
        self.has_comma = QCheckBox(self.tr("Decimal &comma (53,28)"))
        self.lon, self.lat, self.wkt = QComboBox(), QComboBox(), QComboBox()
        self.place, self.order = QComboBox(), QComboBox()
        self.order.setAccessibleName(self.tr("What comes first"))
        self.swap = QPushButton(self.tr("Exchan&ge"))
        self.swap.setToolTip(self.tr("Take longitude for latitude, and latitude for longitude"))
        self.crs = QPushButton()
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("The first rows"))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._lay_out_choices())
        layout.addWidget(self.table, stretch=1)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        self._fill_choices()
        self._connect()
        self._read()

    def form(self) -> TableFormat:
        """Return how the table is to be read; the user has seen it, so it is sure."""
        return replace(self._form, is_sure=True)

    def _lay_out_choices(self) -> QHBoxLayout:
        written, places = QFormLayout(), QFormLayout()
        written.addRow(self.tr("&Encoding:"), self.encoding)
        written.addRow(self.tr("&Separator:"), self.separator)
        written.addRow(self.has_header)
        written.addRow(self.has_comma)
        places.addRow(self.tr("Longitude, &X:"), self.lon)
        latitude = QHBoxLayout()
        latitude.addWidget(self.lat, stretch=1)
        latitude.addWidget(self.swap)
        label = QLabel(self.tr("Latitude, &Y:"))
        label.setBuddy(self.lat)
        places.addRow(label, latitude)
        both = QHBoxLayout()
        both.addWidget(self.place, stretch=1)
        both.addWidget(self.order)
        in_one = QLabel(self.tr("or &both in one:"))
        in_one.setBuddy(self.place)
        places.addRow(in_one, both)
        places.addRow(self.tr("or &WKT:"), self.wkt)
        places.addRow(self.tr("Coordinate sys&tem:"), self.crs)
        choices = QHBoxLayout()
        choices.setSpacing(24)
        for form in (written, places):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            choices.addLayout(form, stretch=1)
        return choices

    def _fill_choices(self) -> None:
        for encoding in ENCODINGS:
            self.encoding.addItem(_ENCODING_NAMES[encoding], encoding)
        names = {",": self.tr("comma"), ";": self.tr("semicolon"), "\t": self.tr("tab"), "|": self.tr("vertical bar")}
        for separator in SEPARATORS:
            self.separator.addItem(names[separator], separator)
        self.order.addItem(self.tr("latitude first"), False)
        self.order.addItem(self.tr("longitude first"), True)
        self.encoding.setCurrentIndex(self.encoding.findData(self._form.encoding))
        self.separator.setCurrentIndex(self.separator.findData(self._form.separator))
        self.has_header.setChecked(self._form.has_header)
        self.has_comma.setChecked(self._form.has_decimal_comma)

    def _connect(self) -> None:
        self.encoding.currentIndexChanged.connect(lambda: self._change(encoding=self.encoding.currentData()))
        self.separator.currentIndexChanged.connect(lambda: self._change(separator=self.separator.currentData()))
        self.has_header.toggled.connect(lambda is_on: self._change(has_header=is_on))
        self.has_comma.toggled.connect(lambda is_on: self._change(has_decimal_comma=is_on))
        self.lon.currentIndexChanged.connect(lambda: self._choose(x=self.lon.currentData(), wkt=None, place=None))
        self.lat.currentIndexChanged.connect(lambda: self._choose(y=self.lat.currentData(), wkt=None, place=None))
        self.place.currentIndexChanged.connect(lambda: self._choose(place=self.place.currentData(), wkt=None))
        self.order.currentIndexChanged.connect(lambda: self._choose(is_lon_first=self.order.currentData()))
        self.wkt.currentIndexChanged.connect(lambda: self._choose(wkt=self.wkt.currentData(), place=None))
        self.swap.clicked.connect(self._exchange)
        self.crs.clicked.connect(self._ask_system)

    def _change(self, **changes) -> None:
        """Cut the table anew, and look for its columns again."""
        self._form = replace(self._form, **changes)
        self._form = guess_columns(self._form, read_head(self._path, self._form))
        self._read()

    def _choose(self, **changes) -> None:
        if self._is_filling:
            return
        if changes.get("wkt") is not None or changes.get("place") is not None:
            changes |= {"x": None, "y": None}
        if changes.get("place") is not None:  # is in degrees
            changes |= {"crs": None}
        self._form = replace(self._form, **changes)
        self._show_columns()

    def _exchange(self) -> None:
        self._form = exchanged(self._form)
        self._show_columns()

    def _read(self) -> None:
        self._head = read_head(self._path, self._form)
        self._show_rows()
        self._show_columns()

    def _show_rows(self) -> None:
        rows = self._head.rows[:_ROWS]
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(self._head.columns))
        self.table.setHorizontalHeaderLabels(self._head.columns)
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(cell[:_CELL]))
        self.table.resizeColumnsToContents()
        for place in range(len(self._head.columns)):
            self.table.setColumnWidth(place, min(self.table.columnWidth(place), 260))

    def _show_columns(self) -> None:
        self._is_filling = True
        form = self._form
        for combo, place in ((self.lon, form.x), (self.lat, form.y), (self.place, form.place), (self.wkt, form.wkt)):
            combo.clear()
            combo.addItem("–", None)
            for number, name in enumerate(self._head.columns):
                combo.addItem(name, number)
            combo.setCurrentIndex(0 if place is None else place + 1)
        self.order.setCurrentIndex(self.order.findData(form.is_lon_first))
        self.order.setEnabled(form.place is not None)
        self._is_filling = False
        self.swap.setEnabled(form.place is not None or (form.x is not None and form.y is not None))
        self.crs.setEnabled(form.place is None)
        self.crs.setText(self._form.crs or self.tr("longitude and latitude (EPSG:4326)"))
        problem = self._problem()
        font = self.told.font()
        font.setBold(problem is not None)
        self.told.setFont(font)
        self.told.setText(problem or self._advice())
        self.add.setEnabled(problem is None)

    def _problem(self) -> str | None:
        """Say why the table cannot be read so; None if it can."""
        if not self._form.has_place:
            return self.tr(
                "Choose the columns of longitude and latitude, a column that holds both, or a column of WKT."
            )
        if self._form.x is not None and self._form.x == self._form.y:
            return self.tr("A column that holds both is chosen below, as both in one.")
        if self._is_exchanged():
            return self.tr("Latitudes beyond 90: latitude and longitude seem to be exchanged.")
        box = table_box(self._form, self._head)
        if box is None:
            return self.tr("The first rows hold no coordinates in these columns.")
        if box_in_degrees(box, self._form.crs or DEGREES) is None:
            return self.tr("These numbers are no places on Earth in this coordinate system; choose another one.")
        return None

    def _advice(self) -> str:
        if fits_exchanged(self._form, self._head, self._around):
            return self.tr("With latitude and longitude exchanged these points would lie near what the map shows.")
        return self.tr("%Ln row(s) are shown as they would be read.", "", min(_ROWS, len(self._head.rows)))

    def _is_exchanged(self) -> bool:
        return self._form.crs in (None, DEGREES) and swap_advice(self._form, self._head)

    def _ask_system(self) -> None:
        question = self.tr("In which coordinate system are the numbers of {name}?").format(name=self._path.name)
        dialog = CrsDialog(question, table_box(self._form, self._head), self._settings, self)
        if dialog.exec() and (system := dialog.system()):
            self._choose(crs=system.code)
