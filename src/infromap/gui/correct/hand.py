"""The user's hand on the map: it draws the point or the line of a project, and says how exactly."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

import shapely
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QInputDialog

from infromap.gui.page.pen import Pen, Points

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow
    from infromap.model.mapdoc import Feature
    from infromap.model.place import Exactness

_REACH_PIXELS = 10  # how exactly a hand points on a screen
_SAME_DEGREES = 2e-6


class _Drawing(NamedTuple):
    """What is under way."""

    kind: Literal["point", "line"]
    feature: Feature
    name: str | None = None  # whose point is meant; None for the project itself
    begin: Points = ()


class Hand(QObject):
    """One point or line at a time."""

    drawn = Signal(object, object)  # Correction, and the StepName of its step

    def __init__(self, window: MainWindow, today: Callable[[], str]):
        super().__init__(window)
        self._window = window
        self._today = today
        self._pen = Pen(window.map, self)
        # not within the page's own word: the map would stand still while a dialog is open there
        self._pen.finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._pen.cancelled.connect(self._let_go)
        self._drawing: _Drawing | None = None
        self._metres_per_pixel = 1000.0
        window.map.view_changed.connect(self._follow_view)
        window.open_map.opened.connect(self._drop)

    def draw_point(self, feature: Feature, name: str | None = None) -> None:
        """Let the user set the point of a name of the project; without a name that of its one place, or of itself."""
        if name is None:
            is_sure, name = self._which(feature)
            if not is_sure:
                return
        place = next((each.place for each in feature.resolved if name and each.mention.name == name), None)
        whole = feature.geometry if name is None and isinstance(feature.geometry, shapely.Point) else None
        point = place.point if place else whole
        begin = ((float(point.x), float(point.y)),) if point else ()
        self._start(_Drawing("point", feature, name, begin), begin)

    def draw_line(self, feature: Feature) -> None:
        """Let the user draw the line of a project, beginning with the straight legs between its waypoints."""
        from infromap.session.drawn_line import pen_points

        self._start(_Drawing("line", feature), pen_points(feature.waypoints))

    def take_over(self, other: Hand) -> None:
        """Go on with what is drawn in another window, which may then go."""
        if other._drawing:
            self._start(other._drawing, other._pen.points)

    def _start(self, drawing: _Drawing, points: Points) -> None:
        self._pen.start(drawing.kind, points, hint=self._hint(drawing))
        self._drawing = drawing

    def _hint(self, drawing: _Drawing) -> str:
        if drawing.kind == "line":
            return ""  # the usual one
        hint = (
            self.tr(
                "Drag the point of {name} to its place, or move it by the arrow keys, then press Enter. Esc cancels."
            )
            if drawing.begin
            else self.tr("Click where {name} is. Esc cancels.")
        )
        return hint.format(name=_short(drawing.name or drawing.feature.name))

    def _which(self, feature: Feature) -> tuple[bool, str | None]:
        """Return whether it is known whose point is meant, and which name's; None for the project itself."""
        from infromap.model.correction import PointMoved

        placed = list(dict.fromkeys(each.mention.name for each in feature.resolved if each.place))
        names = placed or list(dict.fromkeys(each.mention.name for each in feature.resolved))
        is_put_whole = any(isinstance(each, PointMoved) and each.name is None for each in feature.corrections)
        if is_put_whole or not names or (not placed and len(names) > 1):
            return True, None
        if len(names) == 1:
            return True, names[0]
        title, question = self.tr("Move Marker"), self.tr("Which point shall be moved?")
        name, is_accepted = QInputDialog.getItem(self._window, title, question, names, 0, False)
        return is_accepted, name

    def _take_point(self, drawing: _Drawing, points: Points) -> None:
        from infromap.model.correction import PointMoved
        from infromap.session.corrections import known_as

        feature, name, begin = drawing.feature, drawing.name, drawing.begin
        lon, lat = points[0]
        lon = (lon + 180.0) % 360.0 - 180.0
        if (
            begin
            and math.isclose(begin[0][0], lon, abs_tol=_SAME_DEGREES)
            and math.isclose(begin[0][1], lat, abs_tol=_SAME_DEGREES)
        ):
            return
        known = self._ask_exactness(self.tr("How exactly do you know where {name} is?"), name or feature.name)
        if known is None:
            return
        exactness, accuracy_km = known
        point = shapely.Point(round(lon, 7), round(lat, 7))
        moved = PointMoved(
            project=known_as(feature),
            date=self._today(),
            name=name,
            point=point,
            exactness=exactness,
            accuracy_km=accuracy_km,
        )
        translate = QCoreApplication.translate
        if begin:
            self.drawn.emit(moved, lambda: translate("Hand", "Move Marker"))
        else:
            self.drawn.emit(moved, lambda: translate("Hand", "Place by Hand"))

    def _take_line(self, feature: Feature, points: Points) -> None:
        from infromap.model.correction import LineDrawn
        from infromap.session.corrections import known_as
        from infromap.session.drawn_line import is_same_line, name_vertices

        if is_same_line(points, feature.waypoints):
            return
        known = self._ask_exactness(
            self.tr("How exactly do you know the points that you moved or added to {name}?"), feature.name
        )
        if known is None:
            return
        exactness, accuracy_km = known
        line = LineDrawn(
            project=known_as(feature),
            date=self._today(),
            vertices=name_vertices(points, feature.waypoints),
            exactness=exactness,
            accuracy_km=accuracy_km,
        )
        self.drawn.emit(line, lambda: QCoreApplication.translate("Hand", "Edit Line"))

    def _ask_exactness(self, question: str, name: str) -> tuple[Exactness, float] | None:
        from infromap.gui.correct.correction_dialogs import ExactnessDialog

        dialog = ExactnessDialog(question.format(name=_short(name)), self._likely_km(), self._window)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _likely_km(self) -> float:
        """Return how exactly a hand can point at this scale, at best a hundred metres."""
        return round(max(0.1, self._metres_per_pixel * _REACH_PIXELS / 1000.0), 1)

    def _follow_view(self, _lon: float, _lat: float, _zoom: float, metres_per_pixel: float) -> None:
        self._metres_per_pixel = metres_per_pixel

    def _finish(self, points: Points) -> None:
        drawing, self._drawing = self._drawing, None
        if drawing and drawing.kind == "point":
            self._take_point(drawing, points)
        elif drawing:
            self._take_line(drawing.feature, points)

    def _let_go(self) -> None:
        self._drawing = None

    def _drop(self) -> None:
        self._drawing = None
        self._pen.stop()


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
