"""The pin on the map: a place that was looked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from infromap.gui.page.map_view import MapView

CLOSE_ZOOM = 9.0  # of the map: a town and its surroundings


class PlaceMark(QObject):
    """One pin at most; it survives another page, and goes when the user takes it away."""

    def __init__(self, map_view: "MapView", parent: QObject | None = None):
        super().__init__(parent)
        self._map = map_view
        self.place: tuple[float, float, str] | None = None  # lon, lat, what is said of it
        map_view.unmarked.connect(self._forget)
        map_view.painted.connect(self._show_again)

    def show(self, lon: float, lat: float, label: str, zoom: float | None = CLOSE_ZOOM) -> None:
        """Set the pin, and go there unless ``zoom`` is None."""
        self.place = (lon, lat, label)
        self._map.call("mark", lon, lat, label, zoom)

    def clear(self) -> None:
        """Take the pin away."""
        self._forget()
        self._map.call("unmark")

    def _forget(self) -> None:
        self.place = None

    def _show_again(self) -> None:
        if self.place:
            self.show(*self.place, zoom=None)
