"""A geocoding server on this machine that behaves, or misbehaves, as it is told."""

import http.server
import json
import time
from urllib.parse import parse_qs, urlsplit

KOSHARY = {
    "lat": "49.10",
    "lon": "60.90",
    "name": "Koshary",
    "display_name": "Koshary, Aktobe Region, Kazakhstan",
    "addresstype": "village",
    "type": "village",
    "osm_type": "node",
    "osm_id": 42,
    "boundingbox": ["49.08", "49.12", "60.87", "60.93"],
    "address": {"state": "Aktobe Region", "country_code": "kz"},
    "extratags": {"population": "1200"},
    "namedetails": {"name": "Қошары", "name:en": "Koshary"},
}


class Answer:
    """What the server does with one request."""

    def __init__(
        self,
        body=b"[]",
        *,
        status=200,
        kind="application/json",
        delay_s=0.0,
        half=False,
        drip=False,
        hang_up=False,
        **headers,
    ):
        self.body = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.status, self.kind, self.delay_s, self.half, self.drip = status, kind, delay_s, half, drip
        self.hang_up = hang_up
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Server(http.server.ThreadingHTTPServer):
    """Gives its answers in order, the last one again and again; remembers what it was asked and when."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = [Answer()]
        self.queries, self.agents, self.times = [], [], []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_):
        """Say nothing of a client that hung up: that is what these tests are about."""


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.times.append(time.time())
        server.queries.append({"path": urlsplit(self.path).path, **_query(self.path)})
        server.agents.append(self.headers["User-Agent"])
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        time.sleep(answer.delay_s)
        if answer.hang_up:
            return
        self.send_response(answer.status)
        for name, value in {"Content-Type": answer.kind, "Content-Length": len(answer.body), **answer.headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        if answer.drip:
            for letter in answer.body:
                self.wfile.write(bytes([letter]))
                time.sleep(0.05)
        else:
            self.wfile.write(answer.body[: len(answer.body) // 2] if answer.half else answer.body)

    def log_message(self, *_):
        pass


def _query(path):
    return {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
