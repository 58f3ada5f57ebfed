"""The rows of one article or of many become a file; the suffix decides which."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from shapely import from_wkb

from infromap.errors import ExportError
from infromap.export.corpus_rows import SITE_COLUMNS, TEXT, Row
from infromap.export.features import geometry_json
from infromap.export.geopackage import write_geopackage
from infromap.export.table import plain_cell
from infromap.export.whole_file import whole_file, write_whole
from infromap.saying import Saying

SITE_SUFFIXES = (".gpkg", ".geojson", ".csv")


def save_sites(path: Path, sites: Iterable[Row], articles: Iterable[Row]) -> None:
    """Write rows as ``.gpkg``, ``.geojson`` or ``.csv``, whole or not at all, a part of them in memory at a time.

    Parameters
    ----------
    path
        The file to write; an existing one is replaced.
    sites
        Rows as ``site_rows`` gives them, in the order of the file.
    articles
        Rows as ``article_row`` and ``failed_row`` give them: a table of the GeoPackage, and left out of the others.

    Raises
    ------
    ExportError
        If the suffix is unknown or the file cannot be written; what stood there is untouched.
    """
    check_suffix(path)
    with whole_file(path, suffix=path.suffix.lower()) as temporary:
        match path.suffix.lower():
            case ".gpkg":
                write_geopackage(temporary, sites, articles)
            case ".geojson":
                _write_geojson(temporary, sites)
            case _:
                _write_csv(temporary, sites)


def save_failures(output: Path, failures: Iterable[tuple[str, str]]) -> None:
    """Write articles and the reasons why they could not be read to ``OUTPUT.failed.csv``.

    A GeoPackage has them in its table ``articles`` and gets no such file; neither does an output without
    failures, and an older file goes.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    path = output.with_name(f"{output.name}.failed.csv")
    rows = [[plain_cell(name), plain_cell(reason)] for name, reason in failures]
    if not rows or output.suffix.lower() == ".gpkg":
        path.unlink(missing_ok=True)
        return
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["article", "reason"], *rows])
    write_whole(path, text.getvalue().encode("utf-8-sig"))


def check_suffix(path: Path) -> None:
    """Refuse a file that ``save_sites`` cannot write.

    Raises
    ------
    ExportError
        If its suffix is none of ``SITE_SUFFIXES``.
    """
    if path.suffix.lower() not in SITE_SUFFIXES:
        raise ExportError(
            "{path}: unknown kind of file {suffix}; use {known}",
            path=path,
            suffix=path.suffix or Saying("(none)"),
            known=", ".join(SITE_SUFFIXES),
        )


def _write_geojson(path: Path, sites: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for number, row in enumerate(sites):
            feature = {
                "type": "Feature",
                "geometry": geometry_json(from_wkb(row["wkb"]) if row["wkb"] else None),
                "properties": {name: row[name] for name in SITE_COLUMNS},
            }
            file.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")


def _write_csv(path: Path, sites: Iterable[Row]) -> None:
    """Write UTF-8 with a byte order mark, as spreadsheets expect it; the place stands as lat, lon and WKT."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*SITE_COLUMNS, "lat", "lon", "wkt"))
        for row in sites:
            writer.writerow([*(_cell(row[name], kind) for name, kind in SITE_COLUMNS.items()), *_place(row)])


def _cell(value: str | float | None, kind: type) -> object:
    return plain_cell(str(value or "")) if kind is TEXT else "" if value is None else value


def _place(row: Row) -> tuple[object, object, str]:
    if row["wkb"] is None:
        return "", "", ""
    geometry = from_wkb(row["wkb"])
    point = geometry.representative_point()
    return round(point.y, 6), round(point.x, 6), geometry.wkt
