"""Time from the start of a program to the painted map, and the memory of all its processes: infromap beside QGIS.

Both open the same file on the same virtual screen (Xvfb), in turn. *Painted* is when the screen shows for the first
time what it shows at rest, for both alike; beside it stands ``qgis --snapshot``, which writes the picture and ends.
An article is no file for QGIS: it opens the GeoJSON that we made of it, which spares it the reading and the base map.
infromap is compiled to bytecode first, as pip does when it installs it.
The processors are kept awake by loops that give way to all else (``SCHED_IDLE``): those of a virtual machine that has
nothing to do sleep, and wake late, which costs both programs up to a third, the one that is more processes more.
With ``cold`` as the second argument the kernel's cache of files is emptied before each start (as root), as after the
machine itself was started; the section is then one of its own, without memory.
Memory is the largest sum of proportional set sizes (PSS) of the process and all that it started, in runs of their own.
"""

import compileall
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pyogrio
import shapely
from reading import write_section

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = sorted((ROOT / "geodata" / "articles").glob("*.txt"))[-1]
IS_COLD = sys.argv[2:3] == ["cold"]
HEADING = "## First start of the day beside QGIS" if IS_COLD else "## Start beside QGIS"
POINTS = 100_000
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7
MEMORY_ROUNDS = 3
SIZE = (1400, 860)
REST_S = 1.5  # as long as nothing moves on the screen, the picture is there
MOVED = 0.002  # of all pixels: a blinking cursor is less
_NOT_OURS = ("QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE")
QGIS = ("qgis", "--nologo", "--noversioncheck")


