"""Ulgaisyn of the brief and its neighbours are put right by the mouse and the keys, undone, kept, and exported."""

import csv
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QUndoView
from shapely import LineString

from infromap.export import SUFFIXES
from infromap.gui.correct.correction_dialogs import DetailsDialog, ExactnessDialog
from infromap.gui.window import MainWindow
from infromap.model.place import Exactness
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Traced
from infromap.route import Course

pytestmark = pytest.mark.qt

DAY = "2026-11-25"
VIEW = (
    "(() => { const c = infromap.map.getCenter(); return JSON.stringify([c.lng, c.lat, infromap.map.getZoom()]); })()"
)


class Corrector:
    """One who knows better than the program."""

    def __init__(self, qtbot, window, ask):
        self.qtbot, self.window, self.ask = qtbot, window, ask
        window.correcting.today = lambda: DAY
        self.places = window.correcting.places

    @property
    def paper(self):
        return self.window.map.focusProxy()

    def feature(self, start):
        return next(each for each in self.window.document.features if each.id.startswith(start))

    def choose(self, start):
        """Choose a project and wait until its map is still."""
        feature = self.feature(start)
        self.window.select_feature(feature.id)
        self.qtbot.waitUntil(lambda: self.ask(self.window.map, "infromap.selected") == feature.id, timeout=20_000)
        self.wait_until_still()
        return feature

    def wait_until_still(self):
        """Wait until nothing moves the map any more: a popup may."""
        seen = [None]

        def is_still():
            before, seen[0] = seen[0], self.view()
            self.qtbot.wait(150)
            return before == seen[0]

        self.qtbot.waitUntil(is_still, timeout=20_000)

    def view(self):
        return json.loads(self.ask(self.window.map, VIEW))

    def painted(self):
        return self.qtbot.waitSignal(self.window.map.painted, timeout=60_000)

    def keys(self, key, modifier=Qt.KeyboardModifier.ControlModifier):
        self.window.activateWindow()  # no window manager gives the focus back after a dialog
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)
        self.qtbot.keyClick(self.window, key, modifier)

    def pixel(self, lon, lat):
        x, y = json.loads(self.ask(self.window.map, f"JSON.stringify(infromap.pointOf({lon}, {lat}))"))
        return QPoint(round(x), round(y))

    def wait_for_pen(self):
        self.qtbot.waitUntil(lambda: self.ask(self.window.map, "!!infromap.pen?.points()"), timeout=20_000)

    def drag(self, start, end):
        QTest.mouseMove(self.paper, start)
        self.qtbot.mousePress(self.paper, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(self.paper, start + (end - start) * share)
            self.ask(self.window.map, "new Promise(requestAnimationFrame), 0")
        self.qtbot.mouseRelease(self.paper, Qt.MouseButton.LeftButton, pos=end)

    def answer(self, kind, act):
        """Do something in the next dialog of a kind, which opens while something else is done."""

        def look(left=400):
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                act(dialog)
            elif left:
                QTimer.singleShot(50, lambda: look(left - 1))

        QTimer.singleShot(50, look)

    def place_by_search(self, start, name, asked):
        """Choose the first candidate of another name."""
        self.choose(start)
        self.keys(Qt.Key.Key_E)
        self.places.names.setCurrentText(name)
        self.qtbot.keyClicks(self.places.search, asked)
        self.qtbot.keyClick(self.places.search, Qt.Key.Key_Return)
        self.places.candidates.setCurrentItem(self.places.candidates.topLevelItem(0))
        with self.painted():
            self.qtbot.mouseClick(self.places.use, Qt.MouseButton.LeftButton)


def press_ok(dialog):
    QTest.mouseClick(dialog.buttons.button(dialog.buttons.StandardButton.Ok), Qt.MouseButton.LeftButton)


def say_within(accuracy_km):
    def act(dialog):
        dialog.accuracy_km.setValue(accuracy_km)
        press_ok(dialog)

    return act


@pytest.fixture
def corrector(qtbot, window, ask):
    return Corrector(qtbot, window, ask)


def test_candidates_are_shown_with_what_speaks_for_them_and_stand_on_the_map(qtbot, corrector):
    corrector.choose("highway-aktobe")

    corrector.keys(Qt.Key.Key_E)
    corrector.places.names.setCurrentText("Karabutak")
    tree = corrector.places.candidates
    other = tree.topLevelItem(1)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(other).center())

    rows = [
        [item.text(column) for column in range(6)] for item in map(tree.topLevelItem, range(tree.topLevelItemCount()))
    ]
    assert [row[:3] for row in rows] == [
        ["Karabutak", "village", "Aktobe, KZ"],
        ["Karabutak", "village", "West Kazakhstan, KZ"],
    ]
    assert [row[4] for row in rows] == ["60 km", "320 km"]
    assert tree.topLevelItem(0).font(0).bold()
    assert "the article's country" in corrector.places.why.text()
    pin = "document.querySelector('.place-label')?.textContent || ''"
    qtbot.waitUntil(
        lambda: corrector.ask(corrector.window.map, pin) == "Karabutak, West Kazakhstan, KZ", timeout=10_000
    )


