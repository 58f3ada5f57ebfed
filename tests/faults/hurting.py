"""Files made to hurt, by name and reader: too much in too little, too deep, lying, pointing elsewhere."""

import gzip
import io
import json
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import samples
from samples import KML, zipped

Make = Callable[[Path], bytes]  # a folder for what is written on the way → the content

LAUGHS = "".join(f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(9))
LAUGHING = f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>{LAUGHS}]>"
HUGE = "9" * 400
CLIMBING = ("../../../../tmp/", "/tmp/")
SYSTEM = b'GEOGCS["\xff\xf2",DATUM["\xff",SPHEROID["\xff",6378137,298.25]],PRIMEM["\xff",0],UNIT["\xff",0.017]]'
NO_PICTURE = (  # a PNG of 0 × 0 pixels
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(8) + b"\x08\x06\0\0\0" + bytes(4) + b"\0\0\0\0IEND\xaeB`\x82"
)


def bomb(name: str, *, start: bytes = b"", other: dict[str, bytes] | None = None) -> bytes:
    """Return a zip one of whose files is a thousand times as large."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open(name, "w") as file:
            file.write(start)
            for _ in range(130):
                file.write(b" " * 10_000_000)
        for each, content in (other or {}).items():
            if each != name:
                archive.writestr(each, content)
    return buffer.getvalue()


def points(*coordinates: str, properties: str = "{}") -> bytes:
    rows = [
        f'{{"type":"Feature","properties":{properties},"geometry":{{"type":"Point","coordinates":{each}}}}}'
        for each in coordinates
    ]
    return f'{{"type":"FeatureCollection","features":[{",".join(rows)}]}}'.encode()


def with_bytes(content: bytes, place: int, other: bytes) -> bytes:
    return content[:place] + other + content[place + len(other) :]


def database(content: bytes, *statements: str) -> bytes:
    """Return an SQLite file with some statements carried out, without its triggers."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.deserialize(content)
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            file.execute(statement)
        return file.serialize()


def endless(table: str, columns: str) -> tuple[str, str]:
    """Return statements that put a view in the place of a table, whose rows never end."""
    numbers = "WITH c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
    return f"DROP TABLE {table}", f"CREATE VIEW {table} AS {numbers} SELECT {columns} FROM c"


def geopackage(folder: Path) -> bytes:
    return samples.gis_file(folder, "a.gpkg")


def lying_geometry(kind: int) -> str:
    """Return the WKB of a geometry, for a GeoPackage, that says it has four billion parts."""
    return "X'" + (b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BII", 1, kind, 2**32 - 1)).hex() + "'"


def parquet(folder: Path, geo: object) -> bytes:
    """Return a GeoParquet file that says this of its geometries."""
    import pyarrow
    import pyarrow.parquet

    path = folder / "geo.parquet"
    table = pyarrow.table({"shape": pyarrow.array([b"\1\1\0\0\0"], pyarrow.binary()), "name": pyarrow.array([b"\xff"])})
    text = geo if isinstance(geo, str) else json.dumps(geo)
    pyarrow.parquet.write_table(table.replace_schema_metadata({"geo": text}), path)
    return path.read_bytes()


def network(folder: Path, **parts: bytes) -> bytes:
    """Return a network some of whose parts are others."""
    with zipfile.ZipFile(io.BytesIO(samples.network(folder)[0])) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    return zipped(whole | {name.replace("__", "/").replace("_json", ".json"): part for name, part in parts.items()})


def column(shape: str, kind: str = "<i4") -> bytes:
    """Return a column of numpy whose head says what is not true."""
    head = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(head)) + head.encode()


def pmtiles(folder: Path, place: int, number: int) -> bytes:
    return with_bytes(samples.pmtiles(folder)[0], place, struct.pack("<Q", number))


def packed_pmtiles() -> bytes:
    """Return PMTiles whose directory unpacks to far more than it is, and says so."""
    directory = gzip.compress(b"\xff\xff\xff\x07" + bytes(60_000_000), 1)
    places = [127, len(directory), 127, 0, 127, 0, 127, 0, 0, 0, 0]
    return (
        struct.pack("<7sB11Q6B4i", b"PMTiles", 3, *places, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0).ljust(127, b"\0") + directory
    )


