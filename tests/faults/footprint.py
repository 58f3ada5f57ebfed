"""What a program takes of the machine: memory of all its processes, files, threads, and what Qt and Python keep."""

import ctypes
import gc
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from infromap.gui.app import Windows
from infromap.gui.environment import log_qt_messages, prepare_environment
from infromap.gui.page.scheme import register_scheme
from infromap.gui.settings import WindowSettings

_COUNTED = ("MainWindow", "MapView", "MapPage", "QWebEngineProfile", "QWebChannel", "QThreadPool", "QLockFile")
PATIENCE_S = 300  # others may use the machine


@contextmanager
def begun_program() -> Iterator[tuple[Windows, Path]]:
    """Begin the program as its command does, with folders of its own; give its windows, none yet open, and a folder."""
    logging.basicConfig(level=logging.WARNING, format="infromap: %(levelname)s: %(message)s")
    prepare_environment()
    log_qt_messages()
    register_scheme()
    application = QApplication(["infromap"])
    application.setQuitOnLastWindowClosed(False)
    with _own_folders() as folder:
        settings = WindowSettings(QSettings(str(folder / "infromap.ini"), QSettings.Format.IniFormat))
        yield Windows("en", settings=settings), folder


@contextmanager
def _own_folders() -> Iterator[Path]:
    """Give the program folders of its own for temporary files and for what outlives a window."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["TMPDIR"] = tempfile.tempdir = name
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        yield Path(name)


def rest(milliseconds: int) -> None:
    """Let Qt work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_it, what: str, patience_s: float = PATIENCE_S) -> None:
    """Let Qt work until something holds."""
    until = time.monotonic() + patience_s
    while not is_it():
        if time.monotonic() > until:
            raise SystemExit(f"it does not come: {what}")
        rest(5)


def memory_mb() -> dict[str, float]:
    """Return the memory of this process and of all that it started, by name, and their sum.

    It is the proportional set size without pages of files: how many other programs map the same libraries is no doing
    of ours.
    """
    found: Counter[str] = Counter()
    own = psutil.Process()
    for each in (own, *own.children(recursive=True)):
        try:
            found["own" if each.pid == own.pid else each.name()] += _own_pages_mb(each.pid)
        except (psutil.NoSuchProcess, ProcessLookupError, FileNotFoundError):
            continue
    return {**found, "all": sum(found.values())}


def _own_pages_mb(pid: int) -> float:
    lines = (line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    kilobytes = {words[0]: int(words[1]) for words in lines}
    return (kilobytes["Pss:"] - kilobytes["Pss_File:"]) * 1024 / 1e6


class _Heaps(ctypes.Structure):
    """``struct mallinfo2`` of glibc."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    )


def used_mb() -> float:
    """Return what of the C library's heaps is in use in this process: blocks that somebody still holds."""
    tell = ctypes.CDLL(None).mallinfo2
    tell.restype = _Heaps
    heaps = tell()
    return (heaps.uordblks + heaps.hblkhd) / 1e6


def counts() -> dict[str, int]:
    """Return how many there are of what a window must give back when it goes."""
    own = psutil.Process()
    alive = Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, QObject))
    return {
        "files": own.num_fds(),
        "threads": own.num_threads(),
        "processes": len(own.children(recursive=True)),
        "temporary files and locks": sum(each.is_file() for each in Path(tempfile.gettempdir()).rglob("*")),
        "objects of Qt": sum(alive.values()),
        "objects of Python": len(gc.get_objects()),
        **{name: alive[name] for name in _COUNTED},
    }


def settle() -> None:
    """Let go of what is only waiting to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
