"""Many rows, many documents: what a window takes it gives back, and nothing is said on standard error."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
POINTS, CHOICES, ZOOMS = map(int, os.environ.get("INFROMAP_LOAD", "20000 30 20").split())
DOCUMENTS = int(os.environ.get("INFROMAP_DOCUMENTS", "40"))
MANY = 500  # documents: by then the memory of all that is kept for ever is taken
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


def test_a_window_of_very_many_rows_keeps_to_its_memory():
    found = run("load.py", POINTS, CHOICES, ZOOMS)

    assert (found["chosen"], found["zoomed"]) == (CHOICES, ZOOMS)
    assert found["MB"]["at rest"] <= SLACK * found["MB"]["plateau"]


def test_documents_that_were_open_leave_nothing():
    found = run("openings.py", DOCUMENTS)
    memory, objects, threads = (found.pop(name) for name in ("MB", "objects of Python", "threads"))
    grown = {name: figures for name, figures in found.items() if figures[1] > figures[0]}

    assert grown == {}
    assert found["MainWindow"] == found["QWebEngineProfile"] == found["widgets"] == [0, 0]
    assert threads[1] <= threads[0] + MOST_THREADS
    assert objects[1] <= objects[0] + FEW
    assert DOCUMENTS < MANY or memory[1] <= SLACK * memory[0]
