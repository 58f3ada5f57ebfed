"""The Layers panel: what is done in it, by mouse and keys, is seen on the map and can be undone."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel

from infromap.compose import compose_layers, settle_layers
from infromap.gui.layers.class_words import write_class
from infromap.gui.layers.filter_dialog import FilterDialog
from infromap.gui.layers.layers_panel import LayersPanel
from infromap.gui.layers.style_dialog import StyleDialog
from infromap.model.layer import Column, ColumnType, RowFilter
from infromap.model.layer_style import ClassMethod
from infromap.render.layer_signs import LegendEntry
from layers import make_layer

pytestmark = pytest.mark.qt

LEGEND = "[...document.querySelectorAll('.legend .row-entry > label')].map((each) => each.textContent).join('|')"
ORDER = "window.infromapPage.layerOrder.map((layer) => `${layer.name}${layer.isVisible ? '' : ' hidden'}`).join('|')"


@pytest.fixture
def mapped(qtbot, window):
    """Return the window with two layers on the brief's map."""
    wells = make_layer(
        [(60 + i, 45) for i in range(6)],
        "wells.gpkg",
        name=[f"Well {i}" for i in range(6)],
        depth=[1.0, 2.0, 3.0, 4.0, 5.0, None],
        kind=["oil", "gas", "oil", "oil", None, "gas"],
    )
    roads = make_layer(["LINESTRING (60 48, 70 48)"], "roads.fgb", name=["M1"])
    layers = settle_layers([wells, roads])
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.open_map.change(replace(window.open_map.state, layers=layers), lambda: "Add layers")
    return window


@pytest.fixture
def on_page(qtbot, ask):
    """Return a function that waits until an expression has a value in the page."""

    def wait(window, code, value):
        seen = [None]

        def is_so():
            seen[0] = ask(window.map, code)
            return seen[0] == value

        try:
            qtbot.waitUntil(is_so, timeout=20_000)
        except Exception as error:
            raise AssertionError(f"{seen[0]!r} instead of {value!r}") from error

    return wait


def rows_of(window):
    tree = window.layering.panel.tree
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.checkState(0) == Qt.CheckState.Checked) for item in items]


def item_of(window, name):
    tree = window.layering.panel.tree
    return next(item for item in map(tree.topLevelItem, range(tree.topLevelItemCount())) if item.text(0) == name)


def place_of(window, name):
    return window.layering.panel.tree.visualItemRect(item_of(window, name))


def click_box(window, name):
    """Click the check box of an item."""
    tree, box = window.layering.panel.tree, place_of(window, name)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 9, box.center().y()))


def choose(window, name):
    tree = window.layering.panel.tree
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place_of(window, name).center())


