"""A map document becomes one standalone page."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from infromap.assets import geodata_path, read_or_without, read_resource, read_text, reading
from infromap.errors import DataError
from infromap.model.text import well_formed
from infromap.render.data import page_data
from infromap.render.layer_text import layer_text
from infromap.render.policy import with_policy
from infromap.render.strings import LANGUAGES, load_sentences, load_strings, strings_notices
from infromap.render.symbology import symbol_sprite, symbology_notices
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import TileLayer

_SCRIPTS = (
    "theme",
    "view-canvas",
    "basemap",
    "labels",
    "page-dom",
    "page-words",
    "page-sheet",
    "page-focus",
    "page-copy",
    "page-corrections",
    "page-popup",
    "columns",
    "packed-index",
    "layer-shapes",
    "markers",
    "dots",
    "row-painter",
    "canvas-layer",
    "svg-pen",
    "svg-dots",
    "page-layers",
    "layer-labels",
    "layer-legend",
    "marks",
    "clusters",
    "switches",
    "online-tiles",
    "page-map",
    "page-filter",
    "page-panel",
    "page-table",
    "page-rows",
    "page-picture",
    "page-print",
    "page",
)
_BASEMAP_LISTS = (
    "arcs", "borders", "countries", "countryNames", "lakes", "rivers", "shores", "towns", "waterNames"
)  # fmt: skip
_STYLES = ("page", "layers", "sheet")
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)  # no text of a script goes over lines
_CSS_ADDRESS = re.compile(r"url\([^)]*\)")


def render_html(document: "MapDocument", *, language: str = "en", tiles: "TileLayer | None" = None) -> str:
    """Return the map as one HTML page that needs no network.

    Parameters
    ----------
    document
        The map; it may be empty.
    language
        Of the page's own words: en, ru, kk or zh. The article's words stay as they are.
    tiles
        Online tiles over the base map (see ``find_tile_layer``): then the page may ask their servers, and only those.

    Returns
    -------
    str
        The page. The same document gives the same text. What the document says stands in it as
        data and reaches the screen as text; a Content-Security-Policy lets nothing else run.

    Raises
    ------
    RenderError
        If the language is unknown.
    DataError
        If a file that comes with infromap is missing or damaged.
    """
    # folium is slow to import: the window is on the screen before it
    from infromap.render.elements import CanvasLayer, MapPage

    layers = [layer_text(layer, number) for number, layer in enumerate(document.layers)]
    basemap, told = _basemap()
    damage = (*told, *strings_notices(language), *symbology_notices())
    told_document = replace(document, notices=(*document.notices, *damage)) if damage else document
    page = MapPage(
        title=well_formed(document.title),
        styles=_styles(),
        scripts=_scripts(),
        symbols=symbol_sprite(),
        data=page_data(
            told_document,
            load_strings(language),
            load_sentences(language),
            basemap,
            tiles=tiles,
            layers=[layer.header for layer in layers],
        ),
        language=language,
    )
    for layer in layers:
        page.add_child(CanvasLayer(layer.texts, layer.later))
    return with_policy(page.to_html(), image_origins=tiles.origins if tiles else ())


@cache
def _scripts() -> tuple[str, ...]:
    """Return Leaflet and our scripts in the order in which they run, without their comments."""
    own = [_LINE_COMMENT.sub("", read_resource(f"script/{name}.js")) for name in _SCRIPTS]
    return (_leaflet("leaflet.js"), *own)


@cache
def _styles() -> tuple[str, ...]:
    """Return Leaflet's style sheet without the pictures that it names, which the page does not use, and ours."""
    own = "".join(read_resource(f"style/{name}.css") for name in _STYLES)
    return (_CSS_ADDRESS.sub("none", _leaflet("leaflet.css")), own)


def read_parts() -> int:
    """Read all that every page is made of, and return its size in letters; DataError if a part cannot be read."""
    from infromap.render.elements import TEMPLATES, read_template

    for name in TEMPLATES:
        read_template(name)
    told = (*symbology_notices(), *(told for language in LANGUAGES for told in strings_notices(language)))
    if told:
        raise DataError(told[0])
    return sum(map(len, (*_scripts(), *_styles(), symbol_sprite())))


def _leaflet(name: str) -> str:
    try:
        from xstatic.pkg import leaflet
    except ImportError as error:
        raise DataError(
            "{what} is missing from this installation; install infromap again", what="XStatic-Leaflet"
        ) from error

    text = read_text(Path(leaflet.BASE_DIR) / name)
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


@cache
def _basemap() -> tuple[str, tuple[Saying, ...]]:
    """Return the base map's JSON; without its file a map that is empty, and what is to say."""
    return read_or_without(read_basemap, json.dumps({name: [] for name in _BASEMAP_LISTS}))


def read_basemap() -> str:
    """Return the text of the base map's file; DataError if it is missing or damaged."""
    path = geodata_path("basemap/world.json")
    with reading(path):
        text = read_text(path)
        members = json.loads(text)
        if missing := [name for name in _BASEMAP_LISTS if not isinstance(members[name], list)]:
            raise ValueError(Saying("{name} is no list", name=missing[0]))
    return text
