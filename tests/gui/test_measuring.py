"""Measuring on the map, with the mouse and the keys; pyproj measures beside it."""

import pytest
from pyproj import Geod
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from infromap.gui.figures import write_area, write_length
from infromap.gui.tools.measurement import Measurement

pytestmark = pytest.mark.qt

A, B, C, D = QPoint(150, 250), QPoint(420, 200), QPoint(520, 420), QPoint(250, 560)
GEOD = Geod(ellps="WGS84")


@pytest.fixture
def click(qtbot, window, ask):
    """Return a function that clicks on the map and waits until the panel knows the points."""

    def click_at(*pixels):
        for pixel in pixels:
            before = window.measuring.panel._measurement.points
            QTest.mouseMove(window.map.focusProxy(), pixel)
            qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.LeftButton, pos=pixel)
            qtbot.waitUntil(lambda before=before: measured(window).points != before, timeout=20_000)

    return click_at


@pytest.fixture
def start(qtbot, window, ask):
    def start_tool(name):
        window.commands[name].trigger()
        qtbot.waitUntil(lambda: ask(window.map, "!!window.infromap.pen?.points()"), timeout=20_000)

    return start_tool


def measured(window):
    return window.measuring.panel._measurement


def press(qtbot, window, key):
    qtbot.keyClick(window.map.focusProxy(), key)


def metres(points):
    lons, lats = zip(*points, strict=True)
    return GEOD.line_length(lons, lats)


def test_a_length_grows_with_each_click(qtbot, window, start, click):
    start("measure_length")
    panel = window.measuring.panel
    assert panel.isVisible()
    click(A, B)
    first = panel.total.text()
    click(C)

    points = measured(window).points
    assert first == write_length(metres(points[:2]) / 1000)
    assert panel.total.text() == write_length(metres(points) / 1000)
    legs = [panel.legs.topLevelItem(row).text(1) for row in range(panel.legs.topLevelItemCount())]
    assert legs == [write_length(metres(points[:2]) / 1000), write_length(metres(points[1:]) / 1000)]


def test_the_way_to_the_pointer_is_told_live(qtbot, window, start, click):
    start("measure_length")
    click(A)
    QTest.mouseMove(window.map.focusProxy(), D)
    qtbot.waitUntil(lambda: "To the pointer" in window.measuring.panel.note.text(), timeout=20_000)


def test_an_area_has_its_outline_beside_it(qtbot, window, start, click):
    start("measure_area")
    click(A, B, C, D)

    points = measured(window).points
    area, outline = GEOD.polygon_area_perimeter(*zip(*points, strict=True))
    assert window.measuring.panel.total.text() == write_area(abs(area) / 1e6)
    assert write_length(outline / 1000) in window.measuring.panel.note.text()
    assert "crosses itself" not in window.measuring.panel.note.text()


def test_an_outline_that_crosses_itself_is_told(qtbot, window, start, click):
    start("measure_area")
    click(A, C, B, D)

    assert "crosses itself" in window.measuring.panel.note.text()


def test_the_unit_is_the_user_s(qtbot, window, start, click):
    start("measure_length")
    click(A, B)
    panel, length = window.measuring.panel, metres(measured(window).points)
    panel.unit.setCurrentIndex(1)
    in_metres = panel.total.text()
    panel.unit.setCurrentIndex(2)
    in_kilometres = panel.total.text()

    assert (in_metres, in_kilometres) == (f"{length:.0f} m", f"{length / 1000:.3f} km")
    window.measuring.measure_area()
    assert [panel.unit.itemText(row) for row in range(3)] == ["Hectares or km²", "ha", "km²"]


