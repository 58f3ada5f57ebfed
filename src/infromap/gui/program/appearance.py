"""Light or dark, and how large text is: what concerns the whole application."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QDockWidget, QStyledItemDelegate, QStyleOptionViewItem

TEXT_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
_FONT = QFontDatabase.SystemFont.GeneralFont
_ROLES = QPalette.ColorRole
_DARK = {
    _ROLES.Window: "#23272b",
    _ROLES.WindowText: "#e8eaec",
    _ROLES.Base: "#1a1d20",
    _ROLES.AlternateBase: "#262a2e",
    _ROLES.Text: "#e8eaec",
    _ROLES.Button: "#30353a",
    _ROLES.ButtonText: "#e8eaec",
    _ROLES.BrightText: "#ff8a80",
    _ROLES.ToolTipBase: "#30353a",
    _ROLES.ToolTipText: "#e8eaec",
    _ROLES.PlaceholderText: "#a3abb3",
    _ROLES.Highlight: "#2f6fab",
    _ROLES.HighlightedText: "#ffffff",
    _ROLES.Accent: "#5aa2e0",
    _ROLES.Link: "#7db8ee",
    _ROLES.LinkVisited: "#b9a3ea",
    _ROLES.Light: "#4a5158",
    _ROLES.Midlight: "#3a4046",
    _ROLES.Mid: "#1c1f22",
    _ROLES.Dark: "#15171a",
    _ROLES.Shadow: "#0b0c0e",
}
_DARK_BOX = "#6b747c"
_FAINT = (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText, _ROLES.HighlightedText)


class Theme(StrEnum):
    """Which colours the program has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply_theme(theme: Theme) -> None:
    """Give all windows their colours, at once."""
    hints = QApplication.styleHints()
    wanted = _SCHEMES[theme]
    hints.setColorScheme(wanted)
    is_done = theme == Theme.SYSTEM or hints.colorScheme() == wanted
    if is_done:
        QApplication.setPalette(QPalette())
    else:  # no desktop that knows of schemes: plain X11, a screen that is not there
        QApplication.setPalette(_dark_palette() if theme == Theme.DARK else QApplication.style().standardPalette())
    _show_boxes()


def apply_text_scale(scale: float) -> None:
    """Give all windows' text a size, as a multiple of the system's own."""
    font = QFontDatabase.systemFont(_FONT)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(round(font.pixelSize() * scale))
    QApplication.setFont(font)


def follow_font(dock: QDockWidget, font: QFont) -> None:
    """Give a dock's title the font of its window.

    WORKAROUND: a dock draws its title for ever in the font that the application had when the dock was made, unless it
    has another one than the application's. A style hint makes it another one and changes nothing that is seen.
    """
    own = QFont(font)
    own.setStyleHint(QFont.StyleHint.System)
    dock.setFont(own)


def next_scale(scale: float, step: int) -> float:
    """Return the text scale one step larger (1) or smaller (-1); at either end the same."""
    nearest = min(range(len(TEXT_SCALES)), key=lambda place: abs(TEXT_SCALES[place] - scale))
    return TEXT_SCALES[min(max(nearest + step, 0), len(TEXT_SCALES) - 1)]


def is_dark() -> bool:
    """Tell whether windows are dark now, whoever decided so."""
    return QApplication.palette().color(_ROLES.Window).lightness() < 128


class BoxDelegate(QStyledItemDelegate):
    """Draws the items of a list whose empty boxes are seen in the dark too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if is_dark():  # nothing of an item but its box has the colour of the ground
            option.palette.setColor(_ROLES.Base, QColor(_DARK_BOX))


def _show_boxes() -> None:
    """Fill boxes that can be ticked so that an empty one is seen: in the dark Qt's own has the ground's colour."""
    palette = QPalette(QApplication.palette())
    if is_dark():
        palette.setColor(_ROLES.Base, QColor(_DARK_BOX))
    for kind in ("QCheckBox", "QRadioButton"):
        QApplication.setPalette(palette, kind)  # type: ignore[arg-type]  # PySide takes text; its types say bytes


def _dark_palette() -> QPalette:
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in _FAINT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#767f87"))
    return palette
