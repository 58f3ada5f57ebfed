"""What we export, read by QGIS: the same rows, the same places to 1e-7 of a degree, the same attributes."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import shapely

from infromap.compose import add_layers, compose_layers
from infromap.export import save_layer, save_map
from infromap.export.facts import map_facts
from infromap.export.features import to_geojson
from infromap.export.map_rows import MAP_COLUMNS, map_rows
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.mapdoc import MapDocument
from infromap.model.provenance import Source
from infromap.pipeline import open_map
from infromap.session import save_project

ROOT = Path(__file__).resolve().parents[2]
BRIEF = ROOT / "geodata/articles/2026-02-09_aiib-kazakhstan.txt"
QGIS_PYTHON = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
DEGREES = 1e-7


def awkward_layer() -> Layer:
    """Return rows with heights, nothing at all, days and moments, three scripts, and every kind of geometry."""
    shapes = [
        "POINT Z (69.3936412345 53.2841498765 230.5)",
        "LINESTRING (57.1670123 50.2839456, 60.5279 49.4897, 61.2 48.8)",
        "POLYGON ((70 50, 74 50, 74 53, 70 50), (72 50.5, 73 50.5, 73 51, 72 50.5))",
        "MULTIPOINT (76.9 43.25, 77.1281 43.6914)",
        "MULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)), ((-179.5 -51, -179 -51, -179 -50, -179.5 -51)))",
        None,
    ]
    texts = ["Көкшетау", '北京 "quoted"', "two\nlines", "<b>&amp;</b>", "=1+1", None]
    return Layer(
        id="awkward",
        name="awkward",
        geometry=np.array([None if each is None else shapely.from_wkt(each) for each in shapes], dtype=object),
        columns=(
            _column("name", ColumnType.TEXT, texts),
            _column("Число", ColumnType.INTEGER, np.array([1, -2, 3, 2**40, 0, 7])),
            _column("share", ColumnType.REAL, np.array([0.5, np.nan, -1e-9, 1e300, 2 / 3, np.nan])),
            _column("open", ColumnType.BOOLEAN, [True, None, False, True, None, None]),
            _column("day", ColumnType.DATE, ["2026-02-09", None, "1991-12-16", "2000-02-29", "2026-01-01", None]),
            _column(
                "moment", ColumnType.DATE, ["2026-02-09T10:30:00+05:00", None, "2026-02-09T00:00:00Z", *[None] * 3]
            ),
        ),
        source=Source(name="awkward"),
    )


def _column(name: str, kind: ColumnType, values: object) -> Column:
    array = values if isinstance(values, np.ndarray) else np.array(values, dtype=object)
    return Column(name=name, type=kind, values=array)


def read_with_qgis(paths: list[Path]) -> dict[str, list[dict]]:
    """Return what QGIS finds in files: for each its layers, for each of these its rows."""
    script = Path(__file__).with_name("read_with_qgis.py")
    ours = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    settings = {name: value for name, value in os.environ.items() if name not in ours}
    done = subprocess.run(
        [QGIS_PYTHON, str(script), *map(str, paths)],
        env={**settings, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"QGIS failed: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def compare_layer(what: str, found: dict, layer: Layer) -> None:
    """Compare each row of a layer with what QGIS has in its place."""
    _same(what, "coordinate system", found["crs"], "EPSG:4326")
    _same(what, "rows", len(found["rows"]), len(layer))
    for number, row in enumerate(found["rows"]):
        _same_place(f"{what}, row {number}", row["wkb"], layer.geometry[number])
        for column in layer.columns:
            wanted = _wanted(column, number)
            _same(f"{what}, row {number}", column.name, _moment(row["values"][column.name]), wanted)


def _wanted(column: Column, number: int) -> object:
    cell = column.cell(number)
    return _moment(cell) if column.type is ColumnType.DATE else cell


def _moment(value: object) -> object:
    """Return a moment in UTC, whoever wrote it; all else as it is."""
    if not isinstance(value, str) or "T" not in value or value[:1] not in "12":
        return value
    return datetime.fromisoformat(value).astimezone(UTC)


def _same_place(what: str, wkb: str | None, wanted: shapely.Geometry | None) -> None:
    shape = None if wkb is None else shapely.from_wkb(bytes.fromhex(wkb))
    if shape is None or wanted is None:
        _same(what, "place", shape is None, wanted is None)
        return
    shape, wanted = shapely.normalize(shape), shapely.normalize(wanted)
    if shape.geom_type != wanted.geom_type:  # our tables of projects have the multiple types
        wanted = {"MultiPoint": shapely.MultiPoint, "MultiLineString": shapely.MultiLineString}[shape.geom_type](
            [wanted]
        )
    _same(what, "height", shape.has_z, wanted.has_z)
    if not shapely.equals_exact(shape, wanted, tolerance=DEGREES):
        sys.exit(f"{what}: QGIS has {shape.wkt[:200]}, we wrote {wanted.wkt[:200]}")
    heights = [shapely.get_coordinates(each, include_z=True)[:, 2] for each in (shape, wanted)]
    _same(what, "heights", np.allclose(*heights, atol=DEGREES, equal_nan=True), True)


def _same(what: str, field: str, found: object, wanted: object) -> None:
    is_number = isinstance(found, float) and isinstance(wanted, int | float)
    if found != wanted and not (is_number and abs(found - wanted) <= 1e-12 * abs(wanted)):
        sys.exit(f"{what}: {field} is {found!r} in QGIS, and {wanted!r} here")


def compare_projects(what: str, layers: list[dict], rows: list[dict], columns: dict[str, type]) -> None:
    """Compare the tables of projects with their rows."""
    for table in ("sites", "lines", "not_located"):
        (found,) = [each["rows"] for each in layers if each["name"] == table]
        wanted = [row for row in rows if row["layer"] == table]
        _same(f"{what}, {table}", "rows", len(found), len(wanted))
        for row, ours in zip(found, wanted, strict=True):
            _same_place(f"{what}, {ours['project_id']}", row["wkb"], ours["wkb"] and shapely.from_wkb(ours["wkb"]))
            for name in columns:
                _same(f"{what}, {ours['project_id']}", name, row["values"][name], ours[name])


def compare_collection(what: str, layers: list[dict], collection: dict) -> None:
    """Compare a GeoJSON of projects; QGIS has one layer for each kind of geometry in it."""
    found = {row["values"]["id"]: row for layer in layers for row in layer["rows"]}
    _same(what, "projects", sorted(found), sorted(each["id"] for each in collection["features"]))
    for feature in collection["features"]:
        wanted = feature["geometry"] and shapely.from_geojson(json.dumps(feature["geometry"]))
        row = found[feature["id"]]
        _same_place(f"{what}, {feature['id']}", row["wkb"], wanted)
        for name in ("name", "kind", "exactness", "location_note", "capacity", "accuracy_km"):
            _same(f"{what}, {feature['id']}", name, row["values"][name], feature["properties"][name])


def compare_placemarks(what: str, layers: list[dict], document: MapDocument) -> None:
    """Compare a KML of projects: QGIS has every field of theirs as text, and none that is nothing."""
    rows = [row for layer in layers for row in layer["rows"]]
    _same(what, "rows", len(rows), len(document.features))
    for feature, ours, row in zip(document.features, map_rows(document), rows, strict=True):
        _same_place(f"{what}, {feature.id}", row["wkb"], feature.geometry)
        _same(f"{what}, {feature.id}", "name", row["values"]["Name"], feature.name)
        for name in MAP_COLUMNS.keys() - {"name"}:
            wanted = None if ours[name] in (None, "") else str(ours[name])
            _same(f"{what}, {feature.id}", name, row["values"].get(name), wanted)


def compare_kml_layer(what: str, found: dict, layer: Layer) -> None:
    """Compare each row of a layer; of a KML QGIS has no days, and yes and no are 1 and 0."""
    _same(what, "coordinate system", found["crs"], "EPSG:4326")
    _same(what, "rows", len(found["rows"]), len(layer))
    for number, row in enumerate(found["rows"]):
        _same_place(f"{what}, row {number}", row["wkb"], layer.geometry[number])
        for column in layer.columns:
            name = "Name" if column.name == "name" else column.name  # its own word for what a placemark is called
            wanted = column.cell(number)
            if name == "Name" and wanted is None:
                wanted = str(number + 1)
            _same(f"{what}, row {number}", column.name, row["values"][name], wanted)


def main() -> None:
    """Export, let QGIS read, compare; say what agrees."""
    document, awkward = open_map(BRIEF), awkward_layer()
    with tempfile.TemporaryDirectory() as folder:
        names = ("map.gpkg", "map.geojson", "map.kml", "map.infromap", "layer.gpkg", "layer.geojson", "layer.kml")
        paths = {name: Path(folder) / name for name in names}
        save_map(add_layers(document, [awkward]), paths["map.gpkg"])
        for name in ("map.geojson", "map.kml"):
            save_map(document, paths[name])
        save_project(document, paths["map.infromap"])
        save_map(compose_layers([awkward]), paths["layer.gpkg"])
        save_layer(awkward, paths["layer.geojson"])
        save_layer(awkward, paths["layer.kml"])
        found = {Path(path).name: layers for path, layers in read_with_qgis(list(paths.values())).items()}
    compare_projects("map.gpkg", found["map.gpkg"], map_rows(document), MAP_COLUMNS)
    (facts,) = [each["rows"] for each in found["map.gpkg"] if each["name"] == "facts"]
    _same("map.gpkg, facts", "rows", len(facts), len(map_facts(document)))
    compare_layer("map.gpkg, awkward", _only([e for e in found["map.gpkg"] if e["name"] == "awkward"]), awkward)
    compare_layer("layer.gpkg", _only(found["layer.gpkg"]), awkward)
    compare_layer("layer.geojson", _joined(found["layer.geojson"], awkward), awkward)
    for name in ("map.geojson", "map.infromap"):
        compare_collection(name, found[name], to_geojson(document))
    compare_placemarks("map.kml", found["map.kml"], document)
    compare_kml_layer("layer.kml", _only(found["layer.kml"]), awkward)
    for name, layers in found.items():
        counts = ", ".join("{name} ({count})".format(name=each["name"], count=len(each["rows"])) for each in layers)
        sys.stdout.write(f"QGIS reads {name} as we wrote it: {counts}\n")


def _only(layers: list[dict]) -> dict:
    (layer,) = layers
    return layer


def _joined(layers: list[dict], layer: Layer) -> dict:
    """Return the parts of one layer that QGIS tells apart by their geometry, in the order of the file."""
    order = next(column.values.tolist() for column in layer.columns if column.name == "Число")
    rows = {row["values"]["Число"]: row for each in layers for row in each["rows"]}
    return {"crs": layers[0]["crs"], "rows": [rows[number] for number in order if number in rows]}


if __name__ == "__main__":
    main()
