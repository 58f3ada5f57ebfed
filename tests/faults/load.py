"""Works with very many rows in a real window: ``python tests/faults/load.py 1000000 500 200``; prints figures as JSON.

A GeoPackage of so many points is opened. Rows are chosen so often, by a click on the map, by the program, by a click in
the attribute table and by its keys; the map is zoomed and moved so often; between them rows are sorted, searched,
filtered, scrolled and coloured, once before all else. The memory of all processes is looked at after each twentieth of
the work: the plateau is the median of the second half of these looks, beside that of the first; ``at rest`` is what is
left when all is taken back, Python's garbage is gone, and the C library has given back what it kept for later
(``settle``).
With a fourth argument a picture of the window is written there.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from footprint import begun_program, memory_mb, rest, settle, wait_until
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from infromap.gui.app import Windows
from infromap.gui.layers.filter_dialog import FilterDialog
from infromap.gui.layers.style_dialog import StyleDialog

BOX = (46.0, 41.0, 87.0, 55.0)
KINDS = ("highway", "railway", "wind power", "dam")
LOOKS = 20  # at the memory
OTHER_WORK = 25  # choices from one round of all that is neither choice nor zoom to the next
CLOSE = 12  # the closest zoom
PULSE_MS = 5
LONGER_THAN_A_ZOOM_MS = 350
REST_MS = 3_000
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Pulse:
    """Beats while Qt works: the longest pause between two beats is how long the window was held up."""

    def __init__(self):
        self.longest_ms: dict[str, float] = {}
        self.doing = "opening"
        self._last = time.perf_counter()
        self._timer = QTimer(interval=PULSE_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        paused_ms, self._last = 1_000 * (now - self._last), now
        self.longest_ms[self.doing] = max(self.longest_ms.get(self.doing, 0), paused_ms)

    def begin(self, doing: str) -> None:
        """Say what is done from now on; what went before has its last beat."""
        rest(2 * PULSE_MS)
        self.doing = doing


class User:
    """Does what the user of a window does with one layer, and sees that it comes about."""

    def __init__(self, windows: Windows, file: Path):
        self.pulse = Pulse()
        self.chance = random.Random(20261126)
        self.window = windows.new()
        self.window.resize(1400, 860)
        self.window.opening.open_file(file)
        wait_until(lambda: self.window.map.is_painted, "the map")
        self.layer = self.window.document.layers[0]
        self.view = self.window.table.view
        self.chosen = self.zoomed = 0
        self._do("table", self.window.commands["show_attribute_table"].trigger)
        wait_until(lambda: self.view.model() is not None, "the rows")
        self._ways = cycle((self._choose_on_map, self._choose_by_program, self._choose_in_table, self._choose_by_key))
        self._moves = cycle((self._look_somewhere, self._turn_wheel, self._press_on_map, self._see_all))

    # Choices and zooms

    def choose(self) -> None:
        """Choose a row in the next way."""
        self._come_to_rest()
        next(self._ways)()
        self.chosen += 1

    def zoom(self) -> None:
        """Zoom or move in the next way."""
        self._come_to_rest()  # while a zoom is under way, Leaflet hears of no other
        next(self._moves)()
        self.zoomed += 1

    def _choose_on_map(self) -> None:
        row = self._some_row()
        place = self.layer.geometry[row]
        self.window.map.look_at(place.x, place.y, CLOSE)
        wait_until(lambda: self._has_in_middle(place), "the place of a row")
        canvas = self.window.map.focusProxy()
        middle = self._ask("(({x, y}) => [x, y])(infromap.map.getSize().divideBy(2))")
        point = QPoint(*(round(each) for each in middle))
        self._do("choice on the map", lambda: QTest.mouseClick(canvas, LEFT, PLAIN, point))
        self._see_chosen(row)

    def _choose_by_program(self) -> None:
        row = self._some_row()
        self._do("choice by program", lambda: self.window.selection.choose_row(self.layer.id, row))
        self._see_chosen(row)

    def _choose_in_table(self) -> None:
        model = self.view.model()
        index = model.index(self.chance.randrange(model.rowCount()), 0)
        self._do("scrolling", lambda: self.view.scrollTo(index))
        where = self.view.visualRect(index).center()
        self._do("choice in the table", lambda: QTest.mouseClick(self.view.viewport(), LEFT, PLAIN, where))
        self._see_chosen(model.row_of(index))

    def _choose_by_key(self) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_PageDown)
        before = self.window.selection.row
        self._do("choice by key", lambda: QTest.keyClick(self.view, self.chance.choice(keys)))
        wait_until(lambda: self.window.selection.row not in (-1, before), "the next row")
        self._see_chosen(self.window.selection.row)

    def _see_chosen(self, row: int) -> None:
        wait_until(lambda: self.window.selection.row == row, f"the choice of row {row}")
        wait_until(lambda: self._ask("infromapPage.layers[0].selected()") == row, f"row {row} on the page")

    def _look_somewhere(self) -> None:
        west, south, east, north = BOX
        lon, lat = self.chance.uniform(west, east), self.chance.uniform(south, north)
        self._move("another place", lambda: self.window.map.look_at(lon, lat, self.chance.randint(5, 12)))

    def _turn_wheel(self) -> None:
        canvas = self.window.map.focusProxy()
        below = QPointF(canvas.width() / 2, canvas.height() * 0.7)  # a popup that takes the wheel stands higher
        no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        turn = QPoint(0, -120)
        wheel = QWheelEvent(below, canvas.mapToGlobal(below), QPoint(), turn, no_button, PLAIN, no_phase, False)
        self._move("wheel", lambda: QApplication.sendEvent(canvas, wheel))

    def _press_on_map(self) -> None:
        button = "out" if self._ask(_VIEW)[2] == CLOSE else "in"
        box = f"document.querySelector('.leaflet-control-zoom-{button}').getBoundingClientRect()"
        middle = self._ask(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({box})")
        where = QPoint(*(round(each) for each in middle))
        self._move("button", lambda: QTest.mouseClick(self.window.map.focusProxy(), LEFT, PLAIN, where))

    def _see_all(self) -> None:
        self._move("zoom to all", self.window.map.zoom_to_all)

    def _move(self, way: str, act: Callable[[], object]) -> None:
        before = self._ask(_VIEW)
        self._do("zoom", act)
        wait_until(lambda: self._ask(_VIEW) != before, f"another view than {before} by {way}")

    def _come_to_rest(self) -> None:
        before = None
        while before != (before := self._ask(_VIEW)):
            rest(LONGER_THAN_A_ZOOM_MS)

    # All else

    def do_other_work(self, number: int) -> None:
        """Sort, search, choose all, scroll, filter and colour; every other time take it back by undo."""
        column = number % len(self.layer.columns)
        self._sort(column)
        self._search(("7", ">500")[number % 2])
        self._scroll()
        self._filter("value > 500" if number % 2 else "kind = 'dam'")
        self._style(("kind", "value")[number % 2], number)
        self.window.open_map.undo.undo() if number % 3 else None
        self._catch_up()
        self._filter("")

    def take_back(self) -> None:
        """Go back to how it was opened."""
        while self.window.open_map.undo.canUndo():
            self.window.open_map.undo.undo()
        self._catch_up()
        self.window.selection.clear()
        self._see_all_again()

    def _see_all_again(self) -> None:
        self.window.map.zoom_to_all()
        rest(REST_MS)

    def _sort(self, column: int) -> None:
        header = self.view.horizontalHeader()
        self.view.scrollTo(self.view.model().index(0, column))
        where = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        self._do("sorting", lambda: QTest.mouseClick(header.viewport(), LEFT, PLAIN, where))
        self._rows_are_there()

    def _search(self, text: str) -> None:
        table = self.window.table
        for what in (text, ""):  # all that is found is chosen, and stays so
            self._do("searching", lambda what=what: table.bar.search.setText(what))
            QTest.keyClick(table.bar.search, Qt.Key.Key_Return)
            self._rows_are_there()
            if what:
                found = len(self.view.rows_model.rows)
                self._do("choice of all", lambda: QTest.keyClick(self.view, Qt.Key.Key_A, CONTROL))
        if not found == len(self.view.selected_rows()) < len(self.layer):
            raise SystemExit(f"{found} rows were found, {len(self.view.selected_rows())} are chosen")

    def _scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        for place in np.linspace(0, bar.maximum(), 30).astype(int).tolist():
            self._do("scrolling", lambda place=place: bar.setValue(place))
        if self.view.rowAt(self.view.viewport().height() - 2) < self.view.model().rowCount() - 2:
            raise SystemExit("the table does not scroll to its end")

    def _filter(self, expression: str) -> None:
        self._do("filter dialog", self.window.layering.edit_filter)
        dialog = self._dialog(FilterDialog)
        dialog.expression.setPlainText(expression)
        self._accept("filtering", dialog)
        self._rows_are_there()

    def _style(self, column: str, number: int) -> None:
        self._do("style dialog", self.window.layering.edit_style)
        dialog = self._dialog(StyleDialog)
        dialog.colours.mode.setCurrentIndex(2 if column == "value" else 1)
        dialog.colours.column.setCurrentIndex(dialog.colours.column.findText(column))
        dialog.signs.width_px.setValue(1 + number % 5)  # another style each time
        self._accept("restyling", dialog)

    def _accept(self, doing: str, dialog: QDialog) -> None:
        rest(400)  # longer than the pause after which a dialog looks at what was typed
        wait_until(lambda: not dialog.worker.is_running, "what a dialog looks for")
        self._do(doing, dialog.accept)
        self._catch_up()

    def _dialog(self, kind: type) -> QDialog:
        return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())

    # Waiting

    def _do(self, doing: str, act: Callable[[], object]) -> None:
        self.pulse.begin(doing)
        act()
        rest(20)

    def _catch_up(self) -> None:
        wait_until(lambda: self.window.live_look._told is self.window.document, "the look of the map")

    def _rows_are_there(self) -> None:
        rest(20)
        busy = self.window.table.workers
        wait_until(lambda: not any(each.is_running for each in busy), "the rows in their order")

    def _some_row(self) -> int:
        row = self.window.selection.row
        while row == self.window.selection.row:
            row = self.chance.randrange(len(self.layer))
        return row

    def _has_in_middle(self, place: shapely.Point) -> bool:
        lon, lat, zoom = self._ask(_VIEW)
        return abs(lon - place.x) < 1e-3 and abs(lat - place.y) < 1e-3 and zoom == CLOSE

    def _ask(self, code: str) -> Any:
        answers: list[str] = []
        self.window.map.page().runJavaScript(f"JSON.stringify({code})", 0, answers.append)
        wait_until(lambda: bool(answers), code)
        return json.loads(answers[0])


_VIEW = "[infromap.map.getCenter().lng, infromap.map.getCenter().lat, infromap.map.getZoom()]"


def write_points(file: Path, count: int) -> Path:
    """Write so many points with six attributes."""
    chance = np.random.default_rng(1)
    west, south, east, north = BOX
    points = shapely.points(chance.uniform(west, east, count), chance.uniform(south, north, count))
    columns = {
        "number": np.arange(count),
        "name": np.array([f"place {number}" for number in range(count)], dtype=object),
        "kind": chance.choice(KINDS, count).astype(object),
        "value": chance.random(count) * 1_000,
        "people": chance.integers(0, 500, count),
        "day": chance.choice(["2024-01-01", "2025-06-30", "2026-02-09"], count).astype(object),
    }
    wkb, values = shapely.to_wkb(points), list(columns.values())
    pyogrio.raw.write(file, wkb, values, list(columns), geometry_type="Point", crs="EPSG:4326", driver="GPKG")
    return file


def work(user: User, choices: int, zooms: int) -> Iterator[dict[str, float]]:
    """Do all of it, and look at the memory now and then."""
    steps = [user.choose] * choices + [user.zoom] * zooms
    user.chance.shuffle(steps)
    looks = {round(len(steps) * (number + 1) / LOOKS) for number in range(LOOKS)}
    for number, step in enumerate(steps, start=1):
        step()
        if number % OTHER_WORK == 0:
            user.do_other_work(number // OTHER_WORK)
        if number in looks:
            user.pulse.begin("looking at the memory")
            yield memory_mb()


def main(points: int, choices: int, zooms: int, picture: str = "") -> dict[str, object]:
    """Return what was done, the memory, and for each kind of work the longest time that it held the window up."""
    with begun_program() as (windows, folder):
        file = write_points(folder / "points.gpkg", points)
        settle()
        empty = memory_mb()["all"]
        user = User(windows, file)
        opened = memory_mb()["all"]
        user.do_other_work(1)  # the first time loads what classifies
        looks = list(work(user, choices, zooms))
        if picture:
            rest(1_000)
            user.window.grab().save(picture)
        user.pulse.begin("taking back")
        user.take_back()
        settle()
        at_rest, chosen, zoomed, held_up = memory_mb()["all"], user.chosen, user.zoomed, user.pulse.longest_ms
        user.window.close()
        del user
        wait_until(lambda: not windows.open_windows, "the end of the window")
        rest(1_000)
        settle()
        closed = memory_mb()["all"]
    seen = [each["all"] for each in looks]
    return {
        "chosen": chosen,
        "zoomed": zoomed,
        "MB": {
            "before": empty,
            "opened": opened,
            "first half": statistics.median(seen[: len(seen) // 2]),
            "plateau": statistics.median(seen[len(seen) // 2 :]),
            "at rest": at_rest,
            "closed": closed,
        },
        "held up, ms": held_up,
        "looks": looks,
    }


def rounded(figures: object) -> object:
    """Return figures as people read them."""
    if isinstance(figures, dict):
        return {name: rounded(each) for name, each in figures.items()}
    if isinstance(figures, list):
        return [rounded(each) for each in figures]
    return round(figures) if isinstance(figures, float) else figures


if __name__ == "__main__":
    print(json.dumps(rounded(main(*map(int, sys.argv[1:4]), *sys.argv[4:5])), indent=1))
