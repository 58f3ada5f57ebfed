"""Looks places up online, and asks the user before anything is sent."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from infromap import USER_AGENT
from infromap.errors import GeocoderError

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineGeocoder, OnlineService
    from infromap.model.article import Article
    from infromap.model.mapdoc import MapDocument
    from infromap.route import Tracer
    from infromap.session import ProjectFile

_SHOWN = 12


class Interruption:
    """Lets the window call off a worker that waits for its turn: nobody waits for a map that is not wanted any more."""

    def __init__(self):
        self._is_called_off = threading.Event()

    def call_off(self) -> None:
        """Wake whoever waits."""
        self._is_called_off.set()

    def sleep(self, seconds: float) -> None:
        """Wait, unless it is called off."""
        if self._is_called_off.wait(seconds):
            raise GeocoderError("looking up was called off")


def map_source(
    source: "Article | ProjectFile",
    service: "OnlineService | None",
    interruption: Interruption,
    tracer: "Tracer | None" = None,
) -> "tuple[MapDocument, Tracer | None]":
    """Map an article or a project, with the gaps filled by an online geocoder where one is given.

    Returns the map without corrections, and what traces its lines when they are corrected.
    """
    along = _remembering(tracer) if tracer else None
    if service is None:
        return _map(source, None, along)
    from infromap.gazetteer.answer_cache import Clock
    from infromap.gazetteer.online import open_online_geocoder

    clock = Clock(sleep=interruption.sleep)
    with open_online_geocoder(service, user_agent=USER_AGENT, clock=clock) as online:
        return _map(source, online, along)


def _remembering(tracer: "Tracer") -> "Tracer":
    from infromap.route.tracer import Remembering  # only for whoever traces

    return Remembering(tracer)


def _map(
    source: "Article | ProjectFile", online: "OnlineGeocoder | None", tracer: "Tracer | None"
) -> "tuple[MapDocument, Tracer | None]":
    from infromap.model.article import Article

    if isinstance(source, Article):
        from infromap.pipeline import build_map

        return build_map(source, online=online, tracer=tracer), tracer
    from infromap.session import open_base, with_kept_lines

    return open_base(source, online=online, tracer=tracer), with_kept_lines(source, tracer)


def confirm_lookup(parent: QWidget, names: tuple[str, ...], service: "OnlineService") -> bool:
    """Say which names would go to which server, and return whether the user agrees."""
    more = (
        QCoreApplication.translate("Lookup", " and {count} more").format(count=len(names) - _SHOWN)
        if len(names) > _SHOWN
        else ""
    )
    box = QMessageBox(parent)
    box.setWindowTitle("infromap")
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)  # the names are the article's
    box.setText(QCoreApplication.translate("Lookup", "Look these places up at {host}?").format(host=service.host))
    box.setInformativeText(
        QCoreApplication.translate(
            "Lookup",
            "{names}{more}\n\nOnly these names and the country's code are sent, one a second at most; "
            "answers are kept on this computer. Places found are © OpenStreetMap contributors.",
        ).format(names=", ".join(names[:_SHOWN]), more=more)
    )
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.button(QMessageBox.StandardButton.Yes).setText(QCoreApplication.translate("Lookup", "&Look Up"))
    return box.exec() == QMessageBox.StandardButton.Yes
