"""A layer becomes a CSV table: its columns, and where each row is."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from infromap.export.layer_columns import unique_names
from infromap.export.table import plain_cell

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.model.layer import Cell, Layer

_PLACE = ("lat", "lon", "wkt")
_DIGITS = 15  # of degrees in WKT: what a number of 64 bits holds


def write_layer_csv(path: Path, layer: "Layer", rows: "NDArray[Any]") -> None:
    """Write rows of a layer as CSV in UTF-8 with a byte order mark, as spreadsheets expect it.

    ``lat`` and ``lon`` are the point, or a point on the line or in the area, in degrees; ``wkt`` is the exact
    geometry, with Z. Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    names = unique_names([plain_cell(column.name) for column in layer.columns], _PLACE)
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*names, *_PLACE])
        for row in rows.tolist():
            cells = [_cell(column.cell(row)) for column in layer.columns]
            writer.writerow([*cells, *_place(layer.geometry[row])])


def _cell(value: "Cell") -> object:
    if isinstance(value, str):
        return plain_cell(value)
    return "" if value is None else value


def _place(shape: shapely.Geometry | None) -> tuple[object, object, str]:
    if shape is None or shape.is_empty:
        return "", "", ""
    point = shape if isinstance(shape, shapely.Point) else shape.representative_point()
    return point.y, point.x, shapely.to_wkt(shape, rounding_precision=_DIGITS, output_dimension=4)
