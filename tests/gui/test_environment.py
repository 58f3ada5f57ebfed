"""What must hold before Qt starts."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shiboken6 import delete

pytestmark = pytest.mark.qt

HEAPS = """
import ctypes, sys, threading
from infromap.gui.environment import prepare_environment

if sys.argv[1] == "prepared":
    prepare_environment()
everybody = threading.Barrier(8)

def work():
    kept = [bytes(10_000) for _ in range(100)]
    everybody.wait()  # a heap of a thread that ended is given to the next

threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, out)
library.fflush(out)
"""

# Objects that live a while, so that the quick collection of young ones does not find them: hundreds of megabytes.
RUBBISH = """
(() => {
  const kept = [[], [], []];
  for (let round = 0; round < 100; round += 1) {
    kept[round % 3] = Array.from({ length: 100_000 }, (_, i) => ({ i, round }));
  }
  return kept.length;
})()
"""


def test_thousands_of_calls_of_qt_leave_none_and_true_alive(qtbot):
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number % 10))
        label.isVisible()

    assert min(map(sys.getrefcount, (None, True, False))) > 20_000


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells of cards by files")
@pytest.mark.parametrize(("cards", "backend", "open_gl"), [([], "software", "none"), (["/dev/dri/card0"], None, None)])
def test_without_a_graphics_card_qt_draws_by_itself(monkeypatch, cards, backend, open_gl):
    from infromap.gui import environment

    monkeypatch.setattr(environment, "glob", lambda _pattern: cards)
    monkeypatch.setattr(os, "environ", {**os.environ})
    for name in ("QT_QUICK_BACKEND", "QT_XCB_GL_INTEGRATION"):
        os.environ.pop(name, None)
    environment.prepare_environment()

    assert os.environ.get("QT_QUICK_BACKEND") == backend
    assert os.environ.get("QT_XCB_GL_INTEGRATION") == open_gl


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"), reason="not glibc")
@pytest.mark.parametrize(("state", "are_few"), [("prepared", True), ("unprepared", False)])
def test_threads_share_two_heaps(state, are_few):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    told = subprocess.run(
        [sys.executable, "-c", HEAPS, state], capture_output=True, text=True, env=environment, check=True
    ).stdout

    assert told.count("<malloc ") == 1
    assert (told.count("<heap nr=") <= 2) is are_few


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_what_scripts_leave_is_collected_before_it_is_much(qtbot, qapp):
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished, timeout=30_000):
        page.setHtml("<p>here")
    answers = []
    page.runJavaScript(RUBBISH, 0, answers.append)
    qtbot.waitUntil(lambda: answers == [3], timeout=60_000)
    taken = dict(line.split(":") for line in Path(f"/proc/{page.renderProcessPid()}/status").read_text().splitlines())
    delete(page)

    assert int(taken["RssAnon"].split()[0]) / 1_000 < 200
