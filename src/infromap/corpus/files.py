"""Which files of a folder are articles."""

import os
from pathlib import Path
from typing import NamedTuple

from infromap.article import ARTICLE_SUFFIXES
from infromap.errors import CorpusError


class ArticleFile(NamedTuple):
    """A file, and its name below the folder with slashes: what stands in the output."""

    name: str
    path: Path


def find_articles(folder: Path) -> list[ArticleFile]:
    """Return the articles below a folder, in the order of their names.

    An article is what has the suffix of one, even if it turns out to be a pipe or a broken link: that is told
    when it is read. Folders whose name begins with a dot are left out, links to folders are not followed.

    Raises
    ------
    CorpusError
        If it is no folder, cannot be listed, or holds no article.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder} is no folder; name one that holds articles")
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in files if Path(name).suffix.lower() in ARTICLE_SUFFIXES]
    if not found:
        raise CorpusError(f"{folder} holds no article ({', '.join(ARTICLE_SUFFIXES)}); name another folder")
    return sorted(ArticleFile(_shown(path.relative_to(folder)), path) for path in found)


def _shown(path: Path) -> str:
    r"""Return a path as text; bytes that are no UTF-8 stand as ``\xff``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
