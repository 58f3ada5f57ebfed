"""A file or a string of bytes becomes an article: decoding, markup, head."""

import re
import unicodedata
from pathlib import Path

from infromap.article.head import read_head
from infromap.article.language import guess_language
from infromap.article.markup import text_of_html
from infromap.errors import ArticleError
from infromap.model.article import Article

MAX_BYTES = 5_000_000
_MARKUP_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_START = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)


def read_article(path: Path) -> Article:
    """Read an article from disk: plain text, Markdown or saved HTML.

    Raises
    ------
    ArticleError
        If the file is missing, a folder, empty, larger than 5 MB, a PDF, or not text.
    """
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder; name an article in it")
        if not path.is_file():
            raise ArticleError(f"{path} does not exist or is no file; check the name")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"{path} cannot be read: {reason}") from error
    return decode_article(content, source=path.name, is_markup=path.suffix.lower() in _MARKUP_SUFFIXES)


def decode_article(content: bytes, *, source: str, is_markup: bool = False) -> Article:
    """Make an article of a file's bytes: UTF-8, UTF-16 or Windows-1251.

    Raises
    ------
    ArticleError
        If there are more than 5 MB, or the bytes are no text.
    """
    if len(content) > MAX_BYTES:
        raise ArticleError(f"{source} is larger than 5 MB; cut it into parts")
    if content.startswith(b"%PDF-"):
        raise ArticleError(f"{source} is a PDF, which this version does not read; save its text as .txt")
    text = _decode(content, source)
    if is_markup or _HTML_START.match(content[:1000]):
        title, text = text_of_html(text)
        return parse_article(text, source=source, title=title)
    return parse_article(text, source=source)


def parse_article(text: str, *, source: str, title: str | None = None) -> Article:
    """Make an article of its text.

    Parameters
    ----------
    text
        With or without a head: ``date 2026-02-09`` before the first words, or lines such as
        ``title: …``, ``source: …``, ``date: …``, ``url: …`` at the beginning.
    source
        The file name or address it comes from.
    title
        The title where the text itself has none.

    Raises
    ------
    ArticleError
        If there is no text at all.
    """
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise ArticleError(f"{source} holds no text; choose another file")
    head = read_head(text)
    return Article(
        text=text,
        source=source,
        title=head.title or title,
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
        raise ArticleError(f"{source} is no text; choose a .txt, .md or .html file")
    else:
        encodings = ["utf-8-sig", "cp1251"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_like_text(text):
            return text
    raise ArticleError(f"{source} is no text in UTF-8, UTF-16 or Windows-1251; save it as UTF-8")


def _looks_like_text(text: str) -> bool:
    sample = text[:20_000]
    odd = sum(
        not each.isprintable() and each not in "\n\r\t\f\v" and unicodedata.category(each) == "Cc" for each in sample
    )
    return odd <= len(sample) / 100
