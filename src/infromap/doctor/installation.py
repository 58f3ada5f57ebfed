"""Looks at what the program stands on: Python, packages, display, networks, kept answers; and at its own files."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib import metadata, util

from infromap import __version__
from infromap.doctor.finding import Finding
from infromap.doctor.own_files import examine_own_files
from infromap.errors import NetworkError

_PACKAGES = (
    "PySide6", "folium", "geopy", "shapely", "pyproj", "pyogrio", "nanoarrow", "rapidfuzz", "platformdirs",
    "XStatic-Leaflet",
)  # fmt: skip
_EXTRAS = (
    ("osmium", "reads OpenStreetMap extracts"),
    ("rustworkx", "finds the way over a network"),
    ("routingpy", "asks routing servers"),
)


def examine(*, has_display: bool) -> list[Finding]:
    """Return what was found, in the order of the report; nothing is imported that need not be."""
    return [
        _python(),
        *[_package(name) for name in _PACKAGES],
        _web_engine(),
        *examine_own_files(),
        *_tracing(),
        *_networks(),
        _display(has_display=has_display),
        _sandbox(),
        Finding(subject="network", state="asked only with --online"),
        Finding(subject="online answers", state=_examine_answers()),
    ]


def _python() -> Finding:
    state = f"infromap {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return Finding(subject="program", state=state, advice=None if sys.version_info >= (3, 11) else "use Python 3.11")


def _package(name: str) -> Finding:
    try:
        return Finding(subject=name, state=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(subject=name, state="not installed", advice=f"pip install {name}")


def _web_engine() -> Finding:
    found = util.find_spec("PySide6") is not None and util.find_spec("PySide6.QtWebEngineCore") is not None
    return Finding(
        subject="web engine",
        state="present" if found else "not installed: no window and no pictures",
        advice=None if found else "pip install PySide6",
    )


def _examine_answers() -> str:
    from infromap.gazetteer.answer_cache import cache_path

    path = cache_path()
    if not path.is_file():
        return f"none kept yet; they would be in {path}"
    return f"{path} ({path.stat().st_size / 1000:,.0f} kB)"


def _tracing() -> Iterator[Finding]:
    from infromap.route.extras import ADVICE

    for name, purpose in _EXTRAS:
        try:
            state = metadata.version(name)
        except metadata.PackageNotFoundError:
            state = f"not installed, optional ({purpose}): {ADVICE}"
        yield Finding(subject=name, state=state)


def _networks() -> Iterator[Finding]:
    from infromap.route.store import describe_network, list_networks, networks_folder

    folder = networks_folder()
    networks = list_networks(folder)
    if not networks:
        state = f"none in {folder}: lines are schematic; see infromap routes build"
        yield Finding(subject="networks", state=state)
    for path in networks:
        try:
            yield Finding(subject="network", state=describe_network(path))
        except NetworkError as error:
            yield Finding(subject="network", state=f"{path} damaged", advice=str(error))


def _display(*, has_display: bool) -> Finding:
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform
    return Finding(subject="display", state=name if has_display else "none: maps are written to files instead")


def _sandbox() -> Finding:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Finding(
        subject="web sandbox", state="off, because this runs as root; a plain user has it on" if is_root else "on"
    )
