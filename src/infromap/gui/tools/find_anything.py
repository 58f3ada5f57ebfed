"""Find anything: projects, places, layers, commands, bookmarks and coordinates, by one field."""

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence

from infromap.coordinates import Interpretation, read_coordinates
from infromap.gui.commands import plain_text
from infromap.gui.program.language import speak
from infromap.gui.tools.finds import Find, FindIndex, Group
from infromap.gui.tools.go_to import describe_place
from infromap.gui.worker import Worker
from infromap.render.strings import load_strings

if TYPE_CHECKING:
    from infromap.gui.tools.find_dialog import FindDialog
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer
    from infromap.model.mapdoc import Feature
    from infromap.model.place import Place

logger = logging.getLogger(__name__)

_PATIENCE_MS = 60  # between the last letter and the question to the gazetteer
_ZOOMS = {"country": 5.0, "region": 7.0}
_TOWN_ZOOM = 9.0
_OWN_NAME = "find_anything"


class FindAnything(QObject):
    """Looks at once through what the window has, and beside it, on another thread, through the gazetteer."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._text = ""
        self._index = FindIndex(())
        self._places: tuple[Place, ...] = ()  # for the text that is typed
        self._worker = Worker(self)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._ask_places)
        window.commands.add("edit", _OWN_NAME, self.tr("Find &Anything…"), self.open, "Ctrl+K")

    @cached_property
    def dialog(self) -> "FindDialog":
        """The field and its list, made when they are first asked for."""
        from infromap.gui.tools.find_dialog import FindDialog

        dialog = FindDialog(self._window)
        dialog.asked.connect(self._find)
        dialog.chosen.connect(self._choose)
        return dialog

    def open(self) -> None:
        """Show the field, over what the window has now."""
        self._index = FindIndex(self._own_finds())
        self._find("")
        self.dialog.open_over(self._window.map)

    def close(self) -> None:
        """Wait for the gazetteer: its thread must not outlive the window."""
        self._timer.stop()
        self._worker.wait()

    def _find(self, text: str) -> None:
        self._text, self._places = text, ()
        self._show()
        self._timer.start()

    def _show(self) -> None:
        coordinates = [self._coordinate_find(place) for place in read_coordinates(self._text)]
        places = [self._place_find(place) for place in self._places]
        self.dialog.show_finds(self._text, [*coordinates, *self._index.rank(self._text), *places])

    def _choose(self, find: Find) -> None:
        self._window.activateWindow()
        find.choose()

    def _own_finds(self) -> Iterator[Find]:
        document = self._window.document
        if document:
            strings = load_strings(self._window.language)
            for feature in document.features:
                yield self._feature_find(feature, strings[f"kind.{feature.kind}"])
            yield from map(self._layer_find, document.layers)
        for bookmark in self._window.bookmarks.all:
            yield Find(
                group=Group.BOOKMARKS,
                title=bookmark.name,
                choose=self._call(self._window.bookmarks.go, bookmark),
            )
        yield from self._command_finds()

    def _feature_find(self, feature: "Feature", kind: str) -> Find:
        places = ", ".join(mention.name for mention in feature.project.places)
        return Find(
            group=Group.PROJECTS,
            title=feature.name,
            detail=kind,
            known_as=f"{kind} {places}",
            choose=self._call(self._window.select_feature, feature.id),
        )

    def _layer_find(self, layer: "Layer") -> Find:
        rows = self.tr("%Ln row(s)", "", len(layer))
        return Find(group=Group.LAYERS, title=layer.name, detail=rows, choose=self._call(self._show_layer, layer))

    def _command_finds(self) -> Iterator[Find]:
        commands = self._window.commands
        menus = {name: title for title, names in commands.by_menu() for name in names}
        for name, action in commands.actions.items():
            if name != _OWN_NAME and action.isEnabled() and action.isVisible():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                title = plain_text(action.text())
                detail = " · ".join(part for part in (menus[name], keys) if part)  # some are called as another one
                yield Find(group=Group.COMMANDS, title=title, detail=detail, choose=self._call(QAction.trigger, action))

    def _coordinate_find(self, place: Interpretation) -> Find:
        return Find(
            group=Group.COORDINATES,
            title=describe_place(place),
            choose=self._call(self._window.go_to.go, place),
        )

    def _place_find(self, place: "Place") -> Find:
        where = [*([place.region] if place.region else []), _country_name(place.country)]
        people = self.tr("%Ln inhabitant(s)", "", place.population) if place.population else ""
        return Find(
            group=Group.PLACES,
            title=", ".join([speak(place.name), *where]),
            detail=people,
            choose=self._call(self._go, place),
        )

    def _go(self, place: "Place") -> None:
        zoom = _ZOOMS.get(place.feature_type, _TOWN_ZOOM)
        self._window.mark.show(float(place.point.x), float(place.point.y), speak(place.name), zoom)
        self._window.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_layer(self, layer: "Layer") -> None:
        """Show all that a layer has."""
        from infromap.compose.bounds import enclose

        box = enclose(layer.geometry)
        if box:
            self._window.map.call("fitBox", box.west, box.south, box.east, box.north)

    def _ask_places(self) -> None:
        text, document = self._text, self._window.document
        country = document.reading.country if document else None
        if not text.strip():
            return

        def work() -> tuple["Place", ...]:
            from infromap.gazetteer import open_data
            from infromap.gazetteer.suggest import suggest_places

            store, curated = open_data()
            with store:
                return suggest_places(text, store, curated, country=country)

        self._worker.run("", work, lambda places: self._take_places(text, places), self._give_up)

    def _take_places(self, text: str, places: Sequence["Place"]) -> None:
        if text == self._text:
            self._places = tuple(places)
            self._show()

    def _give_up(self, error: Exception) -> None:
        logger.warning("the gazetteer cannot be asked: %s", error)

    @staticmethod
    def _call(function: Callable, *arguments: object) -> Callable[[], object]:
        return lambda: function(*arguments)


def _country_name(code: str) -> str:
    """Return the name of a country (two-letter code) as Qt knows it; the code where it does not."""
    territory = QLocale.codeToTerritory(code)
    return code if territory == QLocale.Country.AnyCountry else QLocale.territoryToString(territory)