def project(folder: Path, **members: object) -> bytes:
    """Return a project with other members; ``__`` parts the names on the way to one."""
    whole = json.loads(samples.project(folder))
    for name, value in members.items():
        *way, last = name.split("__")
        holder = whole["infromap"]
        for each in way:
            holder = holder[int(each) if isinstance(holder, list) else each]
        holder[last] = value
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")


def pdf(*parts: bytes) -> bytes:
    """Return a PDF of some objects, numbered from 1; the first is the catalogue."""
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, part) for i, part in enumerate(parts, start=1))
    return body + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n0\n%%%%EOF" % (len(parts) + 1)


def pdf_page(content: bytes, extra: bytes = b"") -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] /Contents 4 0 R >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content),
    )


def other_columns_in_each_row() -> bytes:
    rows = [points("[60,50]", properties=f'{{"c{i}":1}}').split(b"[", 1)[1][:-2] for i in range(20_000)]
    return b'{"type":"FeatureCollection","features":[' + b",".join(rows) + b"]}"


def other_columns_in_each_placemark() -> bytes:
    start, row, end = KML.partition("<Placemark>")[0], KML.split("<Placemark>")[1], "</Folder></Document></kml>"
    rows = "".join("<Placemark>" + row.replace("beds", f"c{i}") for i in range(30_000))
    return (start + rows + end).encode()


def laughing_kml() -> bytes:
    return (LAUGHING + KML.split("?>")[1].replace("Kokshetau", "&a9;")).encode()


