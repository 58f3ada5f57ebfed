"""What is found out of a GIS file before it is read, and what has to be asked."""

from dataclasses import replace

import numpy as np
import pyogrio
import pytest

from gis_files import write_parquet, write_points
from infromap.errors import VectorError
from infromap.vector import list_layers, plan_file, read_plan
from infromap.vector.systems import box_in_degrees, find_system, find_systems, lies_within


def without_prj(path):
    write_points(path)
    path.with_suffix(".prj").unlink()
    return path


def test_a_plain_file_needs_no_question(tmp_path):
    plan = plan_file(write_points(tmp_path / "towns.gpkg"))

    assert (plan.is_choice, plan.is_doubtful, plan.wants_crs, plan.bounds) == (False, False, False, None)
    assert [layer.name for layer in read_plan(plan)] == ["towns.gpkg"]


def test_layers_without_rows_are_not_offered_beside_others(tmp_path):
    path = write_points(tmp_path / "two.gpkg", layer="towns")
    none = np.array([], dtype=object)
    pyogrio.raw.write(path, none, [none], ["name"], layer="empty", geometry_type="Point", crs="EPSG:4326", append=True)

    assert [info.name for info in list_layers(path)] == ["towns", "empty"]
    assert [info.name for info in plan_file(path).layers] == ["towns"]


def test_a_missing_system_is_wanted_with_the_box_of_the_numbers(tmp_path):
    plan = plan_file(without_prj(tmp_path / "towns.shp"))

    assert plan.wants_crs
    assert plan.bounds == pytest.approx((57.2, -51.0, 70.0, 53.3))
    assert not replace(plan, crs="EPSG:4326").wants_crs
    assert len(read_plan(replace(plan, crs="EPSG:4326"))[0]) == 3


def test_a_system_is_not_wanted_for_a_layer_that_is_not_chosen(tmp_path):
    path = write_points(tmp_path / "two.gpkg", layer="towns")
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        write_points(path, crs=None, layer="plan", append=True)

    plan = plan_file(path)

    assert plan.is_choice
    assert plan.wants_crs
    assert not replace(plan, names=("towns",)).wants_crs


def test_a_geoparquet_file_may_lack_its_system(tmp_path):
    assert plan_file(write_parquet(tmp_path / "towns.parquet", crs=None)).wants_crs
    assert not plan_file(write_parquet(tmp_path / "degrees.parquet")).wants_crs


def test_a_table_is_doubtful_or_plain_whatever_it_is_called(tmp_path):
    (tmp_path / "towns.txt").write_text("name\tlat\tlon\nKokshetau\t53.3\t69.4\n", encoding="utf-8")
    (tmp_path / "odd.csv").write_text("name,a,b\nKokshetau,53.3,69.4\n", encoding="utf-8")

    plan = plan_file(tmp_path / "towns.txt", is_table=True)

    assert not plan.is_doubtful
    assert len(read_plan(plan)[0]) == 1
    assert plan_file(tmp_path / "odd.csv").is_doubtful


def test_a_file_that_cannot_be_read_is_told_before(tmp_path):
    with pytest.raises(VectorError, match="does not exist"):
        plan_file(tmp_path / "gone.gpkg")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("32642", "EPSG:32642"),
        ("epsg:32642", "EPSG:32642"),
        ("utm zone 42n", "EPSG:32642"),
        ("pulkovo 1942 28412", "EPSG:28412"),
        ("beijing 1954", "EPSG:4214"),
    ],
)
def test_systems_are_found_by_number_and_by_words(text, code):
    assert find_systems(text)[0].code == code


def test_systems_are_found_by_where_they_are_used():
    assert all("Kazakhstan" in f"{system.name} {system.area}" for system in find_systems("kazakhstan")[:20])
    assert "EPSG:28412" in {system.code for system in find_systems("kazakhstan")}
    assert find_systems("no such system") == []


def test_a_box_says_where_it_lies_and_whether_its_system_is_made_for_there():
    box = box_in_degrees((300_000, 5_500_000, 700_000, 5_900_000), "EPSG:32642")

    assert box == pytest.approx((66.0, 49.6, 72.0, 53.25), abs=0.05)
    assert lies_within(box, find_system("EPSG:32642").box)
    assert not lies_within(box, find_system("EPSG:32633").box)
    assert lies_within((179, -45, 181, -44), (160.6, -55.95, -171.2, -25.88))  # New Zealand goes over 180°
    assert box_in_degrees((300_000, 5_500_000, 700_000, 5_900_000), "EPSG:4326") is None
    assert box_in_degrees((0, 0, 1, 1), "EPSG:1") is None
