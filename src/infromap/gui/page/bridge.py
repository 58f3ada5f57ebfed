"""The one way from the page back to the window: events that name a feature, a row, a place."""

import logging
import math
from functools import partial

from PySide6.QtCore import QEvent, QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineScript

from infromap.assets import read_or_without, read_resource

logger = logging.getLogger(__name__)

_MOST = (36_000.0, 90.0, 40.0, 1e6)  # lon (the map goes around the world), lat, zoom, metres in a pixel
_MOST_ROWS = 2**31 - 1

# It runs in a world of its own: the page's scripts and its policy cannot see it, the page's events reach it.
_LISTENER = """
(function () {
  const opened = new QWebChannel(qt.webChannelTransport, function (channel) {
    const bridge = channel.objects.bridge;
    document.addEventListener("infromap:selected", function (event) {
      bridge.report_selection(String(event.detail || ""));
    });
    document.addEventListener("infromap:row-chosen", function (event) {
      const detail = event.detail;
      bridge.report_row(detail ? Number(detail.layer) : -1, detail ? Number(detail.row) : -1);
    });
    document.addEventListener("infromap:layer-toggled", function (event) {
      event.preventDefault();
      bridge.report_toggled(Number(event.detail.layer), Boolean(event.detail.isVisible));
    });
    document.addEventListener("infromap:view", function (event) {
      const detail = event.detail;
      bridge.report_view(Number(detail.lon), Number(detail.lat), Number(detail.zoom), Number(detail.metresPerPixel));
    });
    document.addEventListener("infromap:pointer", function (event) {
      const detail = event.detail;
      if (detail) bridge.report_pointer(Number(detail.lon), Number(detail.lat));
      else bridge.report_pointer_left();
    });
    document.addEventListener("infromap:unmarked", function () { bridge.report_unmarked(); });
    document.addEventListener("infromap:pen", function (event) { bridge.report_pen(String(event.detail)); });
    document.addEventListener("infromap:painted", function () { bridge.report_painted(); });
    bridge.report_ready();
  });
  const answer = opened.handleResponse;
  opened.handleResponse = function (message) { // an answer to the page before this one may still come
    if (message.id in opened.execCallbacks) answer(message);
  };
})();
"""

# The window has panels of its own: the page hides those that would say the same again.
_EMBEDDED = """
(function () {
  new MutationObserver(function (_, observer) {
    if (!document.documentElement) return;
    observer.disconnect();
    document.documentElement.classList.add("embedded");
  }).observe(document, { childList: true });
  if (document.documentElement) document.documentElement.classList.add("embedded");
})();
"""

_WINDOW_SCRIPTS = (
    "window-view",
    "window-rows",
    "window-mark",
    "window-places",
)  # of resources/script: they run in the page's own world when it is put together


