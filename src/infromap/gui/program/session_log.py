"""What the program has logged since it started; the last part of it is kept in memory for the user to read."""

import logging
from collections import deque

from PySide6.QtCore import QObject, Signal

_KEPT = 2_000
_FORMAT = "%(asctime)s  %(levelname)s  %(name)s: %(message)s"


class _Teller(QObject):
    told = Signal(object)  # logging.LogRecord


class SessionLog(logging.Handler):
    """Keeps records in order, and tells of each new one; any thread may log."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter(_FORMAT, "%H:%M:%S"))
        self._records: deque[logging.LogRecord] = deque(maxlen=_KEPT)
        self.teller = _Teller()

    @classmethod
    def find(cls) -> "SessionLog | None":
        """Return the one that listens now."""
        return next((each for each in logging.getLogger().handlers if isinstance(each, cls)), None)

    def listen(self) -> None:
        """Begin to keep; what other handlers write stays what it was."""
        root = logging.getLogger()
        for handler in root.handlers:
            handler.setLevel(max(handler.level, root.level))
        root.setLevel(min(root.level or logging.INFO, logging.INFO))
        root.addHandler(self)

    def stop(self) -> None:
        """Keep nothing more."""
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self._records.append(record)
        self.teller.told.emit(record)

    def text(self, level: int = logging.INFO) -> str:
        """Return the records of a level and above, a line for each, and the traces of errors below theirs."""
        return "\n".join(self.format(record) for record in tuple(self._records) if record.levelno >= level)
