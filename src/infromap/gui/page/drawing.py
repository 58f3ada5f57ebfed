"""A page is drawn on sheets of its own, in a view that nobody sees: the way to pictures, PDF and paper."""

import json
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMarginsF, QObject, QSizeF, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize

from infromap.errors import ExportError
from infromap.export.drawing import MARGIN_MM, MOST_TILES, DocumentOptions, DrawingOptions, PictureOptions, count_tiles
from infromap.gui.page.bridge import page_script

if TYPE_CHECKING:
    from infromap.gui.page.map_view import MapView
    from infromap.gui.page.tile_file import TileFile

_PATIENCE_MS = 120_000
_PAINTING_MS = 10_000  # a sheet is drawn from the page's data: it need not wait for ever until the screen is painted
_TILES_MS = 30_000  # nor for the tiles of a server; those of a file come at once
_POINTS = 72 / 96  # of a page pixel
_PIXELS_PER_MM = 96 / 25.4
_FINER = 1.25  # the map of a document is drawn so much larger, and made to fit the sheet
_FINE_SCALE = 1.5  # of a picture: from here on it shows tiles of the next zoom, at half their size
_MAP_SHARES = (0.62, 0.8)  # of the sheet's height, portrait and landscape, as in page-print.js


class PageDrawer(QObject):
    """Draws pages as PDF, one sheet for a picture; from any thread, one after the other."""

    _asked = Signal(object)  # _Drawing

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._asked.connect(self._start)
        self._lock = Lock()
        self._under_way: set[_Drawing] = set()
        self._is_closed = False

    def draw(
        self,
        html: str,
        options: DrawingOptions,
        *,
        origins: tuple[str, ...] = (),
        tile_file: "TileFile | None" = None,
    ) -> bytes:
        """Return the page as a PDF; meanwhile the window goes on, and may call it off.

        Parameters
        ----------
        html, options
            The page, and what is wanted of it.
        origins
            The servers of tiles that the page may ask; none but these.
        tile_file
            What answers for tiles of a file.

        Raises
        ------
        ExportError
            If the page is not drawn within two minutes, it was called off, or it would ask servers for too much.
        """
        if origins and count_tiles(*_view_size(options)) > MOST_TILES:
            raise ExportError(
                "so large a drawing asks the server for too many tiles; make it smaller or leave them out"
            )
        drawing = _Drawing(html, options, origins, tile_file)
        with self._lock:
            if self._is_closed:
                raise _called_off()
            self._under_way.add(drawing)
        self._asked.emit(drawing)
        if QThread.currentThread() is self.thread():
            _wait(drawing)
        try:
            return drawing.future.result()
        finally:
            with self._lock:
                self._under_way.discard(drawing)

    def call_off(self, *, asking_servers: bool = False) -> None:
        """Give up what is being drawn, or (``asking_servers``) only what asks some for tiles."""
        with self._lock:
            drawings = [each for each in self._under_way if each.origins or not asking_servers]
        for drawing in drawings:
            drawing.end(_called_off())

    def close(self) -> None:
        """Give up what is being drawn, and draw no more: nobody waits for it any longer."""
        with self._lock:
            self._is_closed = True
        self.call_off()

    def _start(self, drawing: "_Drawing") -> None:  # on this object's own thread
        drawing.start()


def _called_off() -> ExportError:
    return ExportError("the drawing was called off; nothing was written")