def dialog_of(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


def press(dialog, button):
    box = dialog.findChild(QDialogButtonBox)
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def test_it_lists_what_lies_on_the_map_from_top_to_bottom(mapped):
    assert rows_of(mapped) == [
        ("Projects", "5", True),
        ("roads.fgb", "1", True),
        ("wells.gpkg", "6", True),
        ("Base map: built-in", "", False),
    ]
    assert not mapped.layering.panel.empty.isVisible()


def test_it_says_how_a_layer_comes_onto_a_map_without_any(window):
    assert window.layering.panel.empty.isVisible()
    assert "GIS file" in window.layering.panel.empty.text()
    assert not window.commands["layer_style"].isEnabled()


def test_a_box_takes_a_layer_off_the_map_and_undo_puts_it_back(mapped, on_page):
    page = mapped.map.page()
    click_box(mapped, "roads.fgb")
    on_page(mapped, ORDER, "wells.gpkg|roads.fgb hidden")
    undo = mapped.commands["undo"].text()

    mapped.commands["undo"].trigger()

    on_page(mapped, ORDER, "wells.gpkg|roads.fgb")
    assert undo == "Undo Hide roads.fgb"
    assert item_of(mapped, "roads.fgb").checkState(0) == Qt.CheckState.Checked
    assert mapped.map.page() is page


def test_the_projects_can_be_hidden(mapped, on_page):
    badges = "[...document.querySelectorAll('#map .badge')].filter((each) => !each.closest('.is-out')).length"
    on_page(mapped, badges, 4)

    click_box(mapped, "Projects")

    on_page(mapped, badges, 0)
    assert not mapped.document.are_projects_shown


def test_the_projects_of_a_map_without_layers_can_be_hidden_as_well(window, on_page):
    said = []
    window.map.page().console_message.connect(said.append)

    window.layering.show_layer("projects", is_shown=False)
    on_page(window, "window.infromapPage.data.areProjectsShown", False)
    on_page(window, "document.querySelectorAll('#map .badge').length", 0)
    window.open_map.undo.undo()
    on_page(window, "document.querySelectorAll('#map .badge').length", 4)

    assert said == []


def test_the_page_s_own_legend_asks_the_window(mapped, on_page, ask):
    ask(mapped.map, "document.querySelectorAll('.legend .row-entry input')[1].click()")

    on_page(mapped, ORDER, "wells.gpkg|roads.fgb hidden")
    assert item_of(mapped, "roads.fgb").checkState(0) == Qt.CheckState.Unchecked
    assert mapped.commands["undo"].text() == "Undo Hide roads.fgb"


def test_a_layer_moves_down_by_keys_and_up_by_its_button(qtbot, mapped, on_page):
    choose(mapped, "roads.fgb")
    QTest.keyClick(mapped, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    on_page(mapped, ORDER, "roads.fgb|wells.gpkg")
    assert mapped.layering.panel.current == "layer-2"

    button = mapped.layering.panel.bar.widgetForAction(mapped.commands["layer_up"])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    on_page(mapped, ORDER, "wells.gpkg|roads.fgb")


def test_a_dropped_layer_has_its_new_place(mapped, on_page):
    """What Qt does when an item is dropped, without the mouse that no offscreen platform drags."""
    tree = mapped.layering.panel.tree
    tree.blockSignals(True)
    taken = tree.takeTopLevelItem(tree.indexOfTopLevelItem(item_of(mapped, "wells.gpkg")))
    tree.insertTopLevelItem(0, taken)  # above the projects, which stay on top
    tree.blockSignals(False)
    tree.reordered.emit()

    on_page(mapped, ORDER, "roads.fgb|wells.gpkg")
    assert [name for name, _, _ in rows_of(mapped)][:3] == ["Projects", "wells.gpkg", "roads.fgb"]


def test_f2_gives_another_name_and_delete_removes(qtbot, mapped, on_page):
    choose(mapped, "wells.gpkg")
    tree = mapped.layering.panel.tree
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "<b>Wells</b>")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    on_page(mapped, ORDER, "<b>Wells</b>|roads.fgb")

    assert "&lt;b&gt;" in item_of(mapped, "<b>Wells</b>").toolTip(0)
    choose(mapped, "<b>Wells</b>")
    QTest.keyClick(tree, Qt.Key.Key_Delete)

    on_page(mapped, ORDER, "roads.fgb")
    assert [layer.name for layer in mapped.document.layers] == ["roads.fgb"]
    assert "&lt;b&gt;" in item_of(mapped, "roads.fgb").toolTip(0) or "<b>" not in item_of(mapped, "roads.fgb").toolTip(
        0
    )
    mapped.commands["undo"].trigger()
    on_page(mapped, ORDER, "<b>Wells</b>|roads.fgb")


def test_a_style_by_number_is_chosen_in_its_dialog(qtbot, mapped, on_page):
    choose(mapped, "wells.gpkg")
    QTest.keyClick(mapped, Qt.Key.Key_F7)
    dialog = dialog_of(mapped, StyleDialog)
    dialog.colours.mode.setCurrentIndex(dialog.colours.mode.findText("Colours by number"))
    dialog.colours.count.setValue(2)
    qtbot.waitUntil(lambda: dialog.preview.topLevelItemCount() == 3, timeout=20_000)
    preview = [dialog.preview.topLevelItem(row).text(1) for row in range(3)]
    dialog.signs.label.setCurrentIndex(dialog.signs.label.findData("name"))
    dialog.signs.opacity.setValue(50)
    dialog.signs.size_column.setCurrentIndex(dialog.signs.size_column.findData("depth"))

    press(dialog, QDialogButtonBox.StandardButton.Ok)

    style = mapped.document.layers[0].style
    assert preview == ["3", "2", "1"]
    assert style.classes.method is ClassMethod.QUANTILES
    assert style.classes.column == "depth"
    assert (style.opacity, style.label_column, style.sizes.greatest) == (0.5, "name", 5.0)
    on_page(mapped, "window.infromapPage.layers[0].legends[0].entries.map(({ count }) => count).join()", "3,2,1")
    on_page(mapped, "window.infromapPage.layers[0].opacity", 0.5)
    children = [item_of(mapped, "wells.gpkg").child(row).text(1) for row in range(3)]
    assert children == ["3", "2", "1"]
    mapped.commands["undo"].trigger()
    on_page(mapped, "window.infromapPage.layers[0].legends.length", 0)


def test_markers_by_column_are_chosen_in_the_dialog_and_taken_back(qtbot, mapped, on_page):
    markers = "window.infromapPage.layers[0].signs.map(({ marker }) => marker).join()"
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_style"].trigger()
    dialog = dialog_of(mapped, StyleDialog)
    assert not dialog.preview.isVisible()

    dialog.signs.marker_column.setCurrentIndex(dialog.signs.marker_column.findData("kind"))
    qtbot.waitUntil(lambda: dialog.preview.topLevelItemCount() == 3, timeout=20_000)

    assert [dialog.preview.topLevelItem(row).text(0) for row in range(3)] == ["gas", "oil", "other"]
    assert not dialog.signs.marker.isVisible()
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    on_page(mapped, markers, "circle,square,cross")
    children = [item_of(mapped, "wells.gpkg").child(row) for row in range(3)]
    assert [(child.text(0), child.text(1)) for child in children] == [("gas", "2"), ("oil", "3"), ("other", "1")]
    pictures = [child.icon(0).pixmap(44, 32).toImage() for child in children]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
    mapped.commands["undo"].trigger()
    on_page(mapped, markers, "circle")
    mapped.commands["redo"].trigger()
    on_page(mapped, markers, "circle,square,cross")


def test_an_open_popup_and_its_mark_take_the_colour_and_the_name_that_the_layer_gets(qtbot, mapped, on_page):
    wells = mapped.document.layers[0]
    mapped.selection.choose_row(wells.id, 2)
    on_page(mapped, "document.querySelector('.row-popup h2').textContent", "Well 2")
    restyled = replace(wells, name="Bores", style=replace(wells.style, colour="#123456"))

    mapped.open_map.change(
        replace(mapped.open_map.state, layers=(restyled, *mapped.document.layers[1:])), lambda: "Restyle"
    )

    sign = "document.querySelector('.row-popup header').firstElementChild"
    on_page(mapped, f"{sign}.style.getPropertyValue('--kind')", "#123456")
    on_page(mapped, "getComputedStyle(document.querySelector('.row-ring')).borderTopColor", "rgb(18, 52, 86)")
    on_page(mapped, "document.querySelector('.row-popup footer span').textContent", "Bores")
    on_page(mapped, "document.querySelectorAll('.row-choice').length", 1)
    assert mapped.selection.row == 2
    mapped.commands["undo"].trigger()
    on_page(mapped, "document.querySelector('.row-popup footer span').textContent", "wells.gpkg")


def test_classes_of_many_rows_are_made_and_counted_beside_the_window(qtbot, window, gate):
    kinds = np.array(["oil", "gas", "water"], dtype=object)[np.arange(300_000) % 3]
    layer = replace(
        make_layer([(60, 45)], "wells.gpkg", kind=["oil"]),
        geometry=np.full(len(kinds), shapely.Point(60, 45), dtype=object),
        columns=(Column(name="kind", type=ColumnType.TEXT, values=kinds),),
    )
    dialog = StyleDialog(layer, window)
    dialog.open()
    panel = LayersPanel()
    qtbot.addWidget(panel)

    dialog.colours.mode.setCurrentIndex(dialog.colours.mode.findText("A colour for each category"))
    classes_at_once = dialog.preview.topLevelItemCount()
    gate.set()
    qtbot.waitUntil(lambda: dialog.preview.topLevelItemCount() == 3, timeout=60_000)
    gate.clear()
    dialog.signs.marker_column.setCurrentIndex(dialog.signs.marker_column.findData("kind"))
    markers_at_once = dialog.style_wanted.markers
    gate.set()
    qtbot.waitUntil(lambda: dialog.style_wanted.markers is not None, timeout=60_000)
    gate.clear()
    panel.show_document(compose_layers([replace(layer, style=dialog.style_wanted)]), "built-in")
    counted_at_once = panel.tree.topLevelItem(0).childCount()
    gate.set()
    qtbot.waitUntil(lambda: panel.tree.topLevelItem(0).childCount() == 3, timeout=60_000)
    dialog.reject()

    assert (classes_at_once, markers_at_once, counted_at_once) == (0, None, 0)
    assert [panel.tree.topLevelItem(0).child(row).text(1) for row in range(3)] == ["100000"] * 3


def test_the_symbol_of_a_layer_keeps_its_colours_when_it_is_chosen(mapped):
    icon = item_of(mapped, "roads.fgb").icon(0)

    plain, chosen = (icon.pixmap(44, 32, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert plain.pixelColor(22, 16).alpha() == 255
    assert chosen == plain


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (1_799_421.7, 3_882_514.0, "1,799,420 – 3,882,510"),
        (0.00001234, 0.5, "0.00001234 – 0.5"),
        (-12.3456789, 1e18, "-12.3457 – 1e+18"),
        (7.0, 7.0, "7"),
    ],
)
def test_classes_are_told_in_plain_figures(low, high, told):
    QLocale.setDefault(QLocale("en_GB"))

    assert write_class(LegendEntry(colour="#000000", count=1, low=low, high=high)) == told


def test_a_dialog_that_grows_stays_on_the_screen(qtbot, mapped):
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_style"].trigger()
    dialog = dialog_of(mapped, StyleDialog)
    screen = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), screen.bottom() - dialog.height() - 5)

    dialog.colours.mode.setCurrentIndex(dialog.colours.mode.findText("Colours by number"))

    assert dialog.frameGeometry().bottom() <= screen.bottom()
    assert dialog.y() >= screen.top()


