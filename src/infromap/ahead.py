"""What is opened first is read in a process of its own, while this one starts Qt and the web engine.

Each needs half a second of Python, and a process runs Python on one processor at a time. The process is a fork, made
before anything has started a thread; where the system has none or it fails, the window reads by itself.
"""

import logging
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from typing import TypeAlias

    from numpy.typing import NDArray

    from infromap.model.article import Article
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import TileLayer
    from infromap.vector.batches import Report

    _Wish: TypeAlias = tuple[str, TileLayer | None]  # language and online tiles of a page

_NOTHING = (EOFError, OSError, pickle.PickleError)  # the process has ended, or what it says cannot be read
_PATIENCE_S = 0.1
_ARRAYS = ("geometry", "columns", "filter")  # of a layer: the same if they are one

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class _Read:
    """What was read, and its map; geometries of layers are coordinates or WKB on their way, which are pickled fast."""

    article: "Article | None"  # None: GIS files
    document: "MapDocument"


class _Stored(NamedTuple):
    """What lies in the memory of both processes: it is long, and goes through a pipe in a hundred pieces."""

    is_page: bool
    offset: int
    size: int  # bytes


class Ahead:
    """One article, or the layers of GIS files, on the way: the page of the map first, then the map, each of them once.

    The page needs nothing but its text to be shown, and the web engine draws it while the window takes the map over.
    """

    def __init__(self, paths: Sequence[Path], read: "Callable[[Report], _Read | None]"):
        self._paths = tuple(paths)
        self._base: MapDocument | None = None
        self._wanted: _Wish | None = None  # what the page was asked for with
        self._is_page_given = False
        context = multiprocessing.get_context("fork")
        self._memory = os.fdopen(os.memfd_create("infromap-ahead"), "rb", buffering=0)
        self._ours, theirs = context.Pipe()
        process = context.Process(target=_run, args=(read, theirs, self._ours, self._memory.fileno()), daemon=True)
        process.start()
        theirs.close()  # the end of the process is then the end of what it says

    def is_of(self, paths: Sequence[Path]) -> bool:
        """Return whether these are read, and not yet taken."""
        return self._paths == tuple(paths)

    def ask_page(self, *, language: str, tiles: "TileLayer | None") -> None:
        """Say how the page is wanted, as soon as that is known; without it none is made."""
        if self._wanted is None:
            self._wanted = language, tiles
            self._say(self._wanted)

    def take_map(self, path: Path, show_page: Callable[[str], object]) -> "tuple[Article, MapDocument] | None":
        """Return an article and its map when they are there; None if they were taken, or must be made here.

        ``show_page`` gets the page of the map before that, if it was asked for.
        """
        read: Any = self._take((path,), lambda _done, _total: None, show_page)
        return (read.article, read.document) if read else None

    def take_layers(
        self, paths: Sequence[Path], report: "Report", show_page: Callable[[str], object]
    ) -> "tuple[Layer, ...] | None":
        """Return the layers of GIS files when they are there; None if they must be read here.

        ``report`` is told how far they are, and may end the waiting by an error; ``show_page`` as above.
        """
        read: Any = self._take(paths, report, show_page)
        return read.document.layers if read else None

    def has_given_page_of(self, document: "MapDocument", *, language: str, tiles: "TileLayer | None") -> bool:
        """Return whether the page that was given is the one that ``render_html`` makes of these; asked once."""
        base, self._base = self._base, None
        is_wanted = self._is_page_given and (language, tiles) == self._wanted
        return is_wanted and base is not None and _is_same_map(document, base)

    def _take(self, paths: Sequence[Path], report: "Report", show_page: Callable[[str], object]) -> _Read | None:
        if not self.is_of(paths):
            return None
        self._paths = ()
        if self._wanted is None:
            self._say(None)
        with self._ours, self._memory:  # who cannot tell any more what it has read, ends
            try:
                read = _unpack(self._wait(report, show_page))
            except _NOTHING as error:
                logger.info("%s was not read ahead: %r", paths[0], error)
                return None
        self._base = read.document
        return read

    def _wait(self, report: "Report", show_page: Callable[[str], object]) -> _Read:
        while True:
            if not self._ours.poll(_PATIENCE_S):
                report(0, None)
                continue
            said = self._ours.recv()
            if not isinstance(said, _Stored):
                report(*said)
                continue
            stored = os.pread(self._memory.fileno(), said.size, said.offset)
            if not said.is_page:
                read: _Read = pickle.loads(stored)
                return read
            self._is_page_given = True
            show_page(stored.decode())

    def _say(self, wish: "_Wish | None") -> None:
        try:
            self._ours.send(wish)
        except OSError as error:
            logger.info("nobody reads ahead: %r", error)


