"""A layer as the page has it: a header in its data, and a text for its geometry and for each column."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infromap.render.columns import BLOCK_ROWS, pack_column
from infromap.render.geometry import DECIMALS, pack_geometry
from infromap.render.layer_look import layer_look

if TYPE_CHECKING:
    from infromap.model.layer import Column, Layer

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerText:
    """``header`` belongs into the page's data; the texts, by the ids of their elements, are finished."""

    header: Json
    texts: tuple[tuple[str, str], ...]  # of what is drawn, and the rest
    later: tuple[tuple[str, str], ...]


def layer_text(layer: "Layer", number: int) -> LayerText:
    """Return the text of one layer; ``number`` is its position in the document, and begins its elements' ids."""
    geometry = pack_geometry(layer.geometry)
    columns = [_column(column, f"layer-{number}-column-{place}") for place, column in enumerate(layer.columns)]
    look = layer_look(layer)
    codes = None if look.codes is None else f"layer-{number}-codes"
    header = {
        "id": layer.id,
        "date": layer.date,
        "count": len(layer),
        "block": BLOCK_ROWS,
        "style": look.style,
        "codes": codes,
        "geometry": {
            "text": f"layer-{number}-geometry",
            "form": geometry.form,
            "decimals": DECIMALS,
            "pieces": geometry.pieces,
            "points": geometry.points,
        },
        "columns": [each for each, _ in columns],
    }
    texts = [(f"layer-{number}-geometry", "\n".join(geometry.lines))]
    if codes and look.codes is not None:
        texts.append((codes, look.codes))
    later: list[tuple[str, str]] = []
    for place, (each, text) in enumerate(columns):
        (texts if place == look.style["label"] else later).append((each["text"], text))
    return LayerText(header=header, texts=tuple(texts), later=tuple(later))


def _column(column: "Column", element_id: str) -> tuple[Json, str]:
    packed = pack_column(column)
    header: Json = {"name": column.name, "type": column.type.value, "form": packed.form, "text": element_id}
    if packed.form == "scaled":
        header["decimals"] = packed.decimals
    return header, "\n".join(packed.lines)
