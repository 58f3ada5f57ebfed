"""Writes the map of a window to files for others."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from infromap.export import save_map
from infromap.gui.picture import draw_png

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


class Exporting(QObject):
    """The commands that export."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        add = window.commands.add
        add(
            "file", "export_html", self.tr("&Export HTML…"), self.choose_html, "Ctrl+Shift+E",
            icon="export", short=self.tr("Export HTML"), needs="map",
        )  # fmt: skip
        add("file", "export_picture", self.tr("Export &Picture…"), self.choose_picture, needs="map")
        window.commands.separate("file")

    def choose_html(self) -> None:
        """Ask where to write the page, and write it."""
        self._ask_and_export(self.tr("Export the map as a page"), self.tr("Web page (*.html)"), ".html")

    def choose_picture(self) -> None:
        """Ask where to write the picture, and write it."""
        self._ask_and_export(self.tr("Export the map as a picture"), self.tr("Picture (*.png)"), ".png")

    def export_file(self, path: Path) -> None:
        """Write the map to a file; the suffix decides what it becomes."""
        document, language = self._map.document, self._window.language
        tiles = self._window.base_maps.online_tiles if path.suffix.lower() == ".html" else None
        if document is None:
            return

        def done(_: object) -> None:
            self._window.tell_written(path)

        label = self.tr("Writing {name}…").format(name=path.name)
        if path.suffix.lower() == ".png":  # the page engine draws on this thread only
            self._run_here(label, lambda: save_map(document, path, language=language, draw_picture=draw_png), done)
        else:
            self._window.worker.run(
                label,
                lambda: save_map(document, path, language=language, tiles=tiles),
                done,
                self._window.report_error,
            )

    def _ask_and_export(self, title: str, kinds: str, suffix: str) -> None:
        path = self._window.ask_target(title, kinds, suffix)
        if path is not None:
            self.export_file(path)

    def _run_here(self, label: str, work: Callable[[], object], on_value: Callable[[object], None]) -> None:
        self._window.statusBar().showMessage(label)
        self._window.setCursor(Qt.CursorShape.WaitCursor)
        try:
            on_value(work())
        except Exception as error:
            self._window.report_error(error)
        finally:
            self._window.unsetCursor()
