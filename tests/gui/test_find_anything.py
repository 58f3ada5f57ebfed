"""Find anything: one field for projects, places, layers, commands, bookmarks and coordinates."""

import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from infromap.gazetteer import suggest
from infromap.gui.tools.finds import Find, FindIndex, Group
from infromap.model.bookmark import Bookmark

pytestmark = pytest.mark.qt

POINTS = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"n": n}, "geometry": {"type": "Point", "coordinates": [20 + n, 10]}}
        for n in range(3)
    ],
}


@pytest.fixture
def dialog(window):
    window.commands["find_anything"].trigger()
    yield window.find_anything.dialog
    window.find_anything.dialog.hide()
    window.open_map.undo.setClean()  # nobody is asked to save when the window closes


@pytest.fixture
def search(qtbot, dialog, window):
    """Return a function that types, waits for the gazetteer, and tells what is listed in each group."""

    def type_and_wait(text):
        dialog.field.clear()
        if text.isascii():
            qtbot.keyClicks(dialog.field, text)
        else:
            QGuiApplication.clipboard().setText(text)
            qtbot.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        find = window.find_anything
        qtbot.waitUntil(lambda: not find._timer.isActive() and not find._worker.is_running, timeout=20_000)
        return listed(dialog)

    return type_and_wait


def listed(dialog):
    heads = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {head.text(0): [head.child(row).text(0) for row in range(head.childCount())] for head in heads}


def press(qtbot, dialog, *keys):
    for key in keys:
        qtbot.keyClick(dialog.field, key)


def centre(window, ask):
    at = "infromap.map.getCenter()"
    return json.loads(ask(window.map, f"JSON.stringify([{at}.lng, {at}.lat])"))


def test_the_empty_field_tells_what_can_be_found(qtbot, dialog):
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.field.hasFocus)
    assert all(
        word in dialog.told.text() for word in ("project", "place", "layer", "command", "bookmark", "coordinates")
    )
    assert not dialog.list.isVisible()


def test_a_project_is_found_by_its_place_and_chosen_by_enter(qtbot, window, dialog, search):
    hospital = next(feature for feature in window.document.features if feature.kind == "hospital")
    assert hospital.name in search("kokshet")["Projects"]

    press(qtbot, dialog, Qt.Key.Key_Return)

    assert window.selection.feature.id == hospital.id
    assert not dialog.isVisible()


@pytest.mark.parametrize("text", ["Tashk", "Ташк"])
def test_a_place_of_the_gazetteer_gets_the_pin(qtbot, window, ask, dialog, search, text):
    first = search(text)["Places"][0]
    assert first.startswith("Tashkent, ")
    assert first.endswith("Uzbekistan")
    while dialog.list.currentItem().text(0) != first:
        press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: centre(window, ask) == pytest.approx([69.2, 41.3], abs=0.1), timeout=20_000)
    assert ask(window.map, "document.querySelector('.place-label').textContent") == "Tashkent"


def test_a_command_is_found_with_its_keys_and_run(qtbot, window, dialog, search):
    assert "Measure Area" in search("meas ar")["Commands"]
    assert dialog.list.currentItem().text(1) == "Tools · Ctrl+Shift+J"

    press(qtbot, dialog, Qt.Key.Key_Return)

    assert window.measuring.panel.isVisible()


def test_a_command_that_cannot_run_is_not_offered(window, search):
    assert not window.commands["zoom_selection"].isEnabled()
    assert search("zoom")["Commands"] == ["Zoom to All"]


def test_a_bookmark_is_found(qtbot, window, dialog, search):
    window.bookmarks.add(Bookmark(name="The <i>old</i> port", lon=50, lat=44, zoom=6))
    window.find_anything.open()
    assert search("port")["Bookmarks"] == ["The <i>old</i> port"]

    press(qtbot, dialog, Qt.Key.Key_Return)

    assert window.mark.place == (50, 44, "The <i>old</i> port")


