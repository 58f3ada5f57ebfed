"""What a GIS file holds: its layers, before any of their rows is read."""

import warnings
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple

from infromap.errors import VectorError, reason_of
from infromap.vector.json_lines import count_texts, holds_lines, lines_source
from infromap.vector.kml import check_fields
from infromap.vector.letters import guess_shapefile_letters
from infromap.vector.opening import JSON_LINES_SUFFIXES, PARQUET_SUFFIXES, check_file, is_table_file, opening
from infromap.vector.signature import HEAD_BYTES, check_signature
from infromap.vector.views import check_packed_views, check_views

if TYPE_CHECKING:
    from infromap.vector.systems import Box

_GPX_REPEATS = ("route_points", "track_points")  # the vertices of its routes and tracks once more
_MOST_UNPACKED = 200_000_000  # bytes of a KML, a KMZ, or of a file in an archive
_MOST_OF_ALL = 500_000_000  # bytes of all such files in an archive: the same bytes may be many files
_STREAMED = (".shp", ".shx", ".dbf", ".fgb")  # are never in memory as a whole
_MOST_IN_ARCHIVE = 500
_MOST_LAYERS = 500  # of one file: GDAL opens it for each again
_IN_ARCHIVES = (".shp", ".gpkg", ".geojson", ".json", ".topojson", *JSON_LINES_SUFFIXES, ".kml", ".gpx", ".fgb")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerInfo:
    """One layer of a GIS file."""

    name: str  # unique within the file
    source: str  # as GDAL names the file, or the file within an archive
    layer: str  # as GDAL names the layer
    geometry_type: str  # Point, MultiPolygon, Unknown…
    rows: int | None  # None where counting takes as long as reading; of GeoJSON in lines, how many lines there are
    has_crs: bool  # whether it says its coordinate system
    bounds: "Box | None" = None  # in its own numbers, where it does not
    letters: str | None = None  # a guess at the encoding of a Shapefile that does not say it


class _Source(NamedTuple):
    """A file as GDAL is to open it."""

    name: str
    prefix: str = ""  # by which people tell it from others in an archive
    lines: int | None = None  # of GeoJSON in lines


