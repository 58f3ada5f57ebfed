"""What is done to a map can be undone, and the map stays where it was."""

import json

import pytest
import shapely
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gis_files import write_points

pytestmark = pytest.mark.qt

VIEW = (
    "(() => { const c = infromap.map.getCenter(); return JSON.stringify([c.lng, c.lat, infromap.map.getZoom()]); })()"
)

LEGEND = "document.querySelector('.legend').textContent"


def test_a_layer_that_was_added_goes_and_comes_by_undo_and_redo(qtbot, window, tmp_path, ask):
    towns = write_points(tmp_path / "towns.gpkg")
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(towns)
    assert window.commands["undo"].text() == "Undo Add towns.gpkg"

    window.commands["undo"].trigger()
    assert window.document.layers == ()
    qtbot.waitUntil(lambda: "towns.gpkg" not in ask(window.map, LEGEND), timeout=20_000)

    window.commands["redo"].trigger()
    assert [layer.name for layer in window.document.layers] == ["towns.gpkg"]
    qtbot.waitUntil(lambda: "towns.gpkg" in ask(window.map, LEGEND), timeout=20_000)


def test_view_and_choice_stay_when_the_map_changes(qtbot, window, tmp_path, ask):
    window.select_feature(window.document.features[0].id)
    window.map.look_at(70.5, 50.25, 6)
    qtbot.waitUntil(lambda: json.loads(ask(window.map, VIEW))[2] == 6, timeout=10_000)

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    lon, lat, zoom = json.loads(ask(window.map, VIEW))
    assert (lon, lat, zoom) == (pytest.approx(70.5, abs=0.05), pytest.approx(50.25, abs=0.05), 6)  # to a pixel
    qtbot.waitUntil(lambda: ask(window.map, "window.infromap.selected") == window.document.features[0].id)
    assert window.projects.tree.currentIndex().isValid()


def test_a_layer_on_a_map_without_places_is_gone_to(qtbot, window, tmp_path, ask):
    (tmp_path / "note.txt").write_text("The bank published its annual report.")
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(tmp_path / "note.txt")
    assert window.document.bounds is None
    zoom = ask(window.map, "infromap.map.getZoom()")

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    west, south, east, north = shapely.total_bounds(window.document.layers[0].geometry)
    box = f"L.latLngBounds([[{south}, {west}], [{north}, {east}]])"
    qtbot.waitUntil(lambda: ask(window.map, f"infromap.map.getBounds().contains({box})") is True, timeout=10_000)
    assert ask(window.map, "infromap.map.getZoom()") > zoom


def test_the_window_hears_of_the_view_the_pointer_and_the_row(qtbot, window, tmp_path, ask):
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    def is_there(lon, *_):  # the page may still tell where it began
        return lon == pytest.approx(70, abs=0.05)

    with qtbot.waitSignal(window.map.view_changed, timeout=10_000, check_params_cb=is_there) as view:
        window.map.look_at(70, 50, 5)
    with qtbot.waitSignal(window.map.row_selected, timeout=10_000) as row:
        window.map.page().runJavaScript("window.infromap.layers[0].select(1)")
    lon, lat, _ = json.loads(ask(window.map, VIEW))
    beside = (lon + 0.35, lat)  # where no popup lies
    place = QPoint(*map(round, json.loads(ask(window.map, f"JSON.stringify(infromap.pointOf{beside})"))))
    heard = []
    window.map.pointer_moved.connect(lambda *args: heard.append(args))

    def is_heard():
        for step in (1, 0):  # the engine takes the first move for an entry
            QTest.mouseMove(window.map.focusProxy(), place - QPoint(0, step))
            qtbot.wait(50)
        return bool(heard) and heard[-1] == pytest.approx(beside, abs=0.01)

    qtbot.waitUntil(is_heard, timeout=20_000)
    assert view.args[:3] == pytest.approx([70, 50, 5], abs=0.05)  # to a pixel
    assert view.args[3] == pytest.approx(78271.5 / 16 * 0.6428, rel=0.01)  # metres in a pixel at 50° N
    assert row.args == ["layer-1", 1]


def test_a_marker_that_gets_its_focus_back_does_not_move_the_map(qtbot, window, ask):
    hospital = next(each for each in window.document.features if each.kind == "hospital")
    point = json.loads(
        ask(window.map, f"JSON.stringify(infromap.pointOf({hospital.geometry.x}, {hospital.geometry.y}))")
    )
    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(*map(round, point)))
    qtbot.waitUntil(lambda: ask(window.map, "document.activeElement.matches('.leaflet-marker-icon, .popup')") is True)
    window.select_feature("")
    window.map.look_at(60, 49, 7)
    qtbot.waitUntil(lambda: json.loads(ask(window.map, VIEW))[2] == 7, timeout=10_000)

    ask(window.map, "document.querySelector('.leaflet-marker-icon').blur()")
    ask(window.map, "document.querySelector('.leaflet-marker-icon').focus({ preventScroll: true })")

    qtbot.wait(400)
    assert json.loads(ask(window.map, VIEW)) == pytest.approx([60, 49, 7], abs=0.05)
