"""Brings the open map to the panels and to the page, after each change as much of it as is another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infromap.gui.as_text import window_title
from infromap.gui.figures import write_number
from infromap.gui.worker import Worker

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow
    from infromap.model.mapdoc import MapDocument
    from infromap.session import MapState


class Showing(QObject):
    """Follows the map of a window; the page is made beside the window's thread."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._shown: MapDocument | None = None  # by the panels
        self._painter = Worker(self)
        window.open_map.opened.connect(self._show_opened)
        window.open_map.changed.connect(self._show_changed)
        window.base_maps.changed.connect(lambda: self.render(keeps_view=True))

    def _show_opened(self) -> None:
        self._window.selection.clear(goes_to_map=False)
        self.show_document()
        self._window.layering.show_in_table(self._window.table.isVisible())
        self.render(keeps_view=False)

    def _show_changed(self, before: "MapState", after: "MapState") -> None:
        """Show the same map after a change: view and choice stay, unless there was nothing to see."""
        if self._window.document is self._shown:
            return
        is_first_to_see = self._shown is not None and self._shown.bounds is None
        if self._window.live_look.can_follow(before, after):
            self._show_rows()
            self._window.live_look.follow()
            return
        self.show_document()
        self.render(keeps_view=not is_first_to_see)

    def show_document(self) -> None:
        """Let all panels show the map as it is now."""
        document = self._window.document
        if document is None:
            return
        self._window.projects.show_document(document)
        self._window.article.show_document(document)
        self._show_rows()
        self._window.setWindowTitle(f"{window_title(document.title)}[*] – infromap")
        self._window.commands.set_met("map", True)

    def _show_rows(self) -> None:
        """Show the layers where these alone are others than before."""
        document = self._shown = self._window.document
        if document:
            self._window.table.show_document(document)
            self._window.selection.show_document(document)
            self._window.count.setText(self._count_text(document))

    def render(self, *, keeps_view: bool) -> None:
        """Make the page again, beside the window; where asked for, place and choice stay as they are."""
        window = self._window
        document, language, tiles = window.document, window.language, window.base_maps.tiles
        if document is None:
            return
        window.live_look.load(document)
        row_counts = {layer.id: len(layer) for layer in document.layers}
        feature_ids = [feature.id for feature in document.features]
        if window.ahead and window.ahead.has_given_page_of(document, language=language, tiles=tiles):
            window.map.know(feature_ids, row_counts)
            if window.map.is_painted:
                window.live_look.catch_up()
            window.document_shown.emit(document)
            return

        def render() -> str:
            from infromap.render import render_html

            return render_html(document, language=language, tiles=tiles)

        def show(html: str) -> None:
            window.map.show_page(html, feature_ids, row_counts=row_counts, keeps_view=keeps_view)
            window.document_shown.emit(document)

        label = self.tr("Drawing the map…")
        self._painter.run(label, render, show, window.report_error)

    def _count_text(self, document: "MapDocument") -> str:
        located = sum(feature.geometry is not None for feature in document.features)
        text = self.tr("Projects: {all}, on the map: {located}").format(
            all=write_number(len(document.features)), located=write_number(located)
        )
        layers = document.layers
        if not layers:
            return text
        rows = self.tr("layers: {layers}, rows: {rows}").format(
            layers=len(layers), rows=write_number(sum(map(len, layers)))
        )
        return f"{text}, {rows}" if document.features else rows.capitalize()

    def wait(self) -> None:
        """Wait for the page that is being made; the window closes."""
        self._painter.wait()
