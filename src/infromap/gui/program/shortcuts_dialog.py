"""Shows the shortcut of every command, and lets the user change it."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.commands import Commands, plain_text

if TYPE_CHECKING:
    from infromap.gui.program.preferences import Preferences

_SIZE = (620, 620)
_NAME = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText
_OF_TEXT_FIELDS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


class ShortcutsDialog(QDialog):
    """A list of commands by menu; what is changed holds at once, in all windows, and is remembered."""

    def __init__(self, commands: Commands, preferences: "Preferences", parent: QWidget | None = None):
        super().__init__(parent)
        self._commands, self._preferences = commands, preferences
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.resize(*_SIZE)
        self.filter = QLineEdit(placeholderText=self.tr("Search commands and keys"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Search commands and keys"))
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.keys = QKeySequenceEdit(maximumSequenceLength=1)
        self.keys.setAccessibleName(self.tr("Keys of the chosen command"))
        self.assign = QPushButton(self.tr("&Assign"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.reset = QPushButton(self.tr("Re&set"))
        self.reset_all = QPushButton(self.tr("Reset A&ll"))
        self.told = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._lay_out()
        self._fill()
        self._connect()
        self._choose()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Press the new keys:"))
        label.setBuddy(self.keys)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QGridLayout()
        row.addWidget(label, 0, 0)
        row.addWidget(self.keys, 0, 1, 1, 2)
        row.addWidget(self.assign, 0, 3)
        row.addWidget(self.told, 1, 0, 1, 4)
        row.addWidget(self.remove, 2, 0)
        row.addWidget(self.reset, 2, 1)
        row.addWidget(self.reset_all, 2, 2)
        row.addWidget(close, 2, 3)
        row.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        layout.addLayout(row)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the field for keys is a key

    def _fill(self) -> None:
        for title, names in self._commands.by_menu():
            group = QTreeWidgetItem(self.list, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            for name in names:
                item = self._items[name] = QTreeWidgetItem(group)
                item.setData(0, _NAME, name)
                self._write(name)
            self._groups.append((group, [self._items[name] for name in names]))
            group.setExpanded(True)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._apply_filter)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda *_: self.keys.setFocus())
        self.keys.keySequenceChanged.connect(self._judge)
        self.assign.clicked.connect(self._assign)
        self.remove.clicked.connect(lambda: self._give(QKeySequence()))
        self.reset.clicked.connect(self._give_own)
        self.reset_all.clicked.connect(self._give_all_own)
        self._preferences.keys_changed.connect(self._write)

    @property
    def _name(self) -> str:
        item = self.list.currentItem()
        return item.data(0, _NAME) or "" if item else ""

    def _write(self, name: str) -> None:
        action = self._commands[name]
        item = self._items[name]
        item.setText(0, plain_text(action.text()))
        item.setText(1, action.shortcut().toString(_NATIVE))
        font = item.font(1)
        font.setBold(self._preferences.keys(name) is not None)  # the user's own
        item.setFont(1, font)

    def _apply_filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items.values():
            item.setHidden(wanted not in f"{item.text(0)}\n{item.text(1)}".casefold())
        for group, items in self._groups:
            group.setHidden(all(item.isHidden() for item in items))

    def _choose(self) -> None:
        name = self._name
        self.keys.blockSignals(True)
        self.keys.setKeySequence(self._commands[name].shortcut() if name else QKeySequence())
        self.keys.blockSignals(False)
        for widget in (self.keys, self.remove, self.reset):
            widget.setEnabled(bool(name))
        self._judge()

    def _judge(self) -> None:
        """Say whether the keys can be had, and whose they are now."""
        keys, name = self.keys.keySequence(), self._name
        shown, holder = keys.toString(_NATIVE), self._holder(keys)
        told, can_have = "", bool(name) and not keys.isEmpty() and holder != name
        if can_have and _is_of_text_fields(keys):
            told, can_have = self.tr("{keys} is needed for writing in text fields.").format(keys=shown), False
        elif can_have and holder:
            told = self.tr("{keys} belongs to “{command}”, which will lose it.").format(
                keys=shown, command=plain_text(self._commands[holder].text())
            )
        self.told.setText(told)
        self.assign.setEnabled(can_have)

    def _holder(self, keys: QKeySequence) -> str:
        """Return the name of the command that has these keys; empty if none has."""
        if keys.isEmpty():
            return ""
        return next((name for name in self._items if keys in self._commands[name].shortcuts()), "")

    def _assign(self) -> None:
        self._take_from_holder(self.keys.keySequence())
        self._give(self.keys.keySequence())

    def _give(self, keys: QKeySequence) -> None:
        self._preferences.set_keys(self._name, None if keys == self._commands.own_keys(self._name) else keys)
        self._choose()

    def _give_own(self) -> None:
        own = self._commands.own_keys(self._name)
        if self._holder(own) != self._name:
            self._take_from_holder(own)
        self._preferences.set_keys(self._name, None)
        self._choose()

    def _give_all_own(self) -> None:
        for name in self._items:
            self._preferences.set_keys(name, None)
        self._choose()

    def _take_from_holder(self, keys: QKeySequence) -> None:
        holder = self._holder(keys)
        if holder:
            self._preferences.set_keys(holder, QKeySequence())


def _is_of_text_fields(keys: QKeySequence) -> bool:
    """Tell whether keys write, move or copy in a text, so that a command would take them from every field."""
    if any(keys in QKeySequence.keyBindings(standard) for standard in _OF_TEXT_FIELDS):
        return True
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    is_held = written.startswith(("Ctrl+", "Alt+", "Meta+", "Shift+Ctrl+", "Shift+Alt+"))
    return not is_held and re.fullmatch(r"(Shift\+)?(F\d+|Esc)", written) is None
