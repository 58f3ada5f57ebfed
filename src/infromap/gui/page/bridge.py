"""The one way from the page back to the window: events that name a feature, a row, a place."""

import math
from functools import partial

from PySide6.QtCore import QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineScript

from infromap.assets import read_or_without, read_resource

# It runs in a world of its own: the page's scripts and its policy cannot see it, the page's events reach it.
_LISTENER = """
(function () {
  new QWebChannel(qt.webChannelTransport, function (channel) {
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

    @Slot(str)
    def report_selection(self, feature_id: str) -> None:
        """Take the id of the feature that the user chose on the page; empty if none is chosen."""
        self.feature_selected.emit(feature_id)

    @Slot(int, int)
    def report_row(self, layer: int, row: int) -> None:
        """Take the row of a layer that the user chose on the page; -1, -1 if none is chosen."""
        self.row_selected.emit(layer, row)

    @Slot(int, bool)
    def report_toggled(self, layer: int, is_visible: bool) -> None:
        """Hear that the user wants to see a layer, or not to; the page leaves it to the window."""
        self.layer_toggled.emit(layer, is_visible)

    @Slot(float, float, float, float)
    def report_view(self, lon: float, lat: float, zoom: float, metres_per_pixel: float) -> None:
        """Take what the map shows now."""
        if all(map(math.isfinite, (lon, lat, zoom, metres_per_pixel))) and metres_per_pixel > 0:
            self.view_changed.emit(lon, lat, zoom, metres_per_pixel)

    @Slot(float, float)
    def report_pointer(self, lon: float, lat: float) -> None:
        """Take the place under the pointer."""
        if abs(lon) <= 180 and abs(lat) <= 90:
            self.pointer_moved.emit(lon, lat)

    @Slot()
    def report_pointer_left(self) -> None:
        """Hear that the pointer is not over the map any more."""
        self.pointer_moved.emit(math.nan, math.nan)

    @Slot()
    def report_unmarked(self) -> None:
        """Hear that the user took the pin away."""
        self.unmarked.emit()

    @Slot(str)
    def report_pen(self, report: str) -> None:
        """Take what happened to a drawing."""
        self.pen_reported.emit(report)

    @Slot()
    def report_painted(self) -> None:
        """Hear that base map and features are drawn."""
        self.painted.emit()

    @Slot()
    def report_ready(self) -> None:
        """Hear that the page can be spoken to."""
        self.ready.emit()


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
