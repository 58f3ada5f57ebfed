"""Everything about a map that its user can change, as one value: undo is the value before."""

from dataclasses import dataclass

from infromap.compose import with_layers
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapState:
    """What lies on a map beside what its article says; two states are the same only if they are one."""

    layers: tuple[Layer, ...] = ()  # settled, the first at the bottom


def compose_state(base: MapDocument, state: MapState) -> MapDocument:
    """Return the map that is shown: the article's own, with everything that its user has changed.

    ``base`` has no layers.
    """
    return with_layers(base, state.layers)
