"""Rows of a layer as text for the clipboard: a table for spreadsheets, or GeoJSON."""

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from infromap.export.table import plain_cell

if TYPE_CHECKING:
    from infromap.model.layer import Cell, Column, Layer

Rows = NDArray[np.int64]


def rows_to_table(columns: Sequence["Column"], rows: Rows) -> str:
    """Return rows under the names of their columns, parted by tabs.

    Numbers and dates are as files have them. A text that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow([plain_cell(column.name) for column in columns])
    writer.writerows([_written(column.cell(row)) for column in columns] for row in rows.tolist())
    return text.getvalue()


def rows_to_geojson(layer: "Layer", columns: Sequence["Column"], rows: Rows) -> str:
    """Return rows as a FeatureCollection (RFC 7946: lon, lat, WGS 84) with some of their attributes."""
    features = [
        {
            "type": "Feature",
            "geometry": _geometry(layer.geometry[row]),
            "properties": {column.name: _json(column.cell(row)) for column in columns},
        }
        for row in rows.tolist()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)


def _written(cell: "Cell") -> "Cell":
    return plain_cell(cell) if isinstance(cell, str) else cell


def _geometry(geometry: Any) -> Any:
    return None if geometry is None or geometry.is_empty else json.loads(shapely.to_geojson(geometry))


def _json(cell: "Cell") -> "Cell":
    """JSON knows no infinite numbers."""
    return str(cell) if isinstance(cell, float) and not np.isfinite(cell) else cell
