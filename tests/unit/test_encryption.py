"""A server whose certificate cannot be believed is not spoken to, by no way out; nobody is asked without encryption."""

import shutil
import socket

import pytest
from shapely import Point

from infromap.article import fetch, fetch_article
from infromap.errors import ArticleError, GeocoderError, InfromapError, RouteError
from infromap.gazetteer.answer_cache import AnswerCache, Clock
from infromap.gazetteer.online import OnlineGeocoder, OnlineService
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import Waypoint
from infromap.route.server import ServerTracer
from tls_server import Counter, make_certificate, running

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed: apt-get install openssl")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    return {is_expired: make_certificate(folder, is_expired=is_expired) for is_expired in (False, True)}


def fetch_it(address, _folder):
    return fetch_article(f"{address}/article", user_agent="x").text


def geocode_it(address, folder):
    clock = Clock(now=lambda: 1_800_000_000.0, sleep=lambda _: None)
    cache = AnswerCache(folder / "answers.sqlite", clock=clock)
    with OnlineGeocoder(OnlineService(address=address), cache, user_agent="x", clock=clock) as geocoder:
        return geocoder.candidates("Koshary")


def trace_it(address, _folder):
    source = Source(name="test")
    stops = [
        Waypoint(name=name, point=Point(lon, 50), is_stated=True, accuracy_km=1.0, source=source)
        for name, lon in (("A", 70), ("B", 71))
    ]
    return ServerTracer("osrm", address, user_agent="x").trace(stops, Kind.HIGHWAY)


WAYS = {"article": (fetch_it, ArticleError), "geocoder": (geocode_it, GeocoderError), "router": (trace_it, RouteError)}


@pytest.mark.parametrize("is_expired", [False, True], ids=["signed by itself", "out of date"])
@pytest.mark.parametrize("way", WAYS)
def test_a_certificate_that_cannot_be_believed_is_an_error_in_words(
    socket_enabled, monkeypatch, certificates, tmp_path, way, is_expired
):
    ask, kind = WAYS[way]
    server = Counter()
    if is_expired:  # the one who signed it is believed: it is out of date all the same
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
            monkeypatch.setenv(name, str(certificates[True]))
    with running(server, certificates[is_expired]) as address, pytest.raises(kind, match=r"(?i)certificate") as refusal:
        ask(address, tmp_path)

    assert server.asked == []
    assert "\n" not in str(refusal.value)


def test_a_certificate_that_is_believed_is_one(socket_enabled, monkeypatch, certificates, tmp_path):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[False]))
    server = Counter()
    with running(server, certificates[False]) as address:
        text = fetch_it(address, tmp_path)

    assert text.startswith("The AIIB lends")
    assert server.asked == ["/article"]


@pytest.mark.parametrize("way", ["geocoder", "router"])
def test_who_is_sent_elsewhere_does_not_go(socket_enabled, tmp_path, way):
    elsewhere = Counter(b"[]", Content_Type="application/json")
    with (
        running(elsewhere) as other,
        running(Counter(status=302, Location=f"{other}/x")) as address,
        pytest.raises(InfromapError, match="it is at"),
    ):
        WAYS[way][0](address, tmp_path)

    assert elsewhere.asked == []


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "FILE:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x", "http://10.0.0.1/",
     "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/", "http://2130706433/",
     "http://0x7f.1/", "http://localhost/", "http://0.0.0.0/", "http://100.64.0.1/", "http://224.0.0.1/",
     "//127.0.0.1:9/"],
)  # fmt: skip
def test_a_public_page_leads_nowhere_inside(socket_enabled, monkeypatch, target):
    server = Counter(status=302, Location=target)
    with running(server) as address:
        lies_inside = fetch._is_private
        monkeypatch.setattr(fetch, "_is_private", lambda url: not url.startswith(address) and lies_inside(url))
        monkeypatch.setattr(fetch, "refuse_private", lambda connection: None)  # the first one is of this machine
        with pytest.raises(ArticleError, match=r"refused|not allowed"):
            fetch_article(f"{address}/", user_agent="x")

    assert len(server.asked) == 1


def test_a_name_that_leads_inside_when_it_is_looked_up_again_is_refused(socket_enabled, monkeypatch):
    """The name is public when it is judged, and of this machine when it is connected to."""
    inside = Counter()
    with running(inside) as address:
        port = address.rpartition(":")[2]
        looked_up = []
        resolve = socket.getaddrinfo

        def rebind(host, *arguments, **options):
            if host != "rebinding.example":
                return resolve(host, *arguments, **options)
            looked_up.append(host)
            is_first = len(looked_up) == 1
            return resolve("93.184.216.34" if is_first else "127.0.0.1", *arguments, **options)

        monkeypatch.setattr(socket, "getaddrinfo", rebind)
        with pytest.raises(ArticleError, match=r"leads to 127\.0\.0\.1, which is refused"):
            fetch_article(f"http://rebinding.example:{port}/", user_agent="x")

    assert inside.asked == []
    assert len(looked_up) == 2
