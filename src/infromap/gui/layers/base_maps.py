"""What lies under the map: the program's own map alone, tiles of a server, or tiles of a file."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QInputDialog

from infromap.errors import InfromapError
from infromap.model.tiles import BaseMap, TileLayer

if TYPE_CHECKING:
    from infromap.gui.page.tile_file import TileFile
    from infromap.gui.window import MainWindow

logger = logging.getLogger(__name__)

ONLINE = ("Esri.WorldGrayCanvas", "Esri.WorldStreetMap", "OpenTopoMap", "Esri.WorldTopoMap", "Esri.WorldImagery")


class BaseMaps(QObject):
    """The base map of the window's map: which it is, what of it may be shown now, and the commands that change it."""

    changed = Signal()  # the tiles that are shown are others than before

    def __init__(self, window: "MainWindow", *, tiles: TileLayer | None = None, tile_file: "TileFile | None" = None):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._given = BaseMap(tiles=tiles, tile_file=tile_file.path if tile_file else None)
        self._files: dict[Path, TileFile] = {tile_file.path: tile_file} if tile_file else {}
        self._shown: TileLayer | None = None
        self._shown_file: TileFile | None = None
        self._group = QActionGroup(self)
        self._add_commands()
        window.network.changed.connect(self.settle)
        self._map.opened.connect(self.settle)
        self._map.changed.connect(lambda _before, _after: self.settle())
        self.settle()

    @property
    def current(self) -> BaseMap:
        """The base map of the map that is shown, whether or not all of it can be shown now."""
        return self._map.state.base_map or self._given

    @property
    def online_tiles(self) -> TileLayer | None:
        """The tiles of a server that belong to the map, also while the network may not be asked."""
        tiles = self.current.tiles
        return replace(tiles, opacity=self.current.opacity) if tiles else None

    @property
    def tiles(self) -> TileLayer | None:
        """The tiles that the page shows now."""
        file = self.tile_file
        if file:
            return replace(file.layer, opacity=self.current.opacity)
        return self.online_tiles if self._window.network.is_online else None

    @property
    def tile_file(self) -> "TileFile | None":
        """The file whose tiles are shown."""
        path = self.current.tile_file
        if path is None:
            return None
        if path not in self._files:
            try:
                self._files[path] = _open(path)
            except InfromapError as error:
                logger.warning("the tiles of the map cannot be shown: %s", error)
                return None
        return self._files[path]

    def choose(self, base_map: BaseMap) -> None:
        """Give the map another base map, by one step that can be undone."""
        if base_map == self.current:
            return
        if self._map.base is None:
            self._given = base_map
            self.settle()
        else:
            self._map.change(
                replace(self._map.state, base_map=base_map),
                lambda: QCoreApplication.translate("BaseMaps", "Change the Base Map"),
            )

    def set_opacity(self, opacity: float) -> None:
        """Let the program's own map show through the tiles."""
        self.choose(replace(self.current, opacity=opacity))

    def ask_opacity(self) -> None:
        """Ask how much of the program's own map is to show through the tiles; nothing happens without tiles."""
        if self.tiles is None:
            self._window.statusBar().showMessage(self.tr("Layer > Base Map lays tiles over the built-in map."), 10_000)
            return
        title, label = self.tr("Opacity of the tiles"), self.tr("Opacity of the tiles, in percent:")
        before = round(self.current.opacity * 100)
        percent, is_accepted = QInputDialog.getInt(self._window, title, label, before, 0, 100, 5)
        if is_accepted:
            self.set_opacity(percent / 100)

    def choose_file(self) -> None:
        """Ask for a file of tiles, and lay them over the base map."""
        from infromap.gui.page.tile_file import SUFFIXES

        kinds = self.tr("Tiles ({suffixes})").format(suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        title = self.tr("Add a file of tiles")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._window.folder()), kinds)
        if name:
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Lay the tiles of a file over the base map."""
        try:
            self._files[path] = _open(path)
        except InfromapError as error:
            self._window.report_error(error)
            return
        self.choose(replace(self.current, tiles=None, tile_file=path))

    def settle(self) -> None:
        """Let through what the map asks for, and nothing else; tell if the tiles on the page are others now."""
        tiles = self.tiles
        view, file = self._window.map, self.tile_file
        view.interceptor.set_origins(tiles.origins if tiles and file is None else ())
        view.set_tile_file(file)
        self._mark()
        before, self._shown = self._shown, tiles
        is_same_file, self._shown_file = self._shown_file is file, file  # two files may say the same of themselves
        if is_same_file and tiles and before and replace(tiles, opacity=before.opacity) == before:
            view.call("setTileOpacity", tiles.opacity)
        elif tiles != before or not is_same_file:
            self.changed.emit()

    def _add_commands(self) -> None:
        commands = self._window.commands
        commands.add_submenu("layer", "base_map", self.tr("&Base Map"))
        self._built_in = self._add_choice("base_map_own", self.tr("&Built-in Map Alone"), self._choose_own)
        commands.separate("base_map")
        self._servers: dict[str, QAction] = {}
        for name in ONLINE:
            choose = partial(self._choose_server, name)
            self._servers[name] = self._add_choice(f"base_map_{name}", name.replace(".", " "), choose, needs="network")
        commands.separate("base_map")
        commands.add("base_map", "base_map_opacity", self.tr("&Opacity…"), self.ask_opacity)
        commands.add("layer", "add_tiles", self.tr("Add &Tile File…"), self.choose_file)

    def _add_choice(self, name: str, title: str, choose: Callable[[], None], *, needs: str | tuple = ()) -> QAction:
        action = self._window.commands.add("base_map", name, title, choose, needs=needs)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    def _choose_own(self) -> None:
        self.choose(replace(self.current, tiles=None, tile_file=None))

    def _choose_server(self, name: str) -> None:
        from infromap.render import find_tile_layer  # reads a long list: only for who wants one of it

        self.choose(replace(self.current, tiles=find_tile_layer(name), tile_file=None))

    def _mark(self) -> None:
        """Check the base map that is shown in the menu."""
        tiles = self.tiles
        chosen = self._built_in if tiles is None else self._servers.get(tiles.name)
        for action in self._group.actions():
            action.setChecked(action is chosen)


def _open(path: Path) -> "TileFile":
    from infromap.gui.page.tile_file import open_tile_file  # brings SQLite, which most maps do without

    return open_tile_file(path)
