"""The lines of one layer of a GIS file, in longitude and latitude."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import LineString

from infromap.errors import VectorError

_LINE_TYPES = ("LineString", "MultiLineString", "Unknown", "GeometryCollection")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLayer:
    """Lines and their attributes.

    ``attributes`` has one entry for each line, by column in lower case, empty values left out.
    """

    name: str  # of the file, and of the layer where the file has several
    date: str  # of the file, ISO 8601
    lines: tuple[LineString, ...]  # lon, lat in degrees, EPSG:4326
    attributes: tuple[dict[str, str], ...]


def read_lines(path: Path, *, layer: str | None = None) -> LineLayer:
    """Read the lines of a GIS file: GeoPackage, GeoJSON, Shapefile, KML and what else GDAL reads.

    Parameters
    ----------
    path
        The file; any coordinate system that it states is turned into longitude and latitude.
    layer
        Which of its layers; may be left out where only one has lines.

    Raises
    ------
    VectorError
        If the file cannot be read, has no lines or no coordinate system, or it must be said which
        of its layers is meant.
    """
    import pyogrio  # slow to load, and most runs need none
    from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError

    if not path.exists():
        raise VectorError(f"{path} does not exist; check the name")
    try:
        chosen, is_only = _choose_layer(path, layer, pyogrio.list_layers(path))
        meta, _, geometry, values = pyogrio.raw.read(path, layer=chosen, force_2d=True, datetime_as_string=True)
    except (DataSourceError, DataLayerError, FeatureError, CRSError, OSError, ValueError) as error:
        if isinstance(error, VectorError):
            raise
        raise VectorError(f"{path} cannot be read: {' '.join(str(error).split())}; use a GeoPackage") from error
    columns = [str(name).lower() for name in meta["fields"]]
    whole, owners = _lines(path, geometry, meta["crs"])
    rows = list(zip(*(column.tolist() for column in values), strict=True)) if columns else [()] * len(geometry)
    return LineLayer(
        name=path.name if is_only else f"{path.name}, layer {chosen}",
        date=datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date().isoformat(),
        lines=tuple(whole),
        attributes=tuple(_texts(columns, rows[owner]) for owner in owners),
    )


def _choose_layer(path: Path, wanted: str | None, listed: Any) -> tuple[str, bool]:
    """Return a layer with lines, and whether it is the only layer of the file."""
    names = [str(name) for name, _ in listed]
    lines = [str(name) for name, kind in listed if kind and str(kind).split(" ")[0] in _LINE_TYPES]
    if wanted is not None:
        if wanted not in names:
            raise VectorError(f"{path} has no layer {wanted!r}; it has {', '.join(names)}")
        return wanted, len(names) == 1
    if not lines:
        raise VectorError(f"{path} has no layer of lines; name a file with roads or railways")
    if len(lines) > 1:
        raise VectorError(f"{path} has several layers of lines: {', '.join(lines)}; choose one with --lines-layer")
    return lines[0], len(names) == 1


def _lines(path: Path, geometry: Any, crs: str | None) -> tuple[list[LineString], list[int]]:
    """Return simple lines in degrees, and for each the number of the feature that it is of."""
    shapes = shapely.from_wkb(geometry)
    parts, owners = shapely.get_parts(shapes, return_index=True)
    is_multi = shapely.get_type_id(parts) == shapely.GeometryType.MULTILINESTRING
    if is_multi.any():  # inside a collection
        parts, inner = shapely.get_parts(parts, return_index=True)
        owners = owners[inner]
    is_line = (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(parts)
    parts, owners = parts[is_line], owners[is_line]
    if not len(parts):
        raise VectorError(f"{path} has no lines in this layer; name one with roads or railways")
    if crs is None:
        raise VectorError(f"{path} does not say its coordinate system; add it (a .prj file, or set it in QGIS)")
    return list(_to_degrees(path, parts, crs)), owners.tolist()


def _to_degrees(path: Path, lines: Any, crs: str) -> Any:
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        transform = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform
        turned = shapely.transform(lines, lambda xy: np.column_stack(transform(xy[:, 0], xy[:, 1])))
    except ProjError as error:
        raise VectorError(
            f"{path}: its coordinate system cannot be used ({' '.join(str(error).split())}); save it as EPSG:4326"
        ) from error
    points = shapely.get_coordinates(turned)
    if not (np.isfinite(points).all() and (np.abs(points) <= (180.0, 90.0)).all()):
        raise VectorError(f"{path}: its points lie outside the world; check its coordinate system")
    return turned


def _texts(columns: list[str], row: tuple[Any, ...]) -> dict[str, str]:
    return {name: str(value) for name, value in zip(columns, row, strict=True) if value is not None and value != ""}
