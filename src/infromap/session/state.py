"""Everything about a map that its user can change, as one value: undo is the value before."""

from dataclasses import dataclass, replace

from infromap.compose import with_layers
from infromap.model.bookmark import Bookmark
from infromap.model.correction import Correction
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument
from infromap.model.tiles import BaseMap
from infromap.route import Tracer
from infromap.session.corrections import apply_corrections


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapState:
    """What lies on a map beside what its article says; two states are the same only if they are one."""

    layers: tuple[Layer, ...] = ()  # settled, the first at the bottom
    corrections: tuple[Correction, ...] = ()  # in the order in which they were made
    are_projects_shown: bool = True
    base_map: BaseMap | None = None  # None: the one that the window was started with
    bookmarks: tuple[Bookmark, ...] = ()  # of them nothing is seen on the map


def compose_state(base: MapDocument, state: MapState, *, tracer: Tracer | None = None) -> MapDocument:
    """Return the map that is shown: the article's own, with everything that its user has changed.

    ``base`` has no layers. ``tracer`` traces the lines whose places were corrected.
    """
    document = with_layers(apply_corrections(base, state.corrections, tracer=tracer), state.layers)
    return document if state.are_projects_shown else replace(document, are_projects_shown=False)
