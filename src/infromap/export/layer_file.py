"""A layer becomes a GIS file; the suffix decides which."""

import re
import shutil
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from infromap.errors import ExportError
from infromap.export.layer_columns import gdal_columns
from infromap.export.layer_table import write_layer_csv
from infromap.export.whole_file import check_target, explaining, folder_beside, refuse_source, whole_file
from infromap.export.written import check_written
from infromap.lean_import import without_packages
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.layer import Layer

# GDAL writes no table whose name begins so.
_NO_BEGINNING = re.compile(r"\A[`~!@#$%^&*()+\-={}|\[\]\\:\";'<>?,./]+")
_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf", ".shp": "ESRI Shapefile"}
_OPTIONS: dict[str, dict[str, str]] = {
    "GeoJSON": {"RFC7946": "YES", "COORDINATE_PRECISION": "15"},
    "ESRI Shapefile": {"ENCODING": "UTF-8"},
}
_ONE_DIMENSION = ("FlatGeobuf", "ESRI Shapefile")  # all rows have heights, or none has
_WORDS = 200  # letters of what GDAL says
_DBF_NAME, _DBF_TEXT = 10, 254  # bytes that a Shapefile's table has for a column's name, and for a text
LAYER_SUFFIXES = (*_DRIVERS, ".kml", ".csv")
_FAMILIES = {0: "points", 1: "lines", 2: "lines", 3: "areas", 4: "points", 5: "lines", 6: "areas", 7: "collections"}

Values = NDArray[Any]


def save_layer(layer: "Layer", path: Path, *, mask: Values | None = None) -> tuple[Saying, ...]:
    """Write a layer as GeoPackage, GeoJSON, FlatGeobuf, Shapefile, KML or CSV, whole or not at all.

    Parameters
    ----------
    layer
        The layer; its geometries are written exactly, with Z, in EPSG:4326, its columns with their types as far as
        the format has them.
    path
        The file to write; an existing one is replaced. A Shapefile is several files with one name.
    mask
        Which rows, an array of booleans; all if it is left out.

    Returns
    -------
    tuple of str
        What the format could not keep, in sentences.

    Raises
    ------
    ExportError
        If the suffix is unknown, the format cannot hold the layer, or the file cannot be written or is the layer's
        own; what stood there is untouched.
    """
    suffix = path.suffix.lower()
    rows = np.arange(len(layer)) if mask is None else np.flatnonzero(mask)
    if suffix not in LAYER_SUFFIXES:
        raise ExportError(
            "{path}: unknown kind of file {suffix}; use {known}",
            path=path,
            suffix=suffix or Saying("(none)"),
            known=", ".join(LAYER_SUFFIXES),
        )
    if layer.origin:
        refuse_source(path, [layer.origin.path])
    if suffix == ".shp":
        return _save_shapefile(layer, rows, path)
    with whole_file(path, suffix=suffix) as temporary:
        match suffix:
            case ".kml":
                from infromap.export.kml import write_layer_kml  # needs the colours of the page

                write_layer_kml(temporary, layer, rows)
            case ".csv":
                write_layer_csv(temporary, layer, rows)
            case _:
                return write_layer(temporary, layer, rows, driver=_DRIVERS[suffix], name=_table_name(path))
    return ()


def write_layer(path: Path, layer: "Layer", rows: Values, *, driver: str, name: str) -> tuple[Saying, ...]:
    """Write rows of a layer through GDAL into a file of its own, or as one more table of a GeoPackage.

    Parameters
    ----------
    path
        A file that may exist and be empty; a GeoPackage with other tables gets one more.
    layer
        The layer.
    rows
        The numbers of the rows.
    driver
        GDAL's name of the format.
    name
        Of the table.

    Returns
    -------
    tuple of str
        What GDAL could not keep.

    Raises
    ------
    OSError
        If GDAL cannot write it, or not to its end; ``whole_file`` names the file that was wanted.
    """
    with without_packages("geopandas", "pandas", "pyarrow"):
        from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError
        from pyogrio.raw import write  # takes 0.1 s: only for those who write GIS files

    shapes, lost = _with_heights(layer.geometry[rows], driver)
    columns = gdal_columns(layer.columns, rows, reserved=("fid", "geom"))
    if path.exists() and path.stat().st_size == 0:
        path.unlink()  # GDAL wants to make it itself
    try:
        with warnings.catch_warnings():  # GDAL's come on the main thread alone; what is lost we find ourselves
            warnings.simplefilter("ignore")
            write(
                path,
                shapely.to_wkb(shapes, output_dimension=4),
                [column.values for column in columns],
                np.array([column.name for column in columns], dtype=object),
                field_mask=[column.is_empty for column in columns],
                gdal_tz_offsets={each.name: each.zones for each in columns if each.zones is not None},
                layer=_NO_BEGINNING.sub("_", name) if driver == "GPKG" else name,
                driver=driver,
                geometry_type=geometry_type(shapes),
                promote_to_multi=False,
                crs="EPSG:4326",
                layer_options=_layer_options(driver, shapes),
            )
    except (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, ValueError) as error:
        reason = " ".join(str(error).split())[:_WORDS]
        raise OSError(Saying("GDAL gave up ({reason})", reason=f"{driver}: {reason}")) from error
    check_written(path, driver, len(rows))
    return tuple(lost)