class _Drawing:
    """One page in a view of its own, from its loading to the PDF."""

    def __init__(self, html: str, options: DrawingOptions, origins: tuple[str, ...], tile_file: "TileFile | None"):
        self.future: Future[bytes] = Future()
        self.origins = origins
        self._tile_file = tile_file
        self._html, self._options = html, options
        self._view: MapView | None = None
        self._is_printing = self._is_printed = False

    def start(self) -> None:
        """Load the page, unless nobody wants it any more."""
        if self.future.done():
            return
        from infromap.gui.page.map_view import MapView  # the web engine is slow to load, and tables need none

        self._view = view = MapView(is_embedded=False, origins=self.origins, tile_file=self._tile_file)
        patience = QTimer(view, singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(self._give_up)
        patience.start()
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.page().scripts().insert(page_script("infromap-sheet", _wanted(self._options), is_first=True))
        view.painted.connect(self._print)
        painting_ms = _TILES_MS if self.origins else _PAINTING_MS
        view.loadFinished.connect(lambda _: QTimer.singleShot(painting_ms, self._print))
        view.resize(*_view_size(self._options))
        view.show()
        view.show_page(self._html, ())

    def end(self, outcome: bytes | BaseException) -> None:
        """Close the view and hand over a PDF, or the reason why there is none; the first outcome counts."""
        if self.future.done():
            return
        if (
            not self._is_printing or self._is_printed
        ):  # a page that prints goes when it is done, never in the midst of it
            QTimer.singleShot(0, self._close)
        if isinstance(outcome, bytes):
            self.future.set_result(outcome)
        else:
            self.future.set_exception(outcome)

    def _print(self) -> None:
        if self._view is not None and not self._is_printing and not self.future.done():
            self._is_printing = True
            self._view.page().printToPdf(self._take, page_layout(self._options))

    def _take(self, content) -> None:
        self._is_printed = True
        if self.future.done():
            QTimer.singleShot(0, self._close)
            return
        pdf = bytes(content.data())
        self.end(pdf or ExportError("the page could not be drawn; export .html instead"))

    def _give_up(self) -> None:
        self.end(ExportError("the page was not drawn within two minutes; export .html instead"))

    def _close(self) -> None:
        """Let the view go here: who asked for the drawing may be on another thread, and the last to know of it."""
        view, self._view = self._view, None
        if view is not None:
            view.close_page()
            view.deleteLater()


def page_layout(options: DrawingOptions) -> QPageLayout:
    """Return the sheet that a drawing wants."""
    if isinstance(options, PictureOptions):
        size = QPageSize(QSizeF(options.width * _POINTS, options.height * _POINTS), QPageSize.Unit.Point)
        return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    paper = QPageSize(QSizeF(*options.paper_mm), QPageSize.Unit.Millimeter)
    orientation = QPageLayout.Orientation.Landscape if options.is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, orientation, margins, QPageLayout.Unit.Millimeter)


def _paper_pixels(options: DocumentOptions) -> tuple[int, int]:
    """Return width and height of a sheet between its margins, in page pixels."""
    width, height = (int((side - 2 * MARGIN_MM) * _PIXELS_PER_MM) for side in options.size_mm)
    return width, height


def _view_size(options: DrawingOptions) -> tuple[int, int]:
    if isinstance(options, PictureOptions):
        return options.width, options.height
    width, height = _paper_pixels(options)
    return round(width * _FINER), round(height * _MAP_SHARES[options.is_landscape] * _FINER)


def _wanted(options: DrawingOptions) -> str:
    bounds = options.bounds
    box = [bounds.west, bounds.south, bounds.east, bounds.north] if bounds else None
    if isinstance(options, PictureOptions):
        own = {
            "kind": "picture",
            "hasTitle": options.has_title,
            "hasLegend": options.has_legend,
            "hasScaleBar": options.has_scale_bar,
            "isFine": options.scale >= _FINE_SCALE and _has_room_for_fine_tiles(options),
        }
    else:
        width, height = _paper_pixels(options)
        own = {"kind": "document", "paper": {"width": width, "height": height}, "hasTable": options.has_table}
        own["isFine"] = _has_room_for_fine_tiles(options)
    return f"window.infromapSheet = {json.dumps({**own, 'bounds': box})};"


def _has_room_for_fine_tiles(options: DrawingOptions) -> bool:
    width, height = _view_size(options)
    return count_tiles(2 * width, 2 * height) <= MOST_TILES


def _wait(drawing: _Drawing) -> None:
    """Let Qt work until a drawing is done."""
    loop = QEventLoop()
    drawing.future.add_done_callback(lambda _: loop.quit())
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
