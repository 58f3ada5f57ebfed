"""The whole way of a corpus: which files, which of them are new, who reads them, what becomes of it."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from infromap.article import read_content
from infromap.corpus.files import ArticleFile, find_articles
from infromap.corpus.reading import failure, program_print
from infromap.corpus.record import Record
from infromap.corpus.workers import Task, Workers
from infromap.errors import ArticleError, CorpusError
from infromap.export import check_suffix, check_target, save_failures, save_sites


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far a run is."""

    total: int
    kept: int = 0  # read by an earlier run
    read: int = 0
    failed: int = 0
    begun: float  # as ``time.monotonic`` has it

    @property
    def done(self) -> int:
        """How many articles are dealt with."""
        return self.kept + self.read + self.failed

    @property
    def rate(self) -> float:
        """How many articles a second are read."""
        return (self.read + self.failed) / max(time.monotonic() - self.begun, 1e-6)

    @property
    def seconds_left(self) -> float | None:
        """How long it will take at this rate; None while that is unknown."""
        return (self.total - self.done) / self.rate if self.read + self.failed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What came of a run."""

    progress: Progress
    projects: int
    failures: tuple[tuple[str, str], ...]  # name and reason


def read_corpus(folder: Path, output: Path, *, workers: Workers, report: Callable[[Progress], None]) -> Summary:
    """Read every article below a folder into one file.

    What was read is kept in ``OUTPUT.progress``, so that a run that was stopped goes on where it was, and a
    later run reads only what is new or changed. The output is written at the end, whole or not at all.

    Parameters
    ----------
    folder
        Where the articles are; see ``find_articles``.
    output
        ``.gpkg``, ``.geojson`` or ``.csv``; an existing file is replaced.
    workers
        Who reads.
    report
        Is told of the progress after each article.

    Returns
    -------
    Summary
        With the articles that could not be read; one alone stops nothing.

    Raises
    ------
    CorpusError
        If there is nothing to read, none of it can be read, or the record cannot be kept.
    ExportError
        If the output cannot be written.
    """
    check_suffix(output)
    check_target(output)
    files = find_articles(folder)
    progress = Progress(total=len(files), begun=time.monotonic())
    with Record(output, program_print()) as record:
        record.want([file.name for file in files])
        for task, outcome in workers.run(_new_tasks(files, record, progress, report)):
            record.keep(task.name, task.digest, outcome)
            is_read = outcome.article["state"] == "read"
            progress.read, progress.failed = progress.read + is_read, progress.failed + (not is_read)
            report(progress)
        return _save(output, record, progress)


def _new_tasks(
    files: Sequence[ArticleFile], record: Record, progress: Progress, report: Callable[[Progress], None]
) -> Iterator[Task]:
    """Yield what was not read before; a file that cannot be opened is noted as a failure on the way."""
    for file in files:
        try:
            content = read_content(file.path)
        except ArticleError as error:
            record.keep(file.name, "", failure(file.name, str(error).replace(str(file.path), file.name)))
            progress.failed += 1
            report(progress)
            continue
        digest = hashlib.sha256(content).hexdigest()
        if record.has(file.name, digest):
            progress.kept += 1
            report(progress)
        else:
            yield Task(file.name, content, digest)


def _save(output: Path, record: Record, progress: Progress) -> Summary:
    failures = tuple((row["article"], row["reason"]) for row in record.articles() if row["state"] == "failed")
    if len(failures) == progress.total:
        raise CorpusError(f"no article could be read, the first one because: {failures[0][0]}: {failures[0][1]}")
    save_sites(output, record.sites(), record.articles())
    save_failures(output, failures)
    projects = sum(row["projects"] for row in record.articles())
    return Summary(progress=progress, projects=projects, failures=failures)
