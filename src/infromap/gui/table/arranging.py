"""Has the rows of a layer searched and sorted: at once where they are few, beside the window where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.table.arrangement import Arrangement
    from infromap.model.layer import Layer
    from infromap.vector.sorting import Rows

_AT_ONCE = 20_000  # rows that are sorted and searched without another thread


class Arranging(QObject):
    """Knows by which arrangement rows are shown, and which one is on its way; the last one asked for counts."""

    began = Signal()  # with what takes its time
    rows_ready = Signal(object)  # Rows
    given_up = Signal(object)  # the Arrangement that is still shown: the user called off the other one
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.worker = Worker(self)
        self._shown: Arrangement | None = None

    def arrange(self, layer: Layer, arrangement: Arrangement, locale: QLocale) -> None:
        """Have the rows of a layer that are asked for, in their order."""
        if len(layer) <= _AT_ONCE or arrangement.is_quick:
            self.worker.cancel()
            self._take(arrangement, arrangement.apply(layer, locale))
            return
        self.began.emit()
        self.worker.run(
            "",
            lambda: arrangement.apply(layer, locale, self.worker.report),
            lambda rows: self._take(arrangement, rows),
            self.failed.emit,
        )

    def give_up(self) -> None:
        """Stay with the rows that are shown."""
        self.worker.cancel()
        if self._shown is not None:
            self.given_up.emit(self._shown)

    def _take(self, arrangement: Arrangement, rows: Rows) -> None:
        self._shown = arrangement
        self.rows_ready.emit(rows)
