"""Every way into the program, each with hostile texts: files as a stranger would send them."""

import csv
import html
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from corrections import IRGIZ, choose, draw, edit
from infromap.article import parse_article
from infromap.errors import InfromapError
from infromap.model.bookmark import Bookmark
from infromap.model.text import well_formed
from infromap.pipeline import build_map
from infromap.session import apply_corrections, read_project_file, save_project
from tile_files import write_mbtiles, write_pmtiles
from tile_server import grey_tile

SENTENCES = "The AIIB will lend USD 25 million for a hospital in Koshary and the Zhezkazgan-Karaganda road, Kazakhstan."
WORKS = ("hospital", "school", "solar plant", "wind power plant", "gas plant", "airport")
TOWNS = ("Kokshetau", "Shymkent", "Aktobe", "Almaty", "Taraz", "Pavlodar", "Karaganda", "Zhezkazgan")
Leaf = tuple[str | int, ...]
_STRUCTURE = {"project", "file", "filter", "what", "made_by"}  # what the map hangs on: another way in has them
_MATCHED = ("asked", "asked_in", "matched_name")


def plain_article(folder: Path, texts: list[str]) -> Path:
    """Write an article with the texts in its headline and around its projects."""
    path = folder / "article.txt"
    path.write_bytes(_article(texts).encode("utf-8", "replace"))
    return path


def markdown_article(folder: Path, texts: list[str]) -> Path:
    path = folder / "article.md"
    path.write_bytes(f"# {_article(texts)}".encode("utf-8", "replace"))
    return path


def web_article(folder: Path, texts: list[str]) -> Path:
    """Write a web page whose every part, once read, is one of the texts, and one that carries them raw."""
    title, author, site, day, *_ = (html.escape(text) for text in islice(cycle(texts), 4))
    paragraphs = "".join(f"<p>{html.escape(each)}</p><p>{each}</p>" for each in _paragraphs(texts))
    path = folder / "article.html"
    path.write_bytes(
        f"""<!doctype html><html><head><title>{title}</title><meta name="author" content="{author}">
        <meta property="og:site_name" content="{site}"><meta property="article:published_time" content="{day}">
        <link rel="canonical" href="{title}"></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>
        """.encode("utf-8", "replace")
    )
    return path


def project(folder: Path, texts: list[str]) -> Path:
    """Write a project file in which every member that may be any text is one of the texts, in turn."""
    path = _plain_project(folder)
    whole = json.loads(path.read_text())
    turns = cycle(texts)
    for leaf in free_members(path):
        _set(whole["infromap"], leaf, next(turns))
    own = whole["infromap"]
    own["bookmarks"] += [{"name": text[:200] or "x", "lon": 60, "lat": 50, "zoom": 5} for text in texts]
    own["article"]["text"] = "\n\n".join((SENTENCES, *texts))
    path.write_bytes(json.dumps(whole).encode("utf-8", "surrogatepass"))
    return path


def lost_project(folder: Path, texts: list[str]) -> Path:
    """Write a project file whose layers, as hostile files, filters and columns, are not to be found."""
    path = _plain_project(folder)
    whole = json.loads(path.read_text())
    (layer,) = whole["infromap"]["layers"]
    whole["infromap"]["layers"] = [
        {
            **layer,
            "name": text,
            "file": {"path": None, "absolute": f"/{text}", "layer": text, "crs": text, "table": None},
        }
        for text in texts
    ] + [{**layer, "name": text, "filter": text} for text in texts[::10]]
    path.write_bytes(json.dumps(whole).encode("utf-8", "surrogatepass"))
    return path


def geojson(folder: Path, texts: list[str]) -> Path:
    """Write rows with the texts as values and as names of columns."""
    path = folder / "layer.geojson"
    names = list(dict.fromkeys(texts[::4]))  # a page of two hundred columns is slow
    rows = [
        {
            "type": "Feature",
            "id": text,
            "geometry": {"type": "Point", "coordinates": [50 + i % 30, 40 + i // 30]},
            "properties": {"name": text, names[i % len(names)]: text},
        }
        for i, text in enumerate(texts)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "name": texts[0], "features": rows}))
    return path


def geopackage(folder: Path, texts: list[str]) -> Path:
    """Write a GeoPackage with the texts as values, one as the name of the layer and some as those of columns."""
    import numpy as np
    import pyogrio
    import shapely

    path = folder / "layer.gpkg"
    values = [_storable(text) for text in texts]
    names = [each for each in dict.fromkeys(values) if each.strip() and len(each) < 100 and '"' not in each]
    shapes = shapely.to_wkb(shapely.points([50 + i % 30 for i in range(len(values))], 45.0))
    fields = ["name", *(each for each in names[:8] if each.casefold() != "name")]
    columns = [np.array(values, dtype=object)] * len(fields)
    pyogrio.raw.write(
        path, shapes, columns, fields, layer="layer", geometry_type="Point", crs="EPSG:4326", driver="GPKG",
        layer_options={"SPATIAL_INDEX": "NO"},
    )  # fmt: skip
    _rename_layer(path, names[-1])
    return path


