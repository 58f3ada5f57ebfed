"""The main window: connects map, list, details and text, which know nothing of one another."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QUndoView,
    QWidget,
)

from infromap.errors import InfromapError
from infromap.gui.busy import BusyIndicator
from infromap.gui.commands import Commands
from infromap.gui.correct.correcting import Correcting
from infromap.gui.dialogs import show_error
from infromap.gui.files.exporting import Exporting
from infromap.gui.files.looking_up import LookingUp
from infromap.gui.files.network import Network, NetworkSwitch
from infromap.gui.files.opening import Opening
from infromap.gui.files.pasted import read_pasted
from infromap.gui.files.saving import Saving
from infromap.gui.layers.base_maps import BaseMaps
from infromap.gui.layers.layering import Layering
from infromap.gui.open_map import OpenMap
from infromap.gui.page.live_look import LiveLook
from infromap.gui.page.map_view import MapView
from infromap.gui.page.place_mark import PlaceMark
from infromap.gui.page.zooming import Zooming
from infromap.gui.panels.article_panel import ArticlePanel
from infromap.gui.panels.details_panel import DetailsPanel
from infromap.gui.panels.focus_ring import FocusRing
from infromap.gui.panels.panel_keys import PanelKeys
from infromap.gui.panels.projects_panel import ProjectsPanel
from infromap.gui.panels.start_page import StartPage
from infromap.gui.program.appearance import follow_font
from infromap.gui.program.helping import Helping
from infromap.gui.program.preferences import Preferences
from infromap.gui.program.preferring import Preferring
from infromap.gui.selection import Selection
from infromap.gui.settings import WindowSettings
from infromap.gui.short_label import ShortLabel
from infromap.gui.showing import Showing
from infromap.gui.table.attribute_table import AttributeTable
from infromap.gui.tools.bookmarks import Bookmarks
from infromap.gui.tools.find_anything import FindAnything
from infromap.gui.tools.go_to import GoTo
from infromap.gui.tools.measuring import Measuring
from infromap.gui.tools.position import Position
from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.ahead import Ahead
    from infromap.gazetteer.online import OnlineService
    from infromap.gui.page.tile_file import TileFile
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import TileLayer
    from infromap.route import Tracer

logger = logging.getLogger(__name__)

_FIRST_SIZE = QSize(1400, 860)
_LEAST_LETTERS = 22  # in a line of Details and Article; narrower ones break every word
_PATIENCE_S = 0.5
_FRAME = QSize(8, 40)  # of a window, roughly: there is none to ask before it is shown


class MainWindow(QMainWindow):
    """One window shows one map."""

    document_shown = Signal(object)  # MapDocument: the panels show it, and the page loads
    _page_came = Signal(object)  # str; not Signal(str), which would copy a long one twice

    def __init__(
        self,
        settings: WindowSettings | None = None,
        *,
        preferences: Preferences | None = None,
        language: str = "en",
        network: Network | None = None,
        geocoder: "OnlineService | None" = None,
        tracer: "Tracer | None" = None,
        tiles: "TileLayer | None" = None,
        tile_file: "TileFile | None" = None,
        crs: str | None = None,
        ahead: "Ahead | None" = None,
        open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ):
        super().__init__()
        self.settings = settings or WindowSettings()
        self.preferences = preferences or Preferences(self.settings, language=language)
        self.language = language = self.preferences.language
        self.network = network or Network(parent=self)
        self.geocoder = geocoder  # asked for the places of each article while the network may be asked
        self.tracer = tracer
        self.ahead = ahead
        self.crs = crs  # of GIS files that do not state theirs
        self.start_page: StartPage | None = None
        self.open_address = open_address
        self.open_map = OpenMap(self)
        self.worker = Worker(self)  # reads and writes
        self.map = MapView(open_address=open_address)
        self.projects = ProjectsPanel(language)
        self.details = DetailsPanel(language)
        self.article = ArticlePanel()
        self.table = AttributeTable(language)
        self.zooming = Zooming(self.map, self)
        self.commands = Commands(self, self.preferences)
        self.opening = Opening(self)
        self.looking_up = LookingUp(self)
        self.saving = Saving(self)
        self.exporting = Exporting(self)
        self.base_maps = BaseMaps(self, tiles=tiles, tile_file=tile_file)
        self.layering = Layering(self)
        self.live_look = LiveLook(self)
        self.selection = Selection(self)
        self.mark = PlaceMark(self.map, self)
        self.open_map.opened.connect(self.mark.clear)
        self._add_commands()
        self.position = Position(self)
        self.go_to = GoTo(self)
        self.bookmarks = Bookmarks(self)
        self.correcting = Correcting(self)
        self._lay_out()
        self.measuring = Measuring(self)
        self.find_anything = FindAnything(self)
        PanelKeys(self)
        Preferring(self)
        Helping(self)
        FocusRing(self)
        self._connect()

    @property
    def document(self) -> "MapDocument | None":
        """The map that is shown."""
        return self.open_map.document

    # What the commands do

    def select_feature(self, feature_id: str, *, goes_to_map: bool = True) -> None:
        """Show a project everywhere; an empty id takes the choice back."""
        self.selection.choose_feature(feature_id, goes_to_map=goes_to_map)

    def toggle_full_screen(self) -> None:
        """Give the window the whole screen, or take it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_start(self) -> None:
        """Say what can be opened, where no map is."""
        if self.document or self.worker.is_running:
            return
        if self.start_page is None:
            self.start_page = StartPage(self.commands, self.settings)
            self.start_page.file_chosen.connect(self.opening.open_file)
            self.centre.addWidget(self.start_page)
        self.start_page.show_recent()
        self.centre.setCurrentWidget(self.start_page)

    def take_over(self, other: "MainWindow") -> None:
        """Show what another window shows, which may then go: its map and steps, view, choice and panels."""
        self.restoreGeometry(other.saveGeometry())
        self.restoreState(other.saveState())
        self.map.take_over(other.map)
        if other.document is None:
            self.show_start()
            return
        slot = other.saving.release()
        self.open_map.take_over(other.open_map)
        self.saving.go_on_with(slot)
        self.showing.render(keeps_view=True)  # instead of that of a map that was just opened
        self.table.take_over(other.table)
        self.selection.repeat(other.selection)
        self.measuring.take_over(other.measuring)
        self.correcting.take_over(other.correcting)
        other.open_map.undo.setClean()  # nothing is lost with it

    def show_ahead(self, page: str) -> None:
        """Show the page of a map that is on its way; on another thread, which goes on when the page is asked for.

        Whoever takes the map over meanwhile keeps Python to itself, and the page waiting.
        """
        self._page_came.emit(page)
        self.map.wait_until_asked(_PATIENCE_S)

    # What the rooms of the window ask of it

    def folder(self) -> Path:
        """Return the folder where people look for their files first."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.settings.folder() or Path(documents)

    def ask_target(self, title: str, kinds: str, suffix: str) -> Path | None:
        """Ask for a file to write; its name ends with the suffix. None if the user gives none."""
        stem = Path(self.document.reading.article.source).stem if self.document else "map"
        suggestion = self.folder() / f"{stem}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self, title, str(suggestion), kinds)
        if not name:
            return None
        return Path(name) if Path(name).suffix.lower() == suffix else Path(f"{name}{suffix}")

    def tell_written(self, path: Path) -> None:
        """Say that a file is written, and remember its folder."""
        self.settings.set_folder(path.parent)
        self.statusBar().showMessage(self.tr("Written: {path}").format(path=path), 15_000)

    def report_error(self, error: Exception) -> None:
        """Say what went wrong; a fault of ours goes into the log as well."""
        self.statusBar().clearMessage()
        if not isinstance(error, InfromapError):
            logger.error("a fault of ours", exc_info=error)
        show_error(self, error)

    # How it is put together

    def _add_commands(self) -> None:
        commands = self.commands
        add = commands.add
        add("file", "close", self.tr("&Close Window"), self.close, "Ctrl+W")
        add("file", "quit", self.tr("&Quit"), QApplication.closeAllWindows, "Ctrl+Q")
        for action, name, keys in (
            (self.open_map.undo.createUndoAction(self), "undo", QKeySequence.StandardKey.Undo),
            (self.open_map.undo.createRedoAction(self), "redo", "Ctrl+Shift+Z"),
        ):
            commands.adopt("edit", name, action, keys)
        commands.separate("edit")
        add("edit", "find", self.tr("&Filter Projects"), self.projects.start_filter, QKeySequence.StandardKey.Find,
            needs="map")  # fmt: skip
        add("edit", "clear", self.tr("&Clear Selection"), self.selection.clear, "Escape", needs="choice")
        commands.toolbar.addSeparator()
        add("view", "zoom_all", self.tr("Zoom to &All"), self.map.zoom_to_all, "Ctrl+Shift+F",
            icon="zoom-all", short=self.tr("All"), needs="map")  # fmt: skip
        add("view", "zoom_selection", self.tr("Zoom to &Selection"), self.selection.show_again, "Ctrl+J",
            icon="zoom-selection", short=self.tr("Selection"), needs="choice")  # fmt: skip
        commands.separate("view")
        add("view", "full_screen", self.tr("&Full Screen"), self.toggle_full_screen, "F11")

    def _lay_out(self) -> None:
        self.setWindowTitle("infromap[*]")
        self.setAcceptDrops(True)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.map)
        self.setCentralWidget(self.centre)
        self.map.setMinimumSize(220, 160)
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        left = self.add_dock("projects", self.tr("Projects"), self.projects, Qt.DockWidgetArea.LeftDockWidgetArea)
        details = self.add_dock("details", self.tr("Details"), self.details, Qt.DockWidgetArea.RightDockWidgetArea)
        article = self.add_dock("article", self.tr("Article"), self.article, Qt.DockWidgetArea.RightDockWidgetArea)
        layers = self.add_dock("layers", self.tr("Layers"), self.layering.panel, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.resizeDocks([left, details], [270, 360], Qt.Orientation.Horizontal)
        self.resizeDocks([left, layers], [480, 320], Qt.Orientation.Vertical)
        self.resizeDocks([details, article], [480, 320], Qt.Orientation.Vertical)
        table = self.add_dock(
            "attribute_table", self.tr("Attribute Table"), self.table, Qt.DockWidgetArea.BottomDockWidgetArea
        )
        for panel in (self.details, self.article):
            panel.setMinimumWidth(panel.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        steps = QUndoView(self.open_map.undo)
        steps.setEmptyLabel(self.tr("As it was opened"))
        steps.setAccessibleName(self.tr("Steps that can be undone"))
        history = self.add_dock("history", self.tr("History"), steps, Qt.DockWidgetArea.RightDockWidgetArea)
        for dock in (table, history):
            dock.hide()
        table.toggleViewAction().triggered.connect(self.layering.show_in_table)
        self.commands.set_keys("show_attribute_table", QKeySequence("F6"))
        self.count = ShortLabel()
        self.busy = BusyIndicator(self.worker)
        self.statusBar().addPermanentWidget(self.busy)
        self.statusBar().addPermanentWidget(self.count)
        self.network_switch = NetworkSwitch(self)
        self.settings.restore_layout(self)

    def add_dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Put a panel beside the map, and its switch into the View menu."""
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        self.commands.adopt("view", f"show_{name}", dock.toggleViewAction())
        return dock

    def _connect(self) -> None:
        self.worker.started.connect(lambda _: self.centre.setCurrentWidget(self.map))
        self.worker.finished.connect(lambda: QTimer.singleShot(0, self.show_start))  # where reading came to nothing
        self.map.set_text_scale(self.preferences.text_scale)
        self.preferences.text_scale_changed.connect(self.map.set_text_scale)
        self.showing = Showing(self)
        self._page_came.connect(lambda page: self.map.show_page(page, ()))
        self.table.failed.connect(self.report_error)
        self.zooming.failed.connect(self.report_error)
        self.zooming.nothing_found.connect(lambda told: self.statusBar().showMessage(told, 10_000))
        self.details.address_chosen.connect(self.open_address)

    # Qt's events

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for dock in self.findChildren(QDockWidget):
                follow_font(dock, self.font())
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "centre"):
            self.commands.colour_icons()
            if self.document:  # texts have the colours of their making
                self.selection.show_document(self.document)

    def dragEnterEvent(self, event) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        pasted = read_pasted(event.mimeData())
        event.acceptProposedAction()
        QTimer.singleShot(
            0, lambda: self.opening.open_pasted(pasted)
        )  # whoever drags is not kept waiting by a question

    def closeEvent(self, event) -> None:
        if not self.saving.may_leave():
            event.ignore()
            return
        self.settings.save_layout(self)
        self.opening.call_off()
        self.exporting.close()
        self.find_anything.close()
        self.worker.wait()
        self.showing.wait()
        self.live_look.close()
        self.zooming.worker.wait()
        self.layering.panel.legends.worker.wait()
        self.table.wait()
        self.saving.close()
        self.map.close_page()
        super().closeEvent(event)
