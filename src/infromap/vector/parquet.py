"""GeoParquet becomes rows; pyarrow reads it, because GDAL as pyogrio brings it does not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from infromap.errors import MissingExtraError, VectorError, reason_of
from infromap.saying import Saying
from infromap.vector.batches import ROWS_AT_ONCE, Report, Rows, column_values, join_pieces, words_of
from infromap.vector.extent import check_extent
from infromap.vector.opening import check_file
from infromap.vector.shapes import read_shapes
from infromap.vector.signature import HEAD_BYTES, check_signature

_DEGREES = "OGC:CRS84"  # what a GeoParquet file without a word on it means

Json = dict[str, Any]


def read_parquet(path: Path, *, report: Report | None = None) -> Rows:
    """Read a GeoParquet file whose geometries are WKB.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    VectorError
        If the file cannot be read or is no GeoParquet.
    """
    with _opened(path) as (pyarrow, opened):
        check_extent(str(path), columns=len(opened.schema_arrow), rows=opened.metadata.num_rows)
        name, about = _geometry_column(path, opened.schema_arrow.metadata or {})
        return _read(pyarrow, opened, name, about, report)


def find_parquet_crs(path: Path) -> str | None:
    """Return the coordinate system that a GeoParquet file states; None if it says that it is not known.

    Raises
    ------
    MissingExtraError, VectorError
        As ``read_parquet``.
    """
    with _opened(path) as (_, opened):
        return _crs(_geometry_column(path, opened.schema_arrow.metadata or {})[1])


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, Any]]:
    """Give pyarrow and the file; turn what they raise into one line."""
    check_file(path)
    pyarrow = _import_pyarrow()
    try:
        with path.open("rb") as file:
            check_signature(str(path), path.suffix.lower(), file.read(HEAD_BYTES))
        with pyarrow.parquet.ParquetFile(path) as opened:
            yield pyarrow, opened
    except VectorError:
        raise
    except (
        pyarrow.ArrowException, LookupError, OSError, ValueError, TypeError, AttributeError, RuntimeError, MemoryError,
        RecursionError, ArithmeticError,
    ) as error:  # fmt: skip  # of a file whose parts and description do not fit one another
        raise VectorError(
            "{path} cannot be read: {reason}; use a GeoPackage", path=path, reason=reason_of(error)
        ) from error


def _import_pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError(
            "{purpose} needs {package}, which cannot be imported: {advice}",
            purpose=Saying("reading GeoParquet"),
            package="pyarrow",
            advice="pip install 'infromap[layers]'",
        ) from error
    return pyarrow


def _geometry_column(path: Path, metadata: dict[bytes, bytes]) -> tuple[str, Json]:
    """Return the name of the primary geometry column, and what the file says of it."""
    try:
        about = json.loads(metadata[b"geo"])
        name = about["primary_column"]
        column = about["columns"][name]
        encoding = column["encoding"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise VectorError(
            "{path} is no GeoParquet: it does not say which column has geometries; use a GeoPackage", path=path
        ) from error
    if encoding != "WKB":
        raise VectorError(
            "{path} keeps its geometries as {encoding!r}; save it with WKB, or use a GeoPackage",
            path=path,
            encoding=encoding,
        )
    return name, column


def _read(pyarrow: Any, opened: Any, geometry: str, about: Json, report: Report | None) -> Rows:
    schema, total = opened.schema_arrow, opened.metadata.num_rows
    names = [field.name for field in schema if field.name != geometry and not _is_box(field, about)]
    parts: list[list[Any]] = []
    done = 0
    for batch in opened.iter_batches(batch_size=ROWS_AT_ONCE, columns=[*names, geometry]):
        values = [words_of(_values(pyarrow, batch.column(name))) for name in names]
        parts.append([*values, read_shapes(_values(pyarrow, batch.column(geometry)))])
        done += len(batch)
        if report:
            report(done, total)
    whole = [join_pieces(pieces) for pieces in zip(*parts, strict=True)]
    nothing = np.array([], dtype=object)
    return Rows(
        shapes=whole[-1] if whole else nothing,
        fields=tuple(names),
        types=tuple(_ogr_type(pyarrow, schema.field(name).type) for name in names),
        values=tuple(whole[:-1] if whole else [nothing] * len(names)),
        crs=_crs(about),
    )


def _is_box(field: Any, about: Json) -> bool:
    """Tell whether a column only repeats the boxes of the geometries."""
    covering = about.get("covering", {}).get("bbox", {}).values()
    return field.name in {place[0] for place in covering if place}


def _values(pyarrow: Any, array: Any) -> Any:
    import nanoarrow

    kinds = pyarrow.types
    if kinds.is_dictionary(array.type):
        array = array.dictionary_decode()
    if kinds.is_decimal(array.type) or kinds.is_float16(array.type):
        array = array.cast(pyarrow.float64())
    return column_values(nanoarrow.c_array(array))


def _ogr_type(pyarrow: Any, kind: Any) -> str:
    kinds = pyarrow.types
    if kinds.is_integer(kind):
        return "OFTInteger64"
    if kinds.is_floating(kind) or kinds.is_decimal(kind):
        return "OFTReal"
    return "OFTDateTime" if kinds.is_temporal(kind) else "OFTString"


def _crs(about: Json) -> str | None:
    """Return the coordinate system; None where the file says that it is not known."""
    stated = about.get("crs", _DEGREES)
    return json.dumps(stated) if isinstance(stated, dict) else stated
