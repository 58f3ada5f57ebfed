"""Shows what was logged since the program started."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from infromap.gui.program.session_log import SessionLog

_SIZE = (860, 480)


class LogWindow(QDialog):
    """A text that grows while it is looked at, with a filter by level."""

    def __init__(self, log: "SessionLog", parent: QWidget | None = None):
        super().__init__(parent)
        self._log = log
        self.setWindowTitle(self.tr("Log of this session"))
        self.resize(*_SIZE)
        self.level = QComboBox()
        for text, level in (
            (self.tr("Everything"), logging.INFO),
            (self.tr("Warnings and errors"), logging.WARNING),
            (self.tr("Errors only"), logging.ERROR),
        ):
            self.level.addItem(text, level)
        label = QLabel(self.tr("&Show:"))
        label.setBuddy(self.level)
        self.text = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setPlaceholderText(self.tr("Nothing of this kind was logged."))
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        bar = QHBoxLayout()
        for widget in (label, self.level, self.copy, close):
            bar.addWidget(widget)
        bar.insertStretch(2)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(bar)
        self.level.currentIndexChanged.connect(self._show)
        log.teller.told.connect(self._add)
        self._show()

    def _show(self) -> None:
        self.text.setPlainText(self._log.text(self.level.currentData()))
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _add(self, record: logging.LogRecord) -> None:
        if record.levelno >= self.level.currentData():
            self.text.appendPlainText(self._log.format(record))
