"""Walks through the program as its user does, with xdotool's pointer and keys, and keeps a picture of each step.

The pictures go to ``docs/manual/``, and a file that is asked for is looked for where it should be. Run it as
``make walk``: it needs an X display of its own with a window manager, because it takes the pointer.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from infromap.assets import geodata_path
from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme

PICTURES = Path(__file__).resolve().parent / "manual"
TICK_MS, PATIENCE_MS, SETTLE_MS = 50, 120_000, 900
ROWS = 100_000


class Hand:
    """The user's hand: every movement and key goes through the X server."""

    def keys(self, *combinations: str) -> None:
        """Press combinations, as xdotool names them: ``ctrl+k``."""
        self._xdotool("key", "--clearmodifiers", *combinations)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "8", text)

    def click(self, place: QPoint, *, times: int = 1, button: int = 1) -> None:
        """Click at a place of the screen."""
        self._xdotool("mousemove", str(place.x()), str(place.y()), "click", "--repeat", str(times), str(button))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move in steps, let go."""
        self._xdotool("mousemove", str(start.x()), str(start.y()), "mousedown", "1")
        for step in range(1, 6):
            place = start + (end - start) * step / 5
            self._xdotool("mousemove", str(place.x()), str(place.y()), "sleep", "0.05")
        self._xdotool("mouseup", "1")

    @staticmethod
    def middle(widget: QWidget) -> QPoint:
        """Return where a widget's middle is on the screen."""
        return widget.mapToGlobal(widget.rect().center())

    @staticmethod
    def _xdotool(*words: str) -> None:
        subprocess.run(["xdotool", *words], check=True, timeout=60)


class Walk(QObject):
    """Takes one step after the other; each yields a condition to wait for, or None for the time it takes to settle."""

    def __init__(self, steps: Iterator[Callable[[], bool] | None]):
        super().__init__()
        self._steps = steps
        self._condition: Callable[[], bool] | None = None
        self._waited = 0
        self.failed = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self._waited += TICK_MS
        if self._waited > PATIENCE_MS:
            self._stop("nothing came of it within two minutes")
        elif self._waited >= SETTLE_MS and self._is_met():
            self._go_on()

    def _is_met(self) -> bool:
        try:
            return self._condition is None or self._condition()
        except Exception as error:
            self._stop(f"{type(error).__name__}: {error}")
            return False

    def _go_on(self) -> None:
        self._waited = 0
        try:
            self._condition = next(self._steps)
        except StopIteration:
            self._stop("")
        except Exception as error:
            self._stop(f"{type(error).__name__}: {error}")

    def _stop(self, reason: str) -> None:
        self._timer.stop()
        if reason:
            self.failed = True
            print(f"the walk stopped: {reason}", file=sys.stderr)
        QApplication.exit(int(self.failed))


Steps = Iterator[Callable[[], bool] | None]


