"""Roads are traced by a real server on this machine, and when it misbehaves the line stays schematic."""

import http.server
import json
import threading
import time
from contextlib import suppress
from itertools import pairwise

import pytest
from shapely import LineString, Point

from infromap.errors import RouteError
from infromap.geodesic import line_length_km
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.route import server, trace_route
from infromap.route.server import ServerTracer

WAY = [[70.0, 50.0], [70.3, 50.2], [70.7, 49.9], [71.0, 50.0]]
FAR = [[60.0, 40.0], [61.0, 40.0]]
ROUND = [[70.0, 50.0], [70.0, 56.0], [71.0, 50.0]]


def osrm(way, mode="driving"):
    legs = [{"steps": [{"mode": "driving"}, {"mode": mode}]}]
    return {"routes": [{"geometry": {"coordinates": way}, "duration": 1, "distance": 1, "legs": legs}]}


def valhalla(way, turn=1):
    leg = {"shape": polyline6(way), "summary": {"time": 1, "length": 1}, "maneuvers": [{"type": turn}]}
    return {"trip": {"legs": [leg]}}


def ors(way):
    summary = {"duration": 1, "distance": 1}
    return {"features": [{"geometry": {"coordinates": way}, "properties": {"summary": summary}}]}


def polyline6(way) -> str:
    text = ""
    for (lon_0, lat_0), (lon, lat) in pairwise([[0, 0], *way]):
        for step in (round(lat * 1e6) - round(lat_0 * 1e6), round(lon * 1e6) - round(lon_0 * 1e6)):
            bits = ~(step << 1) if step < 0 else step << 1
            while bits >= 0x20:
                text += chr((0x20 | (bits & 0x1F)) + 63)
                bits >>= 5
            text += chr(bits + 63)
    return text


NO_ROUTE = {"code": "NoRoute", "message": "Impossible route between points"}
ANSWERS = {
    "good": (200, osrm(WAY)),
    "ferry": (200, osrm(WAY, "ferry")),
    "no-route": (400, NO_ROUTE),
    "fault": (500, {}),
    "down": (503, {}),
    "busy": (429, {}),
    "garbage": (200, "<html>welcome</html>"),
    "odd": (200, {"routes": []}),
    "list": (200, [1, 2]),
    "words": (200, osrm("nowhere")),
    "point": (200, osrm(WAY[:1])),
    "beyond": (200, osrm([[700.0, 50.0], [71.0, 500.0]])),
    "far": (200, osrm(FAR)),
    "round": (200, osrm(ROUND)),
    "drip": (200, osrm(WAY)),
    "half": (200, osrm(WAY)),
    "valhalla": (200, valhalla(WAY)),
    "valhalla-ferry": (200, valhalla(WAY, 28)),
    "ors": (200, ors(WAY)),
}


