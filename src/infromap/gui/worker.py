"""Long work runs beside the window and comes back as a finished value or an error."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

logger = logging.getLogger(__name__)


class CalledOffError(Exception):
    """Nobody waits any more for what is being done."""


class _Outcome(QObject):
    done = Signal(object, object)  # value, error: one of them is None


class _Task(QRunnable):
    def __init__(self, work: Callable[[], object], on_begin: Callable[["_Task"], object]):
        super().__init__()
        self.work = work
        self.on_begin = on_begin
        self.is_called_off = threading.Event()
        self.outcome = _Outcome()

    def run(self) -> None:
        self.on_begin(self)
        try:
            value = self.work()
        except Exception as error:
            self._tell(None, error)
        else:
            self._tell(value, None)

    def _tell(self, value: object, error: Exception | None) -> None:
        try:
            self.outcome.done.emit(value, error)
        except RuntimeError:
            logger.info("the window was closed before the work was done")


class Worker(QObject):
    """Runs one piece of work at a time; of several that are asked for, the last one counts."""

    started = Signal(str)
    progressed = Signal(float)  # from 0 to 1
    finished = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._tasks: dict[int, _Task] = {}
        self._running: _Task | None = None  # set on the pool's thread, and read there

    def run(self, label: str, work: Callable[[], object], on_value: Callable, on_error: Callable) -> None:
        """Run ``work`` on another thread and call back on this one."""
        self._call_off()
        number = self._number
        task = _Task(work, self._begin)
        task.setAutoDelete(False)
        self._tasks[number] = task

        def deliver(value: object, error: Exception | None) -> None:
            self._tasks.pop(number, None)
            if number != self._number:
                return
            self.finished.emit()
            if error is None:
                on_value(value)
            else:
                on_error(error)

        task.outcome.done.connect(deliver, Qt.ConnectionType.QueuedConnection)
        self.started.emit(label)
        self._pool.start(task)

    @property
    def is_running(self) -> bool:
        """Whether something is under way whose outcome counts."""
        return self._number in self._tasks

    def report(self, done: int, total: int | None) -> None:
        """Tell how far the work is; for the work itself, which this ends once nobody waits for it any more.

        Raises
        ------
        CalledOffError
            If the work was given up.
        """
        if self._running is None or self._running.is_called_off.is_set():
            raise CalledOffError
        if total:
            self.progressed.emit(min(1.0, done / total))

    def cancel(self) -> None:
        """Give up what runs: its outcome is not delivered. A file under way is still written whole or not at all."""
        self._call_off()
        self.finished.emit()

    def wait(self) -> None:
        """Wait until nothing runs any more; what comes back is not delivered."""
        self._call_off()
        self._pool.waitForDone()

    def _begin(self, task: _Task) -> None:
        self._running = task

    def _call_off(self) -> None:
        self._number += 1
        for task in self._tasks.values():
            task.is_called_off.set()
