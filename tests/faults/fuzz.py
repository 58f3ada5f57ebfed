"""Gives damaged files to every reader: ``python tests/faults/fuzz.py --cases 10000 [reader …]``.

The outcome of each is a value or an ``InfromapError`` of one line. A traceback, a message of several lines, more than
ten seconds or more than 1 GB is a fault; its file is kept and named. The seed is the day, so that each night tries
other damage, unless ``--seed`` gives one. The slowest case is told: what takes seconds for so little is a fault to be.
"""

import argparse
import logging
import multiprocessing
import os
import re
import resource
import shutil
import sys
import tempfile
import traceback
import warnings
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from mutation import mutate
from readers import NAMES, SURVIVORS, Reader, make_reader

SECONDS = 10  # of the processor: others may be at work on it as well
IDLE_S = 90  # for who waits for something, and does nothing; who wants a processor that others have is not idle
MEMORY = 1_000_000_000  # bytes beyond what the reader needs for a whole file
READY, READ, REFUSED = "ready", "read", "refused"
ENDED = "ended the process"
STARTING_S = 120  # of the processor: libraries are loaded, and whole files are read
SEED = "infromap"


class TrialError(Exception):
    """A reader could not be tried: it read no whole file."""


@dataclass(frozen=True)
class Fault:
    """What went wrong, with which case."""

    reader: str
    case: int
    what: str


@dataclass
class Tally:
    """What became of the cases."""

    read: int = 0
    refused: int = 0
    faults: list[Fault] = field(default_factory=list)
    spent_s: float = 0  # of the processor
    slowest_s: float = 0
    slowest: int = 0  # its case

    def add(self, other: "Tally") -> None:
        """Add what became of other cases."""
        self.read += other.read
        self.refused += other.refused
        self.faults += other.faults
        self.spent_s += other.spent_s
        if other.slowest_s > self.slowest_s:
            self.slowest_s, self.slowest = other.slowest_s, other.slowest

    def took(self, case: int, seconds: float) -> None:
        """Count the time of a case."""
        self.add(Tally(spent_s=seconds, slowest_s=seconds, slowest=case))


def fuzz(reader: str, cases: range, kept: Path, *, seed: str = SEED) -> Tally:
    """Try a reader on so many cases in processes of its own; files that end in a fault go to ``kept``."""
    tally = Tally()
    left = cases
    while left:
        with _Trial(reader, left, seed=seed) as trial:
            left, found = trial.run(tally)
            if found and trial.is_survived(found):
                tally.faults.remove(found)
                tally.refused += 1
            elif found:
                trial.keep(found, kept)
    return tally


def try_files(reader: str, paths: Sequence[Path]) -> dict[str, str]:
    """Try a reader on files as they are; return what went wrong, by the name of the file."""
    faults: dict[str, str] = {}
    left = range(len(paths))
    while left:
        with _Trial(reader, left, paths) as trial:
            left, found = trial.run(Tally())
        if found:
            faults[paths[found.case].name] = found.what
    return faults


class _Trial:
    """One process at work on some cases, or on given files by their number; it ends with the first fault."""

    def __init__(self, reader: str, cases: range, given: Sequence[Path] = (), *, seed: str = SEED):
        self._cases, self._reader = cases, reader
        self._spent_s = 0.0
        self._folder = Path(tempfile.mkdtemp(prefix="infromap-fuzz-"))
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(
            target=_work, args=(reader, cases, self._folder, there, given, seed), daemon=True
        )
        self._process.start()
        there.close()

    def __enter__(self) -> "_Trial":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, tally: Tally) -> tuple[range, Fault | None]:
        """Count what becomes of the cases; return those that are left, and the fault that ended the trial."""
        told = self._outcome(seconds=STARTING_S)
        if told != READY:
            raise TrialError(f"{self._reader} did not begin: {told}")
        for position, case in enumerate(self._cases):
            what = self._outcome()
            tally.took(case, self._spent_s)
            if what == READ:
                tally.read += 1
            elif what == REFUSED:
                tally.refused += 1
            else:
                tally.faults.append(Fault(self._reader, case, what))
                return self._cases[position + 1 :], tally.faults[-1]
        return range(0), None

    def is_survived(self, fault: Fault) -> bool:
        """Return whether the file that ended the process is refused by those who start one for it."""
        survive = SURVIVORS.get(self._reader)
        if not survive or not fault.what.startswith(ENDED):
            return False
        (path,) = self._folder.glob("case*")
        return _try(survive, path, _peak()) == REFUSED

    def keep(self, fault: Fault, kept: Path) -> None:
        """Keep the file of a fault."""
        kept.mkdir(parents=True, exist_ok=True)
        for path in self._folder.glob("case*"):
            shutil.copy(path, kept / f"{self._reader}-{fault.case}{path.suffix}")

    def _outcome(self, seconds: int = SECONDS) -> str:
        began_s, idle_s = _cpu_s(self._process.pid), 0
        try:
            while not self._here.poll(1):
                idle_s += not _is_running(self._process.pid)
                self._spent_s = _cpu_s(self._process.pid) - began_s
                if self._spent_s > seconds:
                    return f"took more than {seconds} s of the processor"
                if idle_s > IDLE_S:
                    return f"did nothing for {IDLE_S} s"
            answer = self._here.recv()
            self._spent_s = _cpu_s(self._process.pid) - began_s
        except EOFError:
            self._process.join()
            return f"{ENDED} ({self._process.exitcode})"
        return str(answer)


