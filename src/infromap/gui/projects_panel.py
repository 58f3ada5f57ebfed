"""The list of projects: those on the map, and those that the article does not locate."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.hint import Hint
from infromap.gui.icons import kind_icon
from infromap.model.mapdoc import Feature, MapDocument
from infromap.render.strings import load_strings

_ID = Qt.ItemDataRole.UserRole
_TEXT = Qt.ItemDataRole.UserRole + 1


class ProjectsPanel(QWidget):
    """A tree in two groups with a field to filter it."""

    feature_selected = Signal(str)

    def __init__(self, language: str = "en", parent=None):
        super().__init__(parent)
        self._strings = load_strings(language)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.filter = QLineEdit(placeholderText=self.tr("Filter projects"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter projects"))
        self.filter.setAcceptDrops(False)
        self.filter.textChanged.connect(self._apply_filter)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(6)
        self.tree.setAccessibleName(self.tr("Projects"))
        self.tree.setIconSize(QSize(28, 28))
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(_WrappedText(self.tree))
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.tree.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.currentItemChanged.connect(self._report)
        self.context_actions: list[QAction] = []  # what can be done with the project under the pointer
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.itemClicked.connect(lambda item, _column: self._report(item, None))
        self.empty = Hint(
            self.tr(
                "The projects of an article stand here: those on the map, and those that the article does not locate. "
                "Open an article with Ctrl+O, or drop its file here."
            )
        )
        self.tree.hide()
        self.setFocusProxy(self.tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for widget in (self.filter, self.tree, self.empty):
            layout.addWidget(widget)

    def show_document(self, document: MapDocument) -> None:
        """List the projects of a document, in the order of its text."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items.clear()
        located = [feature for feature in document.features if feature.geometry is not None]
        lost = [feature for feature in document.features if feature.geometry is None]
        for title, features in ((self.tr("On the map"), located), (self.tr("Not located"), lost)):
            if features:
                self._add_group(f"{title} ({len(features)})", features)
        self.tree.setVisible(bool(document.features))
        only_layers = self.tr("This map has layers and no projects.")
        self.empty.setText(only_layers if document.layers else self.tr("No project was found in this text."))
        self.empty.setVisible(not document.features)
        self.tree.blockSignals(False)
        self._apply_filter(self.filter.text())

    def select(self, feature_id: str) -> None:
        """Mark a project without telling anybody; an empty id marks none."""
        self.tree.blockSignals(True)
        item = self._items.get(feature_id)
        if item is None:
            self.tree.clearSelection()
            self.tree.setCurrentIndex(QModelIndex())
        else:
            self.tree.setCurrentItem(item)
            self.tree.scrollToItem(item)
        self.tree.blockSignals(False)

    def start_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _add_group(self, title: str, features: list[Feature]) -> None:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        strings = self._strings
        for feature in features:
            kind = strings[f"kind.{feature.kind.value}"]
            is_line = feature.geometry_length_km is not None
            detail = strings[f"method.{feature.method.value}" if is_line else f"exactness.{feature.exactness.value}"]
            days = [row.source.date or "" for row in feature.correction_rows if row.source]
            mark = f"\n{strings['ui.corrected_on'].format(date=max(days))}" if days else ""
            item = QTreeWidgetItem(group, [f"{feature.name}\n{kind} · {detail}{mark}"])
            item.setIcon(0, kind_icon(feature.kind))
            item.setData(0, _ID, feature.id)
            item.setData(0, _TEXT, _search_text(feature, kind))
            item.setToolTip(0, feature.location_note or "")
            self._items[feature.id] = item
        group.setExpanded(True)

    def _open_menu(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        if item is None or not item.data(0, _ID):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.context_actions)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _apply_filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items.values():
            item.setHidden(wanted not in item.data(0, _TEXT))

    def _report(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(0, _ID):
            self.feature_selected.emit(item.data(0, _ID))


class _WrappedText(QStyledItemDelegate):
    """Gives a row the height of its text as wrapped at the width of the list."""

    def __init__(self, tree: QTreeWidget):
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option, index) -> QSize:
        size = super().sizeHint(option, index)
        if not index.parent().isValid():
            return QSize(size.width(), size.height() + 6)
        tree = self._tree
        width = tree.viewport().width() - tree.iconSize().width() - tree.indentation() - 16
        text = index.data()
        box = QFontMetrics(option.font).boundingRect(QRect(0, 0, max(width, 60), 0), Qt.TextFlag.TextWordWrap, text)
        return QSize(size.width(), max(box.height(), tree.iconSize().height()) + 10)


def _search_text(feature: Feature, kind: str) -> str:
    rows = [row.value for row in (*feature.article_rows, *feature.correction_rows, *feature.fact_rows)]
    return "\n".join([feature.name, kind, *rows]).casefold()  # not the sentence: several projects share one
