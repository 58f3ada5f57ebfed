"""What of a map is seen: what was hidden or filtered out does not go into a file for others."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from infromap.compose.bounds import enclose

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument


def seen_part(document: "MapDocument") -> "MapDocument":
    """Return the document without hidden layers, nor the rows that filters leave out, nor their credit and notices."""
    if all(layer.style.is_visible and layer.filter is None for layer in document.layers):
        return document
    layers = tuple(_shown_rows(layer) for layer in document.layers if layer.style.is_visible)
    hidden = [layer for layer in document.layers if not layer.style.is_visible]
    sources = {layer.source for layer in hidden} - {layer.source for layer in layers}
    notices = {notice for layer in hidden for notice in layer.notices} - {each for it in layers for each in it.notices}
    features = np.array([feature.geometry for feature in document.features], dtype=object)
    return replace(
        document,
        layers=layers,
        bounds=enclose(np.concatenate([features, *(layer.geometry for layer in layers)])),
        attribution=tuple(each for each in document.attribution if each not in sources),
        notices=tuple(each for each in document.notices if each not in notices),
    )


def _shown_rows(layer: "Layer") -> "Layer":
    if layer.filter is None:
        return layer
    mask = layer.filter.mask
    columns = tuple(replace(column, values=column.values[mask]) for column in layer.columns)
    return replace(layer, geometry=layer.geometry[mask], columns=columns, filter=None)
