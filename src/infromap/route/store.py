"""The folder of networks: where it is, what is in it."""

import os
from pathlib import Path

import platformdirs

from infromap.errors import NetworkError, reason_of

SUFFIX = ".network"
FOLDER_VARIABLE = "INFROMAP_NETWORKS"


def networks_folder(named: Path | None = None) -> Path:
    """Return the folder of networks: the one that is named, or of the environment, or of the user's data."""
    if named is not None:
        return named
    variable = os.environ.get(FOLDER_VARIABLE)
    return Path(variable) if variable else platformdirs.user_data_path("infromap", appauthor=False) / "networks"


def list_networks(folder: Path) -> list[Path]:
    """Return the network files of a folder by name; none if there is no such folder."""
    return sorted(path for path in folder.glob(f"[!.]*{SUFFIX}") if path.is_file())


def is_plain_file(path: Path) -> bool:
    """Tell whether a path leads to a file, and not to a folder, a pipe, a device or nothing."""
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def describe_network(path: Path) -> str:
    """Return one line about a network: whose data, of when, how large."""
    from infromap.route.network_file import read_card  # every run looks into the folder, few need this

    card = read_card(path)
    edges = ", ".join(f"{count:,} {mode}" for mode, count in card.edges.items())
    try:
        size = path.stat().st_size / 1e6
    except OSError as error:
        raise NetworkError(
            "{path} went away while it was read; infromap routes list shows what there is", path=path
        ) from error
    return f"{card.name}: {card.source} of {card.date}, {edges}, {size:.1f} MB, {card.attribution} ({card.license})"


def remove_network(folder: Path, name: str) -> Path:
    """Delete a network and return the file that it was.

    Raises
    ------
    NetworkError
        If there is none of that name or it cannot be deleted.
    """
    path = folder / f"{name}{SUFFIX}"
    if path not in list_networks(folder):
        known = ", ".join(each.stem for each in list_networks(folder)) or "–"
        raise NetworkError(
            "there is no network {name!r} in {folder}; there are: {known}", name=name, folder=folder, known=known
        )
    try:
        path.unlink()
    except OSError as error:
        raise NetworkError(
            "{path} cannot be deleted: {reason}; close what uses it", path=path, reason=reason_of(error)
        ) from error
    return path
