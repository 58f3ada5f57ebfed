"""An article's road is traced over a network at hand, from the command line to every file."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyogrio
import pytest
from shapely import LineString

from brief_roads import NODES, ROAD, write_brief_extract
from infromap.article import parse_article
from infromap.cli import run
from infromap.geodesic import line_length_km
from infromap.pipeline import build_map, open_tracer
from infromap.render import render_html

ROAD_KM = line_length_km(LineString([NODES[name] for name in ROAD]))


@pytest.fixture
def networks(tmp_path, capfdbinary) -> Path:
    extract = write_brief_extract(tmp_path / "kazakhstan-latest.osm.pbf")
    assert run(["routes", "build", str(extract), "--networks", str(tmp_path / "networks")]) == 0
    capfdbinary.readouterr()
    return tmp_path / "networks"


def extract_map(capfdbinary, *arguments: str) -> dict:
    status = run(["extract", *arguments])
    captured = capfdbinary.readouterr()
    assert status == 0, captured.err
    return json.loads(captured.out)


def road_of(collection: dict) -> dict:
    return next(each for each in collection["features"] if "Zhezkazgan" in each["properties"]["name"])


def test_a_road_is_traced_over_the_network_and_says_so_in_geojson(capfdbinary, brief, networks):
    collection = extract_map(capfdbinary, str(brief), "--networks", str(networks))

    road = road_of(collection)
    properties = road["properties"]
    assert properties["geometry_method"] == "traced"
    assert [69.5, 47.6] in road["geometry"]["coordinates"]
    assert properties["geometry_length_km"] == pytest.approx(ROAD_KM, rel=0.01)
    assert properties["geometry_source"] == {
        "name": "network kazakhstan, from kazakhstan-latest.osm.pbf",
        "url": None,
        "date": "2026-11-01",
        "attribution": "© OpenStreetMap contributors (ODbL)",
    }
    assert "Traced through Zhezkazgan, Zhanaarka and Karaganda" in properties["location_note"]
    assert "© OpenStreetMap contributors (ODbL)" in [each["name"] for each in collection["attribution"]]


def test_what_the_network_does_not_join_is_schematic_with_a_notice_of_the_leg(capfdbinary, brief, networks):
    collection = extract_map(capfdbinary, str(brief), "--networks", str(networks))

    aktobe = next(each for each in collection["features"] if "Aktobe" in each["properties"]["name"])
    assert aktobe["properties"]["geometry_method"] == "schematic"
    reason = "Khromtau–Karabutak: network kazakhstan has no roads within 4 km of Karabutak"
    assert any(reason in each for each in collection["notices"])


def test_a_bypass_is_not_traced_through_the_town_that_it_goes_round(capfdbinary, brief, networks):
    collection = extract_map(capfdbinary, str(brief), "--networks", str(networks))

    bypass = next(each for each in collection["features"] if "bypass" in each["properties"]["name"])
    assert bypass["properties"]["geometry_method"] == "schematic"
    assert any("leads through Almaty, which the project goes round" in each for each in collection["notices"])


def test_schematic_lines_are_drawn_whatever_is_at_hand(capfdbinary, brief, networks):
    collection = extract_map(capfdbinary, str(brief), "--networks", str(networks), "--schematic")

    assert road_of(collection)["properties"]["geometry_method"] == "schematic"
    assert not any("network" in each for each in collection["notices"])


def test_networks_of_the_users_folder_are_used_without_asking(capfdbinary, brief, networks, monkeypatch):
    monkeypatch.setenv("INFROMAP_NETWORKS", str(networks))

    assert road_of(extract_map(capfdbinary, str(brief)))["properties"]["geometry_method"] == "traced"


def test_the_table_names_the_source_of_a_traced_line(brief, networks, tmp_path):
    run(["export", str(brief), "-o", str(tmp_path / "map.csv"), "--networks", str(networks)])

    rows = list(csv.DictReader(io.StringIO((tmp_path / "map.csv").read_text(encoding="utf-8-sig"), newline="")))
    road = next(row for row in rows if "Zhezkazgan" in row["name"])
    assert road["geometry_method"] == "traced"
    assert road["geometry_source"].startswith("network kazakhstan")
    assert (road["geometry_date"], road["geometry_attribution"]) == (
        "2026-11-01",
        "© OpenStreetMap contributors (ODbL)",
    )
    assert [row["geometry_source"] for row in rows if row["geometry_method"] == "schematic"] == ["", ""]


def test_a_geopackage_names_the_source_of_a_traced_line(brief, networks, tmp_path):
    run(["export", str(brief), "-o", str(tmp_path / "map.gpkg"), "--networks", str(networks)])

    meta, _, _, columns = pyogrio.raw.read(tmp_path / "map.gpkg", layer="lines")
    rows = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    road = next(row for row in rows if "Zhezkazgan" in row["name"])
    assert (road["method"], road["geometry_date"]) == ("traced", "2026-11-01")
    assert road["geometry_attribution"] == "© OpenStreetMap contributors (ODbL)"


def test_the_page_credits_openstreetmap_and_marks_the_line_as_traced(brief, networks):
    tracer = open_tracer(networks=sorted(networks.glob("*.network")))

    html = render_html(build_map(parse_article(brief.read_text(), source="brief"), tracer=tracer))

    assert '"method":"traced"' in html
    assert "© OpenStreetMap contributors (ODbL)" in html


def test_a_map_without_tracing_loads_nothing_that_traces(brief, tmp_path):
    code = f"""
import sys
from infromap.cli import run
run(["extract", {str(brief)!r}, "-o", {str(tmp_path / "out.geojson")!r}])
print(sorted({{"osmium", "rustworkx", "routingpy", "pyogrio", "infromap.route.search"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_project_keeps_the_traced_line_where_no_network_is_at_hand(capfdbinary, brief, networks, tmp_path):
    project, copy = tmp_path / "brief.infromap", tmp_path / "copy.infromap"
    assert run(["export", str(brief), "-o", str(project), "--networks", str(networks)]) == 0
    first = extract_map(capfdbinary, str(brief), "--networks", str(networks))

    again = extract_map(capfdbinary, str(project))
    assert run(["export", str(project), "-o", str(copy)]) == 0

    assert road_of(again) == road_of(first)
    assert again["attribution"] == first["attribution"]
    kept, kept_again = (json.loads(path.read_text())["infromap"] for path in (project, copy))
    assert len(kept["lines"]) == 1
    assert kept_again == kept


def test_a_project_is_drawn_schematic_where_the_user_asks_for_it(capfdbinary, brief, networks, tmp_path):
    project = tmp_path / "brief.infromap"
    run(["export", str(brief), "-o", str(project), "--networks", str(networks)])

    assert (
        road_of(extract_map(capfdbinary, str(project), "--schematic"))["properties"]["geometry_method"] == "schematic"
    )
