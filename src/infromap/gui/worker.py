"""Long work runs beside the window and comes back as a finished value or an error."""

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from infromap.gui.environment import give_back_memory

logger = logging.getLogger(__name__)

_LONG_S = 1.0  # work that took longer may have taken much memory


class CalledOffError(Exception):
    """Nobody waits any more for what is being done."""


class Worker(QObject):
    """Runs one piece of work at a time; of several that are asked for, the last one counts."""

    started = Signal(str)
    progressed = Signal(float)  # from 0 to 1
    finished = Signal()
    _ended = Signal(int)  # told on the pool's thread: number of the work

    def __init__(self, parent=None):
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0  # of the work whose outcome counts
        # Work and outcome are held here until they are delivered, so that what they hold of Qt's goes on this thread.
        self._waiting: dict[int, tuple[Callable, Callable, Callable]] = {}  # work, what takes its value, what its error
        self._outcomes: dict[int, tuple[object, Exception | None]] = {}
        self._running = 0  # number of the work on the pool's thread, which sets it; 0 for none
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, label: str, work: Callable[[], object], on_value: Callable, on_error: Callable) -> None:
        """Run ``work`` on another thread and call back on this one."""
        self._call_off()
        number = self._number
        self._waiting[number] = work, on_value, on_error
        self.started.emit(label)
        self._pool.start(lambda: self._do(number))  # a QRunnable of Python's, with all it holds, would never go

    def _deliver(self, number: int) -> None:
        _, on_value, on_error = self._waiting.pop(number)
        value, error = self._outcomes.pop(number)
        if number != self._number:
            return
        self.finished.emit()
        if error is None:
            on_value(value)
        else:
            on_error(error)

    @property
    def is_running(self) -> bool:
        """Whether something is under way whose outcome counts."""
        return self._number in self._waiting

    @property
    def is_wanted(self) -> bool:
        """Whether anybody still waits for the work that asks."""
        return 0 < self._running == self._number

    def report(self, done: int, total: int | None) -> None:
        """Tell how far the work is; for the work itself, which this ends once nobody waits for it any more.

        Raises
        ------
        CalledOffError
            If the work was given up.
        """
        if not self.is_wanted:
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

    def _call_off(self) -> None:
        self._number += 1

    def _do(self, number: int) -> None:  # on the pool's thread
        self._running = number
        begun = time.monotonic()
        try:
            self._outcomes[number] = self._waiting[number][0](), None
        except Exception as raised:
            self._outcomes[number] = None, raised
        self._running = 0
        if time.monotonic() - begun > _LONG_S:
            give_back_memory()
        try:
            self._ended.emit(number)
        except RuntimeError:
            logger.info("the window was closed before the work was done")
