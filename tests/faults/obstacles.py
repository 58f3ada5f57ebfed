"""Lets every writer meet what stands in its way: ``python tests/faults/obstacles.py FOLDER``.

Prints as JSON what each said, by obstacle and writer, and what it left or changed. Whoever runs it as root takes from
it the right to write where permissions forbid it (``setpriv``).
"""

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from infromap.article import parse_article
from infromap.cli import run
from infromap.errors import InfromapError
from infromap.export import save_layer, save_map
from infromap.gui.files.recovery import RecoverySlot
from infromap.pipeline import build_map
from infromap.session import save_project
from infromap.vector import read_layers

TEXT = "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak."
POINT = {"type": "Point", "coordinates": [71.4, 51.1]}
MANY = 3_000
Write = Callable[[Path], object]


class SaidError(InfromapError):
    """What a command said in its one line."""


def writers(folder: Path) -> dict[str, tuple[str, Write]]:
    """Return by name the suffix of each writer and what it does."""
    article, points, articles = folder / "article.txt", folder / "points.geojson", folder / "articles"
    articles.mkdir()
    row = {"type": "Feature", "properties": {"name": "a text of some length"}, "geometry": POINT}
    rows = {"type": "FeatureCollection", "features": [row] * MANY}
    for path, text in ((article, TEXT), (articles / "one.txt", TEXT), (points, json.dumps(rows))):
        path.write_text(text, encoding="utf-8")
    document, (layer,) = build_map(parse_article(TEXT, source="x.txt")), read_layers(points)
    drawn = {
        suffix: lambda path: save_map(document, path, draw=lambda *_: b"drawn" * MANY) for suffix in (".png", ".pdf")
    }
    exported = {
        suffix: lambda path: command("export", str(article), "-o", str(path))
        for suffix in (".html", ".geojson", ".gpkg", ".kml", ".csv", ".infromap")
    }
    layers = {
        suffix: lambda path: save_layer(layer, path) for suffix in (".gpkg", ".geojson", ".fgb", ".kml", ".csv", ".shp")
    }
    batches = {
        suffix: lambda path: command("extract", "--batch", str(articles), "--jobs", "1", "-o", str(path))
        for suffix in (".gpkg", ".geojson", ".csv")
    }
    kinds: dict[str, dict[str, Write]] = {
        "draw": drawn,
        "export": exported,
        "layer": layers,
        "batch": batches,
        "extract": {".json": lambda path: command("extract", str(article), "-o", str(path))},
        "project": {".infromap": lambda path: save_project(document, path)},
        "recovery": {".json": lambda path: RecoverySlot(path).describe("title" * MANY, None)},
    }
    return {f"{kind} {suffix}": (suffix, write) for kind, each in kinds.items() for suffix, write in each.items()}


def command(*arguments: str) -> None:
    """Run a command of infromap's; SaidError if it failed as it should."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        status = run(arguments)
    if status:
        head, *more = [line for line in said.getvalue().splitlines() if line.startswith("infromap: error: ")]
        assert status == 2, status
        assert not more, more
        raise SaidError(head.removeprefix("infromap: error: "))


def sealed(folder: Path, suffix: str) -> Path:
    (folder / f"map{suffix}").write_bytes(b"old")
    folder.chmod(0o555)
    return folder / f"map{suffix}"


def write_protected(folder: Path, suffix: str) -> Path:
    path = folder / f"map{suffix}"
    path.write_bytes(b"old")
    path.chmod(0o444)
    return path


def long_name(folder: Path, suffix: str) -> Path:
    return folder / ("n" * (300 - len(suffix)) + suffix)


def no_folder(folder: Path, suffix: str) -> Path:
    return folder / "gone" / f"map{suffix}"


def file_as_folder(folder: Path, suffix: str) -> Path:
    (folder / "file").write_bytes(b"old")
    return folder / "file" / f"map{suffix}"


def a_folder(folder: Path, suffix: str) -> Path:
    (folder / f"map{suffix}").mkdir()
    return folder / f"map{suffix}"


def loop(folder: Path, suffix: str) -> Path:
    (folder / f"map{suffix}").symlink_to(f"map{suffix}")
    return folder / f"map{suffix}"


def pipe(folder: Path, suffix: str) -> Path:
    os.mkfifo(folder / f"map{suffix}")
    return folder / f"map{suffix}"


def full_device(folder: Path, suffix: str) -> Path:
    (folder / f"map{suffix}").symlink_to("/dev/full")
    return folder / f"map{suffix}"


OBSTACLES = (sealed, write_protected, long_name, no_folder, file_as_folder, a_folder, loop, pipe, full_device)


def look(folder: Path) -> list[object]:
    """Return what is in a folder, but for records of runs: names, kinds and contents."""
    return sorted(
        (str(path), path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
        if path.suffix != ".progress"
    )


def meet(folder: Path, path: Path, write: Write) -> str:
    """Return what a writer said of a file in a folder, or what is wrong."""
    before = look(folder)
    try:
        write(path)
    except InfromapError as error:
        said = str(error)
    except Exception as error:
        return f"FAULT {type(error).__name__}: {error}"
    else:
        return "WROTE"
    finally:
        folder.chmod(0o755)
    if look(folder) != before:
        return f"LEFT {sorted(path.name for path in folder.rglob('*'))}: {said}"
    if path.stem not in said or len(said.splitlines()) != 1 or ";" not in said:
        return f"UNCLEAR {said}"
    return said


def main(folder: Path) -> dict[str, dict[str, str]]:
    """Return what each writer said of each obstacle."""
    found: dict[str, dict[str, str]] = {}
    for name, (suffix, write) in writers(folder).items():
        for obstacle in OBSTACLES:
            place = folder / f"{obstacle.__name__} {name}"
            place.mkdir()
            found.setdefault(obstacle.__name__, {})[name] = meet(place, obstacle(place, suffix), write)
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1])), indent=1))