def test_coordinates_in_both_orders(qtbot, window, dialog, search):
    assert search("53.28, 69.39")["Coordinates"] == [
        "53.28000° N, 69.39000° E (latitude first)",
        "69.39000° N, 53.28000° E (longitude first)",
    ]

    press(qtbot, dialog, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert window.mark.place[:2] == (53.28, 69.39)


def test_a_layer_is_found_and_shown(qtbot, window, ask, tmp_path, dialog, search):
    path = tmp_path / "harbours.geojson"
    path.write_text(json.dumps(POINTS), encoding="utf-8")
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(path)
    window.find_anything.open()
    assert search("harb")["Layers"] == ["harbours.geojson"]
    press(qtbot, dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: centre(window, ask) == pytest.approx([21, 10], abs=0.2), timeout=20_000)


def test_escape_closes_and_chooses_nothing(qtbot, window, dialog, search):
    search("kokshet")
    press(qtbot, dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert window.selection.feature is None


def test_what_nothing_is_called_is_said(qtbot, dialog, search):
    assert search("zzqqxxyy") == {}
    assert "Nothing" in dialog.told.text()
    press(qtbot, dialog, Qt.Key.Key_Return, Qt.Key.Key_Down)

    assert dialog.isVisible()


def test_arrows_skip_the_headings_and_stop_at_the_ends(qtbot, dialog, search):
    found = search("kar")
    names = [name for group in found.values() for name in group]
    seen = [dialog.list.currentItem().text(0)]
    for _ in range(len(names) + 2):
        press(qtbot, dialog, Qt.Key.Key_Down)
        seen.append(dialog.list.currentItem().text(0))

    assert len(found) > 1
    assert seen == [*names, names[-1], names[-1], names[-1]]
    press(qtbot, dialog, *[Qt.Key.Key_PageUp] * 5)
    assert dialog.list.currentItem().text(0) == names[0]


def test_places_that_come_later_move_no_choice(qtbot, window, dialog):
    qtbot.keyClicks(dialog.field, "ka")
    press(qtbot, dialog, Qt.Key.Key_Down)
    chosen = dialog.list.currentItem().text(0)
    qtbot.waitUntil(lambda: "Places" in listed(dialog), timeout=20_000)

    assert dialog.list.currentItem().text(0) == chosen


def test_the_gazetteer_is_asked_on_another_thread(qtbot, window, dialog, monkeypatch):
    threads = []
    monkeypatch.setattr(suggest, "suggest_places", lambda *_, **__: threads.append(threading.current_thread()) or ())
    qtbot.keyClicks(dialog.field, "alma")
    qtbot.waitUntil(lambda: bool(threads), timeout=20_000)

    assert threads[0] is not threading.main_thread()


def named(*titles, group=Group.COMMANDS):
    return [Find(group=group, title=title, choose=print) for title in titles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("zoom", ["Zoom to All", "Full Zoom"]),
        ("ZO al", ["Zoom to All"]),
        ("all zoom", ["Zoom to All"]),
        ("zomo", ["Zoom to All", "Full Zoom"]),
        ("zom", []),
        ("zooom", ["Zoom to All", "Full Zoom"]),
        ("oom", ["Zoom to All", "Full Zoom"]),
        ("o", []),
        ("сохр", ["Сохранить проект"]),
        ("", []),
        ("?!", []),
        ("x" * 10_000, []),
    ],
)
def test_ranking(text, titles):
    finds = named("Full Zoom", "Zoom to All", "Сохранить проект")

    found = [find.title for find in FindIndex(finds).rank(text)]
    assert sorted(found) == sorted(titles)


def test_a_whole_word_goes_before_a_beginning_and_that_before_a_middle():
    finds = named("Export picture", "Portable", "Port", "Ports")

    assert [find.title for find in FindIndex(finds).rank("port")] == ["Port", "Ports", "Portable", "Export picture"]


def test_groups_keep_their_order_and_have_a_bound():
    finds = [*named(*(f"Port {n}" for n in range(20))), *named("Port", group=Group.PROJECTS)]

    found = FindIndex(finds).rank("port", limit=3)
    assert [find.group for find in found] == [Group.PROJECTS, *[Group.COMMANDS] * 3]


def test_commands_of_one_name_are_told_apart_by_their_menus(window):
    told = [(each.title, each.detail) for each in window.find_anything._command_finds()]

    assert ("Measure Area", "Tools · Ctrl+Shift+J") in told
    assert len(told) == len(set(told))
