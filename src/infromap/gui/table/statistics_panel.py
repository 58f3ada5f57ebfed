"""The figures of one column, as two columns of text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from infromap.gui.as_text import tooltip_of
from infromap.gui.panels.spoken import speak_line, speak_number, speak_value
from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.model.layer import Cell, Column
    from infromap.vector.sorting import Rows
    from infromap.vector.statistics import ColumnStatistics

_DIGITS = 9  # of a mean: the rest is the computer's, not the data's


class StatisticsPanel(QTreeWidget):
    """Has the figures worked out beside the window; an empty list says that this is under way."""

    failed = Signal(Exception)

    def __init__(self, locale: QLocale, parent=None):
        super().__init__(parent)
        self._locale = locale
        self.worker = Worker(self)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumWidth(240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(self.tr("Statistics of a column"))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)

    def describe(self, column: "Column", rows: "Rows") -> None:
        """Show the figures of some rows of a column, as soon as they are known."""
        from infromap.vector.statistics import describe_column

        self.clear()
        self.setHeaderLabels([speak_line(column.name), "…"])
        self.worker.run(
            "", lambda: describe_column(column, rows), lambda figures: self._show(column, figures), self.failed.emit
        )

    def _show(self, column: "Column", statistics: "ColumnStatistics") -> None:
        self.clear()
        self.setHeaderLabels([speak_line(column.name), self.tr("Value")])
        self._add(self.tr("Values"), statistics.count)
        self._add(self.tr("Empty"), statistics.empty)
        self._add(self.tr("Different values"), statistics.unique)
        for label, value in (
            (self.tr("Smallest"), statistics.minimum),
            (self.tr("Largest"), statistics.maximum),
            (self.tr("Mean"), _rounded(statistics.mean)),
            (self.tr("Median"), _rounded(statistics.median)),
            (self.tr("Sum"), _rounded(statistics.total)),
            (self.tr("Standard deviation"), _rounded(statistics.deviation)),
        ):
            if value is not None:
                self._add_text(label, speak_value(value, column.type, self._locale))
        if statistics.most_frequent:
            self._add_frequent(column, statistics.most_frequent)

    def _add_frequent(self, column: "Column", values: tuple[tuple["Cell", int], ...]) -> None:
        head = QTreeWidgetItem(self, [self.tr("Most frequent"), self.tr("How often")])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        head.setFont(1, font)
        head.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for value, count in values:
            text = speak_value(value, column.type, self._locale)
            self._add(speak_line(text), count).setToolTip(0, tooltip_of(text))

    def _add(self, label: str, number: float) -> QTreeWidgetItem:
        return self._add_text(label, speak_number(number, self._locale))

    def _add_text(self, label: str, value: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [label, value])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{_DIGITS}g}")
