"""Stage 1: a file or a text becomes an article and its projects."""

from infromap.article.extract import extract_projects
from infromap.article.reader import decode_article, parse_article, read_article

__all__ = ["decode_article", "extract_projects", "parse_article", "read_article"]
