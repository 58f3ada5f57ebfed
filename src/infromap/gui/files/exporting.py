"""Writes the map of a window, or one of its layers, to files for others, and prints it."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from infromap.gui.as_text import ask_yes
from infromap.gui.page.drawing import PageDrawer
from infromap.gui.program.language import speak
from infromap.gui.worker import Worker

# What draws and writes is loaded when it is asked for: a window opens without it.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from infromap.export import DocumentOptions, DrawingOptions
    from infromap.gui.files.export_dialogs import DocumentDialog, PictureDialog, TilesOffer
    from infromap.gui.window import MainWindow
    from infromap.model.layer import Layer
    from infromap.model.place import Bounds

_BOUNDS = "window.infromap ? window.infromap.map.getBounds().toBBoxString() : ''"


class Exporting(QObject):
    """The commands that export and print."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._drawer = PageDrawer(self)
        self._previewer, self._preview_drawer = Worker(self), PageDrawer(self)
        window.worker.finished.connect(lambda: self._drawer.call_off())  # the user gave up what was under way
        window.network.changed.connect(self._keep_offline)
        add = window.commands.add
        add(
            "file", "export_as", self.tr("&Export As…"), self.choose, "Ctrl+Shift+E",
            icon="export", short=self.tr("Export"), needs="map",
        )  # fmt: skip
        add("file", "print", self.tr("&Print…"), self.choose_printer, "Ctrl+P", needs="map")
        window.commands.separate("file")

    def choose(self) -> None:
        """Ask for a file and its kind and, of a picture or a document, for what it shall show; then write it."""
        path = self._ask_path(self.tr("Export the map"), self._map_kinds(), self._window.settings.export_kind())
        if path is None:
            return
        from infromap.gui.files.export_dialogs import DocumentDialog, PictureDialog

        self._window.settings.set_export_kind(path.suffix.lower())
        if path.suffix.lower() == ".png":
            self._with_view(
                lambda view: self._choose_drawing(path, PictureDialog(view, self._window, tiles=self._offer()))
            )
        elif path.suffix.lower() == ".pdf":
            self._with_view(
                lambda view: self._choose_drawing(
                    path, DocumentDialog(view, self._preview, self._window, tiles=self._offer())
                )
            )
        else:
            self.export_file(path)

    def export_file(self, path: Path, options: "DrawingOptions | None" = None) -> None:
        """Write the map to a file; the suffix decides what it becomes, ``options`` what a drawing shows."""
        from infromap.export import save_map

        document, language = self._map.document, self._window.language
        base_maps = self._window.base_maps
        tiles = base_maps.online_tiles if path.suffix.lower() == ".html" else base_maps.tiles
        if document is None:
            return
        draw = self._draw_with(self._drawer)
        self._write(path, lambda: save_map(document, path, language=language, draw=draw, options=options, tiles=tiles))

    def export_layer(self, layer: "Layer", mask: Any = None) -> None:
        """Ask for a file and write to it the rows of ``mask``, an array of booleans, or all that a layer shows."""
        mask = layer.filter.mask if mask is None and layer.filter else mask
        path = self._ask_path(self.tr("Export the layer"), self._layer_kinds(), ".gpkg", stem=Path(layer.name).stem)
        if path is not None:
            self.save_layer(layer, path, mask)

    def save_layer(self, layer: "Layer", path: Path, mask: Any = None) -> None:
        """Write a layer to a GIS file; the suffix decides which."""
        from infromap.export import save_layer

        self._write(path, lambda: save_layer(layer, path, mask=mask))

    def choose_printer(self) -> None:
        """Ask for a printer and its paper, and print the map as it is seen, with the table of projects."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._stem())  # in the printer's queue, and of the file where there is no printer
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print the map"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._with_view(lambda view: self.print_map(printer, view))

    def print_map(self, printer: "QPrinter", view: "Bounds | None" = None) -> None:
        """Print title, map, legend and table on the printer's paper."""
        from infromap.export import DocumentOptions
        from infromap.gui.page.sheets import paper_of, print_sheets
        from infromap.render import render_html

        document, language = self._map.document, self._window.language
        if document is None:
            return
        paper_mm, is_landscape = paper_of(printer)
        options = DocumentOptions(paper_mm=paper_mm, is_landscape=is_landscape, bounds=view)

        tiles, draw = self._window.base_maps.tiles, self._sheets_with(self._drawer)

        def work() -> None:
            print_sheets(draw(render_html(document, language=language, tiles=tiles), options), printer)

        def done(_: object) -> None:
            self._window.statusBar().showMessage(self.tr("Printed."), 15_000)

        self._window.worker.run(self.tr("Printing…"), work, done, self._window.report_error)

    def close(self) -> None:
        """Draw no more: the window goes."""
        self._drawer.close()
        self._preview_drawer.close()
        self._previewer.wait()

    # How it is done

    def _draw_with(self, drawer: PageDrawer) -> "Callable[[str, DrawingOptions], bytes]":
        """Return what draws a page as the file that is wanted, on any thread."""
        sheets = self._sheets_with(drawer)

        def draw(html: str, options: "DrawingOptions") -> bytes:
            from infromap.gui.page.picture import as_file

            return as_file(sheets(html, options), options)

        return draw

    def _sheets_with(self, drawer: PageDrawer) -> "Callable[[str, DrawingOptions], bytes]":
        """Return what draws a page with the tiles that the window shows now."""
        base_maps = self._window.base_maps
        tiles, file = base_maps.tiles, base_maps.tile_file
        origins = tiles.origins if tiles and file is None else ()
        return lambda html, options: drawer.draw(
            html, options, origins=origins if options.has_tiles else (), tile_file=file
        )

    def _offer(self) -> "TilesOffer | None":
        """Return the tiles that belong to the map, whether or not a drawing may have them now."""
        from infromap.gui.files.export_dialogs import TilesOffer

        base_maps = self._window.base_maps
        shown, tiles = base_maps.tiles, base_maps.tiles or base_maps.online_tiles
        if tiles is None:
            return None
        is_online = base_maps.tile_file is None
        return TilesOffer(name=tiles.name, credit=tiles.attribution, is_online=is_online, are_at_hand=shown is not None)

    def _keep_offline(self, is_online: bool) -> None:
        """Stop at once what asks a server for tiles."""
        if not is_online:
            self._drawer.call_off(asking_servers=True)
            self._preview_drawer.call_off(asking_servers=True)

    def _preview(self, options: "DocumentOptions", show: Callable[[bytes], None]) -> None:
        """Draw the sheets of a document; of several that are asked for, the last are shown."""
        from infromap.render import render_html

        document, language = self._map.document, self._window.language
        if document is None:
            return
        self._preview_drawer.call_off()
        tiles, draw = (
            self._window.base_maps.tiles if options.has_tiles else None,
            self._sheets_with(self._preview_drawer),
        )
        self._previewer.run(
            self.tr("Drawing…"),
            lambda: draw(render_html(document, language=language, tiles=tiles), options),
            show,
            self._window.report_error,
        )

    def _write(self, path: Path, write: Callable[[], tuple[str, ...]]) -> None:
        def done(told: tuple[str, ...]) -> None:
            self._window.tell_written(path)
            if told:
                self._tell(path, told)

        label = self.tr("Writing {name}…").format(name=path.name)
        self._window.worker.run(label, write, done, self._window.report_error)

    def _tell(self, path: Path, told: tuple[str, ...]) -> None:
        """Say what is not in the file, where the user sees it."""
        shown = self.tr("Written: {path}").format(path=path)
        self._window.statusBar().showMessage(f"{shown}. {' '.join(map(speak, told))}", 30_000)

    def _choose_drawing(self, path: Path, dialog: "PictureDialog | DocumentDialog") -> None:
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._previewer.cancel()
        self._preview_drawer.call_off()
        if is_accepted:
            self.export_file(path, dialog.options())
        dialog.deleteLater()

    def _with_view(self, then: "Callable[[Bounds | None], None]") -> None:
        """Go on with what the map shows now, as the page says.

        Not within its answer: while a dialog is open there, the web engine draws nothing, no preview either.
        """

        def hear(said: object) -> None:
            QTimer.singleShot(0, self, lambda: then(_read_bounds(said)))

        self._window.map.page().runJavaScript(_BOUNDS, 0, hear)

    def _map_kinds(self) -> dict[str, str]:
        return {
            ".html": self.tr("Web page (*.html)"),
            ".png": self.tr("Picture (*.png)"),
            ".pdf": self.tr("Document (*.pdf)"),
            ".gpkg": self.tr("GeoPackage (*.gpkg)"),
            ".geojson": self.tr("GeoJSON (*.geojson)"),
            ".kml": self.tr("KML (*.kml)"),
            ".csv": self.tr("Table (*.csv)"),
        }

    def _layer_kinds(self) -> dict[str, str]:
        return {
            ".gpkg": self.tr("GeoPackage (*.gpkg)"),
            ".geojson": self.tr("GeoJSON (*.geojson)"),
            ".kml": self.tr("KML (*.kml)"),
            ".fgb": self.tr("FlatGeobuf (*.fgb)"),
            ".shp": self.tr("Shapefile (*.shp)"),
            ".csv": self.tr("Table (*.csv)"),
        }

    def _ask_path(self, title: str, kinds: dict[str, str], kind: str, *, stem: str | None = None) -> Path | None:
        """Ask for a file; a name without the suffix of a kind gets that of the chosen one."""
        chosen = kind if kind in kinds else next(iter(kinds))
        stem = stem or self._stem()
        proposed = f"{stem}{chosen}"
        if proposed in self._sources():
            proposed = f"{stem}-map{chosen}"
        name, filter_ = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(self._window.folder() / proposed),
            ";;".join(kinds.values()),
            kinds[chosen],
        )
        if not name:
            return None
        suffix = next((each for each, text in kinds.items() if text == filter_), chosen)
        return Path(name) if Path(name).suffix.lower() in kinds else self._confirmed(Path(f"{name}{suffix}"))

    def _stem(self) -> str:
        """Return what files of the map are called unless the user says otherwise."""
        document = self._map.document
        return Path(document.reading.article.source).stem if document else "map"

    def _sources(self) -> set[str]:
        """Return the names of the files that the map is made from, none of which is to be written over."""
        document = self._map.document
        if document is None:
            return set()
        return {document.reading.article.source, *(each.origin.path.name for each in document.layers if each.origin)}

    def _confirmed(self, path: Path) -> Path | None:
        """Ask before a file is replaced that the dialog could not know of, because the suffix is ours."""
        if not path.exists():
            return path
        text = self.tr("{path} exists. Replace it?").format(path=path)
        return path if ask_yes(self._window, text) else None


def _read_bounds(said: object) -> "Bounds | None":
    """Read Leaflet's west,south,east,north; None for anything else."""
    from infromap.model.place import Bounds

    try:
        west, south, east, north = map(float, str(said).split(","))
    except ValueError:
        return None
    if not all(map(math.isfinite, (west, south, east, north))):
        return None
    return Bounds(west=west, south=south, east=east, north=north)
