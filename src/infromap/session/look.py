"""The layers of a map and how they lie on it, as a project file keeps them: not the rows, but where these are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from infromap.compose import settle_layers
from infromap.errors import InfromapError, VectorError
from infromap.model.layer import MOST_PASTED, Layer, Origin, RowFilter
from infromap.model.provenance import Source

if TYPE_CHECKING:
    from infromap.model.layer_style import LayerStyle
    from infromap.model.tiles import BaseMap
    from infromap.saying import Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLayer:
    """One layer; ``others`` are members of the file that this version does not know, which are written back."""

    name: str
    origin: Origin
    style: "LayerStyle"
    filter: str | None = None  # an SQL expression
    doubt: "Saying | None" = None  # why its file is not read before the user has said that it is the one
    others: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLayer:
    """A layer whose file could not be read: what its user made of it is kept, and where it lies among the others."""

    kept: KeptLayer
    place: int  # among all layers, counted from the bottom
    reason: "Saying"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLook:
    """All that lies on a map beside what its article says, and how; the first layer is at the bottom."""

    layers: tuple[KeptLayer, ...] = ()
    are_projects_shown: bool = True
    base_map: "BaseMap | None" = None  # None: the one that the window is started with


def kept_layers(layers: Sequence[Layer], missing: Sequence[MissingLayer] = ()) -> tuple[KeptLayer, ...]:
    """Return what a project keeps of layers, the missing ones at their places; one that is of no file is not kept."""
    kept = [_kept(layer, layer.origin) for layer in layers if layer.origin]
    for each in sorted(missing, key=lambda each: each.place):
        kept.insert(min(each.place, len(kept)), each.kept)
    return tuple(kept)


def read_kept_layers(kept: Sequence[KeptLayer]) -> tuple[tuple[Layer, ...], tuple[MissingLayer, ...]]:
    """Read the layers of a project again; those that cannot be read are told by themselves.

    Returns
    -------
    tuple
        The layers, settled and with the look that they had, and what is missing.
    """
    layers: list[Layer] = []
    missing = []
    for place, each in enumerate(kept):
        try:
            layers.append(read_kept_layer(each))
        except InfromapError as error:
            missing.append(MissingLayer(kept=each, place=place, reason=error.saying))
    styled = zip(settle_layers(layers), layers, strict=True)
    return tuple(replace(settled, style=layer.style) for settled, layer in styled), tuple(missing)


def read_kept_layer(kept: KeptLayer) -> Layer:
    """Read one layer of a project again.

    Raises
    ------
    InfromapError
        If its file is not there, cannot be read or is doubtful, or the filter cannot be evaluated any more.
    """
    from infromap.vector import read_layers
    from infromap.vector.expression import select_rows
    from infromap.vector.table import TableFormat

    if kept.doubt:
        raise VectorError(kept.doubt)
    if kept.origin.text is not None:
        return _read_pasted(kept, kept.origin.text)
    origin = kept.origin
    names = [origin.layer] if origin.layer is not None else None
    table = TableFormat(**dict(origin.table)) if origin.table else None  # type: ignore[arg-type]
    layer = read_layers(origin.path, crs=origin.crs, names=names, table=table)[0]
    layer = replace(layer, name=kept.name, style=kept.style)
    if kept.filter is None:
        return layer
    return replace(layer, filter=RowFilter(expression=kept.filter, mask=select_rows(layer, kept.filter)))


def _read_pasted(kept: KeptLayer, text: str) -> Layer:
    """Read what was pasted, as a file that is there for the moment alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / kept.origin.path.name
        path.write_text(text, encoding="utf-8", errors="replace")
        layer = read_kept_layer(replace(kept, origin=replace(kept.origin, path=path, text=None)))
    return pasted_layer(layer, kept.origin.path.name, text)


def pasted_layer(layer: Layer, name: str, text: str) -> Layer:
    """Return a layer of what was pasted: of no file, and of no known day. One that is too long has no origin."""
    origin = replace(layer.origin, path=Path(name), text=text) if layer.origin and len(text) <= MOST_PASTED else None
    return replace(layer, origin=origin, source=Source(name=name))


def _kept(layer: Layer, origin: Origin) -> KeptLayer:
    expression = layer.filter.expression if layer.filter else None
    return KeptLayer(name=layer.name, origin=origin, style=layer.style, filter=expression)
