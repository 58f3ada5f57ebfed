"""Opens articles, projects and GIS files in a window; reading goes on beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from infromap import USER_AGENT
from infromap.compose import empty_map, settle_layers
from infromap.errors import ArticleError
from infromap.gui.lookup import Interruption, confirm_lookup, map_source
from infromap.gui.recovery import RecoverySlot, Unsaved
from infromap.model.article import Article
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument
from infromap.session import SUFFIX, MapState, is_project, open_state
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
        self.recent = QMenu(self.tr("Open &Recent"), window)
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

        self._open(path.name, read, layers=layers, path=path)

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

    def open_layers(self, paths: Sequence[Path]) -> None:
        """Put GIS files onto the map that is shown; where none is, they make one."""

        def show(layers: list[Layer]) -> None:
            self._remember(paths)
            state, base = self._map.state, self._map.base
            grown = replace(state, layers=(*state.layers, *settle_layers(layers, state.layers)))
            if base is None:
                self._map.open(empty_map(layers[0]), state=grown)
            else:
                self._map.change(grown, self.tr("Add {name}").format(name=paths[0].name))

        self._run(paths[0].name, lambda: _read_layers(paths), show)

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
        if not self._window.network.is_online:
            told = f"{address} is a web address, and infromap is offline; go online first, or save the page"
            self._window.report_error(ArticleError(told))
            return

        def read() -> Article:
            from infromap.article import fetch_article

            return fetch_article(address, user_agent=USER_AGENT)

        self._open(address, read, layers=layers)
        self._asks_network = True

    def look_up_places(self) -> None:
        """Ask whether places without a sure answer may be looked up online, and map the article again with them."""
        from infromap.gazetteer.online import OnlineService

        service = self._window.geocoder or OnlineService()
        source, state, path = self._map.source, self._map.state, self._map.path
        if source and self._doubtful and confirm_lookup(self._window, self._doubtful, service):
            self._open(service.host, lambda: source, service=service, state=state, project_path=path)

    def choose_file(self) -> None:
        """Ask for an article or a project to open, or for a GIS file to put onto the map."""
        articles, layers = (
            " ".join(f"*{suffix}" for suffix in each) for each in ((*ARTICLE_SUFFIXES, SUFFIX), SUFFIXES)
        )
        kinds = self.tr("Articles and projects ({articles});;GIS files ({layers});;All files (*)").format(
            articles=articles, layers=layers
        )
        title = self.tr("Open an article, a project or a GIS file")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._window.folder()), kinds)
        if name:
            self.open_file(Path(name))

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
        add("file", "open", self.tr("&Open…"), self.choose_file, standard, icon="open", short=self.tr("Open"))
        add("file", "open_clipboard", self.tr("New from Clip&board"), self.open_clipboard, "Ctrl+Shift+V")
        add("file", "open_address", self.tr("Open &Address…"), self.choose_address, "Ctrl+L", needs="network")
        self._window.commands.menus["file"].addMenu(self.recent)
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill_recent)
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
        layers: Sequence[Path] = (),
        path: Path | None = None,
        state: MapState | None = None,
        project_path: Path | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Map what is read; ``path`` is the file, ``state`` lies on the map if it is the same one as before."""
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

        def work() -> "tuple[Article | ProjectFile, MapDocument, MapState, Tracer | None]":
            source, base, along = self._take_ahead(path) or make()
            if state:
                return source, base, state, along
            begun = MapState() if isinstance(source, Article) else open_state(source)
            added = settle_layers(_read_layers(layers), begun.layers)
            return source, base, replace(begun, layers=(*begun.layers, *added)), along

        def show(value: "tuple[Article | ProjectFile, MapDocument, MapState, Tracer | None]") -> None:
            source, base, begun, along = value
            if path:
                self._remember([path])
            opened_from = path if path and is_project(path) else project_path
            self._map.open(base, source=source, path=opened_from, state=begun, tracer=along)
            if then:
                then()
            if chosen:
                told = [notice for notice in base.notices if chosen.host in notice]
                self._window.statusBar().showMessage(" ".join(told), 20_000)

        self._run(name, work, show)
        self._asks_network = chosen is not None

    def _follow_network(self, is_online: bool) -> None:
        """Give up at once what asks the network, where that is switched off."""
        self._tell_lookup()
        if not is_online and self._asks_network and self._worker.is_running:
            self._worker.cancel()

    def _take_ahead(self, path: Path | None) -> "tuple[Article, MapDocument, None] | None":
        """Return what another process has read since the program was started, if it was this file."""
        taken = self._window.ahead.take_map(path) if self._window.ahead and path else None
        return (*taken, None) if taken else None

    def _run(self, name: str, work: Callable[[], object], show: Callable) -> None:
        self._asks_network = False
        self._worker.run(self.tr("Reading {name}…").format(name=name), work, show, self._window.report_error)

    def _remember(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._window.settings.add_recent_file(path.absolute())

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

    def _fill_recent(self) -> None:
        self.recent.clear()
        files = self._window.settings.recent_files()
        for number, path in enumerate(files, start=1):
            action = self.recent.addAction(f"&{number} {path.name.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open_recent(path))
        if not files:
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _open_recent(self, path: Path) -> None:
        if path.exists():
            self.open_file(path)
            return
        text = self.tr("{path} is not there any more. Take it off the list?").format(path=path)
        if QMessageBox.question(self._window, "infromap", text) == QMessageBox.StandardButton.Yes:
            self._window.settings.remove_recent_file(path)


def _read_layers(paths: Sequence[Path]) -> list[Layer]:
    from infromap.vector import read_layers

    return [layer for path in paths for layer in read_layers(path)]
