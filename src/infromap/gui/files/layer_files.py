"""Opens GIS files: looks into them, asks what only the user can tell, and reads them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir

from infromap import compose
from infromap.errors import InfromapError
from infromap.gui.dialogs import show_errors

if TYPE_CHECKING:
    from infromap.ahead import Ahead
    from infromap.gui.files.recent_files import RecentFiles
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer
    from infromap.vector import FilePlan
    from infromap.vector.batches import Report
    from infromap.vector.systems import Box


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of several files: one that failed does not stop the others."""

    plans: tuple["FilePlan", ...] = ()
    layers: tuple["Layer", ...] = ()
    errors: tuple[InfromapError, ...] = ()


class LayerFiles(QObject):
    """Two steps beside the window, and the questions between them."""

    def __init__(self, window: "MainWindow", recent: "RecentFiles"):
        super().__init__(window)
        self._window = window
        self._recent = recent
        self._pasted = QTemporaryDir()

    def plan(self, paths: Sequence[Path], then: Callable[[Outcome], object], *, asks_table: bool = False) -> None:
        """Look into files, and ask what they do not say; ``then`` gets the plans of those that are still wanted.

        With ``asks_table`` all are tables of text, and it is asked how each is to be read, even if that is plain.
        """

        def ask(found: Outcome) -> None:
            asked = [self._ask(plan, asks_table=asks_table) for plan in found.plans]
            then(replace(found, plans=tuple(plan for plan in asked if plan)))

        label = self.tr("Looking into {name}…").format(name=paths[0].name)
        report = self._window.worker.report
        self._window.worker.run(
            label, lambda: plan_files(paths, report, are_tables=asks_table), ask, self._window.report_error
        )

    def take(self, ahead: "Ahead", paths: Sequence[Path]) -> None:
        """Show what another process has read since the program was started; if it could not, read the files here."""
        report, show_page = self._window.worker.report, self._window.show_ahead

        def show(layers: tuple["Layer", ...] | None) -> None:
            if layers is None:
                self.plan(paths, self.read)
            else:
                self._add(layers)
                self._remember(paths)

        label = self.tr("Reading {name}…").format(name=paths[0].name)
        self._window.worker.run(
            label, lambda: ahead.take_layers(paths, report, show_page), show, self._window.report_error
        )

    def read(self, found: Outcome) -> None:
        """Read files as planned, and put them onto the map that is shown; where none is, they make one."""
        if not found.plans:
            self.conclude(found)
            return

        def show(done: Outcome) -> None:
            if done.layers:
                self._add(done.layers)
            self.conclude(done)

        worker = self._window.worker
        label = self.tr("Reading {name}…").format(name=found.plans[0].path.name)
        worker.run(label, lambda: read_plans(found, worker.report), show, self._window.report_error)

    def conclude(self, done: Outcome) -> None:
        """Remember the files that were read, and tell of those that were not."""
        self._remember(plan.path for plan in done.plans)
        if done.errors:
            show_errors(self._window, done.errors)

    def _remember(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if path.parent != Path(self._pasted.path()):
                self._recent.add(path)

    def keep_pasted(self, name: str, text: str) -> Path:
        """Return a file of what was pasted, which goes with the window."""
        path = Path(self._pasted.filePath(name))
        path.write_text(text, encoding="utf-8", errors="replace")
        return path

    def _lasting(self, layer: "Layer") -> "Layer":
        """Return a layer with what was pasted in the place of the file that goes with the window."""
        if layer.origin is None or layer.origin.path.parent != Path(self._pasted.path()):
            return layer
        from infromap.session import pasted_layer

        return pasted_layer(layer, layer.origin.path.name, layer.origin.path.read_text(encoding="utf-8"))

    def _add(self, found: Sequence["Layer"]) -> None:
        layers = [self._lasting(layer) for layer in found]
        open_map = self._window.open_map
        state = open_map.state
        grown = replace(state, layers=(*state.layers, *compose.settle_layers(layers, state.layers)))
        if open_map.base is None:
            open_map.open(compose.empty_map(layers[0]), state=grown)
            return
        name, count = layers[0].name, len(layers)

        def say() -> str:
            translate = QCoreApplication.translate
            one = translate("LayerFiles", "Add {name}").format(name=name)
            return one if count == 1 else translate("LayerFiles", "Add %Ln layer(s)", "", count)

        open_map.change(grown, say)
        if self._window.selection.layer is None:  # a chosen row keeps its layer
            self._window.layering.panel.choose(grown.layers[-1].id)  # commands are about what was just added

    def _ask(self, plan: "FilePlan", *, asks_table: bool) -> "FilePlan | None":
        """Return the plan with the user's answers; None if the file is not wanted any more."""
        plan = replace(plan, crs=self._window.crs)
        if plan.is_choice:
            from infromap.gui.files.layer_choice import LayerChoiceDialog

            choice = LayerChoiceDialog(plan.path, plan.layers, self._window)
            if not choice.exec():
                return None
            plan = replace(plan, names=choice.names())
        around = self._shown_box()
        if plan.table is not None and (plan.is_doubtful or asks_table or plan.fits_exchanged(around)):
            from infromap.gui.files.table_dialog import TableDialog

            table = TableDialog(plan.path, plan.table, self._window.settings, self._window, around=around)
            if not table.exec():
                return None
            plan = replace(plan, table=table.form())
        return self._ask_crs(plan) if plan.wants_crs else plan

    def _shown_box(self) -> "Box | None":
        bounds = self._window.document.bounds if self._window.document else None
        return (bounds.west, bounds.south, bounds.east, bounds.north) if bounds else None

    def _ask_crs(self, plan: "FilePlan") -> "FilePlan | None":
        from infromap.gui.files.crs_dialog import CrsDialog

        question = self.tr("{name} does not say its coordinate system. Which one is it in?").format(name=plan.path.name)
        dialog = CrsDialog(question, plan.bounds, self._window.settings, self._window)
        system = dialog.system() if dialog.exec() else None
        return replace(plan, crs=system.code) if system else None


def plan_files(paths: Iterable[Path], report: "Report", *, are_tables: bool) -> Outcome:
    """Look into files; for the worker's thread."""
    from infromap.vector import plan_file

    plans, errors = [], []
    for path in paths:
        report(0, None)
        try:
            plans.append(plan_file(path, is_table=are_tables))
        except InfromapError as error:
            errors.append(error)
    return Outcome(plans=tuple(plans), errors=tuple(errors))


def read_plans(found: Outcome, report: "Report") -> Outcome:
    """Read files as planned; for the worker's thread. Of what is read each file is a like share."""
    if not found.plans:
        return found
    from infromap.vector import read_plan

    layers: list[Layer] = []
    read: list[FilePlan] = []
    errors = list(found.errors)
    for number, plan in enumerate(found.plans):
        try:
            layers += read_plan(plan, report=_share(report, number, len(found.plans)))
            read.append(plan)
        except InfromapError as error:
            errors.append(error)
    return Outcome(plans=tuple(read), layers=tuple(layers), errors=tuple(errors))


def _share(report: "Report", number: int, count: int) -> "Report":
    def tell(done: int, total: int | None) -> None:
        report(number * total + done if total else done, count * total if total else None)

    return tell
