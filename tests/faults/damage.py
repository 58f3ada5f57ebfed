"""Damages the files of an installation one by one: ``python tests/faults/damage.py FOLDER [GLOB …]``.

Into FOLDER goes what the wheel's files are after an installation. Each of them, or those that fit a pattern, is taken
away, emptied, cut, filled with anything and put in the place of one of another version; commands run, and what went
wrong is printed as JSON: a damage that ``doctor`` does not name, a traceback, a file left half, an error that names
nothing, a map that could have been made and was not.
"""

import contextlib
import hashlib
import importlib
import io
import json
import multiprocessing
import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

import infromap.assets
from infromap.assets import list_own_files
from infromap.cli import run

ROOT = Path(__file__).resolve().parents[2]
TEXT = "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak."
POINT = '{"type": "Point", "coordinates": [71.4, 51.1]}'
NO_MAP = (
    "vocabulary/",
    "regions.tsv",
    "script/",
    "page.css",
    "layers.css",
    "sheet.css",
    "templates/",
)
LOADED = (
    "doctor",
    "gazetteer.lookup",
    "render.page",
    "render.elements",
    "export.save",
    "vector",
    "session",
    "pipeline",
)


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def anything(path: Path) -> None:
    path.write_bytes(random.Random(path.name).randbytes(max(200, path.stat().st_size)))


def other_version(path: Path) -> None:
    match path.suffix:
        case ".sqlite":
            path.unlink()
            with contextlib.closing(sqlite3.connect(path)) as database:
                database.executescript("CREATE TABLE about (key, value); INSERT INTO about VALUES ('places', '3')")
        case ".json":
            path.write_text('{"version": 99}', encoding="utf-8")
        case ".toml":
            path.write_text("version = 99\n", encoding="utf-8")
        case _:
            path.write_text("version 99\n", encoding="utf-8")


DAMAGES = (missing, empty, cut, anything, other_version)


def spoil(path: Path, damage: Callable[[Path], None]) -> bytes:
    """Damage a file and return what it was."""
    whole = path.read_bytes()
    path.unlink()  # it may be a link to another tree's
    path.write_bytes(whole)
    damage(path)
    return whole


def command(*arguments: str) -> tuple[int, str, str]:
    """Return exit status, output and errors of a command."""
    out, told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        try:
            status = run(arguments)
        except BaseException:
            return 1, "", traceback.format_exc()
    out.seek(0)
    return status, out.read(), told.getvalue()


def faults_of(name: str, folder: Path) -> list[str]:
    """Return what is wrong with how the program bears the damage of a file; runs in a process of its own."""
    article, points = folder / "article.txt", folder / "points.geojson"
    article.write_text(TEXT, encoding="utf-8")
    points.write_text(POINT, encoding="utf-8")
    file, faults = Path(name).name, []
    status, said, errors = command("doctor")
    if status != 2 or not any(line.startswith("BAD") and file in line for line in said.splitlines()):
        faults.append(f"doctor: {status} {errors}{[line for line in said.splitlines() if line.startswith('BAD')]}")
    for number, source in enumerate((article, points)):
        for target in (folder / f"{number}.html", folder / f"{number}.geojson"):
            status, _, errors = command("export", str(source), "-o", str(target))
            may_fail = (target.suffix == ".html" or source is article) and any(each in name for each in NO_MAP)
            lines = [line for line in errors.splitlines() if line.startswith("infromap: error: ")]
            if status == 0 and target.exists():
                continue
            if not (may_fail and status == 2 and len(lines) == 1 and file in lines[0] and not target.exists()):
                faults.append(f"export {source.name} {target.suffix}: {status} {errors[-400:]}")
    return faults


def bear(tree: Path, name: str, damage: Callable[[Path], None]) -> list[str]:
    """Damage one file of a tree, look how that is borne, and mend it."""
    whole = spoil(tree / name, damage)
    ours, theirs = multiprocessing.Pipe(duplex=False)

    def child() -> None:
        with tempfile.TemporaryDirectory() as folder:
            theirs.send(faults_of(name, Path(folder)))

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    faults: list[str] = ours.recv() if ours.poll(60) else ["it hangs"]
    process.kill()
    process.join()
    (tree / name).write_bytes(whole)
    return faults


def install(tree: Path) -> None:
    """Install the files of ours in a folder, with the list of their sums, and let the program find them there."""
    records = []
    for path in list_own_files():
        name = f"infromap/{path.relative_to(ROOT).as_posix()}"
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tree / name)
        noted = urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
        records.append(f"{name},sha256={noted},{path.stat().st_size}")
    notes = tree / "infromap-0.1.0.dist-info"
    notes.mkdir()
    (notes / "RECORD").write_text("\n".join(records), encoding="utf-8")
    (notes / "METADATA").write_text("Metadata-Version: 2.1\nName: infromap\nVersion: 0.1.0\n", encoding="utf-8")
    sys.path.insert(0, str(tree))
    infromap.assets._PACKAGE, infromap.assets._CHECKOUT = tree / "infromap", tree / "nowhere"


def main(tree: Path, patterns: list[str]) -> dict[str, object]:
    """Return what went wrong, and how many damages were done."""
    install(tree)
    for name in LOADED:
        importlib.import_module(f"infromap.{name}")
    names = sorted(
        {
            path.relative_to(tree).as_posix()
            for pattern in patterns or ["resources/**/*", "geodata/**/*"]
            for path in (tree / "infromap").glob(pattern)
            if path.is_file()
        }
    )
    found = {(name, damage.__name__): bear(tree, name, damage) for name in names for damage in DAMAGES}
    faults = {f"{name} {how}": faults for (name, how), faults in found.items() if faults}
    return {"damages": len(found), "faults": faults}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]).resolve(), sys.argv[2:]), indent=1, ensure_ascii=False))
