"""Starts Qt and opens the windows."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import infromap
from infromap.gui.environment import log_qt_messages, prepare_environment
from infromap.gui.scheme import register_scheme

logger = logging.getLogger(__name__)


def run_window(files: Sequence[Path], *, language: str = "en") -> int:
    """Open each file in a window and return when the last one is closed.

    Parameters
    ----------
    files
        Articles; at least one.
    language
        Of the map page: en, ru, kk or zh.

    Returns
    -------
    int
        Exit status.
    """
    prepare_environment()
    log_qt_messages()
    register_scheme()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("infromap")
    application.setApplicationVersion(infromap.__version__)
    application.setDesktopFileName("infromap")
    from infromap.gui.icons import program_icon

    application.setWindowIcon(program_icon())
    sys.excepthook = lambda kind, error, trace: logger.error("a fault of ours", exc_info=(kind, error, trace))
    windows = Windows(language)
    for file in files:
        windows.open(file)
    return application.exec()


class Windows:
    """The open windows; a window lives here until it is closed."""

    def __init__(self, language: str):
        self._language = language
        self._open: list[object] = []

    def open(self, file: Path) -> None:
        """Open a file in a new window, which is on the screen before the file is read."""
        from infromap.gui.window import MainWindow

        window = MainWindow(language=self._language)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._open.remove(window))
        window.window_requested.connect(self.open)
        self._open.append(window)
        window.show()
        window.open_file(file)
