"""The window's commands: every action by its name, in its menu, with its keys."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from infromap.gui.icons import action_icon

if TYPE_CHECKING:
    from infromap.gui.program.preferences import Preferences

Keys = QKeySequence.StandardKey


def plain_text(text: str) -> str:
    """Return the text of an action or a menu without mnemonic and dots: ``"打开"`` for ``"打开(&O)…"``."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\s?\(&\w\)", "", text)).rstrip("…")


class Commands(QObject):
    """Makes actions, puts them where users look for them, and enables those whose needs are met.

    A need is a word, ``"map"`` for instance: an action that names it is enabled while it is met. Each room of
    the window adds its own actions; menus are filled in that order.
    """

    def __init__(self, window: QMainWindow, preferences: "Preferences"):
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        preferences.keys_changed.connect(self._give_keys)
        self.actions: dict[str, QAction] = {}  # by name: "export_html"; the order is that of the menus' making
        self._own_keys: dict[str, QKeySequence] = {}  # of each action, where the user wants no others
        self._more_keys: dict[str, QKeySequence] = {}  # beside its own
        self._icons: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}  # of the actions of each menu, in their order
        self._needs: dict[str, tuple[str, ...]] = {}
        self._met: set[str] = set()
        bar = window.menuBar()
        self.menus: dict[str, QMenu] = {
            "file": bar.addMenu(self.tr("&File")),
            "edit": bar.addMenu(self.tr("&Edit")),
            "view": bar.addMenu(self.tr("&View")),
            "layer": bar.addMenu(self.tr("&Layer")),
            "tools": bar.addMenu(self.tr("&Tools")),
            "help": bar.addMenu(self.tr("&Help")),
        }
        for menu in self.menus.values():
            menu.setToolTipsVisible(True)
        self.toolbar = QToolBar(self.tr("Toolbar"))
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setToolButtonStyle(self.toolbar.toolButtonStyle().ToolButtonTextBesideIcon)
        window.addToolBar(self.toolbar)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def add(
        self,
        menu: str,
        name: str,
        text: str,
        run: Callable[[], object],
        keys: Keys | str | None = None,
        *,
        icon: str | None = None,
        short: str | None = None,
        needs: str | Iterable[str] = (),
    ) -> QAction:
        """Make an action at the end of a menu.

        Parameters
        ----------
        menu
            Where it stands: file, edit, view, layer, tools, help, or a submenu that was added.
        name
            How the program calls it, unique and for ever, as users' own keys are kept by it: ``"export_html"``.
        text
            How people read it, with its mnemonic: ``"Export &HTML…"``.
        run
            What it does.
        keys
            Its shortcut, if it has one.
        icon
            Its symbol in ``resources/icons/actions``.
        short
            Its text in the toolbar; without one it does not stand there.
        needs
            Words of what must be there for it to work.
        """
        action = QAction(text, self._window)
        action.triggered.connect(lambda _checked=False: run())
        self._needs[name] = (needs,) if isinstance(needs, str) else tuple(needs)
        self.adopt(menu, name, action, keys)
        self._enable(name)
        if icon:
            self._icons[name] = icon
            self._draw_icon(name)
        if short:
            action.setIconText(short)
            self.toolbar.addAction(action)
        return action

    def adopt(self, menu: str, name: str, action: QAction, keys: Keys | str | None = None) -> None:
        """Take an action of Qt's making, which enables itself, at the end of a menu."""
        action.setObjectName(name)
        self.actions[name] = action
        self._names.setdefault(menu, []).append(name)
        self.set_keys(name, QKeySequence(keys) if keys is not None else QKeySequence())
        self.menus[menu].addAction(action)
        self._window.addAction(action)

    def separate(self, menu: str) -> None:
        """Begin another group of actions in a menu."""
        self.menus[menu].addSeparator()

    def add_submenu(self, menu: str, name: str, title: str) -> QMenu:
        """Make a menu at the end of another one; actions are then added to it by its name."""
        submenu = self.menus[name] = self.menus[menu].addMenu(title)
        submenu.setToolTipsVisible(True)
        return submenu

    def by_menu(self) -> list[tuple[str, list[str]]]:
        """Return the title of each menu that has actions, and the names of these."""
        return [
            (plain_text(menu.title()), self._names[name]) for name, menu in self.menus.items() if name in self._names
        ]

    def own_keys(self, name: str) -> QKeySequence:
        """Return the shortcut that an action has where the user wants no other."""
        return self._own_keys[name]

    def set_keys(self, name: str, keys: QKeySequence) -> None:
        """Give an action its shortcut, an empty one for none; one of the user's choice goes before it."""
        self._own_keys[name] = keys
        self._give_keys(name)

    def add_keys(self, name: str, keys: str) -> None:
        """Let other keys than an action's own do the same, as long as the user wants no others."""
        self._more_keys[name] = QKeySequence(keys)
        self._give_keys(name)

    def colour_icons(self) -> None:
        """Draw all symbols again, in the colour that text has now."""
        for name in self._icons:
            self._draw_icon(name)

    def _draw_icon(self, name: str) -> None:
        colour = self._window.palette().windowText().color()
        self.actions[name].setIcon(action_icon(self._icons[name], colour))

    def _give_keys(self, name: str) -> None:
        action = self.actions.get(name)
        if action is None:
            return
        chosen = self._preferences.keys(name)
        keys = self._own_keys[name] if chosen is None else chosen
        more = self._more_keys.get(name)
        action.setShortcuts([keys, more] if more and chosen is None else [keys])
        plain = plain_text(action.text())
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({shown})" if shown else plain)

    def set_met(self, need: str, is_met: bool) -> None:
        """Say that what a need asks for is there, or is not any more."""
        (self._met.add if is_met else self._met.discard)(need)
        for name, needs in self._needs.items():
            if need in needs:
                self._enable(name)

    def _enable(self, name: str) -> None:
        self.actions[name].setEnabled(self._met.issuperset(self._needs[name]))
