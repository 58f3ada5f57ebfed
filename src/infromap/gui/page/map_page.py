"""The page that a view shows, and what it may not do."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from infromap.gui.page.scheme import PAGE_URL, SCHEME

logger = logging.getLogger(__name__)

_LETTERS = 1_000  # of what a page says on its console
_OFF = (
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
)


_NO_PROGRAMS = QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes  # mailto: and such start none


class MapPage(QWebEnginePage):
    """A page that stays where it is: web addresses go to the user's browser, all else is refused."""

    console_message = Signal(str)

    def __init__(self, profile: QWebEngineProfile, open_address: Callable[[QUrl], object], parent=None):
        super().__init__(profile, parent)
        self._open_address = open_address
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)
        self.settings().setUnknownUrlSchemePolicy(_NO_PROGRAMS)
        self.newWindowRequested.connect(self._refuse_window)

    def acceptNavigationRequest(self, url: QUrl, _kind: QWebEnginePage.NavigationType, is_main_frame: bool) -> bool:
        return is_main_frame and url.scheme().encode() == SCHEME and url.host() == PAGE_URL.host()

    def javaScriptConsoleMessage(self, _level, message: str, line: int, source: str) -> None:
        logger.warning("page: %s (%s:%s)", " ".join(message[:_LETTERS].split()), source, line)
        self.console_message.emit(message)

    def chooseFiles(self, *_: object) -> list[str]:
        """Refuse: no page of ours asks for files, and another may not."""
        return []

    def _refuse_window(self, request) -> None:
        url = request.requestedUrl()
        if request.isUserInitiated() and url.scheme() in ("http", "https"):
            self._open_address(url)
