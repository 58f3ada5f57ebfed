"""The map that a window shows: what it was made from, what its user has changed, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from infromap.model.article import Article
from infromap.model.mapdoc import MapDocument
from infromap.session import MapState, compose_state

if TYPE_CHECKING:
    from infromap.session import ProjectFile


class OpenMap(QObject):
    """One map at a time; whatever its user does to it is a step from one ``MapState`` to the next."""

    opened = Signal()  # another map has taken the place of the one before
    changed = Signal(object, object)  # MapState before, MapState after: of the same map

    def __init__(self, parent=None):
        super().__init__(parent)
        self.base: MapDocument | None = None  # the article's own map, as it was read
        self.document: MapDocument | None = None  # the base with everything that was changed
        self.state = MapState()
        self.source: Article | ProjectFile | None = None  # what can be read again; None for a map of layers alone
        self.path: Path | None = None  # of the project file that it was opened from or saved to
        self.undo = QUndoStack(self)

    @property
    def project(self) -> "ProjectFile | None":
        """The project file that the map was opened from."""
        return None if isinstance(self.source, Article) else self.source

    def open(
        self,
        base: MapDocument,
        *,
        source: "Article | ProjectFile | None" = None,
        path: Path | None = None,
        state: MapState | None = None,
    ) -> None:
        """Take another map; the steps of the one before are forgotten."""
        self.undo.clear()
        self.base, self.source, self.path = base, source, path
        self.state = state or MapState()
        self.document = compose_state(base, self.state)
        self.opened.emit()

    def change(self, state: MapState, text: str) -> None:
        """Go to another state by one step that can be undone; ``text`` names it in the Edit menu."""
        self.undo.push(_Step(self, self.state, state, text))

    def go_to(self, state: MapState) -> None:
        """Show another state; for steps only, which know the way back."""
        if self.base is None:
            return
        before, self.state = self.state, state
        self.document = compose_state(self.base, state)
        self.changed.emit(before, state)


class _Step(QUndoCommand):
    def __init__(self, open_map: OpenMap, before: MapState, after: MapState, text: str):
        super().__init__(text)
        self._open_map, self._before, self._after = open_map, before, after

    def redo(self) -> None:
        self._open_map.go_to(self._after)

    def undo(self) -> None:
        self._open_map.go_to(self._before)
