"""Many rows, many documents: what a window takes it gives back, and nothing is said on standard error."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).parent
POINTS, CHOICES, ZOOMS = map(int, os.environ.get("INFROMAP_LOAD", "20000 30 20").split())
DOCUMENTS = int(os.environ.get("INFROMAP_DOCUMENTS", "40"))
MANY = 500  # documents: by then the memory of all that is kept for ever is taken
MOST_KEPT_KB = 5  # a document; a page of the web engine alone keeps 1 to 3
MOST_GROWTH_KB = 10  # a document, with what lies free between blocks, which comes and goes
SLACK = 1.1  # of the memory
FEW = 200  # objects of Python
MOST_THREADS = 8  # Chromium and numpy begin some when they need them, and end them when they like
pytestmark = [
    pytest.mark.qt,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc"),
]


def run(program: str, *numbers: int) -> dict:
    """Run a program of this folder with the window's own environment; it says nothing on standard error."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }  # else root is told
    command = [sys.executable, HERE / program, *map(str, numbers)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    print(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def growth_kb(documents: Sequence[int], megabytes: Sequence[float]) -> float:
    """Return by how much each document of the second half made the memory grow."""
    half = len(documents) // 2
    return 1_000 * statistics.linear_regression(documents[half:], megabytes[half:]).slope


def test_a_window_of_very_many_rows_keeps_to_its_memory():
    found = run("load.py", POINTS, CHOICES, ZOOMS)

    assert (found["chosen"], found["zoomed"]) == (CHOICES, ZOOMS)
    assert found["MB"]["at rest"] <= SLACK * found["MB"]["plateau"]
    assert found["MB"]["plateau"] <= SLACK * found["MB"]["first half"]


def test_documents_that_were_open_leave_nothing():
    found = run("openings.py", DOCUMENTS)
    documents, memory, used, objects, threads = (
        found.pop(name) for name in ("documents", "MB", "MB in use", "objects of Python", "threads")
    )
    grown = {name: figures for name, figures in found.items() if figures[-1] > figures[0]}

    assert grown == {}
    assert found["MainWindow"] == found["QWebEngineProfile"] == found["widgets"] == [0] * len(documents)
    assert threads[-1] <= threads[0] + MOST_THREADS
    assert objects[-1] <= objects[0] + FEW
    assert DOCUMENTS < MANY or growth_kb(documents, used) <= MOST_KEPT_KB
    assert DOCUMENTS < MANY or growth_kb(documents, memory) <= MOST_GROWTH_KB