def test_what_is_ended_stays_until_the_next_is_begun(qtbot, window, start, click, ask):
    start("measure_length")
    click(A, B)
    total = window.measuring.panel.total.text()
    press(qtbot, window, Qt.Key.Key_Return)
    lines = "[...document.querySelectorAll('.pen-line')].filter(e => e.getAttribute('d').length > 5).length"
    qtbot.waitUntil(lambda: ask(window.map, "window.infromap.pen.points()?.length") == 0, timeout=20_000)

    assert ask(window.map, lines) == 1
    heard = []
    window.map.pointer_moved.connect(lambda *place: heard.append(place))
    QTest.mouseMove(window.map.focusProxy(), C)
    QTest.mouseMove(window.map.focusProxy(), C + QPoint(5, 5))
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert window.measuring.panel.total.text() == total
    assert "To the pointer" not in window.measuring.panel.note.text()
    click(D)
    assert len(measured(window).points) == 1
    assert ask(window.map, lines) == 0


def test_escape_puts_the_tool_away(qtbot, window, start, click, ask):
    start("measure_length")
    click(A, B)
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.measuring.panel.isVisible(), timeout=20_000)

    assert ask(window.map, "window.infromap.pen.points()") in (None, "")


def test_escape_in_the_panel_does_it_too_and_keeps_the_choice(qtbot, window, start, click, ask):
    chosen = window.document.features[0].id
    window.select_feature(chosen)
    start("measure_length")
    window.measuring.panel.unit.setFocus()
    qtbot.keyClick(window.measuring.panel.unit, Qt.Key.Key_Escape)

    assert not window.measuring.panel.isVisible()
    assert window.selection.feature.id == chosen


def test_closing_the_panel_puts_the_pen_away(qtbot, window, start, ask):
    start("measure_length")
    window.measuring.dock.close()

    qtbot.waitUntil(lambda: ask(window.map, "document.querySelectorAll('.pen-bar').length") == 0, timeout=20_000)


def test_the_panel_brings_the_pen_by_whatever_way_it_comes(qtbot, window, ask):
    window.commands["show_measure"].trigger()
    qtbot.waitUntil(lambda: ask(window.map, "document.querySelectorAll('.pen-bar').length") == 1, timeout=20_000)
    window.commands["show_measure"].trigger()

    qtbot.waitUntil(lambda: ask(window.map, "document.querySelectorAll('.pen-bar').length") == 0, timeout=20_000)


def test_another_map_puts_the_pen_away(qtbot, window, brief, start):
    start("measure_length")
    with qtbot.waitSignal(window.open_map.opened, timeout=60_000):
        window.opening.open_file(brief)

    assert not window.measuring.panel.isVisible()


def test_the_legs_are_copied_as_a_table(qtbot, window, start, click):
    start("measure_area")
    click(A, B, C)
    qtbot.mouseClick(window.measuring.panel.copy, Qt.MouseButton.LeftButton)

    head, *legs, total, area = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t") == ["from_lon", "from_lat", "to_lon", "to_lat", "length_km"]
    assert len(legs) == 3
    assert float(total.split("\t")[1]) == pytest.approx(sum(float(leg.split("\t")[4]) for leg in legs), abs=1e-5)
    assert float(area.split("\t")[1]) == pytest.approx(measured(window).area_km2, abs=1e-5)


def test_measuring_begins_at_a_place_of_the_map_s_menu(qtbot, window):
    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.RightButton, pos=A)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if "Measure" in action.text()).trigger()
    menu.close()

    assert len(measured(window).points) == 1
    assert window.measuring.panel.isVisible()


@pytest.mark.parametrize("points", [(), ((10, 50),)])
def test_nothing_is_no_length(points):
    measurement = Measurement(points)

    assert (measurement.length_km, measurement.area_km2, measurement.legs_km) == (0, 0, ())


def test_a_line_across_180_degrees_is_as_short_as_it_is():
    beyond, back = Measurement(((170, 0), (190, 5))), Measurement(((170, 0), (-170, 5)))

    assert beyond.length_km == pytest.approx(back.length_km, abs=1e-6)
    assert beyond.length_km == pytest.approx(2290, abs=10)
