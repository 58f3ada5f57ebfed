"""Titles above the names of columns are passed over, and nothing of an ordinary table is."""

import pytest

from infromap.vector import plan_file, read_layers
from infromap.vector.table import read_head
from infromap.vector.table_guess import guess_table

ORDINARY = {
    "names": "name,lat,lon\nKokshetau,53.3,69.4\nAktobe,50.3,57.2\n",
    "names of which one is empty": ",lat,lon\n0,53.3,69.4\n1,50.3,57.2\n",
    "names beside years": "lat,lon,2019,2020\n53.3,69.4,1,2\n50.3,57.2,3,4\n",
    "no names": "Beijing,39.9,116.4\nAlmaty,43.2,76.9\n",
    "no names, and little in the first rows": "a,,\nb,,\nKokshetau,53.3,69.4\nAktobe,50.3,57.2\n",
    "no coordinates": "name,kind,beds\na,hospital,630\nb,,20\n",
    "no coordinates, and texts alone": "name,kind\n,hospital\nb,road\nc,\n",
    "few names": "name,,\nx,y z,53.3\nb,c,50.3\n",
    "a geometry that is none in the first row": "id,geom\na,unknown\nb,POINT (69.4 53.3)\nc,POINT (57.2 50.3)\n",
    "a place that is none in the first row": "id;place\na;soon\nb;53.28, 69.39\nc;50.3, 57.2\n",
    "one column": "wkt\nPOINT (69.4 53.3)\nPOINT (57.2 50.3)\n",
    "one column of texts": "name\nKokshetau\nAktobe\n",
    "rows under the names that say more": "name,lat,lon\n,degrees,degrees\na,53.3,69.4\n",
    "no rows": "name,lat,lon\n",
    "one row": "Kokshetau,53.3,69.4\n",
    "a remark below": "name,lat,lon\na,53.3,69.4\n\nSource: the office\n",
}


def write(tmp_path, text, name="towns.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def spots(layer):
    return [None if shape is None else (shape.x, shape.y) for shape in layer.geometry]


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_ordinary_table_begins_with_its_first_row(tmp_path, text, separator):
    if separator not in text and not ("; " in text or ", " in text):
        text = text.replace(",", separator)

    assert guess_table(write(tmp_path, text)).rows_above == 0


TITLES = {
    "a title": ("Towns of Kazakhstan\n", 1),
    "a title and an empty line": ("Towns of Kazakhstan\n\n", 1),
    "a title as wide as the table": ("Towns of Kazakhstan,,,\n,,,\n", 1),
    "a title with commas": ("Towns, cities, villages, by region, all of them\n", 1),
    "a year": ("2026\n", 1),
    "title, unit and source": ("Towns of Kazakhstan\nthousands of persons\nSource: Bureau, 2026\n\n", 3),
    "notes": ("# made by, a program, on a day, at noon\n# and so on\n", 2),
    "a title that speaks of coordinates": ("Longitude and latitude of towns\n", 1),
    "a line for spreadsheets": ("sep=,\nTowns of Kazakhstan\n", 1),
}


@pytest.mark.parametrize(("title", "count"), TITLES.values(), ids=TITLES)
def test_titles_are_passed_over_and_told(tmp_path, title, count):
    path = write(tmp_path, f"{title}name,lat,lon,persons\nKokshetau,53.3,69.4,147\nAktobe,50.3,57.2,560\n")

    plan = plan_file(path)
    (layer,) = read_layers(path)

    assert plan.table.rows_above == count
    assert plan.is_doubtful
    assert read_head(path, plan.table).columns == ("name", "lat", "lon", "persons")
    assert spots(layer) == [(69.4, 53.3), (57.2, 50.3)]
    assert [column.name for column in layer.columns] == ["name", "persons"]
    assert layer.columns[1].values.tolist() == [147, 560]
    assert f"towns.csv: {count} rows above the names of the columns are passed over" in layer.notices


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("name;geom", "Kokshetau;POINT (69.4 53.3)"),
        ("name;place", "Kokshetau;53.3N 69.4E"),
        ("id;широта;долгота;2019", "1;53,3;69,4;5"),
    ],
)
def test_a_title_stands_above_any_kind_of_place(tmp_path, header, row):
    path = write(tmp_path, f"Towns of Kazakhstan\n\n{header}\n{row}\n")

    (layer,) = read_layers(path)

    assert guess_table(path).rows_above == 1
    assert spots(layer) == [(69.4, 53.3)]


def test_names_of_two_rows_are_found_by_those_of_the_coordinates(tmp_path):
    path = write(tmp_path, "town,coordinates,,persons\n,lat,lon,2026\nKokshetau,53.3,69.4,147\n")

    (layer,) = read_layers(path)

    assert spots(layer) == [(69.4, 53.3)]
    assert len(layer) == 1


def test_a_title_above_columns_that_nobody_knows_is_passed_over_in_the_preview(tmp_path):
    path = write(tmp_path, "Towns of Kazakhstan\n\nname;easting;northing\nKokshetau;526650;5904871\n")

    form = guess_table(path)

    assert (form.rows_above, form.separator, form.has_place) == (1, ";", False)
    assert read_head(path, form).rows == (("Kokshetau", "526650", "5904871"),)


def test_titles_that_outnumber_the_rows_leave_the_separator(tmp_path):
    path = write(tmp_path, "Towns\nof Kazakhstan\nin 2026\nname;lat;lon\nKokshetau;53,3;69,4\n")

    (layer,) = read_layers(path)

    assert spots(layer) == [(69.4, 53.3)]
