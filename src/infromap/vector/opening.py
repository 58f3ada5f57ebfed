"""Opens GIS files and says in one line why one cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from infromap.errors import VectorError

SUFFIXES = (".geojson", ".json", ".gpkg", ".shp", ".zip", ".kml", ".gpx", ".fgb", ".csv")


def is_layer_file(path: Path) -> bool:
    """Return whether a name ends like that of a GIS file."""
    return path.suffix.lower() in SUFFIXES


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Turn what pyogrio raises into one line.

    Raises
    ------
    VectorError
        If the file does not exist or what is done with it here fails.
    """
    from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

    if not path.exists():
        raise VectorError(f"{path} does not exist; check the name")
    try:
        yield
    except VectorError:
        raise
    except (
        DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, CRSError, OSError, ValueError,
    ) as error:  # fmt: skip
        raise VectorError(f"{path} cannot be read: {' '.join(str(error).split())}; use a GeoPackage") from error


def file_date(path: Path) -> str:
    """Return the day on which a file was changed last, ISO 8601."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date().isoformat()
