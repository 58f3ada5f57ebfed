"""The words of a saved web page: its title, headings and paragraphs, nothing that runs."""

import re
from html.parser import HTMLParser

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "footer", "form", "button", "iframe"))
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "li", "blockquote", "td", "article", "section", "div", "br", "tr"))


class _TextParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.parts: list[str] = []
        self._skipped: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SKIPPED:
            self._skipped.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        self._in_title = tag == "title" or (self._in_title and tag not in _BLOCKS)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and tag == self._skipped[-1]:
            self._skipped.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        if tag in ("title", "head"):
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._skipped:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of_html(html: str) -> tuple[str | None, str]:
    """Return the title (None if there is none) and the text, paragraphs parted by empty lines."""
    parser = _TextParser()
    parser.feed(html)
    parser.close()
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", "".join(parser.parts))]
    return parser.title.strip() or None, "\n\n".join(part for part in paragraphs if part)
