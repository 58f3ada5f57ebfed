"""Bookmarks in the project file."""

import json

import pytest

from infromap.article import parse_article
from infromap.errors import ProjectFileError
from infromap.model.bookmark import Bookmark
from infromap.pipeline import build_map
from infromap.session import read_project_file, save_project

HOME = Bookmark(name="Дом & <b>home</b>", lon=69.39364, lat=53.28414, zoom=7.5)


@pytest.fixture(scope="module")
def document():
    return build_map(parse_article("A hospital is being built in Kokshetau, Kazakhstan.", source="note.txt"))


def test_bookmarks_are_read_as_they_were_written(document, tmp_path):
    path = tmp_path / "map.infromap"

    save_project(document, path, bookmarks=(HOME,))

    assert read_project_file(path).bookmarks == (HOME,)


def test_who_knows_of_no_bookmarks_keeps_those_of_the_file(document, tmp_path):
    path = tmp_path / "map.infromap"
    save_project(document, path, bookmarks=(HOME,))

    save_project(document, path, opened=read_project_file(path))
    assert read_project_file(path).bookmarks == (HOME,)
    save_project(document, path, opened=read_project_file(path), bookmarks=())
    assert read_project_file(path).bookmarks == ()


def test_a_file_without_bookmarks_has_none(document, tmp_path):
    path = tmp_path / "map.infromap"
    save_project(document, path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    del whole["infromap"]["bookmarks"]
    path.write_text(json.dumps(whole), encoding="utf-8")

    assert read_project_file(path).bookmarks == ()


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("name", 5),
        ("name", None),
        ("lon", 181),
        ("lat", "5"),
        ("lat", -90.1),
        ("zoom", -1),
        ("zoom", 25),
        ("zoom", True),
    ],
)
def test_what_is_no_bookmark_is_refused_by_its_place(document, tmp_path, member, value):
    path = tmp_path / "map.infromap"
    save_project(document, path, bookmarks=(HOME, HOME))
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["infromap"]["bookmarks"][1][member] = value
    path.write_text(json.dumps(whole), encoding="utf-8")

    with pytest.raises(ProjectFileError, match=rf"infromap\.bookmarks\[1\]\.{member}"):
        read_project_file(path)


def test_of_a_long_name_the_beginning_is_kept(document, tmp_path):
    path = tmp_path / "map.infromap"
    save_project(document, path, bookmarks=(Bookmark(name="x" * 1000, lon=0, lat=0, zoom=2),))

    assert read_project_file(path).bookmarks[0].name == "x" * 200
