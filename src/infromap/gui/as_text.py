"""Text from outside in widgets that would take what looks like markup for markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_LETTERS = 2_000  # of a tool tip; panels show more


def tooltip_of(text: str) -> str:
    """Return a tool tip in which a text from outside stays text: Qt would take it for HTML where it looks like it."""
    shown = f"{text[:_LETTERS]}…" if len(text) > _LETTERS else text
    return f"<qt>{escape(shown).replace(chr(10), '<br>')}</qt>" if shown else ""


def menu_text(text: str) -> str:
    """Return a text as an entry of a menu: on one line, without a key of its own."""
    return " ".join(text.split()).replace("&", "&&")


def window_title(text: str) -> str:
    """Return a text as a part of a window's title, on one line: Qt puts a mark for unsaved changes where [*] stands."""
    return " ".join(text.split()).replace("[*]", "[*][*]")


def ask_yes(parent: QWidget | None, question: str) -> bool:
    """Ask a question that names a file; return whether the user says yes."""
    box = QMessageBox(QMessageBox.Icon.Question, "infromap", question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    return box.exec() == QMessageBox.StandardButton.Yes
