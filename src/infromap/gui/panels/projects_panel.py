"""The list of projects: those on the map, and those that the article does not locate."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from infromap.gui.panels.hint import Hint
from infromap.gui.panels.projects_model import ID_ROLE, ProjectOrder, ProjectsModel
from infromap.gui.panels.spoken import language_locale, speak_number
from infromap.render.strings import load_strings

if TYPE_CHECKING:
    from infromap.model.mapdoc import MapDocument

_LONG_LIST = 300  # projects: of more, not all heights are measured
_PAUSE_MS = 120  # in typing, before a long list is filtered


class ProjectsPanel(QWidget):
    """A tree in two groups, with a field to filter it and a box to sort it."""

    feature_selected = Signal(str)

    def __init__(self, language: str = "en", parent=None):
        super().__init__(parent)
        self._locale = language_locale(language)
        self.context_actions: list[QAction] = []  # of whoever offers something to do with the chosen project
        self.model = ProjectsModel(load_strings(language), self._locale, self)
        self.filter = QLineEdit(placeholderText=self.tr("Filter projects"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter projects"))
        self.filter.setAcceptDrops(False)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of the projects"))
        self._fill_order()
        self.tree = self._tree()
        self.status = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.status.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # said beside, not first
        self.empty = Hint(
            self.tr(
                "The projects of an article stand here: those on the map, and those that the article does not locate. "
                "Open an article with Ctrl+O, or drop its file here."
            )
        )
        self.setFocusProxy(self.tree)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_state()

    def show_document(self, document: "MapDocument") -> None:
        """List the projects of a document, in the order of its text."""
        located = [feature for feature in document.features if feature.geometry is not None]
        lost = [feature for feature in document.features if feature.geometry is None]
        is_long = len(document.features) > _LONG_LIST
        modes = QAbstractItemView.ScrollMode
        self.tree.setVerticalScrollMode(modes.ScrollPerItem if is_long else modes.ScrollPerPixel)
        self.tree.selectionModel().blockSignals(True)
        self.model.show_groups(((self.tr("On the map"), located), (self.tr("Not located"), lost)))
        self.tree.selectionModel().blockSignals(False)
        only_layers = self.tr("This map has layers and no projects.")
        has_text = bool(document.reading.article.text.strip())  # none where the files of all layers are gone
        self.empty.setText(self.tr("No project was found in this text.") if has_text else only_layers)
        self._apply_filter()

    def select(self, feature_id: str) -> None:
        """Mark a project without telling anybody; an empty id marks none."""
        index, chosen = self.model.find(feature_id), self.tree.selectionModel()
        chosen.blockSignals(True)
        chosen.setCurrentIndex(index, chosen.SelectionFlag.ClearAndSelect)
        chosen.blockSignals(False)
        if index.isValid():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def start_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # How it is put together

    def _fill_order(self) -> None:
        for text, order in (
            (self.tr("In the order of the text"), ProjectOrder.TEXT),
            (self.tr("By name"), ProjectOrder.NAME),
            (self.tr("By kind"), ProjectOrder.KIND),
            (self.tr("By amount, largest first"), ProjectOrder.AMOUNT),
        ):
            self.order.addItem(text, order)
        note = self.tr(
            "Sums of different currencies are not compared; the currency that comes most often stands first."
        )
        self.order.setItemData(self.order.count() - 1, note, Qt.ItemDataRole.ToolTipRole)

    def _tree(self) -> "_ProjectsTree":
        tree = _ProjectsTree()
        tree.setModel(self.model)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(6)
        tree.setAccessibleName(self.tr("Projects"))
        tree.setIconSize(QSize(28, 28))
        tree.setWordWrap(True)
        tree.setItemDelegate(_WrappedText(tree))
        tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return tree

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.filter)
        bar = QHBoxLayout()
        bar.addWidget(self.order, 1)
        bar.addWidget(self.status)
        layout.addLayout(bar)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter_soon)
        self._pause.timeout.connect(self._apply_filter)
        self.order.currentIndexChanged.connect(lambda: self.model.set_order(self.order.currentData()))
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.selectionModel().currentChanged.connect(lambda now, _before: self._report(now))
        self.tree.clicked.connect(self._report_again)
        self.tree.customContextMenuRequested.connect(self._open_menu)

    # What happens

    def _filter_soon(self) -> None:
        if self.model.count()[1] > _LONG_LIST:
            self._pause.start()
        else:
            self._apply_filter()

    def _apply_filter(self) -> None:
        chosen = self.tree.currentIndex().data(ID_ROLE)
        self.tree.selectionModel().blockSignals(True)
        self.model.setFilterFixedString(self.filter.text().strip().casefold())
        self.tree.selectionModel().blockSignals(False)
        self.tree.expandAll()
        self._show_state()
        if chosen:
            self.select(chosen)

    def _show_state(self) -> None:
        shown, count = self.model.count()
        for widget in (self.tree, self.order, self.status):
            widget.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.filter.setEnabled(count > 0)
        numbers = [speak_number(number, self._locale) for number in (shown, count)]
        is_filtered = bool(self.filter.text().strip())
        self.status.setText(self.tr("{shown} of {all}").format(shown=numbers[0], all=numbers[1]) if is_filtered else "")

    def _report(self, index: QModelIndex) -> None:
        feature_id = index.data(ID_ROLE)
        if feature_id:
            self.feature_selected.emit(feature_id)

    def _report_again(self, index: QModelIndex) -> None:
        """Report a click on what was chosen before it; any other is reported when the button goes down."""
        if index == self.tree.before_press:
            self._report(index)

    def _open_menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        if not index.data(ID_ROLE) or not self.context_actions:
            return
        menu = QMenu(self)
        menu.addActions(self.context_actions)
        menu.exec(self.tree.viewport().mapToGlobal(point))
        menu.deleteLater()


class _ProjectsTree(QTreeView):
    """Knows what was chosen before the last press of a button."""

    def __init__(self):
        super().__init__()
        self.before_press = QPersistentModelIndex()

    def mousePressEvent(self, event) -> None:
        self.before_press = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)


class _WrappedText(QStyledItemDelegate):
    """Gives a row the height of its text as wrapped at the width of the list."""

    def __init__(self, tree: QTreeView):
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option, index) -> QSize:
        if not index.parent().isValid():
            return super().sizeHint(option, index) + QSize(0, 6)
        tree = self._tree
        width = tree.viewport().width() - tree.iconSize().width() - tree.indentation() - 16
        text = index.data()
        box = option.fontMetrics.boundingRect(QRect(0, 0, max(width, 60), 0), Qt.TextFlag.TextWordWrap, text)
        return QSize(width, max(box.height(), tree.iconSize().height()) + 10)
