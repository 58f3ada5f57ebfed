"""A page is drawn on sheets of its own, in a view that nobody sees: the way to pictures, PDF and paper."""

import json
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMarginsF, QObject, QSizeF, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize

from infromap.errors import ExportError
from infromap.export.drawing import MARGIN_MM, DocumentOptions, DrawingOptions, PictureOptions
from infromap.gui.page.bridge import page_script

if TYPE_CHECKING:
    from infromap.gui.page.map_view import MapView

_PATIENCE_MS = 120_000
_PAINTING_MS = 10_000  # a sheet is drawn from the page's data: it need not wait for ever until the screen is painted
_POINTS = 72 / 96  # of a page pixel
_PIXELS_PER_MM = 96 / 25.4
_FINER = 1.25  # the map of a document is drawn so much larger, and made to fit the sheet
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

    def draw(self, html: str, options: DrawingOptions) -> bytes:
        """Return the page as a PDF; meanwhile the window goes on, and may call it off.

        Raises
        ------
        ExportError
            If the page is not drawn within two minutes, or it was called off.
        """
        drawing = _Drawing(html, options)
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

    def call_off(self) -> None:
        """Give up what is being drawn."""
        with self._lock:
            drawings = list(self._under_way)
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

    def __init__(self, html: str, options: DrawingOptions):
        self.future: Future[bytes] = Future()
        self._html, self._options = html, options
        self._view: MapView | None = None
        self._is_printing = self._is_printed = False

    def start(self) -> None:
        """Load the page, unless nobody wants it any more."""
        if self.future.done():
            return
        from infromap.gui.page.map_view import MapView  # the web engine is slow to load, and tables need none

        self._patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self._patience.start()
        self._view = view = MapView(is_embedded=False)
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.page().scripts().insert(page_script("infromap-sheet", _wanted(self._options), is_first=True))
        view.painted.connect(self._print)
        view.loadFinished.connect(lambda _: QTimer.singleShot(_PAINTING_MS, self._print))
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
        if self._view is not None:
            self._patience.stop()
            self._view.close_page()
            self._view.deleteLater()


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
        }
    else:
        width, height = _paper_pixels(options)
        own = {"kind": "document", "paper": {"width": width, "height": height}, "hasTable": options.has_table}
    return f"window.infromapSheet = {json.dumps({**own, 'bounds': box})};"


def _wait(drawing: _Drawing) -> None:
    """Let Qt work until a drawing is done."""
    loop = QEventLoop()
    drawing.future.add_done_callback(lambda _: loop.quit())
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
