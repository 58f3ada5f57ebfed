"""Makes the README's picture from the real window: docs/window.png, after a click on a marker.

Needs a display (``xvfb-run -s "-screen 0 1400x900x24"`` is one); without one it draws offscreen.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infromap.assets import geodata_path
from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme

DOCS = Path(__file__).resolve().parent
SIZE = (1400, 860)
SETTLE_MS = 1200


def main() -> int:
    """Open the bundled brief, click its hospital, and keep the picture."""
    prepare_environment()
    register_scheme()
    application = QApplication(["infromap"])
    from infromap.gui.settings import WindowSettings
    from infromap.gui.window import MainWindow

    scratch = DOCS / ".shots.ini"
    window = MainWindow(WindowSettings(QSettings(str(scratch), QSettings.Format.IniFormat)))
    window.resize(*SIZE)
    window.show()
    window.opening.open_file(sorted(geodata_path("articles").glob("*.txt"))[-1])
    _wait_for(window.map.painted)
    _settle()
    place = _answer(window.map, "JSON.stringify(window.infromap.pointOf(69.39, 53.28))")
    x, y = (float(each) for each in place.strip("[]").split(","))
    QTest.mouseClick(window.map.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    _settle()
    window.grab().save(str(DOCS / "window.png"))
    window.close()
    scratch.unlink(missing_ok=True)
    application.quit()
    print(DOCS / "window.png")
    return 0


def _wait_for(signal) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(60_000, lambda: loop.exit(1))
    if loop.exec():
        sys.exit("the map did not paint within a minute")


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _answer(view, code: str) -> str:
    loop, answers = QEventLoop(), []
    view.page().runJavaScript(code, 0, lambda value: (answers.append(value), loop.quit()))
    loop.exec()
    return answers[0]


if __name__ == "__main__":
    sys.exit(main())
