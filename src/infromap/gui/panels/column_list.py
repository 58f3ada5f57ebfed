"""Rows of text in columns with titles."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidget, QWidget


class ColumnList(QTreeWidget):
    """A list whose rows have no rows below them, and are all as high."""

    def __init__(self, name: str, titles: Sequence[str], parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels(list(titles))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
