"""The map that a window shows: what it was made from, what its user has changed, and the way back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from infromap import session
from infromap.gui.as_text import menu_text
from infromap.session import MapState

if TYPE_CHECKING:
    from infromap.model.article import Article
    from infromap.model.mapdoc import MapDocument
    from infromap.route import Tracer
    from infromap.session import ProjectFile


StepName = Callable[[], str]  # says it in the language of the moment, whether or not the window that asks is there


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
        self.tracer: Tracer | None = None  # knows the real course of lines whose places are corrected
        self.undo = QUndoStack(self)
        self._corrected: MapDocument | None = None  # the base with the corrections of the state

    @property
    def project(self) -> "ProjectFile | None":
        """The project file that the map was opened from."""
        from infromap.model.article import Article

        return None if isinstance(self.source, Article) else self.source

    def open(
        self,
        base: "MapDocument",
        *,
        source: "Article | ProjectFile | None" = None,
        path: Path | None = None,
        state: MapState | None = None,
        tracer: "Tracer | None" = None,
    ) -> None:
        """Take another map; the steps of the one before are forgotten."""
        self.undo.clear()
        self.base, self.source, self.path, self.tracer = base, source, path, tracer
        self._corrected = None
        self._show(state or MapState())
        self.opened.emit()

    def take_over(self, other: "OpenMap") -> None:
        """Take the map of another window as it is, with all its steps back and forth."""
        self.undo.clear()
        self.source, self.path, self.tracer = other.source, other.path, other.tracer
        self.state, self.document, self._corrected = other.state, other.document, other._corrected
        self.base = None  # while there is none, steps show nothing
        theirs = other.undo
        for step in map(theirs.command, range(theirs.count())):
            if isinstance(step, _Step):
                self.undo.push(_Step(self, step.before, step.after, step.name))
        if theirs.cleanIndex() < 0:
            self.undo.resetClean()
        else:
            self.undo.setIndex(theirs.cleanIndex())
            self.undo.setClean()
        self.undo.setIndex(theirs.index())
        self.base = other.base
        self.opened.emit()

    def change(self, state: MapState, name: StepName) -> None:
        """Go to another state by one step that can be undone; ``name`` says in the Edit menu what it is."""
        self.undo.push(_Step(self, self.state, state, name))

    def go_to(self, state: MapState) -> None:
        """Show another state; for steps only, which know the way back."""
        if self.base is None:
            return
        before = self.state
        self._show(state)
        self.changed.emit(before, state)

    def _show(self, state: MapState) -> None:
        """Compose the document; corrections may plan lines again, and are laid over the base only if they changed."""
        base = self.base
        if base is None:
            return
        before, self.state = self.state, state
        has_other_corrections = self._corrected is None or state.corrections != before.corrections
        has_other_look = (state.layers, state.are_projects_shown) != (before.layers, before.are_projects_shown)
        if not has_other_corrections and not has_other_look:
            return  # bookmarks or the base map alone: the document is the same one
        if self._corrected is None or has_other_corrections:
            self._corrected = session.apply_corrections(base, state.corrections, tracer=self.tracer)
        self.document = session.compose_state(self._corrected, replace(state, corrections=()), before=self.document)


class _Step(QUndoCommand):
    def __init__(self, open_map: OpenMap, before: MapState, after: MapState, name: StepName):
        line = " ".join(name().split())
        super().__init__(f"{line}\n{menu_text(line)}")  # Qt takes the first line for lists, the second for menus
        self._open_map, self.before, self.after, self.name = open_map, before, after, name

    def redo(self) -> None:
        self._open_map.go_to(self.after)

    def undo(self) -> None:
        self._open_map.go_to(self.before)
