"""Whole small files of every kind that infromap reads, for damage to begin with."""

import io
import json
import sqlite3
import struct
import zipfile
from contextlib import closing
from pathlib import Path

from gis_files import CSV, GPX, write_parquet, write_points
from osm_extract import write_extract
from tile_files import write_mbtiles, write_pmtiles

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
SETTINGS = """[General]
language=ru
theme=dark
text_scale=1.25
recent=/tmp/a.txt, /tmp/b.infromap
folder=/tmp
export_kind=.png
systems=EPSG:4326 EPSG:32642
geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x3\\x1f\\0\\0\\x2W)
state="@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\x1\\xfd\\0\\0\\0\\x1\\0\\0\\0\\0)"

[shortcuts]
open=Ctrl+Shift+O
save=
"""
PART = b"\n--part %s--\n"
PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_ONE_PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(64)
_TILES = {(0, 0, 0): _ONE_PIXEL, (1, 0, 0): _ONE_PIXEL, (1, 1, 1): _ONE_PIXEL}


def texts() -> tuple[bytes, ...]:
    """Return articles in several languages and encodings."""
    return BRIEF.read_bytes(), RUSSIAN.encode(), RUSSIAN.encode("cp1251")


def gpx() -> bytes:
    """Return a track and a waypoint."""
    return GPX.encode()


def pasted() -> tuple[bytes, ...]:
    """Return texts as they lie on a clipboard."""
    points = b"POINT (69.4 53.3)\nPOLYGON ((60 40, 70 40, 70 50, 60 40))\n"
    return (
        CSV.format(lat="lat", lon="lon").encode(),
        features(),
        points,
        b"https://example.org/a",
        b"/tmp/a.txt\n/tmp/b",
    )


def features() -> bytes:
    """Return GeoJSON of several kinds of geometries."""
    shapes = [
        {"type": "Polygon", "coordinates": [[[60, 40], [70, 40], [70, 50], [60, 40]]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [60, 50, 3]}]},
        {"type": "MultiLineString", "coordinates": [[[60, 40], [70, 40]], []]},
        None,
    ]
    rows = [{"type": "Feature", "geometry": each, "properties": {"n": i, "t": ["x"]}} for i, each in enumerate(shapes)]
    return json.dumps({"type": "FeatureCollection", "features": rows}).encode()


def feature_lines(folder: Path) -> tuple[bytes, ...]:
    """Return GeoJSON with a feature on each line, as GDAL writes it and behind the sign and the mark of others."""
    path = write_points(folder / "a.geojsonl")
    whole = path.read_bytes()
    path.unlink()
    return whole, b"".join(b"\x1e" + line for line in whole.splitlines(keepends=True)), b"\xef\xbb\xbf" + whole


def roads() -> bytes:
    """Return GeoJSON of roads that meet."""
    lines = [[[69.3, 53.2], [69.4, 53.3], [69.5, 53.3]], [[69.5, 53.3], [69.6, 53.4]]]
    rows = [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": line},
            "properties": {"highway": "primary", "oneway": "yes" if number else "no"},
        }
        for number, line in enumerate(lines)
    ]
    return json.dumps({"type": "FeatureCollection", "features": rows}).encode()


def tables() -> tuple[bytes, ...]:
    """Return tables of text in several separators and encodings."""
    table = CSV.format(lat="lat", lon="lon")
    others = (b"name\tx\ty\na\t1\t2\n", b"wkt;n\nPOINT (1 2);3\n", b"n;place\na;53.28, 69.39\nb;53.28N 69.39E\n")
    return table.encode(), table.replace(",", ";").encode("utf-16"), *others


def gis_file(folder: Path, name: str) -> bytes:
    """Return three points in the format of a name."""
    return write_points(folder / name).read_bytes()


def parquet(folder: Path) -> bytes:
    """Return a GeoParquet file."""
    return write_parquet(folder / "a.parquet").read_bytes()


