"""Everything about a map that its user can change, as one value: undo is the value before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from infromap import compose, session

if TYPE_CHECKING:
    from infromap.model.bookmark import Bookmark
    from infromap.model.correction import Correction
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import BaseMap
    from infromap.route import Tracer
    from infromap.session.look import MapLook, MissingLayer
    from infromap.session.project_file import ProjectFile


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapState:
    """What lies on a map beside what its article says; two states are the same only if they are one."""

    layers: tuple["Layer", ...] = ()  # settled, the first at the bottom
    corrections: tuple["Correction", ...] = ()  # in the order in which they were made
    are_projects_shown: bool = True
    base_map: "BaseMap | None" = None  # None: the one that the window was started with
    missing: tuple["MissingLayer", ...] = ()  # layers whose files could not be read
    bookmarks: tuple["Bookmark", ...] = ()  # of them nothing is seen on the map


def compose_state(
    base: "MapDocument", state: MapState, *, tracer: "Tracer | None" = None, before: "MapDocument | None" = None
) -> "MapDocument":
    """Return the map that is shown: the article's own, with everything that its user has changed.

    ``base`` has no layers. ``tracer`` traces the lines whose places were corrected. ``before`` is the map that was
    shown until now, if there is one: what has not changed is taken from it.
    """
    document = compose.with_layers(
        session.apply_corrections(base, state.corrections, tracer=tracer), state.layers, before=before
    )
    return document if state.are_projects_shown else replace(document, are_projects_shown=False)


def look_of(state: MapState) -> "MapLook":
    """Return what a project file keeps of layers and base map."""
    from infromap.session.look import MapLook, kept_layers

    return MapLook(
        layers=kept_layers(state.layers, state.missing),
        are_projects_shown=state.are_projects_shown,
        base_map=state.base_map,
    )


def add_to_look(opened: "ProjectFile | None", layers: Sequence["Layer"]) -> "MapLook":
    """Return what a project file keeps of a project that was opened, if one was, and of layers put onto its map."""
    from infromap.session.look import MapLook, kept_layers

    look = opened.look if opened else MapLook()
    return replace(look, layers=(*look.layers, *kept_layers(layers)))


def open_state(opened: "ProjectFile") -> MapState:
    """Return the state that a project was left in; its layers are read again, which may take a while."""
    from infromap.session.look import read_kept_layers

    layers, missing = read_kept_layers(opened.look.layers)
    return MapState(
        layers=layers,
        corrections=opened.corrections,
        bookmarks=opened.bookmarks,
        are_projects_shown=opened.look.are_projects_shown,
        base_map=opened.look.base_map,
        missing=missing,
    )
