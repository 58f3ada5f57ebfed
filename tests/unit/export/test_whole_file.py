import os
import stat

import pytest

from infromap.errors import ExportError
from infromap.export.whole_file import refuse_source, write_whole


def test_a_file_holds_what_was_written(tmp_path):
    write_whole(tmp_path / "map.html", b"new")

    assert (tmp_path / "map.html").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "map.html"
    target.write_bytes(b"old")
    target.chmod(0o640)

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed(tmp_path):
    (tmp_path / "real.html").write_bytes(b"old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")

    write_whole(tmp_path / "link.html", b"new")

    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    target = tmp_path / "map.html"
    target.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match="No space left on device"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


@pytest.mark.parametrize("name", ["missing/map.html", "", "a" * 300 + ".html", "nul\0.html"])
def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path, name):
    with pytest.raises(ExportError) as caught:
        write_whole(tmp_path / name, b"new")

    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.gpkg", "link.gpkg", "same.gpkg", "folder/../a.gpkg"])
def test_what_is_read_is_not_written_over_by_whatever_name(tmp_path, name):
    source = tmp_path / "a.gpkg"
    source.write_bytes(b"rows")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.gpkg").symlink_to(source)
    (tmp_path / "same.gpkg").hardlink_to(source)

    with pytest.raises(ExportError, match="is the file that is read; choose another"):
        refuse_source(tmp_path / name, [tmp_path / "gone", source])


def test_another_file_may_be_written_over(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"the same")

    assert refuse_source(tmp_path / "a", [tmp_path / "b"]) is None
    assert refuse_source(tmp_path / "new", [tmp_path / "b"]) is None