def test_another_place_is_one_step_that_keeps_the_choice_and_can_be_undone_by_keys(qtbot, corrector, window):
    before = corrector.feature("highway-aktobe")
    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")

    after = corrector.feature("highway-aktobe")
    assert after.resolved[-1].place.name == "Yrghyz"
    assert after.geometry_length_km > before.geometry_length_km + 50
    assert window.commands["undo"].text() == "Undo Correct Place of Ulgaisyn"
    assert DAY in window.details.text.toPlainText()
    assert "before: Ulgaisyn, KZ" in window.details.text.toPlainText()
    assert window.selection.feature == after
    assert f"corrected by hand, {DAY}" in window.projects.tree.currentIndex().data()

    with corrector.painted():
        corrector.keys(Qt.Key.Key_Z)
    assert corrector.feature("highway-aktobe") == before
    with corrector.painted():
        corrector.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert corrector.feature("highway-aktobe") == after


def test_none_of_these_takes_a_project_off_the_map(qtbot, corrector):
    corrector.choose("hospital")
    corrector.keys(Qt.Key.Key_E)

    with corrector.painted():
        qtbot.mouseClick(corrector.places.none, Qt.MouseButton.LeftButton)

    hospital = corrector.feature("hospital")
    assert (hospital.geometry, hospital.method) == (None, GeometryMethod.NONE)
    assert "Kokshetau has no place on the map" in corrector.places.told.text()
    assert corrector.window.commands["place_by_hand"].isEnabled()


def test_escape_closes_the_candidates_and_keeps_the_choice(qtbot, corrector, window):
    corrector.choose("hospital")
    corrector.keys(Qt.Key.Key_E)

    qtbot.keyClick(corrector.places.candidates, Qt.Key.Key_Escape)

    assert not corrector.places.isVisible()
    assert window.selection.feature == corrector.feature("hospital")


def test_a_marker_is_dragged_and_the_view_stays(qtbot, corrector):
    hospital = corrector.choose("hospital")
    start = corrector.pixel(hospital.geometry.x, hospital.geometry.y)
    view = corrector.view()
    corrector.answer(ExactnessDialog, say_within(2.5))

    corrector.keys(Qt.Key.Key_M)
    corrector.wait_for_pen()
    corrector.drag(start, start + QPoint(60, 40))
    with corrector.painted():
        qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)

    moved = corrector.feature("hospital")
    assert (moved.method, moved.exactness, moved.accuracy_km) == (GeometryMethod.DRAWN, Exactness.APPROXIMATE, 2.5)
    assert moved.geometry.x > hospital.geometry.x
    assert moved.geometry.y < hospital.geometry.y
    assert corrector.view() == [pytest.approx(each, abs=0.02) for each in view]
    assert corrector.window.selection.feature == moved


