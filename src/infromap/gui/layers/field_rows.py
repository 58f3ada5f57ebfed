"""Fields of the style dialog: boxes of columns, and several fields side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

_LETTERS = 80  # of a column's name


def column_box(nothing: str, names: Sequence[str]) -> QComboBox:
    """Return a box that offers columns, or none of them."""
    box = QComboBox()
    box.addItem(nothing, None)
    for name in names:
        box.addItem(short_name(name), name)
    return box


def short_name(column: str) -> str:
    """Return the name of a column on one line."""
    return " ".join(column.split())[:_LETTERS]


def choose_entry(box: QComboBox, data: object) -> None:
    """Choose the entry of a value; the first one where there is none."""
    box.setCurrentIndex(max(0, next((i for i in range(box.count()) if box.itemData(i) == data), 0)))


def in_a_row(*widgets: QWidget) -> QWidget:
    """Return fields side by side, all as wide, with what is written between them."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return row
