"""Layers for tests, made from plain lists."""

import numpy as np
import shapely

from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source


def make_layer(shapes, file="towns.gpkg", /, **columns) -> Layer:
    """Return a layer; shapes are WKT, (lon, lat) or None; columns are lists, of which the first value says the type."""
    geometry = np.array([_shape(each) for each in shapes], dtype=object)
    return Layer(
        id="made",
        name=file,
        geometry=geometry,
        columns=tuple(make_column(title, values) for title, values in columns.items()),
        source=Source(name=file, date="2026-11-01"),
    )


def make_column(name, values) -> Column:
    """Return a column whose type is that of the first value that is something."""
    first = next((each for each in values if each is not None), "")
    match first:
        case bool():
            return Column(name=name, type=ColumnType.BOOLEAN, values=np.array(values, dtype=object))
        case int():
            return Column(name=name, type=ColumnType.INTEGER, values=np.array(values))
        case float():
            numbers = [np.nan if each is None else each for each in values]
            return Column(name=name, type=ColumnType.REAL, values=np.array(numbers, dtype=float))
        case _:
            return Column(name=name, type=ColumnType.TEXT, values=np.array(values, dtype=object))


def _shape(given):
    if given is None or isinstance(given, shapely.Geometry):
        return given
    return shapely.from_wkt(given) if isinstance(given, str) else shapely.Point(given)
