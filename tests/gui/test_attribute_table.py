"""The attribute table alone: a million rows, sorting, searching, copying; real keys and clicks."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from infromap.compose import compose_layers
from infromap.gui.panels.spoken import language_locale
from infromap.gui.table.attribute_table import AttributeTable
from infromap.gui.table.rows_model import RowsModel
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Source
from layers import make_layer

pytestmark = pytest.mark.qt

BACKGROUND, FOREGROUND = Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole
TOWNS = make_layer(
    [(69.4, 53.3), (71.4, 51.1), (76.9, 43.2), None],
    name=["town 10", "Town 2", "<b>bold</b> & co", None],
    people=[1_234_567, 2026, None, 5],
    share=[0.5, None, 12.25, -3.0],
)


def make_table(qtbot, *layers, language="en"):
    table = AttributeTable(language)
    qtbot.addWidget(table)
    table.resize(1000, 400)
    table.show_document(compose_layers(layers))
    with qtbot.waitActive(table):  # keys are for the window in front
        table.show()
    return table


@pytest.fixture
def table(qtbot):
    return make_table(qtbot, TOWNS)


def shown(table, column=0):
    model = table.view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_row(qtbot, table, row, modifier=Qt.KeyboardModifier.NoModifier, column=0):
    view = table.view
    where = view.visualRect(view.model().index(row, column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def click_header(qtbot, table, column):
    header = table.view.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(column) + 30, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def big_layer(rows):
    numbers = np.arange(rows)
    texts = np.array([f"row {number}" for number in numbers[::-1]], dtype=object)
    return Layer(
        id="big",
        name="big.gpkg",
        geometry=np.full(rows, None, dtype=object),
        columns=(
            Column(name="number", type=ColumnType.INTEGER, values=numbers % 1000),
            Column(name="text", type=ColumnType.TEXT, values=texts),
        ),
        source=Source(name="big.gpkg"),
    )


def test_a_million_rows_are_scrolled_sorted_and_searched(qtbot):
    table = make_table(qtbot, big_layer(1_000_000))
    view = table.view

    view.scrollToBottom()
    assert view.indexAt(view.viewport().rect().bottomLeft() - QPoint(0, 30)).row() > 999_980
    assert view.model().index(999_999, 1).data() == "row 0"

    click_header(qtbot, table, 1)
    qtbot.waitUntil(lambda: shown_at(view, 0) == "row 0", timeout=120_000)
    assert [shown_at(view, row) for row in (2, 10, 999_999)] == ["row 2", "row 10", "row 999999"]

    qtbot.keyClicks(table.bar.search, "ROW 99999")
    qtbot.waitUntil(lambda: view.model().rowCount() == 11, timeout=120_000)
    assert shown(table, 1)[:3] == ["row 99999", "row 999990", "row 999991"]
    assert table.bar.status.text() == "11 of 1000000 row(s)"


def shown_at(view, row, column=1):
    return view.model().index(row, column).data()


def test_many_rows_are_searched_and_sorted_beside_the_window_which_tells_how_far_that_is(qtbot, gate):
    table = make_table(qtbot, big_layer(300_000))
    table.choose(table.bar.layer_box.currentData(), 299_998)  # "row 1"
    told = []
    table.bar.search.setText("row 1")
    QTest.keyClick(table.bar.search, Qt.Key.Key_Return)
    click_header(qtbot, table, 1)
    qtbot.waitUntil(table.bar.busy.isVisible, timeout=20_000)
    rows_before = table.view.model().rowCount()
    table.bar.busy.bar.valueChanged.connect(told.append)
    gate.set()

    qtbot.waitUntil(lambda: table.view.model().rowCount() == 111_111, timeout=60_000)

    assert rows_before == 300_000
    assert told == sorted(told)
    assert len(set(told)) > 5
    assert shown(table, 1)[:3] == ["row 1", "row 10", "row 11"]
    assert table.view.selected_rows().tolist() == [299_998]


def test_what_is_called_off_leaves_the_rows_and_the_fields_as_they_were(qtbot):
    table = make_table(qtbot, big_layer(100_000))
    click_header(qtbot, table, 0)
    qtbot.waitUntil(lambda: shown_at(table.view, 1, 0) == "0", timeout=60_000)
    before = table.view.rows_model.rows.tolist()
    told = table.bar.status.text()

    click_header(qtbot, table, 1)
    table.bar.search.setText("row 1")
    QTest.keyClick(table.bar.search, Qt.Key.Key_Return)
    assert table.bar.status.text() == "Sorting…"
    table.bar.busy.cancel.click()

    header = table.view.horizontalHeader()
    assert table.view.rows_model.rows.tolist() == before
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.AscendingOrder)
    assert (table.bar.search.text(), table.bar.status.text()) == ("", told)
    table.bar.search.setText("row 99998")  # nothing goes on with what was called off
    qtbot.waitUntil(lambda: table.view.model().rowCount() == 1, timeout=60_000)
    assert shown(table, 1) == ["row 99998"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "924,423 of 1,000,000 row(s) · 12,345 chosen"),
        ("ru", "924\xa0423 of 1\xa0000\xa0000 row(s) · 12\xa0345 chosen"),
    ],
)
def test_counts_have_groups_of_figures_and_ask_for_no_room(qtbot, language, told):
    QLocale.setDefault(language_locale(language))
    table = make_table(qtbot, TOWNS, language=language)
    table.bar.status.setText("")
    least = table.minimumSizeHint().width()
    table.bar.show_counts(924_423, 1_000_000, 12_345)
    assert table.bar.status.text() == told

    table.bar.status.setText(f"{told} · " * 5)
    table.resize(least, 300)
    qtbot.waitUntil(lambda: table.bar.status.toolTip() != "")
    assert table.minimumSizeHint().width() <= least + 40
    table.resize(3_000, 300)
    qtbot.waitUntil(lambda: table.bar.status.toolTip() == "")


def test_nothing_is_made_of_a_row_before_it_is_in_sight(qtbot):
    asked = []

    class CountingModel(RowsModel):
        def data(self, index, role=Qt.ItemDataRole.DisplayRole):
            asked.append(index.row())
            return super().data(index, role)

    table = make_table(qtbot, TOWNS)
    table.view.show_model(CountingModel(big_layer(200_000), language_locale("en"), table.view))
    qtbot.wait(50)

    assert asked
    assert len(set(asked)) < 200


def test_choosing_all_asks_nothing_of_each_row(qtbot):
    asked = []

    class CountingModel(RowsModel):
        def flags(self, index):
            asked.append(index.row())
            return super().flags(index)

    table = make_table(qtbot, TOWNS)
    table.view.show_model(CountingModel(big_layer(20_000), language_locale("en"), table.view))
    qtbot.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.view.horizontalHeader().viewport().repaint()
    qtbot.wait(50)

    assert len(table.view.selected_rows()) == 20_000
    assert len(set(asked)) < 200


def has_mark(view, row):
    """Tell whether a row of the table looks chosen though Qt's selection does not have it."""
    ground, text = (view.model().index(row, 0).data(role) for role in (BACKGROUND, FOREGROUND))
    assert (ground is None) == (text is None)
    return ground == QGuiApplication.palette().highlight()


