"""A drawn page becomes the file that is wanted: PNG or PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QApplication

from infromap.errors import ExportError
from infromap.export.drawing import DrawingOptions, PictureOptions
from infromap.gui.environment import draw_offscreen, log_qt_messages, prepare_environment
from infromap.gui.page.drawing import PageDrawer
from infromap.gui.page.scheme import register_scheme
from infromap.gui.page.sheets import render_sheet

if TYPE_CHECKING:
    from infromap.gui.page.tile_file import TileFile

_DOTS_PER_METRE = 96 / 0.0254  # of a picture with scale 1


def draw_page(
    html: str, options: DrawingOptions, *, origins: tuple[str, ...] = (), tile_file: "TileFile | None" = None
) -> bytes:
    """Return the page as a PNG (``PictureOptions``) or a PDF (``DocumentOptions``), drawn without a window.

    Parameters
    ----------
    html
        A page of ``render_html``.
    options
        What is wanted.
    origins
        The servers that the page may ask for tiles.
    tile_file
        What answers for tiles of a file.

    Raises
    ------
    ExportError
        If the page is not drawn within two minutes.
    """
    application = QApplication.instance()
    if application is None:
        draw_offscreen()  # no window: a screen that is not there, or not as it is named, matters to nobody
    prepare_environment()
    register_scheme()
    if application is None:
        log_qt_messages()
        application = QApplication(["infromap"])
    try:
        return as_file(PageDrawer().draw(html, options, origins=origins, tile_file=tile_file), options)
    finally:
        application.processEvents()


def as_file(pdf: bytes, options: DrawingOptions) -> bytes:
    """Return a drawn page as the file that is wanted; it may be called from any thread."""
    return to_png(pdf, options) if isinstance(options, PictureOptions) else pdf


def to_png(pdf: bytes, options: PictureOptions) -> bytes:
    """Return the first sheet of a PDF as a PNG of just the wanted size.

    Raises
    ------
    ExportError
        If there is not memory enough for it.
    """
    image = render_sheet(pdf, QSize(*options.pixels))
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * options.scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * options.scale))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError("the picture could not be drawn; make it smaller, or export .pdf instead")
    return bytes(content.data())
