"""What a worker does: the bytes of one article become rows. It touches no file of the user's and keeps nothing."""

import hashlib
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from infromap import __version__
from infromap.article import decode_article
from infromap.assets import geodata_path, resource_path
from infromap.errors import InfromapError
from infromap.export import Row, article_row, failed_row, site_rows
from infromap.gazetteer import Gazetteer, open_places
from infromap.pipeline import build_map

TIME_LIMIT_S = 120.0  # for one article; of those that were timed, 5 MB of text take a fifth of it


class Outcome(NamedTuple):
    """The rows of one article, as ``infromap.export`` defines them."""

    article: Row
    sites: list[Row]


class _TookTooLong(BaseException):
    """No ``except Exception`` on the way shall swallow it."""


def map_content(content: bytes, name: str) -> Outcome:
    """Return the rows of an article, or the row that says why it could not be read; nothing is raised.

    Parameters
    ----------
    content
        The bytes of its file.
    name
        Its name; the suffix tells what it is.
    """
    try:
        with _time_limit(TIME_LIMIT_S):
            article = decode_article(content, source=name, suffix=PurePosixPath(name).suffix.lower())
            document = build_map(article, gazetteer=_places(threading.get_ident()))
            return Outcome(article_row(document, name), site_rows(document, name))
    except InfromapError as error:
        return failure(name, str(error))
    except _TookTooLong:
        return failure(name, f"took longer than {TIME_LIMIT_S:.0f} s; cut it into parts")
    except Exception as error:  # one article that shows a fault of ours stops no corpus
        return failure(name, f"a fault of infromap ({type(error).__name__}: {error}); please report it")


def failure(name: str, reason: str) -> Outcome:
    """Return the outcome of an article that could not be read."""
    return Outcome(failed_row(name, " ".join(reason.split())), [])


@cache
def program_print() -> str:
    """Return what tells this program and its data from others, so that rows of an older one are made again."""
    digest = hashlib.sha256(__version__.encode())
    folders = (resource_path("vocabulary"), geodata_path("facts"), geodata_path("gazetteer"))
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _places(_thread: int) -> Gazetteer:
    """Return the gazetteer of a thread: a database connection belongs to one."""
    return open_places()


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Stop a block after some time, where the system has alarms and the block runs in the main thread."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise _TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
