"""The letters of files that do not say which they have."""

import numpy as np
import pyogrio
import pytest
import shapely

from gis_files import POINTS, zip_parts
from infromap.vector import read_layer, read_lines
from infromap.vector.letters import guess_letters


def write_shapefile(path, encoding, *, column, value, states=None, geometry=POINTS, geometry_type="Point"):
    """Write three rows of one text; the encoding is stated only by ``states``."""
    pyogrio.raw.write(
        path, shapely.to_wkb(geometry), [np.array([value] * 3, dtype=object)], [column], geometry_type=geometry_type,
        crs="EPSG:4326", driver="ESRI Shapefile", encoding=encoding,
    )  # fmt: skip
    path.with_suffix(".cpg").unlink()
    table = path.with_suffix(".dbf")
    content = bytearray(table.read_bytes())
    content[29] = 0  # the mark that would tell the encoding
    table.write_bytes(content)
    if states:
        path.with_suffix(".cpg").write_text(states)
    return path


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize(
    ("encoding", "column", "value"),
    [("CP1251", "Название", "Караганда"), ("CP1251", "ГОРОД", "АСТАНА"), ("CP936", "名称", "阿斯塔纳城市")],
)
def test_a_shapefile_that_does_not_say_its_letters_is_read_by_a_guess_that_is_told(
    tmp_path, encoding, column, value, is_packed
):
    path = write_shapefile(tmp_path / "towns.shp", encoding, column=column, value=value)

    layer = read_layer(zip_parts(path) if is_packed else path)

    assert [each.name for each in layer.columns] == [column]
    assert layer.columns[0].values.tolist() == [value] * 3
    assert "does not say its encoding" in layer.notices[0]


def test_unicode_that_is_not_stated_needs_no_word(tmp_path):
    layer = read_layer(write_shapefile(tmp_path / "towns.shp", "UTF-8", column="атауы", value="Ақтөбе"))

    assert (layer.columns[0].name, layer.columns[0].values[0]) == ("атауы", "Ақтөбе")
    assert layer.notices == ()


def test_what_a_shapefile_says_of_its_letters_counts(tmp_path):
    layer = read_layer(write_shapefile(tmp_path / "a.shp", "CP866", column="ГОРОД", value="Актобе", states="866"))

    assert layer.columns[0].values[0] == "Актобе"
    assert layer.notices == ()


def test_lines_to_trace_over_have_their_letters_too(tmp_path):
    lines = shapely.linestrings([[[60, 50], [61, 50]]] * 3)
    path = write_shapefile(
        tmp_path / "a.shp", "CP1251", column="ИМЯ", value="Дорога", geometry=lines, geometry_type="LineString"
    )

    assert read_lines(path).attributes[0] == {"имя": "Дорога"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("ДОРОГА АСТАНА КОКШЕТАУ", "cp1251"),
        ("Ёлка", "cp1251"),
        ("名称,阿斯塔纳,城市", "gb18030"),
        ("Ақтау", "utf-8-sig"),
    ],
)
def test_cyrillic_and_chinese_are_told_apart(text, encoding):
    assert guess_letters(text.encode(encoding.removesuffix("-sig"))) == encoding
