"""Whether a file is what its name says, by its first bytes: GDAL would go by them alone, and follow some elsewhere.

A file called ``towns.geojson`` may be an OGR VRT or a GDAL pipeline, which name other files and addresses.
"""

from contextlib import suppress
from xml.parsers import expat

from infromap.errors import VectorError
from infromap.vector.opening import JSON_LINES_SUFFIXES

HEAD_BYTES = 65_536

_NAMES = {
    ".gpkg": "GeoPackage", ".shp": "Shapefile", ".zip": "ZIP", ".kmz": "KMZ", ".fgb": "FlatGeobuf",
    ".parquet": "Parquet", ".geoparquet": "Parquet", ".kml": "KML", ".gpx": "GPX", ".json": "GeoJSON",
    ".geojson": "GeoJSON", ".topojson": "TopoJSON", **dict.fromkeys(JSON_LINES_SUFFIXES, "GeoJSON"),
}  # fmt: skip
_FIRST_BYTES = {
    ".gpkg": b"SQLite format 3\0", ".shp": b"\x00\x00\x27\x0a", ".zip": b"PK", ".kmz": b"PK", ".fgb": b"fgb",
    ".parquet": b"PAR1", ".geoparquet": b"PAR1",
}  # fmt: skip
_ROOTS = {".kml": {"kml", "Document", "Folder", "Placemark"}, ".gpx": {"gpx"}}
_BEFORE_JSON = b" \t\r\n\x1e"  # the last: RFC 8142
_PIPELINE = b"gdal_streamed_alg"


def check_signature(name: str, suffix: str, head: bytes) -> None:
    """Compare the suffix of a file with its beginning.

    Parameters
    ----------
    name
        Of the file, for the message.
    suffix
        How it ends, in lower case.
    head
        Its first ``HEAD_BYTES`` bytes.

    Raises
    ------
    VectorError
        If the file is something else.
    """
    if not _fits(suffix, head):
        raise VectorError(
            "{name} cannot be read: it is not {kind}; check where it comes from", name=name, kind=_NAMES[suffix]
        )


def _fits(suffix: str, head: bytes) -> bool:
    if suffix in _FIRST_BYTES:
        return head.startswith(_FIRST_BYTES[suffix])
    if suffix in _ROOTS:
        return _root(head) in _ROOTS[suffix]
    if suffix in _NAMES:  # JSON
        return head.removeprefix(b"\xef\xbb\xbf").lstrip(_BEFORE_JSON).startswith(b"{") and _PIPELINE not in head
    return True


def _root(head: bytes) -> str | None:
    """Return the name of the first element of XML, without its namespace."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda name, _: names.append(name.rpartition("}")[2])
    with suppress(expat.ExpatError, LookupError):  # what came before counts; the second: an unknown encoding
        parser.Parse(head, False)
    return names[0] if names else None
