"""Keeps the map of a window in a project file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from infromap.errors import ExportError
from infromap.session import SUFFIX

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


class Saving(QObject):
    """The commands that write a project file."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        add = window.commands.add
        add("file", "save", self.tr("&Save Project"), self.save, QKeySequence.StandardKey.Save, needs="map")
        add("file", "save_as", self.tr("Save Project &As…"), self.save_as, "Ctrl+Shift+S", needs="map")
        window.commands.separate("file")

    def save(self) -> None:
        """Write the map to the project file that it was opened from or saved to; ask for one where there is none."""
        if self._map.path is None:
            self.save_as()
        else:
            self.save_project(self._map.path)

    def save_as(self) -> None:
        """Ask for a project file, and write the map to it."""
        kinds = self.tr("infromap project (*{suffix})").format(suffix=SUFFIX)
        path = self._window.ask_target(self.tr("Save the project"), kinds, SUFFIX)
        if path is not None:
            self.save_project(path)

    def save_project(self, path: Path) -> None:
        """Write the map to a project file."""
        document, opened, window = self._map.document, self._map.project, self._window
        if document is None:
            return
        if document.layers and not document.reading.article.text:
            window.report_error(ExportError(f"{path}: a project keeps an article, and this map has none; export it"))
            return

        def write() -> None:
            from infromap.session import save_project

            save_project(document, path, opened=opened)

        def done(_: object) -> None:
            self._map.path = path
            window.settings.add_recent_file(path.absolute())
            window.tell_written(path)
            if document.layers:
                told = self.tr("Written: {path}. A project keeps no layers of GIS files; open them again with it.")
                window.statusBar().showMessage(told.format(path=path), 15_000)

        window.worker.run(self.tr("Writing {name}…").format(name=path.name), write, done, window.report_error)
