"""A display is one that answers."""

import socket
import sys

import pytest

from infromap.display import has_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_there_is_none_without_a_name():
    assert not has_display()


@pytest.mark.parametrize("name", [":49999", ":4999", "unix:4999.0", "unix/host:4999", "localhost:4999", ":4999999"])
def test_an_x11_display_that_nobody_serves_is_none(monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)

    assert has_display() is (name in (":49999", ":4999999"))  # no number of a display: Qt will say


def test_an_x11_display_is_one_whose_socket_is_listened_to(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4998.0")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4998")
        assert not has_display()
        server.listen()

        assert has_display()


def test_a_wayland_display_is_a_socket_in_the_folder_of_the_session(monkeypatch, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)  # a path of at most 107 letters
        server.bind("wayland-7")
        server.listen()
        monkeypatch.setenv("XDG_RUNTIME_DIR", ".")

        assert has_display()
