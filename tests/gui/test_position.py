"""Coordinates under the pointer, the scale, what is copied, and the menu of a place."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from infromap.coordinates import Notation, read_coordinates
from infromap.gui.figures import write_area, write_length, write_place, write_scale
from infromap.gui.program.language import LANGUAGES, Translation

pytestmark = pytest.mark.qt

HERE = QPoint(300, 300)


@pytest.fixture
def pointed(qtbot, window, ask):
    """Put the pointer onto the map, and return the place under it (lon, lat)."""
    at = f"infromap.map.containerPointToLatLng([{HERE.x()}, {HERE.y()}])"
    place = json.loads(ask(window.map, f"JSON.stringify([{at}.lng, {at}.lat])"))
    QTest.mouseMove(window.map.focusProxy(), HERE + QPoint(5, 5))
    QTest.mouseMove(window.map.focusProxy(), HERE)
    qtbot.waitUntil(lambda: window.position.readout.text() == write_place(*place, digits=4), timeout=20_000)
    return place


def read(text):
    return [pytest.approx((each.lon, each.lat), abs=2e-4) for each in read_coordinates(text)]


def test_a_click_goes_through_the_notations(qtbot, window, pointed):
    readout = window.position.readout
    texts = [readout.text()]
    for _ in range(3):
        qtbot.mouseClick(readout, Qt.MouseButton.LeftButton)
        texts.append(readout.text())

    assert texts == [write_place(*pointed, notation, digits=4) for notation in (*Notation, Notation.DEGREES)]
    assert all(read(text) == [tuple(pointed)] for text in texts)


def test_nothing_is_said_when_the_pointer_leaves_the_map(qtbot, window, ask, pointed):
    ask(window.map, "(infromap.map.fire('mouseout'), 1)")

    qtbot.waitUntil(lambda: window.position.readout.text() == "–", timeout=20_000)


def test_coordinates_are_copied_in_both_orders(window, pointed):
    clipboard = QGuiApplication.clipboard()

    window.commands["copy_coordinates"].trigger()
    people = clipboard.text()
    window.commands["copy_lon_lat"].trigger()
    files = clipboard.text()

    assert people == write_place(*pointed)
    assert [float(each) for each in files.split(",")] == pytest.approx(pointed, abs=1e-5)
    assert files in window.statusBar().currentMessage()


def test_without_a_pointer_the_pin_is_meant_and_without_one_the_middle(qtbot, window, ask):
    centre = json.loads(ask(window.map, "JSON.stringify([infromap.map.getCenter().lng, infromap.map.getCenter().lat])"))
    qtbot.waitUntil(lambda: window.position.place() == pytest.approx(centre), timeout=20_000)

    window.mark.show(60.0, 50.0, "there")

    assert window.position.place() == (60.0, 50.0)


def test_the_scale_follows_the_zoom(qtbot, window, ask):
    def ratio():
        return float(window.position.scale.text().removeprefix("1:").replace(",", ""))

    qtbot.waitUntil(lambda: window.position.scale.text() != "", timeout=20_000)
    before = ratio()
    ask(window.map, "(infromap.map.setZoom(infromap.map.getZoom() + 1, {animate: false}), 1)")
    qtbot.waitUntil(lambda: ratio() != before, timeout=20_000)

    assert before / ratio() == pytest.approx(2, rel=0.02)


def test_a_right_click_offers_the_place_there(qtbot, window, pointed):
    asked = []
    window.position.menu_asked.connect(lambda menu, lon, lat: asked.append((lon, lat)))
    qtbot.mouseClick(window.map.focusProxy(), Qt.MouseButton.RightButton, pos=HERE)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()

    texts = [action.text() for action in menu.actions()]
    menu.actions()[1].trigger()
    menu.close()

    assert asked == [pytest.approx(pointed, abs=1e-6)]
    assert write_place(*pointed) in texts[0]
    assert [float(each) for each in QGuiApplication.clipboard().text().split(",")] == pytest.approx(pointed, abs=1e-5)


def test_the_pin_stays_through_another_page_and_goes_with_escape(qtbot, window, ask):
    labels = "[...document.querySelectorAll('.place-label')].map(each => each.textContent).join()"
    window.mark.show(60.0, 50.0, "<b>there</b> ${1}")
    qtbot.waitUntil(lambda: ask(window.map, labels) == "<b>there</b> ${1}", timeout=20_000)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.map.is_painted = False
        window.map.reload()
    qtbot.waitUntil(lambda: ask(window.map, labels) == "<b>there</b> ${1}", timeout=20_000)
    assert ask(window.map, "infromap.map.getBounds().contains([50, 60])") is True

    window.map.setFocus()
    with qtbot.waitSignal(window.map.unmarked, timeout=20_000):
        qtbot.keyClick(window.map.focusProxy(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: ask(window.map, labels) == "", timeout=20_000)
    assert window.mark.place is None


@pytest.mark.parametrize(
    ("km", "text"), [(0.0004, "0 m"), (0.9994, "999 m"), (1, "1.00 km"), (99.999, "100.00 km"), (123.46, "123.5 km")]
)
def test_lengths(km, text):
    assert write_length(km) == text


@pytest.mark.parametrize(
    ("km2", "text"), [(0.0099, "9900 m²"), (0.01, "1.00 ha"), (0.999, "99.90 ha"), (1, "1.00 km²"), (250, "250.0 km²")]
)
def test_areas(km2, text):
    assert write_area(km2) == text


@pytest.fixture
def speak():
    """Return what gives the program another language for one test."""
    before, translation = QLocale(), Translation()
    yield translation.install
    for translator in translation._installed:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notation", list(Notation))
@pytest.mark.parametrize("place", [(69.39364, 53.28414), (-70.5, -33.25)])
def test_a_place_is_read_as_each_language_writes_it(speak, language, notation, place):
    speak(language)

    assert read(write_place(*place, notation)) == [tuple(place)]


def test_a_scale_has_three_figures():
    assert write_scale(1627.34, 96) == "1:6150000"


def test_beyond_84_degrees_it_says_that_there_is_no_utm():
    assert write_place(10, 84.5, Notation.UTM) == "outside UTM"
