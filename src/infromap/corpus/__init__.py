"""A folder of articles becomes one file: by all cores or by a Dask cluster, and it can be stopped and gone on with."""

from infromap.corpus.files import find_articles
from infromap.corpus.run import Progress, Summary, read_corpus
from infromap.corpus.workers import Workers, dask_workers, local_workers

__all__ = ["Progress", "Summary", "Workers", "dask_workers", "find_articles", "local_workers", "read_corpus"]