def _rename_layer(path: Path, name: str) -> None:
    """Give the layer a name that GDAL refuses to write, but not to read."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA writable_schema = 1")
        file.execute(f'ALTER TABLE layer RENAME TO "{name}"')
        for known in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
            file.execute(f"UPDATE {known} SET table_name = ?", (name,))
        file.execute("UPDATE gpkg_contents SET identifier = ?", (name,))


def table(folder: Path, texts: list[str]) -> Path:
    path = folder / "layer.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "lat", "lon", _storable(texts[0]) or "x"])
        writer.writerows([_storable(text), 45.0, 50 + i % 30, _storable(text)] for i, text in enumerate(texts))
    return path


def kml(folder: Path, texts: list[str]) -> Path:
    marks = "".join(
        f"<Placemark><name>{said}</name><description>{said}</description><ExtendedData><Data name={quoted}>"
        f"<value>{said}</value></Data></ExtendedData><Point><coordinates>{50 + i % 30},45</coordinates></Point>"
        "</Placemark>"
        for i, text in enumerate(texts)
        for said, quoted in ((escape(_xml(text)), quoteattr(_xml(texts[i // 4 * 4]) or "x")),)
    )
    path = folder / "layer.kml"
    title = escape(_xml(texts[0]))
    head = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>{title}</name>'
    path.write_text(f"{head}{marks}</Folder></Document></kml>")
    return path


def named_file(folder: Path, name: str) -> Path:
    """Write an article whose file has a hostile name."""
    path = folder / f"{name}.txt"
    path.write_text(SENTENCES)
    return path


def tiles(folder: Path, text: str, *, is_mbtiles: bool = True) -> Path:
    """Write MBTiles or PMTiles whose name and attribution are a hostile text."""
    pictures = {(z, x, y): grey_tile() for z in (2, 3, 4) for x in range(1 << z) for y in range(1 << z)}
    metadata = {"name": _storable(text), "attribution": _storable(text)}
    if is_mbtiles:
        return write_mbtiles(folder / "tiles.mbtiles", pictures, metadata)
    return write_pmtiles(folder / "tiles.pmtiles", pictures, metadata)


FILES: dict[str, Callable[[Path, list[str]], Path]] = {
    "text": plain_article,
    "markdown": markdown_article,
    "html": web_article,
    "project": project,
    "project without its layers": lost_project,
    "geojson": geojson,
    "geopackage": geopackage,
    "csv": table,
    "kml": kml,
}


def free_members(path: Path) -> list[Leaf]:
    """Return the places in a project file's own member where any text is taken; the text of the article is not one."""
    whole = json.loads(path.read_text())
    found = []
    for leaf in _leaves(whole["infromap"]):
        if leaf[:2] == ("article", "text") or not _STRUCTURE.isdisjoint(leaf) or leaf[-1] in _MATCHED:
            continue
        kept = _get(whole["infromap"], leaf)
        _set(whole["infromap"], leaf, "<b>any</b>")
        trial = path.with_name("trial.infromap")
        trial.write_text(json.dumps(whole))
        try:
            read_project_file(trial)
            found.append(leaf)
        except InfromapError:
            pass  # it believes in some texts only
        _set(whole["infromap"], leaf, kept)
    return found


def _plain_project(folder: Path) -> Path:
    """Write a project with a correction of each sort, an online answer, a layer with a look, and a bookmark."""
    from infromap.compose import settle_layers
    from infromap.session import MapState, compose_state, look_of
    from infromap.vector import read_layers

    base = build_map(parse_article(SENTENCES, source="note.txt"), online=_Service())
    hospital, road = base.features[0], base.features[-1]
    made = [
        edit(hospital, "name", "Clinic"),
        edit(hospital, "note", "a note"),
        choose(hospital, "Koshary", IRGIZ),
        draw(road, (67, 47, "A"), (70, 48, "B")),
    ]
    (folder / "kept.csv").write_text("name,lat,lon\na,45,50\nb,46,51\n")
    state = MapState(layers=settle_layers(read_layers(folder / "kept.csv")))
    shown = compose_state(apply_corrections(base, made), state)
    path = folder / "project.infromap"
    marks = [Bookmark(name="here", lon=60.0, lat=50.0, zoom=5.0)]
    save_project(shown, path, base=base, corrections=made, bookmarks=marks, look=look_of(state))
    return path


class _Service:
    """Answers as an online geocoder."""

    class service:  # noqa: N801
        host = "geocoder.example"

    def candidates(self, name, *, country=None, near=()):
        from dataclasses import replace

        from infromap.model.place import Candidate

        place = replace(IRGIZ, name=name, gazetteer_id="nominatim:node42", region="Akmola", note="a note")
        found = Candidate(place=place, score=0.8, matched_name=name, reason="answer 1")
        return (found,) if name == "Koshary" else ()


def _article(texts: list[str]) -> str:
    return "\n\n".join((texts[0].replace("\x00", ""), *_paragraphs(texts)))


def _paragraphs(texts: list[str]) -> Iterator[str]:
    """Yield a paragraph for each text: a project, the text beside it and behind it. A NUL makes a file no text."""
    for i, text in enumerate(each.replace("\x00", "") for each in texts):
        work, town = WORKS[i % len(WORKS)], TOWNS[i // len(WORKS) % len(TOWNS)]
        yield f"The AIIB will lend USD {i + 5} million to {text} for a {work} in {town}, Kazakhstan. {text}."


def _leaves(value: object, at: Leaf = ()) -> Iterator[Leaf]:
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(each, (*at, key))
    elif value is None or isinstance(value, str):
        yield at


def _get(whole, leaf: Leaf):
    for key in leaf:
        whole = whole[key]
    return whole


def _set(whole, leaf: Leaf, value: object) -> None:
    _get(whole, leaf[:-1])[leaf[-1]] = value


def _storable(text: str) -> str:
    return well_formed(text).replace("\x00", "")


def _xml(text: str) -> str:
    """Return a text as XML can hold it."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", text)
