"""Reads files that another process cuts, fills and removes all the while: ``python tests/faults/vanishing.py FOLDER``.

Prints as JSON how often each was read and refused, and what else came of it.
"""

import json
import multiprocessing
import random
import sys
import traceback
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from readers import make_reader

from infromap.errors import InfromapError

KINDS = ("text", "html", "geojson", "geopackage", "shapefile", "kml", "csv", "project", "mbtiles", "pmtiles", "network")
TIMES = 40


def main(folder: Path) -> dict[str, object]:
    """Read each kind of file so many times."""
    found: dict[str, object] = {"read": 0, "refused": 0, "faults": []}
    for name in KINDS:
        (folder / name).mkdir()
        reader = make_reader(name, folder / name)
        path = folder / f"file{reader.suffix}"
        other = multiprocessing.get_context("fork").Process(
            target=_disturb, args=(path, reader.samples[0]), daemon=True
        )
        other.start()
        for _ in range(TIMES):
            try:
                reader.read(path)
                found["read"] += 1
            except InfromapError:
                found["refused"] += 1
            except Exception:
                found["faults"] += [f"{name}: {traceback.format_exc(limit=-4)}"]
        other.kill()
        other.join()
    return found


def _disturb(path: Path, content: bytes) -> None:
    chance = random.Random(path.name)
    while True:
        path.write_bytes(content)
        with suppress(OSError):
            if chance.random() < 0.5:
                path.unlink()
            else:
                path.write_bytes(content[: chance.randrange(len(content))])


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
