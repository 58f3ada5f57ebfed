"""Makes a network out of an OpenStreetMap extract, stage by stage; a killed build goes on where it was."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from infromap.errors import NetworkError, reason_of
from infromap.route.network_file import FORMAT, NetworkCard, layer_bounds, write_network
from infromap.route.osm import Columns, Report, data_date, modes_of, read_places, read_ways
from infromap.route.split import Ways, split_ways
from infromap.route.store import SUFFIX, is_plain_file

if TYPE_CHECKING:
    from infromap.route.classes import Mode
    from infromap.route.layer import Layer, Numbers

_ATTRIBUTION = "© OpenStreetMap contributors"
_LICENSE = "ODbL"
_URL = "https://www.openstreetmap.org/copyright"


def build_network(extract: Path, folder: Path, *, name: str, report: Report = lambda _text: None) -> Path:
    """Make the network of an extract and return its file.

    Each finished stage is kept in a folder beside the network until the network stands. A build
    that was killed starts with the first stage that is not finished, if the extract is still the
    same; the network itself appears whole or not at all.

    Parameters
    ----------
    extract
        OpenStreetMap data in any format that osmium reads, such as ``.osm.pbf``.
    folder
        Where networks are kept; made if it is not there.
    name
        What the network is called; an older one of that name is replaced.
    report
        Takes a line about the progress, now and then.

    Raises
    ------
    NetworkError
        If the extract cannot be read or has no ways, or the folder cannot be written. A few damaged extracts end
        osmium, and the process with it: see ``build_network_apart``.
    MissingExtraError
        If ``osmium`` is not installed.
    """
    work = work_folder(extract, folder, name)
    try:
        work.mkdir(parents=True, exist_ok=True)
        stages = _Stages(work, extract, report)
        columns = stages.run("ways", lambda: read_ways(extract, report))
        if not len(columns["counts"]):
            raise NetworkError(
                "{extract} holds no road or railway that infromap uses; is it the right extract?", extract=extract
            )
        ids = np.unique(columns["nodes"])
        columns |= stages.run("nodes", lambda: _places(extract, ids, work, report))
        layers = _split(columns, ids, report)
        if not layers:
            raise NetworkError("{extract} has ways and not their nodes; use a whole extract", extract=extract)
        path = folder / f"{name}{SUFFIX}"
        report("writing the network")
        write_network(path, _card(extract, name, layers), layers, scratch=work)
        shutil.rmtree(work, ignore_errors=True)
    except NetworkError:
        shutil.rmtree(work, ignore_errors=True)  # another run would come to the same end
        raise
    except OSError as error:
        raise NetworkError(
            "{path} cannot be written: {reason}; choose another file or folder",
            path=error.filename or folder,
            reason=reason_of(error),
        ) from error
    return path


def work_folder(extract: Path, folder: Path, name: str) -> Path:
    """Return the folder for the stages of a build; NetworkError if the extract or the name cannot be one."""
    if not is_plain_file(extract):
        raise NetworkError(
            "{extract} is no file; name an OpenStreetMap extract, such as kazakhstan.osm.pbf", extract=extract
        )
    if not name or name != Path(name).name or name.startswith("."):
        raise NetworkError("{name!r} is no name for a network; give one with --name, such as kazakhstan", name=name)
    return folder / f".{name}.building"


class _Stages:
    """Keeps the columns of finished stages for as long as the extract is the same."""

    def __init__(self, work: Path, extract: Path, report: Report) -> None:
        self._work, self._report = work, report
        state = extract.stat()
        mark = json.dumps([FORMAT, str(extract.resolve()), state.st_size, state.st_mtime_ns])
        card = work / "extract.json"
        if not card.is_file() or card.read_text(encoding="utf-8") != mark:
            shutil.rmtree(work)
            work.mkdir()
            card.write_text(mark, encoding="utf-8")

    def run(self, name: str, work: Callable[[], Columns]) -> Columns:
        """Return the columns of a stage: those that a killed build left, or else new ones."""
        path = self._work / f"{name}.npz"
        kept = _load(path)
        if kept is not None:
            self._report(f"going on after the stage '{name}' of a build that was stopped")
            return kept
        columns = work()
        with tempfile.NamedTemporaryFile(dir=self._work, suffix=".part", delete=False) as file:
            np.savez(file, allow_pickle=False, **columns)
        Path(file.name).replace(path)
        self._report(f"stage '{name}' is done")
        return columns


def _load(path: Path) -> Columns | None:
    """Return the columns of a file; None if it is not there or not whole."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return dict(kept)
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile):
        return None


def _places(extract: Path, ids: "Numbers", work: Path, report: Report) -> Columns:
    with tempfile.TemporaryDirectory(dir=work, prefix="places-", ignore_cleanup_errors=True) as scratch:
        return read_places(extract, ids, Path(scratch) / "places", report)


def _split(columns: Columns, ids: "Numbers", report: Report) -> dict["Mode", "Layer"]:
    layers = {}
    numbers = np.searchsorted(ids, columns["nodes"]).astype(np.int32)
    for mode, is_of_mode in modes_of(columns["class_id"]).items():
        report(f"splitting {mode.value} at junctions")
        ways = Ways(
            x=columns["x"],
            y=columns["y"],
            is_known=columns["is_known"],
            nodes=numbers[np.repeat(is_of_mode, columns["counts"])],
            counts=columns["counts"][is_of_mode],
            class_id=columns["class_id"][is_of_mode],
            is_oneway=columns["is_oneway"][is_of_mode],
        )
        layer = split_ways(ways)
        if len(layer.edge_from):
            layers[mode] = layer
    return layers


def _card(extract: Path, name: str, layers: dict["Mode", "Layer"]) -> NetworkCard:
    return NetworkCard(
        name=name,
        source=extract.name,
        date=data_date(extract),
        attribution=_ATTRIBUTION,
        license=_LICENSE,
        url=_URL,
        bounds={mode.value: layer_bounds(layer) for mode, layer in layers.items()},
        edges={mode.value: len(layer.edge_from) for mode, layer in layers.items()},
    )