class Tour:
    """The steps, in the order in which a user would take them."""

    def __init__(self, windows, folder: Path):
        self.windows, self.folder = windows, folder
        self.hand = Hand()
        self._pictures = 0
        self._painted = 0
        self.window.map.painted.connect(self._count_painted)

    @property
    def window(self):
        """The window that is on the screen; another language brings another one."""
        return self.windows.open_windows[-1]

    def steps(self) -> Steps:
        """Take all of them."""
        yield from self.open_article()
        yield from self.select()
        yield from self.find()
        yield from self.correct()
        yield from self.keep()
        yield from self.open_points()
        yield from self.measure()
        yield from self.export()
        yield from self.change_looks()

    def open_article(self) -> Steps:
        """Open the bundled brief by the file dialog."""
        yield None
        self.picture("empty window")
        self.hand.keys("ctrl+o")
        yield from self.answer_file(sorted(geodata_path("articles").glob("*.txt"))[-1])
        yield from self.painted(1)
        self.picture("article")

    def select(self) -> Steps:
        """Choose projects on the map, in the list and in the text."""
        hospital = self.window.document.features[0]
        place: list = []
        self.on_map(hospital.geometry.x, hospital.geometry.y, place)
        yield lambda: bool(place)
        self.hand.click(place[0])
        yield lambda: self.chosen() == hospital.id
        self.picture("chosen on the map")
        road = next(each for each in self.window.document.features if each.geometry_length_km)
        tree = self.window.projects.tree
        self.hand.click(tree.viewport().mapToGlobal(tree.visualRect(self.window.projects.model.find(road.id)).center()))
        yield lambda: self.chosen() == road.id
        self.picture("chosen in the list")
        last = self.window.document.features[-1]
        spot = self.words_of(last)
        yield None
        self.hand.click(spot())
        yield lambda: self.chosen() == last.id
        self.picture("chosen in the article")

    def find(self) -> Steps:
        """Find a project by some letters."""
        self.hand.keys("ctrl+k")
        yield None
        self.hand.type("ulgai")
        yield None
        self.picture("find anything")
        self.hand.keys("Return")
        yield lambda: "Ulgaisyn" in self.chosen_name()

    def correct(self) -> Steps:
        """Set the point of Ulgaisyn by hand, take it back, and do it again."""
        before = self.feature().geometry
        self.hand.keys("ctrl+e")
        yield None
        self.window.correcting.places.names.setFocus()
        yield None
        self.hand.type("U")
        yield None
        self.hand.keys("ctrl+j")
        yield None
        self.picture("candidates of a place")
        self.hand.click(self.hand.middle(self.window.correcting.places.set_on_map))
        yield None
        place: list = []
        ulgaisyn = next(each.place for each in self.feature().resolved if each.mention.name == "Ulgaisyn")
        self.on_map(ulgaisyn.point.x, ulgaisyn.point.y, place)
        yield lambda: bool(place)
        self.hand.drag(place[0], place[0] + QPoint(40, -30))
        yield None
        self.picture("a point set by hand")
        self.hand.keys("Return")
        yield None
        self.picture("how exact is it")
        self.hand.keys("Return")
        yield lambda: self.feature().geometry != before
        yield None
        self.picture("corrected by hand")
        self.hand.keys("ctrl+z")
        yield lambda: self.feature().geometry == before
        self.picture("undone")
        self.hand.keys("ctrl+shift+z")
        yield lambda: self.feature().geometry != before

    def keep(self) -> Steps:
        """Save the project and open it again."""
        project = self.folder / "kazakhstan.infromap"
        self.hand.keys("ctrl+shift+s")
        yield from self.answer_file(project)
        yield project.is_file
        painted = self._painted
        self.hand.keys("ctrl+o")
        yield from self.answer_file(project)
        yield lambda: self._painted > painted
        assert any(feature.corrections for feature in self.window.document.features)
        self.picture("project opened again")

    def open_points(self) -> Steps:
        """Open 100,000 points, look at style and filter, filter, and open the table."""
        path = self.folder / "stations.gpkg"
        write_points(path, ROWS)
        painted = self._painted
        self.hand.keys("ctrl+o")
        yield from self.answer_file(path)
        yield lambda: self._painted > painted
        yield None
        self.picture("100,000 points")
        panel = self.window.layering.panel
        (item,) = panel.tree.findItems("stations", Qt.MatchFlag.MatchStartsWith, 0)
        place = panel.tree.viewport().mapToGlobal(panel.tree.visualItemRect(item).center())
        self.hand.click(place)
        yield None
        self.hand.keys("F7")
        yield None
        self.picture("style of a layer")
        self.hand.keys("Escape")
        yield None
        self.hand.keys("ctrl+shift+x")
        yield None
        self.hand.type("megawatt > 900 AND kind = 'wind'")
        yield None
        self.picture("filter of a layer")
        ok = QApplication.activeModalWidget().buttons.button(QDialogButtonBox.StandardButton.Ok)
        yield ok.isEnabled  # once the expression is understood
        self.hand.click(self.hand.middle(ok))
        yield lambda: self.window.document.layers[0].filter is not None
        self.picture("filtered")
        self.hand.keys("F6")
        yield self.window.table.isVisible
        yield None
        self.picture("attribute table")
        self.hand.keys("F6")
        yield None

    def measure(self) -> Steps:
        """Measure a length."""
        self.hand.keys("ctrl+shift+m")
        yield None
        for lon, lat in ((57.2, 50.3), (69.4, 53.3), (73.1, 49.8)):
            place: list = []
            self.on_map(lon, lat, place)
            yield lambda place=place: bool(place)
            self.hand.click(place[0])
            yield None
        self.picture("measured")
        self.hand.keys("Escape")
        yield None

    def export(self) -> Steps:
        """Export the map in every format."""
        for suffix in (".html", ".png", ".pdf", ".gpkg", ".geojson", ".kml", ".csv"):
            path = self.folder / f"map{suffix}"
            self.hand.keys("ctrl+shift+e")
            yield from self.answer_file(path)
            if suffix in (".png", ".pdf"):
                yield None
                if suffix == ".pdf":
                    yield has_preview
                    yield None  # the sheets are drawn by a thread of Qt's
                    yield None
                self.picture(f"export as {suffix[1:]}")
                self.hand.keys("Return")
            yield path.is_file
            print(f"{path.name}: {path.stat().st_size:,} bytes")
        yield None
        self.picture("exported")

    def change_looks(self) -> Steps:
        """Go dark, and speak the other languages."""
        looks = {"theme_dark": "dark", "language_ru": "Russian", "language_kk": "Kazakh", "language_zh": "Chinese"}
        for name, title in looks.items():
            self.window.commands[name].trigger()
            yield None
            yield lambda: self.window.map.is_painted
            yield None
            self.picture(title)

    # What steps have in common

    def answer_file(self, path: Path) -> Steps:
        """Type a name into the file dialog that comes."""
        yield lambda: QApplication.activeModalWidget() is not None
        yield None
        self.hand.keys("ctrl+a")
        self.hand.type(str(path))
        yield None
        self.hand.keys("Return")
        yield lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog)

    def painted(self, times: int) -> Steps:
        """Wait until the map was drawn so many times."""
        yield lambda: self._painted >= times
        yield None

    def chosen(self) -> str:
        """Return the id of the chosen project; empty if none is."""
        feature = self.window.selection.feature
        return feature.id if feature else ""

    def chosen_name(self) -> str:
        """Return the name of the chosen project; empty if none is."""
        feature = self.window.selection.feature
        return feature.name if feature else ""

    def feature(self):
        """Return the chosen project."""
        return next(each for each in self.window.document.features if each.id == self.chosen())

    def on_map(self, lon: float, lat: float, place: list) -> None:
        """Ask the page where a place is on the screen; the answer comes into the list."""
        view = self.window.map

        def hear(answer: str) -> None:
            x, y = json.loads(answer)
            place.append(view.mapToGlobal(QPoint(round(x), round(y))))

        view.page().runJavaScript(f"JSON.stringify(window.infromap.pointOf({lon}, {lat}))", 0, hear)

    def words_of(self, feature) -> Callable[[], QPoint]:
        """Bring the words that name a project into view; the answer tells where they are."""
        quote = next(each for each in feature.project.quotes if each.field == "kind")
        text = self.window.article.text
        cursor = text.textCursor()
        cursor.setPosition(quote.start + 2)
        text.setTextCursor(cursor)
        text.centerCursor()
        return lambda: text.viewport().mapToGlobal(text.cursorRect(cursor).center())

    def picture(self, title: str) -> None:
        """Keep what the screen shows."""
        self._pictures += 1
        name = f"{self._pictures:02}-{title.replace(' ', '-').replace(',', '').lower()}.webp"
        QApplication.primaryScreen().grabWindow(0).save(str(PICTURES / name), quality=80)
        print(name, flush=True)

    def _count_painted(self) -> None:
        self._painted += 1


