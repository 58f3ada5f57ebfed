"""An address is fetched from a real server on this machine, and what is no article is refused."""

import http.server
import threading

import pytest

from infromap.article import fetch, fetch_article
from infromap.errors import ArticleError

PAGES = {
    "/text": (200, {"Content-Type": "text/plain; charset=utf-8"}, "A hospital in Shymkent – a loan.".encode()),
    "/page": (
        200,
        {"Content-Type": "text/html"},
        b"<html><title>T</title><body><p>A hospital in Osh.</p></body></html>",
    ),
    "/gone": (404, {}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"..."),
    "/large": (200, {"Content-Type": "text/plain"}, b"x" * 5_000_001),
    "/moved": (302, {"Location": "/text"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/half": (200, {"Content-Type": "text/plain", "Content-Length": "5000"}, b"The AIIB lends"),
    "/no-length": (200, {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"}, b"zz\r\nThe AIIB"),
    "/loop": (302, {"Location": "/loop"}, b""),
}


AGENTS = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        AGENTS.append(self.headers["User-Agent"])
        status, headers, body = PAGES[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def address(socket_enabled):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_fetched_and_its_address_kept(address):
    article = fetch_article(f"{address}/moved", user_agent="infromap/test")

    assert article.text == "A hospital in Shymkent – a loan."
    assert article.url == f"{address}/text"
    assert AGENTS[-1] == "infromap/test"


def test_a_web_page_is_read_as_one(address):
    article = fetch_article(f"{address}/page", user_agent="x")

    assert "A hospital in Osh." in article.text
    assert "<" not in article.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "404"),
        ("/picture", "image/png"),
        ("/large", "5 MB"),
        ("/to-file", "file"),
        ("/loop", "302"),
        ("/half", "could not be fetched"),
        ("/no-length", "could not be fetched"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(address, path, words):
    with pytest.raises(ArticleError, match=words) as refusal:
        fetch_article(f"{address}{path}", user_agent="x")

    assert f"{address}{path}" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_the_web_does_not_lead_into_the_readers_own_network(address, monkeypatch):
    monkeypatch.setattr(fetch, "_is_private", lambda url: url.endswith("/text"))

    with pytest.raises(ArticleError, match="refused"):
        fetch_article(f"{address}/moved", user_agent="x")


def test_a_server_that_is_not_there_is_told(socket_enabled):
    with pytest.raises(ArticleError, match="could not be fetched"):
        fetch_article("http://127.0.0.1:9/x", user_agent="x")
