"""The suffix decides what a map document is written as."""

import json
from collections.abc import Callable
from pathlib import Path

from infromap.compose import seen_part
from infromap.errors import ExportError
from infromap.export.features import to_geojson
from infromap.export.site_rows import article_row, site_rows
from infromap.export.sites import save_sites
from infromap.export.table import to_csv
from infromap.export.whole_file import write_whole
from infromap.model.mapdoc import MapDocument
from infromap.model.tiles import TileLayer

SUFFIXES = (".html", ".png", ".geojson", ".gpkg", ".csv")
PICTURE_SIZE = (1400, 900)  # pixels

DrawPicture = Callable[[str, int, int], bytes]


def save_map(
    document: MapDocument,
    path: Path,
    *,
    language: str = "en",
    draw_picture: DrawPicture | None = None,
    tiles: TileLayer | None = None,
) -> None:
    """Write what is seen of the map as ``.html``, ``.png``, ``.geojson``, ``.gpkg`` or ``.csv``, whole or not at all.

    Parameters
    ----------
    document
        The map.
    path
        The file to write; an existing one is replaced.
    language
        Of the page's own words: en, ru, kk or zh.
    draw_picture
        Makes the PNG: takes the page's HTML, width and height in pixels, returns the file's
        bytes. Needed for ``.png`` alone, because it takes a page engine.
    tiles
        Online tiles over the base map, in ``.html`` alone: a picture is drawn without any network.

    Raises
    ------
    ExportError
        If the suffix is unknown, the file cannot be written, or it is a table and the map has layers of GIS
        files; what stood there is untouched.
    """
    document = seen_part(document)
    if document.layers and path.suffix.lower() not in (".html", ".png"):
        raise ExportError(f"{path}: layers of GIS files go into .html and .png only; leave them out, or use .html")
    if path.suffix.lower() == ".gpkg":
        article = document.reading.article.source
        save_sites(path, site_rows(document, article), [article_row(document, article)])
    else:
        write_whole(path, _content(document, path, language, draw_picture, tiles))


def _content(
    document: MapDocument, path: Path, language: str, draw_picture: DrawPicture | None, tiles: TileLayer | None
) -> bytes:
    match path.suffix.lower():
        case ".html":
            return _page(document, language, tiles).encode()
        case ".geojson":
            return (json.dumps(to_geojson(document), ensure_ascii=False, indent=1) + "\n").encode()
        case ".csv":
            return to_csv(document)
        case ".png" if draw_picture is not None:
            return draw_picture(_page(document, language), *PICTURE_SIZE)
        case ".png":
            raise ExportError(f"{path}: a picture needs the page engine of PySide6; export .html instead")
        case suffix:
            raise ExportError(f"{path}: unknown kind of file {suffix or '(no suffix)'}; use {', '.join(SUFFIXES)}")


def _page(document: MapDocument, language: str, tiles: TileLayer | None = None) -> str:
    from infromap.render import render_html  # tables need no folium

    return render_html(document, language=language, tiles=tiles)
