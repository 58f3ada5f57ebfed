"""Puts right what the program found: each correction is one step that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QDockWidget, QMenu

from infromap import session
from infromap.gui.busy import BusyIndicator
from infromap.gui.correct.hand import Hand
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.correct.place_panel import PlacePanel
    from infromap.gui.open_map import StepName
    from infromap.gui.window import MainWindow
    from infromap.model.correction import Correction, Detail
    from infromap.model.mapdoc import Feature
    from infromap.model.place import Place

    Corrections = tuple[Correction, ...]

_ACTIONS = ("correct_place", "move_marker", "place_by_hand", "edit_line", "edit_details", "remove_corrections")


class Correcting(QObject):
    """The commands that correct a project; the chosen project is meant."""

    def __init__(self, window: "MainWindow", today: Callable[[], str] = lambda: date.today().isoformat()):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self.today = today
        self._planner = Worker(self)  # traces lines again, beside what is read and written
        self._hand = Hand(window, lambda: self.today())
        self._hand.drawn.connect(self._make)
        self._dock: QDockWidget | None = None
        self._add_commands()
        self._connect()

    @cached_property
    def places(self) -> "PlacePanel":
        """The candidates, made when they are first asked for: no window begins with them."""
        from infromap.gui.correct.place_panel import PlacePanel

        panel = PlacePanel()
        panel.place_chosen.connect(self._choose_place)
        panel.place_shown.connect(self._preview)
        panel.point_asked.connect(self._ask_point)
        panel.closed.connect(self._close_places)
        return panel

    # What the commands do

    def correct_place(self) -> None:
        """Show what the names of the project may mean."""
        dock = self._place_dock()
        dock.show()
        dock.raise_()
        self.places.show_feature(self._feature)
        self.places.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_marker(self) -> None:
        """Let the user drag the point of the project, or set it where it has none."""
        if self._feature:
            self._hand.draw_point(self._feature)

    def edit_line(self) -> None:
        """Let the user draw the line of the project anew, beginning with the one that it has."""
        if self._feature:
            self._hand.draw_line(self._feature)

    def edit_details(self) -> None:
        """Ask for name, kind and note."""
        shown, found = self._feature, self._found()
        if shown is None or found is None:
            return
        from infromap.gui.correct.correction_dialogs import DetailsDialog

        dialog = DetailsDialog(shown, found, self._window.language, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._write_details(shown, dialog.values())

    def remove_corrections(self) -> None:
        """Go back to what the program found for the project."""
        if self._feature:
            self._remove(
                self._feature.corrections, lambda: QCoreApplication.translate("Correcting", "Remove Corrections")
            )

    def remove_correction(self, number: int) -> None:
        """Take back one correction of the project."""
        made = self._feature.corrections if self._feature else ()
        if 0 <= number < len(made):
            self._remove((made[number],), lambda: QCoreApplication.translate("Correcting", "Remove Correction"))

    def take_over(self, other: "Correcting") -> None:
        """Go on with the correction that is under way in another window, which may then go."""
        self._hand.take_over(other._hand)
        if other._is_choosing:
            self.correct_place()
            self.places.ask_again(other.places)

    # How it is put together

    def _add_commands(self) -> None:
        add = self._window.commands.add
        self._window.commands.separate("edit")
        add("edit", "correct_place", self.tr("Correct &Place…"), self.correct_place, "Ctrl+E", needs="places")
        add("edit", "move_marker", self.tr("&Move Marker"), self.move_marker, "Ctrl+M", needs="point")
        add("edit", "place_by_hand", self.tr("Place by &Hand…"), self.move_marker, "Ctrl+H", needs="no place")
        add("edit", "edit_line", self.tr("Edit L&ine"), self.edit_line, "Ctrl+Shift+D", needs="line")
        add("edit", "edit_details", self.tr("Edit &Details…"), self.edit_details, "F2", needs="selection")
        add("edit", "remove_corrections", self.tr("&Remove Corrections"), self.remove_corrections, needs="corrected")

    def _connect(self) -> None:
        window, commands = self._window, self._window.commands
        actions = [commands[name] for name in _ACTIONS]
        window.projects.context_actions += actions
        window.details.context_actions += actions
        window.position.menu_asked.connect(self._fill_map_menu)
        window.details.correction_removed.connect(self.remove_correction)
        window.selection.changed.connect(self._follow_selection)
        self._map.opened.connect(self._close_places)
        window.map.painted.connect(lambda: self._clear_map(True) if self._is_choosing else None)
        window.statusBar().addPermanentWidget(BusyIndicator(self._planner))

    def _place_dock(self) -> QDockWidget:
        """Return the dock of the candidates."""
        if self._dock is None:
            self._dock = QDockWidget(self.tr("Correct Place"), self._window)
            self._dock.setObjectName("correct_place")
            self._dock.setWidget(self.places)
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
            self._window.resizeDocks([self._dock], [270], Qt.Orientation.Vertical)
            self._dock.visibilityChanged.connect(self._clear_map)
        return self._dock

    def _clear_map(self, is_choosing: bool) -> None:
        """Keep popups off the map while places are chosen, and the pin of a candidate off it afterwards."""
        if self._window.map.is_painted:  # a page that is not is told when it is
            self._window.map.call("hidePopups", is_choosing)
        if not is_choosing:
            self._window.mark.clear()

    def _close_places(self) -> None:
        if self._dock:
            self._dock.hide()
        self._window.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_map_menu(self, menu: QMenu, _lon: float, _lat: float) -> None:
        if self._feature:
            menu.addSeparator()
            menu.addActions([self._window.commands[name] for name in _ACTIONS])

    # What is chosen

    @property
    def _feature(self) -> "Feature | None":
        return self._window.selection.feature

    @property
    def _is_choosing(self) -> bool:
        return self._dock is not None and self._dock.isVisible()

    def _found(self) -> "Feature | None":
        """Return the chosen project as the program found it."""
        chosen = self._feature
        features = self._map.base.features if self._map.base else ()
        return next((each for each in features if chosen and each.id == chosen.id), None)

    def _follow_selection(self) -> None:
        feature, commands = self._feature, self._window.commands
        is_line = feature is not None and feature.geometry_length_km is not None
        has_place = feature is not None and feature.geometry is not None
        commands.set_met("places", feature is not None and bool(feature.resolved))
        commands.set_met("point", has_place and not is_line)
        commands.set_met("no place", feature is not None and not has_place)
        commands.set_met("line", is_line or (feature is not None and feature.project.linear))
        commands.set_met("corrected", feature is not None and bool(feature.corrections))
        if self._is_choosing:
            self.places.show_feature(feature)

    # What becomes of the map

    def _preview(self, place: "Place | None", is_on_map: bool) -> None:
        """Look where the user looks; a pin marks what the map does not have yet."""
        if not self._is_choosing:
            return
        if place is None or is_on_map:
            self._window.mark.clear()
        else:
            label = ", ".join(part for part in (speak(place.name), place.region, place.country) if part)
            self._window.mark.show(place.point.x, place.point.y, label, zoom=None)
        if place is not None:
            self._window.map.call("bringIntoView", place.point.x, place.point.y)

    def _choose_place(self, name: str, place: "Place | None") -> None:
        if self._feature:
            from infromap.model.correction import PlaceChosen
            from infromap.session.corrections import known_as

            chosen = PlaceChosen(project=known_as(self._feature), date=self.today(), name=name, place=place)
            self._make(
                chosen,
                lambda: QCoreApplication.translate("Correcting", "Correct Place of {name}").format(name=name),
            )

    def _ask_point(self, name: str) -> None:
        if self._feature:
            self._window.mark.clear()
            self._hand.draw_point(self._feature, name)

    def _write_details(self, shown: "Feature", values: "dict[Detail, str | None]") -> None:
        from infromap.model.correction import DetailEdited, with_correction
        from infromap.session.corrections import known_as

        identity, today = known_as(shown), self.today()
        made = {each.detail: each for each in shown.corrections if isinstance(each, DetailEdited)}
        corrections = before = self._map.state.corrections
        for detail, value in values.items():
            old = made.get(detail)
            if value == (old.value if old else None):
                continue
            if value is None:
                corrections = tuple(each for each in corrections if each is not old)
            else:
                new = DetailEdited(project=identity, date=today, detail=detail, value=value)
                corrections = with_correction(corrections, new)
        if corrections != before:
            self._change(lambda _: corrections, lambda: QCoreApplication.translate("Correcting", "Edit Details"))

    def _make(self, correction: "Correction", step: "StepName") -> None:
        from infromap.model.correction import with_correction

        self._change(lambda corrections: with_correction(corrections, correction), step)

    def _remove(self, removed: "Corrections", step: "StepName") -> None:
        self._change(lambda corrections: tuple(each for each in corrections if each not in removed), step)

    def _change(self, edit: "Callable[[Corrections], Corrections]", step: "StepName") -> None:
        """Go to other corrections; where lines may have to be traced again, that is done beside the window first."""
        base, tracer = self._map.base, self._map.tracer
        if base is None:
            return

        def push() -> None:
            state = self._map.state
            self._map.change(replace(state, corrections=edit(state.corrections)), step)

        def trace() -> None:
            session.apply_corrections(base, edit(self._map.state.corrections), tracer=tracer)  # the tracer remembers

        if tracer is None:
            push()
        else:
            label = self.tr("Planning the line…")
            self._planner.run(
                label, trace, lambda _: push() if self._map.base is base else None, self._window.report_error
            )
