"""The head of an article: title, source, date and address before the text proper."""

import re
from dataclasses import dataclass
from datetime import date

_DATE_PREFIX = re.compile(r"\s*date[: ]\s*(\d{4}-\d\d-\d\d)\s+")
_LINE = re.compile(r"(?P<key>[A-Za-z]+):[ \t]*(?P<value>[^\n]*)\n")
_KEYS = {
    "title": "title",
    "source": "publisher",
    "publisher": "publisher",
    "date": "date",
    "url": "url",
    "address": "url",
    "language": "language",
}
_MARKDOWN_TITLE = re.compile(r"\s*#[ \t]+([^\n]+)\n")
# A short line of its own before the text, which ends as no sentence does.
_HEADLINE = re.compile(r"\s*(?P<title>\S[^\n]{6,160}[^\s.,;:–—-])[ \t]*\n[ \t]*\n\s*(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the text; ``end`` is where the text proper begins."""

    end: int = 0
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None


def read_head(text: str) -> Head:
    """Read the head of a text; a text without one gives an empty head that ends at 0."""
    prefix = _DATE_PREFIX.match(text)
    if prefix and _valid_date(prefix[1]):
        return Head(end=prefix.end(), date=prefix[1])
    values, end = _read_lines(text)
    if not values:
        title = _MARKDOWN_TITLE.match(text)
        return Head(end=title.end(), title=title[1].strip()) if title else Head()
    return Head(
        end=end,
        title=values.get("title"),
        publisher=values.get("publisher"),
        url=values.get("url") if re.match(r"https?://", values.get("url", "")) else None,
        date=_valid_date(values.get("date", "")),
        language=values.get("language"),
    )


def read_headline(text: str, start: int) -> tuple[str | None, int]:
    """Return the line that stands above the text proper, and where the text goes on; None and ``start`` without one."""
    match = _HEADLINE.match(text, start)
    return (match["title"], match.end()) if match else (None, start)


def _read_lines(text: str) -> tuple[dict[str, str], int]:
    """Read ``key: value`` lines, with or without a fence of dashes; only known keys make a head."""
    position = 4 if text.startswith("---\n") else 0
    values: dict[str, str] = {}
    while (line := _LINE.match(text, position)) and line["key"].lower() in _KEYS:
        if line["value"].strip():
            values.setdefault(_KEYS[line["key"].lower()], line["value"].strip().strip("\"'"))
        position = line.end()
    if text.startswith("---\n", position):
        position += 4
    while text.startswith("\n", position):
        position += 1
    return (values, position) if values else ({}, 0)


def _valid_date(text: str) -> str | None:
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return None
