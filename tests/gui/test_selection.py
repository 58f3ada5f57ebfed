"""Choosing a project anywhere shows it everywhere; the mouse and the keys are real."""

import json
import threading
from dataclasses import replace

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from gis_files import write_points
from infromap.model.layer import RowFilter
from layers import make_layer

pytestmark = pytest.mark.qt


def feature_of(window, kind, place=""):
    return next(
        each
        for each in window.document.features
        if each.kind == kind and (not place or place in [mention.name for mention in each.project.places])
    )


def click_element(qtbot, window, ask, code):
    """Click the middle of the element that ``code`` finds."""
    box = json.loads(
        ask(
            window.map,
            f"(() => {{ const b = ({code}).getBoundingClientRect(); "
            "return JSON.stringify([b.left + b.width / 2, b.top + b.height / 2]); })()",
        )
    )
    click_at(qtbot, window, QPoint(round(box[0]), round(box[1])))


def click_at(qtbot, window, point):
    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.LeftButton, pos=point)


def popup_title(window, ask):
    return ask(window.map, "document.querySelector('.leaflet-popup h2')?.textContent || ''")


def chosen_in_list(window):
    chosen = window.projects.tree.selectedIndexes()
    return chosen[0].data().split("\n")[0] if chosen else ""


def click_in_list(qtbot, window, feature):
    tree = window.projects.tree
    where = tree.visualRect(window.projects.model.find(feature.id)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)


def shown_words(window):
    return [each.cursor.selectedText() for each in window.article.text.extraSelections()]


def test_a_click_on_a_marker_shows_the_project_everywhere(qtbot, window, ask):
    hospital = feature_of(window, "hospital")

    with qtbot.waitSignal(window.map.feature_selected, timeout=10_000):
        click_element(
            qtbot,
            window,
            ask,
            "document.querySelector('.leaflet-marker-icon[title*=\"hospital\"]')"
            " || [...document.querySelectorAll('.leaflet-marker-icon')][0]",
        )

    assert popup_title(window, ask) == hospital.name
    assert chosen_in_list(window) == hospital.name
    assert hospital.name in window.details.text.toPlainText()
    assert shown_words(window) == [hospital.sentence.text]


def test_a_click_on_a_line_shows_its_project(qtbot, window, ask):
    road = feature_of(window, "highway", "Zhezkazgan")
    first, second = road.waypoints[0].point, road.waypoints[1].point
    middle = ((first.x * 2 + second.x) / 3, (first.y * 2 + second.y) / 3)  # clear of markers and stops

    x, y = json.loads(ask(window.map, f"JSON.stringify(window.infromap.pointOf({middle[0]}, {middle[1]}))"))
    with qtbot.waitSignal(window.map.feature_selected, timeout=10_000):
        click_at(qtbot, window, QPoint(round(x), round(y)))

    assert popup_title(window, ask) == road.name
    assert chosen_in_list(window) == road.name


def test_the_list_goes_to_the_map_and_opens_the_popup(qtbot, window, ask):
    bypass = feature_of(window, "railway")

    click_in_list(qtbot, window, bypass)
    qtbot.waitUntil(lambda: popup_title(window, ask) == bypass.name, timeout=10_000)

    assert bypass.name in window.details.text.toPlainText()
    assert shown_words(window) == [bypass.sentence.text]


ZOOM = "window.infromap.map.getZoom()"
SEEN = "window.infromap.map.getBounds().contains(L.latLng({lat}, {lon}))"


def test_the_map_goes_to_a_choice_that_it_does_not_show_and_to_no_other(qtbot, window, ask):
    hospital = feature_of(window, "hospital")
    lon, lat = hospital.geometry.x, hospital.geometry.y
    before = ask(window.map, ZOOM)

    click_in_list(qtbot, window, hospital)
    qtbot.waitUntil(lambda: popup_title(window, ask) == hospital.name, timeout=10_000)
    zoom_of_choice = ask(window.map, ZOOM)
    window.commands["zoom_selection"].trigger()
    qtbot.waitUntil(lambda: ask(window.map, ZOOM) > before, timeout=10_000)
    window.map.look_at(10, 50, 6)
    qtbot.waitUntil(lambda: not ask(window.map, SEEN.format(lon=lon, lat=lat)), timeout=10_000)
    click_in_list(qtbot, window, feature_of(window, "railway"))
    click_in_list(qtbot, window, hospital)

    assert zoom_of_choice == before
    qtbot.waitUntil(lambda: ask(window.map, SEEN.format(lon=lon, lat=lat)), timeout=10_000)


