"""Which rows of a layer a table shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from infromap.gui.panels.spoken import text_order

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from infromap.model.layer import Layer
    from infromap.vector.batches import Report
    from infromap.vector.sorting import Rows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrangement:
    """What the user asks for; the order of the file where ``sorted_by`` is -1."""

    text: str = ""
    searched: int = -1  # column that the text is looked for in; -1 for all
    sorted_by: int = -1
    is_descending: bool = False
    only: Rows | None = None  # these rows and no others

    @property
    def is_quick(self) -> bool:
        """Whether no value has to be looked at."""
        return not self.text.strip() and self.sorted_by < 0

    def apply(self, layer: Layer, locale: QLocale, report: Report | None = None) -> Rows:
        """Return the rows; this may take seconds, needs nothing of the window's thread, and tells how far it is."""
        from infromap.vector.search import find_rows
        from infromap.vector.sorting import sort_rows

        columns = layer.columns if self.searched < 0 else (layer.columns[self.searched],)
        is_sorted = self.sorted_by >= 0
        rows = find_rows(columns, self._begin_with(layer), self.text, report=_part(report, 0, 1 + is_sorted))
        if not is_sorted:
            return rows
        column, order = layer.columns[self.sorted_by], text_order(locale)
        return sort_rows(
            column, rows, is_descending=self.is_descending, sort_key=order.sortKey, report=_part(report, 1, 2)
        )

    def _begin_with(self, layer: Layer) -> Rows:
        """Return the rows that the layer's own filter leaves, and of these those that are asked for."""
        rows = np.arange(len(layer)) if layer.filter is None else np.flatnonzero(layer.filter.mask)
        if self.only is None:
            return rows
        is_asked_for = np.zeros(len(layer), dtype=bool)
        is_asked_for[self.only] = True
        return rows[is_asked_for[rows]]


def _part(report: Report | None, number: int, count: int) -> Report | None:
    """Return what hears of one of several parts of the work, all as long, and tells of the whole."""
    if report is None:
        return None
    return lambda done, total: report(number * (total or 0) + done, count * (total or 0))
