"""What must be decided before Qt starts: where to draw, and whether Chromium's sandbox can work."""

import ctypes
import logging
import os
import sys
from glob import glob

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler

from infromap.display import has_display
from infromap.gui.chromium_flags import chromium_flags

logger = logging.getLogger(__name__)

# Qt and Chromium call it a warning that a machine has no graphics card or no D-Bus: that is for whoever asks with -v.
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_GRAPHICS_CARDS = ("/dev/dri/*", "/dev/nvidia[0-9]*", "/dev/dxg", "/dev/mali*")
_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
_SHARED_MEMORY, _LEAST_SHARED_BYTES = "/dev/shm", 256_000_000
_WITHOUT_SHARED_MEMORY = "--disable-dev-shm-usage"
_NO_WINDOW = 2  # exit status
_M_ARENA_MAX, _MOST_HEAPS = -8, 2  # the number is that of glibc's malloc.h


def prepare_environment() -> None:
    """Set Qt's environment. Call it before the first QApplication; calling it again changes nothing.

    Without a display Qt draws offscreen. Without a graphics card it draws the map's widget with its own painter and
    no part of it asks for OpenGL, which would load a compiler that does the same on the processor, later: 0.05 s and
    50 MB. The web engine is given our flags, and the user's beside them. As root on Linux Chromium refuses to
    start with its sandbox: it is switched off then, and only then, and the log says so. Where shared memory is
    small, as in containers, Chromium takes files instead.
    """
    _keep_constants()
    _keep_to_few_heaps()
    if not has_display():
        draw_offscreen()
    if sys.platform == "linux" and not any(map(glob, _GRAPHICS_CARDS)):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
    flags = chromium_flags(os.environ.get(_FLAGS, ""))
    if sys.platform == "linux" and not _has_shared_memory() and _WITHOUT_SHARED_MEMORY not in flags:
        flags = f"{flags} {_WITHOUT_SHARED_MEMORY}"
        logger.info("%s is full or cannot be written: the web engine takes files instead", _SHARED_MEMORY)
    os.environ[_FLAGS] = flags
    if sys.platform == "linux" and os.geteuid() == 0 and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        logger.warning("running as root: the web engine's sandbox is off; run as a plain user to have it on")


def _has_shared_memory() -> bool:
    """Tell whether Chromium's processes can share what they draw: without that memory it dies."""
    try:
        room = os.statvfs(_SHARED_MEMORY)
    except OSError:
        return False
    return os.access(_SHARED_MEMORY, os.W_OK) and room.f_bavail * room.f_frsize >= _LEAST_SHARED_BYTES


def draw_offscreen() -> None:
    """Let Qt draw without a screen, whatever platform the user names; call it before the first QApplication."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def log_qt_messages() -> None:
    """Bring Qt's own messages into the log, where ``-v`` shows them; where Qt cannot start, say so in one line and end.

    Without that Qt would end the program as one that has crashed.
    """
    qt = logging.getLogger("qt")
    warnings: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg and QCoreApplication.startingUp():
            _give_up("; ".join(each.strip().rstrip(".") for each in warnings) or message)
        if kind == QtMsgType.QtWarningMsg:
            warnings[:] = [*warnings[-1:], message]
        qt.log(_LEVELS[kind], "%s", message)

    qInstallMessageHandler(hear)


def _give_up(reason: str) -> None:
    told = " ".join(reason.split()).rstrip(".")
    what_to_do = "check DISPLAY and QT_QPA_PLATFORM, or write the map to a file: infromap export FILE -o map.html"
    sys.stderr.write(f"infromap: error: no window can be opened: {told}; {what_to_do}\n")
    sys.stderr.flush()
    os._exit(_NO_WINDOW)


def _keep_constants() -> None:
    """Keep None, True and False alive.

    WORKAROUND: PySide 6.12 returns them without counting, as Python 3.12 and later allow; under Python 3.11 each call
    of Qt's takes one reference away, and after some thousand of them Python ends with "deallocating None".
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value |= 1 << 40


def _keep_to_few_heaps() -> None:
    """Let all threads share two heaps of the C library.

    Else glibc gives up to eight for each processor, and what the threads that read and draw have given back stays in
    each of them: 90 MB after a hundred documents. Other systems and other C libraries have no such call.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_M_ARENA_MAX, _MOST_HEAPS)


def give_back_memory() -> None:
    """Let the system have what lies free in the C library's heaps: after a sort of a million texts 250 MB, in 20 ms."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)
