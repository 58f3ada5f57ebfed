"""The page by keyboard alone; the keys are real."""

import json

import pytest
from PySide6.QtCore import Qt

from infromap.pipeline import open_map
from infromap.render import render_html

pytestmark = pytest.mark.qt

TAB, ENTER, ESCAPE, DOWN, UP, END, HOME = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_End,
    Qt.Key.Key_Home,
)


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture
def evaluate(load_page, document):
    return load_page(render_html(document), (1400, 900))[0]


def focused(evaluate):
    return evaluate(
        "(() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.textContent; })()"
    )


def test_the_first_stop_leads_to_the_map_and_from_there_to_every_project_in_order(evaluate, press, document):
    press(TAB)
    assert focused(evaluate) == "Skip to the map"
    press(ENTER)
    assert evaluate("document.activeElement.id") == "map"
    assert evaluate("location.hash") == ""

    names = []
    for _ in range(4):
        press(TAB)
        names.append(focused(evaluate).split(". ")[0])
    assert names == [feature.name for feature in document.features if feature.geometry]


def test_focus_goes_into_a_popup_and_back_to_its_marker(evaluate, press, document):
    hospital = document.features[0]
    press(TAB, ENTER, TAB, ENTER)

    assert evaluate("document.activeElement.matches('.popup[role=dialog]')") is True
    assert focused(evaluate) == hospital.name
    press(TAB)
    assert evaluate("Boolean(document.activeElement.closest('.leaflet-popup'))") is True
    press(ESCAPE)
    assert evaluate("window.infromap.selected === null") is True
    assert focused(evaluate).startswith(f"{hospital.name}. Hospital")


def test_a_popup_opened_with_the_mouse_takes_no_focus(evaluate):
    evaluate("document.dispatchEvent(new PointerEvent('pointerdown')); document.querySelector('.entry').click()")

    assert evaluate("document.activeElement.matches('.popup')") is False


def test_arrows_walk_the_list_and_enter_opens(evaluate, press, document):
    evaluate("document.querySelector('.entry').focus()")

    press(DOWN, DOWN)
    assert document.features[3].name in focused(evaluate)
    press(END)
    assert document.features[1].name in focused(evaluate)  # the one without a place stands last
    press(HOME, DOWN, ENTER)
    assert evaluate("window.infromap.selected") == document.features[2].id
    assert evaluate("document.activeElement.matches('.popup')") is True
    press(ESCAPE)
    assert document.features[2].name in focused(evaluate)
    assert evaluate("document.querySelectorAll('.entry[tabindex=\"0\"]').length") == 1


def test_arrows_walk_the_table_and_escape_closes_it(evaluate, press, document):
    evaluate("document.querySelector('[aria-controls=table]').focus()")
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent || ''"

    press(ENTER)
    assert evaluate("document.activeElement.getAttribute('role')") == "grid"
    press(DOWN)
    assert document.features[1].name in evaluate(active)
    press(END, UP, ENTER)
    assert evaluate("window.infromap.selected") == document.features[3].id
    assert evaluate("document.activeElement.matches('.popup')") is True
    press(ESCAPE)
    assert evaluate("document.activeElement.getAttribute('role')") == "grid"
    press(ESCAPE)
    assert evaluate("document.getElementById('table').hidden") is True
    assert focused(evaluate) == "Table"


def test_every_stop_of_the_tab_key_is_seen_and_named(evaluate, press):
    seen = []
    for _ in range(40):
        press(TAB)
        stop = json.loads(
            evaluate(
                "(() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
                "const ring = e.matches('input[type=checkbox]') ? getComputedStyle(e.closest('label')) : s;"
                "const name = e.getAttribute('aria-label') || e.textContent || e.value;"
                "return JSON.stringify([e.tagName, name, ring.outlineStyle, "
                "String(b.width > 0 && b.bottom > 0 && b.top < innerHeight)]); })()"
            )
        )
        if stop[0] == "BODY":
            break
        seen.append(stop)

    assert len(seen) > 12
    assert [stop for stop in seen if not stop[1].strip() or stop[2] == "none" or stop[3] != "true"] == []
