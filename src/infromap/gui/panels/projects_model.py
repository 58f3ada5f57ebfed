"""The projects as a tree in two groups, each row with what it is searched and sorted by."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from infromap.gui.as_text import tooltip_of
from infromap.gui.icons import kind_icon
from infromap.gui.panels.spoken import text_order
from infromap.gui.program.language import speak

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature

ID_ROLE = Qt.ItemDataRole.UserRole
_SEARCH_ROLE = ID_ROLE + 1


class ProjectOrder(IntEnum):
    """What projects are sorted by; the value is the role in which a row has its rank."""

    TEXT = ID_ROLE + 2
    NAME = ID_ROLE + 3
    KIND = ID_ROLE + 4
    AMOUNT = ID_ROLE + 5


class ProjectsModel(QSortFilterProxyModel):
    """Filters and sorts by what it was given; Qt does so without asking Python for each row."""

    def __init__(self, strings: Mapping[str, str], locale: QLocale, parent=None):
        super().__init__(parent)
        self._strings = strings
        self._locale = locale
        self._items: dict[str, QStandardItem] = {}
        self._source = QStandardItemModel(self)
        self.setSourceModel(self._source)
        self.setRecursiveFilteringEnabled(True)
        self.setFilterRole(_SEARCH_ROLE)
        self.setSortRole(ProjectOrder.TEXT)
        self.sort(0)

    def show_groups(self, groups: Iterable[tuple[str, Sequence["Feature"]]]) -> None:
        """Show groups of projects under their titles; an empty one is left out."""
        self._items.clear()
        source = QStandardItemModel(self)
        for number, (title, features) in enumerate(groups):
            if features:
                group = _group(f"{title} ({len(features)})", number)
                group.appendRows(self._rows(features))
                source.appendRow(group)
        self._source.deleteLater()
        self._source = source
        self.setSourceModel(source)
        self.sort(0)

    def set_order(self, order: ProjectOrder) -> None:
        """Sort within the groups."""
        self.setSortRole(order)

    def find(self, feature_id: str) -> QModelIndex:
        """Return where a project stands; no index where the filter hides it."""
        item = self._items.get(feature_id)
        return self.mapFromSource(item.index()) if item else QModelIndex()

    def count(self) -> tuple[int, int]:
        """Return how many projects the filter shows, and how many there are."""
        groups = (self.index(row, 0) for row in range(self.rowCount()))
        return sum(map(self.rowCount, groups)), len(self._items)

    def _rows(self, features: Sequence["Feature"]) -> list[QStandardItem]:
        items = [self._row(feature) for feature in features]
        for order, key in self._keys(features).items():
            ranked = sorted(zip(map(key, features), range(len(features)), items, strict=True), key=itemgetter(0, 1))
            for rank, (_, _, item) in enumerate(ranked):
                item.setData(rank, order)
        return items

    def _row(self, feature: "Feature") -> QStandardItem:
        strings = self._strings
        kind = strings[f"kind.{feature.kind.value}"]
        is_line = feature.geometry_length_km is not None
        detail = strings[f"method.{feature.method.value}" if is_line else f"exactness.{feature.exactness.value}"]
        days = [row.source.date or "" for row in feature.correction_rows if row.source]
        mark = f"\n{strings['ui.corrected_on'].format(date=max(days))}" if days else ""
        item = QStandardItem(kind_icon(feature.kind), f"{feature.name}\n{kind} · {detail}{mark}")
        item.setData(feature.id, ID_ROLE)
        item.setData(_search_text(feature, kind), _SEARCH_ROLE)
        item.setToolTip(tooltip_of(speak(feature.location_note or "")))
        item.setEditable(False)
        self._items[feature.id] = item
        return item

    def _keys(self, features: Sequence["Feature"]) -> dict[ProjectOrder, Callable[["Feature"], Any]]:
        order = text_order(self._locale)
        currencies = Counter(amount.currency for feature in features for amount in feature.project.amounts)
        return {
            ProjectOrder.TEXT: lambda _: 0,
            ProjectOrder.NAME: lambda feature: order.sortKey(feature.name),
            ProjectOrder.KIND: lambda feature: order.sortKey(self._strings[f"kind.{feature.kind.value}"]),
            ProjectOrder.AMOUNT: lambda feature: _amount_key(feature, currencies),
        }


def _group(title: str, number: int) -> QStandardItem:
    group = QStandardItem(title)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = group.font()
    font.setBold(True)
    group.setFont(font)
    for order in ProjectOrder:
        group.setData(number, order)
    return group


def _amount_key(feature: "Feature", currencies: Counter[str]) -> tuple[int, str, float]:
    """Return a key by which the largest sum comes first; sums of different currencies are never compared.

    The currency that comes most often stands first, projects without a sum last.
    """
    amounts = feature.project.amounts
    if not amounts:
        return (1, "", 0.0)
    currency = max((amount.currency for amount in amounts), key=lambda each: (currencies[each], each))
    largest = max(amount.value for amount in amounts if amount.currency == currency)
    return (-currencies[currency], currency, -largest)


def _search_text(feature: "Feature", kind: str) -> str:
    rows = [speak(row.value) for row in (*feature.article_rows, *feature.correction_rows, *feature.fact_rows)]
    return "\n".join([feature.name, kind, *rows]).casefold()  # not the sentence: several projects share one
