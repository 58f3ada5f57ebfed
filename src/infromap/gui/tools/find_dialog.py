"""One field over the map, and below it what was found, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.tools.finds import Find, Group

_FIND = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 620, 420
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FindDialog(QDialog):
    """Asks for words, shows what it is given, and tells what was chosen."""

    asked = Signal(str)
    chosen = Signal(object)  # Find

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find anything"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._text = ""
        self._most_height = _HEIGHT  # of the list
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find anything"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.field.setMaxLength(200)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        font = self.field.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.field.setFont(font)
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setMargin(8)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(12)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemsExpandable(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(lambda item, _column: self._choose(item))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_RoomyRows(self.list))
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)  # the window has no frame of its own
        self._inside = QVBoxLayout(frame)
        for widget in (self.field, self.told, self.list):
            self._inside.addWidget(widget)
        self._inside.addStretch()
        self._outside = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.show_finds("", ())

    def open_over(self, widget: QWidget) -> None:
        """Show it at the top of a widget, with an empty field."""
        self.field.clear()
        width = min(_WIDTH, widget.width() - 24)
        self._most_height = min(_HEIGHT, widget.height() - 90)
        self.resize(width, self.height())
        self.move(widget.mapToGlobal(widget.rect().topLeft()).x() + (widget.width() - width) // 2,
                  widget.mapToGlobal(widget.rect().topLeft()).y() + 12)  # fmt: skip
        self.show()
        self._fit()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_finds(self, text: str, finds: Sequence[Find]) -> None:
        """List what was found for a text, the first one ready to be chosen; more for the same text moves no choice."""
        row = self._row() if text == self._text else 0
        self._text = text
        self.list.clear()
        titles = self._titles()
        for group in Group:
            members = [find for find in finds if find.group == group]
            if members:
                self._add_group(titles[group], members)
        self.list.expandAll()
        rows = self._rows()
        if rows:
            self.list.setCurrentItem(rows[min(row, len(rows) - 1)])
        self.told.setText(self._say(text))
        self.told.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys go through the list while the field keeps the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.hide()  # the user has turned to something else

    def _add_group(self, title: str, finds: Sequence[Find]) -> None:
        head = QTreeWidgetItem(self.list, [title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFirstColumnSpanned(True)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for find in finds:
            item = QTreeWidgetItem(head, [find.title, find.detail])
            item.setData(0, _FIND, find)
            item.setForeground(1, self.palette().placeholderText())
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        """Be as high as what is listed, up to a bound."""
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())] + self._rows()
        height = sum(self.list.visualItemRect(item).height() for item in items if item)
        self.list.setFixedHeight(min(height + 4, self._most_height))
        self.told.setFixedHeight(self.told.heightForWidth(self.width() - 40))
        for layout in (self._inside, self._outside):
            layout.activate()  # what was hidden or shown now is known before the next round of events
        self.resize(self.width(), self.sizeHint().height())

    def _rows(self) -> list[QTreeWidgetItem]:
        heads = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        items = [head.child(row) for head in heads if head for row in range(head.childCount())]
        return [item for item in items if item]

    def _row(self) -> int:
        current = self.list.currentItem()
        return next((row for row, item in enumerate(self._rows()) if item is current), 0)

    def _step(self, by: int) -> None:
        rows = self._rows()
        if rows:
            self.list.setCurrentItem(rows[max(0, min(len(rows) - 1, self._row() + by))])

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        find = item.data(0, _FIND) if item else None
        if find is not None:
            self.hide()
            self.chosen.emit(find)

    def _say(self, text: str) -> str:
        if text.strip():
            return self.tr("Nothing is called so.")
        return self.tr(
            "Type a few letters of a project, a place anywhere on earth, a layer, a command or a bookmark, "
            "or coordinates. Arrows choose, Enter goes there, Esc closes."
        )

    def _titles(self) -> dict[Group, str]:
        return {
            Group.COORDINATES: self.tr("Coordinates"),
            Group.PROJECTS: self.tr("Projects"),
            Group.BOOKMARKS: self.tr("Bookmarks"),
            Group.LAYERS: self.tr("Layers"),
            Group.COMMANDS: self.tr("Commands"),
            Group.PLACES: self.tr("Places"),
        }


class _RoomyRows(QStyledItemDelegate):
    """Rows that are easy to hit; a style sheet would do as well, but would keep the colours of its first day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(10, 8)
