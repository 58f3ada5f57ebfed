"""Collects Python's cyclic rubbish on the window's thread and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class RubbishCollector(QObject):
    """Collects, on the thread that it lives on, what has become due; from its making on no other thread collects.

    Python by itself collects on whichever thread makes objects: on one that reads a file, too. A closed dialog whose
    wrappers go there, while Qt deletes its widgets here, takes the whole process along.
    """

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_due)

    def start(self) -> None:
        """Set aside what is there, which is the program itself, and collect from now on."""
        gc.freeze()
        self._timer.start()


def collect_due() -> None:
    """Collect the generations that Python would collect now; call it on the thread of the widgets."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation, count in enumerate(counts) if count > thresholds[generation]]
    if due:
        gc.collect(max(due))
