"""A tile server on this machine: grey tiles, or none."""

import http.server
import struct
import zlib


def grey_tile():
    """Return a PNG of 256 by 256 grey pixels."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"".join(b"\x00" + b"\x80" * 256 for _ in range(256)))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


class TileServer(http.server.ThreadingHTTPServer):
    """Remembers the paths and the Referers of its requests."""

    daemon_threads = True

    def __init__(self, *, has_tiles=True, lets_pages_read=True):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.has_tiles, self.lets_pages_read = has_tiles, lets_pages_read
        self.paths, self.referers = [], []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/{{z}}/{{x}}/{{y}}.png"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.paths.append(self.path)
        self.server.referers.append(self.headers.get("Referer"))
        body = grey_tile() if self.server.has_tiles else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "image/png")
        if self.server.lets_pages_read:  # as nearly all servers of tiles do
            self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
