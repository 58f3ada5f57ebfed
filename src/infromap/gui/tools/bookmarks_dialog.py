"""The list of bookmarks, and what can be done to each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from infromap.gui.figures import write_place

if TYPE_CHECKING:
    from infromap.model.bookmark import Bookmark
    from infromap.session import MapState


class BookmarksDialog(QDialog):
    """Tells what the user wants by numbers of bookmarks; names are edited in the list."""

    chosen = Signal(int)
    renamed = Signal(int, str)
    removed = Signal(int)

    def __init__(self, bookmarks: Sequence["Bookmark"], parent=None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bookmarks"))
        self.setMinimumSize(380, 300)
        self._names: list[str] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.list.itemChanged.connect(self._report_name)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.list.itemDoubleClicked.connect(lambda _: self._go())
        self.go = QPushButton(self.tr("&Go There"))
        self.rename = QPushButton(self.tr("&Rename"))
        self.remove = QPushButton(self.tr("Re&move"))
        self.go.clicked.connect(self._go)
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.remove.clicked.connect(lambda: self.removed.emit(self.list.currentRow()))
        beside = QVBoxLayout()
        for button in (self.go, self.rename, self.remove):
            button.setAutoDefault(False)
            beside.addWidget(button)
        beside.addStretch()
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(beside)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(close)
        self.show_bookmarks(bookmarks)

    def show_bookmarks(self, bookmarks: Sequence["Bookmark"]) -> None:
        """List bookmarks; the row that was chosen stays chosen."""
        row = max(0, min(self.list.currentRow(), len(bookmarks) - 1))
        self._names = [bookmark.name for bookmark in bookmarks]
        self.list.blockSignals(True)
        self.list.clear()
        for bookmark in bookmarks:
            item = QListWidgetItem(bookmark.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(write_place(bookmark.lon, bookmark.lat))
            self.list.addItem(item)
        self.list.setCurrentRow(row if bookmarks else -1)
        self.list.blockSignals(False)
        self._enable()

    def follow(self, _before: "MapState", after: "MapState") -> None:
        """Show the bookmarks that the map has after a change."""
        self.show_bookmarks(after.bookmarks)

    def _go(self) -> None:
        self.chosen.emit(self.list.currentRow())
        self.accept()

    def _report_name(self, item: QListWidgetItem) -> None:
        row, name = self.list.row(item), item.text().strip()
        if name and name != self._names[row]:
            self.renamed.emit(row, name)
        else:
            item.setText(self._names[row])

    def _enable(self) -> None:
        for button in (self.go, self.rename, self.remove):
            button.setEnabled(self.list.currentRow() >= 0)
