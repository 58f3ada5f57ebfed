"""Measures lengths and areas on the map, with a pen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from infromap.geodesic import distance_km
from infromap.gui.page.pen import Pen, Points
from infromap.gui.tools.measure_panel import MeasurePanel
from infromap.gui.tools.measurement import Measurement

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from infromap.gui.window import MainWindow


class Measuring(QObject):
    """A pen and a panel, which is there while something is measured.

    Double click or Enter ends a measurement, and the next click begins another one; Escape puts the pen away.
    """

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._is_area = False
        self._is_ended = False  # the panel and the map still show the measurement before
        self._measurement = Measurement()
        self._pen = Pen(window.map, self)
        self._pen.changed.connect(self._show)
        self._pen.finished.connect(self._go_on)
        self._pen.cancelled.connect(self.stop)
        self.panel = MeasurePanel()
        self.panel.copied.connect(self.copy)
        self.panel.closed.connect(self.stop)
        self.dock = window.add_dock("measure", self.tr("Measure"), self.panel, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.dock.visibilityChanged.connect(self._follow_dock)
        self.dock.hide()
        window.open_map.opened.connect(self.stop)
        window.map.pointer_moved.connect(self._follow)
        window.position.menu_asked.connect(self._offer)
        add = window.commands.add
        add("tools", "measure_length", self.tr("&Measure Length"), self.measure_length, "Ctrl+Shift+M", needs="map")
        add("tools", "measure_area", self.tr("Measure &Area"), self.measure_area, "Ctrl+Shift+J", needs="map")

    def measure_length(self) -> None:
        """Take the pen for a line."""
        self._start(is_area=False)

    def measure_area(self) -> None:
        """Take the pen for an area."""
        self._start(is_area=True)

    def stop(self) -> None:
        """Put the pen away, and the panel with it."""
        self._pen.stop()
        self.dock.hide()

    def take_over(self, other: Measuring) -> None:
        """Go on with what is measured in another window, which may then go."""
        if not other._pen.is_down:
            return
        self._is_area = other._is_area
        points = other._measurement.points
        if other._is_ended:
            self._go_on(points)
        else:
            self._start(is_area=self._is_area, points=points)

    def copy(self) -> None:
        """Copy what is measured as a table."""
        QGuiApplication.clipboard().setText(self._measurement.to_table())
        self._window.statusBar().showMessage(self.tr("Copied: the measurement as a table"), 6_000)

    def _start(self, *, is_area: bool, points: Points = (), last: Points = ()) -> None:
        self._is_area = is_area
        self._is_ended = bool(last)
        hint = self.tr("Click from point to point. Double click or Enter ends, Esc puts the tool away.")
        self._pen.start("area" if is_area else "line", points, hint=hint, last=last)
        if not last:
            self._show(points)
        self.dock.show()

    def _show(self, points: Points) -> None:
        self._is_ended = False
        self._measurement = Measurement(points, self._is_area)
        self.panel.show_measurement(self._measurement, None)

    def _go_on(self, points: Points) -> None:
        """Leave the measurement in sight, and be ready for the next one."""
        self._show(points)
        self._start(is_area=self._is_area, last=points)

    def _follow(self, lon: float, lat: float) -> None:
        points = self._measurement.points
        if not self._pen.is_down or self._is_ended or not points:
            return
        km = None if math.isnan(lon) else distance_km(shapely.Point(points[-1]), shapely.Point(lon, lat))
        self.panel.show_measurement(self._measurement, km)

    def _follow_dock(self, is_visible: bool) -> None:
        """Let the pen come and go with the panel, by whatever way that does."""
        if is_visible and not self._pen.is_down and self._window.document:
            self._start(is_area=self._is_area)
        elif not is_visible and not self.dock.isVisible() and not self._window.isMinimized():
            self._pen.stop()

    def _offer(self, menu: QMenu, lon: float, lat: float) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("&Measure from Here"), lambda: self._start(is_area=False, points=((lon, lat),)))
