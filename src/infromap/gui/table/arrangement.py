"""Which rows of a layer a table shows, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLocale

from infromap.gui.panels.spoken import text_order
from infromap.model.layer import Layer
from infromap.vector.search import find_rows
from infromap.vector.sorting import Rows, sort_rows


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

    def apply(self, layer: Layer, locale: QLocale) -> Rows:
        """Return the rows; this may take seconds, and needs nothing of the window's thread."""
        columns = layer.columns if self.searched < 0 else (layer.columns[self.searched],)
        rows = find_rows(columns, self._begin_with(layer), self.text)
        if self.sorted_by < 0:
            return rows
        column, order = layer.columns[self.sorted_by], text_order(locale)
        return sort_rows(column, rows, is_descending=self.is_descending, sort_key=order.sortKey)

    def _begin_with(self, layer: Layer) -> Rows:
        """Return the rows that the layer's own filter leaves, and of these those that are asked for."""
        rows = np.arange(len(layer)) if layer.filter is None else np.flatnonzero(layer.filter.mask)
        return rows if self.only is None else np.intersect1d(rows, self.only)
