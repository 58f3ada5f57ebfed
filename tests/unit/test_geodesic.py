import subprocess
import sys

import pytest
from pyproj import Geod
from shapely import LineString, Point, Polygon

from infromap import geodesic

ALMATY, AKTOBE = Point(76.9115, 43.25249), Point(57.16697, 50.27969)
PAIRS = [
    (ALMATY, AKTOBE),
    (AKTOBE, ALMATY),
    (ALMATY, ALMATY),
    (Point(179.5, -16.8), Point(-179.5, -17.0)),  # across 180°
    (Point(0, 0), Point(179.7, 0.3)),  # nearly opposite
    (Point(10, 90), Point(-70, -90)),
]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_both_libraries_measure_the_same(monkeypatch, a, b):
    monkeypatch.setattr(geodesic, "_FEW", 10**9)
    by_geographiclib = geodesic.distance_km(a, b)
    monkeypatch.setattr(geodesic, "_FEW", 0)
    by_pyproj = geodesic.distance_km(a, b)
    assert by_geographiclib == pytest.approx(by_pyproj, abs=1e-9)
    assert by_pyproj == pytest.approx(Geod(ellps="WGS84").inv(a.x, a.y, b.x, b.y)[2] / 1000, abs=1e-9)


@pytest.mark.parametrize("vertices", [2, 50, 5000])
def test_a_line_is_as_long_as_its_legs(vertices):
    line = LineString([(50 + i / vertices, 45 + (i % 7) / 100) for i in range(vertices)])
    assert geodesic.line_length_km(line) == pytest.approx(Geod(ellps="WGS84").geometry_length(line) / 1000, abs=1e-7)


@pytest.mark.parametrize(
    ("corners", "km2"),
    [
        ([(0, 0), (1, 0), (1, 1), (0, 1)], 12308.8),
        ([(0, 0), (0, 1), (1, 1), (1, 0)], 12308.8),  # the other way round
        ([(179.5, 0), (180.5, 0), (180.5, 1), (179.5, 1)], 12308.8),  # across 180°
        ([(0, 0), (1, 1), (0, 0)], 0),
    ],
)
def test_the_area_of_a_polygon(corners, km2):
    assert geodesic.polygon_area_km2(Polygon(corners)) == pytest.approx(km2, abs=0.1)


def test_a_point_moves_by_its_bearing():
    east = geodesic.move_point(ALMATY, 90, 25)
    assert east.x > ALMATY.x
    assert geodesic.distance_km(ALMATY, east) == pytest.approx(25, abs=1e-6)


def test_one_article_is_read_without_what_is_slow_to_load():
    code = """
import sys
from infromap.assets import bundled_article
from infromap.cli.main import run
status = run(["extract", str(bundled_article())])
slow = ("pyproj", "pyogrio", "folium", "geopy", "pypdf", "trafilatura", "infromap.article.inflected.mentions")
print(status, [name for name in slow if name in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert ran.stderr.splitlines()[-1] == "0 []"