def test_thousands_of_rows_that_lie_apart_stay_chosen_without_a_range_of_qts_for_each(qtbot):
    table = make_table(qtbot, big_layer(50_000))
    told = []
    table.rows_chosen.connect(lambda _, rows: told.append(rows.tolist()))
    sevens = [row for row in range(50_000) if "7" in str(49_999 - row)]
    table.bar.search.setText("7")
    table.bar.column_box.setCurrentIndex(2)
    qtbot.waitUntil(lambda: table.view.model().rowCount() == len(sevens))
    qtbot.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(told) == 1)

    table.bar.search.clear()
    qtbot.waitUntil(lambda: table.view.model().rowCount() == 50_000)
    assert table.view.selected_rows().tolist() == sevens
    assert len(table.view.selectionModel().selection()) < 10
    assert [row for row in range(100) if has_mark(table.view, row)] == sevens[: sum(row < 100 for row in sevens)]
    assert "chosen" in table.bar.status.text()
    assert told == [sevens]

    click_row(qtbot, table, 3)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == [3]
    assert table.view.selected_rows().tolist() == [3]
    assert not any(has_mark(table.view, row) for row in range(100))


def test_the_model_keeps_qts_rules(qtbot):
    model = RowsModel(TOWNS, language_locale("en"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_rows(np.array([2, 0]))

    assert (tester.model(), model.rowCount()) == (model, 2)


def test_a_click_on_the_header_sorts_up_down_and_back(qtbot, table):
    click_header(qtbot, table, 0)
    assert shown(table) == ["<b>bold</b> & co", "Town 2", "town 10", ""]
    assert table.view.horizontalHeader().sortIndicatorSection() == 0

    click_header(qtbot, table, 0)
    assert shown(table) == ["town 10", "Town 2", "<b>bold</b> & co", ""]

    click_header(qtbot, table, 0)
    assert shown(table) == ["town 10", "Town 2", "<b>bold</b> & co", ""]
    assert table.view.horizontalHeader().sortIndicatorSection() == -1
    assert [table.view.model().headerData(row, Qt.Orientation.Vertical) for row in range(4)] == ["1", "2", "3", "4"]


def test_kazakh_letters_have_their_place_in_the_alphabet(qtbot):
    places = make_layer([None] * 4, name=["Бал", "Әлем", "Яблоко", "Ана"])
    table = make_table(qtbot, places, language="kk")

    click_header(qtbot, table, 0)

    assert shown(table) == ["Ана", "Әлем", "Бал", "Яблоко"]


def test_the_filter_takes_text_comparisons_and_one_column(qtbot, table):
    qtbot.keyClicks(table.bar.search, ">1000")
    qtbot.keyClick(table.bar.search, Qt.Key.Key_Return)
    assert shown(table) == ["town 10", "Town 2"]

    table.bar.search.clear()
    qtbot.keyClicks(table.bar.search, "2")
    table.bar.column_box.setCurrentIndex(1)
    assert shown(table) == ["Town 2"]
    assert table.bar.status.text() == "1 of 4 row(s)"


def test_the_choice_stays_when_rows_are_sorted_and_goes_with_those_that_are_hidden(qtbot, table):
    click_row(qtbot, table, 0)
    click_row(qtbot, table, 1, Qt.KeyboardModifier.ControlModifier)

    click_header(qtbot, table, 0)
    assert sorted(table.view.selected_rows().tolist()) == [0, 1]

    with qtbot.waitSignal(table.rows_chosen) as told:
        qtbot.keyClicks(table.bar.search, "town 2")
        qtbot.keyClick(table.bar.search, Qt.Key.Key_Return)
    assert told.args[1].tolist() == [1]


def test_only_the_chosen_rows_are_shown_on_request(qtbot, table):
    assert not table.bar.only_chosen.isEnabled()
    click_row(qtbot, table, 0)
    click_row(qtbot, table, 2, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(table.bar.only_chosen.isEnabled)
    qtbot.mouseClick(table.bar.only_chosen, Qt.MouseButton.LeftButton)
    assert shown(table) == ["town 10", "<b>bold</b> & co"]
    assert len(table.view.selected_rows()) == 2

    qtbot.mouseClick(table.bar.only_chosen, Qt.MouseButton.LeftButton)
    assert len(shown(table)) == 4


def test_chosen_rows_are_told_once_however_many_they_are(qtbot, table):
    told = []
    table.rows_chosen.connect(lambda layer_id, rows: told.append((layer_id, rows.tolist())))
    click_row(qtbot, table, 0)
    qtbot.waitUntil(lambda: len(told) == 1)

    qtbot.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.wait(50)

    assert told == [("layer-1", [0]), ("layer-1", [0, 1, 2, 3])]


def test_a_row_that_is_chosen_elsewhere_is_marked_and_in_sight_and_nobody_is_told(qtbot):
    table = make_table(qtbot, TOWNS, big_layer(5_000))
    told = []
    table.rows_chosen.connect(lambda *args: told.append(args))

    table.choose("layer-2", 4_000)
    qtbot.wait(50)

    assert table.bar.layer_box.currentText() == "big.gpkg (5000)"
    assert table.view.selected_rows().tolist() == [4_000]
    assert table.view.visualRect(table.view.currentIndex()).intersects(table.view.viewport().rect())
    assert told == []


def test_a_chosen_row_that_the_filter_hides_is_told(qtbot, table):
    qtbot.keyClicks(table.bar.search, "bold")
    qtbot.keyClick(table.bar.search, Qt.Key.Key_Return)

    table.choose("layer-1", 0)

    assert table.view.selected_rows().tolist() == []
    assert "not among those shown" in table.bar.status.text()


def test_a_choice_made_while_the_table_is_hidden_is_there_when_it_opens(qtbot):
    table = AttributeTable()
    qtbot.addWidget(table)
    table.show_document(compose_layers([TOWNS]))
    table.choose("layer-1", 2)
    assert table.view.model() is None  # nothing is made of it before

    table.show()

    assert table.view.selected_rows().tolist() == [2]


def test_rows_are_copied_by_key_with_their_shown_columns_in_their_order(qtbot, table):
    table.view.hideColumn(1)
    table.view.horizontalHeader().moveSection(2, 0)
    click_row(qtbot, table, 0)
    QGuiApplication.clipboard().clear()

    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")

    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), dialect="excel-tab"))
    assert rows == [["share", "name"], ["0.5", "town 10"]]