@dataclass(frozen=True)
class Screen:
    """A virtual screen whose pixels lie in a file."""

    name: str
    picture: np.memmap

    def moved(self, before: np.ndarray) -> bool:
        """Tell whether more than a detail of the picture has changed."""
        return bool((self.picture != before).mean() > MOVED)


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """Start an Xvfb of our own and end it with the context."""
    receive, send = os.pipe()
    command = ["Xvfb", "-displayfd", str(send), "-fbdir", str(folder), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
    server = subprocess.Popen(command, pass_fds=[send], stderr=subprocess.DEVNULL)
    try:
        number = os.read(receive, 16).decode().strip()
        yield Screen(f":{number}", _map_pixels(folder / "Xvfb_screen0"))
    finally:
        server.terminate()
        server.wait()


def _map_pixels(file: Path) -> np.memmap:
    """Return the pixels of a picture in X's window dump format, as the server goes on writing it."""
    head = np.fromfile(file, ">u4", 25)
    begin = int(head[0] + 12 * head[19])  # the header, then as many colours of 12 bytes
    return np.memmap(file, "<u4", "r", offset=begin, shape=(int(head[5]), int(head[12]) // 4))


@contextmanager
def keep_awake() -> Iterator[None]:
    """Let a loop that gives way to all else run on each processor."""
    command = ["chrt", "--idle", "0", sys.executable, "-c", "while True: pass"]
    loops = [subprocess.Popen(command) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def chill() -> None:
    """Empty the kernel's cache of files, if cold starts are asked for."""
    if IS_COLD:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3")


def seconds_to_rest(command: list[str], screen: Screen, environment: dict[str, str]) -> float:
    """Start a program and return how long it took to the last change of the screen."""
    begin = last = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    before, has_begun = screen.picture.copy(), False
    while (now := time.perf_counter()) - last < REST_S or not has_begun:
        if screen.moved(before):
            before, last, has_begun = screen.picture.copy(), now, True
        if process.poll() is not None:
            raise SystemExit(f"{command[0]} ended before it had painted")
        time.sleep(0.01)
    end(process)
    return last - begin


def end(process: subprocess.Popen) -> None:
    """End a program and all that it started."""
    family = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    process.wait()
    for each in family:
        if each.is_running():
            each.terminate()
    psutil.wait_procs(family, timeout=10)


def seconds_to_end(command: list[str], environment: dict[str, str]) -> float:
    """Run ``qgis --snapshot`` to its end."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    return time.perf_counter() - begin


def peak_memory_mb(command: list[str], environment: dict[str, str], painted_s: float) -> float:
    """Return the largest memory of a program and all that it started, until two seconds after it has painted."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stop, peak = time.perf_counter() + painted_s + 2, 0.0
    while time.perf_counter() < stop:
        peak = max(peak, _memory_mb(psutil.Process(process.pid)))
        time.sleep(0.1)
    end(process)
    return peak


def _memory_mb(process: psutil.Process) -> float:
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied):  # it ended meanwhile
            continue
    return total / 1e6


def make_points(file: Path) -> None:
    """Write the GeoPackage of points that both programs open."""
    chance = np.random.default_rng(1)
    points = shapely.points(chance.uniform(46, 87, POINTS), chance.uniform(41, 55, POINTS))
    kinds = chance.choice(["highway", "railway", "wind power"], POINTS).astype(object)
    values, names = [np.arange(POINTS), kinds, chance.random(POINTS)], ["id", "kind", "value"]
    pyogrio.raw.write(
        file, shapely.to_wkb(points), values, names, geometry_type="Point", crs="EPSG:4326", driver="GPKG"
    )


def compare(name: str, ours: Path, theirs: Path, screen: Screen, environment: dict[str, str]) -> list[str]:
    """Return the rows of the table for one map."""
    picture, size = str(theirs.with_suffix(".png")), [str(number) for number in SIZE]
    shot = ["--snapshot", picture, "--width", size[0], "--height", size[1]]
    ways = {"qgis": QGIS, "qgis --noplugins": (*QGIS, "--noplugins")}
    programs = {"infromap": [sys.executable, str(ROOT / "main.py"), str(ours)]}
    programs |= {program: [*way, str(theirs)] for program, way in ways.items()}
    painted: dict[str, list[float]] = {program: [] for program in programs}
    snapped: dict[str, list[float]] = {program: [] for program in ways}
    for number in range(ROUNDS + 1):  # the first one brings files into the cache
        for program in sorted(programs, reverse=number % 2 == 1):
            chill()
            painted[program].append(seconds_to_rest(programs[program], screen, environment))
            if program in ways:
                chill()
                snapped[program].append(seconds_to_end([*ways[program], *shot, str(theirs)], environment))
    our_s = statistics.median(painted["infromap"][1:])
    memory = {program: _memory(command, environment, our_s) for program, command in programs.items()}
    return [
        f"| {name} | {program} | {_spread(painted[program])} | {_ratio(our_s, painted[program])} "
        f"| {_spread(snapped.get(program))} | {_ratio(our_s, snapped.get(program))} | {memory[program]} |"
        for program in programs
    ]


def _memory(command: list[str], environment: dict[str, str], our_s: float) -> str:
    if IS_COLD:
        return "–"
    return (
        f"{statistics.median(peak_memory_mb(command, environment, 1.5 * our_s) for _ in range(MEMORY_ROUNDS)):,.0f} MB"
    )


def _spread(seconds: list[float] | None) -> str:
    if seconds is None:
        return "–"
    counted = seconds[1:]
    return f"{statistics.median(counted):.2f} s ({min(counted):.2f}–{max(counted):.2f})"


def _ratio(our_s: float, seconds: list[float] | None) -> str:
    return "–" if seconds is None else f"{our_s / statistics.median(seconds[1:]):.2f}"


def introduction(load_before: float) -> str:
    """Say what the table's numbers are, and of which machine."""
    told = subprocess.run(["qgis", "--version"], capture_output=True, text=True).stdout
    is_first = os.sched_getscheduler(0) in (os.SCHED_RR, os.SCHED_FIFO)  # by `chrt -r 5`: before all other work
    others = "that others used, but at real-time priority" if is_first else "that nobody else should use"
    loads = f"{others} (load {load_before:.1f} before, {os.getloadavg()[0]:.1f} after)"
    machine = f"{platform.machine()}, {os.cpu_count()} processors {loads}, Python {platform.python_version()}"
    return f"""`benchmarks/beside_qgis.py`, {time.strftime("%Y-%m-%d")}, {machine},
{told.split("-")[0]}, Xvfb {SIZE[0]} × {SIZE[1]} without a graphics card, processors kept awake;
medians of {ROUNDS} (and their range), files
{"read from the disk" if IS_COLD else "in the cache"}. Painted: until the screen shows what it shows at rest.
Snapshot: the whole of `qgis --snapshot`.
Ratio: our painted map to it, smaller is better. QGIS opens the article as the GeoJSON that infromap makes of it.
Memory: PSS of all processes, at its most. Aimed at: 0.5 of the snapshot for the article, 0.4 for the points."""


def main() -> None:
    """Measure, print the table and write it into docs/performance.md."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        points, article = folder / "points.gpkg", folder / "article.geojson"
        make_points(points)
        compileall.compile_dir(ROOT / "src", quiet=1)
        subprocess.run([sys.executable, str(ROOT / "main.py"), "export", str(ARTICLE), "-o", str(article)], check=True)
        with open_screen(folder) as screen, keep_awake():
            environment = {
                **{key: value for key, value in os.environ.items() if key not in _NOT_OURS},
                "DISPLAY": screen.name,
                "XDG_CONFIG_HOME": str(folder / "config"),
                "XDG_DATA_HOME": str(folder / "data"),
                "XDG_STATE_HOME": str(folder / "state"),
            }
            rows = compare("the bundled article", ARTICLE, article, screen, environment)
            rows += compare(f"{POINTS:,} points", points, points, screen, environment)
    head = ["| map | program | painted | ratio | snapshot | ratio | memory |", "|---|---|---|---|---|---|---|"]
    text = "\n".join([HEADING, "", introduction(load), "", *head, *rows, ""])
    print(text)
    write_section(text, HEADING)


if __name__ == "__main__":
    main()
