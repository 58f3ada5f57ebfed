"""Shows on the map where some geometries lie; of many the box is looked for beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.page.map_view import MapView
    from infromap.model.layer import Values
    from infromap.model.place import Bounds

_AT_ONCE = 2_000  # geometries, which may have any number of vertices


class Zooming(QObject):
    """Moves a map to a box around geometries; of several that are asked for, the last one counts."""

    nothing_found = Signal(str)  # what was asked for has no place: in the words of whoever asked
    failed = Signal(Exception)

    def __init__(self, map_view: MapView, parent: QObject | None = None):
        super().__init__(parent)
        self._map = map_view
        self.worker = Worker(self)

    def zoom_to(self, count: int, shapes: Callable[[], Values], *, else_told: str) -> None:
        """Show all of so many geometries; ``shapes`` gathers them, and may do so on another thread."""
        from infromap.compose.bounds import enclose

        if count <= _AT_ONCE:
            self.worker.cancel()
            self._show(enclose(shapes()), else_told)
        else:
            self.worker.run("", lambda: enclose(shapes()), lambda box: self._show(box, else_told), self.failed.emit)

    def _show(self, box: Bounds | None, else_told: str) -> None:
        if box is None:
            self.nothing_found.emit(else_told)
        else:
            self._map.call("fitBox", box.west, box.south, box.east, box.north)
