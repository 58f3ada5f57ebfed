"""Where the pointer is: in the status bar, onto the clipboard, and in the menu of a place on the map."""

import json
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from infromap.coordinates import Notation, write_lon_lat
from infromap.gui.figures import write_place, write_scale

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow

_NEXT = {Notation.DEGREES: Notation.MINUTES, Notation.MINUTES: Notation.UTM, Notation.UTM: Notation.DEGREES}
_POINTER_DIGITS = 4  # eleven metres: less than a pixel at the closest zoom
_WIDEST = (-100.88888, -50.88888)
_PLAUSIBLE_DPI = (50, 600)  # a projector may say that its inch has one dot


class Position(QObject):
    """The place under the pointer, the scale, and what may be done with a place."""

    menu_asked = Signal(QMenu, float, float)  # of a place (lon, lat): who has something to offer there adds it

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.map
        self._pointer: tuple[float, float] | None = None
        self._centre = (0.0, 0.0)
        self.notation = Notation.DEGREES
        self.readout = QToolButton(autoRaise=True)
        self.readout.setAccessibleName(self.tr("Coordinates under the pointer"))
        self.readout.setToolTip(self.tr("Coordinates under the pointer; click for degrees, minutes, or UTM"))
        self.readout.clicked.connect(self.cycle)
        self.scale = QLabel()
        self.scale.setAccessibleName(self.tr("Scale"))
        self.scale.setToolTip(self.tr("Scale in the middle of the map"))
        for place, widget in enumerate((self.readout, self.scale)):
            window.statusBar().insertPermanentWidget(place, widget)
        self._map.pointer_moved.connect(self._follow)
        self._map.view_changed.connect(self._show_view)
        self._map.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._map.customContextMenuRequested.connect(self._ask_menu)
        window.commands.separate("edit")
        window.commands.add(
            "edit", "copy_coordinates", self.tr("C&opy Coordinates"), self.copy, "Ctrl+Shift+C", needs="map"
        )
        window.commands.add(
            "edit", "copy_lon_lat", self.tr("Copy Coordinates as &Lon, Lat"), self.copy_lon_lat, needs="map"
        )
        self._fit()
        self._write()

    def place(self) -> tuple[float, float]:
        """Return the place that is meant without a click: under the pointer, else the pin, else the map's middle."""
        pin = self._window.mark.place
        return self._pointer or (pin[:2] if pin else self._centre)

    def cycle(self) -> None:
        """Write coordinates in the next notation."""
        self.notation = _NEXT[self.notation]
        self._fit()
        self._write()

    def copy(self) -> None:
        """Copy the place for people, latitude first."""
        self._copy(write_place(*self.place(), self.notation))

    def copy_lon_lat(self) -> None:
        """Copy the place for files, longitude first."""
        self._copy(write_lon_lat(*self.place()))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.statusBar().showMessage(self.tr("Copied: {text}").format(text=text), 6_000)

    def _follow(self, lon: float, lat: float) -> None:
        self._pointer = None if math.isnan(lon) else (lon, lat)
        self._write()

    def _show_view(self, lon: float, lat: float, _zoom: float, metres_per_pixel: float) -> None:
        self._centre = (lon, lat)
        self.scale.setText(write_scale(metres_per_pixel, self._dots_per_inch()))

    def _write(self) -> None:
        place = self._pointer
        self.readout.setText(write_place(*place, self.notation, digits=_POINTER_DIGITS) if place else "–")

    def _fit(self) -> None:
        """Make room for the longest text, so that nothing beside it moves with the pointer."""
        widest = write_place(*_WIDEST, self.notation, digits=_POINTER_DIGITS)
        self.readout.setMinimumWidth(self.readout.fontMetrics().horizontalAdvance(widest) + 16)

    def _dots_per_inch(self) -> float:
        screen = self._map.screen()
        least, most = _PLAUSIBLE_DPI
        dots = screen.physicalDotsPerInch()
        return dots if least <= dots <= most else screen.logicalDotsPerInch()

    def _ask_menu(self, at: QPoint) -> None:
        """Ask the page which place that is, and show its menu."""
        x, y = at.x() / self._map.zoomFactor(), at.y() / self._map.zoomFactor()
        code = f"JSON.stringify(window.infromap?.placeAt?.({x}, {y}) || null)"
        self._map.page().runJavaScript(code, 0, lambda answer: self._show_menu(at, answer))

    def _show_menu(self, at: QPoint, answer: object) -> None:
        place = _read_place(answer)
        if place is None:
            return
        lon, lat = place
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._map.hasSelection():
            menu.addAction(self.tr("Copy &Text"), lambda: self._map.triggerPageAction(self._map.page().WebAction.Copy))
            menu.addSeparator()
        people, files = write_place(lon, lat, self.notation), write_lon_lat(lon, lat)
        menu.addAction(self.tr("&Copy {place}").format(place=people), lambda: self._copy(people))
        menu.addAction(self.tr("Copy {place} (&lon, lat)").format(place=files), lambda: self._copy(files))
        self.menu_asked.emit(menu, lon, lat)
        menu.popup(self._map.mapToGlobal(at))


def _read_place(answer: object) -> tuple[float, float] | None:
    """Read the page's lon and lat in degrees; None for anything else."""
    try:
        lon, lat = map(float, json.loads(str(answer)))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None
    return (lon, lat) if abs(lon) <= 180 and abs(lat) <= 90 else None
