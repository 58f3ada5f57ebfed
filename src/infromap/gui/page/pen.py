"""The pen: a point, a line or an area that the user draws on the map."""

import json
import logging
import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from infromap.assets import read_resource

if TYPE_CHECKING:
    from infromap.gui.page.map_view import MapView

logger = logging.getLogger(__name__)

Kind = Literal["point", "line", "area"]
Points = tuple[tuple[float, float], ...]

MOST_POINTS = 10_000
_MOST_LETTERS = 100 * MOST_POINTS
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Pen(QObject):
    """Draws one shape at a time on the map; each tool has a pen of its own, and one of them at most is down.

    Points are (lon, lat) in degrees, the first one within ±180; a line across 180° goes on beyond it. A click adds
    a vertex, dragging moves one, the handle in the middle of a leg makes one more, right click or Delete takes one
    away, Backspace takes back the last step, double click or Enter ends, Escape cancels. A pen that puts down a
    ``point`` where there was none ends with the first click.
    """

    changed = Signal(object)  # Points so far, also while one is dragged
    finished = Signal(object)  # Points: one, two or more, three or more
    cancelled = Signal()  # by the user, or because another pen was taken

    def __init__(self, map_view: "MapView", parent: QObject | None = None):
        super().__init__(parent)
        self._map = map_view
        self._name = ""  # of the drawing under way, which comes back with all that the page tells of it
        self._kind: Kind = "line"
        self._hint = ""
        self._before: Points = ()
        self.points: Points = ()
        map_view.pen_reported.connect(self._hear)
        map_view.painted.connect(self._draw_again)

    @property
    def is_down(self) -> bool:
        """Whether the user is drawing."""
        return bool(self._name)

    def start(
        self, kind: Kind, points: Sequence[tuple[float, float]] = (), *, hint: str = "", last: Points = ()
    ) -> None:
        """Let the user draw; what another pen was drawing is cancelled.

        Parameters
        ----------
        kind
            What is drawn.
        points
            What there is already, to be changed.
        hint
            What the user reads above the map; without it how the pen is used.
        last
            What was drawn before: it stays in sight until something new is begun.
        """
        self.stop()
        self._name, self._kind, self._hint, self._before = os.urandom(16).hex(), kind, hint, last
        self.points = tuple((float(lon), float(lat)) for lon, lat in points)
        self._keep_keys()
        self._map.setFocus(Qt.FocusReason.OtherFocusReason)
        self._draw()

    def stop(self) -> None:
        """Take the drawing off the map; no signal tells of it."""
        if self._name:
            self._map.run(f"window.infromap?.pen?.stop({json.dumps(self._name)})")
        self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the page the keys of the pen, which are shortcuts of the window otherwise."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        if not self._map.is_painted:
            return  # there is nothing to draw on yet; when there is, it is drawn
        options = {
            "name": self._name,
            "kind": self._kind,
            "points": self.points,
            "last": self._before,
            "words": {
                "hint": self._hint or self._usual_hint(),
                "done": self.tr("Done"),
                "cancel": self.tr("Cancel"),
                "vertex": self.tr("Point {number} of {count}"),
            },
        }
        self._map.run(f"{_scripts()}\nwindow.infromap.pen.start({json.dumps(options)});")

    def _draw_again(self) -> None:
        """Go on after the page was loaded again."""
        if self._name:
            self._keep_keys()  # a page that comes back after its process died has another widget
            self._draw()

    def _usual_hint(self) -> str:
        if self._kind == "point":
            return self.tr("Click where it is. Esc cancels.")
        return self.tr("Click to add points, drag to move them. Enter or double click ends, Backspace goes back.")

    def _hear(self, text: str) -> None:
        if not self._name:
            return
        report = read_report(text)
        if report is None:
            logger.warning("the page told of a drawing that is none")
            return
        name, what, points = report
        if name != self._name:
            return
        self.points = points
        if what == "changed":
            self._before = ()
            self.changed.emit(points)
            return
        self._let_go()
        if what == "finished":
            self.finished.emit(points)
        else:
            self.cancelled.emit()

    def _keep_keys(self) -> None:
        for widget in (self._map, self._map.focusProxy()):
            if widget is not None:
                widget.removeEventFilter(self)
                widget.installEventFilter(self)

    def _let_go(self) -> None:
        self._name = ""
        for widget in (self._map, self._map.focusProxy()):
            if widget is not None:
                widget.removeEventFilter(self)

    def _is_own(self, event: QKeyEvent) -> bool:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        is_undo = event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return is_undo or (is_plain and event.key() in _OWN_KEYS)


def read_report(text: str) -> tuple[str, str, Points] | None:
    """Read what the page tells of a drawing: its name, what happened, its points; None if it is anything else."""
    if len(text) > _MOST_LETTERS:
        return None
    try:
        report = json.loads(text)
        name, what, points = report["name"], report["what"], report["points"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    is_known = isinstance(name, str) and what in ("changed", "finished", "cancelled")
    if not is_known or not isinstance(points, list) or len(points) > MOST_POINTS or not all(map(_is_point, points)):
        return None
    return name, what, tuple((float(lon), float(lat)) for lon, lat in points)


def _is_point(value: object) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in value):
        return False
    return abs(value[0]) <= 540 and abs(value[1]) <= 90  # which no NaN and no infinity is


@cache
def _scripts() -> str:
    """Return what brings the pen into the page, once: no exported page has it."""
    styles = json.dumps(read_resource("style/window-pen.css"))
    scripts = [read_resource(f"script/{name}.js") for name in ("window-pen-marks", "window-pen")]
    dressing = (
        f"const sheet = new CSSStyleSheet(); sheet.replaceSync({styles}); document.adoptedStyleSheets.push(sheet);"
    )
    parts = [dressing, *scripts]
    return f"if (!window.infromap.pen) {{\n{''.join(parts)}\n}}"
