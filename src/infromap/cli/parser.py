"""The command line: which commands there are and what they take."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from infromap import __version__
from infromap.cli.routes import VALUED_OPTIONS, add_routes_command, add_tracing_options
from infromap.errors import InfromapError

COMMANDS = ("show", "extract", "export", "geocode", "routes", "doctor")
LANGUAGES = ("en", "ru", "kk", "zh")
TILE_FILES = (".mbtiles", ".pmtiles")
PAPERS = {"a4": "A4", "a3": "A3", "letter": "Letter"}
GEOCODERS = ("nominatim", "photon")
_WITH_VALUE = ("--language", "--geocoder", "--geocoder-server", "--tiles", "--crs")
_FILE_HELP = (
    "an article (.txt, .md, .html, .pdf, a web address with --online, or - for standard input) or a project (.infromap)"
)
_FILES_HELP = (
    f"{_FILE_HELP}; GIS files: .geojson, .geojsonl, .gpkg, .shp, .zip, .kml, .kmz, .gpx, .fgb, .parquet, .csv and .tsv "
    "with lat and lon or WKT"
)

_OUTPUT_HELP = ".html, .png, .pdf, .geojson, .gpkg, .kml, .csv or .infromap"


class UsageError(InfromapError):
    """The command line makes no sense."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; without a command the files are shown in the window.

    Raises
    ------
    UsageError
        If an option is unknown or a value is missing.
    SystemExit
        After ``--help`` and ``--version`` have printed.
    """
    options = _parse(list(arguments))
    if options.command == "extract":
        _check_batch(options)
    if getattr(options, "tiles", None) and not is_tile_file(options.tiles) and not options.online:
        raise UsageError("online tiles need the network; add --online")
    return options


def is_tile_file(name: str) -> bool:
    """Tell whether ``--tiles`` names a file of the user's and not a layer of xyzservices."""
    return name.lower().endswith(TILE_FILES)


def _check_batch(options: argparse.Namespace) -> None:
    if not options.batch and not options.file:
        raise UsageError("name a FILE, or a folder with --batch DIR; see infromap extract --help")
    if options.batch and (options.file or not options.output):
        raise UsageError("--batch DIR takes no FILE and needs -o OUT; see infromap extract --help")
    if not options.batch and (options.scheduler or options.jobs):
        raise UsageError("--scheduler and --jobs go with --batch DIR; see infromap extract --help")
    if options.scheduler and options.jobs:
        raise UsageError("--jobs is for this machine; a cluster of --scheduler has its own workers")


def _parse(arguments: list[str]) -> argparse.Namespace:
    arguments = _split_online(arguments)
    words = _leading_options(arguments)
    leading, others = arguments[:words], arguments[words:]
    if others and others[0] in COMMANDS:
        return _settle_geocoder(_build_parser().parse_args([others[0], *leading, *others[1:]]))
    if {"-h", "--help", "--version"} & set(arguments):
        return _build_parser().parse_args(arguments)
    return _settle_geocoder(_build_parser().parse_args(["show", *arguments]))


def _split_online(arguments: Sequence[str]) -> list[str]:
    """Write ``--online photon`` and ``--online=photon`` as the flag and ``--geocoder``: it swallows no file's name."""
    words: list[str] = []
    for word in arguments:
        flag, _, service = word.partition("=")
        if word in GEOCODERS and words[-1:] == ["--online"]:
            words += ["--geocoder", word]
        elif flag == "--online" and service:
            words += ["--online", "--geocoder", service]
        else:
            words.append(word)
    return words


def _settle_geocoder(options: argparse.Namespace) -> argparse.Namespace:
    """Refuse a geocoder without the network; where one is needed and none is named, it is Nominatim."""
    if (options.geocoder or options.geocoder_server) and not options.online:
        raise UsageError("a geocoder needs the network; add --online")
    if options.online and (options.geocoder_server or options.command == "geocode"):
        options.geocoder = options.geocoder or GEOCODERS[0]
    return options


def _leading_options(arguments: Sequence[str]) -> int:
    """Return how many words stand before the command or the first file: options and their values."""
    count = 0
    while count < len(arguments) and arguments[count].startswith("-") and arguments[count] != "-":
        count += 2 if arguments[count] in (*_WITH_VALUE, *VALUED_OPTIONS) else 1
    return min(count, len(arguments))