def read_ahead(article: Path) -> Ahead | None:
    """Begin to read an article, where the system can: call it before Qt is imported."""
    return Ahead([article], lambda _report: _read_article(article)) if sys.platform == "linux" else None


def read_layers_ahead(paths: Sequence[Path], *, crs: str | None) -> Ahead | None:
    """Begin to read GIS files, at least one, in the same way; what they do not say the window will have to ask."""
    return Ahead(paths, lambda report: _read_layers(paths, crs, report)) if sys.platform == "linux" else None


def _is_same_map(document: "MapDocument", other: "MapDocument") -> bool:
    layers, others = document.layers, other.layers
    if len(layers) != len(others) or replace(document, layers=()) != replace(other, layers=()):
        return False
    return all(map(_is_same_layer, layers, others))


def _is_same_layer(layer: "Layer", other: "Layer") -> bool:
    pairs = ((each.name, getattr(layer, each.name), getattr(other, each.name)) for each in fields(layer))
    return all(one is two or (name not in _ARRAYS and one == two) for name, one, two in pairs)


# In the process


def _run(read: "Callable[[Report], _Read | None]", window: Connection, other_end: Connection, memory: int) -> None:
    """Run in the process: what goes wrong here goes wrong again in the window, which tells of it."""
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the window, and this with it
    logging.disable()
    with suppress(Exception):
        found = read(lambda done, total: window.send((done, total)))
        if found is None:
            return
        wish: _Wish | None = window.recv()
        page = b""
        with suppress(Exception):
            if wish:
                page = _render(found.document, *wish).encode()
                window.send(_store(page, memory, 0, is_page=True))
        window.send(_store(pickle.dumps(_pack(found)), memory, len(page), is_page=False))


def _store(content: bytes, memory: int, offset: int, *, is_page: bool) -> _Stored:
    with open(memory, "wb", closefd=False) as file:
        file.seek(offset)
        file.write(content)
    return _Stored(is_page, offset, len(content))


def _render(document: "MapDocument", language: str, tiles: "TileLayer | None") -> str:
    from infromap.render import render_html

    return render_html(document, language=language, tiles=tiles)


def _read_article(path: Path) -> _Read:
    from infromap.article import read_article
    from infromap.pipeline import build_map

    article = read_article(path)
    return _Read(article=article, document=build_map(article))


def _read_layers(paths: Sequence[Path], crs: str | None, report: "Report") -> _Read | None:
    """Read GIS files as the window does, unless it would have to ask something."""
    from infromap.compose import compose_layers
    from infromap.vector import plan_file, read_plan

    plans = tuple(replace(plan_file(path), crs=crs) for path in paths)
    if any(plan.is_choice or plan.is_doubtful or plan.wants_crs for plan in plans):
        return None
    layers = [layer for plan in plans for layer in read_plan(plan, report=report)]
    return _Read(article=None, document=compose_layers(layers))


def _pack(read: _Read) -> _Read:
    return _with_geometries(read, _pack_geometry) if read.document.layers else read


def _unpack(read: _Read) -> _Read:
    return _with_geometries(read, _unpack_geometry) if read.document.layers else read


def _pack_geometry(geometry: "NDArray[Any]") -> "NDArray[Any]":
    """Return the coordinates of points, (n, 2) or (n, 3), where nothing of them is lost in these; else WKB, (n,)."""
    import shapely

    is_point = shapely.get_type_id(geometry) == shapely.GeometryType.POINT
    is_more = shapely.is_empty(geometry) | shapely.has_m(geometry)
    has_z = shapely.has_z(geometry)
    is_plain = bool(is_point.all() and has_z.all() == has_z.any() and not is_more.any())
    packed: NDArray[Any] = (
        shapely.get_coordinates(geometry, include_z=bool(has_z.any())) if is_plain else shapely.to_wkb(geometry)
    )
    return packed


def _unpack_geometry(packed: "NDArray[Any]") -> "NDArray[Any]":
    import shapely

    is_plain = packed.ndim == 2
    geometry: NDArray[Any] = shapely.points(packed) if is_plain else shapely.from_wkb(packed, on_invalid="ignore")
    return geometry


def _with_geometries(read: _Read, change: "Callable[[NDArray[Any]], NDArray[Any]]") -> _Read:
    layers = (replace(layer, geometry=change(layer.geometry)) for layer in read.document.layers)
    return replace(read, document=replace(read.document, layers=tuple(layers)))
