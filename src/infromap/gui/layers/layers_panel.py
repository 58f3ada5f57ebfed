"""The list of what lies on the map, from top to bottom: projects, layers with their classes, base map."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolBar, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number
from infromap.gui.icons import action_icon
from infromap.gui.layers.class_words import write_class
from infromap.gui.layers.layer_symbol import entry_icon, layer_icon
from infromap.gui.layers.legends import Legends
from infromap.gui.panels.hint import Hint
from infromap.gui.program.appearance import BoxDelegate

if TYPE_CHECKING:
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import MapDocument
    from infromap.render.layer_signs import Legend

PROJECTS, BASE_MAP, MISSING = "projects", "base map", "missing"  # in the place of a layer's id

_ID = Qt.ItemDataRole.UserRole
_NUMBER = Qt.ItemDataRole.UserRole + 1  # of a missing layer
_NAME_LETTERS = 200
_COUNT = 1  # column
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LayersPanel(QWidget):
    """Shows the layers and says what its user wants of them; it changes nothing by itself."""

    shown_wanted = Signal(str, bool)  # id of a layer or PROJECTS, and whether it is to be seen
    order_wanted = Signal(tuple)  # ids of the layers, the first at the bottom
    name_wanted = Signal(str, str)  # id of a layer and its new name
    removal_wanted = Signal(str)  # id of a layer
    missing_removal_wanted = Signal(int)  # number among the missing layers
    opened = Signal(str)  # id of what was double-clicked
    current_changed = Signal(str)  # id of the layer that commands are about; "" if none

    def __init__(self, parent=None):
        super().__init__(parent)
        self.tree = _LayerTree()
        self.tree.setColumnCount(2)
        self.tree.setItemDelegate(BoxDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIconSize(QSize(22, 16))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # layers of one file differ in the end of their names
        self.tree.setAccessibleName(self.tr("Layers, from top to bottom"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(_COUNT, self.tree.header().ResizeMode.ResizeToContents)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.itemChanged.connect(self._hear)
        self.tree.itemDoubleClicked.connect(lambda item, _: self._open(item))
        self.tree.currentItemChanged.connect(lambda item, _: self.current_changed.emit(self._layer_id(item)))
        self.tree.reordered.connect(self._tell_order)
        self.tree.customContextMenuRequested.connect(self._ask_menu)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.tree)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._ask_removal)
        self.empty = Hint(self.tr("No layers yet. Open a GIS file, or drop one on the window: it comes onto the map."))
        self.bar = QToolBar()
        self.bar.setIconSize(QSize(18, 18))
        self._menu_actions: Sequence[QAction | None] = ()
        self._missing_actions: Sequence[QAction] = ()
        self._layers: tuple[Layer, ...] = ()
        self._closed: set[str] = set()  # ids of layers whose classes are folded away
        self.legends = Legends(self)
        self.legends.ready.connect(self._add_late_legends)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for each in (self.bar, self.tree, self.empty):
            layout.addWidget(each)
        self.tree.hide()
        self.bar.hide()

    @property
    def current(self) -> str:
        """The id of the layer that is chosen; "" if none is."""
        return self._layer_id()

    def offer(self, buttons: Sequence[QAction], menu: Sequence[QAction | None]) -> None:
        """Put commands into the bar and into the menu of a layer; None parts groups."""
        self.bar.addActions(list(buttons))
        self._menu_actions = menu

    def offer_for_missing(self, actions: Sequence[QAction]) -> None:
        """Put commands into the menu of a layer whose file is not there; it can be removed there too."""
        self._missing_actions = actions

    def show_document(self, document: "MapDocument", base_map: str, missing: Sequence[tuple[str, str]] = ()) -> None:
        """Show the layers of a document and the name of its base map; what was chosen stays so.

        ``missing`` are names of layers whose files are not there, each with the reason.
        """
        current = self._layer_id()
        self._closed = {self._layer_id(each) for each in self._items() if each.childCount() and not each.isExpanded()}
        self._layers = document.layers
        self.legends.gather(document.layers)
        self.tree.blockSignals(True)
        self.tree.clear()
        if document.features:
            self._add_fixed(PROJECTS, self.tr("Projects"), len(document.features), document.are_projects_shown)
        for layer in reversed(document.layers):
            self._add_layer(layer).setExpanded(layer.id not in self._closed)
        for number, (name, reason) in enumerate(missing):
            item = self._add_fixed(MISSING, self.tr("{name}: file not found").format(name=_line(name)))
            item.setToolTip(0, tooltip_of(reason))
            item.setData(0, _NUMBER, number)
        self._add_fixed(BASE_MAP, self.tr("Base map: {name}").format(name=base_map))
        self.tree.blockSignals(False)
        self.empty.setVisible(not document.layers and not missing)
        self.tree.show()
        self.bar.setVisible(bool(document.layers))
        self.choose(current)

    def choose(self, layer_id: str) -> None:
        """Make a layer the one that commands are about; without it the topmost one."""
        items = [item for item in self._items() if self._layer_id(item)]
        chosen = next((item for item in items if self._layer_id(item) == layer_id), items[0] if items else None)
        if chosen:
            self.tree.setCurrentItem(chosen)
        self.current_changed.emit(self._layer_id())

    def start_renaming(self) -> None:
        """Let the user write another name for the chosen layer."""
        item = self.tree.currentItem()
        if item and self._layer_id(item):
            self.tree.editItem(item, 0)

    def _add_fixed(
        self, name: str, title: str, count: int | None = None, is_shown: bool | None = None
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title, "" if count is None else write_number(count)])
        item.setData(0, _ID, name)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if is_shown is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setCheckState(0, _check(is_shown))
        item.setFlags(flags)
        item.setTextAlignment(_COUNT, _RIGHT)
        return item

    def _add_layer(self, layer: "Layer") -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [_line(layer.name), write_number(layer.shown_count)])
        item.setData(0, _ID, layer.id)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        )  # fmt: skip
        item.setCheckState(0, _check(layer.style.is_visible))
        item.setIcon(0, layer_icon(layer))
        item.setTextAlignment(_COUNT, _RIGHT)
        item.setToolTip(0, self._tip(layer))
        if layer.filter:
            self._add_filter(item, layer)
        for legend in self.legends.of(layer):
            self._add_legend(item, layer, legend)
        return item

    def _add_late_legends(self) -> None:
        """Show the classes of layers of many rows, which are counted beside the window."""
        layers = {layer.id: layer for layer in self._layers}
        for item in self._items():
            layer = layers.get(self._layer_id(item))
            if layer and item.childCount() == bool(layer.filter):
                for legend in self.legends.of(layer):
                    self._add_legend(item, layer, legend)
                item.setExpanded(layer.id not in self._closed)

    def _add_legend(self, item: QTreeWidgetItem, layer: "Layer", legend: "Legend") -> None:
        for entry in legend.entries:
            child = QTreeWidgetItem(item, [write_class(entry), write_number(entry.count)])
            child.setIcon(0, entry_icon(layer, legend, entry))
            child.setToolTip(0, tooltip_of(f"{child.text(0)}\n{_line(legend.column)}"))
            child.setFlags(Qt.ItemFlag.ItemIsEnabled)
            child.setTextAlignment(_COUNT, _RIGHT)

    def _add_filter(self, item: QTreeWidgetItem, layer: "Layer") -> None:
        """Say below a layer that some of its rows are left out, and how many there are."""
        expression = _line(layer.filter.expression) if layer.filter else ""
        told = self.tr("filtered: {expression}").format(expression=expression)
        child = QTreeWidgetItem(item, [told, self.tr("of {count}").format(count=write_number(len(layer)))])
        child.setToolTip(0, tooltip_of(told))
        child.setIcon(0, action_icon("layer-filter", self.palette().windowText().color()))
        child.setFlags(Qt.ItemFlag.ItemIsEnabled)
        child.setTextAlignment(_COUNT, _RIGHT)

    def _tip(self, layer: "Layer") -> str:
        parts = [layer.name, self.tr("%Ln row(s)", "", len(layer))]
        if layer.filter:
            parts.append(self.tr("filtered: {expression}").format(expression=layer.filter.expression))
        return tooltip_of("\n".join(part[:_NAME_LETTERS] for part in parts))

    def _items(self) -> list[QTreeWidgetItem]:
        items = map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
        return [item for item in items if item]

    def _layer_id(self, item: QTreeWidgetItem | None = None) -> str:
        """Return the id of the layer that an item, or the current one, is of; "" for projects and base map."""
        item = item or self.tree.currentItem()
        found = str(_top(item).data(0, _ID)) if item else ""
        return "" if found in (PROJECTS, BASE_MAP, MISSING) else found

    def _hear(self, item: QTreeWidgetItem, column: int) -> None:
        if column != 0 or item.parent():
            return
        found = str(item.data(0, _ID))
        layer = next((each for each in self._layers if each.id == found), None)
        is_shown = item.checkState(0) == Qt.CheckState.Checked
        if layer is None:
            if found == PROJECTS:
                self.shown_wanted.emit(found, is_shown)
        elif is_shown != layer.style.is_visible:
            self.shown_wanted.emit(found, is_shown)
        elif item.text(0).strip() and item.text(0) != _line(layer.name):
            self.name_wanted.emit(found, item.text(0).strip())

    def _ask_removal(self) -> None:
        item = self.tree.currentItem()
        if self._layer_id():
            self.removal_wanted.emit(self._layer_id())
        elif item and item.data(0, _ID) == MISSING:
            self.missing_removal_wanted.emit(item.data(0, _NUMBER))

    def _open(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(str(_top(item).data(0, _ID)))

    def _tell_order(self) -> None:
        self.order_wanted.emit(
            tuple(reversed([self._layer_id(item) for item in self._items() if self._layer_id(item)]))
        )

    def _ask_menu(self, place: QPoint) -> None:
        item = self.tree.itemAt(place)
        is_missing = item is not None and item.data(0, _ID) == MISSING
        if item is None or not (is_missing or self._layer_id(item)):
            return
        self.tree.setCurrentItem(item)
        menu = self.missing_menu() if is_missing else self._layer_menu()
        menu.exec(self.tree.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _layer_menu(self) -> QMenu:
        menu = QMenu(self)
        for action in self._menu_actions:
            if action:
                menu.addAction(action)
            else:
                menu.addSeparator()
        return menu

    def missing_menu(self) -> QMenu:
        """Return what can be done with a layer whose file is not there."""
        menu = QMenu(self)
        menu.addActions(list(self._missing_actions))
        menu.addAction(self.tr("&Remove"), self._ask_removal)
        return menu


class _LayerTree(QTreeWidget):
    """A tree whose layers can be dragged among one another."""

    reordered = Signal()

    def __init__(self):
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)

    def dropEvent(self, event) -> None:
        self.blockSignals(True)
        super().dropEvent(event)
        self.blockSignals(False)
        self.reordered.emit()


def _top(item: QTreeWidgetItem) -> QTreeWidgetItem:
    """Return the item of the list that an item belongs to: a class belongs to its layer."""
    parent = item.parent()
    return _top(parent) if parent else item


def _check(is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked


def _line(text: str) -> str:
    """Return a text of any length on one line."""
    return " ".join(text[: 2 * _NAME_LETTERS].split())[:_NAME_LETTERS]