def _build_parser() -> argparse.ArgumentParser:
    common = _common_options()
    parser = _Parser(
        prog="infromap",
        description="Turn a news article about infrastructure finance into a map.",
        epilog="infromap [FILE ...] opens the window; without a file it shows the bundled brief.",
    )
    parser.add_argument("--version", action="version", version=f"infromap {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    show = commands.add_parser("show", parents=[common], help="open the window (the default command)")
    show.add_argument("files", nargs="*", metavar="FILE", help=_FILES_HELP)

    extract = commands.add_parser("extract", parents=[common], help="article to GeoJSON")
    extract.add_argument("file", nargs="?", metavar="FILE", help=_FILE_HELP)
    extract.add_argument("-o", "--output", metavar="OUT", help="write to OUT instead of standard output")
    extract.add_argument("--batch", metavar="DIR", help="read every article below DIR; OUT: .gpkg, .geojson or .csv")
    extract.add_argument("--jobs", metavar="N", type=_positive, help="with --batch: N processes (one for each core)")
    extract.add_argument("--scheduler", metavar="ADDRESS", help="with --batch: the workers of this Dask scheduler")

    export = commands.add_parser("export", parents=[common], help="an article, GIS files or both to a map file")
    export.add_argument("files", nargs="+", metavar="FILE", help=_FILES_HELP)
    export.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help=".html, .png, .pdf, .geojson, .gpkg, .kml, .csv or .infromap",
    )
    export.add_argument(
        "--size", metavar="WxH", type=_size, help="of a .png, before it is scaled: 2400x1600 (1400x900)"
    )
    export.add_argument("--scale", metavar="N", type=float, help="of a .png: N times as fine, 1 to 4 (1)")
    export.add_argument("--paper", metavar="NAME", type=_paper, help="of a .pdf: A4, A3 or Letter (A4)")
    export.add_argument("--landscape", action="store_true", help="a .pdf on wide sheets")

    geocode = commands.add_parser("geocode", parents=[common], help="a name to ranked places")
    geocode.add_argument("name", metavar="NAME")
    geocode.add_argument("--country", metavar="CC", type=_country, help="prefer this ISO 3166 country, such as KZ")
    geocode.add_argument("--limit", metavar="N", type=_positive, default=10, help="at most N places (10)")
    geocode.add_argument("--json", action="store_true", help="print JSON instead of a table")

    for command in (show, export):
        command.add_argument(
            "--tiles",
            metavar="NAME",
            help="over the page's own map: with --online tiles of this name in xyzservices; in the window, .png and "
            ".pdf also a file, .mbtiles or .pmtiles",
        )
    for command in (show, extract, export):
        command.add_argument(
            "--crs", metavar="CRS", help="coordinate system of GIS files that do not state theirs, such as EPSG:32642"
        )
        add_tracing_options(command)
    add_routes_command(commands, common)
    commands.add_parser("doctor", parents=[common], help="check this installation")
    return parser


def _common_options() -> _Parser:
    common = _Parser(add_help=False)
    network = common.add_mutually_exclusive_group()
    network.add_argument("--offline", action="store_true", help="ask nothing of the network (the default)")
    network.add_argument("--online", action="store_true", help="allow the network: web addresses, online geocoders")
    common.add_argument(
        "--geocoder", choices=GEOCODERS, help="with --online: ask it for places that the gazetteer does not know"
    )
    common.add_argument(
        "--geocoder-server", metavar="URL", default="", help="a geocoding server of your own, instead of the public one"
    )
    common.add_argument(
        "--language", choices=LANGUAGES, help="of window and map (the window: chosen last, or the system's; files: en)"
    )
    common.add_argument("-v", "--verbose", action="store_true", help="log what is done")
    return common


def _country(text: str) -> str:
    if len(text) != 2 or not (text.isascii() and text.isalpha()):
        raise argparse.ArgumentTypeError(f"{text!r} is no two-letter country code")
    return text.upper()


def _size(text: str) -> tuple[int, int]:
    width, mark, height = text.lower().partition("x")
    if not (mark and width.isdecimal() and height.isdecimal() and len(text) <= 13):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 2400x1600")
    return int(width), int(height)


def _paper(text: str) -> str:
    if text.lower() not in PAPERS:
        raise argparse.ArgumentTypeError(f"{text!r} is no paper of ours; use {', '.join(PAPERS.values())}")
    return PAPERS[text.lower()]


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 1000")
    return int(text)
