"""Opens and closes documents again and again: ``python tests/faults/openings.py 1000``; prints what is left as JSON.

Windows of the program open an article, a project, GIS files, a table, and files that cannot be read, each in a window
of its own or one after the other in a window that stays a while. What the program takes of the machine is counted
after the first hundred documents and after the last; its memory is looked at on the way.
"""

import json
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from footprint import begun_program, counts, memory_mb, rest, settle, used_mb, wait_until
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from gis_files import CSV, write_points
from infromap.gui.app import Windows
from infromap.gui.layers.layers_panel import PROJECTS
from infromap.gui.window import MainWindow
from infromap.pipeline import open_map
from infromap.session import save_project

FIRST = 100  # after so many everything that is kept for ever is there
LOOKS = 20  # at the memory, of which those before the first hundred fall away
A_WHILE = 5  # documents that a window shows which is not closed at once
ANSWERS = QMessageBox.StandardButton


class Opener:
    """Opens one document after the other, and answers what the program asks."""

    def __init__(self, windows: Windows, folder: Path):
        self._windows = windows
        self._paths = cycle(write_documents(folder))
        self.dialogs = 0  # closed ones that a window still had at its own end
        self._heard: list[str] = []  # "painted" or "told"
        self._answering = QTimer(interval=5)
        self._answering.timeout.connect(self._answer)
        self._answering.start()

    def open(self, times: int) -> None:
        """Open so many documents; of ten, five go into windows of their own, five into one that stays."""
        while times > 0:
            alone = islice(self._paths, min(times, A_WHILE))
            for path in alone:
                self._show([path])
            times -= A_WHILE
            if times > 0:
                self._show(list(islice(self._paths, min(times, A_WHILE))))
                times -= A_WHILE

    def _show(self, paths: list[Path]) -> None:
        window = self._windows.new()
        window.map.painted.connect(lambda: self._heard.append("painted"))
        for path in paths:
            self._heard.clear()
            window.opening.open_file(path)
            wait_until(lambda: bool(self._heard), f"a map of {path.name}, or why there is none")
            if window.document:
                use(window)
        rest(1)
        self.dialogs += len(window.findChildren(QDialog))
        window.close()
        del window
        wait_until(lambda: not self._windows.open_windows, "the end of a window")

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            discard = box.button(ANSWERS.Discard)
            self._heard += [] if discard else ["told"]
            (discard or box.button(ANSWERS.Ok)).click()


def use(window: MainWindow) -> None:
    """Do what makes objects: choose, open the table, change something, take it back."""
    document = window.document
    if document.features:
        window.select_feature(document.features[0].id)
    elif document.layers:
        window.selection.choose_row(document.layers[0].id, 0)
    if not window.table.isVisible():
        window.commands["show_attribute_table"].trigger()
    window.layering.show_layer(PROJECTS, is_shown=False)
    window.open_map.undo.undo()
    rest(1)


def write_documents(folder: Path) -> list[Path]:
    """Write one document of each kind; three of them cannot be read."""
    brief = sorted((ROOT / "geodata" / "articles").glob("*.txt"))[-1]
    project, table, damaged, empty = (folder / f"{name}" for name in ("a.infromap", "b.csv", "c.gpkg", "d.txt"))
    save_project(open_map(brief), project)
    table.write_text(CSV.format(lat="lat", lon="lon"), encoding="utf-8")
    good = write_points(folder / "e.gpkg")
    damaged.write_bytes(good.read_bytes()[:5_000])
    empty.write_text("", encoding="utf-8")
    return [brief, good, project, damaged, table, write_points(folder / "f.geojson"), empty, folder / "nowhere.gpkg"]


def look(times: int, opener: Opener) -> Iterator[dict[str, float]]:
    """Open so many documents; count after the first of them, now and then, and after the last."""
    first, step = min(FIRST, times // 2), max(times // LOOKS, 2 * A_WHILE)
    opened = 0
    for until in (first, *range(first + step, times, step), times):
        opener.open(until - opened)
        opened = until
        rest(500)
        settle()
        rest(500)
        yield {
            "documents": opened,
            "MB": memory_mb()["all"],
            "MB in use": used_mb(),
            "dialogs": opener.dialogs,
            "widgets": len(QApplication.allWidgets()),
            **counts(),
        }


def main(times: int) -> dict[str, list[float]]:
    """Open so many documents; return each figure after the first documents, now and then, and after the last."""
    with begun_program() as (windows, folder):
        looks = list(look(times, Opener(windows, folder)))
    return {name: [each[name] for each in looks] for name in looks[0]}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
