"""The main window: connects map, list, details and text, which know nothing of one another."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDockWidget, QFileDialog, QInputDialog, QLabel, QMainWindow, QMessageBox, QWidget

from infromap import USER_AGENT
from infromap.errors import ExportError, InfromapError
from infromap.export import save_map
from infromap.gui.article_panel import ArticlePanel
from infromap.gui.busy import BusyIndicator
from infromap.gui.commands import Commands
from infromap.gui.details_panel import DetailsPanel
from infromap.gui.dialogs import show_about, show_error
from infromap.gui.lookup import Interruption, confirm_lookup, map_source
from infromap.gui.map_view import MapView
from infromap.gui.picture import draw_png
from infromap.gui.projects_panel import ProjectsPanel
from infromap.gui.settings import WindowSettings
from infromap.gui.tile_file import TileFile
from infromap.gui.worker import Worker
from infromap.model.article import Article
from infromap.model.layer import Layer
from infromap.model.mapdoc import Feature, MapDocument
from infromap.model.tiles import TileLayer
from infromap.render import render_html
from infromap.session import SUFFIX, is_project
from infromap.vector.opening import SUFFIXES, is_layer_file

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineService
    from infromap.route import Tracer
    from infromap.session import ProjectFile

logger = logging.getLogger(__name__)

ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf")
_FIRST_SIZE = (1400, 860)


class MainWindow(QMainWindow):
    """One window shows one map document."""

    document_shown = Signal(object)  # MapDocument
    window_requested = Signal(object)  # Path of a file that asks for a window of its own

    def __init__(
        self,
        settings: WindowSettings | None = None,
        *,
        language: str = "en",
        is_online: bool = False,
        geocoder: "OnlineService | None" = None,
        tracer: "Tracer | None" = None,
        tiles: TileLayer | None = None,
        tile_file: TileFile | None = None,
        open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ):
        super().__init__()
        self.settings = settings or WindowSettings()
        self.language = language
        self.is_online = is_online
        self.geocoder = geocoder
        self._tracer = tracer
        self._online_tiles = tiles
        self._tiles = tile_file.layer if tile_file else tiles
        self.document: MapDocument | None = None
        self._features: dict[str, Feature] = {}
        self._selected = ""
        self._interruption = Interruption()
        self._doubtful: tuple[str, ...] = ()
        self._project: ProjectFile | None = None  # what the map was opened from, where that was a project
        self._project_path: Path | None = None
        self._open_address = open_address
        self.map = MapView(open_address=open_address, origins=tiles.origins if tiles else (), tile_file=tile_file)
        self.projects = ProjectsPanel(language)
        self.details = DetailsPanel(language)
        self.article = ArticlePanel()
        self.worker = Worker(self)
        self.commands = Commands(self)
        self._lay_out()
        self._connect()
        self.commands.set_document_open(False)

    # What the commands do

    def open_file(self, path: Path, *, layers: Sequence[Path] = ()) -> None:
        """Read an article or a project and show its map; what is shown stays until the new map is ready.

        Layers of GIS files lie on it; a GIS file itself becomes a layer of the map that is shown.
        """
        if is_layer_file(path):
            self.open_layers([path, *layers])
            return

        def read() -> "Article | ProjectFile":  # on the worker's thread: the window does not wait
            if is_project(path):
                from infromap.session import read_project_file

                return read_project_file(path)
            from infromap.article import read_article

            return read_article(path)

        def done() -> None:
            self.settings.add_recent_file(path.absolute())
            self._project_path = path if is_project(path) else None

        self._open(path.name, read, done, layers=layers)

    def open_layers(self, paths: Sequence[Path]) -> None:
        """Put GIS files onto the map that is shown; where none is, they make one."""
        document, language, tiles = self.document, self.language, self._tiles

        def work() -> tuple[MapDocument, str]:
            from infromap.pipeline import open_layers

            grown = open_layers(paths, document)
            return grown, render_html(grown, language=language, tiles=tiles)

        def show(value: tuple[MapDocument, str]) -> None:
            for path in paths:
                self.settings.add_recent_file(path.absolute())
            self.show_document(*value)

        self.worker.run(self.tr("Reading {name}…").format(name=paths[0].name), work, show, self._report_error)

    def open_text(self, text: str) -> None:
        """Show the map of a text that comes from no file."""

        def read() -> Article:
            from infromap.article import parse_article

            return parse_article(text, source=self.tr("clipboard"))

        self._open(self.tr("the clipboard"), read)

    def open_clipboard(self) -> None:
        """Show the map of the text on the clipboard."""
        self.open_text(QGuiApplication.clipboard().text())

    def fetch_address(self, address: str, *, layers: Sequence[Path] = ()) -> None:
        """Fetch an article from the web and show its map; only where the network is allowed."""

        def read() -> Article:
            from infromap.article import fetch_article

            return fetch_article(address, user_agent=USER_AGENT)

        self._open(address, read, layers=layers)

    def look_up_places(self) -> None:
        """Ask whether places without a sure answer may be looked up online, and map the article again with them."""
        from infromap.gazetteer.online import OnlineService

        service = self.geocoder or OnlineService()
        if self.document and self._doubtful and confirm_lookup(self, self._doubtful, service):
            source = self._project or self.document.reading.article
            path, kept = self._project_path, self.document.layers
            self._open(service.host, lambda: source, lambda: self._set_project_path(path), service=service, kept=kept)

    def _open(
        self,
        name: str,
        read: "Callable[[], Article | ProjectFile]",
        done: Callable[[], object] | None = None,
        *,
        service: "OnlineService | None" = None,
        layers: Sequence[Path] = (),
        kept: Sequence[Layer] = (),
    ) -> None:
        chosen = service or self.geocoder
        self._interruption.call_off()
        interruption = self._interruption = Interruption()

        def work() -> "tuple[Article | ProjectFile, MapDocument, str]":
            source = read()
            document = _with_layers(map_source(source, chosen, interruption, self._tracer), layers, kept)
            return source, document, render_html(document, language=self.language, tiles=self._tiles)

        def show(value: "tuple[Article | ProjectFile, MapDocument, str]") -> None:
            source, document, html = value
            self._project = None if isinstance(source, Article) else source
            self._project_path = None
            if done:
                done()
            self.show_document(document, html)
            if chosen:
                told = [notice for notice in document.notices if chosen.host in notice]
                self.statusBar().showMessage(" ".join(told), 20_000)

        self.worker.run(self.tr("Reading {name}…").format(name=name), work, show, self._report_error)

    def open_files(self, paths: list[Path]) -> None:
        """Open the first article here with all GIS files on it, and each other article in a window of its own."""
        layers = [path for path in paths if is_layer_file(path)]
        articles = [path for path in paths if path not in layers]
        if articles:
            self.open_file(articles[0], layers=layers)
        elif layers:
            self.open_layers(layers)
        for path in articles[1:]:
            self.window_requested.emit(path)

    def show_document(self, document: MapDocument, html: str) -> None:
        """Show a map document and the page that was rendered from it."""
        self.document = document
        self._features = {feature.id: feature for feature in document.features}
        self._selected = ""
        self.projects.show_document(document)
        self.details.show_document(document)
        self.article.show_document(document)
        self.map.show_page(html, self._features)
        self.setWindowTitle(f"{document.title} – infromap")
        self._count.setText(self._count_text())
        self.commands.set_document_open(True)
        self.commands.set_selected(False)
        self._doubtful = _doubtful_names(document)
        self.commands.set_doubtful(bool(self._doubtful))
        self.document_shown.emit(document)

    def select_feature(self, feature_id: str, *, goes_to_map: bool = True) -> None:
        """Show a project everywhere; an empty id takes the choice back."""
        feature = self._features.get(feature_id)
        self._selected = feature.id if feature else ""
        self.projects.select(self._selected)
        self.commands.set_selected(feature is not None)
        if feature is None:
            if self.document:
                self.details.show_document(self.document)
            self.article.clear_words()
        else:
            self.details.show_feature(feature)
            if feature.sentence:
                self.article.show_words(feature.sentence.start, feature.sentence.end)
        if goes_to_map:
            self.map.select(self._selected)

    def zoom_to_selection(self) -> None:
        """Show the chosen project on the map again."""
        if self._selected:
            self.map.select(self._selected)

    def choose_file(self) -> None:
        """Ask for an article or a project to open, or for a GIS file to put onto the map."""
        articles, layers = (
            " ".join(f"*{suffix}" for suffix in each) for each in ((*ARTICLE_SUFFIXES, SUFFIX), SUFFIXES)
        )
        kinds = self.tr("Articles and projects ({articles});;GIS files ({layers});;All files (*)").format(
            articles=articles, layers=layers
        )
        title = self.tr("Open an article, a project or a GIS file")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._folder()), kinds)
        if name:
            self.open_file(Path(name))

    def choose_address(self) -> None:
        """Ask for the address of an article."""
        title, label = self.tr("Open an address"), self.tr("Address of an article:")
        address, is_accepted = QInputDialog.getText(self, title, label, text="https://")
        if is_accepted and address.strip():
            self.fetch_address(address.strip())

    def forget_file(self, path: Path) -> None:
        """Say that a recent file is gone, and offer to take it off the list."""
        text = self.tr("{path} is not there any more. Take it off the list?").format(path=path)
        if QMessageBox.question(self, "infromap", text) == QMessageBox.StandardButton.Yes:
            self.settings.remove_recent_file(path)

    def save(self) -> None:
        """Write the map to the project file that it was opened from or saved to; ask for one where there is none."""
        if self._project_path is None:
            self.save_as()
        else:
            self.save_project(self._project_path)

    def save_as(self) -> None:
        """Ask for a project file, and write the map to it."""
        kinds = self.tr("infromap project (*{suffix})").format(suffix=SUFFIX)
        path = self._ask_target(self.tr("Save the project"), kinds, SUFFIX)
        if path is not None:
            self.save_project(path)

    def save_project(self, path: Path) -> None:
        """Write the map to a project file."""
        document, opened = self.document, self._project
        if document is None:
            return
        if document.layers and not document.reading.article.text:
            self._report_error(ExportError(f"{path}: a project keeps an article, and this map has none; export it"))
            return

        def write() -> None:
            from infromap.session import save_project

            save_project(document, path, opened=opened)

        def done(_: object) -> None:
            self._project_path = path
            self.settings.add_recent_file(path.absolute())
            self._written(path)
            if document.layers:
                told = self.tr("Written: {path}. A project keeps no layers of GIS files; open them again with it.")
                self.statusBar().showMessage(told.format(path=path), 15_000)

        self.worker.run(self.tr("Writing {name}…").format(name=path.name), write, done, self._report_error)

    def choose_html(self) -> None:
        """Ask where to write the page, and write it."""
        path = self._ask_target(self.tr("Export the map as a page"), self.tr("Web page (*.html)"), ".html")
        if path is not None:
            self.export_file(path)

    def choose_picture(self) -> None:
        """Ask where to write the picture, and write it."""
        path = self._ask_target(self.tr("Export the map as a picture"), self.tr("Picture (*.png)"), ".png")
        if path is not None:
            self.export_file(path)

    def export_file(self, path: Path) -> None:
        """Write the map to a file; the suffix decides what it becomes."""
        document, language = self.document, self.language
        tiles = self._online_tiles if path.suffix.lower() == ".html" else None
        if document is None:
            return

        def done(_: object) -> None:
            self._written(path)

        label = self.tr("Writing {name}…").format(name=path.name)
        if path.suffix.lower() == ".png":  # the page engine draws on this thread only
            self._run_here(label, lambda: save_map(document, path, language=language, draw_picture=draw_png), done)
        else:
            self.worker.run(
                label, lambda: save_map(document, path, language=language, tiles=tiles), done, self._report_error
            )

    def show_about(self) -> None:
        """Tell what this program is and whose data it shows."""
        show_about(self)

    def toggle_full_screen(self) -> None:
        """Give the window the whole screen, or take it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # How it is put together

    def _lay_out(self) -> None:
        self.setWindowTitle("infromap")
        self.setAcceptDrops(True)
        self.setCentralWidget(self.map)
        self.map.setMinimumSize(220, 160)
        self.resize(*_FIRST_SIZE)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        left = self._dock("projects", self.tr("Projects"), self.projects, Qt.DockWidgetArea.LeftDockWidgetArea)
        details = self._dock("details", self.tr("Details"), self.details, Qt.DockWidgetArea.RightDockWidgetArea)
        article = self._dock("article", self.tr("Article"), self.article, Qt.DockWidgetArea.RightDockWidgetArea)
        self.resizeDocks([left, details], [270, 360], Qt.Orientation.Horizontal)
        self.resizeDocks([details, article], [480, 320], Qt.Orientation.Vertical)
        self.commands.fill_menus([left, details, article])
        self._count = QLabel()
        network = QLabel(self.tr("Online") if self.is_online else self.tr("Offline"))
        network.setToolTip(
            self.tr("The network is asked for addresses that you open and for places that you look up.")
            if self.is_online
            else self.tr("infromap asks nothing of the network.")
        )
        self.statusBar().addPermanentWidget(BusyIndicator(self.worker))
        self.statusBar().addPermanentWidget(self._count)
        self.statusBar().addPermanentWidget(network)
        self.settings.restore_layout(self)

    def _dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        return dock

    def _connect(self) -> None:
        self.map.feature_selected.connect(lambda feature_id: self.select_feature(feature_id, goes_to_map=False))
        self.projects.feature_selected.connect(self.select_feature)
        self.article.feature_selected.connect(self.select_feature)
        self.worker.finished.connect(lambda: self._interruption.call_off())
        self.details.words_chosen.connect(self.article.show_words)
        self.details.address_chosen.connect(self._open_address)

    def _count_text(self) -> str:
        located = sum(feature.geometry is not None for feature in self._features.values())
        text = self.tr("Projects: {all}, on the map: {located}").format(all=len(self._features), located=located)
        layers = self.document.layers if self.document else ()
        if not layers:
            return text
        rows = self.tr("layers: {layers}, rows: {rows}").format(layers=len(layers), rows=f"{sum(map(len, layers)):,}")
        return f"{text}, {rows}" if self._features else rows.capitalize()

    # Files

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.settings.folder() or Path(documents)

    def _ask_target(self, title: str, kinds: str, suffix: str) -> Path | None:
        stem = Path(self.document.reading.article.source).stem if self.document else "map"
        suggestion = self._folder() / f"{stem}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self, title, str(suggestion), kinds)
        if not name:
            return None
        return Path(name) if Path(name).suffix.lower() == suffix else Path(f"{name}{suffix}")

    def _set_project_path(self, path: Path | None) -> None:
        self._project_path = path

    def _written(self, path: Path) -> None:
        self.settings.set_folder(path.parent)
        self.statusBar().showMessage(self.tr("Written: {path}").format(path=path), 15_000)

    def _run_here(self, label: str, work: Callable[[], object], on_value: Callable[[object], None]) -> None:
        self.statusBar().showMessage(label)
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            on_value(work())
        except Exception as error:
            self._report_error(error)
        finally:
            self.unsetCursor()

    def _report_error(self, error: Exception) -> None:
        self.statusBar().clearMessage()
        if not isinstance(error, InfromapError):
            logger.error("a fault of ours", exc_info=error)
        show_error(self, error)

    # Qt's events

    def dragEnterEvent(self, event) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(paths)

    def closeEvent(self, event) -> None:
        self.settings.save_layout(self)
        self._interruption.call_off()
        self.worker.wait()
        self.map.close_page()
        super().closeEvent(event)


def _with_layers(document: MapDocument, files: Sequence[Path], kept: Sequence[Layer]) -> MapDocument:
    """Put layers of another map of this article, and those of files, onto its map."""
    if not files and not kept:
        return document
    from infromap.compose import add_layers
    from infromap.pipeline import open_layers

    document = add_layers(document, kept)
    return open_layers(files, document) if files else document


def _doubtful_names(document: MapDocument) -> tuple[str, ...]:
    from infromap.gazetteer.doubt import doubtful_names  # the gazetteer is loaded by now, not when the window opens

    return doubtful_names(document)
