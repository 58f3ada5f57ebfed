"""How a layer looks in a list: a marker, a line or an area in its colour, or in the colours of its classes."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import shapely
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from infromap.gui.icons import KEPT
from infromap.model.layer_style import Marker

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.render.layer_signs import Legend, LegendEntry

_WIDTH, _HEIGHT = 44, 32  # device pixels: sharp at 22 × 16 on a screen of double density
_POINTS, _LINES = (0, 4), (1, 2, 5)  # of shapely.GeometryType
_SAMPLE = 200  # rows that are looked at: one that is like them is enough
_ARM = 0.4  # half the width of a cross's arms
_CORNERS = {  # as in resources/script/markers.js, of radius 1
    Marker.SQUARE: [(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)],
    Marker.TRIANGLE: [(0, -1.25), (1.2, 0.85), (-1.2, 0.85)],
    Marker.DIAMOND: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
    Marker.STAR: [
        ((0.6 if i % 2 else 1.4) * math.sin(i * math.pi / 5), -(0.6 if i % 2 else 1.4) * math.cos(i * math.pi / 5))
        for i in range(10)
    ],
    Marker.CROSS: [
        *((-_ARM, -1.2), (_ARM, -1.2), (_ARM, -_ARM), (1.2, -_ARM), (1.2, _ARM), (_ARM, _ARM)),
        *((_ARM, 1.2), (-_ARM, 1.2), (-_ARM, _ARM), (-1.2, _ARM), (-1.2, -_ARM), (-_ARM, -_ARM)),
    ],
}


def layer_icon(layer: Layer) -> QIcon:
    """Return the symbol of a layer."""
    classes = layer.style.classes
    marker = Marker.CIRCLE if layer.style.markers else layer.style.marker
    return _icon(_kind(layer), classes.colours if classes else (layer.style.colour,), marker)


def entry_icon(layer: Layer, legend: Legend, entry: LegendEntry) -> QIcon:
    """Return the symbol of an entry of a layer's legend: markers are those of points, whatever else the layer holds."""
    has_markers = len({each.marker for each in legend.entries}) > 1
    return _icon("points" if has_markers else _kind(layer), (entry.colour,), entry.marker)


def marker_icon(marker: Marker, colour: str) -> QIcon:
    """Return a marker."""
    return _icon("points", (colour,), marker)


@lru_cache(KEPT)
def _icon(kind: str, colours: tuple[str, ...], marker: Marker) -> QIcon:
    """Return the symbol of points, lines or areas in some colours from left to right."""
    picture = QPixmap(_WIDTH, _HEIGHT)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _brush(colours)
    match kind:
        case "points":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            _draw_marker(painter, marker, QPointF(_WIDTH / 2, _HEIGHT / 2), 11)
        case "lines":
            painter.setPen(QPen(brush, 6))
            painter.drawLine(4, _HEIGHT // 2, _WIDTH - 4, _HEIGHT // 2)
        case _:
            painter.setPen(QPen(QColor(colours[0]).darker(130), 3))
            painter.setBrush(brush)
            painter.drawRect(QRectF(5, 5, _WIDTH - 10, _HEIGHT - 10))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # or Qt mixes it with the colour of what is chosen
    return icon


def layer_has_points(layer: Layer) -> bool:
    """Tell whether any row of a layer is drawn as points; a row of several kinds may hold some."""
    kinds = set(shapely.get_type_id(layer.geometry).tolist()) - {-1}
    return not kinds or not kinds.isdisjoint((*_POINTS, shapely.GeometryType.GEOMETRYCOLLECTION))


@lru_cache(KEPT)
def ramp_icon(colours: tuple[str, ...]) -> QIcon:
    """Return a band of colours."""
    picture = QPixmap(2 * _WIDTH, _HEIGHT)
    picture.fill(QColor(colours[0]))
    painter = QPainter(picture)
    step = picture.width() / len(colours)
    for number, colour in enumerate(colours):
        painter.fillRect(QRectF(number * step, 0, step + 1, _HEIGHT), QColor(colour))
    painter.end()
    return QIcon(picture)


def _draw_marker(painter: QPainter, marker: Marker, middle: QPointF, radius: float) -> None:
    if marker is Marker.CIRCLE:
        painter.drawEllipse(middle, radius, radius)
    else:
        painter.drawPolygon(QPolygonF([middle + QPointF(radius * x, radius * y) for x, y in _CORNERS[marker]]))


def _brush(colours: tuple[str, ...]) -> QBrush:
    gradient = QLinearGradient(6, 0, _WIDTH - 6, 0)
    for number, colour in enumerate(colours):
        gradient.setColorAt(number / max(1, len(colours) - 1), QColor(colour))
    return QBrush(gradient) if len(colours) > 1 else QBrush(QColor(colours[0]))


def _kind(layer: Layer) -> str:
    kinds = set(shapely.get_type_id(layer.geometry[:_SAMPLE]).tolist()) - {-1}
    if kinds <= set(_POINTS):
        return "points"
    return "lines" if kinds <= {*_POINTS, *_LINES} else "areas"