def shapefile_parts(folder: Path) -> bytes:
    """Return the files of a Shapefile, one behind another."""
    source = write_points(folder / "parts.shp")
    parts = [(suffix, source.with_suffix(suffix)) for suffix in PARTS]
    return b"".join(PART % suffix.encode() + part.read_bytes() for suffix, part in parts if part.exists())


def zipped(parts: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def archive_of_formats(folder: Path) -> bytes:
    """Return an archive with a file of each format, not packed, so that damage reaches them."""
    files = {f"in/b{suffix}": gis_file(folder, f"b{suffix}") for suffix in (".geojson", ".gpkg", ".fgb")}
    return zipped({**files, "k.kml": KML.encode()}, compression=zipfile.ZIP_STORED)


def pdf(*, is_packed: bool = False) -> bytes:
    """Return a PDF of one page, plain or with packed streams and a table of letters."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    if is_packed:
        letters = DecodedStreamObject()
        letters.set_data(
            b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <5a> <0041> endbfrange"
        )
        font[NameObject("/ToUnicode")] = writer._add_object(letters)
        font[NameObject("/FirstChar")] = NumberObject(65)
        font[NameObject("/Widths")] = ArrayObject([NumberObject(500)] * 26)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F1 10 Tf 20 300 Td (The EBRD lends USD 5 million for a hospital in Shymkent, Kazakhstan.) Tj ET"
    )
    page[NameObject("/Contents")] = stream.flate_encode() if is_packed else stream
    writer.add_metadata({"/Title": "Hospital"})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def project(folder: Path) -> bytes:
    """Return a project file with layers, bookmarks and corrections."""
    from infromap.model.bookmark import Bookmark
    from infromap.model.layer import Origin
    from infromap.model.layer_style import LayerStyle
    from infromap.pipeline import open_map
    from infromap.session import save_project
    from infromap.session.look import KeptLayer, MapLook

    table = folder / "towns.csv"
    table.write_text(CSV.format(lat="lat", lon="lon"), encoding="utf-8")
    form = {"encoding": "utf-8-sig", "separator": ",", "has_decimal_comma": False, "has_header": True}
    places = {"crs": None, "is_sure": True, "x": 2, "y": 1, "wkt": None}
    origin = Origin(path=table, table={**form, **places})
    style = LayerStyle(colour="#1f77b4", width_px=1.5, radius_px=3, opacity=1, is_visible=True)
    layer = KeptLayer(name="towns", origin=origin, style=style, filter='"number" > 1')
    path = folder / "a.infromap"
    marks = [Bookmark(name="home", lon=69.4, lat=53.3, zoom=8)]
    save_project(open_map(BRIEF), path, bookmarks=marks, look=MapLook(layers=(layer,)))
    return path.read_bytes()


def mbtiles(folder: Path) -> bytes:
    """Return an MBTiles file."""
    return write_mbtiles(folder / "a.mbtiles", _TILES).read_bytes()


def pmtiles(folder: Path) -> tuple[bytes, ...]:
    """Return PMTiles files, one with a directory of its own for the tiles."""
    plain = write_pmtiles(folder / "a.pmtiles", _TILES).read_bytes()
    return plain, write_pmtiles(folder / "b.pmtiles", _TILES, has_leaf=True).read_bytes()


def extract(folder: Path, suffix: str) -> bytes:
    """Return an OpenStreetMap extract of a road and a railway."""
    nodes = {"a": (69.3, 53.2), "b": (69.4, 53.3), "c": (69.5, 53.3), "d": (69.6, 53.4), "e": (69.4, 53.4)}
    ways = [("a b c d", {"highway": "primary"}), ("b e", {"highway": "primary", "oneway": "yes"}), ("a d", _RAIL)]
    return write_extract(folder / f"a{suffix}", nodes, ways).read_bytes()


def extracts(folder: Path) -> tuple[bytes, ...]:
    """Return extracts in PBF; the blocks of the first are not packed, so that damage reaches what is in them."""
    import osmium

    source, path = folder / "unpacked.osm", folder / "unpacked.osm.pbf"
    source.write_bytes(extract(folder, ".osm"))
    with osmium.SimpleWriter(osmium.io.File(str(path), "pbf,pbf_compression=none")) as writer:
        for each in osmium.FileProcessor(str(source)):
            writer.add(each)
    return path.read_bytes(), extract(folder, ".osm.pbf")


_RAIL = {"railway": "rail", "name": "Жол"}


def network(folder: Path) -> tuple[bytes, ...]:
    """Return a network, packed and not, so that damage reaches its columns."""
    from infromap.route.build import build_network

    source = folder / "n.osm.pbf"
    source.write_bytes(extract(folder, ".osm.pbf"))
    packed = build_network(source, folder / "networks", name="n").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed, zipped(parts, compression=zipfile.ZIP_STORED)


def kept_answers(folder: Path) -> bytes:
    """Return a file of what online geocoders answered."""
    from infromap.gazetteer.answer_cache import AnswerCache

    path = folder / "geocoders.sqlite"
    cache = AnswerCache(path)
    cache.keep("nominatim Kokshetau", [{"name": "Kokshetau", "lon": 69.4, "lat": 53.3}])
    cache.wait_for_turn(10)
    cache.close()
    return path.read_bytes()


def record(folder: Path) -> bytes:
    """Return the record of a corpus that was begun."""
    from infromap.corpus.reading import Outcome
    from infromap.corpus.record import Record

    output = folder / "corpus.csv"
    with Record(output, "print") as kept:
        kept.want(["a.txt"])
        kept.keep("a.txt", "digest", Outcome(article={"state": "read", "name": "a.txt"}, sites=({"project": "x"},)))
    path = output.with_name("corpus.csv.progress")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")  # or nothing else could change a cell
    return path.read_bytes()


def place_store(folder: Path) -> bytes:
    """Return a gazetteer as the program's own, with the few largest places of a country."""
    path = folder / "places.sqlite"
    with closing(sqlite3.connect(path)) as few:
        few.execute("ATTACH ? AS whole", (str(ROOT / "geodata/gazetteer/places.sqlite"),))
        tables = few.execute(
            "SELECT name, sql FROM whole.sqlite_master WHERE sql LIKE 'CREATE %' AND name NOT LIKE 'name_search_%'"
        )
        for name, sql in tables.fetchall():
            few.execute(sql)
            if name in ("division", "country", "about"):
                few.execute(f"INSERT INTO {name} SELECT * FROM whole.{name} LIMIT 20")
        few.execute(
            "INSERT INTO place SELECT * FROM whole.place WHERE country = 'KZ' ORDER BY population DESC LIMIT 30"
        )
        few.execute("INSERT INTO name_search (rowid, keys) SELECT number, ? || ' ' || country FROM place", (_SOUNDS,))
        few.execute("INSERT INTO cell SELECT lon / 100000, min(number), max(number) FROM place GROUP BY 1")
        few.commit()
    return path.read_bytes()


_SOUNDS = "ALMT KKXT"  # what the reader asks for


def curated() -> bytes:
    """Return the places that are kept by hand."""
    return (ROOT / "geodata/gazetteer/curated.csv").read_bytes()[:4000]


def facts() -> tuple[bytes, ...]:
    """Return the files of what financiers' own pages say."""
    return tuple(path.read_bytes() for path in (ROOT / "geodata" / "facts").glob("*.toml"))


def description() -> bytes:
    """Return what is written beside a map that was not saved."""
    return json.dumps(
        {"title": "Roads", "project": "/tmp/a.infromap", "saved_at": "2026-11-26T00:00:00+00:00"}
    ).encode()


def lying_pmtiles(count: int) -> bytes:
    """Return a PMTiles file whose directory says that it has so many entries."""
    number = bytearray()
    while count > 127:
        number.append(count & 127 | 128)
        count >>= 7
    directory = bytes([*number, count])
    places = [127, len(directory), 127, 0, 127, 0, 127, 0, 0, 0, 0]
    header = struct.pack("<7sB11Q6B4i", b"PMTiles", 3, *places, 0, 1, 1, 2, 0, 0, 0, 0, 0, 0)
    return header.ljust(127, b"\0") + directory
