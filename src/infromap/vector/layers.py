"""A GIS file becomes layers: geometries in longitude and latitude, typed columns."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from infromap.errors import VectorError
from infromap.model.layer import Column, ColumnType, Layer, Origin
from infromap.model.provenance import Source
from infromap.saying import Saying
from infromap.vector.batches import Report, Rows, read_rows
from infromap.vector.contents import LayerInfo, is_json, list_layers
from infromap.vector.degrees import to_degrees
from infromap.vector.extent import check_extent
from infromap.vector.json_lines import tell_lost
from infromap.vector.opening import PARQUET_SUFFIXES, file_date, is_table_file, opening, unchanged
from infromap.vector.parquet import read_parquet
from infromap.vector.table import DEGREES, TableFormat
from infromap.vector.table_rows import read_table

_MAP_ENDS = 85.06  # degrees of latitude: no map in Web Mercator reaches further
_WORLD = (360.0, 90.0)  # some data count longitude from 0 to 360


def read_layer(path: Path, *, layer: str | None = None) -> Layer:
    """Read one layer of a GIS file; which kinds there are says ``infromap.vector.opening.SUFFIXES``.

    Parameters
    ----------
    path
        The file; any coordinate system that it states is turned into longitude and latitude.
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
    layers = read_layers(path, names=None if layer is None else [layer])
    if len(layers) > 1:
        names = ", ".join(info.name for info in list_layers(path))
        raise VectorError("{path} has several layers: {names}; name one", path=path, names=names)
    return layers[0]


def read_layers(
    path: Path,
    *,
    crs: str | None = None,
    names: Sequence[str] | None = None,
    table: TableFormat | None = None,
    report: Report | None = None,
) -> tuple[Layer, ...]:
    """Read layers of a GIS file that have geometries; those without rows only if there is nothing else.

    Parameters
    ----------
    path
        The file.
    crs
        The coordinate system of layers that do not state theirs, such as ``EPSG:32642``.
    names
        Which layers, by the names of ``list_layers``; all of them if it is left out.
    table
        How a table of text is written, and that the file is one; guessed by its name if it is left out.
    report
        Hears how many rows are read, and of how many; what it raises ends the reading.

    Returns
    -------
    tuple of Layer
        In the order of the file, at least one.

    Raises
    ------
    UnknownCrsError
        If a layer does not state its coordinate system and ``crs`` is not given.
    VectorError
        If the file cannot be read or has no such layer.
    """
    with unchanged(path):
        return _read_layers(path, crs, names, table, report)


def _read_layers(
    path: Path, crs: str | None, names: Sequence[str] | None, table: TableFormat | None, report: Report | None
) -> tuple[Layer, ...]:
    if table is not None or is_table_file(path):
        written = None if table is None else asdict(table)
        rows = read_table(path, table, crs=crs, report=report)
        return (_layer(path, "table", rows, crs, origin=_origin(path, None, rows, crs, written)),)
    if path.suffix.lower() in PARQUET_SUFFIXES:
        rows = read_parquet(path, report=report)
        return (_layer(path, "table", rows, crs, origin=_origin(path, None, rows, crs)),)
    chosen = _choose(path, names)
    layers = []
    done, total = 0, _total(chosen)
    for info in chosen:
        check_extent(f"{path}, {info.name},", rows=info.rows or 0)
        with opening(path):
            counting = _counting_on(report, done, total)
            rows = read_rows(info.source, info.layer, letters=info.letters, report=counting)
        rows = replace(rows, told=(*rows.told, *tell_lost(info.source, info.rows, len(rows.shapes))))
        done += len(rows.shapes)
        is_only = len(chosen) == 1 and names is None
        system = crs or (DEGREES if is_json(info.source) else None)
        origin = _origin(path, info.name, rows, system)
        layers.append(_layer(path, info.name, rows, system, is_only=is_only, origin=origin))
    return tuple([each for each in layers if len(each)] or layers[:1])


