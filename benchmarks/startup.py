"""Time from the start of the process to the painted map, beside a bare QWebEngineView with an empty page.

Both run in fresh processes, in turn, in the same run; the ratio of the medians is the result. The peer imports
PySide6, shows an empty page and ends at ``loadFinished``: what no program with a web view can go below.
"""

import os
import platform
import statistics
import subprocess
import sys
import time

from infromap.display import has_display

ROUNDS = 7

PEER = """
import os, sys
from PySide6.QtWidgets import QApplication
from PySide6.QtWebEngineWidgets import QWebEngineView
application = QApplication(["peer"])
view = QWebEngineView()
view.resize(1400, 860)
view.loadFinished.connect(lambda _: os._exit(0))
view.setHtml("<!DOCTYPE html><title>x</title>")
view.show()
application.exec()
"""

OURS = """
import os
import infromap.__main__  # and what the command imports before it reads ahead
from infromap.ahead import read_ahead
from infromap.cli.main import bundled_article
ahead = read_ahead(bundled_article())
from infromap.gui import run_window
from infromap.gui.page.map_view import MapView
report = MapView._report_painted
MapView._report_painted = lambda view: (report(view), os._exit(0))
run_window([str(bundled_article())], ahead=ahead)
"""


def seconds(code: str) -> float:
    """Run a program in a new process and return how long it took to the point where it ends itself."""
    environment = {**os.environ, "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, stderr=subprocess.DEVNULL, timeout=120)
    return time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    for code in (PEER, OURS):
        seconds(code)  # files into the cache
    peer, ours = [], []
    for _ in range(ROUNDS):
        peer.append(seconds(PEER))
        ours.append(seconds(OURS))
    a, b = statistics.median(peer), statistics.median(ours)
    machine = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    print(f"{time.strftime('%Y-%m-%d')}, {machine}")
    print(f"bare QWebEngineView, empty page: {a:.2f} s ({min(peer):.2f}–{max(peer):.2f})")
    print(f"infromap, article to painted map: {b:.2f} s ({min(ours):.2f}–{max(ours):.2f})")
    print(f"ratio of medians: {b / a:.2f}")


if __name__ == "__main__":
    main()
