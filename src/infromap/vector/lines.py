"""The lines of one layer of a GIS file, in longitude and latitude."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import LineString

from infromap.errors import VectorError
from infromap.vector.batches import read_rows
from infromap.vector.contents import LayerInfo, list_layers
from infromap.vector.degrees import to_degrees
from infromap.vector.opening import file_date, opening

_LINE_TYPES = ("LineString", "MultiLineString", "Unknown", "GeometryCollection")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLayer:
    """Lines and their attributes.

    ``attributes`` has one entry for each line, by column in lower case, empty values left out.
    """

    name: str  # of the file, and of the layer where the file has several
    date: str | None  # of the file, ISO 8601
    lines: tuple[LineString, ...]  # lon, lat in degrees, EPSG:4326
    attributes: tuple[dict[str, str], ...]


def read_lines(path: Path, *, layer: str | None = None, crs: str | None = None) -> LineLayer:
    """Read the lines of a GIS file: GeoPackage, GeoJSON, Shapefile, KML and what else ``list_layers`` lists.

    Parameters
    ----------
    path
        The file; any coordinate system that it states is turned into longitude and latitude.
    layer
        Which of its layers; may be left out where only one has lines.
    crs
        The coordinate system, where the file does not state it.

    Raises
    ------
    VectorError
        If the file cannot be read, has no lines or no coordinate system, or it must be said which
        of its layers is meant.
    """
    infos = list_layers(path)
    chosen = _choose_layer(path, layer, infos)
    with opening(path):
        rows = read_rows(chosen.source, chosen.layer, letters=chosen.letters)
    columns = [name.lower() for name in rows.fields]
    whole, owners = _lines(path, shapely.force_2d(rows.shapes), rows.crs or crs)
    table = list(zip(*(column.tolist() for column in rows.values), strict=True)) if columns else [()] * len(rows.shapes)
    return LineLayer(
        name=path.name if len(infos) == 1 else f"{path.name}, layer {chosen.name}",
        date=file_date(path),
        lines=tuple(whole),
        attributes=tuple(_texts(columns, table[owner]) for owner in owners),
    )


def _choose_layer(path: Path, wanted: str | None, infos: Sequence[LayerInfo]) -> LayerInfo:
    lines = [info for info in infos if info.geometry_type.split(" ")[0] in _LINE_TYPES]
    if wanted is not None:
        chosen = next((info for info in infos if info.name == wanted), None)
        if chosen is None:
            raise VectorError(
                "{path} has no layer {name!r}; it has {known}",
                path=path,
                name=wanted,
                known=", ".join(info.name for info in infos),
            )
        return chosen
    if not lines:
        raise VectorError("{path} has no layer of lines; name a file with roads or railways", path=path)
    if len(lines) > 1:
        names = ", ".join(info.name for info in lines)
        raise VectorError(
            "{path} has several layers of lines: {names}; choose one with --lines-layer", path=path, names=names
        )
    return lines[0]


def _lines(path: Path, shapes: Any, crs: str | None) -> tuple[list[LineString], list[int]]:
    """Return simple lines in degrees, and for each the number of the feature that it is of."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    is_multi = shapely.get_type_id(parts) == shapely.GeometryType.MULTILINESTRING
    if is_multi.any():  # inside a collection
        parts, inner = shapely.get_parts(parts, return_index=True)
        owners = owners[inner]
    is_line = (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(parts)
    parts, owners = parts[is_line], owners[is_line]
    if not len(parts):
        raise VectorError("{path} has no lines in this layer; name one with roads or railways", path=path)
    return list(_inside_the_world(path, to_degrees(path, parts, crs))), owners.tolist()


def _inside_the_world(path: Path, lines: Any) -> Any:
    points = shapely.get_coordinates(lines)
    if not (np.isfinite(points).all() and (np.abs(points) <= (180.0, 90.0)).all()):
        raise VectorError("{path}: its points lie outside the world; check its coordinate system", path=path)
    return lines


def _texts(columns: list[str], row: tuple[Any, ...]) -> dict[str, str]:
    return {name: str(value) for name, value in zip(columns, row, strict=True) if value is not None and value != ""}
