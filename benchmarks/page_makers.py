"""Makes one page of many features, ours or another program's, and prints how long that took.

Usage: ``page_makers.py PROGRAM points|lines COUNT FILE``. The features are the same for all: scattered over
Kazakhstan, each with a name, a category and a number. Stock folium gives each a popup and a tooltip of its own; the
others say the same in theirs. The clock runs from the features in memory to the text of the page, in a process that
has made one before.
Pages of others name Leaflet and jQuery on the network: here these stand beside them, so that they can be shown.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely

CATEGORIES = ("hospital", "school", "bridge", "well", "station")
VERTICES = 50
Made = Callable[[], str]


def features(kind: str, count: int) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return geometries and columns."""
    random = np.random.default_rng(1)
    points = random.uniform((47, 41), (87, 55), (count, 2))
    columns = {
        "name": np.array([f"Site {number}" for number in range(count)], dtype=object),
        "category": np.array(CATEGORIES, dtype=object)[random.integers(0, len(CATEGORIES), count)],
        "cost": np.round(random.uniform(0, 1000, count), 2),
    }
    if kind == "points":
        return shapely.points(points), columns
    turns = np.cumsum(random.normal(0, 0.3, (count, VERTICES)), axis=1) + random.uniform(0, 2 * np.pi, (count, 1))
    steps = np.stack([np.cos(turns), np.sin(turns)], axis=2) * 0.01
    return shapely.linestrings(points[:, None] + np.cumsum(steps, axis=1)), columns


def ours(shapes: np.ndarray, columns: dict[str, np.ndarray]) -> Made:
    """Return what makes our page."""
    from infromap.compose import compose_layers
    from infromap.model.layer import Column, ColumnType, Layer
    from infromap.model.provenance import Source
    from infromap.render import render_html

    types = {"O": ColumnType.TEXT, "f": ColumnType.REAL}
    layer = Layer(
        id="sites",
        name="sites.gpkg",
        geometry=shapes,
        columns=tuple(Column(name=name, type=types[each.dtype.kind], values=each) for name, each in columns.items()),
        source=Source(name="sites.gpkg"),
    )
    return lambda: render_html(compose_layers([layer]))


def folium_markers(shapes: np.ndarray, columns: dict[str, np.ndarray]) -> Made:
    """Return what makes a page of ``folium.Marker``, or of ``folium.PolyLine``."""
    import folium

    rows = list(zip(*(each.tolist() for each in columns.values()), strict=True))

    def make() -> str:
        page = folium.Map((48, 67), zoom_start=5, tiles=None, max_zoom=18)
        for shape, (name, category, cost) in zip(shapes, rows, strict=True):
            popup = folium.Popup(f"<b>{name}</b><br>{category}<br>{cost}")
            latlons = [(y, x) for x, y in shape.coords]
            if len(latlons) == 1:
                folium.Marker(latlons[0], popup=popup, tooltip=name).add_to(page)
            else:
                folium.PolyLine(latlons, popup=popup, tooltip=name).add_to(page)
        return page.get_root().render()

    return make


def folium_geojson(shapes: np.ndarray, columns: dict[str, np.ndarray]) -> Made:
    """Return what makes a page of ``folium.GeoJson``."""
    import folium

    fields = list(columns)
    rows = zip(*(each.tolist() for each in columns.values()), strict=True)
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": shapely.geometry.mapping(shape),
                "properties": dict(zip(fields, row, strict=True)),
            }
            for shape, row in zip(shapes, rows, strict=True)
        ],
    }

    def make() -> str:
        page = folium.Map((48, 67), zoom_start=5, tiles=None, max_zoom=18)
        popup, tooltip = folium.GeoJsonPopup(fields), folium.GeoJsonTooltip(["name"])
        folium.GeoJson(collection, popup=popup, tooltip=tooltip).add_to(page)
        return page.get_root().render()

    return make


def geopandas_explore(shapes: np.ndarray, columns: dict[str, np.ndarray]) -> Made:
    """Return what makes a page by ``GeoDataFrame.explore``."""
    import geopandas

    frame = geopandas.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")
    return lambda: frame.explore(popup=True, tooltip="name", tiles=None).get_root().render()


PROGRAMS = {
    "infromap": ours,
    "folium markers": folium_markers,
    "folium.GeoJson": folium_geojson,
    "geopandas.explore": geopandas_explore,
}


def with_local_libraries(page: str) -> str:
    """Put Leaflet and jQuery beside the page and take all other addresses out of it."""
    from xstatic.pkg import jquery, leaflet

    kept = {"leaflet.js": leaflet, "leaflet.css": leaflet, "jquery": jquery}

    def local(match: re.Match[str]) -> str:
        for name, package in kept.items():
            if re.search(rf"/{re.escape(name)}[^/]*$", match["address"]):
                file = next(Path(package.BASE_DIR).glob("jquery.min.js" if name == "jquery" else name))
                return match[0].replace(match["address"], file.as_uri())
        return ""

    page = re.sub(r'<script src="(?P<address>https?:[^"]*)"></script>', local, page)
    return re.sub(r'<link[^>]*href="(?P<address>https?:[^"]*)"[^>]*/?>', local, page)


def main(program: str, kind: str, count: int, path: Path) -> None:
    """Make the page, several times where that is quick, and print the seconds and the bytes beyond an empty page."""
    make_from = PROGRAMS[program]
    few = make_from(*features(kind, 1))
    few()
    empty = len(few().encode())
    make = make_from(*features(kind, count))
    seconds = []
    while not seconds or (len(seconds) < 5 and sum(seconds) < 3):
        begun = time.perf_counter()
        page = make()
        seconds.append(time.perf_counter() - begun)
    size = len(page.encode())
    if program != "infromap":
        page = with_local_libraries(page)
    path.write_text(page, encoding="utf-8")
    print(
        json.dumps(
            {"made_s": sorted(seconds)[len(seconds) // 2], "beyond_kb": (size - empty) / 1000, "whole_kb": size / 1000}
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
