"""View > Bookmarks: views of the map to come back to, kept with the map."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QInputDialog, QMenu

from infromap.gui.as_text import menu_text, tooltip_of
from infromap.gui.figures import write_place

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from infromap.gui.open_map import StepName
    from infromap.gui.window import MainWindow
    from infromap.model.bookmark import Bookmark

MOST_LETTERS = 200  # of a name, as in the project file
_SHOWN_LETTERS = 60  # of a name in the menu, and of the dialog's title, which asks for no room of its own


class Bookmarks(QObject):
    """Adds, shows, renames and removes bookmarks; each change is a step that can be undone."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._view = (0.0, 0.0, 2.0)  # lon, lat, zoom of what is seen
        self._actions: list[QAction] = []
        window.map.view_changed.connect(self._follow)
        window.position.menu_asked.connect(self._offer)
        self._menu = window.commands.add_submenu("view", "bookmarks", self.tr("&Bookmarks"))
        add = window.commands.add
        add("bookmarks", "add_bookmark", self.tr("&Add Bookmark…"), self.ask_name, "Ctrl+B", needs="map")
        add("bookmarks", "manage_bookmarks", self.tr("&Manage Bookmarks…"), self.manage, needs="bookmarks")
        window.commands.separate("bookmarks")
        window.commands.separate("view")
        self._map.opened.connect(self._fill_menu)
        self._map.changed.connect(lambda _before, _after: self._fill_menu())

    @property
    def all(self) -> "tuple[Bookmark, ...]":
        """The bookmarks of the map, the oldest first."""
        return self._map.state.bookmarks

    def ask_name(self, place: tuple[float, float] | None = None) -> None:
        """Ask for the name of what is seen, or of a place (lon, lat), and keep it."""
        lon, lat = place or self._view[:2]
        name = self._ask_name(self.tr("Add bookmark"), write_place(lon, lat, digits=3))
        if name:
            from infromap.model.bookmark import Bookmark

            self.add(Bookmark(name=name, lon=lon, lat=lat, zoom=self._view[2]))

    def add(self, bookmark: "Bookmark") -> None:
        """Keep a bookmark."""
        self._change((*self.all, bookmark), lambda: QCoreApplication.translate("Bookmarks", "Add bookmark"))

    def rename(self, number: int, name: str) -> None:
        """Give a bookmark another name."""
        renamed = replace(self.all[number], name=name[:MOST_LETTERS])
        self._change(
            (*self.all[:number], renamed, *self.all[number + 1 :]),
            lambda: QCoreApplication.translate("Bookmarks", "Rename bookmark"),
        )

    def remove(self, number: int) -> None:
        """Forget a bookmark."""
        self._change(
            (*self.all[:number], *self.all[number + 1 :]),
            lambda: QCoreApplication.translate("Bookmarks", "Remove bookmark"),
        )

    def go(self, bookmark: "Bookmark") -> None:
        """Show what a bookmark marks, with a pin that says its name."""
        self._window.mark.show(bookmark.lon, bookmark.lat, bookmark.name, bookmark.zoom)

    def manage(self) -> None:
        """Show the bookmarks with what can be done to them."""
        from infromap.gui.tools.bookmarks_dialog import BookmarksDialog

        dialog = BookmarksDialog(self.all, self._window)
        dialog.chosen.connect(lambda number: self.go(self.all[number]))
        dialog.renamed.connect(self.rename)
        dialog.removed.connect(self.remove)
        self._map.changed.connect(dialog.follow)
        dialog.exec()
        dialog.deleteLater()  # and nothing is told to it any more

    def _ask_name(self, title: str, text: str) -> str:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(text)
        dialog.resize(dialog.fontMetrics().averageCharWidth() * _SHOWN_LETTERS, dialog.sizeHint().height())
        is_accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.textValue().strip()[:MOST_LETTERS] if is_accepted else ""

    def _change(self, bookmarks: "tuple[Bookmark, ...]", name: "StepName") -> None:
        self._map.change(replace(self._map.state, bookmarks=bookmarks), name)

    def _follow(self, lon: float, lat: float, zoom: float, _metres_per_pixel: float) -> None:
        turned = (lon + 180) % 360 - 180
        self._view = (turned, lat, zoom)

    def _fill_menu(self) -> None:
        for action in self._actions:
            self._menu.removeAction(action)
            action.deleteLater()
        self._actions = [self._menu_entry(bookmark) for bookmark in self.all]
        self._window.commands.set_met("bookmarks", bool(self.all))

    def _menu_entry(self, bookmark: "Bookmark") -> "QAction":
        name = bookmark.name if len(bookmark.name) <= _SHOWN_LETTERS else f"{bookmark.name[:_SHOWN_LETTERS]}…"
        action = self._menu.addAction(menu_text(name))
        action.setToolTip(tooltip_of(bookmark.name))
        action.triggered.connect(self._goes_to(bookmark))
        return action

    def _goes_to(self, bookmark: "Bookmark") -> Callable[[], None]:
        return lambda: self.go(bookmark)

    def _offer(self, menu: QMenu, lon: float, lat: float) -> None:
        menu.addAction(self.tr("Add &Bookmark Here…"), lambda: self.ask_name((lon, lat)))
