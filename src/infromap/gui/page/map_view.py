"""The view that shows the page, and what is said to it and by it."""

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from infromap.gui.page.bridge import Bridge, bridge_scripts, page_script
from infromap.gui.page.map_page import MapPage
from infromap.gui.page.scheme import PAGE_URL, SCHEME, InsideOnly, PageHandler
from infromap.gui.program.appearance import is_dark

if TYPE_CHECKING:
    from infromap.gui.page.tile_file import TileFile

logger = logging.getLogger(__name__)

_START = "infromap-start"  # the script that tells a page where to begin


class MapView(QWebEngineView):
    """Shows one page at a time and speaks of its features by their ids."""

    feature_selected = Signal(str)  # by the user, on the page; empty if none
    row_selected = Signal(str, int)  # id of a layer and a row of it, by the user, on the page; "" and -1 if none
    view_changed = Signal(float, float, float, float)  # lon, lat of the middle in degrees, zoom, metres in a pixel
    pointer_moved = Signal(float, float)  # lon, lat in degrees; NaN, NaN outside the map
    layer_toggled = Signal(str, bool)  # id of a layer, "" for the projects, and whether it is to be shown; by the user
    unmarked = Signal()  # the user took the pin away
    pen_reported = Signal(str)  # for the pen, which reads it
    painted = Signal()

    def __init__(
        self,
        parent=None,
        *,
        is_embedded: bool = True,
        origins: tuple[str, ...] = (),
        tile_file: "TileFile | None" = None,
        open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ):
        super().__init__(parent)
        self._known_ids: frozenset[str] = frozenset()
        self._layer_ids: tuple[str, ...] = ()
        self._row_counts: tuple[int, ...] = ()
        self._view: tuple[float, float, float] | None = None  # lon, lat, zoom, as the user sees them
        self._selected = ""
        self._row = ("", -1)  # id of a layer and row, where one is chosen
        self.is_painted = False
        self._loads = 0
        self._is_closed = False
        self._is_embedded = is_embedded
        self._text_scale = 1.0
        self._profile = QWebEngineProfile(self)  # off the record: nothing is kept
        self._profile.downloadRequested.connect(lambda request: request.cancel())
        self.interceptor = InsideOnly(self, origins=origins)
        self._profile.setUrlRequestInterceptor(self.interceptor)
        self._handler = PageHandler(self, tile_file=tile_file)
        self._profile.installUrlSchemeHandler(SCHEME, self._handler)
        self._open_address = open_address
        self._bridge = Bridge(self)
        self._bridge.feature_selected.connect(self._report_selection)
        self._bridge.row_selected.connect(self._report_row)
        self._bridge.layer_toggled.connect(self._report_toggled)
        self._bridge.view_changed.connect(self._report_view)
        self._bridge.pointer_moved.connect(self.pointer_moved)
        self._bridge.unmarked.connect(self.unmarked)
        self._bridge.pen_reported.connect(self.pen_reported)
        self._bridge.painted.connect(self._ask_painted)
        self._bridge.ready.connect(self._ask_painted)
        self._page = self._make_page()
        self.setPage(self._page)
        self.setAccessibleName(self.tr("Map"))
        self.setAcceptDrops(False)  # a dropped file is the window's business

    def show_page(
        self,
        html: str,
        feature_ids: Iterable[str],
        *,
        row_counts: Mapping[str, int] | None = None,
        keeps_view: bool = False,
    ) -> None:
        """Load a page; nothing happens after the end.

        ``feature_ids`` are those that it may name, ``row_counts`` the rows of its layers by id, in their order. Where
        ``keeps_view`` is set, the same place and choice are shown as before.
        """
        if self._is_closed:
            return
        self.know(feature_ids, row_counts or {})
        if not keeps_view:
            self._view = None
            self._selected, self._row = "", ("", -1)
        self._handler.set_html(html)
        self._load()

    def wait_until_asked(self, seconds: float) -> None:
        """Wait on another thread until the web engine has asked for the page."""
        self._handler.is_asked.wait(seconds)

    def know(self, feature_ids: Iterable[str], row_counts: Mapping[str, int]) -> None:
        """Take ids: of the features, and of the layers in their order with their rows; the page may name no others."""
        self._known_ids = frozenset(feature_ids)
        self._layer_ids = tuple(row_counts)
        self._row_counts = tuple(row_counts.values())

    def set_tile_file(self, tile_file: "TileFile | None") -> None:
        """Answer for the tiles of this file, or of none."""
        self._handler.set_tile_file(tile_file)

    def select(self, feature_id: str, *, moves: bool = True, zooms: bool = False) -> None:
        """Show a feature and open its popup; an empty id closes it.

        The map goes there if it does not show it already; with ``zooms`` in any case, without ``moves`` in none.
        """
        self._selected, self._row = feature_id, ("", -1)
        if feature_id:
            self.call("select", feature_id, not moves, not zooms)
        else:
            self.call("clear")

    def select_row(self, layer_id: str, row: int, *, moves: bool = True, zooms: bool = False) -> None:
        """Show a row of a layer and open its popup; the map moves as in ``select``."""
        self._selected, self._row = "", (layer_id, row)
        if layer_id in self._layer_ids:
            self.call("selectRow", self._layer_ids.index(layer_id), row, not moves, not zooms)

    def mark_shapes(self, geojson: str) -> None:
        """Mark geometries, one of GeoJSON, until something else is chosen."""
        self.call("markShapes", json.loads(geojson))

    def take_over(self, other: "MapView") -> None:
        """Show, with the next page that keeps its view, the place and the choice of another map."""
        self._view, self._selected, self._row = other._view, other._selected, other._row

    def set_text_scale(self, scale: float) -> None:
        """Draw text and buttons of the page this many times as large."""
        self._text_scale = scale
        self._page.setZoomFactor(scale)

    def zoom_to_all(self) -> None:
        """Show all features."""
        self.call("fit")

    def look_at(self, lon: float, lat: float, zoom: float) -> None:
        """Show a place (degrees) in the middle."""
        self.call("lookAt", lon, lat, zoom)

    def call(self, name: str, *arguments: object) -> None:
        """Call what the page offers to the window, with arguments that JSON can write; in vain where it does not."""
        if self._is_closed:
            return
        written = ", ".join(json.dumps(each) for each in arguments)
        self.run(f"window.infromap?.{name}?.({written})")

    def run(self, script: str) -> None:
        """Run a script of the window's in the page; nothing happens once the page is gone."""
        if not self._is_closed:
            self._page.runJavaScript(script)

    def close_page(self) -> None:
        """Let go of the page before its profile; the web engine warns of the other order."""
        if self._is_closed:
            return
        self._is_closed = True
        self.interceptor.set_origins(())
        self.hide()  # a view that is hidden without a page would make itself another one
        delete(self._page)  # now: deleteLater may come after the profile

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_embedded and not self._is_closed:
            self._page.setBackgroundColor(self._ground())
            chosen = json.dumps(self._theme())
            self._page.runJavaScript(f"window.infromapTheme && window.infromapTheme.choose({chosen})")

    def _theme(self) -> str:
        """Return what the page begins with: the window's own colours; a picture is always light."""
        return "dark" if self._is_embedded and is_dark() else "light"

    def _ground(self) -> QColor:
        """Return the colour that shows while there is no page."""
        return self.palette().base().color() if self._is_embedded else QColor("white")

    def _load(self) -> None:
        self.is_painted = False
        self._loads += 1
        for script in self._page.scripts().find(_START):
            self._page.scripts().remove(script)
        start = f"window.infromapStartTheme = {json.dumps(self._theme())}; window.infromapLoad = {self._loads};"
        if self._view:  # known before the page draws: it need not jump there
            start += f"window.infromapStart = {json.dumps(self._view)};"
        self._page.scripts().insert(page_script(_START, start, is_first=True))
        self._page.load(PAGE_URL)

    def _report_row(self, layer: int, row: int) -> None:
        if (layer, row) == (-1, -1):
            self._row = ("", -1)
        elif 0 <= layer < len(self._layer_ids) and 0 <= row < self._row_counts[layer]:
            self._row = (self._layer_ids[layer], row)
        else:
            logger.warning("the page named a row that is not in the map")
            return
        self.row_selected.emit(*self._row)

    def _report_toggled(self, layer: int, is_visible: bool) -> None:
        if -1 <= layer < len(self._layer_ids):
            self.layer_toggled.emit(self._layer_ids[layer] if layer >= 0 else "", is_visible)

    def _report_view(self, lon: float, lat: float, zoom: float, metres_per_pixel: float) -> None:
        self._view = (lon, lat, zoom)
        self.view_changed.emit(lon, lat, zoom, metres_per_pixel)

    def _report_selection(self, feature_id: str) -> None:
        if feature_id and feature_id not in self._known_ids:
            logger.warning("the page named a feature that is not in the map")
            return
        self._selected, self._row = feature_id, ("", -1)
        self.feature_selected.emit(feature_id)

    def _make_page(self) -> MapPage:
        """Return a page that speaks to the bridge and shows nothing yet."""
        page = MapPage(self._profile, self._open_address)
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._bridge)
        page.setWebChannel(channel, QWebEngineScript.ScriptWorldId.ApplicationWorld)
        page.scripts().insert(bridge_scripts(is_embedded=self._is_embedded))
        page.renderProcessTerminated.connect(self._recover)
        page.setBackgroundColor(self._ground())
        page.loadFinished.connect(lambda _: page.setZoomFactor(self._text_scale))  # a new page forgets it
        return page

    def _ask_painted(self) -> None:
        """Ask whether the page that was loaded last has painted; the word may be of the one before it."""
        if not self._is_closed:
            self._page.runJavaScript(
                "window.infromap && window.infromap.painted ? window.infromapLoad : 0",
                QWebEngineScript.ScriptWorldId.MainWorld,
                lambda load: self._report_painted() if load == self._loads else None,
            )

    def _report_painted(self) -> None:
        if self.is_painted:
            return
        self.is_painted = True
        if self._selected:
            self.select(self._selected, moves=self._view is None)
        elif self._row[0]:
            self.select_row(*self._row, moves=self._view is None)
        self.painted.emit()

    def _recover(self, status, exit_code: int) -> None:
        if status == QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        logger.warning("the page's process ended (%s, %d); loading the page again", status.name, exit_code)
        QTimer.singleShot(0, self._begin_again)

    def _begin_again(self) -> None:
        """Load into another page: one whose process has died may never be heard from again."""
        if self._is_closed:
            return
        dead, self._page = self._page, self._make_page()
        self.setPage(self._page)
        delete(dead)
        self._load()
