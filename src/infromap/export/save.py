"""The suffix decides what a map document is written as."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from infromap.compose import seen_part
from infromap.errors import ExportError
from infromap.export.corpus_rows import article_row
from infromap.export.drawing import DocumentOptions, DrawingOptions, PictureOptions, check_picture
from infromap.export.facts import map_facts
from infromap.export.features import to_geojson
from infromap.export.geopackage import write_geopackage
from infromap.export.layer_columns import unique_names
from infromap.export.layer_file import save_layer, write_layer
from infromap.export.map_rows import MAP_COLUMNS, map_rows
from infromap.export.table import to_csv
from infromap.export.whole_file import check_target, refuse_source, whole_file, write_whole
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import TileLayer

SUFFIXES = (".html", ".png", ".pdf", ".geojson", ".gpkg", ".kml", ".csv")
_DRAWN: dict[str, type[DrawingOptions]] = {".png": PictureOptions, ".pdf": DocumentOptions}
_ONE_TABLE = (".geojson", ".csv")  # hold rows of one kind only
_OWN_TABLES = ("sites", "lines", "not_located", "articles", "facts")

DrawPage = Callable[[str, DrawingOptions], bytes]


def save_map(
    document: "MapDocument",
    path: Path,
    *,
    language: str = "en",
    draw: DrawPage | None = None,
    options: DrawingOptions | None = None,
    tiles: "TileLayer | None" = None,
) -> tuple[Saying, ...]:
    """Write what is seen of the map as a file of one of ``SUFFIXES``, whole or not at all.

    ``.geojson`` and ``.csv`` hold rows of one kind: the projects, or, of a map without an article, its one layer.
    ``.gpkg`` and ``.kml`` hold projects and layers.

    Parameters
    ----------
    document
        The map.
    path
        The file to write; an existing one is replaced.
    language
        Of the page's own words: en, ru, kk or zh.
    draw
        Makes pictures and documents: takes the page's HTML and what is wanted, returns the file's bytes. Needed for
        ``.png`` and ``.pdf`` alone, because it takes a page engine.
    options
        What is wanted of a ``.png`` (``PictureOptions``) or a ``.pdf`` (``DocumentOptions``).
    tiles
        Tiles over the base map, in ``.html``, ``.png`` and ``.pdf``; ``draw`` decides what they may be asked of.

    Returns
    -------
    tuple of str
        What of the map is not in the file, in sentences.

    Raises
    ------
    ExportError
        If the suffix is unknown, the file cannot be written or is one of the map's own, the picture cannot be drawn,
        or it is a table and the map is of several layers and no article; what stood there is untouched.
    """
    refuse_source(path, [each.origin.path for each in document.layers if each.origin])
    suffix, document = path.suffix.lower(), seen_part(document)
    if suffix in _ONE_TABLE and document.layers:
        return _save_one_table(document, path)
    match suffix:
        case ".html":
            write_whole(path, _page(document, language, tiles).encode())
        case ".png" | ".pdf":
            check_target(path)  # drawing takes long
            write_whole(path, _drawn(document, path, language, draw, options, tiles))
        case ".geojson":
            write_whole(path, (json.dumps(to_geojson(document), ensure_ascii=False, indent=1) + "\n").encode())
        case ".csv":
            write_whole(path, to_csv(document))
        case ".gpkg":
            return _save_geopackage(document, path)
        case ".kml":
            _save_kml(document, path)
        case _:
            raise ExportError(
                "{path}: unknown kind of file {suffix}; use {known}",
                path=path,
                suffix=suffix or Saying("(none)"),
                known=", ".join(SUFFIXES),
            )
    return ()


def _save_one_table(document: "MapDocument", path: Path) -> tuple[Saying, ...]:
    if document.reading.article.text:
        told = save_map(replace(document, layers=()), path)
        more = "{file} holds the projects alone; .gpkg and .kml hold the layers of GIS files too"
        return (*told, Saying(more, file=path.name))
    if len(document.layers) == 1:
        return save_layer(document.layers[0], path)
    raise ExportError(
        "{path}: a {suffix} holds one table, and this map has {count}; use .gpkg",
        path=path,
        suffix=path.suffix,
        count=len(document.layers),
    )


def _drawn(
    document: "MapDocument",
    path: Path,
    language: str,
    draw: DrawPage | None,
    options: DrawingOptions | None,
    tiles: "TileLayer | None",
) -> bytes:
    if draw is None:
        raise ExportError("{path}: a drawing needs the page engine of PySide6; export .html instead", path=path)
    wanted = options or _DRAWN[path.suffix.lower()]()
    if isinstance(wanted, PictureOptions):
        check_picture(wanted, path)
    return draw(_page(document, language, tiles if wanted.has_tiles else None), wanted)


def _page(document: "MapDocument", language: str, tiles: "TileLayer | None" = None) -> str:
    from infromap.render import render_html  # tables need no folium

    return render_html(document, language=language, tiles=tiles)


def _save_geopackage(document: "MapDocument", path: Path) -> tuple[Saying, ...]:
    """Write a table for each kind of geometry, the articles, every fact, and each layer."""
    told: list[Saying] = []
    with whole_file(path, suffix=".gpkg") as temporary:
        if document.reading.article.text or not document.layers:
            rows, article = map_rows(document), article_row(document, document.reading.article.source)
            write_geopackage(temporary, rows, [article], columns=MAP_COLUMNS, facts=map_facts(document))
        names = unique_names([layer.name for layer in document.layers], _OWN_TABLES)
        for layer, name in zip(document.layers, names, strict=True):
            told += write_layer(temporary, layer, np.arange(len(layer)), driver="GPKG", name=name)
    return tuple(told)


def _save_kml(document: "MapDocument", path: Path) -> None:
    from infromap.export.kml import write_map_kml  # needs the colours of the page

    with whole_file(path, suffix=".kml") as temporary:
        write_map_kml(temporary, document)
