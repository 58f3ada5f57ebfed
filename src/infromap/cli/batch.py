"""Reads a folder of articles into one file, and says how far it is."""

import sys
import time
from pathlib import Path

from infromap.corpus import Progress, Summary, dask_workers, local_workers, read_corpus

_EVERY_S = 0.2  # on a terminal
_EVERY_S_IN_A_LOG = 60.0


def extract_batch(folder: str, output: str, *, scheduler: str | None, jobs: int | None) -> None:
    """Read a folder into a file; progress and failures go to standard error, the name of the file to standard output.

    Parameters
    ----------
    folder, output
        As the command line has them.
    scheduler
        Address of a Dask scheduler, or None for processes on this machine.
    jobs
        How many processes; None: one for each core.
    """
    line = _ProgressLine()
    try:
        with dask_workers(scheduler) if scheduler else local_workers(jobs) as workers:
            summary = read_corpus(Path(folder), Path(output), workers=workers, report=line.show)
    except KeyboardInterrupt:
        line.end()
        print(f"infromap: stopped{line.so_far()}; the same command goes on from here", file=sys.stderr)
        raise
    finally:
        line.end()
    _print_summary(summary, output)


class _ProgressLine:
    """One line that is written over on a terminal; a line a minute elsewhere."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._shown = time.monotonic()
        self._width = 0
        self._last: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Say how far it is, now and then."""
        self._last = progress
        now = time.monotonic()
        if now - self._shown < (_EVERY_S if self._is_terminal else _EVERY_S_IN_A_LOG):
            return
        self._shown = now
        text = _line(progress)
        if self._is_terminal:
            print(f"\r{text.ljust(self._width)}", end="", file=sys.stderr, flush=True)
            self._width = len(text)
        else:
            print(f"infromap: {text}", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self._width:
            print(f"\r{' ' * self._width}\r", end="", file=sys.stderr, flush=True)
            self._width = 0

    def so_far(self) -> str:
        """Return how many articles are done, for a sentence."""
        return f" after {self._last.done:,} of {self._last.total:,} articles" if self._last else ""


def _line(progress: Progress) -> str:
    left = progress.seconds_left
    parts = [f"{progress.done:,} of {progress.total:,} articles", f"{progress.rate:,.0f} a second"]
    parts += [f"{_duration(left)} left"] if left is not None else []
    parts += [f"{progress.failed:,} not read"] if progress.failed else []
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"


def _print_summary(summary: Summary, output: str) -> None:
    progress = summary.progress
    for name, reason in summary.failures:
        print(f"infromap: not read: {reason if name in reason else f'{name}: {reason}'}", file=sys.stderr)
    kept = f" ({progress.kept:,} of them before)" if progress.kept else ""
    took = time.monotonic() - progress.begun
    print(
        f"infromap: {progress.read + progress.kept:,} articles read{kept}, {len(summary.failures):,} not, "
        f"{summary.projects:,} projects, in {_duration(took)}",
        file=sys.stderr,
    )
    print(output)