def _choose(path: Path, names: Sequence[str] | None) -> tuple[LayerInfo, ...]:
    found = list_layers(path, names=names)
    missing = [name for name in names or () if name not in [info.name for info in found]]
    if missing:
        known = ", ".join(info.name for info in list_layers(path))
        raise VectorError("{path} has no layer {name!r}; it has {known}", path=path, name=missing[0], known=known)
    return found


def _total(chosen: Sequence[LayerInfo]) -> int | None:
    counts = [info.rows for info in chosen]
    return None if None in counts else sum(count for count in counts if count)


def _counting_on(report: Report | None, before: int, total: int | None) -> Report | None:
    return None if report is None else lambda done, _: report(before + done, total)


def _origin(path: Path, layer: str | None, rows: Rows, crs: str | None, table: dict[str, Any] | None = None) -> Origin:
    given = None if rows.crs else crs
    return Origin(path=path.absolute(), layer=layer, crs=given, stated_crs=rows.crs, table=table)


def _layer(path: Path, name: str, rows: Rows, crs: str | None, *, is_only: bool = True, origin: Origin) -> Layer:
    degrees = to_degrees(path, rows.shapes, rows.crs or crs)
    geometry, notices = _inside_the_world(path, degrees)
    return Layer(
        id=f"layer-{name}",
        name=path.name if is_only else f"{path.name}, {name}",
        geometry=geometry,
        columns=tuple(_column(*each) for each in zip(rows.fields, rows.values, rows.types, strict=True)),
        source=Source(name=path.name, date=file_date(path)),
        origin=origin,
        notices=(
            *notices,
            *_beyond_the_map(path, geometry),
            *_lost_measures(path, rows.shapes, degrees),
            *dict.fromkeys(rows.told),
        ),
    )


def _inside_the_world(path: Path, shapes: Any) -> tuple[Any, list[Saying]]:
    """Take away geometries that lie nowhere: NaN, infinite, beyond the poles."""
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    is_inside = np.isfinite(points).all(axis=1) & (np.abs(points) <= _WORLD).all(axis=1)
    if is_inside.all():
        return shapes, []
    lost = np.unique(owners[~is_inside])
    if len(lost) == len(np.unique(owners)):
        raise VectorError("{path}: its points lie outside the world; check its coordinate system", path=path)
    kept = np.array(shapes, dtype=object)
    kept[lost] = None
    return kept, [
        Saying(
            "{file}: {lost:,} of {count:,} rows lie outside the world and are not on the map",
            file=path.name,
            lost=len(lost),
            count=len(kept),
        )
    ]


def _beyond_the_map(path: Path, geometry: Any) -> list[Saying]:
    """Say how many geometries lie wholly nearer to a pole than the map reaches; an area that goes on there is on it."""
    _, south, _, north = shapely.bounds(geometry).T
    count = int(((south > _MAP_ENDS) | (north < -_MAP_ENDS)).sum())
    if not count:
        return []
    told = "{file}: {count:,} rows lie beyond 85° of latitude, where the map ends; table and exports have them"
    return [Saying(told, file=path.name, count=count)]


def _lost_measures(path: Path, shapes: Any, degrees: Any) -> list[Saying]:
    is_lost = shapely.has_m(shapes) & ~shapely.has_m(degrees)  # shapely turns x, y and z alone
    if not is_lost.any():
        return []
    count = int(is_lost.sum())
    return [Saying("{file}: the measures (M) of {count:,} geometries are left out", file=path.name, count=count)]


def _column(name: str, values: Any, ogr_type: str) -> Column:
    return Column(name=name, type=_column_type(values, ogr_type), values=values)


def _column_type(values: Any, ogr_type: str) -> ColumnType:
    if ogr_type in ("OFTDate", "OFTDateTime", "OFTTime"):
        return ColumnType.DATE
    is_whole = ogr_type in ("OFTInteger", "OFTInteger64")
    if values.dtype == object:
        kinds = {type(each) for each in values} - {type(None)}
        if kinds == {bool}:
            return ColumnType.BOOLEAN
        return ColumnType.INTEGER if is_whole and kinds <= {int} else ColumnType.TEXT
    return ColumnType.INTEGER if is_whole or values.dtype.kind in "iu" else ColumnType.REAL
