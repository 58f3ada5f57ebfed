"""The networks and servers that trace lines: their options, and the command ``routes``."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infromap import USER_AGENT
from infromap.errors import InfromapError

if TYPE_CHECKING:
    from infromap.route import Tracer

# Options of tracing that take a value: they may stand before the command.
VALUED_OPTIONS = ("--networks", "--lines", "--lines-layer", "--lines-are", "--routing", "--routing-server")
_ENGINES = ("osrm", "valhalla", "ors")
_MODES = ("roads", "railways", "metro", "power", "pipelines")
_KEY_VARIABLE = "INFROMAP_ORS_KEY"


def add_tracing_options(command: argparse.ArgumentParser) -> None:
    """Add to a command the options that say what lines are traced over."""
    group = command.add_argument_group("tracing lines", "networks at hand are used unless --schematic is given")
    group.add_argument("--schematic", action="store_true", help="draw straight legs, whatever is at hand")
    _add_networks_option(group)
    group.add_argument("--lines", metavar="FILE", help="trace over the lines of this GIS file")
    group.add_argument("--lines-layer", metavar="NAME", help="which layer of FILE, where it has several with lines")
    group.add_argument("--lines-are", choices=_MODES, help="what they are, where FILE does not say")
    group.add_argument("--routing", choices=_ENGINES, help="trace roads by a server of this kind (with --online)")
    group.add_argument("--routing-server", metavar="URL", help=f"its address; the key for ors is in {_KEY_VARIABLE}")


def add_routes_command(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command ``routes`` with its own three."""
    routes = commands.add_parser("routes", parents=[common], help="build, list and remove road and railway networks")
    actions = routes.add_subparsers(dest="action", metavar="ACTION", required=True)
    build = actions.add_parser("build", help="an OpenStreetMap extract to a network")
    build.add_argument("extract", metavar="EXTRACT", help="such as kazakhstan.osm.pbf")
    build.add_argument("--name", metavar="NAME", help="of the network (that of the extract)")
    remove = actions.add_parser("remove", help="delete a network")
    remove.add_argument("name", metavar="NAME")
    for action in (build, actions.add_parser("list", help="the networks at hand"), remove):
        _add_networks_option(action)


def open_cli_tracer(options: argparse.Namespace, is_online: Callable[[], bool] = lambda: True) -> "Tracer | None":
    """Return what traces the lines by the command line; None if they are to be schematic.

    A server is asked only while ``is_online`` says so, each time anew.

    Raises
    ------
    InfromapError
        If the options make no sense together, or what they name cannot be used.
    """
    from infromap.route.store import list_networks, networks_folder

    _refuse_nonsense(options)
    if options.schematic:
        return None
    networks, server = list_networks(networks_folder(_folder(options))), _open_server(options, is_online)
    if not (networks or server or options.lines):
        return None
    from infromap.pipeline import open_tracer  # it brings all that reads an article, which a window opens without

    return open_tracer(
        networks=networks,
        lines=Path(options.lines) if options.lines else None,
        lines_layer=options.lines_layer,
        lines_mode=options.lines_are,
        lines_crs=options.crs,
        server=server,
    )


def refuse_tracing_of_corpus(options: argparse.Namespace) -> None:
    """Raise TracingUsageError if options of tracing stand beside ``--batch``, whose lines are schematic."""
    if options.networks or options.lines or options.routing:
        raise TracingUsageError("--batch draws schematic lines; leave out --networks, --lines and --routing")


def run_routes(options: argparse.Namespace) -> None:
    """Build, list or remove networks."""
    from infromap.route.store import describe_network, list_networks, networks_folder, remove_network

    folder = networks_folder(_folder(options))
    match options.action:
        case "build":
            _build(Path(options.extract), folder, options.name)
        case "remove":
            print(f"removed {remove_network(folder, options.name)}")
        case _:
            networks = list_networks(folder)
            print(f"{folder}: {len(networks)} networks")
            for path in networks:
                print(describe_network(path))


def _add_networks_option(parser: Any) -> None:
    parser.add_argument(
        "--networks", metavar="DIR", help="folder of networks (INFROMAP_NETWORKS, or the user's data folder)"
    )


def _folder(options: argparse.Namespace) -> Path | None:
    return Path(options.networks) if options.networks else None


class TracingUsageError(InfromapError):
    """The options of tracing make no sense together."""


def _refuse_nonsense(options: argparse.Namespace) -> None:
    if bool(options.routing) != bool(options.routing_server):
        raise TracingUsageError("--routing and --routing-server go together: which kind of server, and its address")
    if options.routing and not options.online:
        raise TracingUsageError("--routing asks a server, and infromap is offline; add --online")
    if (options.lines_layer or options.lines_are) and not options.lines:
        raise TracingUsageError("--lines-layer and --lines-are say something of a file; name it with --lines FILE")
    if options.schematic and (options.lines or options.routing):
        raise TracingUsageError("--schematic traces nothing; leave it out, or --lines and --routing")


def _open_server(options: argparse.Namespace, is_online: Callable[[], bool]) -> "Tracer | None":
    if not options.routing:
        return None
    from infromap.route.server import ServerTracer
    from infromap.route.tracer import WhileAllowed

    key = os.environ.get(_KEY_VARIABLE)
    server = ServerTracer(options.routing, options.routing_server, user_agent=USER_AGENT, key=key)
    return WhileAllowed(server, is_online)


def _build(extract: Path, folder: Path, name: str | None) -> None:
    from infromap.route.apart import build_network_apart
    from infromap.route.store import describe_network

    name = name if name is not None else extract.name.split(".")[0].removesuffix("-latest")
    path = build_network_apart(extract, folder, name=name, report=_report)
    print(describe_network(path))
    print(path)


def _report(text: str) -> None:
    print(f"infromap: {text}", file=sys.stderr, flush=True)