class Bridge(QObject):
    """What the page may tell: nothing but these slots can be called from it, and they believe nothing else."""

    feature_selected = Signal(str)
    row_selected = Signal(int, int)  # number of the layer on the page, row; -1, -1 for none
    layer_toggled = Signal(int, bool)  # number of the layer on the page, -1 for the projects; whether it is to be shown
    view_changed = Signal(float, float, float, float)  # lon, lat in degrees, zoom, metres in a pixel
    pointer_moved = Signal(float, float)  # lon, lat in degrees; NaN, NaN outside the map
    unmarked = Signal()
    pen_reported = Signal(str)  # what happened to a drawing, as JSON that nobody has looked at yet
    painted = Signal()
    ready = Signal()

    def event(self, event: QEvent) -> bool:
        """Stay: a web channel lets the page call ``deleteLater`` of every object, and nobody else calls this one's."""
        if event.type() == QEvent.Type.DeferredDelete:
            logger.warning("the page wanted its way to the window gone; it stays")
            return True
        return super().event(event)

    # Slots take whatever JavaScript has: Qt would make 0 out of a text where it wants a number, and tell nobody.

    @Slot("QVariant")
    def report_selection(self, feature_id: object) -> None:
        """Take the id of the feature that the user chose on the page; empty if none is chosen."""
        if isinstance(feature_id, str):
            self.feature_selected.emit(feature_id)
        else:
            _refuse("selection")

    @Slot("QVariant", "QVariant")
    def report_row(self, layer: object, row: object) -> None:
        """Take the row of a layer that the user chose on the page; -1, -1 if none is chosen."""
        numbers = _whole(layer), _whole(row)
        if None in numbers:
            _refuse("row")
        else:
            self.row_selected.emit(*numbers)

    @Slot("QVariant", "QVariant")
    def report_toggled(self, layer: object, is_visible: object) -> None:
        """Hear that the user wants to see a layer, or not to; the page leaves it to the window."""
        number = _whole(layer)
        if number is None or not isinstance(is_visible, bool):
            _refuse("switch of a layer")
        else:
            self.layer_toggled.emit(number, is_visible)

    @Slot("QVariant", "QVariant", "QVariant", "QVariant")
    def report_view(self, lon: object, lat: object, zoom: object, metres_per_pixel: object) -> None:
        """Take what the map shows now."""
        told = zip((lon, lat, zoom, metres_per_pixel), _MOST, strict=True)
        view = [number for value, most in told if (number := _number(value, most)) is not None]
        if len(view) == len(_MOST) and view[2] >= 0 and view[3] > 0:
            self.view_changed.emit(*view)
        else:
            _refuse("view")

    @Slot("QVariant", "QVariant")
    def report_pointer(self, lon: object, lat: object) -> None:
        """Take the place under the pointer; one beyond the edge of the world is none."""
        place = _number(lon, 180), _number(lat, 90)
        if None not in place:
            self.pointer_moved.emit(*place)

    @Slot()
    def report_pointer_left(self) -> None:
        """Hear that the pointer is not over the map any more."""
        self.pointer_moved.emit(math.nan, math.nan)

    @Slot()
    def report_unmarked(self) -> None:
        """Hear that the user took the pin away."""
        self.unmarked.emit()

    @Slot("QVariant")
    def report_pen(self, report: object) -> None:
        """Take what happened to a drawing."""
        if isinstance(report, str):
            self.pen_reported.emit(report)
        else:
            _refuse("drawing")

    @Slot()
    def report_painted(self) -> None:
        """Hear that base map and features are drawn."""
        self.painted.emit()

    @Slot()
    def report_ready(self) -> None:
        """Hear that the page can be spoken to."""
        self.ready.emit()


def _number(value: object, most: float) -> float | None:
    """Return a number of at most this size; None for anything else, of which NaN is one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
        return None
    return float(value)


def _whole(value: object) -> int | None:
    """Return a number of a layer or row, -1 for none; None for anything else."""
    number = _number(value, _MOST_ROWS)
    return int(number) if number is not None and number.is_integer() and number >= -1 else None


def _refuse(what: str) -> None:
    logger.warning("the page told of a %s that is none", what)


def bridge_scripts(*, is_embedded: bool) -> list[QWebEngineScript]:
    """Return the scripts that connect a page to the bridge; ``is_embedded`` takes the page's own panel away."""
    channel = QFile(":/qtwebchannel/qwebchannel.js")
    channel.open(QIODevice.OpenModeFlag.ReadOnly)
    listener = bytes(channel.readAll().data()).decode() + _LISTENER
    scripts = [_script("infromap-bridge", listener)]
    if is_embedded:
        scripts.append(_script("infromap-embedded", _EMBEDDED))
        scripts += [
            page_script(f"infromap-{name}", read_or_without(partial(read_resource, f"script/{name}.js"), "")[0])
            for name in _WINDOW_SCRIPTS  # without one the window does without what it does
        ]
    return scripts


def page_script(name: str, source: str, *, is_first: bool = False) -> QWebEngineScript:
    """Return a script that runs in the page's own world, after the page's scripts or before them."""
    points = QWebEngineScript.InjectionPoint
    script = _script(name, source)
    script.setInjectionPoint(points.DocumentCreation if is_first else points.DocumentReady)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    return script


def _script(name: str, source: str) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName(name)
    script.setSourceCode(source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.ApplicationWorld)
    script.setRunsOnSubFrames(False)
    return script
