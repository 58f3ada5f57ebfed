"""A real window that is edited without end: ``python tests/faults/edited_window.py PROJECT``.

It begins with the unsaved work that a killed window left, else with the project file, else with an article, and says on
each line of its output, as JSON, what it found, which edit it makes, and up to which edit all is kept or saved.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme

prepare_environment()
register_scheme()

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from infromap.gui import dialogs
from infromap.gui.app import Windows
from infromap.model.bookmark import Bookmark
from infromap.session import read_project_file

AUTOSAVE_MS = 15
EDIT_MS = 10
EDITS_TO_A_SAVE = 23
ARTICLE = "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak."


def tell(**words: object) -> None:
    print(json.dumps(words), flush=True)


class Editing:
    """Edits the map of one window, one bookmark after another."""

    def __init__(self, window, project: Path):
        self._map, self._saving, self._project = window.open_map, window.saving, project
        self._timer = QTimer(window, interval=EDIT_MS)
        self._timer.timeout.connect(self._edit)
        self._asked = 0  # how many edits there were when the last copy was begun
        self._saving._timer.setInterval(AUTOSAVE_MS)
        self._saving._keeper.started.connect(lambda _: self._note())
        self._saving._keeper.finished.connect(lambda: tell(kept=self._asked))

    def begin(self) -> None:
        """Say what is there, and go on with it."""
        in_file = len(read_project_file(self._project).bookmarks) if self._project.exists() else 0
        marks = [each.name for each in self._map.state.bookmarks]
        tell(found=marks, projects=len(self._map.document.features), in_file=in_file)
        self._timer.start()

    def _note(self) -> None:
        self._asked = len(self._map.state.bookmarks)

    def _edit(self) -> None:
        marks = self._map.state.bookmarks
        tell(made=len(marks) + 1)
        mark = Bookmark(name=f"edit {len(marks) + 1}", lon=69.4, lat=53.3, zoom=8)
        self._map.change(replace(self._map.state, bookmarks=(*marks, mark)), lambda: "an edit")
        if len(marks) % EDITS_TO_A_SAVE == EDITS_TO_A_SAVE - 1:
            count = len(marks) + 1
            self._saving.save_project(self._project, then=lambda: tell(saved=count))


def main(project: Path) -> None:
    application = QApplication(["infromap"])
    dialogs.ask_unsaved = lambda found: tell(offered=len(found)) or True
    windows = Windows("en")
    windows.offer_unsaved()
    is_left = bool(windows.open_windows)
    window = windows.open_windows[0] if is_left else windows.new()
    editing = Editing(window, project)
    window.open_map.opened.connect(lambda: QTimer.singleShot(0, editing.begin))
    if not is_left and project.exists():
        window.opening.open_file(project)
    elif not is_left:
        window.opening.open_text(ARTICLE)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