def test_all_points_have_the_marker_that_is_chosen(qtbot, mapped, on_page):
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_style"].trigger()
    dialog = dialog_of(mapped, StyleDialog)
    dialog.signs.marker.setCurrentIndex(dialog.signs.marker.findText("Diamond"))
    press(dialog, QDialogButtonBox.StandardButton.Ok)

    on_page(mapped, "window.infromapPage.layers[0].signs.map(({ marker }) => marker).join()", "diamond")
    on_page(mapped, "document.querySelectorAll('.legend .row-sign.is-diamond').length", 1)


def test_a_class_has_the_colour_that_its_user_gives_it(qtbot, mapped, on_page, monkeypatch):
    monkeypatch.setattr("infromap.gui.layers.style_dialog.QColorDialog.getColor", lambda *_: QColor("#123456"))
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_style"].trigger()
    dialog = dialog_of(mapped, StyleDialog)
    dialog.colours.mode.setCurrentIndex(dialog.colours.mode.findText("A colour for each category"))
    dialog.colours.column.setCurrentIndex(dialog.colours.column.findData("kind"))
    qtbot.waitUntil(lambda: dialog.preview.topLevelItemCount() == 3, timeout=20_000)

    dialog.preview.itemActivated.emit(dialog.preview.topLevelItem(1), 0)
    press(dialog, QDialogButtonBox.StandardButton.Ok)

    classes = mapped.document.layers[0].style.classes
    assert classes.categories == ("gas", "oil")
    assert classes.colours[1] == "#123456"
    on_page(mapped, "window.infromapPage.layers[0].signs[1].colour", "#123456")