HURTING: dict[str, Make] = {
    "long line.text": lambda _: b"road " * 900_000,
    "long word.text": lambda _: b"A" * 4_900_000,
    "10 million letters.text": lambda _: b"Aktobe " * 1_500_000,
    "NUL.text": lambda _: b"The AIIB\0 lends",
    "surrogates.text": lambda _: "The EBRD lends for a hospital in Shymkent \ud800.".encode("utf-8", "surrogatepass"),
    "marks.text": lambda _: b"The AIIB lends for a road to a" + "\u0301\u0323".encode() * 1_000_000,
    "long blanks.pdf": lambda _: pdf_page(b"BT /F1 9 Tf (x" + b" " * 3_000_000 + b"y) Tj ET"),
    "long heading.markdown": lambda _: b"# x" + b" " * 4_000_000 + b"y",
    "long line.markdown": lambda _: b"[a](" * 1_000_000,
    "stars.markdown": lambda _: b"**a " * 1_000_000 + b"\n" + b"`" * 400_000,
    "laughs.html": lambda _: f"{LAUGHING}<html><body>&a9;</body></html>".encode(),
    "deep.html": lambda _: b"<html><body>" + b"<div>" * 200_000,
    "long line.html": lambda _: b"<html><body><p>" + b"road " * 900_000,
    "many attributes.html": lambda _: b"<html><body " + b"".join(b'a%d="x" ' % i for i in range(200_000)) + b">road",
    "bare attributes.html": lambda _: b"<html><body " + b" ".join(b"a%d" % i for i in range(200_000)) + b">road",
    "attributes behind a sign.html": lambda _: b"<html><body x='>' "
    + b" ".join(b"a%d='<b'" % i for i in range(200_000)) + b">road",
    "outside.html": lambda _: b"<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html><body><p>&e;</p></body>",
    "bomb.pdf": lambda _: pdf_page(zlib.compress(bytes(900_000_000), 1), b"/Filter /FlateDecode"),
    "bomb of bombs.pdf": lambda _: pdf_page(
        zlib.compress(zlib.compress(bytes(900_000_000), 1), 1), b"/Filter [/FlateDecode /FlateDecode]"
    ),
    "endless pages.pdf": lambda _: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"
    ),
    "deep.pdf": lambda _: pdf(b"<< /Type /Catalog /Pages " + b"[" * 100_000),
    "length of itself.pdf": lambda _: pdf_page(b"BT (x) Tj ET", b"/Length 4 0 R"),
    "outside.pdf": lambda _: pdf_page(b"", b"/F (/etc/passwd)"),
    "long run.pdf": lambda _: pdf_page(b"\x81A" * 4_000_000, b"/Filter /RunLengthDecode"),
    "no picture.pdf": lambda _: pdf_page(b"BI /W 0 /H 0 /BPC 8 ID EI " * 1000),
    "deep.geojson": lambda _: b'{"type":' * 100_000,
    "deep geometry.geojson": lambda _: points("[" * 50_000 + "]" * 50_000),
    "deep property.geojson": lambda _: points("[60,50]", properties='{"a":' + '{"a":' * 5_000 + "1" + "}" * 5_001),
    "infinite.geojson": lambda _: points("[1e308,1e308]", "[1e999,0]", "[NaN,NaN]", "[60,50]"),
    "swapped.geojson": lambda _: points("[53.3,169.4]", "[50.3,157.2]"),
    "huge figures.geojson": lambda _: points(f"[{HUGE},1]", "[60,50]", properties=f'{{"n":{HUGE}}}'),
    "all of it nothing.geojson": lambda _: points("[]", "[1]"),
    "half letters.geojson": lambda _: points("[60,50]", properties='{"\\ud800":"\\udc00\\u0000"}'),
    "long line.geojson": lambda _: points("[60,50]", properties='{"a":"' + "x" * 10_000_000 + '"}'),
    "many columns.geojson": lambda _: points(
        "[60,50]", properties="{" + ",".join(f'"c{i}":{i}' for i in range(20_000)) + "}"
    ),
    "another column in each row.geojson": lambda _: other_columns_in_each_row(),
    "laughs.kml": lambda _: laughing_kml(),
    "another column in each row.kml": lambda _: other_columns_in_each_placemark(),
    "outside entity.kml": lambda _: KML.replace("<kml", "<!DOCTYPE k [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><kml")
    .replace("Kokshetau", "&e;").encode(),
    "deep.kml": lambda _: b"<kml>" + b"<Folder>" * 100_000,
    "infinite.kml": lambda _: KML.replace("69.39,53.28,230", "1e308,nan,-inf").encode(),
    "NUL.kml": lambda _: KML.replace("Kokshetau", "&#0;\0&#xD800;").encode(),
    "long line.kml": lambda _: KML.replace("Kokshetau", "x" * 10_000_000).encode(),
    "laughs.gpx": lambda _: f"{LAUGHING}<gpx version='1.1'><wpt lat='1' lon='1'><name>&a9;</name></wpt></gpx>".encode(),
    "infinite.gpx": lambda _: samples.gpx().replace(b"53.3", b"1e308").replace(b"69.4", b"nan"),
    "bomb.kmz": lambda _: bomb("doc.kml"),
    "traversal.kmz": lambda _: zipped({"../../../../tmp/infromap-was-here.kml": KML.encode()}),
    "no document.kmz": lambda _: zipped({"readme.txt": b"x"}),
    "another column in each row.kmz": lambda _: zipped({"doc.kml": other_columns_in_each_placemark()}),
    "laughs.kmz": lambda _: zipped({"doc.kml": laughing_kml()}),
    "newer zip.kmz": lambda _: zipped({"doc.kml": KML.encode()}).replace(b"PK\1\2\x14\3\x14", b"PK\1\2\x14\3\x4d"),
    "bomb.shapefile": lambda _: bomb("a.shp"),
    "bomb of shapes.shapefile": lambda _: bomb("a.shp", start=b"\x00\x00\x27\x0a"),
    "traversal.shapefile": lambda _: zipped({f"{each}infromap-was-here.shp": b"" for each in CLIMBING}),
    "no letters in the system.shapefile": lambda to: zipped(
        {"a.prj": SYSTEM}
        | {f"a{suffix}": part for suffix, part in parts_of(to).items() if suffix != ".prj"}
    ),
    "billions of rows.shapefile": lambda to: zipped({f"a{suffix}": part for suffix, part in billions(to).items()}),
    "billions of points.shapefile": lambda to: zipped(
        {f"a{suffix}": part for suffix, part in (parts_of(to) | {".shp": lying_shape()}).items()}
    ),
    "bomb of JSON.zip": lambda _: bomb("a.geojson", start=b'{"type":"FeatureCollection","features":['),
    "bomb of KML.zip": lambda _: bomb("a.kml", start=b"<kml>"),
    "bomb of FlatGeobuf.zip": lambda _: bomb("a.fgb", start=b"fgb\3fgb\0"),
    "bomb of tables.zip": lambda to: bomb("a.gpkg", start=geopackage(to)),
    "bomb beside.zip": lambda to: bomb("a.prj", other={f"a{each}": part for each, part in parts_of(to).items()}),
    "many times the same.zip": lambda _: zipped(
        {f"{i}.geojson": b" " * 60_000_000 + points("[60,50]") for i in range(9)}
    ),
    "many files.zip": lambda _: zipped({f"{i}.geojson": points("[60,50]") for i in range(3_000)}),
    "zip in a zip.zip": lambda to: zipped({"a.zip": samples.gis_file(to, "a.zip")}),
    "endless.geopackage": lambda to: database(
        geopackage(to), *endless("a", "x AS fid, NULL AS geom, 'x' AS name, x AS number, 1.5 AS share")
    ),
    "large cells.geopackage": lambda to: database(
        geopackage(to), "DROP TABLE a",
        "CREATE VIEW a AS SELECT 1 AS fid, NULL AS geom, hex(zeroblob(450000000)) AS name, 1 AS number, 1.5 AS share",
    ),
    "lying line.geopackage": lambda to: database(geopackage(to), f"UPDATE a SET geom = {lying_geometry(2)}"),
    "lying areas.geopackage": lambda to: database(geopackage(to), f"UPDATE a SET geom = {lying_geometry(6)}"),
    "lying pages.geopackage": lambda to: with_bytes(geopackage(to), 28, b"\xff\xff\xff\xfe"),
    "damaged pages.geopackage": lambda to: geopackage(to)[:40_000] + b"\xff" * 30_000 + geopackage(to)[70_000:],
    "lying count.flatgeobuf": lambda to: samples.gis_file(to, "a.fgb").replace(
        struct.pack("<Q", 3), struct.pack("<Q", 2**62)
    ),
    "lying head.flatgeobuf": lambda _: b"fgb\3fgb\0" + b"\xff\xff\xff\x7f" + bytes(100),
    "many cells.csv": lambda _: b"lat,lon\n" + b"," * 5_000_000,
    "long cell.csv": lambda _: b"lat,lon,a\n1,2,\"" + b"x" * 10_000_000,
    "many columns.csv": lambda _: b"lat,lon," + b",".join(b"c%d" % i for i in range(100_000)) + b"\n1,2\n",
    "few cells in many columns.csv": lambda _: b"lat,lon" + b",a" * 20_000 + b"\n" + b"1,2\n" * 20_000,
    "few cells in columns.csv": lambda _: b"lat,lon" + b",a" * 1_900 + b"\n" + b"1,2\n" * 50_000,
    "open quote.csv": lambda _: b"lat,lon\n1,2\n\"" + b"a,b\n" * 25_000_000,
    "huge figures.csv": lambda _: f"lat,lon\n1e308,1e308\n{HUGE},1\n50,60\n".encode(),
    "long figure.csv": lambda _: b"lat,lon\n" + b"9" * 60_000 + b"x,1\n50,60\n",
    "huge figures in few rows.csv": lambda _: (
        "lat,lon,n\n" + "50,60,1\n" * 10_001 + f"50,60,{HUGE}\n50,60,\n50,60,{2**70}\n"
    ).encode(),
    "swapped.csv": lambda _: b"lat,lon\n169.4,53.3\n157.2,50.3\n",
    "NUL.csv": lambda _: b"lat,lon,a\n1,2,\0\n\0,\0,x\n",
    "half letters.csv": lambda _: "lat,lon,a\n1,2,\ud800\n".encode("utf-8", "surrogatepass"),
    "deep.geoparquet": lambda to: parquet(to, "[" * 100_000),
    "no encoding.geoparquet": lambda to: parquet(to, {"primary_column": "shape", "columns": {"shape": []}}),
    "odd cover.geoparquet": lambda to: parquet(
        to, {"primary_column": "shape", "columns": {"shape": {"encoding": "WKB", "covering": {"bbox": [1]}}}}
    ),
    "odd system.geoparquet": lambda to: parquet(
        to, {"primary_column": "shape", "columns": {"shape": {"encoding": "WKB", "crs": [1]}}}
    ),
    "deep.project": lambda _: b'{"infromap":' * 100_000,
    "huge figures.project": lambda _: b'{"infromap": {"format": 1' + b"0" * 5000 + b"}}",
    "huge numbers.project": lambda to: project(to, layers__0__style__width_px=10**400),
    "odd letters.project": lambda to: project(to, layers__0__file__table__encoding="punycode"),
    "odd separator.project": lambda to: project(to, layers__0__file__table__separator="\r\n"),
    "far column.project": lambda to: project(to, layers__0__file__table__x=10**9),
    "long name.project": lambda to: project(to, layers__0__file__path="a" * 5_000),
    "device.project": lambda to: project(to, layers__0__file__path=None, layers__0__file__absolute="/dev/zero"),
    "lists.project": lambda to: project(to, x=[]).replace(b'"x": []', b'"x": [' + b"[]," * 12_000_000 + b"[]]"),
    "heavy filter.project": lambda to: project(to, layers__0__filter="length(hex(zeroblob(900000000))) > 0"),
    "long line.project": lambda to: project(to, article__text="road " * 2_000_000),
    "half letters.project": lambda to: project(to, article__text="The AIIB lends \ud800 for a road.", bookmarks=[]),
    "many people.project": lambda to: project(to, answers=[{"population": 10**300}]),
    "deep.recovery": lambda _: b"[" * 100_000,
    "list.recovery": lambda _: b"[1]",
    "odd day.recovery": lambda _: b'{"title": 1, "project": [], "saved_at": {}}',
    "endless.mbtiles": lambda to: database(
        samples.mbtiles(to), *endless("tiles", "x AS zoom_level, x AS tile_column, x AS tile_row, NULL AS tile_data")
    ),
    "endless words.mbtiles": lambda to: database(samples.mbtiles(to), *endless("metadata", "x AS name, x AS value")),
    "large tile.mbtiles": lambda to: database(
        samples.mbtiles(to), "DROP TABLE tiles",
        "CREATE VIEW tiles AS SELECT 0 zoom_level, 0 tile_column, 0 tile_row, zeroblob(900000000) tile_data",
    ),
    "no picture.mbtiles": lambda to: database(
        samples.mbtiles(to), f"UPDATE tiles SET tile_data = X'{NO_PICTURE.hex()}'"
    ),
    "odd schema.mbtiles": lambda to: samples.mbtiles(to).replace(b"CREATE TABLE tiles (", b"CREATE TABLE tiles \x1d"),
    "many entries.pmtiles": lambda _: samples.lying_pmtiles(2**24),
    "bomb.pmtiles": lambda _: packed_pmtiles(),
    "far away.pmtiles": lambda to: pmtiles(to, 8, 2**63),
    "far words.pmtiles": lambda to: pmtiles(to, 24, 2**64 - 1),
    "far tiles.pmtiles": lambda to: pmtiles(to, 56, 2**64 - 1),
    "bomb.network": lambda to: bomb("card.json", start=b'{"format":1,"name":"'),
    "deep card.network": lambda to: network(to, card_json=b"[" * 100_000),
    "odd card.network": lambda to: network(to, card_json=b'"x"'),
    "odd box.network": lambda to: network(to, card_json=json.dumps({
        "format": 1, "name": "n", "source": "s", "date": None, "attribution": "a", "license": "l", "url": "u",
        "bounds": {"roads": [1]}, "edges": {"roads": "x"}}).encode()),
    "billions of nodes.network": lambda to: network(to, **{"roads__node_x.npy": column("(4, 900000000)", "|u1")}),
    "objects.network": lambda to: network(to, **{"roads__component.npy": column("(4,)", "|O")}),
    "lying block.osm extract": lambda _: b"\x7f\xff\xff\xff" + bytes(100),
    "half a letter.osm extract": lambda to: samples.extracts(to)[0].replace("Жол".encode(), b"\xff\xfe" * 3),
    "laughs.osm xml": lambda to: LAUGHING.encode()
    + samples.extract(to, ".osm").split(b"?>", 1)[1].replace(b"primary", b"&a9;"),
    "odd places.osm xml": lambda to: samples.extract(to, ".osm").replace(b'lat="53.2"', b'lat="inf"'),
    "odd ids.osm xml": lambda to: samples.extract(to, ".osm").replace(b'ref="1"', b'ref="1,5"'),
    "deep.known facts": lambda _: b"project = " + b"[" * 100_000,
    "odd list.known facts": lambda _: b"sources = []\nproject = [1]\n",
    "long line.curated": lambda _: samples.curated() + b"x" * 10_000_000,
    "long space.curated": lambda _: samples.curated().split(b"\n")[0] + b"\na,b,,1" + b" " * 60_000 + b"x,2,KZ\n",
    "odd rows.gazetteer": lambda to: database(samples.place_store(to), "UPDATE place SET other_names = 1, lon = 'x'"),
    "odd answers.kept answers": lambda to: database(
        samples.kept_answers(to), "UPDATE answer SET records = '[1]'", "UPDATE turn SET next = 'x'"
    ),
    "odd rows.record": lambda to: database(samples.record(to), "UPDATE outcome SET sites = '{}', article = 'x'"),
    "odd layout.settings": lambda _: samples.SETTINGS.encode().replace(b"\\xfd", b"\\xfd\\xfd\\xff"),
    "odd files.settings": lambda _: b"[General]\nrecent=@Variant(\\0\\0\\0\\t)\ngeometry=1\nfolder=" + b"a" * 5_000,
    "deep.pasted": lambda _: b'{"type":' * 100_000,
    "long line.pasted": lambda _: b"road, " * 2_000_000,
    "many lines.pasted": lambda _: b"POINT (1 2)\n" * 200_000,
}  # fmt: skip


