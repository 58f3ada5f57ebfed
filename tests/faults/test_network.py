"""Offline, nothing leaves this machine: what every process of the program asks of the kernel is written down."""

import re
import shutil
import subprocess
import sys
import textwrap

import pytest

pytestmark = [
    pytest.mark.qt,
    pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt-get install strace"),
]
# Chromium makes sockets to ask for its own interfaces, and urllib3 binds one to see whether there is IPv6: what counts
# is that none of them speaks to anybody.
SPOKEN = re.compile(r"^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(.*AF_INET", re.MULTILINE)


def spoken(tmp_path, code: str) -> list[str]:
    trace = tmp_path / "trace"
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    program = ["strace", "-f", "-qq", "-e", calls, "-o", trace, sys.executable, "-c", textwrap.dedent(code)]
    subprocess.run(program, check=True, timeout=240, cwd=tmp_path)
    return SPOKEN.findall(trace.read_text(errors="replace"))


def test_a_socket_that_speaks_is_seen(tmp_path):
    code = """
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))
    """

    assert len(spoken(tmp_path, code)) == 1


def test_the_window_speaks_to_nobody(tmp_path, brief, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    code = f"""
        from pathlib import Path
        from infromap.gui.environment import prepare_environment
        from infromap.gui.page.scheme import register_scheme
        prepare_environment(); register_scheme()
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        application = QApplication(["infromap"])
        from infromap.gui.app import Windows
        window = Windows("en").new()
        page = window.map.page()
        window.map.painted.connect(lambda: page.runJavaScript(
            "fetch('https://example.org/'); new Image().src = 'http://127.0.0.1:9/x.png'"))
        window.map.painted.connect(lambda: QTimer.singleShot(3000, application.quit))
        window.opening.open_file(Path({str(brief)!r}))
        application.exec()
    """

    assert spoken(tmp_path, code) == []


@pytest.mark.parametrize("suffix", [".html", ".geojson", ".gpkg", ".infromap"])
def test_a_command_speaks_to_nobody(tmp_path, brief, suffix):
    code = f"from infromap.cli.main import run; run(['export', {str(brief)!r}, '-o', 'map{suffix}'])"

    assert spoken(tmp_path, code) == []
    assert (tmp_path / f"map{suffix}").stat().st_size > 1000
