"""Stage 1: a file, an address or a text becomes an article and its projects."""

from infromap.article.extract import extract_projects
from infromap.article.fetch import fetch_article, is_address
from infromap.article.reader import decode_article, parse_article, read_article

__all__ = ["decode_article", "extract_projects", "fetch_article", "is_address", "parse_article", "read_article"]
