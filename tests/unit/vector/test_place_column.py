"""A table whose coordinates stand in one cell: the column is found, its order is told or doubtful."""

import pytest

from infromap.errors import VectorError
from infromap.vector import plan_file, read_layers
from infromap.vector.table import read_head
from infromap.vector.table_guess import guess_table, guess_text
from infromap.vector.table_places import exchanged, fits_exchanged, swap_advice

TOWNS = [(69.39, 53.28), (57.2, 50.3)]


def write(tmp_path, text, name="towns.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def spots(layer):
    return [None if shape is None else (shape.x, shape.y) for shape in layer.geometry]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("53.28, 69.39", "50.3, 57.2"),
        ("53.28 69.39", "50.3 57.2"),
        ("53.28,69.39", "50.3,57.2"),
        ("(53.28, 69.39)", "[50.3, 57.2]"),
        ("53,28; 69,39", "50,3; 57,2"),
        ("53.28°, 69.39°", "50.3°, 57.2°"),
    ],
)
@pytest.mark.parametrize("header", ["name\tplace", "name\tcoordinates", "имя\tкоординаты"])
def test_two_numbers_in_a_cell_are_a_place_and_doubtful(tmp_path, first, second, header):
    path = write(tmp_path, f"{header}\nKokshetau\t{first}\nAktobe\t{second}\nnowhere\t\n")

    plan = plan_file(path)
    (layer,) = read_layers(path)

    assert plan.table.place == 1
    assert plan.is_doubtful
    assert spots(layer) == [*TOWNS, None]
    assert [column.name for column in layer.columns] == [header.split("\t")[0]]
    assert f"with coordinates in {header.split(chr(9))[1]}; check that it is so" in layer.notices[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("53.28N 69.39E", "50.3N 57.2E"),
        ("E69.39 N53.28", "E57.2 N50.3"),
        ("53°16'48\" N, 69°23'24\" E", "50°18'00\" N, 57°12'00\" E"),
        ("53°16,8' с. ш., 69°23,4' в. д.", "50°18' с. ш., 57°12' в. д."),
        ("北纬53.28° 东经69.39°", "北纬50.3° 东经57.2°"),
    ],
)
def test_directions_in_the_cells_leave_no_doubt(tmp_path, first, second):
    path = write(tmp_path, f"name\twhere\nKokshetau\t{first}\nAktobe\t{second}\n")

    (layer,) = read_layers(path)

    assert guess_table(path).is_sure
    assert [pytest.approx(each) for each in TOWNS] == spots(layer)
    assert layer.notices == ()


@pytest.mark.parametrize(
    ("name", "cells", "is_lon_first"),
    [
        ("lat, lon", ["53.28, 69.39", "50.3, 57.2"], False),
        ("Longitude/Latitude", ["69.39, 53.28", "57.2, 50.3"], True),
        ("Широта, долгота", ["53.28, 69.39", "50.3, 57.2"], False),
        ("lonlat", ["69.39, 53.28", "57.2, 50.3"], True),
    ],
)
def test_a_name_says_what_comes_first(tmp_path, name, cells, is_lon_first):
    path = write(tmp_path, f"name;{name}\n" + "".join(f"a;{cell}\n" for cell in cells))

    form = guess_table(path)
    (layer,) = read_layers(path)

    assert (form.separator, form.place, form.is_lon_first, form.is_sure) == (";", 1, is_lon_first, True)
    assert spots(layer) == TOWNS


def test_a_number_beyond_90_says_what_comes_first_of_all_cells(tmp_path):
    path = write(tmp_path, 'name,place\nBeijing,"116.4, 39.9"\nAlmaty,"76.9, 43.2"\n')

    form = guess_table(path)
    (layer,) = read_layers(path)

    assert form.is_lon_first
    assert not form.is_sure
    assert spots(layer) == [(116.4, 39.9), (76.9, 43.2)]


