"""The first article is read in a process of its own, while this one starts Qt and the web engine.

Each needs half a second of Python, and a process runs Python on one processor at a time. The process is a fork, made
before anything has started a thread; where the system has none or it fails, the window reads the article by itself.
"""

import logging
import multiprocessing
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import PickleError

from infromap.model.article import Article
from infromap.model.mapdoc import MapDocument
from infromap.model.tiles import TileLayer

_NOTHING = (EOFError, OSError, PickleError)  # the process has ended, or what it says cannot be read

logger = logging.getLogger(__name__)


class Ahead:
    """One article on its way: its map, then the page of that map, each of them once."""

    def __init__(self, path: Path):
        self._path = path
        self._base: MapDocument | None = None
        self._is_taken = False
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        context.Process(target=_read, args=(path, theirs, self._ours), daemon=True).start()
        theirs.close()  # the end of the process is then the end of what it says

    def take_map(self, path: Path) -> tuple[Article, MapDocument] | None:
        """Return the article and its map when they are there; None if they were taken, or must be made here."""
        if self._is_taken or path != self._path:
            return None
        self._is_taken = True
        try:
            article, self._base = self._ours.recv()
        except _NOTHING as error:
            logger.info("%s was not read ahead: %r", path, error)
            return None
        return article, self._base

    def take_page(self, document: MapDocument, *, language: str, tiles: TileLayer | None) -> str | None:
        """Return the page of the map that was taken, as ``render_html`` gives it; None for any other map."""
        base, self._base = self._base, None
        if base is None:
            return None
        with self._ours:  # the process ends with what it is asked, or with not being asked
            if document != base:
                return None
            try:
                self._ours.send((language, tiles))
                page: str = self._ours.recv()
            except _NOTHING as error:
                logger.info("the page was not rendered ahead: %r", error)
                return None
        return page


def read_ahead(path: Path) -> Ahead | None:
    """Begin to read an article, where the system can: call it before Qt is imported."""
    return Ahead(path) if sys.platform == "linux" else None


def _read(path: Path, window: Connection, other_end: Connection) -> None:
    """Run in the process: what goes wrong here goes wrong again in the window, which tells of it."""
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the window, and this with it
    logging.disable()
    try:
        from infromap.article import read_article
        from infromap.pipeline import build_map

        article = read_article(path)
        document = build_map(article)
        window.send((article, document))
        from infromap.render import render_html

        language, tiles = window.recv()
        window.send(render_html(document, language=language, tiles=tiles))
    except Exception:
        return
