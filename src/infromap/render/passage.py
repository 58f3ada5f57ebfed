"""The words of the article that speak of a project, cut so that the page can mark them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from infromap.model.provenance import Quote

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature

_SENTENCE = "sentence"
_REACH = 240  # letters shown at most on either side of a quote that stands outside its project's sentence
_ENDS = (". ", "! ", "? ", "… ", "。", "！", "？", "\n")


def passages(feature: "Feature", text: str) -> list[list[str]]:
    """Return the passages of an article that tell of a feature.

    Parameters
    ----------
    feature
        The feature; its ``sentence`` comes first, then where its other quotes stand.
    text
        The article's text, in which the quotes' spans count.

    Returns
    -------
    list of list of str
        Each passage in pieces, plain and marked in turn, beginning with a plain one (it may be empty).
    """
    quotes = [quote for quote in feature.project.quotes if quote.field != _SENTENCE]
    whole = [feature.sentence] if feature.sentence else []
    for quote in sorted(quotes, key=lambda each: each.start):
        if text[quote.start : quote.end] == quote.text and not any(_holds(each, quote) for each in whole):
            whole.append(_surroundings(quote, text))
    return [_pieces(each, quotes) for each in whole]


def _holds(passage: Quote, quote: Quote) -> bool:
    return passage.start <= quote.start and quote.end <= passage.end


def _surroundings(quote: Quote, text: str) -> Quote:
    before = text[max(0, quote.start - _REACH) : quote.start]
    after = text[quote.end : quote.end + _REACH]
    begin = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in _ENDS)
    end = min(after.find(mark) + len(mark) if mark in after else len(after) for mark in _ENDS)
    start, stop = quote.start - len(before) + begin, quote.end + end
    return Quote(field=_SENTENCE, text=text[start:stop], start=start, end=stop)


def _pieces(passage: Quote, quotes: Iterable[Quote]) -> list[str]:
    if len(passage.text) != passage.end - passage.start:
        return [passage.text]
    inside = sorted((each for each in quotes if _holds(passage, each)), key=lambda each: (each.start, -each.end))
    pieces, done = [], passage.start
    for quote in inside:
        if quote.start < done or quote.start == quote.end:
            continue  # within a longer mark
        pieces += [_cut(passage, done, quote.start), _cut(passage, quote.start, quote.end)]
        done = quote.end
    return [*pieces, _cut(passage, done, passage.end)]


def _cut(passage: Quote, start: int, end: int) -> str:
    return passage.text[start - passage.start : end - passage.start]
