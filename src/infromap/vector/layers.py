"""A GIS file becomes layers: geometries in longitude and latitude, typed columns."""

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from infromap.errors import VectorError
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source
from infromap.vector.degrees import to_degrees
from infromap.vector.opening import file_date, opening

# CSV columns that GDAL takes for coordinates, and what makes it read numbers as numbers.
_CSV_OPTIONS = {
    "X_POSSIBLE_NAMES": "lon,lng,long,longitude,x",
    "Y_POSSIBLE_NAMES": "lat,latitude,y",
    "AUTODETECT_TYPE": "YES",
    "KEEP_GEOM_COLUMNS": "NO",
}
_GPX_REPEATS = ("route_points", "track_points")  # the vertices of its routes and tracks once more
_WORLD = (360.0, 90.0)  # some data count longitude from 0 to 360


def read_layer(path: Path, *, layer: str | None = None) -> Layer:
    """Read one layer of a GIS file: GeoJSON, GeoPackage, Shapefile (zipped too), KML, GPX, FlatGeobuf, CSV.

    Parameters
    ----------
    path
        The file; any coordinate system that it states is turned into longitude and latitude. A CSV needs
        columns of latitude and longitude in degrees (lat, latitude, y; lon, lng, long, longitude, x).
    layer
        Which of its layers; may be left out where only one has rows.

    Returns
    -------
    Layer
        Its rows in the order of the file; rows without a place are among them.

    Raises
    ------
    VectorError
        If the file cannot be read, states no coordinate system, or has several layers and none is named.
    """
    if layer is not None:
        return _read(path, layer, is_only=False)
    layers = read_layers(path)
    if len(layers) > 1:
        names = ", ".join(_layer_names(path))
        raise VectorError(f"{path} has several layers: {names}; name one")
    return layers[0]


def read_layers(path: Path) -> tuple[Layer, ...]:
    """Read all layers of a GIS file that have geometries; those without rows only if there is nothing else.

    Raises
    ------
    VectorError
        As ``read_layer``.
    """
    names = _layer_names(path)
    layers = [_read(path, name, is_only=len(names) == 1) for name in names]
    return tuple([each for each in layers if len(each)] or layers[:1])


def _layer_names(path: Path) -> list[str]:
    import pyogrio  # slow to load, and most runs need none

    with opening(path):
        listed = pyogrio.list_layers(path)
    is_table = path.suffix.lower() == ".csv"  # its points are in its columns
    names = [str(name) for name, kind in listed if (is_table or kind) and name not in _GPX_REPEATS]
    if not names:
        raise VectorError(f"{path} has no layer with geometries; save it with points, lines or areas")
    return names


def _read(path: Path, name: str, *, is_only: bool) -> Layer:
    import pyogrio

    options = _CSV_OPTIONS if path.suffix.lower() == ".csv" else {}
    with opening(path), warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        meta, _, wkb, values = pyogrio.raw.read(path, layer=name, datetime_as_string=True, **options)
        if wkb is None:
            raise VectorError(f"{path} has no columns of latitude and longitude; call them lat and lon")
        shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    degrees = to_degrees(path, shapes, "EPSG:4326" if options else meta["crs"])
    geometry, notices = _inside_the_world(path, degrees)
    return Layer(
        id=f"layer-{name}",
        name=path.name if is_only else f"{path.name}, {name}",
        geometry=geometry,
        columns=tuple(_column(*each) for each in zip(meta["fields"], values, meta["ogr_types"], strict=True)),
        source=Source(name=path.name, date=file_date(path)),
        notices=(*notices, *_told(told)),
    )


def _inside_the_world(path: Path, shapes: Any) -> tuple[Any, list[str]]:
    """Take away geometries that lie nowhere: NaN, infinite, beyond the poles."""
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    is_inside = np.isfinite(points).all(axis=1) & (np.abs(points) <= _WORLD).all(axis=1)
    lost = np.unique(owners[~is_inside])
    if not len(lost):
        return shapes, []
    if len(lost) == len(np.unique(owners)):
        raise VectorError(f"{path}: its points lie outside the world; check its coordinate system")
    kept = np.array(shapes, dtype=object)
    kept[lost] = None
    return kept, [f"{path.name}: {len(lost):,} of {len(kept):,} rows lie outside the world and are not on the map"]


def _column(name: str, values: Any, ogr_type: str) -> Column:
    kind = _column_type(values, ogr_type)
    if kind is ColumnType.TEXT and values.dtype == object:
        values = _as_text(values)
    return Column(name=str(name), type=kind, values=values)


def _column_type(values: Any, ogr_type: str) -> ColumnType:
    if ogr_type in ("OFTDate", "OFTDateTime", "OFTTime"):
        return ColumnType.DATE
    match values.dtype.kind:
        case "b":
            return ColumnType.BOOLEAN
        case "i" | "u":
            return ColumnType.INTEGER
        case "f":
            return ColumnType.INTEGER if ogr_type in ("OFTInteger", "OFTInteger64") else ColumnType.REAL
        case _:
            return ColumnType.TEXT


def _as_text(values: Any) -> Any:
    """Return text and None; lists and bytes, which some formats have, become text."""
    if all(map(_TEXTS.__contains__, map(type, values))):
        return values
    return np.array([each if type(each) in _TEXTS else str(each) for each in values], dtype=object)


_TEXTS: Mapping[type, None] = {str: None, type(None): None}


def _told(told: list[warnings.WarningMessage]) -> list[str]:
    return list(dict.fromkeys(" ".join(str(each.message).split()) for each in told))
