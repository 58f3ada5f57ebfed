"""Shows one page in a web view and prints how long that takes, as JSON.

Usage: ``page_view.py FILE``. The clock runs from the moment at which the view, awake and showing an empty page, is
told to load the file. A page is painted when it has loaded, says so itself if it is one of ours, and two more frames
are on the screen. A redraw is a zoom by one step without animation, up to the frame behind it; a click is one on the
middle of the first point or line of a map at rest, up to the frame that shows its popup.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from infromap.gui.environment import prepare_environment

PATIENCE_S = 120
SIZE = (1400, 900)

# Leaflet tells of each map that it makes, whoever makes it.
CATCH_MAP = """
let leaflet;
Object.defineProperty(window, "L", {
  configurable: true,
  get: () => leaflet,
  set(value) {
    leaflet = value;
    if (value.Map && !value.isCaught) value.Map.addInitHook(function () { window.caughtMap = this; });
    value.isCaught = true;
  },
});
window.afterFrame = (done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
});
"""
AWAIT_PAINTED = """
(function wait() {
  if (window.infromap && !window.infromap.painted) return setTimeout(wait, 5);
  window.afterFrame(() => window.afterFrame(() => (window.answer = 1)));
})();
"""
REDRAW = """
{
  const begun = performance.now();
  window.caughtMap.setZoom(window.caughtMap.getZoom() + 1, { animate: false });
  window.afterFrame(() => (window.answer = performance.now() - begun));
}
"""
CLICK = """
{
  const map = window.caughtMap;
  let target = null;
  if (window.infromap) {
    const { shapes } = window.infromap.layers[0];
    const piece = shapes.pieces >> 1;
    const at = 2 * (shapes.startOf(piece) + (shapes.areDots ? 0 : 25));
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * shapes.points[at + 1]))) * 180) / Math.PI;
    map.setView([lat, (shapes.points[at] - 0.5) * 360], map.getZoom(), { animate: false });
  } else {
    let layer = null;
    map.eachLayer((each) => {
      if (!layer && each.getPopup && each.getPopup()) layer = each.getLayers ? each.getLayers()[0] : each;
    });
    map.setView(layer.getLatLng ? layer.getLatLng() : layer.getLatLngs()[25], map.getZoom(), { animate: false });
  }
  setTimeout(() => {
    const { x, y } = map.getContainer().getBoundingClientRect();
    const middle = map.getSize().divideBy(2);
    const isIcon = document.querySelector(".leaflet-marker-icon") && !window.infromap;
    const rise = isIcon ? 20 : 0; // it stands on its point
    const event = { clientX: x + middle.x, clientY: y + middle.y - rise, bubbles: true, view: window };
    target = document.elementFromPoint(event.clientX, event.clientY);
    const begun = performance.now();
    for (const kind of ["mousedown", "mouseup", "click"]) target.dispatchEvent(new MouseEvent(kind, event));
    const isOpen = document.querySelector(".leaflet-popup") !== null;
    window.afterFrame(() => (window.answer = isOpen ? performance.now() - begun : -1));
  }, 500);
}
"""


class Offline(QWebEngineUrlRequestInterceptor):
    """Lets files through and nothing else."""

    def interceptRequest(self, info):  # noqa: N802
        """Refuse what would go over the network."""
        info.block(info.requestUrl().scheme() not in ("file", "data", "about", "qrc"))


class Viewer:
    """A view in which things are done and timed."""

    def __init__(self):
        self.profile = QWebEngineProfile()
        self.offline = Offline()
        self.profile.setUrlRequestInterceptor(self.offline)
        script = QWebEngineScript()
        script.setSourceCode(CATCH_MAP)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
        self.profile.scripts().insert(script)
        self.page = QWebEnginePage(self.profile)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(*SIZE)
        self.view.show()

    def load(self, path: Path) -> None:
        """Load a file and wait until it has loaded."""
        loop = QEventLoop()
        self.page.loadFinished.connect(loop.quit)
        QTimer.singleShot(PATIENCE_S * 1000, lambda: loop.exit(1))
        self.page.load(QUrl.fromLocalFile(str(path.absolute())))
        if loop.exec():
            raise TimeoutError

    def run(self, code: str) -> float:
        """Run code and wait for its answer."""
        loop, answers, deadline = QEventLoop(), [], time.monotonic() + PATIENCE_S
        self.page.runJavaScript(f"window.answer = null; {code}; 0", lambda _: ask())

        def ask():
            self.page.runJavaScript("window.answer", 0, take)

        def take(answer):
            if isinstance(answer, (int, float)):
                answers.append(answer)
            if answers or time.monotonic() > deadline:
                loop.quit()
            else:
                QTimer.singleShot(2, ask)

        QTimer.singleShot(PATIENCE_S * 1000, loop.quit)
        loop.exec()
        if not answers:
            raise TimeoutError
        return answers[0]

    def memory_mb(self) -> float:
        """Return the resident memory of the page's process."""
        status = Path(f"/proc/{self.page.renderProcessPid()}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def measure(path: Path) -> dict[str, float]:
    """Return what was measured up to where patience ended."""
    viewer = Viewer()
    blank = path.with_name("blank.html")
    blank.write_text("<!DOCTYPE html><title>blank</title>", encoding="utf-8")
    viewer.load(blank)
    measured = {}
    try:
        begun = time.perf_counter()
        viewer.load(path)
        viewer.run(AWAIT_PAINTED)
        measured["painted_s"] = time.perf_counter() - begun
        measured["memory_mb"] = viewer.memory_mb()
        viewer.run(REDRAW)  # the first one makes what later ones use
        measured["redraw_ms"] = viewer.run(REDRAW)
        measured["popup_ms"] = viewer.run(CLICK)
    except TimeoutError:
        pass
    viewer.view.close()
    return measured


if __name__ == "__main__":
    prepare_environment()
    application = QApplication(sys.argv[:1])
    print(json.dumps(measure(Path(sys.argv[1]))), flush=True)
    import os

    os._exit(0)  # a page that is still at work would hold the end up
