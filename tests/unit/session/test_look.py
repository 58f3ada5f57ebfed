"""A project file keeps layers by their files, and how they look; what comes from outside is checked."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gis_files import CSV, write_points
from infromap.compose import settle_layers
from infromap.errors import ProjectFileError
from infromap.model.article import Article
from infromap.model.layer import RowFilter
from infromap.model.layer_style import ClassMethod, Marker, Sizes
from infromap.model.tiles import BaseMap
from infromap.pipeline import build_map, open_map
from infromap.render import find_tile_layer
from infromap.session import (
    MapState,
    compose_state,
    look_of,
    open_project,
    open_state,
    read_kept_layer,
    read_project_file,
    save_project,
)
from infromap.session.doubt import is_far
from infromap.vector import read_layers
from infromap.vector.classes import classify
from infromap.vector.expression import select_rows
from infromap.vector.markers import mark_by
from infromap.vector.table_guess import guess_table


def styled(layer):
    style = replace(
        layer.style,
        colour="#0a0b0c",
        width_px=3.5,
        radius_px=4.0,
        opacity=0.25,
        is_visible=False,
        label_column="name",
        classes=classify(layer, "number", ClassMethod.QUANTILES, 2, ramp="plasma_r"),
        sizes=Sizes(column="share", least=-1.0, greatest=2.5),
        marker=Marker.STAR,
        markers=mark_by(layer, "number"),
    )
    mask = select_rows(layer, "number > 0")
    return replace(layer, name="My towns", style=style, filter=RowFilter(expression="number > 0", mask=mask))


@pytest.fixture
def saved(tmp_path, brief):
    """Return a project file of the brief with two layers in a folder beside it."""
    (tmp_path / "data").mkdir()
    towns = write_points(tmp_path / "data" / "towns.gpkg", layer="settlements")
    (tmp_path / "data" / "more.csv").write_text(CSV.format(lat="lat", lon="lon"))
    layers = settle_layers([*read_layers(towns), *read_layers(tmp_path / "data" / "more.csv")])
    state = MapState(layers=(styled(layers[0]), layers[1]), are_projects_shown=False, base_map=base_map())
    save(open_map(brief), state, tmp_path / "kept.infromap")
    return tmp_path / "kept.infromap", state


def base_map():
    return BaseMap(tiles=find_tile_layer("Esri.WorldGrayCanvas"), opacity=0.5)


def save(base, state, path, opened=None):
    save_project(compose_state(base, state), path, base=base, look=look_of(state), opened=opened)


def changed(path, change):
    whole = json.loads(path.read_text())
    change(whole["infromap"])
    path.write_text(json.dumps(whole))
    return path


def test_layers_come_back_as_they_were(saved):
    path, before = saved

    after = open_state(read_project_file(path))

    assert after.missing == ()
    for old, new in zip(before.layers, after.layers, strict=True):
        assert (new.id, new.name, new.style) == (old.id, old.name, old.style)
        assert new.shown_count == old.shown_count
        assert new.geometry.tolist() == old.geometry.tolist()
    assert (after.are_projects_shown, after.base_map) == (False, base_map())


def test_a_project_that_moves_with_its_files_finds_them_beside_it(saved, tmp_path):
    path, _ = saved
    shutil.move(tmp_path / "data", tmp_path / "elsewhere" / "data")
    shutil.move(path, tmp_path / "elsewhere" / "kept.infromap")

    state = open_state(read_project_file(tmp_path / "elsewhere" / "kept.infromap"))

    assert state.missing == ()
    assert state.layers[0].origin.path == tmp_path / "elsewhere" / "data" / "towns.gpkg"


def test_a_project_that_moves_alone_finds_its_files_where_they_were(saved, tmp_path):
    path, _ = saved
    (tmp_path / "elsewhere").mkdir()
    shutil.move(path, tmp_path / "elsewhere" / "kept.infromap")

    assert open_state(read_project_file(tmp_path / "elsewhere" / "kept.infromap")).missing == ()


def test_a_layer_that_is_missing_is_told_and_written_back(saved, tmp_path, brief):
    path, _ = saved
    (tmp_path / "data" / "towns.gpkg").unlink()
    opened = read_project_file(path)

    state = open_state(opened)
    document = open_project(opened)
    save(open_map(brief), state, tmp_path / "again.infromap", opened)

    assert [layer.name for layer in state.layers] == ["more.csv"]
    assert [(each.kept.name, each.place) for each in state.missing] == [("My towns", 0)]
    assert any("My towns is not on the map" in notice and "does not exist" in notice for notice in document.notices)
    assert read_project_file(tmp_path / "again.infromap").look.layers == opened.look.layers


def test_a_filter_of_a_column_that_is_gone_makes_a_layer_missing_not_a_wrong_one(saved):
    path, _ = saved
    changed(path, lambda own: own["layers"][0].update(filter="gone = 1"))

    state = open_state(read_project_file(path))

    assert "no column 'gone'" in state.missing[0].reason


def test_members_of_a_layer_that_are_not_known_are_written_back(saved, tmp_path, brief):
    path, _ = saved
    changed(path, lambda own: own["layers"][1].update(future={"a": [1]}))
    opened = read_project_file(path)

    save_project(open_map(brief), tmp_path / "again.infromap", opened=opened)

    own = json.loads((tmp_path / "again.infromap").read_text())["infromap"]
    assert own["layers"][1]["future"] == {"a": [1]}


def test_a_file_that_knows_nothing_of_layers_opens(saved):
    path, _ = saved
    changed(path, lambda own: [own.pop(name) for name in ("layers", "are_projects_shown", "base_map")])

    state = open_state(read_project_file(path))

    assert (state.layers, state.are_projects_shown, state.base_map) == ((), True, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("colour", "red;}</style>"),
        ("colour", None),
        ("opacity", 2),
        ("width_px", "thick"),
        ("is_visible", 1),
        (
            "classes",
            {"column": "number", "method": "quantiles", "ramp": "x", "bounds": [1, 2], "colours": ["#000000"] * 3},
        ),
        ("classes", {"column": "number", "method": "magic", "ramp": "x", "bounds": [1, 2], "colours": ["#000000"]}),
        ("classes", {"column": "n", "method": "categories", "ramp": "x", "categories": [[1]], "colours": ["#000000"]}),
        ("sizes", {"column": "number"}),
    ],
)
def test_a_style_that_is_none_is_refused(saved, name, value):
    path, _ = saved
    changed(path, lambda own: own["layers"][0]["style"].update({name: value}))

    with pytest.raises(ProjectFileError, match=r"infromap.layers\[0\].style"):
        read_project_file(path)


def test_tiles_are_believed_by_their_name_alone(saved):
    path, _ = saved
    changed(path, lambda own: own["base_map"].update(tiles="https://example.org/{z}/{x}/{y}.png"))

    assert open_state(read_project_file(path)).base_map.tiles is None


def test_a_path_that_is_none_of_a_plain_file_is_not_read(saved):
    path, _ = saved
    address = "/vsicurl/http://127.0.0.1:9/towns.gpkg"
    changed(path, lambda own: own["layers"][0]["file"].update(path=None, absolute=address))

    state = open_state(read_project_file(path))

    assert len(state.missing) == 1


def test_a_table_whose_places_stand_in_one_cell_is_read_again_as_its_user_said(tmp_path, brief):
    path = tmp_path / "towns.csv"
    path.write_text("name;place\nKokshetau;69.4, 53.3\n")
    form = replace(guess_table(path), is_lon_first=True)
    (layer,) = read_layers(path, table=form)
    save(open_map(brief), MapState(layers=settle_layers([layer])), tmp_path / "kept.infromap")

    (again,) = open_state(read_project_file(tmp_path / "kept.infromap")).layers

    assert (again.geometry[0].x, again.geometry[0].y) == (69.4, 53.3)


@pytest.mark.parametrize(
    "secret", ["id_rsa", ".env", "linked.csv", "letters.dat", "/proc/self/environ", "/proc/self/maps"]
)
def test_a_project_of_a_stranger_brings_no_file_of_its_reader_onto_the_map(saved, tmp_path_factory, secret):
    path, _ = saved
    home = tmp_path_factory.mktemp("home")
    (home / "id_rsa").write_text("lat|lon\n53.3|69.4\n")
    for name in (".env", "letters.dat"):
        (home / name).write_text("lat|lon\n53.3|69.4\n")
    (path.parent / "linked.csv").symlink_to(home / "id_rsa")
    folder = path.parent if secret == "linked.csv" else home
    form = {"encoding": "utf-8-sig", "separator": "|", "has_decimal_comma": False, "has_header": True, "x": 1, "y": 0}
    file = {"path": None, "absolute": str(folder / secret), "layer": None, "crs": None, "table": {**form, "wkt": None}}
    changed(path, lambda own: own["layers"][0].update(file=file, filter=None))

    state = open_state(read_project_file(path))

    assert [layer.name for layer in state.layers] == ["more.csv"]
    assert "outside the folder of this project; find it yourself" in state.missing[0].reason


def test_a_table_of_any_name_is_read_beside_its_project_or_when_its_user_says_so(saved, tmp_path_factory):
    path, _ = saved
    (path.parent / "data" / "more.csv").rename(path.parent / "data" / "more.dat")
    form = {"encoding": "utf-8-sig", "separator": ",", "has_decimal_comma": False, "has_header": True, "x": 2, "y": 1}
    file = {"path": "data/more.dat", "table": {**form, "wkt": None}}
    changed(path, lambda own: own["layers"][1]["file"].update(file))
    moved = tmp_path_factory.mktemp("elsewhere") / "kept.infromap"
    assert open_state(read_project_file(path)).missing == ()
    changed(path, lambda own: own["layers"][1]["file"].update(absolute=str(path.parent / "data" / "more.dat")))
    shutil.copy(path, moved)

    (missing,) = open_state(read_project_file(moved)).missing

    assert "more.dat is not named as GIS files are" in missing.reason
    assert len(read_kept_layer(replace(missing.kept, doubt=None))) == 3


@pytest.mark.parametrize(
    "name", ["\\\\server\\share\\towns.gpkg", "//server/share/towns.gpkg", "//?/UNC/server/x/a.gpkg"]
)
@pytest.mark.parametrize("member", ["path", "absolute"])
def test_a_project_lets_nobody_look_for_a_file_on_another_computer(saved, monkeypatch, name, member):
    path, _ = saved
    changed(path, lambda own: own["layers"][0]["file"].update({"path": None, "absolute": name, member: name}))
    changed(path, lambda own: own["base_map"].update(file={"path": name, "absolute": name.replace("gpkg", "mbtiles")}))
    looked, stat = [], os.stat
    monkeypatch.setattr(
        "os.stat", lambda place, *more, **names: looked.append(str(place)) or stat(place, *more, **names)
    )

    state = open_state(read_project_file(path))

    assert str(path) in looked
    assert [place for place in looked if place.startswith(name)] == []
    assert "on another computer" in state.missing[0].reason
    assert state.base_map.tile_file is None


@pytest.mark.parametrize(
    ("file", "project", "is_elsewhere"),
    [
        ("//server/maps/a.gpkg", "//server/maps/b.infromap", False),
        ("//SERVER/Maps/a.gpkg", "//server/maps/b.infromap", False),
        ("//server/other/a.gpkg", "//server/maps/b.infromap", True),
        ("/home/a.gpkg", "//server/maps/b.infromap", False),
        ("C:/a.gpkg", "/b.infromap", False),
    ],
)
def test_what_is_on_another_computer_is_told_by_its_name(file, project, is_elsewhere):
    assert is_far(Path(file), Path(project)) is is_elsewhere


@pytest.mark.parametrize("name", ["id_rsa", "steppe.gpkg"])
def test_a_base_map_is_a_file_of_tiles_or_none(saved, name):
    path, _ = saved
    (path.parent / name).write_bytes(b"")
    changed(path, lambda own: own["base_map"].update(file={"path": name, "absolute": name}))

    assert open_state(read_project_file(path)).base_map.tile_file is None


def test_a_map_of_layers_alone_comes_back(tmp_path):
    (layer,) = settle_layers(read_layers(write_points(tmp_path / "towns.gpkg")))
    base = build_map(Article(text="", source="towns.gpkg", date="2026-11-01"))

    save(base, MapState(layers=(layer,)), tmp_path / "kept.infromap")
    document = open_project(read_project_file(tmp_path / "kept.infromap"))

    assert document.title == "towns.gpkg"
    assert [each.name for each in document.layers] == ["towns.gpkg"]
    assert document.features == ()


@pytest.mark.parametrize("name", ["rows.vrt", "../rows.csv", "/etc/rows.csv", "rows.shp", ""])
def test_what_was_pasted_has_a_plain_name_of_a_known_kind(saved, name):
    path, _ = saved

    def change(own):
        own["layers"][0]["file"] |= {"text": "lat,lon\n1,2\n", "absolute": name}

    with pytest.raises(ProjectFileError, match="absolute"):
        read_project_file(changed(path, change))


def test_what_was_pasted_is_read_again_or_missing_and_no_file_is_left(saved):
    path, _ = saved

    def change(own):
        own["layers"][0]["file"] = {"text": "lat,lon,name\n50,70,\ud800Ақ\n", "absolute": "clipboard.csv"}
        own["layers"][0]["filter"] = None
        own["layers"][1]["file"] = {"text": "nothing of the kind", "absolute": "clipboard.geojson"}

    state = open_state(read_project_file(changed(path, change)))

    (layer,) = state.layers
    assert (layer.geometry[0].x, layer.geometry[0].y) == (70, 50)
    assert layer.origin.text.startswith("lat,lon")
    assert [each.kept.origin.path.name for each in state.missing] == ["clipboard.geojson"]
    assert "nothing" in look_of(state).layers[1].origin.text  # it is written back as it was