def test_a_cell_is_copied_as_a_file_has_it(qtbot, table):
    click_row(qtbot, table, 0, column=1)

    table.row_actions.copy_cell.trigger()

    assert table.view.currentIndex().data() == "1,234,567"
    assert QGuiApplication.clipboard().text() == "1234567"


def test_rows_are_copied_as_geojson(qtbot, table):
    click_row(qtbot, table, 1)
    QGuiApplication.clipboard().clear()

    table.row_actions.copy_geojson.trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")

    feature = json.loads(QGuiApplication.clipboard().text())["features"][0]
    assert feature["geometry"]["coordinates"] == [71.4, 51.1]


@pytest.mark.parametrize(
    ("language", "people", "share"), [("en", "1,234,567", "12.25"), ("ru", "1\xa0234\xa0567", "12,25")]
)
def test_numbers_are_written_as_the_language_writes_them(qtbot, language, people, share):
    table = make_table(qtbot, TOWNS, language=language)

    assert shown(table, 1)[:2] == [people, "2026"]
    assert shown(table, 2)[2] == share


def test_hostile_text_stays_text_on_one_line_and_in_the_tool_tip(qtbot):
    evil = "<img src=x onerror=alert(1)>\n<b>second line</b>" + "x" * 5_000
    table = make_table(qtbot, make_layer([None], name=[evil]))
    index = table.view.model().index(0, 0)

    assert index.data().startswith("<img src=x onerror=alert(1)> <b>second line</b>xxx")
    assert len(index.data()) == 300
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img src=x onerror=alert(1)&gt;<br>&lt;b&gt;second" in tip
    assert len(tip) < 2_200


