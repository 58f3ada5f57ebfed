"""The window starts and paints where much is missing: shared memory, a home, the bus, a language, fonts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
MISSING = (  # in a name space of mounts of its own
    "mount -t tmpfs -o ro none /dev/shm",
    "mount -t tmpfs -o ro none {home}",
)
pytestmark = [pytest.mark.qt, pytest.mark.skipif(sys.platform != "linux", reason="mounts of Linux")]


def look(tmp_path: Path, brief: Path, *before: str, **variables: str) -> dict:
    """Return what is seen of a window that was started after some commands."""
    program = f"exec {sys.executable} {HERE / 'odd_window.py'} {brief} {tmp_path / 'window.png'}"
    homes = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **homes, **variables}
    command = [*(["unshare", "-rm"] if before else []), "sh", "-c", " && ".join([*before, program])]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings)
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"no name space here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def check(seen: dict) -> None:
    assert seen["painted"]
    assert seen["colours"] > 100  # an empty map has a few
    assert seen["features"] == 5
    assert seen["messages"] == []


def test_without_shared_memory_and_a_home_that_can_be_written(tmp_path, brief):
    home = tmp_path / "home"
    home.mkdir()
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")

    check(look(tmp_path, brief, *(each.format(home=home) for each in MISSING), **dict.fromkeys(names, str(home))))


def test_without_a_bus_a_language_a_graphics_card_and_a_folder_for_what_is_temporary(tmp_path, brief):
    gone = {"TMPDIR": "/nonexistent", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "LC_ALL": "C"}

    check(look(tmp_path, brief, QTWEBENGINE_CHROMIUM_FLAGS="--disable-gpu --disable-3d-apis", **gone))
