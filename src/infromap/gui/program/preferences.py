"""What a user prefers in all windows: language, colours, size of text, keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from infromap.gui.program.appearance import TEXT_SCALES, Theme, apply_text_scale, apply_theme, next_scale
from infromap.gui.program.language import LANGUAGES, system_language

if TYPE_CHECKING:
    from infromap.gui.settings import WindowSettings


class Preferences(QObject):
    """One for all windows of the program; remembered from one start to the next."""

    language_changed = Signal(str)
    theme_changed = Signal(str)
    text_scale_changed = Signal(float)
    keys_changed = Signal(str)  # name of an action

    def __init__(self, settings: "WindowSettings", *, language: str | None = None, parent=None):
        """``language`` is for this run and not remembered; without it, the one chosen last, or the system's."""
        super().__init__(parent)
        self._settings = settings
        known = str(settings.value("language"))
        self.language = language or (known if known in LANGUAGES else system_language())
        chosen = str(settings.value("theme"))
        self.theme = Theme(chosen) if chosen in list(Theme) else Theme.SYSTEM
        self.text_scale = _read_scale(settings.value("text_scale"))

    def apply(self) -> None:
        """Give the application the colours and the text size that were chosen last."""
        if self.theme != Theme.SYSTEM:
            apply_theme(self.theme)
        if self.text_scale != 1:
            apply_text_scale(self.text_scale)

    def set_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._settings.set_value("language", language)
        if language != self.language:
            self.language = language
            self.language_changed.emit(language)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._settings.set_value("theme", theme.value)
        self.theme = theme
        apply_theme(theme)
        self.theme_changed.emit(theme.value)

    def step_text(self, step: int) -> None:
        """Make text larger (1), smaller (-1), or of the system's own size (0)."""
        scale = next_scale(self.text_scale, step) if step else 1.0
        self._settings.set_value("text_scale", str(scale))
        self.text_scale = scale
        apply_text_scale(scale)
        self.text_scale_changed.emit(scale)

    def keys(self, name: str) -> QKeySequence | None:
        """Return the shortcut that the user gave an action; None where it has its own."""
        written = self._settings.value(f"shortcuts/{name}")
        return None if written is None else QKeySequence(str(written), QKeySequence.SequenceFormat.PortableText)

    def set_keys(self, name: str, keys: QKeySequence | None) -> None:
        """Remember another shortcut of an action, an empty one for none; None gives it back its own."""
        portable = None if keys is None else keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._settings.set_value(f"shortcuts/{name}", portable)
        self.keys_changed.emit(name)


def _read_scale(written: object) -> float:
    try:
        scale = float(str(written))
    except ValueError:
        return 1.0
    return scale if TEXT_SCALES[0] <= scale <= TEXT_SCALES[-1] else 1.0