class Handler(http.server.BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str], str]] = []  # noqa: RUF012

    def do_GET(self):
        size = int(self.headers.get("Content-Length") or 0)
        Handler.asked.append((self.path, dict(self.headers), self.rfile.read(size).decode()))
        name = self.path.split("/")[1]
        status, content = ANSWERS[name]
        body = (content if isinstance(content, str) else json.dumps(content)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if name == "drip":
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.1)
        self.wfile.write(body[: len(body) // 2] if name == "half" else body)

    def do_POST(self):
        self.do_GET()

    def handle(self):
        with suppress(OSError):  # whoever asked has gone
            super().handle()

    def log_message(self, *_):
        pass


@pytest.fixture
def address(socket_enabled, monkeypatch):
    monkeypatch.setattr(server, "_PAUSE_S", 0.0)
    Handler.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        listener.block_on_close = False
        threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.server_port}"
        listener.shutdown()


def trace(address: str, *, engine="osrm", kind=Kind.HIGHWAY, **options) -> Route:
    stops = [
        Waypoint(name=name, point=Point(place), accuracy_km=5, source=Source(name="a test"), is_stated=True)
        for name, place in (("A", WAY[0]), ("B", WAY[-1]))
    ]
    tracer = ServerTracer(engine, address, user_agent="infromap/test", **options)
    return trace_route(stops, kind=kind, tracer=tracer)


@pytest.mark.parametrize(("engine", "name"), [("osrm", "good"), ("valhalla", "valhalla"), ("ors", "ors")])
def test_a_road_is_traced_by_a_server(address, engine, name):
    route = trace(f"{address}/{name}", engine=engine, key="secret")

    assert route.method is GeometryMethod.TRACED, route.notices
    assert [list(point) for point in route.line.coords] == WAY
    assert route.length_km == pytest.approx(line_length_km(LineString(WAY)), rel=0.01)
    assert route.traced.source.url == f"{address}/{name}"
    assert "127.0.0.1" in route.traced.source.name
    assert route.traced.source.date is not None
    assert "OpenStreetMap contributors" in route.traced.credit.name


def test_the_server_is_told_who_asks_and_through_which_places(address):
    trace(f"{address}/good")

    ((path, headers, _),) = Handler.asked
    assert headers["User-Agent"] == "infromap/test"
    assert "70,50;71,50" in path


def test_the_key_goes_to_openrouteservice_in_a_header_and_ferries_are_avoided(address):
    trace(f"{address}/ors", engine="ors", key="secret")

    ((path, headers, body),) = Handler.asked
    assert headers["Authorization"] == "secret"
    assert "secret" not in path
    assert "ferries" in body


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no-route", "Impossible route"),
        ("fault", "500"),
        ("down", "503"),
        ("busy", "429"),
        ("garbage", "gave no way"),
        ("odd", "not what such a server says"),
        ("list", "not what such a server says"),
        ("words", "no line"),
        ("point", "no line"),
        ("beyond", "no line"),
        ("half", "gave no way"),
        ("ferry", "ferry"),
        ("far", "passes A"),
        ("round", "long for"),
    ],
)
def test_a_server_that_misbehaves_leaves_the_line_schematic_with_a_notice(address, name, words):
    route = trace(f"{address}/{name}")

    assert route.method is GeometryMethod.SCHEMATIC
    (notice,) = route.notices
    assert "A–B" in notice
    assert words in notice
    assert "\n" not in notice
    assert len(Handler.asked) == 1


def test_a_ferry_of_valhalla_is_refused(address):
    assert "ferry" in trace(f"{address}/valhalla-ferry", engine="valhalla").notices[0]


def test_a_server_that_drips_its_answer_is_not_waited_for(address):
    begin = time.monotonic()

    route = trace(f"{address}/drip", deadline_s=1)

    assert time.monotonic() - begin < 10  # the whole takes longer
    assert "none within 1 s" in route.notices[0]


def test_a_server_that_is_not_there_is_told(socket_enabled):
    assert "gave no way" in trace("http://127.0.0.1:9").notices[0]


def test_a_railway_is_never_sent_to_a_road_server(address):
    route = trace(f"{address}/good", kind=Kind.RAILWAY)

    assert Handler.asked == []
    assert "knows roads only" in route.notices[0]
    assert trace(f"{address}/good", kind=Kind.GAS).notices == ()


def test_requests_keep_a_pause_between_them(address, monkeypatch):
    monkeypatch.setattr(server, "_PAUSE_S", 0.3)
    tracer = ServerTracer("osrm", f"{address}/good", user_agent="x")
    stops = [
        Waypoint(name="A", point=Point(place), accuracy_km=5, source=Source(name="a test"), is_stated=True)
        for place in (WAY[0], WAY[-1])
    ]
    begin = time.monotonic()

    for _ in range(3):
        tracer.trace(stops, Kind.HIGHWAY)

    assert time.monotonic() - begin > 0.6


@pytest.mark.parametrize("address", ["localhost", "ftp://example.org", "http://"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(RouteError, match="no address"):
        ServerTracer("osrm", address, user_agent="x")