def test_the_map_is_alive_while_it_is_asked_how_exactly_a_point_is_known(qtbot, corrector, window):
    hospital = corrector.choose("hospital")
    start = corrector.pixel(hospital.geometry.x, hospital.geometry.y)
    answers, ended = [], []

    def ask_page(dialog):
        window.map.page().runJavaScript("6 * 7", 0, answers.append)
        QTimer.singleShot(3_000, lambda: (ended.append(list(answers)), dialog.reject()))

    corrector.answer(ExactnessDialog, ask_page)
    corrector.keys(Qt.Key.Key_M)
    corrector.wait_for_pen()
    corrector.drag(start, start + QPoint(60, 40))
    qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)

    assert ended == [[42]]


def test_a_dialog_that_is_cancelled_changes_nothing(qtbot, corrector, window):
    hospital = corrector.choose("hospital")
    start = corrector.pixel(hospital.geometry.x, hospital.geometry.y)
    seen = []

    def cancel(dialog):
        seen.append(dialog)
        dialog.reject()

    corrector.answer(ExactnessDialog, cancel)
    corrector.keys(Qt.Key.Key_M)
    corrector.wait_for_pen()
    corrector.drag(start, start + QPoint(60, 40))
    qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)

    assert corrector.feature("hospital") == hospital
    assert window.open_map.undo.count() == 0


def test_a_project_that_the_article_does_not_locate_is_put_on_the_map_by_a_click(qtbot, corrector, window):
    corrector.choose("wind")
    assert not window.commands["move_marker"].isEnabled()
    corrector.answer(ExactnessDialog, lambda dialog: (dialog.exact.setChecked(True), press_ok(dialog)))

    corrector.keys(Qt.Key.Key_H)
    corrector.wait_for_pen()
    QTest.mouseMove(corrector.paper, QPoint(300, 300))
    with corrector.painted():
        qtbot.mouseClick(corrector.paper, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))

    plant = corrector.feature("wind")
    assert (plant.method, plant.exactness) == (GeometryMethod.DRAWN, Exactness.EXACT)
    assert corrector.pixel(plant.geometry.x, plant.geometry.y) == QPoint(300, 300)
    assert "On the map (5)" in window.projects.tree.model().index(0, 0).data()


def test_a_vertex_of_a_line_is_dragged_and_the_others_stay(qtbot, corrector):
    road = corrector.choose("highway-aktobe")
    corrector.answer(ExactnessDialog, say_within(4.0))

    corrector.window.commands["edit_line"].trigger()
    corrector.wait_for_pen()
    end = corrector.pixel(*road.geometry.coords[-1])
    corrector.drag(end, end - QPoint(30, 20))
    with corrector.painted():
        qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)

    line = corrector.feature("highway-aktobe")
    assert line.method is GeometryMethod.DRAWN
    assert line.waypoints[:-1] == road.waypoints[:-1]
    assert (line.waypoints[-1].name, line.waypoints[-1].accuracy_km) == ("Ulgaisyn", 4.0)
    assert line.waypoints[-1].point != road.waypoints[-1].point
    assert "Drawn by hand: straight legs through Aktobe, Khromtau, Karabutak and Ulgaisyn." in line.location_note


def test_a_line_that_was_only_looked_at_stays_as_it_is(qtbot, corrector, window):
    road = corrector.choose("highway-aktobe")

    window.commands["edit_line"].trigger()
    corrector.wait_for_pen()
    qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not corrector.ask(window.map, "!!infromap.pen?.points()"), timeout=20_000)
    qtbot.wait(200)

    assert corrector.feature("highway-aktobe") is road
    assert window.open_map.undo.count() == 0


