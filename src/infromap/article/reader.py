"""A file or a string of bytes becomes an article: decoding, markup, head."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from infromap.article.head import read_head, read_headline
from infromap.article.language import guess_language
from infromap.article.markup import PlainText, read_html, read_markdown, read_pdf
from infromap.errors import ArticleError, reason_of
from infromap.model.article import Article
from infromap.model.text import composed, well_formed

MAX_BYTES = 5_000_000
_MARKUP_SUFFIXES = (".html", ".htm", ".xhtml")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
ARTICLE_SUFFIXES = (".txt", *_MARKDOWN_SUFFIXES, *_MARKUP_SUFFIXES, ".pdf")
_HTML_START = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)


def read_article(path: Path) -> Article:
    """Read an article from disk: plain text, Markdown, saved HTML or a PDF with text.

    Raises
    ------
    ArticleError
        If the file is missing, a folder, empty, larger than 5 MB, or holds no text.
    """
    return decode_article(read_content(path), source=path.name, suffix=path.suffix.lower())


def read_content(path: Path) -> bytes:
    """Return the bytes of an article's file, at most one more than ``MAX_BYTES``.

    Raises
    ------
    ArticleError
        If the file is missing, a folder, a pipe or a device, or cannot be read.
    """
    try:
        if path.is_dir():
            raise ArticleError("{path} is a folder; name a file in it", path=path)
        if not path.is_file():
            raise ArticleError("{path} does not exist or is no file; check the name", path=path)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(
            "{path} cannot be read: {reason}; check the file and who may read it", path=path, reason=reason_of(error)
        ) from error


def decode_article(content: bytes, *, source: str, suffix: str = "", url: str | None = None) -> Article:
    """Make an article of a file's bytes: a PDF, or text in UTF-8, UTF-16 or Windows-1251.

    ``suffix`` tells HTML and Markdown from plain text; HTML is known by its beginning as well.

    Raises
    ------
    ArticleError
        If there are more than 5 MB, or the bytes are no text.
    """
    if len(content) > MAX_BYTES:
        raise ArticleError("{source} is larger than 5 MB; cut it into parts", source=source)
    if content.startswith(b"%PDF-"):
        return _from_markup(read_pdf(content, source), source, url)
    text = _decode(content, source)
    if suffix in _MARKUP_SUFFIXES or _HTML_START.match(content[:1000]):
        return _from_markup(read_html(text), source, url)
    if suffix in _MARKDOWN_SUFFIXES:
        return _from_markup(read_markdown(text), source, url)
    article = parse_article(text, source=source)
    return replace(article, url=url) if url else article


def _from_markup(found: PlainText, source: str, url: str | None) -> Article:
    article = parse_article(found.text, source=source, title=found.title)
    return replace(
        article,
        publisher=article.publisher or found.publisher,
        date=article.date or found.date,
        url=url or article.url or found.url,
    )


def parse_article(text: str, *, source: str, title: str | None = None) -> Article:
    """Make an article of its text.

    Parameters
    ----------
    text
        With or without a head: ``date 2026-02-09`` before the first words, or lines such as
        ``title: …``, ``source: …``, ``date: …``, ``url: …`` at the beginning. A short line of its own above
        the text is its title too.
    source
        The file name or address it comes from.
    title
        The title where the text itself has none.

    Raises
    ------
    ArticleError
        If there is no text at all, or too much.
    """
    if len(text) > MAX_BYTES:
        raise ArticleError("{source} is longer than 5 million letters; cut it into parts", source=source)
    source = well_formed(source)  # the name of a file may hold bytes that are no text
    text = composed(well_formed(text)).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise ArticleError("{source} holds no text; choose another file", source=source)
    head = read_head(text)
    return Article(
        text=text,
        source=source,
        title=head.title or title or read_headline(text, head.end)[0],
        publisher=head.publisher,
        url=head.url,
        date=head.date,
        language=head.language or guess_language(text[head.end :]),
        body_start=head.end,
    )


def _decode(content: bytes, source: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content:
        raise ArticleError("{source} is no text; choose a .txt, .md, .html or .pdf file", source=source)
    else:
        encodings = ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_like_text(text):
            return text
    raise ArticleError("{source} is no text in UTF-8, UTF-16 or Windows-1251; save it as UTF-8", source=source)


def _looks_like_text(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(
        not each.isprintable() and each not in "\n\r\t\f\v" and unicodedata.category(each) == "Cc" for each in sample
    )
    return odd <= len(sample) / 100