def test_the_map_goes_to_a_row_that_it_does_not_show_and_to_no_other(qtbot, window, tmp_path, ask):
    layer = show_layer(qtbot, window, tmp_path)
    window.table.bar.layer_box.setCurrentIndex(1)
    lon, lat = shapely.get_coordinates(layer.geometry[1])[0]
    window.map.look_at(lon + 2, lat, 5)
    qtbot.waitUntil(lambda: ask(window.map, ZOOM) == 5, timeout=10_000)

    click_in_table(qtbot, window, 1)
    qtbot.waitUntil(lambda: popup_title(window, ask) != "", timeout=10_000)
    zoom_of_choice = ask(window.map, ZOOM)
    window.commands["zoom_selection"].trigger()

    assert zoom_of_choice == 5
    qtbot.waitUntil(lambda: ask(window.map, ZOOM) == 10, timeout=10_000)
    click_in_table(qtbot, window, 2)  # far away
    far_lon, far_lat = shapely.get_coordinates(layer.geometry[2])[0]
    qtbot.waitUntil(lambda: ask(window.map, SEEN.format(lon=far_lon, lat=far_lat)), timeout=10_000)


def test_a_click_in_the_list_is_told_once_and_a_click_on_the_chosen_again(qtbot, window):
    hospital, bypass = feature_of(window, "hospital"), feature_of(window, "railway")
    told = []
    window.projects.feature_selected.connect(told.append)

    for feature in (hospital, bypass, bypass):
        click_in_list(qtbot, window, feature)

    assert told == [hospital.id, bypass.id, bypass.id]


def test_a_project_without_a_place_has_details_and_no_popup(qtbot, window, ask):
    plant = feature_of(window, "wind power")

    click_in_list(qtbot, window, plant)

    assert "220 MW" in window.details.text.toPlainText()
    assert "place not stated" in window.details.text.toPlainText()
    assert popup_title(window, ask) == ""


def test_a_click_on_a_marked_fact_chooses_its_project(qtbot, window, ask):
    plant = feature_of(window, "wind power")
    fact = next(quote for quote in plant.project.quotes if quote.field == "capacity")
    text = window.article.text
    window.article.show_words(fact.start, fact.end)
    where = text.cursorRect(text.cursor_over(fact.start + 1, fact.start + 1)).center()

    with qtbot.waitSignal(window.article.feature_selected, timeout=5_000):
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert chosen_in_list(window) == plant.name


def test_a_fact_in_details_leads_to_its_words(qtbot, window):
    plant = feature_of(window, "wind power")
    window.select_feature(plant.id)
    row = next(row for row in plant.article_rows if row.key == "capacity")

    window.details.text.anchorClicked.emit(f"words:{row.quote.start},{row.quote.end}")

    assert shown_words(window) == [row.quote.text]


def test_closing_the_popup_takes_the_choice_back(qtbot, window, ask):
    window.select_feature(feature_of(window, "hospital").id)
    qtbot.waitUntil(lambda: popup_title(window, ask) != "", timeout=10_000)

    qtbot.wait(600)  # the map has come to rest under the popup

    with qtbot.waitSignal(window.map.feature_selected, timeout=10_000) as told:
        click_element(qtbot, window, ask, "document.querySelector('.leaflet-popup-close-button')")

    assert told.args == [""]
    assert chosen_in_list(window) == ""


def test_the_filter_hides_what_does_not_match(qtbot, window):
    qtbot.keyClicks(window.projects.filter, "220 mw")

    shown = [each.id for each in window.document.features if window.projects.model.find(each.id).isValid()]
    assert shown == [feature_of(window, "wind power").id]
    assert window.projects.status.text() == "1 of 5"


def test_details_say_why_a_place_was_chosen_and_what_else_its_name_may_mean(window):
    road = next(feature for feature in window.document.features if len(feature.project.places) == 3)

    window.select_feature(road.id)

    details = window.details.text.toPlainText()
    assert all(each.reason in details for each in road.resolved)
    assert details.count("Why this place:") == 3
    other = next(each for each in road.resolved[1].candidates if each.place != road.resolved[1].place)
    assert other.reason in details
    assert "Not chosen:" in details


