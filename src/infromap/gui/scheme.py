"""The page's own address: ``infromap://map/``, answered from memory and from nowhere else."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

SCHEME = b"infromap"
PAGE_URL = QUrl("infromap://map/")
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
    """Answers requests for the page with the text that it was given last."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._content = b""

    def set_html(self, html: str) -> None:
        """Serve this page from now on; unlike ``setHtml`` there is no limit of 2 MB."""
        self._content = html.encode("utf-8")

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        if job.requestUrl().path() not in ("", "/"):
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(self._content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(b"text/html; charset=utf-8", buffer)


class InsideOnly(QWebEngineUrlRequestInterceptor):
    """Refuses every request that would leave the page: http, file, and all else.

    What the user has switched on, such as the servers of online tiles, is let through by scheme and host.
    """

    def __init__(self, parent=None, *, origins: tuple[str, ...] = ()):
        super().__init__(parent)
        self.refused: list[str] = []
        self._origins = frozenset(origins)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if url.scheme() not in _INSIDE and f"{url.scheme()}://{url.authority()}" not in self._origins:
            self.refused.append(url.toString())
            info.block(True)
