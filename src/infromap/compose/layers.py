"""Layers of GIS files come onto a map: ids, colours, bounds, credit, notices."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.compose.bounds import enclose_all
from infromap.compose.credit import credit_sources
from infromap.model.article import Article, Reading
from infromap.model.mapdoc import MapDocument

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.model.place import Bounds

# They read on the light and on the dark map and are told apart by people who do not tell red from green; those that
# look like roads and like water come last.
_COLOURS = ("#c0549a", "#1a9e77", "#b08900", "#8a6fd1", "#d55e00", "#2b8cc4")


def compose_layers(layers: Sequence["Layer"]) -> MapDocument:
    """Make a document of GIS layers alone, at least one; it is called after the first one's file."""
    return add_layers(empty_map(layers[0]), layers)


def empty_map(layer: "Layer") -> MapDocument:
    """Return a document without features and layers that is called after the file of a layer."""
    article = Article(text="", source=layer.source.name, date=layer.date)
    return MapDocument(title=layer.source.name, reading=Reading(article=article), attribution=credit_sources(()))


def add_layers(document: MapDocument, layers: Sequence["Layer"]) -> MapDocument:
    """Return the document with more layers on top of those that it has, settled among them."""
    return with_layers(document, settle_layers(layers, document.layers))


def settle_layers(layers: Sequence["Layer"], others: Sequence["Layer"] = ()) -> tuple["Layer", ...]:
    """Return layers with an id and a colour of their own each, beside those of ``others``."""
    ids, colours = [layer.id for layer in others], [layer.style.colour for layer in others]
    settled = []
    for layer in layers:
        number = next(n for n in range(1, len(ids) + 2) if f"layer-{n}" not in ids)
        colour = min(_COLOURS, key=colours.count)
        settled.append(replace(layer, id=f"layer-{number}", style=replace(layer.style, colour=colour)))
        ids.append(settled[-1].id)
        colours.append(colour)
    return tuple(settled)


def with_layers(document: MapDocument, layers: Sequence["Layer"], *, before: MapDocument | None = None) -> MapDocument:
    """Return the document with settled layers on top of its own; bounds, credit and notices grow by theirs.

    ``before`` is what was shown: where it has the same places, its bounds are taken, which saves looking at a million.
    """
    if not layers:
        return document
    credited = {source.name: source for source in (*document.attribution, *(layer.source for layer in layers))}
    return replace(
        document,
        layers=(*document.layers, *layers),
        bounds=before.bounds if before and _has_same_places(before, document, layers) else _enclose(document, layers),
        notices=(*document.notices, *(notice for layer in layers for notice in layer.notices)),
        attribution=tuple(credited.values()),
    )


def _enclose(document: MapDocument, layers: Sequence["Layer"]) -> "Bounds | None":
    return enclose_all(document.features, (*document.layers, *layers))


def _has_same_places(before: MapDocument, document: MapDocument, layers: Sequence["Layer"]) -> bool:
    """Tell whether a document shows the same geometries, in whatever order, as another one with more layers."""
    shown = {id(layer.geometry) for layer in before.layers}
    return before.features is document.features and shown == {
        id(layer.geometry) for layer in (*document.layers, *layers)
    }
