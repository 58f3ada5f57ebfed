"""Builds a network in a process of its own: an extract that ends osmium ends no more than that process."""

import multiprocessing
import os
import shutil
import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path

from infromap.errors import InfromapError, NetworkError
from infromap.route.build import build_network, work_folder
from infromap.route.extras import import_extra
from infromap.route.osm import PURPOSE, Report, unreadable
from infromap.saying import Saying

_ENDING_S = 30  # how long a process that has let go of its pipes takes to be gone
_KILLED = -9  # SIGKILL, which is what a system short of memory sends


def build_network_apart(extract: Path, folder: Path, *, name: str, report: Report = lambda _text: None) -> Path:
    """Make the network of an extract as ``build_network`` does, in another process.

    That process waits for each report to be taken, and ends with this one and with whatever ``report`` raises.

    Raises
    ------
    NetworkError
        As ``build_network``, and if the process ends without an answer.
    MissingExtraError
        If ``osmium`` is not installed.
    """
    work = work_folder(extract, folder, name)
    import_extra("osmium", purpose=PURPOSE)
    context = multiprocessing.get_context("spawn")  # a fork would copy threads, osmium's among them
    reports, tell = context.Pipe(duplex=False)  # one way each: what goes both ways would be a socket
    go_on, let_go_on = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(tell, go_on, extract, folder, name), daemon=True)
    with reports, let_go_on:
        with tell, go_on, _interrupts_held():
            process.start()
        try:
            return _answer(reports, let_go_on, report)
        except (EOFError, ConnectionError) as error:
            process.join(_ENDING_S)
            if process.exitcode is None:  # it lives: ``report`` has raised this, as where its output is closed
                raise
            if process.exitcode == _KILLED:
                raise NetworkError("the build of {name} was killed; free memory and run it again", name=name) from error
            shutil.rmtree(work, ignore_errors=True)  # another run would come to the same end
            raise unreadable(
                extract, RuntimeError(Saying("osmium ended with {code}", code=process.exitcode or 0))
            ) from error
        finally:
            process.kill()
            process.join()


def _answer(reports: Connection, let_go_on: Connection, report: Report) -> Path:
    """Take reports until the network stands, and return its file."""
    while True:
        said: str | Path | Exception = reports.recv()
        if isinstance(said, Exception):
            raise said
        if isinstance(said, Path):
            return said
        report(said)
        let_go_on.send(None)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl+C back for a moment: a process that is born meanwhile never gets it, where the system can do so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # whose start, which would come with that of the process, lets Ctrl+C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In the process


def _build(tell: Connection, go_on: Connection, extract: Path, folder: Path, name: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the other process, and this with it
    threading.Thread(target=_end_with_parent, daemon=True).start()

    def report(text: str) -> None:
        tell.send(text)
        go_on.recv()

    try:
        tell.send(build_network(extract, folder, name=name, report=report))
    except InfromapError as error:
        tell.send(error)
    except Exception:
        tell.send(RuntimeError(traceback.format_exc()))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
