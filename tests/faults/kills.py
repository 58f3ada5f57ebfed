"""Kills savers and exporters at random moments: ``python tests/faults/kills.py 200``; prints what it found as JSON.

Each time a process of its own writes two maps over one another as fast as it can until it is killed. What stands
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
from collections.abc import Callable
from pathlib import Path

import pyogrio

from infromap.article import parse_article
from infromap.export import save_map
from infromap.model.mapdoc import MapDocument
from infromap.pipeline import build_map
from infromap.session import save_project

TEXTS = (
    "The EBRD lends for a hospital in Shymkent, Kazakhstan.",
    "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak.",
)
KINDS = (".infromap", ".html", ".geojson", ".gpkg", ".csv", ".kml")


def save(document: MapDocument, path: Path) -> None:
    """Write a map as the suffix says."""
    if path.suffix == ".infromap":
        save_project(document, path)
    else:
        save_map(document, path)


def look(path: Path) -> object:
    """Return what a file says, which is the same for the same map."""
    if path.suffix == ".gpkg":
        return [pyogrio.read_info(path, layer=name)["features"] for name, _ in pyogrio.list_layers(path)]
    return path.read_bytes()


def main(times: int) -> dict[str, int]:
    """Kill so many writers, and return how often what was found."""
    chance = random.Random(20261125)
    maps = [build_map(parse_article(text, source="x.txt")) for text in TEXTS]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = {suffix: _versions(maps, folder / f"whole{suffix}") for suffix in KINDS}
        found = {"old or new": 0, "broken": 0, "left beside": 0}
        for number in range(times):
            path = folder / str(number) / f"map{KINDS[number % len(KINDS)]}"
            path.parent.mkdir()
            save(maps[0], path)
            _kill_a_writer(lambda path=path: _write_for_ever(maps, path), chance)
            found["old or new" if _is_one_of(path, whole[path.suffix]) else "broken"] += 1
            save(maps[0], path)
            found["left beside"] += sum(each != path for each in path.parent.iterdir())
    return found


def _versions(maps: list[MapDocument], path: Path) -> list[object]:
    versions = []
    for each in maps:
        save(each, path)
        versions.append(look(path))
    return versions


def _is_one_of(path: Path, versions: list[object]) -> bool:
    try:
        return look(path) in versions
    except Exception:
        return False


def _write_for_ever(maps: list[MapDocument], path: Path) -> None:
    while True:
        for each in reversed(maps):
            save(each, path)


def _kill_a_writer(write: Callable[[], None], chance: random.Random) -> None:
    process = multiprocessing.get_context("fork").Process(target=write)
    process.start()
    time.sleep(chance.uniform(0.005, 0.15))
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
