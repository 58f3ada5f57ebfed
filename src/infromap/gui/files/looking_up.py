"""Tools > Look Up Places Online: for the places that the gazetteer does not know, or doubts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infromap.gui.files.lookup import confirm_lookup

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


class LookingUp(QObject):
    """Knows which places of the map are doubtful, asks before anything is sent, and has the map made again."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._doubtful: tuple[str, ...] = ()
        text, needs = self.tr("&Look Up Places Online…"), ("network", "doubtful places")
        self._action = window.commands.add("tools", "look_up", text, self.look_up_places, "Ctrl+Shift+L", needs=needs)
        self._map.opened.connect(self._note_doubtful)
        window.network.changed.connect(self._tell)
        self._tell()

    def look_up_places(self) -> None:
        """Ask whether places without a sure answer may be looked up online, and map the article again with them."""
        from infromap.gazetteer.online import OnlineService

        service = self._window.geocoder or OnlineService()
        if self._map.source and self._doubtful and confirm_lookup(self._window, self._doubtful, service):
            self._window.opening.map_again(service)

    def _note_doubtful(self) -> None:
        self._doubtful = ()
        if self._map.base and self._map.base.features:
            from infromap.gazetteer.doubt import doubtful_names  # a window opens without it, and a map of layers too

            self._doubtful = doubtful_names(self._map.base)
        self._window.commands.set_met("doubtful places", bool(self._doubtful))
        self._tell()

    def _tell(self) -> None:
        """Say why places can be looked up, or why not."""
        if not self._window.network.is_online:
            told = self.tr("infromap is offline; Tools > Work Online changes that")
        elif not self._doubtful:
            told = self.tr("The gazetteer knows every place of this article")
        else:
            told = self.tr("Ask an online geocoder for the places that the gazetteer does not know")
        self._action.setToolTip(told)