def has_preview() -> bool:
    """Return whether the dialog on top shows the sheets that it would write."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QMessageBox):
        raise RuntimeError(dialog.text())  # noqa: TRY004  # it is no wrong argument
    preview = dialog.preview
    return preview.currentWidget() is preview.sheets


def write_points(path: Path, count: int) -> None:
    """Write points all over Central Asia with a name, a kind and a figure."""
    chance = np.random.default_rng(20261125)
    lon, lat = chance.uniform(47, 87, count), chance.uniform(37, 55, count)
    kinds = chance.choice(["wind", "solar", "hydro", "gas"], count).astype(object)
    names = np.array([f"Station {number}" for number in range(count)], dtype=object)
    megawatt = chance.integers(1, 1000, count)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.points(lon, lat)), [names, kinds, megawatt], ["name", "kind", "megawatt"],
        geometry_type="Point", crs="EPSG:4326", driver="GPKG",
    )  # fmt: skip


def main() -> int:
    """Walk, and return whether it came to its end."""
    prepare_environment()
    register_scheme()
    application = QApplication(["infromap"])
    from infromap.gui.app import Windows

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        windows = Windows("en")
        window = windows.new()
        window.showFullScreen()
        window.show_start()
        walk = Walk(Tour(windows, Path(folder)).steps())
        status = application.exec()
        for window in list(windows.open_windows):
            window.open_map.undo.setClean()
            window.close()
        return status or int(walk.failed)


if __name__ == "__main__":
    sys.exit(main())
