"""Every reader of infromap, and whole small files for each to begin with."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gis_files import CSV, GPX, write_points

ROOT = Path(__file__).resolve().parent.parent.parent
BRIEF = ROOT / "geodata" / "articles" / "2026-02-09_aiib-kazakhstan.txt"
RUSSIAN = "АБИИ выделит 250 млн долларов на строительство больницы на 630 коек в Кокшетау.\n"
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>towns</name>
<Placemark><name>Kokshetau</name><ExtendedData><Data name="beds"><value>630</value></Data></ExtendedData>
<Point><coordinates>69.39,53.28,230</coordinates></Point></Placemark>
<Placemark><name>road</name><LineString><coordinates>67.7,47.8 73.1,49.8</coordinates></LineString></Placemark>
</Folder></Document></kml>
"""
HTML = """<!doctype html><html><head><title>Wind &amp; roads</title><meta property="article:published_time"
content="2026-02-09T00:00:00Z"></head><body><nav>Home</nav><article><h1>Roads</h1><p>The AIIB will lend USD 250 million
for a 630-bed hospital in Kokshetau and a 220 MW wind power plant in Kazakhstan.</p><p>The Aktobe&ndash;Ulgaisyn road is
236 km long.</p></article></body></html>
"""

NAMES = (
    "text", "markdown", "html", "pdf", "geojson", "geopackage", "shapefile", "kml", "kmz", "gpx", "flatgeobuf", "csv",
    "project", "mbtiles", "curated", "known facts",
)  # fmt: skip

Read = Callable[[Path], object]


@dataclass(frozen=True)
class Reader:
    """A reader, the suffix of its files, and samples of them."""

    name: str
    suffix: str
    read: Read
    samples: tuple[bytes, ...]


def all_readers(folder: Path) -> dict[str, Reader]:
    """Return the readers by name; ``folder`` takes what is written on the way."""
    readers = [
        Reader("text", ".txt", _read_whole_way, (BRIEF.read_bytes(), RUSSIAN.encode(), RUSSIAN.encode("cp1251"))),
        Reader("markdown", ".md", _read_whole_way, (b"# Roads\n\n" + BRIEF.read_bytes(),)),
        Reader("html", ".html", _read_whole_way, (HTML.encode(),)),
        Reader("pdf", ".pdf", _read_whole_way, (_pdf(),)),
        Reader("geojson", ".geojson", _read_layers, (_written(folder, "a.geojson"), _features())),
        Reader("geopackage", ".gpkg", _read_layers, (_written(folder, "a.gpkg"),)),
        Reader("shapefile", ".zip", _read_layers, (_written(folder, "a.zip"),)),
        Reader("kml", ".kml", _read_layers, (_written(folder, "a.kml"), KML.encode())),
        Reader("kmz", ".kmz", _read_layers, (_kmz(),)),
        Reader("gpx", ".gpx", _read_layers, (GPX.encode(),)),
        Reader("flatgeobuf", ".fgb", _read_layers, (_written(folder, "a.fgb"),)),
        Reader("csv", ".csv", _read_layers, _tables()),
        Reader("project", ".infromap", _read_project, (_project(folder),)),
        Reader("mbtiles", ".mbtiles", _read_tiles, (_mbtiles(folder),)),
        Reader("curated", ".csv", _read_curated, ((ROOT / "geodata/gazetteer/curated.csv").read_bytes()[:4000],)),
        Reader("known facts", ".toml", _read_facts, _facts()),
    ]
    return {reader.name: reader for reader in readers}


def _read_whole_way(path: Path) -> object:
    """Read an article and go on to the end: the map, its page, its GeoJSON."""
    from infromap.export import to_geojson
    from infromap.pipeline import open_map
    from infromap.render import render_html

    document = open_map(path)
    render_html(document).encode()
    return json.dumps(to_geojson(document)).encode()


def _read_layers(path: Path) -> object:
    """Read the layers, and draw them on a page."""
    from infromap.compose import compose_layers
    from infromap.render import render_html
    from infromap.vector import read_layers

    return render_html(compose_layers(read_layers(path))).encode()


def _read_project(path: Path) -> object:
    from infromap.session import open_project, read_project_file

    return open_project(read_project_file(path))


def _read_tiles(path: Path) -> object:
    from infromap.gui.page.tile_file import open_tile_file

    return open_tile_file(path).read(0, 0, 0)


def _read_curated(path: Path) -> object:
    from infromap.gazetteer.curated import read_curated_places

    return read_curated_places(path)


def _read_facts(path: Path) -> object:
    from infromap.compose.facts import read_fact_file

    return list(read_fact_file(path))


def _written(folder: Path, name: str) -> bytes:
    return write_points(folder / name).read_bytes()


def _features() -> bytes:
    shapes = [
        {"type": "Polygon", "coordinates": [[[60, 40], [70, 40], [70, 50], [60, 40]]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [60, 50, 3]}]},
        {"type": "MultiLineString", "coordinates": [[[60, 40], [70, 40]], []]},
        None,
    ]
    rows = [{"type": "Feature", "geometry": each, "properties": {"n": i, "t": ["x"]}} for i, each in enumerate(shapes)]
    return json.dumps({"type": "FeatureCollection", "features": rows}).encode()


def _tables() -> tuple[bytes, ...]:
    table = CSV.format(lat="lat", lon="lon")
    return table.encode(), table.replace(",", ";").encode("utf-16"), b"name\tx\ty\na\t1\t2\n", b"wkt;n\nPOINT (1 2);3\n"


def _kmz() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", KML)
    return buffer.getvalue()


def _pdf() -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F1 10 Tf 20 300 Td (The EBRD lends USD 5 million for a hospital in Shymkent, Kazakhstan.) Tj ET"
    )
    page[NameObject("/Contents")] = stream
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _project(folder: Path) -> bytes:
    from infromap.pipeline import open_map
    from infromap.session import save_project

    path = folder / "a.infromap"
    save_project(open_map(BRIEF), path)
    return path.read_bytes()


def _mbtiles(folder: Path) -> bytes:
    path = folder / "a.mbtiles"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        file.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
        file.execute("INSERT INTO metadata VALUES ('name', 'sheet')")
        file.execute("INSERT INTO tiles VALUES (0, 0, 0, ?)", (b"\x89PNG\r\n\x1a\n" + bytes(64),))
    file.close()
    return path.read_bytes()


def _facts() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in (ROOT / "geodata" / "facts").glob("*.toml"))
