"""Layers of a project whose files are not where they were: tells of them, and asks where they are now."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from infromap import compose, session
from infromap.errors import InfromapError
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer
    from infromap.session import MissingLayer

    Found = list[tuple[MissingLayer, Layer | MissingLayer]]  # each missing layer, and what became of it

_NAMES_TOLD = 8


class FindingLayers(QObject):
    """The question after a project was opened, and Layer > Find Missing Layers."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._worker = Worker(self)
        self._map.opened.connect(self._tell)
        self._map.changed.connect(lambda _before, _after: self._follow())

    def find(self) -> None:
        """Ask where the first missing layer is now; others that lie beside it are found as well."""
        missing = self._map.state.missing
        if not missing:
            return
        first = missing[0].kept
        title = self.tr("Where is {name}?").format(name=first.origin.path.name)
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._window.folder()))
        if name:
            self.read_from(Path(name))

    def read_from(self, path: Path) -> None:
        """Read the first missing layer from a file, and the others from its folder where they are in it."""
        first, *others = self._map.state.missing
        moved = [_moved(first, path)]
        for each in others:
            beside = path.parent / each.kept.origin.path.name
            is_same_file = each.kept.origin.path == first.kept.origin.path
            if is_same_file or beside.exists():
                moved.append(_moved(each, path if is_same_file else beside))
        label = self.tr("Reading {name}…").format(name=path.name)
        self._worker.run(label, lambda: _read(moved), self._take, self._window.report_error)

    def remove(self, number: int) -> None:
        """Give up a missing layer."""
        state = self._map.state
        if not 0 <= number < len(state.missing):
            return
        name = state.missing[number].kept.name
        left = (*state.missing[:number], *state.missing[number + 1 :])
        self._map.change(
            replace(state, missing=left),
            lambda: QCoreApplication.translate("Layering", "Remove {name}").format(name=name),
        )

    def _take(self, found: "Found") -> None:
        """Put what was found in its place; what was not stays missing."""
        from infromap.model.layer import Layer

        state = self._map.state
        layers = list(state.layers)
        for missing, layer in found:
            if isinstance(layer, Layer):
                (settled,) = compose.settle_layers([layer], layers)
                layers.insert(min(missing.place, len(layers)), replace(settled, style=layer.style))
        places = {missing.place for missing, layer in found if isinstance(layer, Layer)}
        left = tuple(each for each in state.missing if each.place not in places)
        failed = [layer.reason for _, layer in found if not isinstance(layer, Layer)]
        if len(left) < len(state.missing):
            self._map.change(
                replace(state, layers=tuple(layers), missing=left),
                lambda: QCoreApplication.translate("FindingLayers", "Find Missing Layers"),
            )
        if failed:
            self._say(failed)

    def _tell(self) -> None:
        self._follow()
        missing = self._map.state.missing
        if missing:
            self._say([each.reason for each in missing])

    def _follow(self) -> None:
        self._window.commands.set_met("missing layers", bool(self._map.state.missing))

    def _say(self, reasons: Sequence[str]) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle("infromap")
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            self.tr("%Ln layer(s) of this map cannot be read. Their look and filters are kept.", "", len(reasons))
        )
        shown = [speak(each) for each in reasons[:_NAMES_TOLD]]
        told = self.tr("Layer > Find Missing Layers asks where the files are now.")
        box.setInformativeText("\n\n".join([*shown, told]))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()  # the map goes on behind it


def _moved(missing: "MissingLayer", path: Path) -> "MissingLayer":
    origin = replace(missing.kept.origin, path=path.absolute(), text=None)
    return replace(missing, kept=replace(missing.kept, origin=origin, doubt=None))


def _read(missing: "Sequence[MissingLayer]") -> "Found":
    found: Found = []
    for each in missing:
        try:
            found.append((each, session.read_kept_layer(each.kept)))
        except InfromapError as error:
            found.append((each, replace(each, reason=error.saying)))
    return found
