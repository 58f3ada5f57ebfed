"""The legends of the layers, for a list of them; those of many rows are counted beside the window."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.render.layer_signs import Legend

_AT_ONCE = 20_000  # rows that are counted without another thread


class Legends(QObject):
    """Keeps what was counted as long as the layer says the same by its looks."""

    ready = Signal()  # those that were missing

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.worker = Worker(self)
        self._known: dict[str, tuple[Hashable, tuple[Legend, ...]]] = {}  # by id: what they depend on, and they

    def gather(self, layers: Sequence[Layer]) -> None:
        """Have the legends of these layers, and forget all others; ``ready`` tells of what takes time."""
        kept = {layer.id: self._known[layer.id] for layer in layers if self._is_known(layer)}
        missing = [layer for layer in layers if layer.id not in kept]
        kept |= _count([layer for layer in missing if _is_quick(layer)])
        self._known = kept
        slow = [layer for layer in missing if not _is_quick(layer)]
        self.worker.cancel()
        if slow:
            self.worker.run("", lambda: _count(slow), self._take, self._raise)

    def of(self, layer: Layer) -> tuple[Legend, ...]:
        """Return the legends of a layer; none while they are being counted."""
        return self._known[layer.id][1] if layer.id in self._known else ()

    def _take(self, counted: dict[str, tuple[Hashable, tuple[Legend, ...]]]) -> None:
        self._known |= counted
        self.ready.emit()

    def _raise(self, error: Exception) -> None:
        raise error

    def _is_known(self, layer: Layer) -> bool:
        return layer.id in self._known and self._known[layer.id][0] == _basis(layer)


def _count(layers: Sequence[Layer]) -> dict[str, tuple[Hashable, tuple[Legend, ...]]]:
    from infromap.render.layer_signs import layer_signs

    return {layer.id: (_basis(layer), layer_signs(layer).legends) for layer in layers}


def _is_quick(layer: Layer) -> bool:
    return len(layer) <= _AT_ONCE or not (layer.style.classes or layer.style.markers)


def _basis(layer: Layer) -> Hashable:
    """Return what the legends of a layer depend on."""
    style = layer.style
    return id(layer.columns), id(layer.filter), style.classes, style.markers, style.colour, style.marker
