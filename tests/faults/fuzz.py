"""Gives damaged files to every reader: ``python tests/faults/fuzz.py --cases 10000 [reader …]``.

The outcome of each is a value or an ``InfromapError`` of one line. A traceback, a message of several lines, more than
ten seconds or more than 1 GB is a fault; its file is kept and named.
"""

import argparse
import logging
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import traceback
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from mutation import mutate
from readers import NAMES, all_readers

SECONDS = 10
MEMORY = 1_000_000_000  # bytes beyond what the reader needs for a whole file
READY = "ready"


@dataclass(frozen=True)
class Fault:
    """What went wrong, with which case."""

    reader: str
    case: int
    what: str


def fuzz(reader: str, cases: range, kept: Path) -> list[Fault]:
    """Try a reader on so many cases in processes of its own; files that end in a fault go to ``kept``."""
    faults: list[Fault] = []
    left = cases
    while left:
        with _Trial(reader, left) as trial:
            left, found = trial.run()
            if found:
                faults.append(found)
                trial.keep(found, kept)
    return faults


def try_files(reader: str, paths: Sequence[Path]) -> dict[str, str]:
    """Try a reader on files as they are; return what went wrong, by the name of the file."""
    faults: dict[str, str] = {}
    left = range(len(paths))
    while left:
        with _Trial(reader, left, paths) as trial:
            left, found = trial.run()
        if found:
            faults[paths[found.case].name] = found.what
    return faults


class _Trial:
    """One process at work on some cases, or on given files by their number; it ends with the first fault."""

    def __init__(self, reader: str, cases: range, given: Sequence[Path] = ()):
        self._cases, self._reader = cases, reader
        self._folder = Path(tempfile.mkdtemp(prefix="infromap-fuzz-"))
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_work, args=(reader, cases, self._folder, there, given), daemon=True)
        self._process.start()
        there.close()

    def __enter__(self) -> "_Trial":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self) -> tuple[range, Fault | None]:
        """Return the cases that are left, and the fault that ended the trial."""
        if not self._here.poll(120) or self._here.recv() != READY:
            raise RuntimeError(f"{self._reader}: the trial did not begin")
        for position, case in enumerate(self._cases):
            what = self._outcome()
            if what:
                return self._cases[position + 1 :], Fault(self._reader, case, what)
        return range(0), None

    def keep(self, fault: Fault, kept: Path) -> None:
        """Keep the file of a fault."""
        kept.mkdir(parents=True, exist_ok=True)
        for path in self._folder.glob("case*"):
            shutil.copy(path, kept / f"{self._reader}-{fault.case}{path.suffix}")

    def _outcome(self) -> str:
        try:
            if not self._here.poll(SECONDS + 2):
                return f"took more than {SECONDS} s"
            answer = self._here.recv()
        except EOFError:
            self._process.join()
            return f"ended the process ({self._process.exitcode})"
        return str(answer)


def _work(name: str, cases: range, folder: Path, there: Connection, given: Sequence[Path]) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # GDAL and libraries may grumble: what counts is the outcome
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    (folder / "samples").mkdir()
    reader = all_readers(folder / "samples")[name]
    whole = folder / f"whole{reader.suffix}"
    for sample in reader.samples:
        whole.write_bytes(sample)
        reader.read(whole)  # a whole file is read; and what the libraries need is loaded
    limit = _peak() + 3 * MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (_mapped() + limit, resource.RLIM_INFINITY))
    base = _peak()
    there.send(READY)
    path = folder / f"case{reader.suffix}"
    for case in cases:
        if not given:
            path.write_bytes(mutate(f"{name} {case}", reader.samples))
        there.send(_try(reader.read, given[case] if given else path, base))


def _try(read, path: Path, base: int) -> str:
    from infromap.errors import InfromapError

    try:
        read(path)
    except InfromapError as error:
        message = str(error)
        if not message.strip() or len(message.splitlines()) > 1:
            return f"a message that is no line: {message!r}"
    except BaseException:
        return traceback.format_exc(limit=-4)
    return "took more than 1 GB" if _peak() - base > MEMORY else ""


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _mapped() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def main() -> int:
    """Run the trials that are asked for, and return whether there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", help="all, if none is named")
    parser.add_argument("--cases", type=int, default=10_000, help="for each reader")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--kept", type=Path, default=Path("dist/fuzz"), help="folder for files that end in a fault")
    options = parser.parse_args()
    faults = []
    for name in options.readers or NAMES:
        found = fuzz(name, range(options.first, options.first + options.cases), options.kept)
        faults += found
        print(f"{name}: {options.cases:,} cases, {len(found)} faults", flush=True)
        for fault in found:
            print(f"  case {fault.case}: {fault.what.strip()}", flush=True)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
