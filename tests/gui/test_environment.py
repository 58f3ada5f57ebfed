"""What must hold before Qt starts."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shiboken6 import delete

from infromap.gui.chromium_flags import chromium_flags

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


COLLECTING = "--js-flags=--initial-old-space-size=128"
PROTECTING = (
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp --host-resolver-rules="MAP nowhere.invalid ~NOTFOUND"'
)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("", f"--log-level=3 {COLLECTING} {PROTECTING}"),
        ("--disable-gpu", f"--log-level=3 {COLLECTING} {PROTECTING} --disable-gpu"),
        ("--log-level=0 --lang='zh CN'", f'{COLLECTING} {PROTECTING} --log-level=0 --lang="zh CN"'),
        ("--js-flags=--jitless", f"--log-level=3 {PROTECTING} --js-flags=--jitless"),
        (
            "--host-resolver-rules='MAP * 10.0.0.1' --disable-gpu",
            f"--log-level=3 {COLLECTING} {PROTECTING} --disable-gpu",
        ),
        ("--Proxy-Server=evil:1 --no-proxy-server", f"--log-level=3 {COLLECTING} {PROTECTING}"),
        ("--disable-web-security --ignore-certificate-errors", f"--log-level=3 {COLLECTING} {PROTECTING}"),
        ("--lang='not closed", f"--log-level=3 {COLLECTING} {PROTECTING}"),
    ],
)
def test_the_users_flags_stand_beside_ours_unless_they_undo_a_promise(wanted, given):
    assert chromium_flags(wanted) == given
    assert chromium_flags(given) == given


def test_a_flag_that_is_left_out_is_told(caplog):
    chromium_flags("--disable-gpu --proxy-server=evil:1")

    assert ["--proxy-server=evil:1" in record.message for record in caplog.records] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="platforms of Linux")
@pytest.mark.parametrize(
    ("variables", "told"),
    [({"QT_QPA_PLATFORM": "nonsense"}, '"nonsense"'), ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4999"}, "4999")],
)
def test_qt_without_a_platform_ends_in_one_line(variables, told):
    code = (
        "from infromap.gui.environment import log_qt_messages, prepare_environment\n"
        "import infromap.gui.environment as environment\n"
        "environment.has_display = lambda: True\n"
        "prepare_environment(); log_qt_messages()\n"
        "from PySide6.QtWidgets import QApplication\n"
        "QApplication([])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **variables}, cwd="/"
    )

    lines = [line for line in done.stderr.splitlines() if "sandbox" not in line]
    assert done.returncode == 2
    assert len(lines) == 1
    assert lines[0].startswith("infromap: error: no window can be opened: ")
    assert told in lines[0]


def test_a_picture_is_drawn_whatever_platform_is_named(tmp_path, brief):
    variables = {"QT_QPA_PLATFORM": "nonsense", "DISPLAY": ":4999"}
    command = [sys.executable, "-m", "infromap", "export", str(brief), "-o", str(tmp_path / "map.png")]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables})

    assert (done.returncode, (tmp_path / "map.png").read_bytes()[:4]) == (0, b"\x89PNG"), done.stderr
