"""The commands that bring the keyboard to the map or to a panel."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QWidget

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow

_MOST_KEYS = 9


class PanelKeys(QObject):
    """Fills View > Go to Panel: Alt+1 is the map, the panels follow in the order of the View menu."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._commands = window.commands
        self._commands.add_submenu("view", "panel", self.tr("Go to &Panel"))
        self._commands.add("panel", "panel_map", self.tr("Map"), lambda: _focus(window.map), "Alt+1")
        for number, dock in enumerate(window.findChildren(QDockWidget), start=2):
            name, keys = f"panel_{dock.objectName()}", f"Alt+{number}" if number <= _MOST_KEYS else None
            self._commands.add("panel", name, dock.windowTitle(), partial(_show, dock), keys)


def _show(dock: QDockWidget) -> None:
    dock.show()
    dock.raise_()
    _focus(dock.widget())


def _focus(widget: QWidget) -> None:
    """Give the keyboard to a widget, or to the first of those in it that take it."""
    candidates = [widget.focusProxy() or widget, *widget.findChildren(QWidget)]
    for each in candidates:
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            each.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
