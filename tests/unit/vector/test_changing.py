"""A file that changes while it is read gives one line, and never rows of two files."""

import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
import shapely

from gis_files import CSV, GPX, write_parquet, write_points
from infromap.errors import VectorError
from infromap.vector import plan_file, read_layers, read_plan

OTHER = shapely.points(np.linspace(1, 3, 3), np.linspace(1, 3, 3))


def write(path, geometry=None):
    if path.suffix == ".csv":
        text = CSV.format(lat="lat", lon="lon")
        path.write_text(text if geometry is None else text.replace("53.3", "54.4"), encoding="utf-8")
    elif path.suffix == ".gpx":
        path.write_text(GPX if geometry is None else GPX.replace("53.3", "54.4"), encoding="utf-8")
    elif path.suffix == ".parquet":
        write_parquet(path, **({} if geometry is None else {"geometry": geometry}))
    else:
        write_points(path, **({} if geometry is None else {"geometry": geometry}))
    return path


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def grow(path):
    with path.open("ab") as file:
        file.write(b"\0" * 5000)


def replace(path):
    other = path.parent / "other"
    other.mkdir(exist_ok=True)
    write(other / path.name, OTHER)
    for part in other.iterdir():
        part.replace(path.parent / part.name)


def rewrite(path):
    """Write other rows into the very file, whose size and number stay."""
    content = path.read_bytes()
    path.write_bytes(content[:-4] + b"    ")


CHANGES = (cut, grow, replace, rewrite, lambda path: path.unlink())
SUFFIXES = (".gpkg", ".geojson", ".fgb", ".shp", ".kml", ".csv", ".gpx", ".parquet")


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_change_between_the_look_and_the_reading_is_told(tmp_path, suffix, change):
    path = write(tmp_path / f"towns{suffix}")
    plan = plan_file(path)
    change(path)

    with pytest.raises(VectorError, match=rf"towns\{suffix} changed while it was read") as caught:
        read_plan(plan)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_change_during_the_reading_is_told(tmp_path, suffix, change):
    path, changed = write(tmp_path / f"towns{suffix}"), []

    def change_once(_done, _total):
        if not changed:
            changed.append(change(path))

    with pytest.raises(VectorError, match=rf"towns\{suffix} changed while it was read"):
        read_layers(path, report=change_once)
    assert changed


def test_the_parts_of_a_shapefile_count_too(tmp_path):
    path = write(tmp_path / "towns.shp")
    plan = plan_file(path)
    shutil.copyfile(path.with_suffix(".dbf"), tmp_path / "copy")
    (tmp_path / "copy").replace(path.with_suffix(".dbf"))

    with pytest.raises(VectorError, match="changed while it was read"):
        read_plan(plan)


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a file system with such days")
def test_a_file_of_a_day_that_no_calendar_has_is_read():
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = write(Path(folder) / "towns.geojson")
        os.utime(path, (10**12, 10**12))

        (layer,) = read_layers(path)

    assert layer.date is None