def show_layer(qtbot, window, tmp_path):
    """Put a layer of three towns onto the map, open the attribute table, and return the layer."""
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    window.commands["show_attribute_table"].trigger()
    return window.document.layers[0]


def has_its_size(window, ask):
    """Return whether the page is as large as the map is in the window, which gave room to the table."""
    return ask(window.map, "infromap.map.getSize().y") == window.map.height()


def click_in_table(qtbot, window, row, modifier=Qt.KeyboardModifier.NoModifier):
    view = window.table.view
    qtbot.waitUntil(lambda: view.viewport().height() > 60)
    where = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def chosen_in_table(window):
    return window.table.bar.layer_box.currentData(), window.table.view.selected_rows().tolist()


def test_f6_opens_and_closes_the_attribute_table(qtbot, window):
    assert not window.table.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(window.table.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: not window.table.isVisible())


def test_a_project_is_chosen_in_the_table_and_shown_everywhere(qtbot, window, ask):
    window.commands["show_attribute_table"].trigger()
    bypass = feature_of(window, "railway")

    click_in_table(qtbot, window, window.document.features.index(bypass))
    qtbot.waitUntil(lambda: popup_title(window, ask) == bypass.name, timeout=10_000)

    assert chosen_in_list(window) == bypass.name
    assert bypass.name in window.details.text.toPlainText()
    assert shown_words(window) == [bypass.sentence.text]


def test_a_project_chosen_elsewhere_is_marked_in_the_table(qtbot, window):
    window.commands["show_attribute_table"].trigger()
    plant = feature_of(window, "wind power")

    click_in_list(qtbot, window, plant)

    assert chosen_in_table(window) == ("projects", [window.document.features.index(plant)])


def test_a_row_chosen_in_the_table_is_shown_on_the_map_and_in_details_and_no_project_is(qtbot, window, tmp_path, ask):
    layer = show_layer(qtbot, window, tmp_path)
    click_in_list(qtbot, window, feature_of(window, "hospital"))
    qtbot.waitUntil(lambda: popup_title(window, ask) != "", timeout=10_000)

    window.table.bar.layer_box.setCurrentIndex(1)
    click_in_table(qtbot, window, 0)
    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)

    assert chosen_in_list(window) == ""
    assert shown_words(window) == []
    details = window.details.text.toPlainText()
    assert all(part in details for part in (layer.name, "Kokshetau", "number", layer.source.date))
    assert window.commands["zoom_selection"].isEnabled()
    assert not ask(window.map, "window.infromap.selected")


def test_a_project_chosen_after_a_row_takes_the_row_back(qtbot, window, tmp_path, ask):
    show_layer(qtbot, window, tmp_path)
    window.selection.choose_row("layer-1", 0)
    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)
    bypass = feature_of(window, "railway")

    click_in_list(qtbot, window, bypass)
    qtbot.waitUntil(lambda: popup_title(window, ask) == bypass.name, timeout=10_000)
    qtbot.wait(200)  # what the page may still tell of the row

    assert (window.selection.feature, window.selection.layer) == (bypass, None)
    assert chosen_in_table(window) == ("projects", [window.document.features.index(bypass)])


def test_a_row_clicked_on_the_map_is_in_sight_in_the_table(qtbot, window, tmp_path, ask):
    layer = show_layer(qtbot, window, tmp_path)
    lon, lat = shapely.get_coordinates(layer.geometry[1])[0]  # the first one has a project over it
    qtbot.wait(300)  # the dock is open
    window.map.look_at(lon, lat, 9)
    qtbot.wait(800)  # the map has come to rest
    point = json.loads(ask(window.map, f"JSON.stringify(window.infromap.pointOf({lon}, {lat}))"))

    with qtbot.waitSignal(window.map.row_selected, timeout=10_000):
        click_at(qtbot, window, QPoint(*map(round, point)))

    assert chosen_in_table(window) == ("layer-1", [1])
    assert "towns.gpkg" in window.details.text.toPlainText()


def test_walking_fast_through_rows_ends_where_the_keys_end(qtbot, window, tmp_path, ask):
    show_layer(qtbot, window, tmp_path)
    window.table.bar.layer_box.setCurrentIndex(1)
    click_in_table(qtbot, window, 0)
    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)
    heard = []
    window.map.row_selected.connect(lambda *row: heard.append(row))

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(window.table.view, key)
    qtbot.wait(500)

    assert chosen_in_table(window) == ("layer-1", [2])
    assert window.selection.row == 2
    assert heard == []  # the page does not tell what it was told


