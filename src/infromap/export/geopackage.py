"""Rows become a GeoPackage: one table for each kind of geometry, as QGIS opens and styles them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from infromap.export.corpus_rows import ARTICLE_COLUMNS, COUNT, SITE_COLUMNS, TEXT, Row
from infromap.export.facts import FACT_COLUMNS
from infromap.export.written import check_written
from infromap.lean_import import without_packages
from infromap.saying import Saying

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 2_000  # rows in memory
_WORDS = 200  # letters of what GDAL says
_GEOMETRIES = {"sites": "MultiPoint", "lines": "MultiLineString", "not_located": None}


def write_geopackage(
    path: Path,
    sites: Iterable[Row],
    articles: Iterable[Row],
    *,
    columns: Mapping[str, type] = SITE_COLUMNS,
    facts: Iterable[Row] = (),
) -> None:
    """Write the layers ``sites``, ``lines`` and ``not_located`` and the table ``articles``.

    Points and lines have a layer each, because a layer of one geometry type can be styled, and a site of
    several points is one row (MultiPoint). ``not_located`` has the same columns and no geometry.

    Parameters
    ----------
    path
        A new file, or an empty one, ending in ``.gpkg``.
    sites
        Rows as ``site_rows`` gives them, in any number: some thousand are held at a time.
    articles
        Rows as ``article_row`` and ``failed_row`` give them.
    columns
        Of the sites: ``SITE_COLUMNS`` or ``MAP_COLUMNS``.
    facts
        Rows as ``map_facts`` gives them: one more table, if there are any.

    Raises
    ------
    OSError
        If the file cannot be written; ``whole_file`` names the file that was wanted.
    """
    with without_packages("geopandas", "pandas", "pyarrow"):
        from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

    path.unlink(missing_ok=True)  # GDAL wants to make it itself
    try:
        for layer in _GEOMETRIES:
            _write_layer(path, layer, columns, [])
        for rows in _portions(sites):
            for layer in _GEOMETRIES:
                _write_layer(path, layer, columns, [row for row in rows if row["layer"] == layer])
        _write_layer(path, "articles", ARTICLE_COLUMNS, [])
        for rows in _portions(articles):
            _write_layer(path, "articles", ARTICLE_COLUMNS, rows)
        for rows in _portions(facts):
            _write_layer(path, "facts", FACT_COLUMNS, rows)
    except (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError) as error:
        raise OSError(Saying("GDAL gave up ({reason})", reason=" ".join(str(error).split())[:_WORDS])) from error
    check_written(path, "GPKG")


def _write_layer(path: Path, layer: str, columns: Mapping[str, type], rows: list[Row]) -> None:
    from pyogrio.raw import write  # takes 0.1 s: only for those who write GeoPackages

    is_new = not path.exists() or layer not in _layers(path)
    if not rows and not is_new:
        return
    geometry_type = _GEOMETRIES.get(layer)
    shapes = None
    if geometry_type:
        shapes = np.array([bytes.fromhex(row["wkb"]) for row in rows], dtype=object)
    write(
        path,
        shapes,
        [_column([row[name] for row in rows], kind) for name, kind in columns.items()],
        np.array(list(columns), dtype=object),
        field_mask=[np.array([row[name] is None for row in rows]) for name in columns],
        layer=layer,
        driver="GPKG",
        geometry_type=geometry_type,
        promote_to_multi=bool(geometry_type),
        crs="EPSG:4326" if geometry_type else None,
        append=not is_new,
    )


def _layers(path: Path) -> set[str]:
    from pyogrio import list_layers

    return {str(name) for name, _ in list_layers(path)}


def _column(values: list[Any], kind: type) -> "NDArray[Any]":
    """Return a column; an empty cell of numbers is NaN, which becomes NULL."""
    if kind is TEXT:
        return np.array(values, dtype=object)
    if kind is COUNT:
        return np.array([0 if value is None else value for value in values], dtype=np.int64)
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def _portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while portion := list(islice(rows, _AT_ONCE)):
        yield portion