def test_name_kind_and_note_are_one_step_and_show_everywhere(corrector, window, ask):
    plant = corrector.choose("wind")

    def write(dialog):
        dialog.name.selectAll()
        QTest.keyClicks(dialog.name, "Ereymentau <b>farm</b>")
        dialog.kind.setCurrentIndex(dialog.kind.findData("solar"))
        QTest.keyClicks(dialog.note, "Ask the bank.")
        press_ok(dialog)

    corrector.answer(DetailsDialog, write)
    with corrector.painted():
        corrector.keys(Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)

    edited = corrector.feature("wind")
    assert (edited.name, edited.kind, edited.note) == ("Ereymentau <b>farm</b>", Kind.SOLAR, "Ask the bank.")
    assert window.open_map.undo.count() == 1
    assert "Ereymentau <b>farm</b>" in window.details.text.toPlainText()
    assert "Ask the bank." in window.details.text.toPlainText()
    assert "Ereymentau <b>farm</b>" in window.projects.tree.currentIndex().data()

    def restore(dialog):
        dialog.name.clear()
        press_ok(dialog)

    corrector.answer(DetailsDialog, restore)
    with corrector.painted():
        corrector.keys(Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)

    assert (corrector.feature("wind").name, corrector.feature("wind").kind) == (plant.name, Kind.SOLAR)


def test_one_correction_goes_by_its_link_and_all_by_the_menu(corrector, window):
    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")
    corrector.answer(DetailsDialog, lambda dialog: (dialog.name.setText("M-32"), press_ok(dialog)))
    with corrector.painted():
        window.commands["edit_details"].trigger()
    assert window.details.text.toPlainText().count("undo this correction") == 2

    with corrector.painted():
        window.details.text.anchorClicked.emit("correction:0")
    assert (corrector.feature("highway-aktobe").name, len(corrector.feature("highway-aktobe").corrections)) == (
        "M-32",
        1,
    )
    assert corrector.feature("highway-aktobe").resolved[-1].place.name == "Ulgaisyn"

    with corrector.painted():
        window.commands["remove_corrections"].trigger()
    assert corrector.feature("highway-aktobe").corrections == ()
    assert not window.commands["remove_corrections"].isEnabled()


def test_corrections_are_saved_and_come_back_in_another_window(qtbot, corrector, window, settings, tmp_path):
    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")
    path = tmp_path / "brief.infromap"
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.saving.save_project(path)
    copy = shutil.copy(path, tmp_path / "copy.infromap")  # a file belongs to one window at a time

    other = MainWindow(settings)
    other.show()
    with qtbot.waitSignal(other.map.painted, timeout=60_000):
        other.opening.open_file(copy)

    assert other.document.features == window.document.features
    assert other.open_map.base.features == window.open_map.base.features
    road = corrector.feature("highway-aktobe")
    other.select_feature(road.id)
    other.details.text.anchorClicked.emit("correction:0")
    assert other.selection.feature == next(each for each in window.open_map.base.features if each.id == road.id)
    other.open_map.undo.setClean()
    other.close()
    other.deleteLater()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_export_tells_of_a_correction(qtbot, corrector, window, tmp_path, suffix):
    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")
    path = tmp_path / f"map{suffix}"

    window.exporting.export_file(path)
    qtbot.waitUntil(lambda: path.exists() and "Written" in window.statusBar().currentMessage(), timeout=60_000)

    assert told_in(path)


def told_in(path):
    """Tell whether a file says that something in it was corrected by hand, and when."""
    match path.suffix:
        case ".html" | ".geojson" | ".kml":
            return DAY in path.read_text(encoding="utf-8")
        case ".csv":
            rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
            return [row["corrected"] for row in rows if row["corrected"]] == [f"chosen place by hand, {DAY}"]
        case ".gpkg":
            with closing(sqlite3.connect(path)) as database:
                rows = database.execute("SELECT corrected FROM lines WHERE corrected IS NOT NULL").fetchall()
            return rows == [(f"chosen place by hand, {DAY}",)]
        case ".pdf":
            from pypdf import PdfReader

            return "Corrected by hand" in " ".join(page.extract_text() for page in PdfReader(path).pages)
        case _:
            return path.stat().st_size > 10_000  # a picture: it shows the line where it is now


