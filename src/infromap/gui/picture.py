"""A page becomes a picture."""

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, Qt, QTimer
from PySide6.QtWidgets import QApplication

from infromap.errors import ExportError
from infromap.gui.environment import log_qt_messages, prepare_environment
from infromap.gui.scheme import register_scheme

_PATIENCE_MS = 60_000
_SETTLE_MS = 400  # between the page's word that it has painted and the picture on the screen


def draw_png(html: str, width: int, height: int) -> bytes:
    """Return the page as a PNG, drawn by the web engine without a window on the screen.

    Parameters
    ----------
    html
        A page of ``render_html``.
    width, height
        In pixels.

    Raises
    ------
    ExportError
        If the page does not paint within a minute.
    """
    prepare_environment()
    register_scheme()
    application = QApplication.instance()
    if application is None:
        log_qt_messages()
        application = QApplication(["infromap"])
    from infromap.gui.map_view import MapView

    view = MapView(is_embedded=False)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.resize(width, height)
    view.show()
    try:
        _wait_until_painted(view, html)
        return _grab(view)
    finally:
        view.close_page()
        view.deleteLater()
        application.processEvents()


def _wait_until_painted(view, html: str) -> None:
    loop = QEventLoop()
    view.painted.connect(lambda: QTimer.singleShot(_SETTLE_MS, loop.quit))
    timeout = QTimer(singleShot=True)
    timeout.timeout.connect(lambda: loop.exit(1))
    timeout.start(_PATIENCE_MS)
    view.show_page(html, ())
    if loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents) != 0:
        raise ExportError("the picture was not drawn within a minute; export .html instead")


def _grab(view) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not view.grab().save(buffer, "PNG"):
        raise ExportError("the picture could not be drawn; export .html instead")
    return bytes(content.data())
