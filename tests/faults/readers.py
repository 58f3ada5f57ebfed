"""Every reader of infromap, how it is asked, and whole small files for each to begin with."""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import samples

LAYERS = (
    "geojson", "geojson lines", "geopackage", "shapefile", "zip", "kml", "kmz", "gpx", "flatgeobuf", "csv",
    "geoparquet",
)  # fmt: skip
NAMES = (
    "text", "markdown", "html", "pdf", *LAYERS, "shapefile parts", "lines", "project", "recovery", "mbtiles", "pmtiles",
    "network", "osm extract", "osm xml", "curated", "known facts", "gazetteer", "kept answers", "record", "settings",
    "pasted",
)  # fmt: skip

Read = Callable[[Path], object]


@dataclass(frozen=True)
class Reader:
    """A reader, the suffix of its files, and samples of them."""

    name: str
    suffix: str
    read: Read
    samples: tuple[bytes, ...]


def all_readers(folder: Path) -> dict[str, Reader]:
    """Return the readers by name; ``folder`` takes what is written on the way."""
    return {name: make_reader(name, folder) for name in NAMES}


def make_reader(name: str, folder: Path) -> Reader:
    """Return one reader."""
    suffix, read, make = _READERS[name]
    return Reader(name, suffix, read, make(folder))


def suffix_of(name: str) -> str:
    """Return how the files of a reader end."""
    return _READERS[name][0]


def _read_whole_way(path: Path) -> object:
    """Read an article and go on to the end: the map, its page, its GeoJSON."""
    from infromap.export import to_geojson
    from infromap.pipeline import open_map
    from infromap.render import render_html

    document = open_map(path)
    render_html(document).encode()
    return json.dumps(to_geojson(document)).encode()


def _read_layers(path: Path) -> object:
    """Plan and read the layers as the window does, and draw them on a page."""
    from infromap.compose import compose_layers
    from infromap.render import render_html
    from infromap.vector import plan_file, read_layers

    plan_file(path)
    return render_html(compose_layers(read_layers(path))).encode()


def _read_parts(path: Path) -> object:
    """Read a Shapefile whose files stand one behind another in the one that is damaged."""
    content = path.read_bytes()
    places = [(content.find(mark), mark, suffix) for mark, suffix in _MARKS]
    found = sorted(each for each in places if each[0] >= 0)
    for suffix in samples.PARTS:
        path.with_suffix(suffix).unlink(missing_ok=True)
    for number, (start, mark, suffix) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(content)
        path.with_suffix(suffix).write_bytes(content[start + len(mark) : end])
    return _read_layers(path.with_suffix(".shp"))


_MARKS = [(samples.PART % suffix.encode(), suffix) for suffix in samples.PARTS]


def _read_lines(path: Path) -> object:
    """Trace a road over the lines of a GIS file."""
    from infromap.pipeline import open_tracer

    return _trace(open_tracer(lines=path))


def _trace(tracer: object) -> object:
    from shapely import Point

    from infromap.errors import InfromapError
    from infromap.model.project import Kind
    from infromap.model.provenance import Source
    from infromap.model.route import Waypoint
    from infromap.route import trace_route

    stops = [
        Waypoint(name=name, point=Point(place), accuracy_km=5, source=Source(name="a test"), is_stated=True)
        for name, place in (("A", (69.3, 53.2)), ("D", (69.6, 53.4)))
    ]
    found = []
    for kind in (Kind.HIGHWAY, Kind.RAILWAY):
        try:
            found.append(trace_route(stops, kind=kind, tracer=tracer))
        except InfromapError:
            found.append(None)
    return found


def _read_project(path: Path) -> object:
    """Open a project, and write it again."""
    from infromap.session import open_project, read_project_file, save_project

    opened = read_project_file(path)
    document = open_project(opened)
    save_project(document, path.with_name("again.infromap"), opened=opened)
    return document


def _read_recovery(path: Path) -> object:
    """Find a map that was not saved, whose description is damaged, and say what it is."""
    from infromap.gui.dialogs import _describe
    from infromap.gui.files.recovery import RecoveryFolder

    with suppress(OSError, ValueError):
        path.with_suffix(".infromap").write_bytes(b"{}")
    found = RecoveryFolder(path.parent).left_behind()
    return [(_describe(unsaved), slot.let_go()) for slot, unsaved in found]


def _read_tiles(path: Path) -> object:
    from infromap.gui.page.tile_file import open_tile_file

    file = open_tile_file(path)
    return [file.read(*place) for place in ((0, 0, 0), (1, 1, 1), (5, 3, 7), (22, 0, 4_194_303))]


def _read_network(path: Path) -> object:
    """Describe a network, and trace a road and a railway over it."""
    from infromap.route.classes import Mode
    from infromap.route.network_file import read_card, read_layer
    from infromap.route.store import describe_network
    from infromap.route.tracer import NetworkTracer

    _trace(NetworkTracer([path]))
    describe_network(path)
    card = read_card(path)
    return [(card.box(mode), read_layer(path, mode)) for mode in Mode]