def test_a_filter_says_what_it_leaves_and_what_is_wrong(qtbot, mapped, on_page):
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_filter"].trigger()
    dialog = dialog_of(mapped, FilterDialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.keyClicks(dialog.expression, "dephth > 2")
    qtbot.waitUntil(lambda: "no column 'dephth'" in dialog.answer.text(), timeout=20_000)
    assert not ok.isEnabled()

    dialog.expression.clear()
    dialog.columns.setCurrentRow(1)
    dialog.columns.itemActivated.emit(dialog.columns.currentItem())
    QTest.keyClicks(dialog.expression, "> 2")
    qtbot.waitUntil(lambda: "3 of 6" in dialog.answer.text(), timeout=20_000)
    press(dialog, QDialogButtonBox.StandardButton.Ok)

    assert mapped.document.layers[0].filter.expression == '"depth" > 2'
    assert ("wells.gpkg", "3", True) in rows_of(mapped)
    mark = item_of(mapped, "wells.gpkg").child(0)
    assert (mark.text(0), mark.text(1)) == ('filtered: "depth" > 2', "of 6")
    on_page(mapped, "[0, 1, 2, 3, 4, 5].filter((row) => window.infromapPage.layers[0].isShown(row)).join()", "2,3,4")
    mapped.commands["layer_filter"].trigger()
    press(dialog_of(mapped, FilterDialog), QDialogButtonBox.StandardButton.Reset)
    press(dialog_of(mapped, FilterDialog), QDialogButtonBox.StandardButton.Ok)
    on_page(mapped, "window.infromapPage.layers[0].isShown(0)", True)
    assert mapped.document.layers[0].filter is None


def test_a_cancelled_dialog_changes_nothing(mapped):
    before = mapped.open_map.state
    choose(mapped, "wells.gpkg")
    for name, kind in (("layer_style", StyleDialog), ("layer_filter", FilterDialog)):
        mapped.commands[name].trigger()
        press(dialog_of(mapped, kind), QDialogButtonBox.StandardButton.Cancel)

    assert mapped.open_map.state is before


def test_zoom_to_a_layer_shows_its_rows(mapped, on_page):
    choose(mapped, "roads.fgb")

    mapped.commands["layer_zoom"].trigger()

    on_page(mapped, "Math.round(window.infromap.map.getCenter().lng)", 65)
    on_page(mapped, "((box) => box.getWest() > 55 && box.getEast() < 75)(window.infromap.map.getBounds())", True)


def test_zoom_to_a_layer_shows_no_more_than_its_filter_leaves(mapped, on_page):
    choose(mapped, "wells.gpkg")
    wells = mapped.open_map.state.layers[0]
    mask = np.array([False] * 4 + [True, False])
    filtered = replace(wells, filter=RowFilter(expression="depth = 5", mask=mask))
    layers = (filtered, *mapped.open_map.state.layers[1:])
    mapped.open_map.change(replace(mapped.open_map.state, layers=layers), lambda: "Filter")

    mapped.commands["layer_zoom"].trigger()

    on_page(mapped, "Math.round(window.infromap.map.getCenter().lng * 10) / 10", 64)


def test_the_attribute_table_shows_the_chosen_layer(mapped):
    choose(mapped, "wells.gpkg")

    mapped.commands["layer_table"].trigger()

    assert mapped.table.isVisible()
    assert mapped.table.bar.layer_box.currentData() == "layer-1"
    mapped.commands["layer_table"].trigger()
    assert mapped.table.isVisible()


def test_f6_shows_the_rows_of_the_layer_that_is_marked(qtbot, mapped):
    choose(mapped, "wells.gpkg")

    QTest.keyClick(mapped, Qt.Key.Key_F6)
    qtbot.waitUntil(mapped.table.isVisible)

    assert mapped.table.bar.layer_box.currentData() == "layer-1"


def test_f6_shows_the_projects_where_these_are_marked_or_chosen(qtbot, mapped):
    choose(mapped, "Projects")
    QTest.keyClick(mapped, Qt.Key.Key_F6)
    qtbot.waitUntil(mapped.table.isVisible)
    of_mark = mapped.table.bar.layer_box.currentData()
    QTest.keyClick(mapped, Qt.Key.Key_F6)
    mapped.select_feature(mapped.document.features[1].id)
    choose(mapped, "wells.gpkg")
    QTest.keyClick(mapped, Qt.Key.Key_F6)
    qtbot.waitUntil(mapped.table.isVisible)

    assert of_mark == mapped.table.bar.layer_box.currentData() == "projects"
    assert mapped.table.view.selected_rows().tolist() == [1]


def test_the_style_of_one_colour_leaves_no_void(qtbot, mapped):
    choose(mapped, "wells.gpkg")
    mapped.commands["layer_style"].trigger()
    dialog = dialog_of(mapped, StyleDialog)
    by_number = dialog.colours.mode.findText("Colours by number")
    gaps = []
    for mode in (0, by_number, 0):
        dialog.colours.mode.setCurrentIndex(mode)
        QApplication.processEvents()
        field = dialog.colours.column if mode else dialog.colours.colour
        top, bottom = (each.mapTo(dialog, QPoint(0, 0)).y() for each in (dialog.colours.mode, field))
        gaps.append(bottom - top - dialog.colours.mode.height())

    assert max(gaps) < dialog.colours.mode.height()
    assert dialog.signs.opacity.isVisible()


def test_only_a_layer_with_points_asks_for_their_size(mapped):
    asked = {}
    for name in ("wells.gpkg", "roads.fgb"):
        choose(mapped, name)
        mapped.commands["layer_style"].trigger()
        dialog = dialog_of(mapped, StyleDialog)
        asked[name] = dialog.signs.size_column.isVisible(), dialog.signs.radius_px.isVisible()
        press(dialog, QDialogButtonBox.StandardButton.Cancel)

    assert asked == {"wells.gpkg": (True, True), "roads.fgb": (False, False)}


def test_a_layer_that_is_removed_is_not_credited_any_more(mapped, on_page):
    credit = "document.querySelector('.leaflet-control-attribution').textContent.includes('wells.gpkg')"
    on_page(mapped, credit, True)
    choose(mapped, "wells.gpkg")

    mapped.commands["layer_remove"].trigger()

    on_page(mapped, credit, False)
    mapped.commands["undo"].trigger()
    on_page(mapped, credit, True)


def test_properties_tell_where_a_layer_comes_from(mapped):
    choose(mapped, "wells.gpkg")

    mapped.commands["layer_properties"].trigger()

    dialog = dialog_of(mapped, QDialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "wells.gpkg" in text
    assert "2026-11-01" in text
    dialog.close()


def test_a_look_that_is_changed_while_the_page_loads_is_on_the_page_in_the_end(qtbot, mapped, on_page):
    wells, roads = mapped.open_map.state.layers
    more = settle_layers([make_layer([(70, 50)], "more.gpkg", name=["x"])], [wells, roads])

    mapped.open_map.change(
        replace(mapped.open_map.state, layers=(wells, roads, *more)), lambda: "Add"
    )  # a page is made
    renamed = (replace(wells, name="renamed"), roads, *more)
    mapped.open_map.change(replace(mapped.open_map.state, layers=renamed), lambda: "Rename")  # and is not there yet

    on_page(mapped, ORDER, "renamed|roads.fgb|more.gpkg")


def test_the_look_is_there_again_when_the_page_s_process_dies(qtbot, mapped, on_page):
    click_box(mapped, "roads.fgb")
    on_page(mapped, ORDER, "wells.gpkg|roads.fgb hidden")

    with qtbot.waitSignal(mapped.map.painted, timeout=60_000):
        mapped.map.page().load("chrome://crash")
        mapped.map.page().renderProcessTerminated.emit(
            mapped.map.page().RenderProcessTerminationStatus.CrashedTerminationStatus, 1
        )

    on_page(mapped, ORDER, "wells.gpkg|roads.fgb hidden")


def test_an_exported_page_holds_what_is_seen(qtbot, mapped, tmp_path):
    with qtbot.waitSignal(mapped.open_map.changed, timeout=20_000):
        click_box(mapped, "roads.fgb")

    with qtbot.waitSignal(mapped.worker.finished, timeout=20_000):
        mapped.exporting.export_file(tmp_path / "map.html")

    page = (tmp_path / "map.html").read_text()
    assert "wells.gpkg" in page
    assert "roads.fgb" not in page
