"""Offline, nothing leaves this machine: what every process of the program asks of the kernel is written down."""

import re
import shutil
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from geocoding_server import KOSHARY, Answer
from gis_files import write_points
from tile_server import TileServer

pytestmark = [
    pytest.mark.qt,
    pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt-get install strace"),
]
# Chromium makes sockets to ask for its own interfaces, and urllib3 binds one to see whether there is IPv6: what counts
# is that none of them speaks to anybody.

START = """
from pathlib import Path
from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme
prepare_environment(); register_scheme()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication(["infromap"])
"""
SPOKEN = re.compile(r"^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(.*AF_INET", re.MULTILINE)


@pytest.fixture
def tile_server():
    server = TileServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def spoken(tmp_path, code: str) -> list[str]:
    return SPOKEN.findall(traced(tmp_path, code))


def traced(tmp_path, code: str) -> str:
    """Return what all processes of a program asked of the kernel to reach others."""
    trace = tmp_path / "trace"
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    program = ["strace", "-f", "-qq", "-e", calls, "-o", trace, sys.executable, "-c", textwrap.dedent(code)]
    subprocess.run(program, check=True, timeout=240, cwd=tmp_path)
    return trace.read_text(errors="replace")


def test_a_socket_that_speaks_is_seen(tmp_path):
    code = """
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))
    """

    assert len(spoken(tmp_path, code)) == 1


def test_the_window_speaks_to_nobody(tmp_path, brief, monkeypatch):
    """With article and layers, after looking for something, examining the installation, and exporting."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    towns = write_points(tmp_path / "towns.gpkg")
    code = f"""
        from infromap.doctor import examine
        from infromap.gui.app import Windows
        window = Windows("en").new()
        page = window.map.page()
        def use():
            window.map.painted.disconnect(use)
            page.runJavaScript("fetch('https://example.org/'); new Image().src = 'http://127.0.0.1:9/x.png'")
            window.find_anything.open()
            window.find_anything.dialog.field.setText("Karaganda")
            list(examine(has_display=True))
            window.worker.finished.connect(lambda: QTimer.singleShot(1000, application.quit))
            window.exporting.export_file(Path("map.pdf"))
        window.map.painted.connect(use)
        window.opening.open_files([Path({str(brief)!r}), Path({str(towns)!r})])
        QTimer.singleShot(150_000, application.quit)
        application.exec()
    """

    assert spoken(tmp_path, START + textwrap.dedent(code)) == []
    assert (tmp_path / "map.pdf").stat().st_size > 10_000


def test_links_that_connect_ahead_and_webrtc_leave_no_page(tmp_path):
    """They pass no interceptor; 192.0.2.7 is nobody's."""
    attempts = """
        const link = document.createElement("link");
        link.rel = "preconnect"; link.href = "http://192.0.2.7:8123";
        document.head.append(link);
        for (const urls of ["stun:192.0.2.7:8124", "turn:192.0.2.7:8124", "turn:192.0.2.7:8123?transport=tcp"]) {
          const call = new RTCPeerConnection({iceServers: [{urls, username: "a", credential: "b"}]});
          call.createDataChannel("x");
          call.createOffer().then((offer) => call.setLocalDescription(offer));
        }
        1
    """
    code = f"""
        from infromap.gui.page.map_view import MapView
        view, told = MapView(), []
        def attempt(_):
            view.page().runJavaScript({attempts!r}, 0, lambda said: Path("told").write_text(str(said)))
            QTimer.singleShot(4000, application.quit)
        view.loadFinished.connect(attempt)
        view.show()
        view.show_page("<p>page</p>", ())
        application.exec()
        view.close_page()
    """

    trace = traced(tmp_path, START + textwrap.dedent(code))

    assert Path(tmp_path / "told").read_text() in ("1", "1.0")
    assert [line for line in trace.splitlines() if "192.0.2.7" in line] == []
    assert [line for line in trace.splitlines() if re.search(r"send\w*\(.*AF_INET", line)] == []


def test_online_only_those_are_spoken_to_that_were_asked(tmp_path, tile_server, geocoding_server, monkeypatch):
    """The window with tiles of one server and places of another: no third one, no name is looked up."""
    monkeypatch.setenv("INFROMAP_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    geocoding_server.answers = [Answer([KOSHARY])]
    (tmp_path / "a.txt").write_text("The EBRD will finance a hospital in Koshary, Kazakhstan.")
    code = f"""
        from infromap.gazetteer.online import OnlineService
        from infromap.gui.files.network import Network
        from infromap.gui.window import MainWindow
        from infromap.model.tiles import TileLayer
        network = Network()
        network.set_online(True)
        tiles = TileLayer(name="Test", url={tile_server.url!r}, attribution="Grey")
        window = MainWindow(network=network, tiles=tiles, geocoder=OnlineService(address={geocoding_server.url!r}))
        window.show()
        window.map.painted.connect(lambda: QTimer.singleShot(3000, application.quit))
        window.opening.open_file(Path("a.txt"))
        QTimer.singleShot(100_000, application.quit)
        application.exec()
        window.close()
    """

    trace = traced(tmp_path, START + textwrap.dedent(code))

    asked = {int(port) for port in re.findall(r"connect\(.*AF_INET6?, sin6?_port=htons\((\d+)\)", trace)}
    assert len(geocoding_server.queries) == 1
    assert len(tile_server.paths) > 3
    # 443: a socket that says nothing, by which Chromium puts the addresses of a host in order.
    assert asked - {443} == {tile_server.server_port, geocoding_server.server_port}
    assert re.findall(r"connect\(.*AF_INET.*inet_addr\(\"(?!127\.0\.0\.1)", trace) == []
    assert [line for line in trace.splitlines() if re.search(r"send\w*\(.*AF_INET", line)] == []


def test_doctor_and_places_speak_to_nobody(tmp_path):
    for arguments in (["doctor"], ["geocode", "Karaganda"]):
        assert spoken(tmp_path, f"from infromap.cli.main import run; run({arguments!r})") == []


@pytest.mark.parametrize("suffix", [".html", ".geojson", ".gpkg", ".infromap"])
def test_a_command_speaks_to_nobody(tmp_path, brief, suffix):
    code = f"from infromap.cli.main import run; run(['export', {str(brief)!r}, '-o', 'map{suffix}'])"

    assert spoken(tmp_path, code) == []
    assert (tmp_path / f"map{suffix}").stat().st_size > 1000
