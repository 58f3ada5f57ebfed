"""Who reads: processes on this machine or the workers of a Dask cluster, both as ``concurrent.futures`` has it."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection
from typing import TYPE_CHECKING, NamedTuple

from infromap.corpus.reading import Outcome, failure, map_content, program_print
from infromap.errors import CorpusError

if TYPE_CHECKING:
    from distributed import Client

_AT_ONCE = 4  # articles under way for each worker: enough to keep it busy, few enough to hold in memory
_DASK_TIMEOUT_S = 20


class Task(NamedTuple):
    """An article that waits for a worker."""

    name: str
    content: bytes
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Those who read; ``hire`` gives an executor, a new one after the last one broke."""

    hire: Callable[[], Executor]
    count: int

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Yield the outcome of each task, in the order in which they end; a few are under way at a time.

        If a worker dies, those that were under way are tried again one by one, and the one on which a worker
        dies again is a failure.
        """
        waiting: dict[Future[Outcome], Task] = {}
        suspects: list[Task] = []
        source = iter(tasks)
        executor = self.hire()
        try:
            while True:
                is_alone = bool(suspects)
                room = 1 if is_alone else self.count * _AT_ONCE
                dead = _submit(executor, waiting, room, suspects, source)
                if not waiting and not dead:
                    return
                done, _ = wait(waiting, return_when="FIRST_COMPLETED")
                for future in done:
                    task = waiting.pop(future)
                    outcome = _outcome(future, task)
                    if outcome:
                        yield task, outcome
                    else:
                        dead.append(task)
                if dead and is_alone:
                    yield dead.pop(), failure(task.name, "the process that read it died; look at the file")
                    executor = self._replace(executor)
                elif dead:
                    suspects = [*dead, *waiting.values()]
                    waiting.clear()
                    executor = self._replace(executor)
        finally:
            _dismiss(executor)

    def _replace(self, executor: Executor) -> Executor:
        _dismiss(executor)
        return self.hire()


@contextmanager
def local_workers(count: int | None = None) -> Iterator[Workers]:
    """Give processes on this machine, one for each core that this process may use, or so many."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    number = count or cores
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads of a window or of a library

    def hire() -> Executor:
        return ProcessPoolExecutor(number, mp_context=context, initializer=_begin_worker)

    yield Workers(hire=hire, count=number)


@contextmanager
def dask_workers(address: str) -> Iterator[Workers]:
    """Give the workers of a Dask cluster that runs already; each must have this version of infromap.

    The articles are sent to them, so they need not see the folder.

    Raises
    ------
    CorpusError
        If the package distributed is missing, nobody answers at the address, or the workers cannot run infromap.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise CorpusError(
            "--scheduler needs the package distributed; install it with: pip install 'infromap[batch]'"
        ) from error
    try:
        client = Client(address, timeout=_DASK_TIMEOUT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise CorpusError(f"{address}: no Dask scheduler answers ({error}); check the address") from error
    with client:

        def hire() -> Executor:
            return client.get_executor(pure=False)  # type: ignore[no-untyped-call, no-any-return]

        threads = sum(each["nthreads"] for each in client.scheduler_info(n_workers=-1)["workers"].values())
        if not threads:
            raise CorpusError(f"{address}: the Dask scheduler has no workers; start some")
        _check_program(client, address)
        yield Workers(hire=hire, count=threads)


def _check_program(client: Client, address: str) -> None:
    try:
        theirs = client.submit(program_print, pure=False).result(timeout=_DASK_TIMEOUT_S)
    except Exception as error:  # whatever their machine raises, such as ModuleNotFoundError
        raise CorpusError(f"{address}: its workers cannot run infromap ({error}); install it there") from error
    if theirs != program_print():
        raise CorpusError(f"{address}: its workers have another infromap or other data; install the same version there")


def _dismiss(executor: Executor) -> None:
    """Let go of an executor without waiting for what is under way."""
    if isinstance(executor, ProcessPoolExecutor):
        executor.shutdown(wait=False, cancel_futures=True)
    else:
        executor.shutdown(wait=False)  # Dask's cancels by itself and knows no such word


def _submit(
    executor: Executor,
    waiting: dict[Future[Outcome], Task],
    room: int,
    suspects: list[Task],
    source: Iterator[Task],
) -> list[Task]:
    """Hand out tasks until ``room`` are under way, suspects first; return the one that a broken executor refused."""
    while len(waiting) < room and (task := suspects.pop() if suspects else next(source, None)):
        try:
            with _interrupts_held():
                waiting[executor.submit(map_content, task.content, task.name)] = task
        except BrokenExecutor:
            return [task]
    return []


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl+C back for a moment: a worker that is born meanwhile holds it back too, until it is ready for it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcome(future: Future[Outcome], task: Task) -> Outcome | None:
    """Return what came of a task; None if its worker died."""
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except Exception as error:  # of the way to the worker and back: a cluster that lost it
        return failure(task.name, f"no worker could read it ({type(error).__name__}: {error})")


def _begin_worker() -> None:
    """Let a worker process end at once with its parent, and without a word when Ctrl+C is pressed."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    logging.getLogger().addHandler(logging.NullHandler())  # what a PDF reader finds odd is in the reason or no matter
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
