"""What a KML costs before its first row: GDAL compares each field of each placemark with all names of fields."""

import re

from infromap.errors import VectorError

_FIELD = re.compile(rb"<(?:[\w.-]+:)?(?:Data|SimpleData|SimpleField)\b[^<]*?\bname\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_ROW = re.compile(rb"<(?:[\w.-]+:)?Placemark\b")
_MOST_COMPARED = 400_000_000  # some seconds


def check_fields(content: bytes, name: str) -> None:
    """Refuse a KML with so many names of fields and placemarks that GDAL would compare for minutes.

    Parameters
    ----------
    content
        All of it.
    name
        Of the file, for the message.

    Raises
    ------
    VectorError
        If it has.
    """
    fields = len({found[1] for found in _FIELD.finditer(content)})
    rows = sum(1 for _ in _ROW.finditer(content))
    if fields * rows > _MOST_COMPARED:
        raise VectorError(
            "{name} has {columns:,} columns and {rows:,} rows, too many for KML; use a GeoPackage",
            name=name,
            columns=fields,
            rows=rows,
        )
