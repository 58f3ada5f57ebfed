"""What is chosen: a project, rows of a layer, or nothing. Whoever chooses, all panels and the map show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from PySide6.QtCore import QObject, Signal

from infromap.gui.table.project_rows import PROJECTS

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer, Values
    from infromap.model.mapdoc import Feature, MapDocument
    from infromap.vector.sorting import Rows

_MARKED_ROWS, _MARKED_POINTS = 2_000, 50_000  # what a map marks at once


class Selection(QObject):
    """One project or one row is *the* choice; several rows can be marked together, in the table alone."""

    changed = Signal()

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._features: dict[str, int] = {}  # place in the document, by id
        self._layers: dict[str, Layer] = {}
        self.feature: Feature | None = None
        self.layer: Layer | None = None
        self.row = -1
        window.map.feature_selected.connect(self._hear_feature)
        window.map.row_selected.connect(self._hear_row)
        window.projects.feature_selected.connect(self.choose_feature)
        window.article.feature_selected.connect(self.choose_feature)
        window.table.rows_chosen.connect(self.choose_rows)
        window.table.zoom_asked.connect(self.zoom_to_rows)
        window.table.export_asked.connect(window.exporting.export_layer)
        window.details.words_chosen.connect(window.article.show_words)
        window.layering.panel.current_changed.connect(window.table.follow)

    def show_document(self, document: MapDocument) -> None:
        """Take another document; what was chosen stays so if it is still there."""
        feature_id, layer_id, row = self.feature.id if self.feature else "", self.layer and self.layer.id, self.row
        self._features = {feature.id: number for number, feature in enumerate(document.features)}
        self._layers = {layer.id: layer for layer in document.layers}
        if feature_id in self._features:
            self.choose_feature(feature_id, goes_to_map=False)
        elif layer_id in self._layers and row < len(self._layers[layer_id]):
            self.choose_row(layer_id, row, goes_to_map=False)
        else:
            self.clear(goes_to_map=False)

    def choose_feature(self, feature_id: str, *, goes_to_map: bool = True) -> None:
        """Show a project everywhere; an id that is not in the map takes the choice back."""
        document, place = self._window.document, self._features.get(feature_id, -1)
        if document is None or place < 0:
            self.clear(goes_to_map=goes_to_map)
            return
        feature = document.features[place]
        self.feature, self.layer, self.row = feature, None, -1
        if goes_to_map:
            self._window.map.select(feature.id)
        self._window.projects.select(feature.id)
        self._window.details.show_feature(feature)
        if feature.sentence:
            self._window.article.show_words(feature.sentence.start, feature.sentence.end)
        else:
            self._window.article.clear_words()
        self._window.table.choose(PROJECTS, place)
        self._tell()

    def repeat(self, other: Selection) -> None:
        """Choose what another window's selection has chosen, in the same map."""
        if other.feature:
            self.choose_feature(other.feature.id, goes_to_map=False)
        elif other.layer:
            self.choose_row(other.layer.id, other.row, goes_to_map=False)

    def choose_row(self, layer_id: str, row: int, *, goes_to_map: bool = True) -> None:
        """Show a row of a layer everywhere."""
        layer = self._layers.get(layer_id)
        if layer is None or not 0 <= row < len(layer):
            self.clear(goes_to_map=goes_to_map)
            return
        self.feature, self.layer, self.row = None, layer, row
        if goes_to_map:
            self._window.map.select_row(layer_id, row)
        self._window.projects.select("")
        self._window.details.show_row(layer, row)
        self._window.article.clear_words()
        self._window.table.choose(layer_id, row)
        self._window.layering.panel.choose(layer_id)
        self._tell()

    def clear(self, *, goes_to_map: bool = True) -> None:
        """Take the choice back everywhere."""
        self._forget(goes_to_map=goes_to_map)
        self._window.table.choose("", -1)

    def choose_rows(self, layer_id: str, rows: Rows) -> None:
        """Take what was chosen in the table: one row is the choice, several are marked on the map."""
        if len(rows) == 1 and layer_id == PROJECTS and self._window.document:
            self.choose_feature(self._window.document.features[int(rows[0])].id)
        elif len(rows) == 1:
            self.choose_row(layer_id, int(rows[0]))
        else:
            self._forget(goes_to_map=True)
            if len(rows):
                self._mark(layer_id, rows)

    def show_again(self) -> None:
        """Bring what is chosen into the middle of the map, as near as it is known."""
        if self.feature:
            self._window.map.select(self.feature.id, zooms=True)
        elif self.layer:
            self._window.map.select_row(self.layer.id, self.row, zooms=True)

    def zoom_to_rows(self, layer_id: str, rows: Rows) -> None:
        """Show all of some rows on the map."""
        self._window.zooming.zoom_to(
            len(rows), lambda: self._geometry(layer_id, rows), else_told=self.tr("These rows have no place on the map.")
        )

    def _hear_feature(self, feature_id: str) -> None:
        if feature_id or self.feature:
            self.choose_feature(feature_id, goes_to_map=False)

    def _hear_row(self, layer_id: str, row: int) -> None:
        if layer_id or self.layer:
            self.choose_row(layer_id, row, goes_to_map=False)

    def _forget(self, *, goes_to_map: bool) -> None:
        self.feature, self.layer, self.row = None, None, -1
        if goes_to_map:
            self._window.map.select("")
        self._window.projects.select("")
        self._window.article.clear_words()
        if self._window.document:
            self._window.details.show_document(self._window.document)
        self._tell()

    def _mark(self, layer_id: str, rows: Rows) -> None:
        shapes = self._geometry(layer_id, rows[:_MARKED_ROWS])
        is_few = len(rows) <= _MARKED_ROWS and shapely.get_num_coordinates(shapes).sum() <= _MARKED_POINTS
        if is_few:
            self._window.map.mark_shapes(shapely.to_geojson(shapely.GeometryCollection(_placed(shapes))))
        else:
            said = self.tr("Too many rows are chosen to mark them all on the map; Zoom to Rows shows where they lie.")
            self._window.statusBar().showMessage(said, 10_000)

    def _geometry(self, layer_id: str, rows: Rows) -> Values:
        layer = self._layers.get(layer_id)
        if layer:
            return layer.geometry[rows]
        features = self._window.document.features if self._window.document else ()
        return np.array([features[row].geometry for row in rows.tolist()], dtype=object)

    def _tell(self) -> None:
        self._window.commands.set_met("selection", self.feature is not None)
        self._window.commands.set_met("choice", self.feature is not None or self.layer is not None)
        self.changed.emit()


def _placed(shapes: Values) -> list[shapely.Geometry]:
    return [shape for shape in shapes if shape is not None and not shape.is_empty]
