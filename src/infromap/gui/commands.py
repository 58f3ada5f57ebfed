"""The window's commands: menus, toolbar and keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QToolBar

from infromap.gui.icons import action_icon

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow

Keys = QKeySequence.StandardKey


class Commands:
    """Makes the actions of a window once and puts them where users look for them."""

    def __init__(self, window: "MainWindow"):
        self._window = window
        tr = window.tr
        self.open = self._action(tr("&Open…"), window.choose_file, Keys.Open, icon="open", short=tr("Open"))
        self.open_clipboard = self._action(tr("New from Clip&board"), window.open_clipboard, "Ctrl+Shift+V")
        self.open_address = self._action(tr("Open &Address…"), window.choose_address, "Ctrl+L")
        self.open_address.setEnabled(window.is_online)
        if not window.is_online:
            self.open_address.setToolTip(tr("infromap is offline; start it with --online"))
        self.save = self._action(tr("&Save Project"), window.save, Keys.Save)
        self.save_as = self._action(tr("Save Project &As…"), window.save_as, "Ctrl+Shift+S")
        self.export_html = self._action(
            tr("&Export HTML…"), window.choose_html, "Ctrl+Shift+E", icon="export", short=tr("Export HTML")
        )
        self.export_picture = self._action(tr("Export &Picture…"), window.choose_picture)
        self.quit = self._action(tr("&Quit"), window.close, "Ctrl+Q")
        self.zoom_all = self._action(
            tr("Zoom to &All"), window.map.zoom_to_all, "Ctrl+Shift+F", icon="zoom-all", short=tr("All")
        )
        self.zoom_selection = self._action(
            tr("Zoom to &Selection"), window.zoom_to_selection, "Ctrl+J", icon="zoom-selection", short=tr("Selection")
        )
        self.clear = self._action(tr("&Clear Selection"), lambda: window.select_feature(""), "Escape")
        self.find = self._action(tr("&Filter Projects"), window.projects.start_filter, Keys.Find)
        self.look_up = self._action(tr("&Look Up Places Online…"), window.look_up_places, "Ctrl+Shift+L")
        self.full_screen = self._action(tr("&Full Screen"), window.toggle_full_screen, "F11")
        self.about = self._action(tr("&About infromap"), window.show_about)
        self.recent = QMenu(tr("Open &Recent"), window)
        self.recent.aboutToShow.connect(self._fill_recent)

    def fill_menus(self, docks: list[QDockWidget]) -> None:
        """Fill the menu bar and the toolbar."""
        tr, bar = self._window.tr, self._window.menuBar()
        file = bar.addMenu(tr("&File"))
        file.addActions([self.open, self.open_clipboard, self.open_address])
        file.setToolTipsVisible(True)
        file.addMenu(self.recent)
        file.addSeparator()
        file.addActions([self.save, self.save_as])
        file.addSeparator()
        file.addActions([self.export_html, self.export_picture])
        file.addSeparator()
        file.addAction(self.quit)
        edit = bar.addMenu(tr("&Edit"))
        edit.addActions([self.find, self.clear])
        view = bar.addMenu(tr("&View"))
        view.addActions([self.zoom_all, self.zoom_selection])
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in docks])
        view.addSeparator()
        view.addAction(self.full_screen)
        tools = bar.addMenu(tr("&Tools"))
        tools.addAction(self.look_up)
        tools.setToolTipsVisible(True)
        bar.addMenu(tr("&Help")).addAction(self.about)
        self._fill_toolbar()

    def set_document_open(self, is_open: bool) -> None:
        """Enable what needs a document."""
        for action in (self.save, self.save_as, self.export_html, self.export_picture, self.zoom_all, self.find):
            action.setEnabled(is_open)
        self.set_selected(False)
        self.set_doubtful(False)

    def set_selected(self, is_selected: bool) -> None:
        """Enable what needs a chosen project."""
        for action in (self.zoom_selection, self.clear):
            action.setEnabled(is_selected)

    def set_doubtful(self, is_doubtful: bool) -> None:
        """Enable looking up where the network is allowed and a name has no sure place."""
        tr = self._window.tr
        self.look_up.setEnabled(self._window.is_online and is_doubtful)
        if not self._window.is_online:
            self.look_up.setToolTip(tr("infromap is offline; start it with --online"))
        elif not is_doubtful:
            self.look_up.setToolTip(tr("The gazetteer knows every place of this article"))
        else:
            self.look_up.setToolTip(tr("Ask an online geocoder for the places that the gazetteer does not know"))

    def _fill_toolbar(self) -> None:
        toolbar = QToolBar(self._window.tr("Toolbar"))
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        toolbar.setToolButtonStyle(toolbar.toolButtonStyle().ToolButtonTextBesideIcon)
        toolbar.addActions([self.open, self.export_html])
        toolbar.addSeparator()
        toolbar.addActions([self.zoom_all, self.zoom_selection])
        self._window.addToolBar(toolbar)

    def _fill_recent(self) -> None:
        self.recent.clear()
        files = self._window.settings.recent_files()
        for number, path in enumerate(files, start=1):
            action = self.recent.addAction(f"&{number} {path.name.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open_recent(path))
        if not files:
            self.recent.addAction(self._window.tr("Nothing yet")).setEnabled(False)
        self.recent.setToolTipsVisible(True)

    def _open_recent(self, path: Path) -> None:
        if path.exists():
            self._window.open_file(path)
        else:
            self._window.forget_file(path)

    def _action(
        self,
        text: str,
        run: Callable[[], object],
        keys: Keys | str | None = None,
        *,
        icon: str | None = None,
        short: str | None = None,
    ) -> QAction:
        action = QAction(text, self._window)
        action.triggered.connect(lambda _checked=False: run())
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if icon:
            action.setIcon(action_icon(icon, self._window.palette().windowText().color()))
        if short:
            action.setIconText(short)
        plain = text.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({action.shortcut().toString()})" if keys else plain)
        self._window.addAction(action)
        return action
