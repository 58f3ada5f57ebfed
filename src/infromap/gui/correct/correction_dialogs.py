"""The dialogs of corrections: what a project is called and is, and how exactly a point is known."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.icons import kind_icon
from infromap.model.correction import Detail
from infromap.model.place import Exactness
from infromap.model.project import Kind
from infromap.render.strings import load_strings
from infromap.session.correction_members import MOST_LETTERS

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature

_MOST_KM = 500.0
_EXACT_KM = 1.0


class DetailsDialog(QDialog):
    """Name, kind and note of a project, for the user to write anew."""

    def __init__(self, shown: "Feature", found: "Feature", language: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._found = found
        self.setWindowTitle(self.tr("Edit Details"))
        self.name = QLineEdit(shown.name, placeholderText=found.name, maxLength=MOST_LETTERS)
        self.kind = QComboBox()
        words = load_strings(language)
        for kind in Kind:
            self.kind.addItem(kind_icon(kind), words[f"kind.{kind.value}"], kind.value)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind.value))
        self.note = QPlainTextEdit(shown.note or "", tabChangesFocus=True)
        self.note.setPlaceholderText(self.tr("For those who read the map; not from the article"))
        read = self.tr("Read in the article: {name} ({kind}). A name that is left empty is this one again.").format(
            name=found.name, kind=words[f"kind.{found.kind.value}"]
        )
        told = QLabel(read, wordWrap=True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.tr("&Kind:"), self.kind)
        form.addRow(self.tr("N&ote:"), self.note)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(self.buttons)
        self.resize(480, 300)

    def values(self) -> dict[Detail, str | None]:
        """Return what the user wrote; None for what is as the program read it, and for no note."""
        name, kind = self.name.text().strip(), self.kind.currentData()
        note = self.note.toPlainText().strip()[:MOST_LETTERS]
        return {
            Detail.NAME: None if name in ("", self._found.name) else name,
            Detail.KIND: None if kind == self._found.kind.value else kind,
            Detail.NOTE: note or None,
        }


class ExactnessDialog(QDialog):
    """Asks how exactly the user knows what was just drawn."""

    def __init__(self, what: str, likely_km: float, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle("infromap")
        question = QLabel(what, wordWrap=True)
        question.setTextFormat(Qt.TextFormat.PlainText)
        self.exact = QRadioButton(self.tr("&Exactly: the thing itself, to a kilometre"))
        self.approximate = QRadioButton(self.tr("&Approximately, within"))
        self.approximate.setChecked(True)
        self.accuracy_km = QDoubleSpinBox(decimals=1, minimum=0.1, maximum=_MOST_KM, value=likely_km, suffix=" km")
        self.accuracy_km.setAccessibleName(self.tr("Kilometres within which it lies"))
        self._group = QButtonGroup(self)
        self._group.addButton(self.exact)
        self._group.addButton(self.approximate)
        self.approximate.toggled.connect(self.accuracy_km.setEnabled)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        within = QHBoxLayout()
        within.addWidget(self.approximate)
        within.addWidget(self.accuracy_km)
        within.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(question)
        layout.addWidget(self.exact)
        layout.addLayout(within)
        layout.addWidget(self.buttons)

    def answer(self) -> tuple[Exactness, float]:
        """Return how exactly it is known, and within how many kilometres."""
        if self.exact.isChecked():
            return Exactness.EXACT, _EXACT_KM
        return Exactness.APPROXIMATE, round(self.accuracy_km.value(), 1)
