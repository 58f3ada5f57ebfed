"""Corrections go into the project file and come back; a damaged one is refused in one line."""

import json

import pytest

from corrections import IRGIZ, choose, draw, edit, move
from infromap.article import read_article
from infromap.errors import ProjectFileError
from infromap.pipeline import build_map
from infromap.session import MapState, compose_state, open_base, open_project, read_project_file, save_project
from infromap.session.correction_members import MOST_LETTERS


@pytest.fixture(scope="module")
def base(brief):
    return build_map(read_article(brief))


@pytest.fixture(scope="module")
def corrections(base):
    hospital, plant, _, road, bypass = base.features
    return (
        choose(road, "Ulgaisyn", IRGIZ),
        choose(road, "Karabutak", None),
        move(hospital, "Kokshetau", 69.41, 53.3),
        move(plant, None, 71.0, 51.5),
        draw(bypass, (77.12806, 43.69139, "Zhetygen"), (76.7, 43.7), (76.305, 43.676, "Kazybek Bek")),
        edit(hospital, "name", "Hospital </script><script>alert(1)</script>"),
        edit(plant, "kind", "solar"),
        edit(plant, "note", "линия 1\nline 2"),
    )


@pytest.fixture
def path(base, corrections, tmp_path):
    document = compose_state(base, MapState(corrections=corrections))
    save_project(document, tmp_path / "map.infromap", base=base, corrections=corrections)
    return tmp_path / "map.infromap"


def change(path, edit_it) -> None:
    content = json.loads(path.read_text())
    edit_it(content["infromap"]["corrections"])
    path.write_text(json.dumps(content))


def test_corrections_come_back_as_they_were(path, corrections):
    assert read_project_file(path).corrections == corrections


def test_a_project_opens_corrected_and_its_base_as_the_program_read_it(path, base, corrections):
    opened = read_project_file(path)

    assert open_project(opened).features == compose_state(base, MapState(corrections=corrections)).features
    assert open_base(opened).features == base.features


def test_the_features_for_other_programs_are_corrected(path):
    content = json.loads(path.read_text())

    hospital = content["features"][0]
    assert hospital["geometry"]["coordinates"] == [69.41, 53.3]
    assert hospital["properties"]["geometry_method"] == "drawn"
    assert [each["what"] for each in hospital["properties"]["corrections"]] == ["point", "name"]
    assert {each["date"] for each in hospital["properties"]["corrections"]} == {"2026-11-25"}
    assert content["features"][1]["properties"]["note"] == "линия 1\nline 2"


def test_a_correction_of_a_sort_that_a_newer_version_knows_is_written_back(path, tmp_path):
    newer = {"what": "merge", "with": ["a", "b"]}
    change(path, lambda members: members.insert(1, newer))
    opened = read_project_file(path)

    save_project(open_project(opened), tmp_path / "again.infromap", opened=opened)

    again = json.loads((tmp_path / "again.infromap").read_text())["infromap"]["corrections"]
    assert newer in again
    assert len(again) == len(opened.corrections) + 1


def test_a_project_saved_from_the_command_line_keeps_its_corrections(path, tmp_path, corrections):
    opened = read_project_file(path)

    save_project(open_project(opened), tmp_path / "again.infromap", opened=opened)

    assert read_project_file(tmp_path / "again.infromap").corrections == corrections


PLACE, NONE, POINT, _, LINE, NAME, KIND, NOTE = range(8)


@pytest.mark.parametrize(
    ("number", "members", "told"),
    [
        (POINT, {"what": None}, "what is not a text"),
        (POINT, {"date": "yesterday"}, "date is not a day"),
        (POINT, {"date": "2026-13-01"}, "date is not a day"),
        (POINT, {"date": "20261125"}, "date is not a day"),
        (POINT, {"lon": 1e9}, "lon is not a number"),
        (POINT, {"lat": "north"}, "lat is not a number"),
        (POINT, {"accuracy_km": -1}, "accuracy_km is not a number"),
        (POINT, {"exactness": "country"}, "exactness is not one of"),
        (POINT, {"project": []}, "project is not an object"),
        (POINT, {"project": {"id": 1}}, "id is not a text"),
        (PLACE, {"place": {"name": "x"}}, "place.source is not an object"),
        (PLACE, {"name": None}, "name is not a text"),
        (LINE, {"vertices": [[1, 2]]}, "vertices is not a list of positions .lon, lat., 2 at least"),
        (LINE, {"vertices": [[1, 2]] * 20_001}, "vertices is not a list of at most"),
        (LINE, {"vertices": [[1, 2, 3], [1, 2]]}, "vertices is not a list"),
        (LINE, {"names": ["only one"]}, "names is not a list of texts, one for each vertex"),
        (KIND, {"value": "pyramid"}, "value is not one of"),
        (KIND, {"detail": "colour"}, "detail is not one of"),
        (NAME, {"value": " "}, "value is not a text that says something"),
        (NOTE, {"value": "x" * (MOST_LETTERS + 1)}, "value is not a text of at most"),
    ],
)
def test_a_damaged_correction_is_refused_in_one_line_and_the_file_untouched(path, number, members, told):
    change(path, lambda corrections: corrections[number].update(members))
    content = path.read_bytes()

    with pytest.raises(ProjectFileError, match=told) as error:
        read_project_file(path)

    assert "\n" not in str(error.value)
    assert f"infromap.corrections[{number}]" in str(error.value)
    assert path.read_bytes() == content
