"""Starts Qt and opens the windows."""

import gc
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

import infromap
from infromap.errors import InfromapError
from infromap.gui.environment import give_back_memory, log_qt_messages, prepare_environment
from infromap.gui.files.network import Network
from infromap.gui.page.scheme import register_scheme
from infromap.gui.program.language import Translation
from infromap.gui.program.preferences import Preferences
from infromap.gui.program.rubbish import RubbishCollector
from infromap.gui.program.session_log import SessionLog
from infromap.gui.settings import WindowSettings
from infromap.gui.worker import Worker
from infromap.lean_import import loaded_later

_BESIDE = 32  # pixels between a window and the next one
_PATIENCE_MS = 100
_STARTED_MS = 5_000  # what need not be done at once must not delay the start

if TYPE_CHECKING:
    from infromap.ahead import Ahead
    from infromap.doctor import Finding
    from infromap.gazetteer.online import OnlineService
    from infromap.gui.page.tile_file import TileFile
    from infromap.gui.window import MainWindow
    from infromap.model.tiles import TileLayer
    from infromap.route import Tracer

logger = logging.getLogger(__name__)


def run_window(
    files: Sequence[str],
    *,
    ahead: "Ahead | None" = None,
    layers: Sequence[Path] = (),
    language: str | None = None,
    online: threading.Event | None = None,
    geocoder: "OnlineService | None" = None,
    tracer: "Tracer | None" = None,
    tiles: "TileLayer | None" = None,
    tile_file: Path | None = None,
    crs: str | None = None,
) -> int:
    """Open each file in a window and return when the last one is closed.

    Parameters
    ----------
    files
        Articles: paths, or web addresses where the network is allowed.
    ahead
        What is shown first, an article or layers, if another process reads it already.
    layers
        GIS files; their layers lie on the first article's map, or make a map where there is no article.
    language
        Of window and page: en, ru, kk or zh; without it the one chosen last, or the system's.
    online
        Set while the network may be asked, which the user decides in the window; not set if it is left out.
    geocoder
        Which online geocoder fills the gaps of every article; none unless the user asks for it in the window.
    tracer
        Knows the real course of roads and railways; without one all lines are schematic.
    tiles
        Online tiles over the base map; without them the map asks nothing of the network.
    tile_file
        An MBTiles or PMTiles file of the user's, whose tiles lie over the base map instead.
    crs
        The coordinate system of GIS files that do not state theirs; the window asks if it is left out.

    Returns
    -------
    int
        Exit status.
    """
    opened = None
    if tile_file:
        from infromap.gui.page.tile_file import open_tile_file

        opened = open_tile_file(tile_file)
    prepare_environment()
    log_qt_messages()
    register_scheme()
    log = SessionLog()
    log.listen()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("infromap")
    application.setApplicationVersion(infromap.__version__)
    application.setDesktopFileName("infromap")
    rubbish = RubbishCollector(application)  # of which a start makes none
    from infromap.gui.icons import program_icon

    application.setWindowIcon(program_icon())
    sys.excepthook = _report
    windows = Windows(language, online=online, geocoder=geocoder, tracer=tracer, tiles=tiles, tile_file=opened, crs=crs)
    for number, file in enumerate(files):
        on_it = layers if number == 0 else ()
        if file.lower().startswith(("http://", "https://")):
            windows.new().opening.fetch_address(file, layers=on_it)
        else:
            windows.new(ahead=None if number else ahead, opens=partial(_open_file, Path(file), on_it))
    if layers and not files:
        windows.new(ahead=ahead, opens=lambda window: window.opening.open_layers(layers))
    if not windows.open_windows:
        windows.open_empty()
    QTimer.singleShot(_STARTED_MS, rubbish.start)
    QTimer.singleShot(_STARTED_MS, windows.check_own_files)
    windows.offer_unsaved()
    status = application.exec()
    windows.close()
    log.stop()
    return status


def _collect_window() -> None:
    """Collect what a window leaves, its map and layers with it, also of one that was there at the start."""
    gc.unfreeze()
    gc.collect()
    give_back_memory()


