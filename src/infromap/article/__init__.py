"""Stage 1: a file, an address or a text becomes an article and its projects."""

from typing import TYPE_CHECKING

from infromap.article.extract import extract_projects
from infromap.article.reader import (
    ARTICLE_SUFFIXES,
    decode_article,
    is_address,
    parse_article,
    read_article,
    read_content,
)

if TYPE_CHECKING:
    from infromap.article.fetch import fetch_article

__all__ = [
    "ARTICLE_SUFFIXES",
    "decode_article",
    "extract_projects",
    "fetch_article",
    "is_address",
    "parse_article",
    "read_article",
    "read_content",
]


def __getattr__(name: str) -> object:
    """Import what needs http and TLS when it is first used: most articles are files."""
    if name == "fetch_article":
        from infromap.article.fetch import fetch_article

        return fetch_article
    raise AttributeError(f"module 'infromap.article' has no attribute {name!r}")
