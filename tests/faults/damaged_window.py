"""Opens the window of a damaged installation: ``python tests/faults/damaged_window.py FOLDER LANGUAGE NAME=DAMAGE …``.

Prints as JSON what the window says and shows; leaves its picture in FOLDER.
"""

import json
import sys
from pathlib import Path

from damage import DAMAGES, TEXT, install, spoil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

_PATIENCE_MS = 25_000


def watch(folder: Path, said: dict[str, object]) -> None:
    """Note each message, and end once the check of the files has said what is damaged."""
    window = next((each for each in QApplication.topLevelWidgets() if hasattr(each, "open_map")), None)
    for box in [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]:
        said["messages"].append(f"{box.text()} {box.informativeText()}")
        is_check = bool(box.informativeText())
        if is_check:
            box.grab().save(str(folder / "box.png"))
        box.close()
        if is_check and window:
            document = window.document
            said["features"] = len(document.features) if document else None
            said["located"] = sum(each.geometry is not None for each in document.features) if document else None
            said["notices"] = document.notices if document else ()
            said["projects"] = window.projects.model.rowCount()
            window.grab().save(str(folder / "window.png"))
            QTimer.singleShot(500, QApplication.closeAllWindows)
            return
    QTimer.singleShot(100, lambda: watch(folder, said))


def main(folder: Path, language: str, spoiled: list[str]) -> dict[str, object]:
    """Return what the window said and shows."""
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    install(folder)
    how = {damage.__name__: damage for damage in DAMAGES}
    for each in spoiled:
        name, damage = each.split("=")
        spoil(folder / "infromap" / name, how[damage])
    from infromap.gui import app, run_window

    said: dict[str, object] = {"messages": []}

    app.QApplication = _Watched
    _Watched.begin = lambda: (
        QTimer.singleShot(100, lambda: watch(folder, said)),
        QTimer.singleShot(_PATIENCE_MS, QApplication.closeAllWindows),
    )
    said["status"] = run_window([str(folder / "article.txt")], language=language)
    return said


class _Watched(QApplication):
    begin = None

    def exec(self) -> int:
        _Watched.begin()
        return super().exec()


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]), ensure_ascii=False))
