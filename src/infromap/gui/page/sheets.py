"""The sheets of a PDF, drawn as pictures or on a printer."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from infromap.errors import ExportError

_FINEST_DPI = 600  # what paper shows; some printers claim more


def render_sheet(pdf: bytes, size: QSize, *, number: int = 0) -> QImage:
    """Draw one sheet on white, in pixels.

    Raises
    ------
    ExportError
        If there is not memory enough for it.
    """
    with _opened(pdf) as document:
        drawn = document.render(number, size)
    image = QImage(size, QImage.Format.Format_RGB32)
    if drawn.isNull() or image.isNull():
        raise ExportError("the picture could not be drawn; make it smaller, or export .pdf instead")
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


def print_sheets(pdf: bytes, printer: QPrinter) -> None:
    """Print the sheets that the printer is set to, each as large as the paper.

    Raises
    ------
    ExportError
        If the printer does not begin.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportError("the printer does not answer; check it, or export .pdf and print that")
    with _opened(pdf) as document:
        for place, number in enumerate(_wanted_sheets(document, printer)):
            if place:
                printer.newPage()
            whole = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
            whole.moveTo(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft().toPoint())
            painter.drawImage(whole, document.render(number, _printed_size(document.pagePointSize(number), printer)))
    painter.end()


def paper_of(printer: QPrinter) -> tuple[tuple[float, float], bool]:
    """Return width and height of a printer's paper in millimetres, portrait, and whether it lies across."""
    layout = printer.pageLayout()
    size = layout.pageSize().size(QPageSize.Unit.Millimeter)
    return (size.width(), size.height()), layout.orientation() == QPageLayout.Orientation.Landscape


def _wanted_sheets(document: QPdfDocument, printer: QPrinter) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    return range(first - 1, min(last, document.pageCount()))


def _printed_size(points: QSizeF, printer: QPrinter) -> QSize:
    return (points * (min(printer.resolution(), _FINEST_DPI) / 72)).toSize()


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
