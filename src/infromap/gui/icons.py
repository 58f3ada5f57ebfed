"""Our symbols, as Qt shows them; each is drawn once, for Qt keeps the pictures of every icon that was ever shown."""

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from infromap.assets import read_or_without, read_svg, resource_path

if TYPE_CHECKING:
    from infromap.model.project import Kind

_SIZE = 56  # device pixels: sharp at 28 on a screen of double density
_ACTION_SIZES = (16, 24, 32, 48)  # of menus and toolbars, on screens of single and double density
_FAINT = 0.35
KEPT = 256  # icons whose colours come from outside: a desktop's palettes, a user's layers


@cache
def kind_icon(kind: "Kind") -> QIcon:
    """Return the white symbol of a kind on a disc in its colour."""
    from infromap.render.symbology import kind_colour, read_kind_icon

    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_colour(kind)))
    painter.drawEllipse(0, 0, _SIZE, _SIZE)
    svg = read_or_without(partial(read_kind_icon, kind), "")[0]
    _draw(painter, svg, QColor("white"), QRectF(11, 11, _SIZE - 22, _SIZE - 22))
    painter.end()
    return QIcon(picture)


def action_icon(name: str, colour: QColor) -> QIcon:
    """Return the symbol of a command, ``resources/icons/actions/<name>.svg``, in a colour."""
    return _action_icon(name, colour.name())


@lru_cache(KEPT)
def _action_icon(name: str, colour: str) -> QIcon:
    icon, svg = QIcon(), read_or_without(lambda: read_svg(resource_path(f"icons/actions/{name}.svg")), "")[0]
    if not svg:
        return icon  # a command has its words as well
    for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, _FAINT)):
        for size in _ACTION_SIZES:
            picture = QPixmap(size, size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setOpacity(opacity)
            _draw(painter, svg, QColor(colour), QRectF(picture.rect()))
            painter.end()
            icon.addPixmap(picture, mode)
    return icon


@cache
def program_icon() -> QIcon:
    """Return the program's own icon."""
    path, _ = read_or_without(lambda: resource_path("icons/infromap.svg"), None)
    return QIcon(str(path or ""))


def _draw(painter: QPainter, svg: str, colour: QColor, box: QRectF) -> None:
    if svg:
        content = svg.replace("currentColor", colour.name()).encode()
        QSvgRenderer(QByteArray(content)).render(painter, box)
