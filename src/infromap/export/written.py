"""What GDAL has written is looked at once more: it says nothing if the disk fills up while it closes a file."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

_GEOJSON_END = b"]\n}\n"
_SHAPE_HEAD, _INDEX_ENTRY = 100, 8  # bytes


def check_written(path: Path, driver: str, rows: int | None = None) -> None:
    """See that a file is whole.

    Parameters
    ----------
    path
        The file; of a Shapefile the ``.shp``, whose other parts stand beside it.
    driver
        GDAL's name of its format.
    rows
        How many it must have; a GeoPackage, which may have many tables, is not asked.

    Raises
    ------
    OSError
        If something is missing, which is to say that there was no room.
    """
    if not _CHECKS[driver](path, rows):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _is_whole_geopackage(path: Path, _rows: int | None) -> bool:
    """Tell whether each table of places has its index, which is written last."""
    places = "SELECT table_name FROM gpkg_geometry_columns"
    indexed = "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            return not set(file.execute(places)) - set(file.execute(indexed))
    except sqlite3.Error:
        return False


def _is_whole_geojson(path: Path, _rows: int) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - len(_GEOJSON_END)))
        return file.read() == _GEOJSON_END


def _is_whole_flatgeobuf(path: Path, rows: int) -> bool:
    from pyogrio.errors import DataSourceError, FeatureError
    from pyogrio.raw import read

    try:
        return len(read(path, columns=[], read_geometry=False, return_fids=True)[1]) == rows
    except (DataSourceError, FeatureError):
        return False


def _is_whole_shapefile(path: Path, rows: int) -> bool:
    """Hold the lengths that the parts state of themselves against the files."""
    index, table = path.with_suffix(".shx"), path.with_suffix(".dbf")
    with table.open("rb") as file:
        head = file.read(12)
    count, head_size, row_size = (int.from_bytes(head[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    return (
        all(_stated_size(part) == part.stat().st_size for part in (path, index))
        and index.stat().st_size == _SHAPE_HEAD + rows * _INDEX_ENTRY
        and count == rows
        and head_size > 0  # the head is written last
        and table.stat().st_size >= head_size + rows * row_size
        and all(path.with_suffix(suffix).stat().st_size > 0 for suffix in (".prj", ".cpg"))
    )


def _stated_size(path: Path) -> int:
    with path.open("rb") as file:
        return 2 * int.from_bytes(file.read(28)[24:28], "big")


_CHECKS: dict[str, Callable[[Path, Any], bool]] = {
    "GeoJSON": _is_whole_geojson,
    "FlatGeobuf": _is_whole_flatgeobuf,
    "ESRI Shapefile": _is_whole_shapefile,
    "GPKG": _is_whole_geopackage,
}
