"""An article from its address, asked for once and only when the user says so."""

import ipaddress
import socket
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from infromap.article.reader import MAX_BYTES, decode_article, is_address
from infromap.errors import ArticleError
from infromap.model.article import Article

_TIMEOUT_S = 20.0
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md"}
_READABLE = ("text/", "application/xhtml+xml", "application/pdf")


def fetch_article(address: str, *, user_agent: str) -> Article:
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
    opener = urllib.request.build_opener(_SafeRedirects(is_private=_is_private(address)))
    try:
        with opener.open(request, timeout=_TIMEOUT_S) as answer:
            content, kind, final = answer.read(MAX_BYTES + 1), answer.headers.get_content_type(), answer.geturl()
            if answer.length and len(content) <= MAX_BYTES:
                raise ValueError(f"the answer broke off {answer.length} bytes before its end")
    except (OSError, ValueError, HTTPException) as error:  # HTTPError and URLError among them
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        reason = " ".join(str(getattr(error, "reason", None) or error).split())
        code = f"{error.code} " if isinstance(error, urllib.error.HTTPError) else ""
        raise ArticleError(f"{address} could not be fetched: {code}{reason}; save it from a browser instead") from error
    if not kind.startswith(_READABLE):
        raise ArticleError(f"{address} is {kind}, no article; save its text and open that")
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


def _is_private(address: str) -> bool:
    """Tell whether an address leads into a private network; one that cannot be looked up does not."""
    host = urlsplit(address).hostname or ""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return any(not ipaddress.ip_address(str(each).partition("%")[0]).is_global for each in found)
