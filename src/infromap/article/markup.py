"""The words of a saved web page, a Markdown text or a PDF, with what their heads say."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from infromap.errors import ArticleError

_MAX_PAGES = 500
_MOST_COMPARED = 500_000_000  # some seconds: a parser compares each attribute of a tag with each
_TAG = re.compile(r"<[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:=|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+)"""  # what is odd is one as well
)
# Marks around words without such a mark, so that each letter is looked at but a few times; the outer ones of two last.
_EMPHASIS = tuple(
    re.compile(rf"{mark}(?=\S)([^{mark[-1]}\n]+)(?<=\S){mark}") for mark in (r"\*\*", "__", r"\*", "`", r"\*\*", "__")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """A text without its markup, paragraphs parted by empty lines, and what the markup says of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None  # ISO 8601
    url: str | None = None


def read_html(html: str) -> PlainText:
    """Return the article of a web page, without menus, scripts and comments.

    Raises
    ------
    ArticleError
        If it is made to keep whoever reads it busy.
    """
    if sum(count**2 for count in _attributes(html)) > _MOST_COMPARED:
        raise ArticleError("the tags of the page have too many attributes; save its text as .txt")
    import trafilatura  # takes 0.2 s: only for those who read pages
    from trafilatura.settings import Document, use_config

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")  # its alarm would need the main thread
    dates = {"extensive_search": False, "original_date": True}  # a stated date or none: no guess from the text
    answer = trafilatura.bare_extraction(
        html, include_comments=False, with_metadata=True, date_extraction_params=dates, config=config
    )
    found = answer if isinstance(answer, Document) else Document()
    text = found.text or ""
    if len(text) < len(html) / 100:  # a short page is all article
        text = trafilatura.html2txt(html) or text
    return PlainText(
        text=_paragraphs(text),
        title=_one_line(found.title),
        publisher=_one_line(found.sitename),
        date=found.date,
        url=found.url,
    )


def _attributes(html: str) -> Iterator[int]:
    """Yield how many attributes each tag has, as a parser goes through them: from the end of one to the next."""
    place = 0
    while tag := _TAG.search(html, place):
        place, count = tag.end(), 0
        while attribute := _ATTRIBUTE.match(html, place):
            place, count = attribute.end(), count + 1
        yield count


def read_markdown(text: str) -> PlainText:
    """Return a Markdown text as it reads: no marks of headings, emphasis, links and quotations."""
    title = re.search(r"^#[ \t]+(.+)$", text, re.MULTILINE)
    plain = re.sub(r"!\[[^\[\]]*\]\([^()]*\)", "", text)  # pictures
    plain = re.sub(r"\[([^\[\]]+)\]\([^()]*\)", r"\1", plain)
    plain = re.sub(r"^[ \t]*(?:#{1,6}|>)[ \t]+", "", plain, flags=re.MULTILINE)
    for mark in _EMPHASIS:
        plain = mark.sub(r"\1", plain)
    return PlainText(text=plain, title=_one_line(title[1].rstrip(" \t#")) if title else None)


def read_pdf(content: bytes, source: str) -> PlainText:
    """Return the text of a PDF; its lines are joined to paragraphs.

    Raises
    ------
    ArticleError
        If it is damaged, has a password, more than 500 pages, or holds pictures of text only.
    """
    import pypdf  # takes 0.1 s: only for those who read PDFs

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("{source} has a password; save it without one", source=source)
        if len(reader.pages) > _MAX_PAGES:
            raise ArticleError("{source} has more than {most} pages; cut it into parts", source=source, most=_MAX_PAGES)
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except ArticleError:
        raise
    except Exception as error:  # pypdf raises what its parsing of hostile bytes runs into
        raise ArticleError(
            "{source} is a damaged PDF ({reason}); save its text as .txt", source=source, reason=type(error).__name__
        ) from error
    text = _joined_lines("\n\n".join(pages))
    if not text.strip():
        raise ArticleError("{source} is a PDF without text, perhaps scanned; save its text as .txt", source=source)
    return PlainText(text=text, title=_one_line(title))


def _joined_lines(text: str) -> str:
    """Join the lines of a page: a hyphen at the end of a line goes, a full stop at the end of a short one stays."""
    text = re.sub(r"(?<=[^\W\d_])-\n(?=[a-zа-я])", "", re.sub(r"[ \t]+", " ", text))
    return _paragraphs(re.sub(r"(?<![.!?:\n]) ?\n(?!\s*\n)", " ", text))


def _paragraphs(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
