"""Opens the window in an odd surrounding and says what is on it: ``python tests/faults/odd_window.py ARTICLE PICTURE``.

Prints as JSON whether the map was painted, how many colours it has, and what messages there were.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from infromap.gui import app, run_window

_PATIENCE_MS = 60_000
_AFTER_MS = 500


def colours(window) -> int:
    """Return how many colours the map's middle has, of a sample of its pixels."""
    picture = window.map.grab().toImage()
    xs, ys = range(0, picture.width(), 7), range(0, picture.height(), 7)
    return len({picture.pixel(x, y) for x in xs for y in ys})


def main(article: str, picture: str) -> dict[str, object]:
    """Return what was seen."""
    seen: dict[str, object] = {"painted": False, "messages": []}

    class Watched(QApplication):
        def exec(self) -> int:
            window = next(each for each in QApplication.topLevelWidgets() if hasattr(each, "open_map"))

            def end() -> None:
                watch.stop()
                QTimer.singleShot(0, QApplication.closeAllWindows)
                seen["colours"] = colours(window)
                seen["features"] = len(window.document.features) if window.document else None
                window.grab().save(picture)

            def look() -> None:
                boxes = [
                    each
                    for each in QApplication.topLevelWidgets()
                    if isinstance(each, QMessageBox) and each.isVisible()
                ]
                for box in boxes:
                    seen["messages"].append(box.text())
                    box.close()

            watch = QTimer(self, interval=200)
            watch.timeout.connect(look)
            watch.start()
            window.map.painted.connect(lambda: (seen.update(painted=True), QTimer.singleShot(_AFTER_MS, end)))
            QTimer.singleShot(_PATIENCE_MS, end)
            return super().exec()

    app.QApplication = Watched
    seen["status"] = run_window([article])
    return seen


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
