"""Runs a command and turns its outcome into an exit status."""

import argparse
import gc
import json
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from infromap import USER_AGENT
from infromap.assets import bundled_article, read_or_without
from infromap.cli import drawing
from infromap.cli.drawing import Draw, check_tiles, draw_with_tiles, drawing_options, find_tiles
from infromap.cli.parser import UsageError, is_tile_file, parse_arguments
from infromap.cli.routes import open_cli_tracer, refuse_tracing_of_corpus, run_routes
from infromap.cli.streams import flush_out, give_up_output, is_of_output, read_in, write_out
from infromap.display import has_display
from infromap.errors import ArticleError, DataError, ExportError, InfromapError

if TYPE_CHECKING:
    from infromap.ahead import Ahead
    from infromap.export import DrawingOptions
    from infromap.gazetteer.online import OnlineGeocoder, OnlineService
    from infromap.model.article import Article
    from infromap.model.mapdoc import MapDocument
    from infromap.model.tiles import TileLayer
    from infromap.route import Tracer

logger = logging.getLogger("infromap")

OK, OUR_FAULT, BAD_INPUT = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status.

    0 done, 2 bad input or usage (one line on standard error), 1 a fault of ours (a traceback,
    which is what a report of it needs).
    """
    try:
        options = parse_arguments(arguments)
        logging.basicConfig(
            level=logging.INFO if options.verbose else logging.WARNING, format="infromap: %(levelname)s: %(message)s"
        )
        status = _COMMANDS[options.command](options)
        flush_out()
        return status
    except InfromapError as error:
        print(f"infromap: error: {' '.join(str(error).split())}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        give_up_output()  # the reader of a pipe has gone: no traceback
        return OK
    except OSError as error:
        if not is_of_output(error):
            raise
        give_up_output()
        told = f"standard output cannot be written: {error.strerror}; write to another place"
        print(f"infromap: error: {told}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130


def _show(options: argparse.Namespace) -> int:
    bundled, _ = read_or_without(bundled_article, None)
    files = options.files or ([str(bundled)] if bundled else [])
    articles, layers = _split_files(files)
    if not has_display():
        if not files:
            raise DataError("geodata/articles holds no article; install infromap again, or name a file")
        return _show_without_display([*articles[:1], *map(str, layers)], options)
    gc.disable()  # a start makes no rubbish; later the window collects it (gui.program.rubbish)
    from infromap.article import is_address

    for file in files:
        if is_address(file):
            _refuse_offline(file, options)
        elif not Path(file).exists():
            raise ArticleError(f"{file} does not exist; check the name")
    online = threading.Event()  # the window's switch, which a tracer may look at from its own thread
    if options.online:
        online.set()
    tracer, service = open_cli_tracer(options, online.is_set), _service(options)
    ahead = _read_ahead(articles, layers, options) if tracer is None and service is None else None
    from infromap.gui import run_window

    return run_window(
        articles,
        ahead=ahead,
        layers=layers,
        language=options.language,
        online=online,
        geocoder=service,
        tiles=find_tiles(options),
        tile_file=Path(options.tiles) if options.tiles and is_tile_file(options.tiles) else None,
        tracer=tracer,
        crs=options.crs,
    )


def _read_ahead(articles: Sequence[str], layers: Sequence[Path], options: argparse.Namespace) -> "Ahead | None":
    from infromap.ahead import read_ahead, read_layers_ahead
    from infromap.article import is_address
    from infromap.session import is_project

    if not articles:
        return read_layers_ahead(layers, crs=options.crs) if layers else None
    if is_address(articles[0]) or is_project(articles[0]):
        return None
    return read_ahead(Path(articles[0]))


def _show_without_display(files: Sequence[str], options: argparse.Namespace) -> int:
    """Do the same job where no window can open: the map as a page and as a picture, here."""
    document = _map_files(files, options)
    print("infromap: no display, so the map goes into files:")
    for name in ("infromap-map.html", "infromap-map.png"):
        path = Path(name).resolve()
        _save(document, path, options.language or "en", find_tiles(options) if path.suffix == ".html" else None)
        print(path)
    return OK


def _extract(options: argparse.Namespace) -> int:
    if options.batch:
        from infromap.cli.batch import extract_batch

        refuse_tracing_of_corpus(options)
        extract_batch(options.batch, options.output, scheduler=options.scheduler, jobs=options.jobs)
        return OK
    from infromap.export import to_geojson
    from infromap.export.whole_file import write_whole

    if options.output:
        _refuse_sources(options, [options.file])
    text = json.dumps(to_geojson(_map_file(options.file, options)), ensure_ascii=False, indent=1) + "\n"
    if options.output:
        write_whole(Path(options.output), text.encode())
    else:
        write_out(text)
    return OK


def _export(options: argparse.Namespace) -> int:
    from infromap.export import SUFFIXES
    from infromap.session import SUFFIX, is_project

    path = Path(options.output)
    if path.suffix.lower() not in SUFFIXES and not is_project(path):
        raise ExportError(f"{path}: unknown kind of file; use {', '.join((*SUFFIXES, SUFFIX))}")
    check_tiles(path, options)
    if is_project(path):
        _export_project(path, options)
        return OK
    _refuse_sources(options, options.files)
    wanted = drawing_options(path, options)
    draw, tiles = None, find_tiles(options)
    if options.tiles and path.suffix.lower() != ".html":
        draw, tiles = draw_with_tiles(options)
    _save(_map_files(options.files, options), path, options.language or "en", tiles, wanted, draw=draw)
    return OK


def _refuse_sources(options: argparse.Namespace, files: Sequence[str]) -> None:
    """Refuse to write over what is read."""
    from infromap.export.whole_file import refuse_source

    refuse_source(Path(options.output), [Path(each) for each in (*files, options.lines) if each])


def _export_project(path: Path, options: argparse.Namespace) -> None:
    from infromap.pipeline import open_layers
    from infromap.session import add_to_look, is_project, read_project_file, save_project

    articles, files = _split_files(options.files)
    opened = read_project_file(Path(articles[0])) if articles and is_project(articles[0]) else None
    before = _map_files(articles, options) if articles else None
    document = open_layers(files, before, crs=options.crs) if files or before is None else before
    look = add_to_look(opened, document.layers[len(before.layers) if before else 0 :])
    save_project(document, path, opened=opened, look=look)


def _geocode(options: argparse.Namespace) -> int:
    from infromap.cli.places import print_places

    with _open_online(options) as online:
        found = print_places(options.name, options.country, options.limit, as_json=options.json, online=online)
    return OK if found else BAD_INPUT


def _routes(options: argparse.Namespace) -> int:
    run_routes(options)
    return OK


def _doctor(_options: argparse.Namespace) -> int:
    from infromap.doctor import examine

    findings = examine(has_display=has_display())
    for finding in findings:
        print(finding)
    return OK if all(finding.is_ok for finding in findings) else BAD_INPUT


def _split_files(names: Sequence[str]) -> tuple[list[str], list[Path]]:
    """Return the articles, and the paths of GIS files."""
    from infromap.article import is_address
    from infromap.vector import is_layer_file

    layers = [name for name in names if not is_address(name) and is_layer_file(Path(name))]
    return [name for name in names if name not in layers], [Path(name) for name in layers]


def _map_files(names: Sequence[str], options: argparse.Namespace) -> "MapDocument":
    """Map one article at most, with the layers of GIS files on it."""
    from infromap.pipeline import open_layers

    articles, layers = _split_files(names)
    if len(articles) > 1:
        raise UsageError(f"one map shows one article; leave out {articles[1]}, or read a folder with extract --batch")
    document = _map_file(articles[0], options) if articles else None
    return open_layers(layers, document, crs=options.crs) if layers or document is None else document


def _map_file(name: str, options: argparse.Namespace) -> "MapDocument":
    from infromap.pipeline import build_map
    from infromap.session import is_project

    with _open_online(options) as online:
        tracer = open_cli_tracer(options)
        if is_project(name):
            document = _map_project(Path(name), online, tracer, keeps_lines=not options.schematic)
        else:
            document = build_map(_read(name, options), online=online, tracer=tracer)
    logger.info("%s: %d projects", name, len(document.features))
    return document


def _map_project(
    path: Path, online: "OnlineGeocoder | None", tracer: "Tracer | None", *, keeps_lines: bool
) -> "MapDocument":
    from infromap.session import open_project, read_project_file

    opened = read_project_file(path)
    return open_project(opened if keeps_lines else replace(opened, lines=()), online=online, tracer=tracer)


def _open_online(options: argparse.Namespace) -> AbstractContextManager["OnlineGeocoder | None"]:
    """Make the geocoder that the user chose, or nothing where none was."""
    service = _service(options)
    if service is None:
        return nullcontext()
    from infromap.gazetteer.online import open_online_geocoder

    return open_online_geocoder(service, user_agent=USER_AGENT)


def _service(options: argparse.Namespace) -> "OnlineService | None":
    if not options.geocoder:
        return None
    from infromap.gazetteer.online import OnlineService

    return OnlineService(name=options.geocoder, address=options.geocoder_server)


def _read(name: str, options: argparse.Namespace) -> "Article":
    from infromap.article import MAX_BYTES, decode_article, is_address, read_article

    if name == "-":
        return decode_article(read_in(MAX_BYTES + 1), source="standard input")
    if not is_address(name):
        return read_article(Path(name))
    _refuse_offline(name, options)
    from infromap.article import fetch_article

    return fetch_article(name, user_agent=USER_AGENT)


def _refuse_offline(address: str, options: argparse.Namespace) -> None:
    if not options.online:
        raise ArticleError(f"{address} is a web address, and infromap is offline; add --online, or save the page")


def _save(
    document: "MapDocument",
    path: Path,
    language: str,
    tiles: "TileLayer | None" = None,
    options: "DrawingOptions | None" = None,
    *,
    draw: Draw | None = None,
) -> None:
    from infromap.export import save_map

    for told in save_map(document, path, language=language, draw=draw or drawing.draw, options=options, tiles=tiles):
        print(f"infromap: {told}", file=sys.stderr)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "show": _show,
    "extract": _extract,
    "export": _export,
    "geocode": _geocode,
    "routes": _routes,
    "doctor": _doctor,
}
