"""Stage 1: a file, an address or a text becomes an article and its projects."""

from importlib import import_module
from typing import TYPE_CHECKING

from infromap.article.address import is_address

if TYPE_CHECKING:
    from infromap.article.extract import extract_projects
    from infromap.article.fetch import fetch_article
    from infromap.article.reader import (
        ARTICLE_SUFFIXES,
        MAX_BYTES,
        decode_article,
        parse_article,
        read_article,
        read_content,
    )

__all__ = [
    "ARTICLE_SUFFIXES",
    "MAX_BYTES",
    "decode_article",
    "extract_projects",
    "fetch_article",
    "is_address",
    "parse_article",
    "read_article",
    "read_content",
]


_HOMES = {"extract_projects": "extract", "fetch_article": "fetch"}


def __getattr__(name: str) -> object:
    """Import what reads when it is first used, and the rules and http and TLS apart: a window opens before it reads."""
    if name in __all__:
        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'reader')}"), name)
    raise AttributeError(f"module 'infromap.article' has no attribute {name!r}")
