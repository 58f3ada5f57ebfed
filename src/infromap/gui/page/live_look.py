"""Gives the layers another look on the page that is shown, without loading it again."""

from collections.abc import Hashable
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infromap.gui.worker import Worker
from infromap.session import MapState

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument

_FOLLOWED = ("layers", "are_projects_shown", "base_map", "bookmarks")  # of a state: BaseMaps sees to the tiles


class LiveLook(QObject):
    """Knows which layers the page holds and how it draws them, and tells it what has changed since."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._worker = Worker(self)
        self._loaded: MapDocument | None = None  # what the page was made from, or is being made from
        self._told: MapDocument | None = None  # what it shows now
        window.map.painted.connect(self.catch_up)

    def load(self, document: "MapDocument") -> None:
        """Take note of the document that the page will be made from."""
        self._loaded, self._told = document, None

    def can_follow(self, before: MapState, after: MapState) -> bool:
        """Tell whether a change is one of looks alone: every layer has its rows on the page already."""
        others = (each.name for each in fields(MapState) if each.name not in _FOLLOWED)
        if self._loaded is None or any(getattr(before, name) != getattr(after, name) for name in others):
            return False
        held = {layer.id: layer for layer in self._loaded.layers}
        return all(layer.id in held and _has_same_rows(layer, held[layer.id]) for layer in after.layers)

    def follow(self) -> None:
        """Let the page show the layers as the map has them now; a page that is not there yet does so when it is."""
        document, told = self._window.document, self._told
        if document is None or told is None or document is told:
            return
        from infromap.render.layer_look import map_look

        known = {layer.id: _codes_of(layer) for layer in told.layers}
        coded = [layer.id for layer in document.layers if known.get(layer.id) != _codes_of(layer)]

        def show(look: object) -> None:
            self._told = document
            self._window.map.call("styleLayers", look)

        self._worker.run("", lambda: map_look(document, coded=coded), show, self._window.report_error)

    def catch_up(self) -> None:
        """Take note that the page has painted, and tell it what has changed meanwhile."""
        self._told = self._loaded
        self.follow()

    def close(self) -> None:
        """Wait for what is under way."""
        self._worker.wait()


def _has_same_rows(layer: "Layer", other: "Layer") -> bool:
    return layer.geometry is other.geometry and layer.columns is other.columns


def _codes_of(layer: "Layer") -> tuple[Hashable, ...]:
    """Return what the codes of the rows depend on."""
    return layer.style.classes, layer.style.sizes, layer.style.markers, id(layer.filter)