def parts_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a Shapefile by suffix."""
    samples.gis_file(folder, "parts.shp")
    return {path.suffix: path.read_bytes() for path in folder.glob("parts.*") if path.suffix in samples.PARTS}


def billions(folder: Path) -> dict[str, bytes]:
    """Return a Shapefile that says it has billions of rows."""
    parts = parts_of(folder)
    table = with_bytes(parts[".dbf"], 4, struct.pack("<I", 2**32 - 1))
    return parts | {".dbf": table, ".shx": with_bytes(parts[".shx"], 24, struct.pack(">i", 2**31 - 1))}


def lying_shape() -> bytes:
    """Return a .shp with one line that says it has two billion points."""
    shape = struct.pack("<i4dii", 3, 0, 0, 1, 1, 2**31 - 1, 2**31 - 1)
    row = struct.pack(">ii", 1, len(shape) // 2) + shape
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + len(row)) // 2) + struct.pack("<2i8d", 1000, 3, *[0.0] * 8)
    return head + row


def asking(address: str) -> dict[str, bytes]:
    """Return files by name that tell whoever reads them to ask a server or to read another file."""
    entity = f"<!DOCTYPE k [<!ENTITY e SYSTEM '{address}/entity'>]>"
    outside = f"<!DOCTYPE k SYSTEM '{address}/dtd'>"
    schema = f"xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='http://x {address}/schema.xsd'"
    link = f"<NetworkLink><Link><href>{address}/link.kml</href></Link></NetworkLink>"
    vrt = "<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    far = f"/vsicurl/{address}/far.geojson"
    collection = {"type": "FeatureCollection", "features": []}
    members = {
        "features service": {**collection, "exceededTransferLimit": True, "url": f"{address}/query?resultOffset=0"},
        "linked": {**collection, "links": [{"rel": "next", "href": f"{address}/next", "type": "application/geo+json"}]},
        "system": {**collection, "crs": {"type": "link", "properties": {"href": f"{address}/crs", "type": "proj4"}}},
        "system of a row": {
            **collection,
            "features": [{"type": "Feature", "crs": {"type": "link", "properties": {"href": f"{address}/row"}}}],
        },
        "reference": {**collection, "conformsTo": ["[ogc-json-fg-1-0.1:core]"], "coordRefSys": f"{address}/reference"},
        "topology": {"type": "Topology", "url": far, "objects": {}, "arcs": []},
        "landing": {"title": "x", "links": [{"rel": "data", "href": f"{address}/collections"}]},
        "tiles": {"tilejson": "3.0.0", "tiles": [f"{address}/{{z}}/{{x}}/{{y}}.pbf"], "vector_layers": [{"id": "a"}]},
        "pipeline": {"type": "gdal_streamed_alg", "command_line": f"gdal vector pipeline read {far} ! write x"},
        "catalogue": {"stac_version": "1.0.0", "type": "Feature", "assets": {"a": {"href": f"{address}/a.tif"}}},
    }
    files = {f"{name}.geojson": json.dumps(value).encode() for name, value in members.items()}
    texts = {
        "link.kml": KML.replace("<Folder>", f"{link}<Folder>"),
        "entity.kml": KML.replace("<kml", f"{entity}<kml").replace("Kokshetau", "&e;"),
        "dtd.kml": KML.replace("<kml", f"{outside}<kml"),
        "schema.kml": KML.replace("<kml", f"<kml {schema}"),
        "style.kml": KML.replace("<Point>", f"<styleUrl>{address}/style.kml#a</styleUrl><Point>"),
        "entity.gpx": samples.GPX.replace("<gpx", f"{entity}<gpx").replace("Kokshetau", "&e;"),
        "schema.gpx": samples.GPX.replace("<gpx", f"<gpx {schema}"),
        "service.kml": f"<OGRWFSDataSource><URL>{address}/wfs</URL></OGRWFSDataSource>",
        "map service.kml": f"<GDAL_WMS><Service name='WMS'><ServerUrl>{address}/wms</ServerUrl></Service></GDAL_WMS>",
        "features.gpx": f"<OGCAPIDataset><URL>{address}/api</URL></OGCAPIDataset>",
        "vrt.kml": vrt.format(far),
        "vrt.gpx": vrt.format(far),
        "vrt.geojson": vrt.format(far),
        "vrt.csv": vrt.format(far),
        "zip of far.kml": vrt.format(f"/vsizip//vsicurl/{address}/far.zip"),
        "database.kml": vrt.format(f"PG:host=127.0.0.1 port={address.rpartition(':')[2]}"),
        "entity.html": f"{entity}<html><body><p>&e; road</p><img src='{address}/a.png'></body></html>",
        "frames.html": f"<html><head><link rel=stylesheet href='{address}/a.css'><base href='{address}'>"
        f"<meta http-equiv=refresh content='0;url={address}/r'></head><body><p>A road.</p><iframe src='{address}/i'>",
        "table.csv": f'lat,lon,a\n1,2,{address}/cell\n1,2,=WEBSERVICE("{address}/formula")\n',
        "article.md": f"# A road\n\n![a road]({address}/a.png) The AIIB lends for a road in Kokshetau.\n",
    }
    return files | {name: text.encode() for name, text in texts.items()}


def asking_from_a_database(address: str, folder: Path) -> bytes:
    """Return a GeoPackage whose view calls what GDAL can do from within SQL."""
    far = f"/vsicurl/{address}/far.tif"
    calls = f"gdal_get_pixel_value('{far}', 1, 'pixel', 0, 0) || ogr_geocode('Paris')"
    view = f"CREATE VIEW a AS SELECT 1 AS fid, NULL AS geom, {calls} AS name, 1 AS number, 1.5 AS share"
    return database(geopackage(folder), "DROP TABLE a", view)
