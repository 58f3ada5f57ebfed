"""Opens articles, projects and GIS files in a window; reading goes on beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog

from infromap import USER_AGENT
from infromap.compose import empty_map, settle_layers
from infromap.errors import ArticleError, InfromapError
from infromap.gui.dialogs import show_errors
from infromap.gui.layer_files import LayerFiles, Outcome, read_plans
from infromap.gui.lookup import Interruption, confirm_lookup, map_source
from infromap.gui.pasted import Pasted, PastedKind, read_pasted
from infromap.gui.recent_files import RecentFiles
from infromap.gui.recovery import RecoverySlot, Unsaved
from infromap.model.article import Article
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument
from infromap.session import SUFFIX, MapState, is_project
from infromap.vector.opening import SUFFIXES, is_layer_file

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineService
    from infromap.gui.window import MainWindow
    from infromap.route import Tracer
    from infromap.session import ProjectFile

ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf")


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
        self._doubtful: tuple[str, ...] = ()
        self._asks_network = False  # what was asked for last
        self._files = LayerFiles(window)
        self._pasted_folder = QTemporaryDir()  # for what is pasted as a layer
        self.recent = RecentFiles(window.settings, window)
        self.recent.file_chosen.connect(self.open_file)
        self._add_commands()
        self._map.opened.connect(self._note_doubtful)
        window.network.changed.connect(self._follow_network)
        self._worker.finished.connect(lambda: self._interruption.call_off())

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

    def open_unsaved(self, slot: RecoverySlot, unsaved: Unsaved) -> None:
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
        self._files.plan(paths, self._read_layers, asks_table=asks_table)

    def open_pasted(self, pasted: Pasted) -> None:
        """Open what was pasted or dropped."""
        match pasted.kind:
            case PastedKind.FILES:
                self.open_files(pasted.paths)
            case PastedKind.ADDRESS:
                self.fetch_address(pasted.text)
            case PastedKind.LAYER:
                path = Path(self._pasted_folder.filePath(f"{self.tr('clipboard')}{pasted.suffix}"))
                path.write_text(pasted.text, encoding="utf-8")
                self.open_layers([path])
            case _:
                self.open_text(pasted.text)

    def open_text(self, text: str) -> None:
        """Show the map of a text that comes from no file."""

        def read() -> Article:
            from infromap.article import parse_article

            return parse_article(text, source=self.tr("clipboard"))

        self._open(self.tr("the clipboard"), read)

    def open_clipboard(self) -> None:
        """Open what lies on the clipboard: an article, files, an address, rows with coordinates, GeoJSON, WKT."""
        self.open_pasted(read_pasted(QGuiApplication.clipboard().mimeData() or QMimeData()))

    def fetch_address(self, address: str, *, layers: Sequence[Path] = ()) -> None:
        """Fetch an article from the web and show its map; only where the network is allowed."""
        if not self._window.network.is_online:
            told = f"{address} is a web address, and infromap is offline; go online first, or save the page"
            self._window.report_error(ArticleError(told))
            return

        def read() -> Article:
            from infromap.article import fetch_article

            return fetch_article(address, user_agent=USER_AGENT)

        self._with_layers(layers, lambda found: self._open(address, read, found=found, asks_network=True))

    def look_up_places(self) -> None:
        """Ask whether places without a sure answer may be looked up online, and map the article again with them."""
        from infromap.gazetteer.online import OnlineService

        service = self._window.geocoder or OnlineService()
        source, state, path = self._map.source, self._map.state, self._map.path
        if source and self._doubtful and confirm_lookup(self._window, self._doubtful, service):
            self._open(service.host, lambda: source, service=service, state=state, project_path=path)

    def choose_files(self) -> None:
        """Ask for articles and projects to open, and for GIS files to put onto the map."""
        articles, layers = (
            " ".join(f"*{suffix}" for suffix in each) for each in ((*ARTICLE_SUFFIXES, SUFFIX), SUFFIXES)
        )
        kinds = self.tr(
            "All that infromap opens ({articles} {layers});;Articles and projects ({articles});;GIS files ({layers});;"
            "All files (*)"
        ).format(articles=articles, layers=layers)
        title = self.tr("Open articles, projects or GIS files")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._window.folder()), kinds)
        if names:
            self.open_files([Path(name) for name in names])

    def choose_table(self) -> None:
        """Ask for tables of text, and how each is to be read."""
        kinds = self.tr("Tables of text ({suffixes});;All files (*)").format(suffixes="*.csv *.tsv *.txt")
        title = self.tr("Add a text table")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._window.folder()), kinds)
        if names:
            self.open_layers([Path(name) for name in names], asks_table=True)

    def choose_address(self) -> None:
        """Ask for the address of an article."""
        title, label = self.tr("Open an address"), self.tr("Address of an article:")
        address, is_accepted = QInputDialog.getText(self._window, title, label, text="https://")
        if is_accepted and address.strip():
            self.fetch_address(address.strip())

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
        needs = ("network", "doubtful places")
        add("tools", "look_up", self.tr("&Look Up Places Online…"), self.look_up_places, "Ctrl+Shift+L", needs=needs)
        self._tell_lookup()

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
            source, base, along = self._take_ahead(path) or make()
            done = read_plans(found or Outcome(), self._worker.report)
            begun = MapState(layers=settle_layers(done.layers))
            if not isinstance(source, Article):
                begun = replace(begun, corrections=source.corrections, bookmarks=source.bookmarks)
            return source, base, state or begun, along, done

        def show(value: "tuple[Article | ProjectFile, MapDocument, MapState, Tracer | None, Outcome]") -> None:
            source, base, begun, along, done = value
            if path:
                self.recent.add(path)
            self._conclude(done)
            opened_from = path if path and is_project(path) else project_path
            self._map.open(base, source=source, path=opened_from, state=begun, tracer=along)
            if then:
                then()
            if chosen:
                told = [notice for notice in base.notices if chosen.host in notice]
                self._window.statusBar().showMessage(" ".join(told), 20_000)

        def fail(error: Exception) -> None:
            self._window.report_error(error)
            if found and isinstance(error, InfromapError):
                self._read_layers(found)

        self._run(name, work, show, fail)
        self._asks_network = asks_network or chosen is not None

    def _follow_network(self, is_online: bool) -> None:
        """Give up at once what asks the network, where that is switched off."""
        self._tell_lookup()
        if not is_online and self._asks_network and self._worker.is_running:
            self._worker.cancel()

    def _take_ahead(self, path: Path | None) -> "tuple[Article, MapDocument, None] | None":
        """Return what another process has read since the program was started, if it was this file."""
        taken = self._window.ahead.take_map(path) if self._window.ahead and path else None
        return (*taken, None) if taken else None

    def _run(self, name: str, work: Callable[[], object], show: Callable, fail: Callable | None = None) -> None:
        self._asks_network = False
        label = self.tr("Reading {name}…").format(name=name)
        self._worker.run(label, work, show, fail or self._window.report_error)

    def _with_layers(self, paths: Sequence[Path], then: Callable[[Outcome], object]) -> None:
        """Look into GIS files, if there are any, before something else is opened with them."""
        if paths:
            self._files.plan(paths, then)
        else:
            then(Outcome())

    def _read_layers(self, found: Outcome) -> None:
        """Read GIS files onto the map that is shown."""
        if not found.plans:
            self._conclude(found)
            return

        def show(done: Outcome) -> None:
            if done.layers:
                self._add_layers(done.layers)
            self._conclude(done)

        self._run(found.plans[0].path.name, lambda: read_plans(found, self._worker.report), show)

    def _add_layers(self, layers: Sequence[Layer]) -> None:
        state, base = self._map.state, self._map.base
        grown = replace(state, layers=(*state.layers, *settle_layers(layers, state.layers)))
        if base is None:
            self._map.open(empty_map(layers[0]), state=grown)
        else:
            text = self.tr("Add {name}").format(name=layers[0].name)
            self._map.change(grown, text if len(layers) == 1 else self.tr("Add %n layer(s)", "", len(layers)))

    def _conclude(self, done: Outcome) -> None:
        """Remember the files that were read, and tell of those that were not."""
        for plan in done.plans:
            if plan.path.parent != Path(self._pasted_folder.path()):
                self.recent.add(plan.path)
        if done.errors:
            show_errors(self._window, done.errors)

    def _note_doubtful(self) -> None:
        self._doubtful = ()
        if self._map.base and self._map.base.features:
            from infromap.gazetteer.doubt import doubtful_names  # a window opens without it, and a map of layers too

            self._doubtful = doubtful_names(self._map.base)
        self._window.commands.set_met("doubtful places", bool(self._doubtful))
        self._tell_lookup()

    def _tell_lookup(self) -> None:
        """Say why places can be looked up, or why not."""
        offline = self.tr("infromap is offline; Tools > Work Online changes that")
        is_online = self._window.network.is_online
        self._window.commands["open_address"].setToolTip(
            self.tr("Open the article of a web address") if is_online else offline
        )
        if not is_online:
            told = offline
        elif not self._doubtful:
            told = self.tr("The gazetteer knows every place of this article")
        else:
            told = self.tr("Ask an online geocoder for the places that the gazetteer does not know")
        self._window.commands["look_up"].setToolTip(told)
