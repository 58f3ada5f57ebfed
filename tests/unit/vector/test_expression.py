"""Rows are chosen by SQL expressions, which can read columns and do nothing else."""

import numpy as np
import pytest
import shapely

from infromap.errors import VectorError
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source
from infromap.vector.expression import quote_column, select_rows
from layers import make_layer

ROWS = make_layer(
    [(60, 45), (61, 45), (62, 45)],
    name=["Almaty", "АЛМАТЫ қаласы", None],
    pop=[1, 20, 300],
    share=[0.5, None, 2.0],
    open=[True, False, None],
    **{'odd "name"': ["a", "b", "c"]},
)


def chosen(expression, layer=ROWS):
    return np.flatnonzero(select_rows(layer, expression)).tolist()


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("pop > 10", [1, 2]),
        ("POP > 10 AND name IS NOT NULL", [1]),
        ("share IS NULL", [1]),
        ("share > 0", [0, 2]),
        ("open", [0]),
        ("NOT open", [1]),
        ("name LIKE '%алматы%'", [1]),
        ("name LIKE '_ЛМ_ТЫ%'", [1]),
        ("name LIKE 'almaty'", [0]),
        ("name LIKE 'Алматы'", []),
        ("name LIKE 'АЛМАТЫ !%' ESCAPE '!'", []),
        ("name LIKE 'алматы !қ%' ESCAPE '!'", [1]),
        ("name LIKE '%!_%' ESCAPE '!'", []),
        ("name = 'алматы ҚАЛАСЫ' COLLATE NOCASE", [1]),
        ("name COLLATE NOCASE < 'АЛМАТЫ'", [0]),
        ("name LIKE '%а%а%а%сы'", [1]),
        ("lower(name) = 'алматы қаласы'", [1]),
        ("name IN ('Almaty', 'it''s')", [0]),
        ('"odd ""name""" = \'b\'', [1]),
        ("iif(pop > 10, 1, 0) -- a remark", [1, 2]),
        ("0", []),
    ],
)
def test_an_expression_chooses_rows(expression, rows):
    assert chosen(expression) == rows


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("nmae = 1", "no column 'nmae'"),
        ('"nmae" = 1', "no column 'nmae'"),
        ("[nmae] = 1", "no column 'nmae'"),
        ("pop = = 3", "at '='"),
        ("pop FOO 3", "at 'FOO' (letter 5)"),
        ("pop >", "not complete"),
        ("(pop", "not complete"),
        ("name = 'x", "quotation mark"),
        ("pop > ?", "write the value itself"),
        ("", "letters"),
        ("1 + " * 5_000 + "1", "letters"),
    ],
)
def test_a_fault_is_told_in_one_line_with_the_columns(expression, told):
    with pytest.raises(VectorError) as caught:
        select_rows(ROWS, expression)

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert told == "letters" or "columns: name, pop, share" in str(caught.value)


@pytest.mark.parametrize(
    "expression",
    [
        "pop IN (SELECT 1)",
        "(SELECT count(*) FROM rows a, rows b, rows c) > 0",
        "1) FROM rows; DROP TABLE rows --",
        "1) UNION SELECT (1",
        "1), (1",
        "1) FROM rows /*",
        "load_extension('x')",
        "readfile('/etc/passwd') IS NULL",
        "writefile('/tmp/x', 'x')",
        "randomblob(1000000000) IS NULL",
        "printf('%.*c', 1000000000, 'x') IS NULL",
        "sum(pop) > 1",
        "row_number() OVER () > 1",
        "EXISTS (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0)",
        "name LIKE '%" + "a%" * 400 + "'",
    ],
)
def test_nothing_but_reading_columns_is_done(expression):
    with pytest.raises(VectorError):
        select_rows(ROWS, expression)


def test_work_without_end_is_ended(monkeypatch):
    monkeypatch.setattr("infromap.vector.expression._STEPS_AT_LEAST", 0)
    monkeypatch.setattr("infromap.vector.expression._STEP", 10)

    with pytest.raises(VectorError, match="too long"):
        select_rows(ROWS, " AND ".join(["pop > 0"] * 100))


@pytest.mark.parametrize(
    "so_often", [1, 70]
)  # choosing alone asks some forty times, the reading of the columns before it too
def test_work_that_nobody_wants_any_more_is_ended(so_often):
    layer = make_layer([(60, 45)] * 40_000, pop=list(range(40_000)))
    asked = []

    with pytest.raises(VectorError):
        select_rows(
            layer, "pop > 10 AND pop < 1000", is_wanted=lambda: bool(asked.append(None)) or len(asked) < so_often
        )

    assert len(asked) == so_often


def test_awkward_layers_can_be_filtered():
    values = np.array([1, 2**64 - 1, 7], dtype=np.uint64)
    columns = (
        Column(name="big", type=ColumnType.INTEGER, values=values),
        Column(name="BIG", type=ColumnType.INTEGER, values=np.array([0, 0, 0])),
        Column(name="half \ud800", type=ColumnType.TEXT, values=np.array(["\ud800", "b", None], dtype=object)),
        Column(name="when", type=ColumnType.DATE, values=np.array(["2026-01-01", "2025-01-01", None], dtype=object)),
    )
    layer = Layer(id="x", name="x", geometry=shapely.points([[0, 0]] * 3), columns=columns, source=Source(name="x"))
    bare = make_layer([(60, 45), (61, 45)])

    assert chosen("big > 5", layer) == [1, 2]
    assert chosen(f"{quote_column('half ?')} = 'b'", layer) == [1]
    assert chosen("\"when\" < '2026'", layer) == [1]
    assert chosen("1 = 1", bare) == [0, 1]
    assert chosen("1 = 1", make_layer([])) == []