def list_layers(path: Path, *, names: Collection[str] | None = None) -> tuple[LayerInfo, ...]:
    """Return the layers of a GIS file that have geometries, in the order of the file; no table of text is one.

    Parameters
    ----------
    path
        The file. Of a ZIP archive, all GIS files in it, in folders too.
    names
        Which layers; all of them if it is left out. A name that the file does not have is passed over.

    Returns
    -------
    tuple of LayerInfo
        At least one, unless names are given.

    Raises
    ------
    VectorError
        If the file cannot be read, is not what its name says, or has no layer with geometries.
    """
    check_file(path)
    if is_table_file(path) or path.suffix.lower() in PARQUET_SUFFIXES:
        raise VectorError("{path} has one table and no layers; read it as a whole", path=path)
    with opening(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # reading tells of faults; measures, which pyogrio does not know, we keep
        sources = list(_sources(path))
        found = [info for source in sources for info in _layers(source, names)]
    if not found and names is None:
        raise VectorError("{path} has no layer with geometries; save it with points, lines or areas", path=path)
    return tuple(found)


def is_json(source: str) -> bool:
    """Tell whether a file is GeoJSON, or TopoJSON: in degrees where it does not say otherwise."""
    return source.lower().endswith((".geojson", ".json", ".topojson", *JSON_LINES_SUFFIXES))


def _sources(path: Path) -> Iterator[_Source]:
    """Yield what GDAL is to open."""
    whole = str(path.absolute())
    with path.open("rb") as file:
        source = _look_at(file, str(path), path.suffix.lower(), whole)
    if path.suffix.lower() == ".kmz":
        _check_kmz(path)
    if path.suffix.lower() == ".kml":
        _check_kml(path)
    if path.suffix.lower() == ".gpkg":
        check_views(path)
    if path.suffix.lower() != ".zip":
        yield source
        return
    with _unpacking(path) as archive:
        _check_sizes(path, archive)
        members = [name for name in archive.namelist() if _is_readable(name)]
        if len(members) > _MOST_IN_ARCHIVE:
            raise VectorError(
                "{path} has {count:,} GIS files in it; unpack it and open those that you need",
                path=path,
                count=len(members),
            )
        sources = []
        for name in members:
            with archive.open(name) as file:
                suffix = PurePosixPath(name).suffix.lower()
                sources.append(_look_at(file, f"{path}, {name},", suffix, f"/vsizip/{{{whole}}}/{name}"))
            if name.lower().endswith(".gpkg"):
                check_packed_views(archive.read(name), f"{path}, {name},")
            if name.lower().endswith(".kml"):
                check_fields(archive.read(name), f"{path}, {name},")
    if not members:
        raise VectorError("{path} has no GIS file in it; it may hold {known}", path=path, known=", ".join(_IN_ARCHIVES))
    stems = [str(PurePosixPath(name).with_suffix("")) for name in members]
    for source, name, stem in zip(sources, members, stems, strict=True):
        yield source._replace(prefix="" if len(members) == 1 else stem if stems.count(stem) == 1 else name)


def _look_at(file: IO[bytes], name: str, suffix: str, source: str) -> _Source:
    """Refuse a file that is not what its name says; say how GDAL is to open what is."""
    head = file.read(HEAD_BYTES)
    check_signature(name, suffix, head)
    if not holds_lines(suffix, head):
        return _Source(source)
    file.seek(0)
    return _Source(lines_source(source, head), lines=count_texts(file))


@contextmanager
def _unpacking(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give a ZIP archive; turn what its reading raises into one line."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except VectorError:
        raise
    except Exception as error:  # zipfile raises what its parsing of hostile bytes runs into; some archives are locked
        raise VectorError(
            "{path} cannot be read: {reason}; unpack it and open what is in it", path=path, reason=reason_of(error)
        ) from error


def _check_kml(path: Path) -> None:
    """Refuse a KML that is larger than fits: GDAL takes all of it into memory."""
    size = path.stat().st_size
    if size > _MOST_UNPACKED:
        raise VectorError(
            "{path} has {size:,} MB, too much for a KML; save it as a GeoPackage", path=path, size=size // 1_000_000
        )
    check_fields(path.read_bytes(), str(path))


def _check_kmz(path: Path) -> None:
    """Do the same with a KMZ, for what it unpacks to."""
    with _unpacking(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
        if size <= _MOST_UNPACKED:
            for member in archive.infolist():
                if member.filename.lower().endswith(".kml"):
                    check_fields(archive.read(member), f"{path}, {member.filename},")
    if size > _MOST_UNPACKED:
        raise VectorError(
            "{path} unpacks to {size:,} MB, too much for a KMZ; save its .kml as a GeoPackage",
            path=path,
            size=size // 1_000_000,
        )


def _check_sizes(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse an archive of which GDAL would take more into memory than fits, or which it would read for minutes."""
    unpacked = 0
    for member in archive.infolist():
        if PurePosixPath(member.filename).suffix.lower() in _STREAMED:
            continue
        if member.file_size > _MOST_UNPACKED:
            raise VectorError(
                "{path}: {member} unpacks to {size:,} MB; unpack it and open what is in it",
                path=path,
                member=member.filename,
                size=member.file_size // 1_000_000,
            )
        unpacked += member.file_size
    if unpacked > _MOST_OF_ALL:
        raise VectorError(
            "{path} unpacks to {size:,} MB; unpack it and open those files that you need",
            path=path,
            size=unpacked // 1_000_000,
        )


def _is_readable(name: str) -> bool:
    place = PurePosixPath(name)
    is_ours = not place.name.startswith("._") and ".." not in place.parts  # the first are notes of macOS
    return is_ours and place.suffix.lower() in _IN_ARCHIVES


def _layers(found: _Source, names: Collection[str] | None) -> Iterator[LayerInfo]:
    import pyogrio  # slow to load, and most runs need none

    source = found.name
    listed = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(source) if kind and name not in _GPX_REPEATS]
    if len(listed) > _MOST_LAYERS:
        raise VectorError(
            "{path} has {count:,} layers, too many to look into; keep those that you need",
            path=PurePosixPath(source).name,
            count=len(listed),
        )
    for name, kind in listed:
        full_name = _full_name(found.prefix, name, is_only=len(listed) == 1)
        if names is not None and full_name not in names:  # to look into each of many layers takes a while
            continue
        # one layer, in degrees; to ask would be to read it all
        info = None if is_json(source) else pyogrio.read_info(source, layer=name, force_feature_count=True)
        has_crs = info is None or info["crs"] is not None
        yield LayerInfo(
            name=full_name,
            source=source,
            layer=name,
            geometry_type=kind.removeprefix("2.5D ").removesuffix(" Z").removesuffix(" M").removesuffix(" ZM"),
            rows=int(info["features"]) if info else found.lines,
            has_crs=has_crs,
            letters=guess_shapefile_letters(source, name),
            bounds=None if has_crs else _bounds(source, name),
        )


def _bounds(source: str, layer: str) -> "Box | None":
    import pyogrio

    bounds = pyogrio.read_info(source, layer=layer, force_total_bounds=True)["total_bounds"]
    return None if bounds is None else (bounds[0], bounds[1], bounds[2], bounds[3])


def _full_name(prefix: str, name: str, *, is_only: bool) -> str:
    if not prefix:
        return name
    return prefix if is_only else f"{prefix}, {name}"