def test_a_right_click_offers_corrections_in_the_list_in_details_and_on_the_map(qtbot, corrector, window, ask):
    offered = []

    def close_menu(left=200):
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            offered.append({action.objectName() for action in menu.actions()})
            menu.close()
        elif left:
            QTimer.singleShot(50, lambda: close_menu(left - 1))

    def right_click(widget, point):
        count = len(offered)
        QTimer.singleShot(50, close_menu)  # a menu may hold the caller until it is closed
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=point)
        QApplication.sendEvent(
            widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
        )
        qtbot.waitUntil(lambda: len(offered) > count, timeout=20_000)

    hospital, tree = corrector.choose("hospital"), window.projects.tree
    right_click(tree.viewport(), tree.visualRect(tree.currentIndex()).center())
    right_click(window.details.text.viewport(), QPoint(20, 20))
    assert window.selection.feature == hospital
    bypass = corrector.choose("railway")
    middle = bypass.geometry.interpolate(0.25, normalized=True)
    window.select_feature("")
    qtbot.waitUntil(lambda: not ask(window.map, "infromap.selected || ''"), timeout=20_000)
    with qtbot.waitSignal(window.map.feature_selected, timeout=20_000) as chosen:
        right_click(corrector.paper, corrector.pixel(middle.x, middle.y))

    assert chosen.args == [bypass.id]
    assert len(offered) == 3
    for names in offered:
        assert {"correct_place", "move_marker", "edit_line", "edit_details", "remove_corrections"} <= names


class Surveyor:
    """Traces roads by straight legs, and counts how often it is asked."""

    def __init__(self):
        self.asked = []

    def trace(self, stops, kind):
        self.asked.append(tuple(stop.name for stop in stops))
        source = Source(name="network kazakhstan", date="2026-11-01")
        return Course(line=LineString([stop.point for stop in stops]), traced=Traced(source=source, credit=source))


@pytest.fixture
def tracing(qtbot, settings, brief, ask):
    """Return one who corrects in a window that traces lines, and who traces them."""
    surveyor = Surveyor()
    main = MainWindow(settings, tracer=surveyor)
    main.resize(1300, 850)
    main.show()
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_file(brief)
    yield Corrector(qtbot, main, ask), surveyor
    main.open_map.undo.setClean()
    main.close()
    main.deleteLater()


def test_a_corrected_line_is_traced_again_once_however_often_it_is_undone(tracing):
    corrector, surveyor = tracing
    assert corrector.feature("highway-aktobe").method is GeometryMethod.TRACED

    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")
    for key in ("undo", "redo", "undo", "redo"):
        with corrector.painted():
            corrector.window.commands[key].trigger()

    road = corrector.feature("highway-aktobe")
    assert (road.method, road.waypoints[-1].point.y) == (GeometryMethod.TRACED, pytest.approx(48.62, abs=0.01))
    assert surveyor.asked.count(("Aktobe", "Karabutak", "Ulgaisyn")) == 1


def test_a_stop_is_set_on_the_map_and_the_line_is_planned_through_it(qtbot, corrector):
    road = corrector.choose("highway-aktobe")
    corrector.keys(Qt.Key.Key_E)
    corrector.places.names.setCurrentText("Ulgaisyn")
    corrector.answer(ExactnessDialog, say_within(3.0))

    qtbot.mouseClick(corrector.places.set_on_map, Qt.MouseButton.LeftButton)
    corrector.wait_for_pen()
    corrector.wait_until_still()
    end = corrector.pixel(*road.geometry.coords[-1])
    corrector.drag(end, end - QPoint(40, 15))
    with corrector.painted():
        qtbot.keyClick(corrector.paper, Qt.Key.Key_Return)

    line = corrector.feature("highway-aktobe")
    assert [each.name for each in line.waypoints] == [each.name for each in road.waypoints]
    assert (line.method, line.waypoints[-1].source.name) == (GeometryMethod.SCHEMATIC, "by hand")
    assert line.geometry.coords[-1][0] < road.geometry.coords[-1][0]
    assert line.geometry.coords[:-1] == road.geometry.coords[:-1]