def test_several_rows_are_marked_on_the_map_and_all_of_them_are_zoomed_to(qtbot, window, tmp_path, ask):
    show_layer(qtbot, window, tmp_path)
    window.table.bar.layer_box.setCurrentIndex(1)
    click_in_table(qtbot, window, 0)
    click_in_table(qtbot, window, 2, Qt.KeyboardModifier.ShiftModifier)
    marked = (
        "Object.values(infromap.map._layers).filter((each) => each.options.pane === 'marks' && each._latlng).length"
    )
    qtbot.waitUntil(lambda: ask(window.map, marked) == 3, timeout=10_000)
    assert popup_title(window, ask) == ""
    assert len(window.table.view.selected_rows()) == 3

    window.table.row_actions.zoom.trigger()
    inside = "infromap.map.getBounds()"
    west, south, east, north = shapely.total_bounds(window.document.layers[0].geometry)
    box = f"L.latLngBounds([[{south}, {west}], [{north}, {east}]])"
    qtbot.waitUntil(lambda: ask(window.map, f"{inside}.contains({box})") is True, timeout=10_000)

    window.selection.clear()
    qtbot.waitUntil(lambda: ask(window.map, marked) == 0, timeout=10_000)


def test_the_box_of_many_rows_is_looked_for_beside_the_window(qtbot, window, tmp_path, ask, monkeypatch):
    monkeypatch.setattr("infromap.gui.page.zooming._AT_ONCE", 2)
    threads = []
    show_layer(qtbot, window, tmp_path)
    layer = window.document.layers[0]
    geometry = window.selection._geometry

    def gather(*of):
        threads.append(threading.get_ident())
        return geometry(*of)

    monkeypatch.setattr(window.selection, "_geometry", gather)
    qtbot.waitUntil(lambda: window.table.view.viewport().height() > 60 and has_its_size(window, ask))
    window.selection.zoom_to_rows(layer.id, np.arange(3))

    west, south, east, north = shapely.total_bounds(layer.geometry)
    box = f"L.latLngBounds([[{south}, {west}], [{north}, {east}]])"
    qtbot.waitUntil(lambda: ask(window.map, f"infromap.map.getBounds().contains({box})") is True, timeout=10_000)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
    window.selection.zoom_to_rows(layer.id, np.arange(0))
    assert window.statusBar().currentMessage() == "These rows have no place on the map."


def test_too_many_rows_to_mark_are_told(qtbot, window, monkeypatch):
    window.commands["show_attribute_table"].trigger()
    monkeypatch.setattr("infromap.gui.selection._MARKED_ROWS", 2)

    qtbot.keyClick(window.table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Too many rows" in window.statusBar().currentMessage())

    assert len(window.table.view.selected_rows()) == 5


def test_escape_takes_a_row_back_everywhere(qtbot, window, tmp_path, ask):
    show_layer(qtbot, window, tmp_path)
    window.selection.choose_row("layer-1", 0)
    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)

    window.commands["clear"].trigger()
    qtbot.waitUntil(lambda: popup_title(window, ask) == "", timeout=10_000)

    assert chosen_in_table(window)[1] == []
    assert "Nine AIIB projects" in window.details.text.toPlainText()
    assert not window.commands["clear"].isEnabled()


def test_a_chosen_row_stays_chosen_when_the_page_is_loaded_again(qtbot, window, tmp_path, ask):
    show_layer(qtbot, window, tmp_path)
    window.selection.choose_row("layer-1", 0)
    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)

    more = write_points(tmp_path / "more.gpkg")
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(more)

    qtbot.waitUntil(lambda: "Kokshetau" in popup_title(window, ask), timeout=10_000)
    assert (window.selection.layer, window.selection.row) == (window.document.layers[0], 0)
    assert chosen_in_table(window) == ("layer-1", [0])


def test_undoing_the_layer_of_the_chosen_row_takes_the_choice_back(qtbot, window, tmp_path):
    show_layer(qtbot, window, tmp_path)
    window.selection.choose_row("layer-1", 0)

    window.commands["undo"].trigger()

    assert window.selection.layer is None
    assert chosen_in_table(window) == ("projects", [])


