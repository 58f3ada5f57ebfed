"""How a layer looks, as the page is told: when it is made, and again when its user wants another look."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.render.columns import LARGEST_EXACT
from infromap.render.data import attribution_json, bounds_json
from infromap.render.layer_signs import LayerSigns, Legend, LegendEntry, layer_signs
from infromap.render.packing import pack_integers

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.model.layer_style import Category
    from infromap.model.mapdoc import MapDocument

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerLook:
    """``style`` is JSON for the page; ``codes`` are packed, one for each row, or None where all look alike."""

    style: Json
    codes: str | None


def layer_look(layer: Layer) -> LayerLook:
    """Return the look of a layer."""
    signs, style = layer_signs(layer), layer.style
    label = layer.column(style.label_column) if style.label_column is not None else None
    members = {
        "name": layer.name,
        "isVisible": style.is_visible,
        "opacity": style.opacity,
        "colour": style.colour,
        "width": style.width_px,
        "radius": style.radius_px,
        "signs": [[sign.colour, sign.radius_px, sign.marker] for sign in signs.signs],
        "legends": [_legend(each) for each in signs.legends],
        "shown": layer.shown_count,
        "label": None if label is None else layer.columns.index(label),
    }
    return LayerLook(style=members, codes=_pack_codes(signs))


def map_look(document: MapDocument, *, coded: Collection[str]) -> Json:
    """Return what ``window.infromap.styleLayers`` wants; the page does not have the codes of the layers ``coded``."""
    return {
        "layers": [_restyled(layer, layer.id in coded) for layer in document.layers],
        "areProjectsShown": document.are_projects_shown,
        "bounds": bounds_json(document),
        "attribution": attribution_json(document),
    }


def _restyled(layer: Layer, is_coded: bool) -> Json:
    look = layer_look(layer)
    return {"id": layer.id, "style": look.style} | ({"codes": look.codes} if is_coded else {})


def _legend(legend: Legend) -> Json:
    return {"column": legend.column, "entries": [_entry(each) for each in legend.entries]}


def _entry(entry: LegendEntry) -> Json:
    members: Json = {"colour": entry.colour, "marker": entry.marker, "count": entry.count}
    if entry.low is not None:
        members |= {"low": entry.low, "high": entry.high}
    elif entry.value is not None:
        members["value"] = _value(entry.value)
    return members


def _value(value: Category) -> Category:
    """Return a value that JSON has and JavaScript does not round."""
    is_odd = isinstance(value, float) and not math.isfinite(value)
    is_large = isinstance(value, int) and abs(value) > LARGEST_EXACT
    return str(value) if is_odd or is_large else value


def _pack_codes(signs: LayerSigns) -> str | None:
    """Return the codes as one more than they are, so that ``LEFT_OUT`` is nought and most take one letter."""
    return None if signs.codes is None else pack_integers(signs.codes + np.uint8(1))
