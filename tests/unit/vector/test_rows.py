"""Sorting, searching and describing the rows of a layer."""

import numpy as np
import pytest

from infromap.model.layer import Column, ColumnType
from infromap.vector.search import find_rows
from infromap.vector.sorting import sort_rows
from infromap.vector.statistics import describe_column
from layers import make_column


def all_rows(column):
    return np.arange(len(column.values))


def sorted_values(column, **options):
    return [column.cell(row) for row in sort_rows(column, all_rows(column), **options).tolist()]


def found(columns, text):
    return find_rows(columns, all_rows(columns[0]), text).tolist()


@pytest.mark.parametrize(
    ("values", "rising", "falling"),
    [
        (["b", None, "a", "", "c"], ["a", "b", "c", None, ""], ["c", "b", "a", None, ""]),
        ([2.5, None, -1.0], [-1.0, 2.5, None], [2.5, -1.0, None]),
        ([3, 1, 2], [1, 2, 3], [3, 2, 1]),
        ([True, None, False], [False, True, None], [True, False, None]),
        ([None, None], [None, None], [None, None]),
        ([], [], []),
    ],
)
def test_rows_are_sorted_with_nothing_at_the_end_both_ways(values, rising, falling):
    column = make_column("any", values)

    assert sorted_values(column) == rising
    assert sorted_values(column, is_descending=True) == falling


@pytest.mark.parametrize("is_descending", [False, True])
def test_rows_with_equal_values_keep_their_order(is_descending):
    column = make_column("kind", ["x", "y", "x", "y", "x"])

    rows = sort_rows(column, np.array([4, 3, 2, 1, 0]), is_descending=is_descending).tolist()

    assert rows == ([3, 1, 4, 2, 0] if is_descending else [4, 2, 0, 3, 1])


def test_texts_are_compared_by_the_key_that_is_given():
    column = make_column("name", ["b", "C", "a", "A"])

    assert sorted_values(column, sort_key=str.casefold) == ["a", "A", "b", "C"]
    assert sorted_values(column) == ["A", "C", "a", "b"]


def test_many_different_texts_are_sorted_in_runs_and_merged():
    numbers = np.random.default_rng(5).permutation(30_000)
    column = make_column("name", [f"{number:05}" for number in numbers])

    assert sorted_values(column) == [f"{number:05}" for number in range(30_000)]


def test_dates_are_sorted_by_time():
    dates = np.array(["2026-02-09", None, "2025-12-31", "2026-02-09T08:00:00"], dtype=object)
    column = Column(name="date", type=ColumnType.DATE, values=dates)

    assert sorted_values(column) == ["2025-12-31", "2026-02-09", "2026-02-09T08:00:00", None]


NAME = make_column("name", ["Almaty", None, "almaty region", "Astana 5"])
PEOPLE = make_column("people", [2_000_000, 7, 5, 1_350_000])
SHARE = make_column("share", [0.5, None, 5.0, -2.0])
DATE = Column(
    name="date",
    type=ColumnType.DATE,
    values=np.array(["2026-02-09", "2025-01-01", None, "2026-03-01T10:00:00"], dtype=object),
)


@pytest.mark.parametrize(
    ("columns", "text", "rows"),
    [
        ([NAME], "ALMATY", [0, 2]),
        ([NAME], "  ", [0, 1, 2, 3]),
        ([NAME], "none", []),
        ([NAME, PEOPLE, SHARE], "5", [0, 2, 3]),
        ([PEOPLE], "> 5", [0, 1, 3]),
        ([PEOPLE], ">=5", [0, 1, 2, 3]),
        ([SHARE], "<0,6", [0, 3]),
        ([SHARE], "!=5", [0, 3]),
        ([SHARE], ">five", []),
        ([NAME], "=almaty", [0]),
        ([NAME], "!= almaty", [2, 3]),
        ([NAME], ">A", []),
        ([DATE], ">=2026-02", [0, 3]),
        ([DATE], "=2026", [0, 3]),
        ([DATE], "<2026-01-01", [1]),
    ],
)
def test_rows_are_found_by_text_and_by_comparison(columns, text, rows):
    assert found(columns, text) == rows


def test_rows_are_found_in_the_order_in_which_they_are_given():
    assert find_rows([NAME], np.array([3, 2, 0]), "a").tolist() == [3, 2, 0]


def test_numbers_are_described_by_their_figures():
    figures = describe_column(make_column("share", [1.0, 2.0, 2.0, None, 5.0]), np.arange(5))

    assert (figures.count, figures.empty, figures.unique) == (4, 1, 3)
    assert (figures.minimum, figures.maximum, figures.mean, figures.median) == (1.0, 5.0, 2.5, 2.0)
    assert figures.total == 10.0
    assert figures.deviation == pytest.approx(1.5)
    assert figures.most_frequent == ()


def test_texts_are_described_by_what_comes_most_often():
    figures = describe_column(make_column("kind", ["road", "road", "", None, "port"]), np.arange(5))

    assert (figures.count, figures.empty, figures.unique) == (3, 2, 2)
    assert figures.most_frequent == (("road", 2), ("port", 1))
    assert figures.mean is None


def test_only_the_rows_that_are_asked_for_are_described():
    figures = describe_column(PEOPLE, np.array([1, 2]))

    assert (figures.count, figures.total) == (2, 12.0)


def test_dates_have_a_first_and_a_last_one():
    figures = describe_column(DATE, np.arange(4))

    assert (figures.minimum, figures.maximum) == ("2025-01-01", "2026-03-01T10:00:00")


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_column_of_nothing_has_no_figures(values):
    figures = describe_column(make_column("name", values), np.arange(len(values)))

    assert (figures.count, figures.empty, figures.minimum, figures.most_frequent) == (0, len(values), None, ())


def test_infinite_numbers_break_nothing():
    figures = describe_column(make_column("share", [float("inf"), -float("inf"), 1.0]), np.arange(3))

    assert (figures.count, figures.maximum) == (3, float("inf"))