def _read_extract(path: Path) -> object:
    from infromap.route.build import build_network

    return build_network(path, path.parent / "networks", name="built")


def _read_extract_apart(path: Path) -> object:
    from infromap.route.apart import build_network_apart

    return build_network_apart(path, path.parent / "networks", name="built")


def _read_curated(path: Path) -> object:
    from infromap.gazetteer.curated import read_curated_places

    return read_curated_places(path)


def _read_facts(path: Path) -> object:
    from infromap.compose.facts import read_fact_file

    return list(read_fact_file(path))


def _read_gazetteer(path: Path) -> object:
    """Look names up in a gazetteer of the program's own form."""
    from infromap.gazetteer import Gazetteer
    from infromap.gazetteer.store import PlaceStore

    with PlaceStore(path) as store:
        store.count()
        found = [store.find_by_key(key) for key in samples._SOUNDS.split()]
        found += [store.near(69.4, 53.3), store.division("KZ", "01"), store.country("KZ")]
        return found, Gazetteer(store, ()).candidates("Almaty", country="KZ")


def _read_answers(path: Path) -> object:
    from infromap.gazetteer.answer_cache import AnswerCache, Clock

    cache = AnswerCache(path, clock=Clock(sleep=lambda _: None))
    try:
        found = cache.find("nominatim Kokshetau")
        cache.keep("photon Almaty", [])
        cache.wait_for_turn(10_000)
        cache.hold_back(1)
    finally:
        cache.close()
    return found


def _read_record(path: Path) -> object:
    """Go on with a corpus whose record is damaged."""
    from infromap.corpus.record import Record

    for left in ("-wal", "-shm", "-journal"):  # of the case before
        with suppress(OSError, ValueError):
            path.with_name(path.name + left).unlink(missing_ok=True)
    with Record(path.with_name(path.name.removesuffix(".progress")), "print") as record:
        record.want(["a.txt", "b.txt"])
        return record.has("a.txt", "digest"), list(record.articles()), list(record.sites())