def _open_file(path: Path, layers: Sequence[Path], window: "MainWindow") -> None:
    window.opening.open_file(path, layers=layers)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Take what nobody has caught: what the user can be told is told, the rest is a fault of ours for the log."""
    if isinstance(error, InfromapError):
        from infromap.gui.dialogs import show_error

        QTimer.singleShot(0, lambda: show_error(QApplication.activeWindow(), error))
    else:
        logger.error("a fault of ours", exc_info=(kind, error, trace))


class Windows:
    """The open windows; a window lives here until it is closed, or until one in another language takes its place."""

    def __init__(
        self,
        language: str | None = None,
        *,
        settings: WindowSettings | None = None,
        online: threading.Event | None = None,
        geocoder: "OnlineService | None" = None,
        tracer: "Tracer | None" = None,
        tiles: "TileLayer | None" = None,
        tile_file: "TileFile | None" = None,
        crs: str | None = None,
    ):
        self._settings = settings or WindowSettings()
        self.preferences = Preferences(self._settings, language=language)
        self.preferences.apply()
        self.translation = Translation()
        self.translation.install(self.preferences.language)
        self.preferences.language_changed.connect(self._speak)
        self._network = Network(online)
        self._geocoder = geocoder
        self._tracer = tracer
        self._tiles = tiles
        self._tile_file = tile_file
        self._checker = Worker()
        self.open_windows: list[MainWindow] = []
        self._crs = crs

    def open(self, file: Path) -> None:
        """Open a file in a new window, which is on the screen before the file is read."""
        self.new().opening.open_file(file)

    def open_empty(self) -> None:
        """Show a window that says what can be opened."""
        before = QApplication.activeWindow()
        window = self.new()
        if before:
            window.move(before.pos() + QPoint(_BESIDE, _BESIDE))
        window.show_start()

    def _forget(self, window: "MainWindow") -> None:
        """Let go of a window that is gone, and of what Qt would keep for others: pictures of its docks and messages."""
        self.open_windows.remove(window)
        QPixmapCache.clear()
        QTimer.singleShot(0, _collect_window)

    def _speak(self, language: str) -> None:
        """Put a window in another language in the place of each; windows that read a file finish that first."""
        self.translation.install(language)
        for window in list(self.open_windows):
            self._replace(window)

    def _replace(self, old: "MainWindow") -> None:
        if old not in self.open_windows or old.language == self.preferences.language:
            return
        if old.worker.is_running:
            QTimer.singleShot(_PATIENCE_MS, lambda: self._replace(old))
            return
        self.new().take_over(old)
        old.close()

    def check_own_files(self) -> None:
        """Look beside the windows whether a file that came with the program is damaged, and say so."""
        from infromap.doctor import examine_own_files
        from infromap.gui.dialogs import tell_damage

        def tell(findings: "list[Finding]") -> None:
            wrong = [finding for finding in findings if not finding.is_ok]
            for finding in wrong:
                logger.warning("%s", finding)
            if wrong and self.open_windows:
                tell_damage(self.open_windows[0], wrong)

        self._checker.run("", examine_own_files, tell, lambda error: logger.error("no check", exc_info=error))

    def close(self) -> None:
        """Wait for what is done beside the windows."""
        self._checker.wait()

    def offer_unsaved(self) -> None:
        """Ask what becomes of maps whose windows ended without being asked, if there are any."""
        from infromap.gui.dialogs import ask_unsaved
        from infromap.gui.files.recovery import RecoveryFolder

        left = RecoveryFolder().left_behind()
        if not left:
            return
        answer = ask_unsaved([unsaved for _, unsaved in left])
        for slot, unsaved in left:
            if answer is None:
                slot.let_go()
            elif answer:
                self.new().opening.open_unsaved(slot, unsaved)
            else:
                slot.discard()

    def new(
        self, *, ahead: "Ahead | None" = None, opens: "Callable[[MainWindow], object] | None" = None
    ) -> "MainWindow":
        """Show a new window; ``opens`` begins to read what it will show, before the window is painted."""
        if ahead:  # the page is made while the window is
            given = self._tiles if self._network.is_online else None
            tiles = self._tile_file.layer if self._tile_file else given
            ahead.ask_page(language=self.preferences.language, tiles=tiles)
        with loaded_later("numpy"), loaded_later("shapely"):  # by the map that is on its way
            from infromap.gui.window import MainWindow

        window = MainWindow(
            self._settings,
            preferences=self.preferences,
            network=self._network,
            geocoder=self._geocoder,
            tracer=self._tracer,
            tiles=self._tiles,
            tile_file=self._tile_file,
            crs=self._crs,
            ahead=ahead,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._forget(window))
        window.opening.window_requested.connect(self.open)
        window.opening.empty_window_requested.connect(self.open_empty)
        self.open_windows.append(window)
        if opens:
            opens(window)
        window.show()
        return window
