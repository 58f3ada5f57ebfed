"""Which rows of a layer a table shows, and in which order."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLocale

from infromap.gui.spoken import text_order
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
    def is_plain(self) -> bool:
        """Whether every row is shown in the order of the file."""
        return not self.text.strip() and self.sorted_by < 0 and self.only is None

    def apply(self, layer: Layer, locale: QLocale) -> Rows:
        """Return the rows; this may take seconds, and needs nothing of the window's thread."""
        columns = layer.columns if self.searched < 0 else (layer.columns[self.searched],)
        all_rows = np.arange(len(layer)) if self.only is None else np.sort(self.only)
        rows = find_rows(columns, all_rows, self.text)
        if self.sorted_by < 0:
            return rows
        column, order = layer.columns[self.sorted_by], text_order(locale)
        return sort_rows(column, rows, is_descending=self.is_descending, sort_key=order.sortKey)
