"""Servers on this machine that speak TLS and cannot be believed: their certificates are their own, or out of date."""

import http.server
import ssl
import subprocess
import threading
from contextlib import contextmanager


def make_certificate(folder, *, is_expired=False):
    """Return a file with a key and a certificate for this machine, signed by itself; ``openssl`` makes it."""
    key, wish, names, made = (folder / f"{is_expired}.{kind}" for kind in ("key", "csr", "names", "crt"))
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for command in (
        ["openssl", "req", "-new", *curve, "-subj", "/CN=localhost", "-keyout", key, "-out", wish],
        ["openssl", "x509", "-req", "-in", wish, "-signkey", key, "-days", "-1" if is_expired else "2",
         "-extfile", names, "-out", made],
    ):  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
    both = folder / f"{is_expired}.pem"
    both.write_bytes(key.read_bytes() + made.read_bytes())
    return both


class Counter(http.server.ThreadingHTTPServer):
    """Remembers what was asked; answers with a text."""

    daemon_threads = True

    def __init__(self, answer=b"The AIIB lends USD 5 million for a hospital in Osh.", status=200, **headers):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer, self.status, self.headers, self.asked = answer, status, headers, []

    def handle_error(self, *_):
        """Say nothing of a client that ends the handshake: that is what these tests are about."""


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(self.server.status)
        headers = {"Content-Type": "text/plain", "Content-Length": len(self.server.answer), **self.server.headers}
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(self.server.answer)

    do_POST = do_HEAD = do_GET  # noqa: N815  names of http.server's

    def log_message(self, *_):
        pass


@contextmanager
def running(server, certificate=None):
    """Run a server, with TLS where there is a certificate; give its address."""
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
