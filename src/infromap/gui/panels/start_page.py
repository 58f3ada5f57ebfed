"""What an empty window shows: how to begin."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCommandLinkButton, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from infromap.assets import bundled_article
from infromap.gui.as_text import menu_text, tooltip_of
from infromap.gui.commands import Commands, plain_text
from infromap.gui.icons import action_icon, program_icon
from infromap.gui.settings import WindowSettings, is_there

_WIDTH = 440
_OFFERED = {"open": "open", "open_clipboard": "clipboard", "open_address": "address"}  # action: its symbol
_SYMBOL = "symbol"
_NATIVE = QKeySequence.SequenceFormat.NativeText


class StartPage(QScrollArea):
    """A few buttons: open something, the files that were open last, and an example."""

    file_chosen = Signal(object)  # Path

    def __init__(self, commands: Commands, settings: WindowSettings, parent=None):
        super().__init__(parent)
        self._settings = settings
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._recent_title = _title(self.tr("Opened last"))
        self._recent_buttons: list[QCommandLinkButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(QLabel(pixmap=program_icon().pixmap(72, 72)))
        column.addWidget(_title("infromap", factor=1.9))
        column.addWidget(_line(self.tr("From an article about infrastructure finance to a map that can be trusted.")))
        column.addSpacing(12)
        for name, symbol in _OFFERED.items():
            column.addWidget(self._button_of(commands[name], symbol))
        brief = self.tr("Open the bundled brief"), self.tr("AIIB in Kazakhstan, 9 February 2026")
        self.example = self._button(*brief, "example")
        self.example.clicked.connect(lambda: self.file_chosen.emit(bundled_article()))
        column.addWidget(self.example)
        column.addWidget(_line(self.tr("Or drop files here: articles, projects, GIS files.")))
        column.addSpacing(12)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch()
        self._lay_out(column)

    def show_recent(self) -> None:
        """Offer the files that were open last and are still there."""
        for button in self._recent_buttons:
            button.deleteLater()
        self._recent_buttons.clear()
        paths = [path for path in self._settings.recent_files() if is_there(path)]
        for path in paths:
            button = self._button(path.name, str(path.parent), "file")
            button.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            self._recent.addWidget(button)
            self._recent_buttons.append(button)
        self._recent_title.setVisible(bool(paths))

    def _lay_out(self, column: QVBoxLayout) -> None:
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column)
        page = QWidget()
        around = QHBoxLayout(page)
        around.setContentsMargins(16, 32, 16, 16)
        around.addStretch(1)
        around.addWidget(middle, 1_000)  # as wide as it may be
        around.addStretch(1)
        self.setWidget(page)

    def _button(self, text: str, note: str, symbol: str) -> QCommandLinkButton:
        button = QCommandLinkButton(menu_text(text), note)
        button.setToolTip(tooltip_of(f"{text} ({note})" if note else text))
        button.setProperty(_SYMBOL, symbol)
        self._colour(button)
        return button

    def _button_of(self, action: QAction, symbol: str) -> QCommandLinkButton:
        button = self._button(plain_text(action.text()), action.shortcut().toString(_NATIVE), symbol)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _colour(self, button: QCommandLinkButton) -> None:
        button.setIcon(action_icon(button.property(_SYMBOL), self.palette().windowText().color()))

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(QCommandLinkButton):
                self._colour(button)


def _title(text: str, *, factor: float = 1.15) -> QLabel:
    label = QLabel(text, textFormat=Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * factor)
    label.setFont(font)
    return label


def _line(text: str) -> QLabel:
    return QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
