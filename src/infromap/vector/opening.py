"""Opens GIS files and says in one line why one cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from infromap.errors import VectorError, reason_of
from infromap.lean_import import without_packages

FileState = tuple[tuple[str, int, int, int], ...]

_SHAPEFILE_PARTS = (".shx", ".dbf", ".prj", ".cpg")
TABLE_SUFFIXES = (".csv", ".tsv")
PARQUET_SUFFIXES = (".parquet", ".geoparquet")
JSON_LINES_SUFFIXES = (".geojsonl", ".geojsons", ".ndgeojson", ".ndjson", ".jsonl")
SUFFIXES = (
    ".geojson", ".json", ".topojson", ".gpkg", ".shp", ".zip", ".kml", ".kmz", ".gpx", ".fgb",
    *JSON_LINES_SUFFIXES, *TABLE_SUFFIXES, *PARQUET_SUFFIXES,
)  # fmt: skip

# Whatever GDAL would fetch goes to a proxy that is not there, a file in a folder that is none: no host is asked.
_NOWHERE = "socks5h://localhost/nonexistent/infromap-asks-nobody"
_NO_NETWORK = {
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_HTTP_PROXY": _NOWHERE,
    "GDAL_HTTPS_PROXY": _NOWHERE,
    "GDAL_HTTP_MAX_RETRY": "0",
}


def is_layer_file(path: Path) -> bool:
    """Return whether a name ends like that of a GIS file."""
    return path.suffix.lower() in SUFFIXES


def is_table_file(path: Path) -> bool:
    """Return whether a name ends like that of a table of text."""
    return path.suffix.lower() in TABLE_SUFFIXES


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Turn what pyogrio raises into one line; files alone are opened, and nothing of any network.

    Raises
    ------
    VectorError
        If the file does not exist or what is done with it here fails.
    """
    with without_packages("geopandas", "pandas", "pyarrow", "pyproj"):  # pyogrio would load what is installed
        from pyogrio import set_gdal_config_options
        from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

    check_file(path)
    set_gdal_config_options(_NO_NETWORK)  # a file may name an address, of its coordinate system too: none is asked
    try:
        yield
    except VectorError:
        raise
    except (
        DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, CRSError, OSError, ValueError,
        RuntimeError, UnboundLocalError, MemoryError, ArithmeticError,
    ) as error:  # fmt: skip  # the last line: nanoarrow's own, pyogrio's where a file's system has no letters, a lie
        raise VectorError(
            "{path} cannot be read: {reason}; use a GeoPackage", path=path, reason=reason_of(error)
        ) from error


def check_file(path: Path) -> None:
    """Raise VectorError if a path names no plain file, or GDAL would take its name for another."""
    try:
        is_there, is_file = path.exists(), path.is_file()
    except OSError as error:  # too long a name, a folder that may not be looked into
        raise VectorError(
            "{path} cannot be read: {reason}; check the name", path=path, reason=reason_of(error)
        ) from error
    if not is_there:
        raise VectorError("{path} does not exist; check the name", path=path)
    if not is_file:
        raise VectorError("{path} is no file; name a file, such as a GeoPackage", path=path)
    for beside in _companions(path):
        if beside.exists() and not (beside.is_file() or beside.is_dir()):
            raise VectorError("{path} beside {name} is a pipe or a device; take it away", path=beside, name=path.name)
    if "!" in str(path.absolute()):
        raise VectorError(
            "{path} cannot be read: GDAL takes the '!' in its name or folder for an archive; rename it", path=path
        )


def _companions(path: Path) -> list[Path]:
    """Return what GDAL and SQLite open beside a file: the parts of a Shapefile, a database's log."""
    names = (f"{path.name}-".lower(), f"{path.stem}.".lower())
    with suppress(OSError):  # a folder that may not be listed: its files can be read by their names all the same
        return [each for each in path.parent.iterdir() if each.name.lower().startswith(names) and each != path]
    return []


def file_date(path: Path) -> str | None:
    """Return the day on which a file was changed last, ISO 8601; None where its clock told no date."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return None


def file_state(path: Path) -> FileState:
    """Return what tells a file, with all parts of a Shapefile, from what it is after a change."""
    parts = [path.with_suffix(suffix) for suffix in _SHAPEFILE_PARTS] if path.suffix.lower() == ".shp" else []
    found = []
    for part in (path, *parts):
        with suppress(OSError, ValueError):  # a name with a NUL, which a project file may give, is no file
            state = part.stat()
            found.append((part.name, state.st_ino, state.st_size, state.st_mtime_ns))
    return tuple(found)


@contextmanager
def unchanged(path: Path, since: FileState | None = None) -> Iterator[None]:
    """Refuse what was read of a file if it has changed since then, or else since the beginning of the block.

    Raises
    ------
    VectorError
        If it has: the rows of two files would stand side by side, or those of one be read as those of another.
    """
    before = file_state(path) if since is None else since
    try:
        yield
    except VectorError as error:
        if file_state(path) != before:
            raise VectorError(
                "{path} changed while it was read ({reason}); open it again", path=path, reason=reason_of(error)
            ) from error
        raise
    if file_state(path) != before:
        raise VectorError("{path} changed while it was read; open it again", path=path)