def _work(name: str, cases: range, folder: Path, there: Connection, given: Sequence[Path], seed: str) -> None:
    from infromap.gui.environment import prepare_environment

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # GDAL and libraries may grumble: what counts is the outcome
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    prepare_environment()  # or thousands of calls of Qt's in one process end it
    try:
        reader = _begin(name, folder)
    except BaseException:
        there.send(traceback.format_exc(limit=-12))
        return
    limit = _peak() + 3 * MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (_mapped() + limit, resource.RLIM_INFINITY))
    base = _peak()
    there.send(READY)
    path = folder / f"case{reader.suffix}"
    for case in cases:
        if not given:
            path.write_bytes(mutate(f"{seed} {name} {case}", reader.samples))
        there.send(_try(reader.read, given[case] if given else path, base))


def _begin(name: str, folder: Path) -> Reader:
    """Return a reader that has read whole files, so that what its libraries need is loaded."""
    (folder / "samples").mkdir()
    reader = make_reader(name, folder / "samples")
    whole = folder / f"whole{reader.suffix}"
    for sample in reader.samples:
        whole.write_bytes(sample)
        reader.read(whole)
    return reader


def _try(read, path: Path, base: int) -> str:
    from infromap.errors import InfromapError

    outcome = READ
    try:
        read(path)
    except InfromapError as error:
        outcome = REFUSED
        message = str(error)
        if not message.strip() or len(message.splitlines()) > 1:
            return f"a message that is no line: {message!r}"
    except BaseException:
        return traceback.format_exc(limit=-12)
    return "took more than 1 GB" if _peak() - base > MEMORY else outcome


def _cpu_s(process: int | None) -> float:
    fields = _state(process)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _is_running(process: int | None) -> bool:
    return _state(process)[:1] == ["R"]


def _state(process: int | None) -> list[str]:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended, and its end of the pipe says so
        return []


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _mapped() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _each_once(faults: Sequence[Fault]) -> list[tuple[int, Fault]]:
    """Return the faults that are not the same, by the lines of our own in their tracebacks, and how often each was."""
    alike: dict[str, list[Fault]] = {}
    for fault in faults:
        places = re.findall(r"infromap/\S+, line \d+", fault.what)
        alike.setdefault(" ".join(places) or fault.what, []).append(fault)
    return [(len(each), each[0]) for each in alike.values()]


def fuzz_beside(pool: ThreadPoolExecutor, reader: str, cases: range, options: argparse.Namespace) -> Iterable[Tally]:
    """Begin to try a reader in as many processes as work at once; return what becomes of the cases of each."""
    parts = [cases[number :: options.jobs] for number in range(options.jobs)]
    return pool.map(lambda part: fuzz(reader, part, options.kept, seed=options.seed), parts)


def tell(reader: str, parts: Iterable[Tally]) -> bool:
    """Print what became of a reader's cases, and return whether all is well."""
    tally = Tally()
    try:
        for part in parts:
            tally.add(part)
    except TrialError as error:
        print(error, flush=True)
        return False
    count = tally.read + tally.refused + len(tally.faults)
    told = f"{tally.read:,} read, {tally.refused:,} refused, {len(tally.faults)} faults"
    time = f"{tally.spent_s:,.0f} s, the slowest {tally.slowest_s:.1f} s (case {tally.slowest})"
    print(f"{reader}: {count:,} cases, {told}; {time}", flush=True)
    for times, fault in _each_once(tally.faults):
        print(f"  {times} times, such as case {fault.case}: {fault.what.strip()}", flush=True)
    return not tally.faults


def main() -> int:
    """Run the trials that are asked for, and return whether there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", help="all, if none is named")
    parser.add_argument("--cases", type=int, default=10_000, help="for each reader")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("--kept", type=Path, default=Path("dist/fuzz"), help="folder for files that end in a fault")
    parser.add_argument("--seed", default=f"{datetime.now(UTC):%Y-%m-%d}", help="the same gives the same damage")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    cases = range(options.first, options.first + options.cases)
    with ThreadPoolExecutor(options.jobs) as pool:
        begun = {name: fuzz_beside(pool, name, cases, options) for name in options.readers or NAMES}
        outcomes = [tell(name, parts) for name, parts in begun.items()]
    return int(not all(outcomes))


if __name__ == "__main__":
    sys.exit(main())
