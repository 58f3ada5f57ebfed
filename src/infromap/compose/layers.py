"""Layers of GIS files come onto a map: ids, colours, bounds, credit, notices."""

from collections.abc import Sequence
from dataclasses import replace

from infromap.compose.bounds import enclose_all
from infromap.compose.credit import credit_sources
from infromap.model.article import Article, Reading
from infromap.model.layer import Layer
from infromap.model.mapdoc import MapDocument

# They read on the light and on the dark map and are told apart by people who do not tell red from green; those that
# look like roads and like water come last.
_COLOURS = ("#c0549a", "#1a9e77", "#b08900", "#8a6fd1", "#d55e00", "#2b8cc4")


def compose_layers(layers: Sequence[Layer]) -> MapDocument:
    """Make a document of GIS layers alone, at least one; it is called after the first one's file."""
    name = layers[0].source.name
    article = Article(text="", source=name, date=layers[0].date)
    return add_layers(MapDocument(title=name, reading=Reading(article=article), attribution=credit_sources(())), layers)


def add_layers(document: MapDocument, layers: Sequence[Layer]) -> MapDocument:
    """Return the document with more layers on top of those that it has.

    They get ids and colours by their position in it; bounds, credit and notices grow by theirs.
    """
    begin = len(document.layers)
    added = [_settle(layer, number) for number, layer in enumerate(layers, start=begin)]
    credited = {source.name: source for source in (*document.attribution, *(layer.source for layer in added))}
    return replace(
        document,
        layers=(*document.layers, *added),
        bounds=enclose_all(document.features, (*document.layers, *added)),
        notices=(*document.notices, *(notice for layer in added for notice in layer.notices)),
        attribution=tuple(credited.values()),
    )


def _settle(layer: Layer, number: int) -> Layer:
    style = replace(layer.style, colour=_COLOURS[number % len(_COLOURS)])
    return replace(layer, id=f"layer-{number + 1}", style=style)