def _read_settings(path: Path) -> object:
    """Begin a window with damaged settings."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QApplication, QMainWindow

    from infromap.gui.program.preferences import Preferences
    from infromap.gui.settings import WindowSettings

    application = QApplication.instance() or QApplication(["infromap"])
    settings = WindowSettings(QSettings(str(path), QSettings.Format.IniFormat))
    preferences = Preferences(settings)
    window = QMainWindow()
    found = settings.restore_layout(window), settings.recent_files(), settings.folder(), settings.export_kind()
    keys = [preferences.keys("open"), preferences.keys("save")]
    settings.add_recent_file(Path("/tmp/c.txt"))
    settings.save_layout(window)
    preferences.set_keys("open", QKeySequence("Ctrl+O"))
    return application, found, keys


def _read_pasted(path: Path) -> object:
    """Paste a text, and read what it is taken for."""
    from PySide6.QtCore import QMimeData

    from infromap.gui.files.pasted import PastedKind, read_pasted

    mime = QMimeData()
    mime.setText(path.read_bytes().decode("utf-8", "replace"))
    pasted = read_pasted(mime)
    if pasted.kind is not PastedKind.LAYER:
        return pasted
    kept = path.with_name(f"pasted{pasted.suffix}")
    kept.write_text(pasted.text, encoding="utf-8")
    return _read_layers(kept)


def _read_any(path: Path) -> object:
    """Read a file by the reader that stands in its name behind a comma."""
    name = path.name.removesuffix(".real").rpartition(", ")[2].split(".")[0]
    return _READERS[name][1](path)


def _run_command(path: Path) -> object:
    """Give a file to the command: an article or a GIS file to map, tiles or a network to map with."""
    import contextlib
    import io

    from infromap.cli.main import OUR_FAULT, run
    from infromap.errors import InfromapError

    out, said = path.parent / "command.html", io.StringIO()
    out.unlink(missing_ok=True)
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        status = run(["export", str(path), "-o", str(out)])
    if status == 0:
        return out.stat().st_size
    told = said.getvalue()
    if status == OUR_FAULT or not told.startswith("infromap: error: ") or told.count("\n") != 1 or out.exists():
        raise RuntimeError(f"status {status}, {out.exists()}: {told[-2000:]}")
    raise InfromapError(told)


class _Window:
    """A real window that opens files as its user does; what it would say in a dialog is kept."""

    def __init__(self) -> None:
        from infromap.gui.environment import prepare_environment
        from infromap.gui.page.scheme import register_scheme

        prepare_environment()
        register_scheme()
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from infromap.gui import dialogs, window
        from infromap.gui.files import layer_files
        from infromap.gui.settings import WindowSettings

        self.application = QApplication(["infromap"])
        self.errors: list[Exception] = []
        window.show_error = lambda _, error: self.errors.append(error)
        layer_files.show_errors = lambda _, errors: self.errors.extend(errors)
        layer_files.LayerFiles._ask = lambda _, plan, **__: plan if plan.crs or not plan.wants_crs else None
        dialogs.ask_unsaved = lambda _: None
        settings = QSettings(str(Path(os.devnull)), QSettings.Format.IniFormat)
        self.window = window.MainWindow(WindowSettings(settings))
        self.window.show()

    def open(self, path: Path) -> object:
        """Open a file, wait until nothing runs any more, and return the map that is shown."""
        self.errors.clear()
        self.window.open_map.undo.setClean()  # nobody is there to be asked
        if path.suffix in (".mbtiles", ".pmtiles"):
            self.window.base_maps.add_file(path)
        else:
            self.window.opening.open_files([path])
        while self.window.worker.is_running:
            self.application.processEvents()
            time.sleep(0.002)
        self.application.processEvents()
        if self.errors:
            raise self.errors[0]
        return self.window.document


_the_window: list[_Window] = []


def _open_in_window(path: Path) -> object:
    if not _the_window:
        _the_window.append(_Window())
    return _the_window[0].open(path)


# By readers that may end their process: how the program asks them, in one that it starts. Too slow for every case.
SURVIVORS: dict[str, Read] = {"osm extract": _read_extract_apart, "osm xml": _read_extract_apart}

_READERS: dict[str, tuple[str, Read, Callable[[Path], tuple[bytes, ...]]]] = {
    "text": (".txt", _read_whole_way, lambda _: samples.texts()),
    "markdown": (".md", _read_whole_way, lambda _: (b"# Roads\n\n" + samples.BRIEF.read_bytes(),)),
    "html": (".html", _read_whole_way, lambda _: (samples.HTML.encode(),)),
    "pdf": (".pdf", _read_whole_way, lambda _: (samples.pdf(), samples.pdf(is_packed=True))),
    "geojson": (".geojson", _read_layers, lambda to: (samples.gis_file(to, "a.geojson"), samples.features())),
    "geojson lines": (".geojsonl", _read_layers, lambda to: samples.feature_lines(to)),
    "geopackage": (".gpkg", _read_layers, lambda to: (samples.gis_file(to, "a.gpkg"),)),
    "shapefile": (".zip", _read_layers, lambda to: (samples.gis_file(to, "a.zip"),)),
    "zip": (".zip", _read_layers, lambda to: (samples.archive_of_formats(to),)),
    "kml": (".kml", _read_layers, lambda to: (samples.gis_file(to, "a.kml"), samples.KML.encode())),
    "kmz": (".kmz", _read_layers, lambda _: (samples.zipped({"doc.kml": samples.KML.encode()}),)),
    "gpx": (".gpx", _read_layers, lambda _: (samples.gpx(),)),
    "flatgeobuf": (".fgb", _read_layers, lambda to: (samples.gis_file(to, "a.fgb"),)),
    "csv": (".csv", _read_layers, lambda _: samples.tables()),
    "geoparquet": (".parquet", _read_layers, lambda to: (samples.parquet(to),)),
    "shapefile parts": (".parts", _read_parts, lambda to: (samples.shapefile_parts(to),)),
    "lines": (".geojson", _read_lines, lambda _: (samples.roads(),)),
    "project": (".infromap", _read_project, lambda to: (samples.project(to),)),
    "recovery": (".json", _read_recovery, lambda _: (samples.description(),)),
    "mbtiles": (".mbtiles", _read_tiles, lambda to: (samples.mbtiles(to),)),
    "pmtiles": (".pmtiles", _read_tiles, lambda to: samples.pmtiles(to)),
    "network": (".network", _read_network, lambda to: samples.network(to)),
    "osm extract": (".osm.pbf", _read_extract, lambda to: samples.extracts(to)),
    "osm xml": (".osm", _read_extract, lambda to: (samples.extract(to, ".osm"),)),
    "curated": (".csv", _read_curated, lambda _: (samples.curated(),)),
    "known facts": (".toml", _read_facts, lambda _: samples.facts()),
    "gazetteer": (".sqlite", _read_gazetteer, lambda to: (samples.place_store(to),)),
    "kept answers": (".sqlite", _read_answers, lambda to: (samples.kept_answers(to),)),
    "record": (".progress", _read_record, lambda to: (samples.record(to),)),
    "settings": (".ini", _read_settings, lambda _: (samples.SETTINGS.encode(),)),
    "pasted": (".txt", _read_pasted, lambda _: samples.pasted()),
    "any": (".txt", _read_any, lambda _: ()),
    "command": (".txt", _run_command, lambda _: samples.texts()[:1]),
    "window": (".txt", _open_in_window, lambda _: samples.texts()[:1]),
}