@pytest.mark.parametrize(
    "cell",
    [
        "12:30", "12 30", "2019 2020", "10/11", "53,28", "12,345", "10.00-11.30", "10.00 - 11.30", "+7 701 222 33 44",
        "1.2.3", "12.02.2026", "2026-02-09", "5 S", "53.28", "12°", "A 12.5 14.5", "500.5 600.5", "A1, B2",
    ],
)  # fmt: skip
def test_other_cells_are_no_places(tmp_path, cell):
    path = write(tmp_path, f"name;cell\na;{cell}\nb;{cell}\n")

    assert not guess_table(path).has_place
    with pytest.raises(VectorError, match="no columns of latitude and longitude"):
        read_layers(path)


def test_columns_and_geometries_come_before_a_cell_of_both(tmp_path):
    pair = guess_table(write(tmp_path, "place\tlat\tlon\n1.5, 2.5\t53.3\t69.4\n"))
    wkt = guess_table(write(tmp_path, "place\tgeom\n1.5, 2.5\tPOINT (69.4 53.3)\n"))

    assert (pair.x, pair.y, pair.place) == (2, 1, None)
    assert (wkt.wkt, wkt.place) == (1, None)


def test_of_two_such_columns_the_one_of_that_name_is_taken_and_doubted(tmp_path):
    form = guess_table(write(tmp_path, "from\tcoordinates\n1.5N 2.5E\t53.28N 69.39E\n"))

    assert (form.place, form.is_sure) == (1, False)


def test_a_table_without_a_header_loses_no_place(tmp_path):
    (layer,) = read_layers(write(tmp_path, "Kokshetau;53.28, 69.39\nAktobe;50.3, 57.2\n"))

    assert spots(layer) == TOWNS
    assert layer.columns[0].name == "column 1"


def test_cells_that_cannot_be_read_are_counted(tmp_path):
    lines = ["a\t53.28, 69.39\n" for _ in range(300)]
    path = write(tmp_path, "name\tplace\n" + "".join(lines) + "b\tsoon\nc\t116.4, 39.9\n")

    (layer,) = read_layers(path)

    assert spots(layer)[-2:] == [None, None]
    assert "towns.csv: 2 rows have a place that cannot be read, the first one 'soon'" in layer.notices


@pytest.mark.parametrize(
    ("cell", "around", "told"),
    [
        ("69.4, 53.3", (66, 43, 77, 54), True),  # Kokshetau, longitude first: a place in the Arctic
        ("53.3, 69.4", (66, 43, 77, 54), False),
        ("69.4, 53.3", None, False),
        ("69.4, 53.3", (50, 40, 80, 75), False),  # near both ways
        ("69.4N 53.3E", (66, 43, 77, 54), False),  # says itself which is which
    ],
)
def test_what_else_is_on_the_map_tells_of_exchanged_cells(tmp_path, cell, around, told):
    path = write(tmp_path, f"place\tname\n{cell}\ta\n")
    form = guess_table(path)

    assert fits_exchanged(form, read_head(path, form), around) is told


def test_latitudes_beyond_90_are_told_and_exchanged(tmp_path):
    path = write(tmp_path, "place\tname\n116.4, 39.9\ta\n76.9, 43.2\tb\n")
    form = guess_table(path)
    head = read_head(path, form)

    assert not swap_advice(form, head)
    assert swap_advice(exchanged(form), head)


def test_a_given_system_is_not_for_degrees_in_one_cell(tmp_path):
    (layer,) = read_layers(write(tmp_path, "place\tname\n53.28N 69.39E\ta\n"), crs="EPSG:32642")

    assert spots(layer) == [(69.39, 53.28)]


@pytest.mark.parametrize("text", ["The road\nis 10.5, 12.5 km long.", "Kokshetau\n53.28, 69.39"])
def test_a_pasted_text_with_two_numbers_is_not_surely_a_table(text):
    form = guess_text(text)

    assert form is None or not form.is_sure
