"""A map document becomes one standalone page."""

import re
from functools import cache
from pathlib import Path

from infromap.assets import geodata_path, resource_path
from infromap.errors import DataError
from infromap.model.mapdoc import MapDocument
from infromap.model.text import well_formed
from infromap.model.tiles import TileLayer
from infromap.render.data import page_data
from infromap.render.layer_text import layer_text
from infromap.render.policy import with_policy
from infromap.render.strings import load_strings
from infromap.render.symbology import symbol_sprite

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
_STYLES = ("page", "layers", "sheet")
_CSS_ADDRESS = re.compile(r"url\([^)]*\)")


def render_html(document: MapDocument, *, language: str = "en", tiles: TileLayer | None = None) -> str:
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
    words, basemap = load_strings(language), _read(geodata_path("basemap/world.json"))
    page = MapPage(
        title=well_formed(document.title),
        styles=_styles(),
        scripts=_scripts(),
        symbols=symbol_sprite(),
        data=page_data(document, words, basemap, tiles=tiles, layers=[layer.header for layer in layers]),
        language=language,
    )
    for layer in layers:
        page.add_child(CanvasLayer(layer.texts, layer.later))
    return with_policy(page.to_html(), image_origins=tiles.origins if tiles else ())


@cache
def _scripts() -> tuple[str, ...]:
    """Return Leaflet and our scripts in the order in which they run."""
    own = [_read(resource_path(f"script/{name}.js")) for name in _SCRIPTS]
    return (_leaflet("leaflet.js"), *own)


@cache
def _styles() -> tuple[str, ...]:
    """Return Leaflet's style sheet without the pictures that it names, which the page does not use, and ours."""
    own = "".join(_read(resource_path(f"style/{name}.css")) for name in _STYLES)
    return (_CSS_ADDRESS.sub("none", _leaflet("leaflet.css")), own)


def _leaflet(name: str) -> str:
    from xstatic.pkg import leaflet

    text = _read(Path(leaflet.BASE_DIR) / name)
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


@cache
def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error
