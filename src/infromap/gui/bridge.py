"""The one way from the page back to the window: an event that names a feature."""

from PySide6.QtCore import QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineScript

# It runs in a world of its own: the page's scripts and its policy cannot see it, the page's events reach it.
_LISTENER = """
(function () {
  new QWebChannel(qt.webChannelTransport, function (channel) {
    const bridge = channel.objects.bridge;
    document.addEventListener("infromap:selected", function (event) {
      bridge.report_selection(String(event.detail || ""));
    });
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


class Bridge(QObject):
    """What the page may tell: nothing but these three slots can be called from it."""

    feature_selected = Signal(str)
    pen_reported = Signal(str)  # what happened to a drawing, as JSON that nobody has looked at yet
    painted = Signal()
    ready = Signal()

    @Slot(str)
    def report_selection(self, feature_id: str) -> None:
        """Take the id of the feature that the user chose on the page; empty if none is chosen."""
        self.feature_selected.emit(feature_id)

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
    sources = {"infromap-bridge": bytes(channel.readAll().data()).decode() + _LISTENER}
    if is_embedded:
        sources["infromap-embedded"] = _EMBEDDED
    return [_script(name, source) for name, source in sources.items()]


def _script(name: str, source: str) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName(name)
    script.setSourceCode(source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.ApplicationWorld)
    script.setRunsOnSubFrames(False)
    return script