def test_the_history_lists_the_steps_and_goes_back_to_one(qtbot, corrector, window):
    corrector.place_by_search("highway-aktobe", "Ulgaisyn", "Irgiz")
    steps = window.findChild(QUndoView)
    window.commands["show_history"].trigger()

    texts = [steps.model().index(row, 0).data() for row in range(steps.model().rowCount())]
    with corrector.painted():
        begin = steps.model().index(0, 0)
        qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualRect(begin).center())

    assert texts == ["As it was opened", "Correct Place of Ulgaisyn"]
    assert window.open_map.state.corrections == ()


LABEL = "document.querySelector('.place-label')?.textContent || ''"


def test_back_on_the_chosen_candidate_the_map_shows_its_place_without_a_pin(qtbot, corrector):
    ulgaisyn = corrector.choose("highway-aktobe").resolved[1].place.point
    corrector.keys(Qt.Key.Key_E)
    corrector.places.names.setCurrentText("Karabutak")
    corrector.window.map.look_at(69, 54, 9)
    qtbot.keyClick(corrector.places.candidates, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: corrector.ask(corrector.window.map, LABEL) != "", timeout=10_000)
    corrector.window.map.look_at(69, 54, 9)

    qtbot.keyClick(corrector.places.candidates, Qt.Key.Key_Up)

    inside = f"infromap.map.getBounds().contains([{ulgaisyn.y}, {ulgaisyn.x}])"
    qtbot.waitUntil(lambda: corrector.ask(corrector.window.map, inside), timeout=10_000)
    qtbot.waitUntil(lambda: corrector.ask(corrector.window.map, LABEL) == "", timeout=10_000)  # it fades


def test_the_candidate_that_has_the_focus_looks_chosen(qtbot, corrector):
    corrector.choose("hospital")
    corrector.keys(Qt.Key.Key_E)
    corrector.places.search.setFocus()
    qtbot.keyClicks(corrector.places.search, "Semey")
    qtbot.keyClick(corrector.places.search, Qt.Key.Key_Return)
    qtbot.waitUntil(corrector.places.search.hasFocus, timeout=10_000)
    qtbot.keyClick(corrector.places.search, Qt.Key.Key_Tab)

    assert corrector.places.candidates.currentItem() is not None
    assert corrector.places.candidates.selectedItems() == [corrector.places.candidates.currentItem()]


def test_arrow_keys_move_the_point_at_once_and_the_popup_comes_back_whole(qtbot, corrector):
    hospital = corrector.choose("hospital")
    corrector.keys(Qt.Key.Key_M)
    corrector.wait_for_pen()
    view = corrector.view()

    qtbot.keyClick(corrector.paper, Qt.Key.Key_Right)

    points = "JSON.stringify(infromap.pen.points())"
    qtbot.waitUntil(
        lambda: json.loads(corrector.ask(corrector.window.map, points))[0][0] > hospital.geometry.x, timeout=10_000
    )
    assert corrector.view() == view
    corrector.ask(corrector.window.map, "infromap.map.panBy([400, 0], {animate: false}), 0")
    qtbot.keyClick(corrector.paper, Qt.Key.Key_Escape)
    left = "document.querySelector('.popup').getBoundingClientRect().left"
    qtbot.waitUntil(lambda: corrector.ask(corrector.window.map, left) > 0, timeout=10_000)


def test_a_popup_that_grows_by_a_correction_stays_whole_in_a_map_that_stays(qtbot, corrector):
    corrector.choose("hospital")
    view = corrector.view()
    corrector.answer(DetailsDialog, lambda dialog: (dialog.note.setPlainText("A long word. " * 300), press_ok(dialog)))

    with corrector.painted():
        corrector.keys(Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)

    top = "document.querySelector('.leaflet-popup-content-wrapper')?.getBoundingClientRect().top ?? -1"
    qtbot.waitUntil(lambda: corrector.ask(corrector.window.map, top) >= 0, timeout=10_000)
    assert corrector.view() == [pytest.approx(each, abs=0.02) for each in view]
