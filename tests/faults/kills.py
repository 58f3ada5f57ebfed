"""Kills savers and exporters at random moments: ``python tests/faults/kills.py 200``; prints what it found as JSON.

Each time a process of its own writes two states over one another as fast as it can until it is killed. What stands
under the name then is one of the two, whole, and the next writer takes away what the dead one left beside it.
"""

import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import numpy as np
import pyogrio
import shapely

from infromap.article import parse_article
from infromap.export import save_layer, save_map
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.mapdoc import MapDocument
from infromap.model.provenance import Source
from infromap.pipeline import build_map
from infromap.session import save_project

TEXTS = (
    "The EBRD lends for a hospital in Shymkent, Kazakhstan.",
    "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak.",
)
KINDS = (".infromap", ".html", ".geojson", ".gpkg", ".csv", ".kml")
DRAWN = (".png", ".pdf")
LAYER_KINDS = (".gpkg", ".geojson", ".fgb", ".shp", ".kml", ".csv")


@dataclass(frozen=True)
class Target:
    """Something that is written: the name of its file, how each of two states is written, what it then says."""

    name: str
    write: Callable[[int, Path], object]
    look: Callable[[Path], object]


def save(document: MapDocument, path: Path) -> None:
    """Write a map as the suffix says; pictures are the page itself, as no engine draws here."""
    if path.suffix == ".infromap":
        save_project(document, path)
    else:
        save_map(document, path, draw=lambda page, _options: page.encode())


def look(path: Path) -> object:
    """Return what a file says, which is the same for the same map."""
    if path.suffix in (".gpkg", ".shp"):
        return str([_rows(path, str(name)) for name, _ in pyogrio.list_layers(path)])
    return path.read_bytes()


def _rows(path: Path, name: str) -> object:
    _, _, shapes, columns = pyogrio.raw.read(path, layer=name)
    return shapes is not None and shapes.tolist(), [column.tolist() for column in columns]


def all_targets() -> list[Target]:
    """Return everything that infromap writes where a file may stand already."""
    maps = [build_map(parse_article(text, source="x.txt")) for text in TEXTS]
    layers = [_layer(40, "a"), _layer(700, "b")]
    drawn = [Target(f"map{suffix}", lambda i, path: save(maps[i], path), look) for suffix in (*KINDS, *DRAWN)]
    written = [Target(f"layer{each}", lambda i, path: save_layer(layers[i], path), look) for each in LAYER_KINDS]
    kept = Target("unsaved.infromap", lambda i, path: _keep(maps[i], path), _look_at_kept)
    return [*drawn, *written, kept, Target("infromap.ini", _set, _look_at_settings)]


def main(times: int, seed: str = "infromap") -> dict[str, object]:
    """Kill so many writers, and return how often what was found; what was broken is named."""
    chance = random.Random(seed)
    targets = all_targets()
    found: Counter[str] = Counter({"old or new": 0, "left beside": 0})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = {target.name: _versions(target, folder / f"whole {target.name}") for target in targets}
        for number in range(times):
            target = targets[number % len(targets)]
            path = folder / str(number) / target.name
            path.parent.mkdir()
            target.write(0, path)
            beside = {each.name for each in path.parent.iterdir()}
            _kill_a_writer(lambda target=target, path=path: _write_for_ever(target, path), chance)
            found[_what_stands(target, path, whole[target.name])] += 1
            target.write(0, path)
            left = {each.name for each in path.parent.iterdir()} - beside
            found["left beside"] += len(left)
            found.update(f"left beside: {name}" for name in left)
    return {"seed": seed, **found}


def _versions(target: Target, folder: Path) -> list[object]:
    folder.mkdir()
    versions = []
    for number in range(2):
        target.write(number, folder / target.name)
        versions.append(target.look(folder / target.name))
    if versions[0] == versions[1]:
        raise RuntimeError(f"{target.name}: nothing tells its two states apart")
    return versions


def _what_stands(target: Target, path: Path, versions: list[object]) -> str:
    if path.suffix == ".shp" and not path.exists():
        return "no .shp"  # of several files, which cannot be replaced in one step: better none than a mixture
    try:
        return "old or new" if target.look(path) in versions else f"broken: {target.name}"
    except Exception as error:
        return f"broken: {target.name}: {error}"


def _write_for_ever(target: Target, path: Path) -> None:
    while True:
        for number in (1, 0):
            target.write(number, path)


def _kill_a_writer(write: Callable[[], None], chance: random.Random) -> None:
    process = multiprocessing.get_context("fork").Process(target=write)
    process.start()
    time.sleep(chance.uniform(0.005, 0.15))
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()


def _layer(count: int, word: str) -> Layer:
    numbers = np.arange(count)
    texts = np.array([f"{word} {number}" for number in numbers], dtype=object)
    return Layer(
        id="layer-towns",
        name="towns",
        geometry=shapely.points(60 + numbers / count, 50 + numbers / count),
        columns=(
            Column(name="name", type=ColumnType.TEXT, values=texts),
            Column(name="number", type=ColumnType.INTEGER, values=numbers),
        ),
        source=Source(name="towns"),
    )


def _keep(document: MapDocument, path: Path) -> None:
    """Keep unsaved work as the window does."""
    from infromap.gui.files.recovery import RecoverySlot

    RecoverySlot(path).describe(document.title, None)
    save_project(document, path)


def _look_at_kept(path: Path) -> object:
    from infromap.gui.files.recovery import RecoveryFolder

    ((slot, unsaved),) = RecoveryFolder(path.parent).left_behind()
    slot.let_go()
    if not unsaved.title:
        raise ValueError("a map without a title")
    return path.read_bytes()


def _set(number: int, path: Path) -> None:
    """Write settings as the window does."""
    from PySide6.QtCore import QSettings

    from infromap.gui.settings import WindowSettings

    stored = QSettings(str(path), QSettings.Format.IniFormat)
    settings = WindowSettings(stored)
    settings.set_value("language", ("kk", "ru")[number])
    settings.set_value("theme", ("dark", "light")[number])
    for each in range(8):
        settings.add_recent_file(Path(f"/tmp/{number}-{each}.infromap"))
    stored.sync()


def _look_at_settings(path: Path) -> object:
    from PySide6.QtCore import QSettings

    from infromap.gui.settings import WindowSettings

    settings = WindowSettings(QSettings(str(path), QSettings.Format.IniFormat))
    return settings.value("language"), settings.value("theme"), settings.recent_files()


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), *sys.argv[2:3])))
