"""An article from its address, asked for once and only when the user says so."""

import ipaddress
import socket
import urllib.error
import urllib.request
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from infromap.article.address import is_address
from infromap.article.reader import MAX_BYTES, decode_article
from infromap.errors import ArticleError, reason_of
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.article import Article

_TIMEOUT_S = 20.0
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}
_READABLE = ("text/", "application/xhtml+xml", "application/pdf")


def fetch_article(address: str, *, user_agent: str) -> "Article":
    """Fetch a page, text or PDF and read it as an article.

    Parameters
    ----------
    address
        http or https. A redirect from a public address to a private one is refused.
    user_agent
        Says who asks.

    Raises
    ------
    ArticleError
        If there is no answer within 20 s, the answer is no text, or it is larger than 5 MB.
    """
    request = urllib.request.Request(
        address, headers={"User-Agent": user_agent, "Accept": "text/html, text/plain, */*"}
    )
    is_private = _is_private(address)
    handlers: list[urllib.request.BaseHandler] = [_SafeRedirects(is_private=is_private)]
    if not is_private and not urllib.request.getproxies():  # a proxy is the user's own, and looks names up itself
        handlers += [_PublicHttp(), _PublicHttps()]
    opener = urllib.request.build_opener(*handlers)
    try:
        with opener.open(request, timeout=_TIMEOUT_S) as answer:
            content, kind, final = answer.read(MAX_BYTES + 1), answer.headers.get_content_type(), answer.geturl()
            if answer.length and len(content) <= MAX_BYTES:
                raise ValueError(Saying("the answer broke off {count:,} bytes before its end", count=answer.length))
    except (OSError, ValueError, HTTPException) as error:  # HTTPError and URLError among them
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        cause = getattr(error, "reason", None)
        reason: str = reason_of(cause if isinstance(cause, Exception) else error)
        if isinstance(error, urllib.error.HTTPError):
            reason = f"{error.code} {reason}"
        raise ArticleError(
            "{address} could not be fetched: {reason}; save it from a browser instead",
            address=address,
            reason=reason,
        ) from error
    if not kind.startswith(_READABLE):
        raise ArticleError("{address} is {kind}, no article; save its text and open that", address=address, kind=kind)
    return decode_article(content, source=address, suffix=_SUFFIXES.get(kind, ""), url=final)


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects on the web, never to a file or from the web into the user's own network."""

    def __init__(self, *, is_private: bool) -> None:
        self._is_private = is_private

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        fp.close()
        if not is_address(newurl) or (_is_private(newurl) and not self._is_private):
            raise urllib.error.URLError(f"it redirects to {newurl}, which is refused")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _PublicConnection(HTTPConnection):
    """Speaks to nobody in a private network, whatever its name was looked up as a moment before."""

    def connect(self) -> None:
        super().connect()
        refuse_private(self.sock)


class _PublicTlsConnection(HTTPSConnection):
    """The same, encrypted."""

    def connect(self) -> None:
        super().connect()
        refuse_private(self.sock)


class _PublicHttp(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(_PublicConnection, req)


class _PublicHttps(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self.do_open(_PublicTlsConnection, req)


def refuse_private(connection: socket.socket) -> None:
    """Raise ``URLError`` where a connection goes into a private network, and close it: nothing is asked there."""
    peer = str(connection.getpeername()[0])
    if _is_inside(peer):
        connection.close()
        raise urllib.error.URLError(f"its name leads to {peer}, which is refused")


def _is_private(address: str) -> bool:
    """Tell whether an address leads into a private network; one that cannot be looked up does not."""
    host = urlsplit(address).hostname or ""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return any(_is_inside(str(each)) for each in found)


def _is_inside(numbers: str) -> bool:
    """Tell whether an IP address is none of the public internet; one of IPv4 within IPv6 is what it stands for."""
    address = ipaddress.ip_address(numbers.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return not (inner or address).is_global or address.is_multicast
