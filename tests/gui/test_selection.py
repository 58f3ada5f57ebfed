"""Choosing a project anywhere shows it everywhere; the mouse and the keys are real."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt

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
