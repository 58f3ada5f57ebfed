"""Drawing on the map, with the mouse and the keys that a user has."""

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infromap.gui.page.pen import MOST_POINTS, Pen, read_report

pytestmark = pytest.mark.qt

A, B, C, D = QPoint(150, 250), QPoint(420, 200), QPoint(520, 420), QPoint(250, 560)


class Draughtsman:
    """One who holds a pen over the map of a window."""

    def __init__(self, qtbot, window, ask):
        self.qtbot, self.window, self.ask = qtbot, window, ask
        self.pen = Pen(window.map, window)
        self.told = []
        self.pen.changed.connect(lambda points: self.told.append(("changed", points)))
        self.pen.finished.connect(lambda points: self.told.append(("finished", points)))
        self.pen.cancelled.connect(lambda: self.told.append(("cancelled", None)))

    @property
    def paper(self):
        return self.window.map.focusProxy()

    def start(self, kind, points=(), **options):
        self.pen.start(kind, points, **options)
        self.qtbot.waitUntil(lambda: self.ask(self.window.map, "!!window.infromap.pen?.points()"), timeout=20_000)

    def wait_for(self, count):
        """Wait until so much was told, and return the last of it."""
        self.qtbot.waitUntil(lambda: len(self.told) >= count, timeout=20_000)
        return self.told[-1]

    def click(self, *points):
        for point in points:
            count = len(self.told)
            QTest.mouseMove(self.paper, point)
            self.qtbot.mouseClick(self.paper, Qt.MouseButton.LeftButton, pos=point)
            self.wait_for(count + 1)

    def drag(self, start, end):
        QTest.mouseMove(self.paper, start)
        self.qtbot.mousePress(self.paper, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(self.paper, start + (end - start) * share)
            self.ask(self.window.map, "new Promise(requestAnimationFrame), 0")
        self.qtbot.mouseRelease(self.paper, Qt.MouseButton.LeftButton, pos=end)

    def double_click(self, point):
        """Click twice in a tenth of a second; QTest lets more time pass between two clicks."""
        QTest.mouseMove(self.paper, point)
        there = QPointF(point), QPointF(self.paper.mapToGlobal(point))
        down, up = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        kinds = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
        for number, kind in enumerate(kinds):
            for each, held in ((kind, down), (QEvent.Type.MouseButtonRelease, up)):
                event = QMouseEvent(each, *there, down, held, Qt.KeyboardModifier.NoModifier)
                event.setTimestamp(10_000_000 + 100 * number)
                QApplication.sendEvent(self.paper, event)

    def press(self, *keys):
        for key in keys:
            self.qtbot.keyClick(self.paper, key)

    def place_of(self, point):
        """Return where a pixel of the map lies (lon, lat)."""
        at = f"infromap.map.containerPointToLatLng([{point.x()}, {point.y()}])"
        return json.loads(self.ask(self.window.map, f"JSON.stringify([{at}.lng, {at}.lat])"))

    def has(self, count):
        """Tell whether the map shows so many handles of vertices."""
        return self.ask(self.window.map, "document.querySelectorAll('.pen-vertex').length") == count


@pytest.fixture
def draughtsman(qtbot, window, ask):
    return Draughtsman(qtbot, window, ask)


def near(place):
    return pytest.approx(place, abs=1e-4)


def test_clicks_make_a_line_and_enter_ends_it(draughtsman):
    draughtsman.start("line")
    draughtsman.click(A, B, C)
    draughtsman.press(Qt.Key.Key_Return)

    what, points = draughtsman.wait_for(4)
    assert what == "finished"
    assert [list(each) for each in points] == [near(draughtsman.place_of(each)) for each in (A, B, C)]
    assert not draughtsman.pen.is_down


def test_a_double_click_ends_an_area_where_it_is(qtbot, draughtsman):
    draughtsman.start("area")
    draughtsman.click(A, B)
    draughtsman.double_click(C)
    qtbot.waitUntil(lambda: draughtsman.told[-1][0] == "finished", timeout=20_000)

    assert len(draughtsman.told[-1][1]) == 3


def test_one_click_makes_a_point(draughtsman):
    draughtsman.start("point")
    draughtsman.click(B)

    what, points = draughtsman.wait_for(2)
    assert what == "finished"
    assert [list(each) for each in points] == [near(draughtsman.place_of(B))]


def test_a_vertex_is_dragged_and_the_map_stays(draughtsman):
    draughtsman.start("line")
    draughtsman.click(A, B)
    centre = draughtsman.ask(draughtsman.window.map, "String(infromap.map.getCenter())")

    draughtsman.drag(A, D)
    draughtsman.press(Qt.Key.Key_Return)
    draughtsman.qtbot.waitUntil(lambda: draughtsman.told[-1][0] == "finished", timeout=20_000)

    assert list(draughtsman.told[-1][1][0]) == pytest.approx(draughtsman.place_of(D), abs=0.15)
    assert len(draughtsman.told[-1][1]) == 2
    assert draughtsman.ask(draughtsman.window.map, "String(infromap.map.getCenter())") == centre


def test_a_leg_is_split_by_dragging_its_middle(draughtsman):
    draughtsman.start("line")
    draughtsman.click(A, C)
    draughtsman.drag((A + C) / 2, D)
    draughtsman.press(Qt.Key.Key_Return)
    draughtsman.qtbot.waitUntil(lambda: draughtsman.told[-1][0] == "finished", timeout=20_000)

    points = draughtsman.told[-1][1]
    assert [list(points[0]), list(points[2])] == [near(draughtsman.place_of(each)) for each in (A, C)]
    assert list(points[1]) == pytest.approx(draughtsman.place_of(D), abs=0.15)


def test_dragging_the_map_adds_nothing(draughtsman):
    draughtsman.start("line")
    before = draughtsman.ask(draughtsman.window.map, "String(infromap.map.getCenter())")

    draughtsman.drag(A, D)
    draughtsman.qtbot.waitUntil(
        lambda: draughtsman.ask(draughtsman.window.map, "String(infromap.map.getCenter())") != before, timeout=20_000
    )

    assert draughtsman.has(0)
    assert draughtsman.told == []


def test_right_click_takes_a_vertex_away(draughtsman):
    draughtsman.start("line")
    draughtsman.click(A, B, C)
    draughtsman.qtbot.mouseClick(draughtsman.paper, Qt.MouseButton.RightButton, pos=B)

    _, points = draughtsman.wait_for(4)
    assert [list(each) for each in points] == [near(draughtsman.place_of(each)) for each in (A, C)]


def test_backspace_takes_back_a_step_and_delete_a_vertex(draughtsman):
    draughtsman.start("line")
    draughtsman.click(A, B, C)
    counts = []
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        told = len(draughtsman.told)
        draughtsman.press(key)
        counts.append(len(draughtsman.wait_for(told + 1)[1]))

    assert counts == [2, 3, 2, 1]


def test_escape_cancels_the_drawing_and_leaves_the_choice(qtbot, draughtsman, window, ask):
    chosen = window.document.features[0].id
    window.select_feature(chosen)
    qtbot.waitUntil(lambda: ask(window.map, "infromap.selected") == chosen, timeout=20_000)
    draughtsman.start("line")
    draughtsman.click(A)
    draughtsman.press(Qt.Key.Key_Escape)

    assert draughtsman.wait_for(2) == ("cancelled", None)
    assert ask(window.map, "infromap.selected") == chosen
    draughtsman.press(Qt.Key.Key_Escape)  # means what it meant before
    qtbot.waitUntil(lambda: ask(window.map, "String(infromap.selected)") == "null", timeout=20_000)


def test_enter_waits_until_there_are_points_enough(draughtsman, ask, window):
    draughtsman.start("area")
    draughtsman.click(A, B)
    draughtsman.press(Qt.Key.Key_Return)
    assert ask(window.map, "document.querySelector('.pen-bar button').disabled") is True
    draughtsman.click(C)
    draughtsman.press(Qt.Key.Key_Return)

    what, points = draughtsman.wait_for(4)
    assert (what, len(points)) == ("finished", 3)


def test_a_project_under_the_pen_is_not_chosen_until_the_pen_is_gone(qtbot, draughtsman, window, ask):
    box = "document.querySelector('.badge').getBoundingClientRect()"
    badge = QPoint(*map(round, json.loads(ask(window.map, f"JSON.stringify([{box}.x + 17, {box}.y + 17])"))))
    draughtsman.start("line")
    with qtbot.assertNotEmitted(window.map.feature_selected):
        draughtsman.click(badge)
    draughtsman.press(Qt.Key.Key_Escape)
    draughtsman.wait_for(2)

    with qtbot.waitSignal(window.map.feature_selected, timeout=20_000):
        qtbot.mouseClick(draughtsman.paper, Qt.MouseButton.LeftButton, pos=badge)


def test_a_line_is_drawn_without_a_mouse(draughtsman, ask, window):
    draughtsman.start("line", [(60, 50), (70, 50)])
    focus = "(infromap.map.getContainer().focus(), document.querySelectorAll('.pen-vertex')[0].focus(), 1)"
    ask(window.map, focus)
    draughtsman.press(Qt.Key.Key_Insert)
    assert draughtsman.wait_for(1)[1][1] == pytest.approx((65, 50), abs=0.05)
    assert ask(window.map, "document.activeElement.getAttribute('aria-label')") == "Point 2 of 3"

    draughtsman.press(Qt.Key.Key_Up)
    _, moved = draughtsman.wait_for(2)
    assert moved[1][1] > 50.01
    assert moved[1][0] == pytest.approx(65, abs=0.05)

    draughtsman.press(Qt.Key.Key_Space)
    _, points = draughtsman.wait_for(3)
    centre = json.loads(ask(window.map, "JSON.stringify([infromap.map.getCenter().lng, infromap.map.getCenter().lat])"))
    assert list(points[3]) == near(centre)


def test_a_line_across_180_degrees_goes_on_beyond_it(draughtsman, ask, window):
    ask(window.map, "(infromap.map.setView([0, 180], 3, {animate: false}), 1)")
    draughtsman.start("line", [(170, 0), (-170, 5)])
    middle = ask(window.map, "infromap.map.getContainer().clientHeight / 2")
    width = ask(window.map, "infromap.map.getContainer().clientWidth")
    draughtsman.click(QPoint(round(width - 30), round(middle)))

    _, points = draughtsman.wait_for(1)
    assert points[:2] == ((170, 0), (190, 5))
    assert 190 < points[2][0] < 270
    handles = "JSON.stringify([...document.querySelectorAll('.pen-vertex')].map(e => e.getBoundingClientRect().x))"
    first, second, third = json.loads(ask(window.map, handles))
    assert 0 < first < second < third < width


def test_one_pen_is_down_at_a_time(qtbot, draughtsman, window, ask):
    other = Draughtsman(qtbot, window, ask)
    draughtsman.start("line")
    draughtsman.click(A)
    other.pen.start("point")

    assert draughtsman.wait_for(2) == ("cancelled", None)
    other.click(B)
    assert other.wait_for(2)[0] == "finished"
    assert len(draughtsman.told) == 2


def test_a_drawing_goes_on_after_the_page_is_loaded_again(qtbot, draughtsman, window):
    draughtsman.start("line")
    draughtsman.click(A, B)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.map.reload()
        window.map.is_painted = False
    draughtsman.qtbot.waitUntil(lambda: draughtsman.has(2), timeout=20_000)
    draughtsman.click(C)

    assert len(draughtsman.told[-1][1]) == 3


def test_nothing_stays_behind(draughtsman, window, ask):
    state = """JSON.stringify([
        Object.entries(infromap.map._events).map(([name, each]) => [name, each.length]).filter(each => each[1]).sort(),
        document.querySelectorAll('.pen-handle, .pen-line, .pen-bar, .is-drawing').length,
        Object.keys(infromap.map._layers).length])"""
    before = ask(window.map, state)
    for _ in range(2):
        draughtsman.told.clear()
        draughtsman.start("area", [(60, 50), (70, 50), (65, 45)])
        draughtsman.press(Qt.Key.Key_Return)
        draughtsman.wait_for(1)

    assert ask(window.map, state) == before


def test_what_was_drawn_last_stays_in_sight_until_the_next_is_begun(draughtsman, window, ask):
    lines = "[...document.querySelectorAll('.pen-line')].filter(e => e.getAttribute('d').length > 5).length"
    draughtsman.start("line", last=((60.0, 50.0), (70.0, 50.0)))
    assert ask(window.map, lines) == 1
    draughtsman.click(A)

    draughtsman.qtbot.waitUntil(lambda: ask(window.map, lines) == 0, timeout=20_000)


def test_a_line_of_many_points_has_handles_only_where_they_can_be_told_apart(draughtsman, window, ask):
    draughtsman.start("line", [(50 + each / 400, 45 + (each % 7) / 50) for each in range(MOST_POINTS)])

    assert 5 < ask(window.map, "document.querySelectorAll('.pen-vertex').length") < 200


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "1",
        '{"name": "a", "what": "changed"}',
        '{"name": 1, "what": "changed", "points": []}',
        '{"name": "a", "what": "eaten", "points": []}',
        '{"name": "a", "what": "changed", "points": {"0": [1, 2]}}',
        '{"name": "a", "what": "changed", "points": [[1, 2, 3]]}',
        '{"name": "a", "what": "changed", "points": [[NaN, 2]]}',
        '{"name": "a", "what": "changed", "points": [[1, Infinity]]}',
        '{"name": "a", "what": "changed", "points": [[541, 2]]}',
        '{"name": "a", "what": "changed", "points": [[1, 90.5]]}',
        '{"name": "a", "what": "changed", "points": [["1", 2]]}',
        '{"name": "a", "what": "changed", "points": [[true, 2]]}',
        json.dumps({"name": "a", "what": "changed", "points": [[1, 2]] * (MOST_POINTS + 1)}),
        "[" * 100_000,
        '{"name": "a", "what": "changed", "points": [[1' + "0" * 400 + ", 2]]}",
    ],
)
def test_a_report_that_is_none_is_not_believed(text):
    assert read_report(text) is None


def test_a_report_is_read():
    text = '{"name": "a", "what": "finished", "points": [[190, -2.5], [1, 2]]}'

    assert read_report(text) == ("a", "finished", ((190.0, -2.5), (1.0, 2.0)))
