"""How a layer looks in a list: points, a line or an area in its colour, or in the colours of its classes."""

import shapely
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QLinearGradient, QPainter, QPen, QPixmap

from infromap.model.layer import Layer

_WIDTH, _HEIGHT = 44, 32  # device pixels: sharp at 22 × 16 on a screen of double density
_POINTS, _LINES = (shapely.GeometryType.POINT, shapely.GeometryType.MULTIPOINT), (1, 2, 5)
_SAMPLE = 200  # rows that are looked at: one that is like them is enough


def layer_icon(layer: Layer) -> QIcon:
    """Return the symbol of a layer."""
    classes = layer.style.classes
    return sign_icon(layer, classes.colours if classes else (layer.style.colour,))


def sign_icon(layer: Layer, colours: tuple[str, ...]) -> QIcon:
    """Return the symbol of a layer, or of a class of it, in some colours from left to right."""
    picture = QPixmap(_WIDTH, _HEIGHT)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _brush(colours)
    match _kind(layer):
        case "points":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            painter.drawEllipse(QPointF(_WIDTH / 2, _HEIGHT / 2), 11, 11)
        case "lines":
            painter.setPen(QPen(brush, 6))
            painter.drawLine(4, _HEIGHT // 2, _WIDTH - 4, _HEIGHT // 2)
        case _:
            painter.setPen(QPen(QColor(colours[0]).darker(130), 3))
            painter.setBrush(brush)
            painter.drawRect(QRectF(5, 5, _WIDTH - 10, _HEIGHT - 10))
    painter.end()
    return QIcon(picture)


def layer_has_points(layer: Layer) -> bool:
    """Tell whether any row of a layer is drawn as points; a row of several kinds may hold some."""
    kinds = set(shapely.get_type_id(layer.geometry).tolist()) - {-1}
    return not kinds or not kinds.isdisjoint((*_POINTS, shapely.GeometryType.GEOMETRYCOLLECTION))


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