def test_columns_are_hidden_and_shown_by_the_menu_of_the_header(qtbot, table):
    menu = table.view.column_menu(1)
    next(action for action in menu.actions() if action.text() == "&Hide Column").trigger()
    assert [column.name for column in table.view.shown_columns()] == ["name", "share"]

    menu = table.view.column_menu(0)
    people = next(action for action in menu.actions() if action.text() == "people")
    assert people.isCheckable()
    assert not people.isChecked()
    people.trigger()
    assert len(table.view.shown_columns()) == 3


def test_the_last_column_cannot_be_hidden(qtbot, table):
    table.view.hideColumn(1)
    table.view.hideColumn(2)

    menu = table.view.column_menu(0)

    assert not next(action for action in menu.actions() if action.text() == "&Hide Column").isEnabled()
    assert not next(action for action in menu.actions() if action.text() == "name").isEnabled()


def figures(table):
    items = [table.statistics.topLevelItem(number) for number in range(table.statistics.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items}


def test_figures_follow_the_column_and_the_filter(qtbot, table):
    qtbot.mouseClick(table.bar.show_statistics, Qt.MouseButton.LeftButton)
    click_row(qtbot, table, 0, column=2)
    qtbot.waitUntil(lambda: figures(table).get("Mean") == "3.25")
    assert table.statistics.headerItem().text(0) == "share"
    assert figures(table)["Empty"] == "1"
    assert figures(table)["Largest"] == "12.25"

    qtbot.keyClicks(table.bar.search, "town 10")
    qtbot.keyClick(table.bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: figures(table).get("Mean") == "0.5")

    click_row(qtbot, table, 0, column=0)
    qtbot.waitUntil(lambda: figures(table).get("Most frequent") == "How often")
    assert figures(table)["town 10"] == "1"


def test_another_colour_of_a_layer_leaves_the_table_as_it_is(qtbot, table):
    click_header(qtbot, table, 0)
    with qtbot.waitSignal(table.rows_chosen):
        click_row(qtbot, table, 0)
    document = compose_layers([TOWNS])
    painted = replace(document.layers[0], style=replace(document.layers[0].style, colour="#000000"))

    table.show_document(replace(document, layers=(painted,)))

    assert shown(table) == ["<b>bold</b> & co", "Town 2", "town 10", ""]
    assert table.view.selected_rows().tolist() == [2]


def test_an_empty_window_says_what_to_do(qtbot):
    table = AttributeTable()
    qtbot.addWidget(table)
    table.show()

    assert table.empty.isVisible()
    assert "Open an article" in table.empty.text()
    assert not table.view.isVisible()


def test_the_tab_key_leaves_the_rows(qtbot, table):
    table.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(table.view.hasFocus)

    qtbot.keyClick(table.view, Qt.Key.Key_Backtab)

    assert not table.view.hasFocus()
