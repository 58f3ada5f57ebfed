"""The page's own address: ``infromap://map/``, answered from memory and from the user's file of tiles."""

import logging
import re
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtNetwork import QNetworkProxy
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWidgets import QApplication

from infromap.errors import VectorError

if TYPE_CHECKING:
    from infromap.gui.page.tile_file import TileFile

logger = logging.getLogger(__name__)

SCHEME = b"infromap"
PAGE_URL = QUrl("infromap://map/")
# One clear pixel: where the user's file has no tile, the base map shows and nothing has gone wrong.
_CLEAR = (
    b"image/gif",
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00"
    b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
)
_TILE_PATH = re.compile(r"/tiles/(\d{1,2})/(\d{1,8})/(\d{1,8})")
NOWHERE = "nowhere.invalid"  # the engine is told that there is no such host, and asks nobody for it
_INSIDE = ("infromap", "data", "blob")


def register_scheme() -> None:
    """Make the scheme known to the web engine; it must happen before the QApplication."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class PageHandler(QWebEngineUrlSchemeHandler):
    """Answers requests for the page with the text that it was given last, and for tiles from the user's file."""

    def __init__(self, parent=None, *, tile_file: "TileFile | None" = None):
        super().__init__(parent)
        self._content = b""
        self._tile_file = tile_file
        self.is_asked = threading.Event()  # for the page that was set last

    def set_html(self, html: str) -> None:
        """Serve this page from now on; unlike ``setHtml`` there is no limit of 2 MB."""
        self._content = html.encode("utf-8")
        self.is_asked.clear()

    def set_tile_file(self, tile_file: "TileFile | None") -> None:
        """Answer for the tiles of this file from now on."""
        self._tile_file = tile_file

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        answer = (b"text/html; charset=utf-8", self._content) if path in ("", "/") else self._tile(path)
        if answer is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        kind, content = answer
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind, buffer)
        self.is_asked.set()

    def _tile(self, path: str) -> tuple[bytes, bytes] | None:
        numbers = _TILE_PATH.fullmatch(path)
        if numbers is None or self._tile_file is None:
            return None
        try:
            return self._tile_file.read(*map(int, numbers.groups())) or _CLEAR
        except (VectorError, OSError) as error:
            logger.warning("a tile cannot be read: %s", error)
            return None


class InsideOnly(QWebEngineUrlRequestInterceptor):
    """Refuses every request that would leave the page: http, file, and all else.

    What the user has switched on, such as the servers of online tiles, is let through by scheme and host.
    """

    def __init__(self, parent=None, *, origins: tuple[str, ...] = ()):
        super().__init__(parent)
        self.refused: list[str] = []
        self.set_origins(origins)

    def set_origins(self, origins: tuple[str, ...]) -> None:
        """Let these through from now on, and no others."""
        self._origins = frozenset(origins)
        self._settle_way_out()

    def _settle_way_out(self) -> None:
        """Give the engine a way to the network only while one of its pages may ask somebody.

        Links that connect ahead and WebRTC pass no interceptor: without a way out they end at a proxy that is nowhere.
        What goes to this machine itself takes no proxy.
        """
        windows = QApplication.topLevelWidgets()
        pages = [page for window in windows for page in window.findChildren(InsideOnly)]
        may_ask = any(page._origins for page in (self, *pages))
        QNetworkProxy.setApplicationProxy(
            QNetworkProxy() if may_ask else QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, NOWHERE, 9)
        )

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme() not in _INSIDE and f"{url.scheme()}://{url.authority()}" not in self._origins:
            self.refused.append(url.toString())
            info.block(True)
