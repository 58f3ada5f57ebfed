"""Opens articles, projects and GIS files in a window; reading goes on beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from infromap import USER_AGENT, compose, session
from infromap.errors import ArticleError, InfromapError
from infromap.gui.files.file_dialogs import ask_address, ask_files, ask_tables
from infromap.gui.files.layer_files import LayerFiles, Outcome, read_plans
from infromap.gui.files.lookup import Interruption, map_source
from infromap.gui.files.pasted import Pasted, PastedKind, read_pasted
from infromap.gui.files.recent_files import RecentFiles
from infromap.gui.program.language import speak
from infromap.session import MapState, is_project
from infromap.vector.opening import is_layer_file

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineService
    from infromap.gui.files.recovery import RecoverySlot, Unsaved
    from infromap.gui.window import MainWindow
    from infromap.model.article import Article
    from infromap.model.mapdoc import MapDocument
    from infromap.route import Tracer
    from infromap.session import ProjectFile


class Opening(QObject):
    """The commands that open something. What is shown stays until the new map is ready."""

    window_requested = Signal(object)  # Path of a file that asks for a window of its own
    empty_window_requested = Signal()

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._worker = window.worker
        self._interruption = Interruption()
        self._asks_network = False  # what was asked for last
        self.recent = RecentFiles(window.settings, window)
        self._files = LayerFiles(window, self.recent)
        self.recent.file_chosen.connect(self.open_file)
        self._add_commands()
        window.network.changed.connect(self._follow_network)
        self._worker.started.connect(lambda _: self._set_asks_network(False))
        self._worker.finished.connect(self.call_off)
        self._tell_address()

    def open_file(self, path: Path, *, layers: Sequence[Path] = ()) -> None:
        """Read an article or a project and show its map.

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

        self._with_layers(layers, lambda found: self._open(path.name, read, found=found, path=path))

    def open_unsaved(self, slot: "RecoverySlot", unsaved: "Unsaved") -> None:
        """Show a map that was not saved when its window ended; it is as unsaved as it was."""

        def read() -> "ProjectFile":
            from infromap.session import read_project_file

            return read_project_file(slot.path)

        self._open(unsaved.title, read, then=lambda: self._window.saving.take_over(slot, unsaved))

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open the first article here with all GIS files on it, and each other article in a window of its own."""
        layers = [path for path in paths if is_layer_file(path)]
        articles = [path for path in paths if path not in layers]
        if articles:
            self.open_file(articles[0], layers=layers)
        elif layers:
            self.open_layers(layers)
        for path in articles[1:]:
            self.window_requested.emit(path)

    def open_layers(self, paths: Sequence[Path], *, asks_table: bool = False) -> None:
        """Put GIS files onto the map that is shown; where none is, they make one. What they do not say is asked."""
        ahead = self._window.ahead
        if ahead and ahead.is_of(paths) and not asks_table:
            self._files.take(ahead, paths)
        else:
            self._files.plan(paths, self._files.read, asks_table=asks_table)

    def open_pasted(self, pasted: Pasted) -> None:
        """Open what was pasted or dropped."""
        match pasted.kind:
            case PastedKind.FILES:
                self.open_files(pasted.paths)
            case PastedKind.ADDRESS:
                self.fetch_address(pasted.text)
            case PastedKind.LAYER:
                self.open_layers([self._files.keep_pasted(f"{self.tr('clipboard')}{pasted.suffix}", pasted.text)])
            case _:
                self.open_text(pasted.text)

    def open_text(self, text: str) -> None:
        """Show the map of a text that comes from no file."""

        def read() -> "Article":
            from infromap.article import parse_article

            return parse_article(text, source=self.tr("clipboard"))

        self._open(self.tr("the clipboard"), read)

    def open_clipboard(self) -> None:
        """Open what lies on the clipboard: an article, files, an address, rows with coordinates, GeoJSON, WKT."""
        self.open_pasted(read_pasted(QGuiApplication.clipboard().mimeData() or QMimeData()))

    def fetch_address(self, address: str, *, layers: Sequence[Path] = ()) -> None:
        """Fetch an article from the web and show its map; only where the network is allowed."""
        if not self._window.network.is_online:
            told = "{address} is a web address, and infromap is offline; go online first, or save the page"
            self._window.report_error(ArticleError(told, address=address))
            return

        def read() -> "Article":
            from infromap.article import fetch_article

            return fetch_article(address, user_agent=USER_AGENT)

        self._with_layers(layers, lambda found: self._open(address, read, found=found, asks_network=True))

    def map_again(self, service: "OnlineService") -> None:
        """Map what is shown once more, with an online geocoder; what its user has changed stays."""
        source, state, path = self._map.source, self._map.state, self._map.path
        if source:
            self._open(service.host, lambda: source, service=service, state=state, project_path=path)

    def choose_files(self) -> None:
        """Ask for articles and projects to open, and for GIS files to put onto the map."""
        if paths := ask_files(self._window):
            self.open_files(paths)

    def choose_table(self) -> None:
        """Ask for tables of text, and how each is to be read."""
        if paths := ask_tables(self._window):
            self.open_layers(paths, asks_table=True)

    def choose_address(self) -> None:
        """Ask for the address of an article."""
        if address := ask_address(self._window):
            self.fetch_address(address)

    def call_off(self) -> None:
        """Wake whoever waits for a server: nobody waits for a map that is not wanted any more."""
        self._interruption.call_off()

    def _add_commands(self) -> None:
        add = self._window.commands.add
        requested = self.empty_window_requested
        add("file", "new_window", self.tr("&New Window"), requested.emit, QKeySequence.StandardKey.New)
        standard = QKeySequence.StandardKey.Open
        add("file", "open", self.tr("&Open…"), self.choose_files, standard, icon="open", short=self.tr("Open"))
        add("file", "open_clipboard", self.tr("New from Clip&board"), self.open_clipboard, "Ctrl+Shift+V")
        add("file", "open_table", self.tr("Add Text &Table…"), self.choose_table)
        add("file", "open_address", self.tr("Open &Address…"), self.choose_address, "Ctrl+L", needs="network")
        self._window.commands.menus["file"].addMenu(self.recent)
        self._window.commands.separate("file")

    def _open(
        self,
        name: str,
        read: "Callable[[], Article | ProjectFile]",
        *,
        service: "OnlineService | None" = None,
        found: Outcome | None = None,
        path: Path | None = None,
        state: MapState | None = None,
        project_path: Path | None = None,
        then: Callable[[], object] | None = None,
        asks_network: bool = False,
    ) -> None:
        """Map what is read; ``path`` is the file, ``state`` lies on the map if it is the same one as before.

        ``found`` are GIS files that lie on it; if the map cannot be made they are opened all the same.
        """
        if state is None and not self._window.saving.may_leave():
            return
        is_online = self._window.network.is_online
        chosen = (service or self._window.geocoder) if is_online else None
        tracer = self._window.tracer
        self._interruption.call_off()
        interruption = self._interruption = Interruption()

        def make() -> "tuple[Article | ProjectFile, MapDocument, Tracer | None]":
            source = read()
            return source, *map_source(source, chosen, interruption, tracer)

        def work() -> "tuple[Article | ProjectFile, MapDocument, MapState, Tracer | None, Outcome]":
            from infromap.model.article import Article

            source, base, along = self._take_ahead(path) or make()
            done = read_plans(found or Outcome(), self._worker.report)
            if state:
                return source, base, state, along, done
            begun = MapState() if isinstance(source, Article) else session.open_state(source)
            added = compose.settle_layers(done.layers, begun.layers)
            return source, base, replace(begun, layers=(*begun.layers, *added)), along, done

        def show(value: "tuple[Article | ProjectFile, MapDocument, MapState, Tracer | None, Outcome]") -> None:
            source, base, begun, along, done = value
            if path:
                self.recent.add(path)
            self._files.conclude(done)
            opened_from = path if path and is_project(path) else project_path
            self._map.open(base, source=source, path=opened_from, state=begun, tracer=along)
            if then:
                then()
            if chosen:
                told = [notice for notice in base.notices if chosen.host in notice]
                self._window.statusBar().showMessage(" ".join(map(speak, told)), 20_000)

        def fail(error: Exception) -> None:
            self._window.report_error(error)
            if found and isinstance(error, InfromapError):
                self._files.read(found)

        self._worker.run(self.tr("Reading {name}…").format(name=name), work, show, fail)
        self._set_asks_network(asks_network or chosen is not None)

    def _set_asks_network(self, asks: bool) -> None:
        self._asks_network = asks

    def _follow_network(self, is_online: bool) -> None:
        """Give up at once what asks the network, where that is switched off."""
        self._tell_address()
        if not is_online and self._asks_network and self._worker.is_running:
            self._worker.cancel()

    def _tell_address(self) -> None:
        told = (
            self.tr("Open the article of a web address")
            if self._window.network.is_online
            else self.tr("infromap is offline; Tools > Work Online changes that")
        )
        self._window.commands["open_address"].setToolTip(told)

    def _with_layers(self, paths: Sequence[Path], then: Callable[[Outcome], object]) -> None:
        """Look into GIS files, if there are any, before something else is opened with them."""
        if paths:
            self._files.plan(paths, then)
        else:
            then(Outcome())

    def _take_ahead(self, path: Path | None) -> "tuple[Article, MapDocument, None] | None":
        """Return what another process has read since the program was started, if it was this file."""
        window = self._window
        taken = window.ahead.take_map(path, window.show_ahead) if window.ahead and path else None
        return (*taken, None) if taken else None