def _with_heights(shapes: Values, driver: str) -> tuple[Values, list[Saying]]:
    """Return the geometries as a format can hold their heights, and what that changes."""
    is_high = shapely.has_z(shapes)
    is_flat = ~is_high & ~shapely.is_missing(shapes)
    if driver not in _ONE_DIMENSION or not is_high.any():
        return shapes, []
    if geometry_type(shapes) == "Unknown":
        told = "{driver} keeps no heights where geometries are of different kinds"
        return shapely.force_2d(shapes), [Saying(told, driver=driver)]
    if not is_flat.any():
        return shapes, []
    return shapely.force_3d(shapes), [Saying("{driver} gives the height 0 to rows that have none", driver=driver)]


def _layer_options(driver: str, shapes: Values) -> dict[str, str]:
    if driver == "FlatGeobuf" and (shapely.is_missing(shapes) | shapely.is_empty(shapes)).any():
        return {"SPATIAL_INDEX": "NO"}  # its index has no place for rows that are nowhere
    return _OPTIONS.get(driver, {})


def geometry_type(shapes: Values) -> str:
    """Return GDAL's name for the one type of all geometries, with Z where one has it; ``Unknown`` if they differ."""
    given = shapes[~shapely.is_missing(shapes)]
    kinds = {each.geom_type.replace("LinearRing", "LineString") for each in given}
    if len(kinds) != 1:
        return "Unknown"
    (kind,) = kinds
    return f"{kind} Z" if shapely.has_z(given).any() else str(kind)


def _table_name(path: Path) -> str:
    return path.stem or "layer"


def _save_shapefile(layer: "Layer", rows: Values, path: Path) -> tuple[Saying, ...]:
    """Write a Shapefile in a folder of its own first; its parts take their names when all can, the .shp last.

    The old .shp stands aside meanwhile: whoever is killed then leaves none, and no new rows under old shapes.
    """
    shapes = layer.geometry[rows]
    families = sorted({_FAMILIES.get(kind, "others") for kind in shapely.get_type_id(shapes).tolist() if kind >= 0})
    if len(families) > 1 or "collections" in families:
        raise ExportError(
            "{path}: a Shapefile holds one kind of geometry, and {layer} has {families}; use .gpkg",
            path=path,
            layer=layer.name,
            families=tuple(map(Saying, families)),
        )
    check_target(path)
    shape = path.with_suffix(".shp")
    with explaining(path), folder_beside(path) as folder, ExitStack() as targets:
        told = write_layer(folder / shape.name, layer, rows, driver=_DRIVERS[".shp"], name=_table_name(path))
        parts = sorted(folder.iterdir(), key=lambda each: each.suffix != ".shp")
        old = targets.enter_context(_put_back(shape.resolve(), folder / "old"))
        for part in parts:  # the .shp is entered first and so ends last
            shutil.copyfile(part, targets.enter_context(whole_file(path.with_suffix(part.suffix))))
        if shape.exists():
            shape.resolve().replace(old)
    return (*told, *_cut_by_shapefile(layer, rows))


@contextmanager
def _put_back(path: Path, aside: Path) -> Iterator[Path]:
    """Give the name under which a file may be set aside; it comes back if the block fails."""
    try:
        yield aside
    except BaseException:
        if aside.exists():
            aside.replace(path)
        raise


def _cut_by_shapefile(layer: "Layer", rows: Values) -> list[Saying]:
    """Return which names and texts are longer than the format has room for."""
    names = [column.name for column in layer.columns if len(column.name.encode()) > _DBF_NAME]
    texts = [
        column.name
        for column in layer.columns
        if any(
            isinstance(each, str) and len(each.encode("utf-8", "replace")) > _DBF_TEXT for each in column.values[rows]
        )
    ]
    told = []
    if names:
        cut = "a Shapefile cuts names of columns to {most} letters: {names}"
        told.append(Saying(cut, most=_DBF_NAME, names=", ".join(names)))
    if texts:
        cut = "a Shapefile cuts texts to {most} bytes: {names}"
        told.append(Saying(cut, most=_DBF_TEXT, names=", ".join(texts)))
    return told
