"""What is done to layers: their place, look, filter, name; each is one step that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from infromap.gui.layers.finding_layers import FindingLayers
from infromap.gui.layers.layers_panel import BASE_MAP, MISSING, PROJECTS, LayersPanel
from infromap.gui.program.language import speak

if TYPE_CHECKING:
    from infromap.gui.layers.filter_dialog import FilterDialog
    from infromap.gui.layers.style_dialog import StyleDialog
    from infromap.gui.open_map import StepName
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer


class Layering(QObject):
    """The Layers panel of a window and the commands of its Layer menu."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self.panel = LayersPanel()
        self._finding = FindingLayers(window)
        self._add_commands()
        panel, later = self.panel, Qt.ConnectionType.QueuedConnection  # its items go while it still tells of them
        panel.shown_wanted.connect(self.show_layer, later)
        panel.order_wanted.connect(self.order, later)
        panel.name_wanted.connect(self.rename, later)
        panel.removal_wanted.connect(self.remove, later)
        panel.opened.connect(self._open, later)
        panel.current_changed.connect(lambda layer_id: window.commands.set_met("layer", bool(layer_id)))
        window.map.layer_toggled.connect(lambda layer_id, is_shown: self.show_layer(layer_id or PROJECTS, is_shown))
        panel.missing_removal_wanted.connect(self._finding.remove, later)
        self._map.opened.connect(self.show_panel)
        self._map.changed.connect(lambda _before, _after: self.show_panel())
        window.network.changed.connect(self.show_panel)

    @property
    def layer(self) -> "Layer | None":
        """The layer that commands are about."""
        return self._layer(self.panel.current)

    def show_panel(self) -> None:
        """Let the panel show what is on the map."""
        if self._map.document:
            missing = [(each.kept.name, speak(each.reason)) for each in self._map.state.missing]
            self.panel.show_document(self._map.document, self._base_map_name(), missing)

    def show_layer(self, layer_id: str, is_shown: bool) -> None:
        """Take a layer, or the projects, off the map or put it back."""
        if layer_id == PROJECTS:
            self._map.change(
                replace(self._map.state, are_projects_shown=is_shown),
                lambda: (
                    QCoreApplication.translate("Layering", "Show the Projects")
                    if is_shown
                    else QCoreApplication.translate("Layering", "Hide the Projects")
                ),
            )
            return
        layer = self._layer(layer_id)
        if layer and layer.style.is_visible != is_shown:
            shown = replace(layer, style=replace(layer.style, is_visible=is_shown))
            if is_shown:
                self._change(layer, shown, lambda: QCoreApplication.translate("Layering", "Show {name}"))
            else:
                self._change(layer, shown, lambda: QCoreApplication.translate("Layering", "Hide {name}"))

    def order(self, layer_ids: tuple[str, ...]) -> None:
        """Put the layers into another order, the first at the bottom."""
        layers = {layer.id: layer for layer in self._map.state.layers}
        ordered = tuple(layers[each] for each in layer_ids if each in layers)
        if len(ordered) == len(layers) and ordered != self._map.state.layers:
            self._map.change(
                replace(self._map.state, layers=ordered),
                lambda: QCoreApplication.translate("Layering", "Reorder Layers"),
            )
        else:
            self.show_panel()

    def move(self, steps: int) -> None:
        """Move the layer up (1) or down (-1)."""
        ids = [layer.id for layer in self._map.state.layers]
        if self.layer is None:
            return
        place = ids.index(self.layer.id)
        target = place + steps
        if 0 <= target < len(ids):
            ids[place], ids[target] = ids[target], ids[place]
            self.order(tuple(ids))

    def rename(self, layer_id: str, name: str) -> None:
        """Give a layer another name."""
        layer = self._layer(layer_id)
        if layer:
            self._change(
                layer, replace(layer, name=name), lambda: QCoreApplication.translate("Layering", "Rename {name}")
            )

    def remove(self, layer_id: str = "") -> None:
        """Take a layer off the map, without an id the one that commands are about."""
        layer = self._layer(layer_id) if layer_id else self.layer
        if layer:
            left = tuple(each for each in self._map.state.layers if each.id != layer.id)
            self._map.change(
                replace(self._map.state, layers=left),
                lambda: QCoreApplication.translate("Layering", "Remove {name}").format(name=layer.name),
            )

    def zoom(self) -> None:
        """Show all rows of the layer that its filter leaves."""
        layer = self.layer
        if layer is None:
            return
        self._window.zooming.zoom_to(
            len(layer),
            lambda: layer.geometry if layer.filter is None else layer.geometry[layer.filter.mask],
            else_told=self.tr("No row of this layer has a place on the map."),
        )

    def edit_style(self) -> None:
        """Ask how the layer is to look."""
        layer = self.layer
        if layer is None:
            return
        from infromap.gui.layers.style_dialog import StyleDialog

        dialog = StyleDialog(layer, self._window)
        self._ask(dialog, lambda: self._restyle_to(layer.id, dialog))

    def edit_filter(self) -> None:
        """Ask which rows are to be seen."""
        layer = self.layer
        if layer is None:
            return
        from infromap.gui.layers.filter_dialog import FilterDialog

        dialog = FilterDialog(layer, self._window)
        self._ask(dialog, lambda: self._filter_to(layer.id, dialog))

    def show_table(self) -> None:
        """Show the rows of the layer in the attribute table."""
        if self.layer:
            if not self._window.table.isVisible():
                self._window.commands["show_attribute_table"].trigger()
            self._window.table.turn_to(self.layer.id)

    def show_in_table(self, is_opened: bool) -> None:
        """Let the table that is just opened show what is marked in the panel, unless a project is chosen."""
        if is_opened and self._window.selection.feature is None:
            self._window.table.turn_to(self.panel.current or PROJECTS)

    def show_properties(self) -> None:
        """Tell what the layer is and where it comes from."""
        if self.layer:
            from infromap.gui.layers.layer_properties import show_properties

            show_properties(self.layer, self._window)

    def _ask(self, dialog: "StyleDialog | FilterDialog", accepted: Callable[[], None]) -> None:
        """Open a dialog over the window; the map goes on behind it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        dialog.open()

    def _restyle_to(self, layer_id: str, dialog: "StyleDialog") -> None:
        layer = self._layer(layer_id)
        if layer and dialog.style_wanted != layer.style:
            self._change(
                layer,
                replace(layer, style=dialog.style_wanted),
                lambda: QCoreApplication.translate("Layering", "Restyle {name}"),
            )

    def _filter_to(self, layer_id: str, dialog: "FilterDialog") -> None:
        layer = self._layer(layer_id)
        if layer:
            self._change(
                layer,
                replace(layer, filter=dialog.filter_wanted),
                lambda: QCoreApplication.translate("Layering", "Filter {name}"),
            )

    def _change(self, before: "Layer", after: "Layer", name: "StepName") -> None:
        layers = tuple(after if each.id == before.id else each for each in self._map.state.layers)
        self._map.change(replace(self._map.state, layers=layers), lambda: name().format(name=before.name))

    def _layer(self, layer_id: str) -> "Layer | None":
        return next((layer for layer in self._map.state.layers if layer.id == layer_id), None)

    def _open(self, layer_id: str) -> None:
        if layer_id == BASE_MAP:
            self._window.base_maps.ask_opacity()
        elif layer_id == MISSING:
            self._finding.find()
        elif layer_id != PROJECTS:
            self.edit_style()

    def export(self) -> None:
        """Write the rows that the layer shows to a GIS file."""
        if self.layer:
            self._window.exporting.export_layer(self.layer)

    def _base_map_name(self) -> str:
        current, shown = self._window.base_maps.current, self._window.base_maps.tiles
        if shown:
            return shown.name
        wanted = Path(current.tile_file).name if current.tile_file else current.tiles.name if current.tiles else ""
        if not wanted:
            return self.tr("built-in")
        return self.tr("built-in, instead of {name}", "tiles that cannot be shown now").format(name=wanted)

    def _add_commands(self) -> None:
        commands = self._window.commands
        add = partial(commands.add, "layer", needs="layer")
        commands.separate("layer")
        style = add("layer_style", self.tr("&Style…"), self.edit_style, "F7", icon="layer-style")
        rows = add("layer_filter", self.tr("&Filter…"), self.edit_filter, "Ctrl+Shift+X", icon="layer-filter")
        zoom = add("layer_zoom", self.tr("&Zoom to Layer"), self.zoom, icon="layer-zoom")
        commands.separate("layer")
        up = add("layer_up", self.tr("Move &Up"), lambda: self.move(1), "Ctrl+Shift+Up", icon="layer-up")
        down = add("layer_down", self.tr("Move &Down"), lambda: self.move(-1), "Ctrl+Shift+Down", icon="layer-down")
        rename = add("layer_rename", self.tr("Re&name"), self.panel.start_renaming)
        remove = add("layer_remove", self.tr("&Remove"), self.remove, icon="layer-remove")
        find = commands.add(
            "layer", "find_layers", self.tr("F&ind Missing Layers…"), self._finding.find, needs="missing layers"
        )
        commands.separate("layer")
        export = add("layer_export", self.tr("E&xport As…"), self.export, icon="export")
        table = add("layer_table", self.tr("&Attribute Table"), self.show_table)
        about = add("layer_properties", self.tr("&Properties"), self.show_properties)
        menu = [zoom, None, style, rows, None, rename, remove, None, export, table, about]
        self.panel.offer_for_missing([find])
        self.panel.offer([style, rows, zoom, up, down, remove], menu)
