"""What a panel says while it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel


class Hint(QLabel):
    """A few quiet words in the middle of a panel: what it is for, and how something gets into it."""

    def __init__(self, text: str = "", parent=None):
        super().__init__(text, parent, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(12)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # quiet, and still easy to read
