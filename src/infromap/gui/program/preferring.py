"""The commands that change a preference: language, light or dark, size of text."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from infromap.gui.program.appearance import Theme
from infromap.gui.program.language import LANGUAGES

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


class Preferring(QObject):
    """Fills View > Language and View > Theme, and the three commands for the size of text."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._preferences = window.preferences
        commands = window.commands
        commands.separate("view")
        commands.add_submenu("view", "language", self.tr("&Language"))
        commands.add_submenu("view", "theme", self.tr("&Theme"))
        self._languages = self._add_choices("language", LANGUAGES, self._preferences.set_language)
        themes = {
            Theme.SYSTEM: self.tr("Like the &System"),
            Theme.LIGHT: self.tr("&Light"),
            Theme.DARK: self.tr("&Dark"),
        }
        self._themes = self._add_choices("theme", themes, self._preferences.set_theme)
        step = self._preferences.step_text
        commands.add("view", "larger_text", self.tr("La&rger Text"), lambda: step(1), "Ctrl++")
        commands.add_keys("larger_text", "Ctrl+=")  # the same key without Shift
        commands.add("view", "smaller_text", self.tr("S&maller Text"), lambda: step(-1), "Ctrl+-")
        commands.add("view", "normal_text", self.tr("&Normal Text"), lambda: step(0), "Ctrl+0")
        self._preferences.language_changed.connect(self._mark)
        self._preferences.theme_changed.connect(self._mark)
        self._mark()

    def _add_choices(self, menu: str, choices: dict, choose: Callable) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for value, text in choices.items():
            action = self._window.commands.add(menu, f"{menu}_{value}", text, partial(choose, value))
            action.setCheckable(True)
            group.addAction(action)
            actions[str(value)] = action
        return actions

    def _mark(self) -> None:
        self._languages[self._preferences.language].setChecked(True)
        self._themes[str(self._preferences.theme)].setChecked(True)
