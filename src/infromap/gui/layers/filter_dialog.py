"""Asks which rows of a layer are to be seen, by an expression; says at once how many these are, or what is wrong."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infromap.errors import InfromapError
from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker
from infromap.model.layer import Layer, RowFilter, Values
from infromap.vector.classes import is_graduated
from infromap.vector.expression import quote_column, select_rows

_OPERATORS = ("=", "<>", "<", "<=", ">", ">=", "LIKE", "IN", "IS NULL", "AND", "OR", "NOT")
_PAUSE_MS = 250  # after a key, before the rows are looked for


class FilterDialog(QDialog):
    """An expression with the columns and operators that it may have; ``filter_wanted`` once it is accepted."""

    def __init__(self, layer: Layer, parent: QWidget | None = None):
        super().__init__(parent)
        self._layer = layer
        self.worker = Worker(self)
        self.filter_wanted: RowFilter | None = layer.filter
        self.setWindowTitle(self.tr("Filter the rows of the layer"))
        self.resize(640, 420)
        self.expression = QPlainTextEdit(layer.filter.expression if layer.filter else "")
        self.expression.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.expression.setPlaceholderText(self.tr("Such as: {example}").format(example=_example(layer)))
        self.expression.setAccessibleName(self.tr("Expression"))
        self.expression.setTabChangesFocus(True)
        self.columns = QListWidget()
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.addItems([" ".join(column.name.split()) for column in layer.columns])
        self.columns.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.columns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = self.tr("Double-click a column to write it into the expression")
        for number, column in enumerate(layer.columns):
            self.columns.item(number).setToolTip(tooltip_of(f"{column.name}\n{hint}"))
        self.answer = QLabel(wordWrap=True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Reset
        )  # fmt: skip
        self.buttons.button(QDialogButtonBox.StandardButton.Reset).setText(self.tr("&Show All Rows"))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.count)
        self._lay_out()
        self.expression.textChanged.connect(self._begin)
        self.columns.itemActivated.connect(lambda _: self._write_column())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Reset).clicked.connect(self.show_all)
        self._ok.setDefault(True)
        self.expression.setFocus()
        self.count()

    def count(self) -> None:
        """Look for the rows that the expression holds for."""
        text, layer = self.expression.toPlainText().strip(), self._layer
        if not text:
            self.worker.cancel()
            self._show(None, self.tr("All rows are shown: %Ln", "", len(layer)))
            return

        def find() -> Values:
            return select_rows(layer, text, is_wanted=lambda: self.worker.is_wanted)

        self.worker.run("", find, lambda mask: self._show_rows(text, mask), self._show_error)

    def show_all(self) -> None:
        """Take the expression away."""
        self.expression.clear()
        self._timer.stop()
        self.count()

    def done(self, result: int) -> None:
        self._timer.stop()
        self.worker.wait()
        super().done(result)

    @property
    def _ok(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _begin(self) -> None:
        self._ok.setEnabled(False)  # until it is known what the expression means
        self._timer.start()

    def _show_rows(self, text: str, mask: Values) -> None:
        shown, count = write_number(int(mask.sum())), write_number(len(mask))
        told = self.tr("{shown} of {count} rows", "that a filter leaves").format(shown=shown, count=count)
        self._show(RowFilter(expression=text, mask=mask), told)

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, InfromapError):
            raise error
        self._show(self.filter_wanted, speak(error), is_fault=True)

    def _show(self, wanted: RowFilter | None, told: str, *, is_fault: bool = False) -> None:
        self.filter_wanted = wanted
        self.answer.setText(told)
        self.answer.setProperty("fault", is_fault)
        self._ok.setEnabled(not is_fault)

    def _write_column(self) -> None:
        self._write(quote_column(self._layer.columns[self.columns.currentRow()].name))

    def _write(self, text: str) -> None:
        cursor = self.expression.textCursor()
        before = self.expression.toPlainText()[: cursor.position()]
        cursor.insertText(text if not before or before[-1] in " (" else f" {text}")
        cursor.insertText(" ")
        self.expression.setFocus()

    def _lay_out(self) -> None:
        operators = QHBoxLayout()
        operators.setSpacing(3)
        for operator in _OPERATORS:
            button = QPushButton(operator, flat=False, autoDefault=False)
            button.setMinimumWidth(0)
            button.setMaximumWidth(button.fontMetrics().horizontalAdvance(operator) + 22)
            button.clicked.connect(lambda _=False, operator=operator: self._write(operator))
            operators.addWidget(button)
        operators.addStretch()
        hint = QLabel(
            self.tr(
                "Text stands in 'single' quotation marks, names of columns in \"double\" ones; % in LIKE is any text."
            )
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        right = QVBoxLayout()
        right.addWidget(self.expression, 1)
        right.addLayout(operators)
        right.addWidget(hint)
        right.addWidget(self.answer)
        top = QHBoxLayout()
        self.columns.setMinimumWidth(150)
        top.addWidget(self.columns, 1)
        top.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.addLayout(top, 1)
        layout.addWidget(self.buttons)


def _example(layer: Layer) -> str:
    if not layer.columns:
        return "1 = 1"
    column = layer.columns[0]
    return f"{quote_column(column.name)} > 100" if is_graduated(column) else f"{quote_column(column.name)} LIKE 'A%'"