def test_hostile_attributes_are_text_in_details(qtbot, window):
    layer = make_layer(
        [(70, 50)], "<i>evil</i>.gpkg", **{"<u>column</u>": ["<b>bold</b><img src='http://x/'>" + "y" * 9_000]}
    )

    window.details.show_row(layer, 0)

    told = window.details.text.toPlainText()
    assert all(part in told for part in ("<i>evil</i>.gpkg", "<u>column</u>", "<b>bold</b><img src='http://x/'>"))
    assert len(told) < 5_500


def test_projects_are_sorted_within_their_groups(qtbot, window):
    names = {each.name: each for each in window.document.features}

    window.projects.order.setCurrentIndex(window.projects.order.findText("By name"))

    tree = window.projects.tree
    located = tree.model().index(0, 0)
    shown = [tree.model().index(row, 0, located).data().split("\n")[0] for row in range(4)]
    assert shown == sorted(shown, key=str.casefold)
    assert set(shown) < set(names)
    assert located.data() == "On the map (4)"


def test_the_context_menu_of_a_project_offers_what_others_put_there(qtbot, window):
    opened = []

    def look():
        menu = QApplication.activePopupWidget()
        opened.append([each.text() for each in menu.actions()])
        menu.close()

    window.projects.context_actions.append(QAction("Offered by a room", window))
    tree = window.projects.tree
    place = tree.visualRect(window.projects.model.find(feature_of(window, "wind power").id)).center()

    QTimer.singleShot(100, look)
    tree.customContextMenuRequested.emit(place)

    assert opened[0][-1] == "Offered by a room"


def test_a_click_on_a_fact_that_projects_share_goes_from_one_to_the_next(qtbot, window):
    shared = next(
        quote
        for feature in window.document.features
        for quote in feature.project.quotes
        if quote.field != "sentence" and len(window.article.text.owners_at(quote.start)) > 1
    )
    owners = window.article.text.owners_at(shared.start)
    text = window.article.text
    window.article.show_words(shared.start, shared.end)
    where = text.cursorRect(text.cursor_over(shared.start + 1, shared.start + 1)).center()
    chosen = []
    window.article.feature_selected.connect(chosen.append)

    for _ in range(len(owners) + 1):
        window.article.show_words(shared.start, shared.end)  # the choice scrolls to its sentence
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=where)
        qtbot.wait(20)

    assert chosen == [*owners, owners[0]]


def test_the_layers_panel_and_the_table_follow_one_another(qtbot, window, tmp_path):
    show_layer(qtbot, window, tmp_path)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "more.gpkg"))
    panel = window.layering.panel

    window.selection.choose_row("layer-1", 2)
    assert panel.current == "layer-1"
    assert window.table.bar.layer_box.currentData() == "layer-1"

    panel.choose("layer-2")
    assert window.table.bar.layer_box.currentData() == "layer-2"


def test_the_layer_menu_opens_the_table_of_the_chosen_layer(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    window.commands["layer_table"].trigger()

    assert window.table.isVisible()
    assert window.table.bar.layer_box.currentData() == "layer-1"


def test_rows_that_are_chosen_are_exported(qtbot, window, tmp_path, monkeypatch):
    show_layer(qtbot, window, tmp_path)
    window.table.bar.layer_box.setCurrentIndex(1)
    click_in_table(qtbot, window, 2)
    out = tmp_path / "some.geojson"
    monkeypatch.setattr(window.exporting, "_ask_path", lambda *_args, **_options: out)

    window.table.row_actions.export.trigger()
    qtbot.waitUntil(out.exists, timeout=20_000)

    assert [each["properties"]["number"] for each in json.loads(out.read_text())["features"]] == [-3]


def test_rows_that_the_layers_filter_leaves_out_are_not_in_the_table(qtbot, window, tmp_path):
    layer = show_layer(qtbot, window, tmp_path)
    window.table.bar.layer_box.setCurrentIndex(1)
    seen = RowFilter(expression='"number" > 0', mask=np.array([True, True, False]))

    window.open_map.change(replace(window.open_map.state, layers=(replace(layer, filter=seen),)), lambda: "Filter")
    assert window.table.view.rows_model.rows.tolist() == [0, 1]
    assert window.table.bar.status.text().startswith("2 of 3")

    window.commands["undo"].trigger()
    assert window.table.view.rows_model.rows.tolist() == [0, 1, 2]
