"""What every test may use, and the two switches of the core suite."""

import os
import sys
import threading
from pathlib import Path

import pytest

from geocoding_server import Server

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

if os.environ.get("INFROMAP_WITHOUT_QT"):  # the core suite: whoever imports PySide6 fails
    sys.modules["PySide6"] = None  # type: ignore[assignment]


@pytest.hookimpl(trylast=True)
def pytest_configure(config) -> None:
    """Do without pytest-qt's own message handler, which comes and goes with each test (see one_thread.py)."""
    if config.pluginmanager.has_plugin("_qt_logging"):
        config.pluginmanager.unregister(name="_qt_logging")


@pytest.fixture(scope="session", autouse=True)
def no_networks(tmp_path_factory) -> Path:
    """Let no network of the user's own trace the lines of tests; return the folder that stands for theirs."""
    folder = tmp_path_factory.mktemp("networks")
    os.environ["INFROMAP_NETWORKS"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared articles and facts, or skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def brief() -> Path:
    """Return the bundled brief of 9 February 2026."""
    return ROOT / "geodata" / "articles" / "2026-02-09_aiib-kazakhstan.txt"


@pytest.fixture
def geocoding_server(socket_enabled):
    """Run a geocoding server on this machine; it does what ``answers`` says."""
    with Server() as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running
        running.shutdown()
