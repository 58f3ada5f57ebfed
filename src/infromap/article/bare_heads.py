"""Works that are named without a head noun: by a length with its ends, a capacity with a name, a title."""

import re
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.clues import kind_by_clue
from infromap.article.measures import find_capacity_figures, find_lengths
from infromap.article.names import CHAIN, NAME, WORD
from infromap.article.nouns import HEAD_REACH, Head
from infromap.article.patterns import CuedPattern
from infromap.article.vocabulary import any_of, countries, read_table
from infromap.model.project import Kind

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence

_TITLE = CuedPattern(
    rf"\b(?:[Tt]he|[Aa]|its)\s(?P<title>(?:{WORD}(?:-{WORD})?(?:,\s|\s(?:and|of|for|the|in)\s|\s)){{2,8}})(?P<noun>Project)\b",
    "Project",
)
_IT_IS = re.compile(r"(?:It|This|The\s[a-z]+)\s(?:is|has|will|was|runs)\b")
_NAMED_WORK = re.compile(
    rf"\s(?P<name>{WORD}(?:[\s-]{WORD}){{0,3}}(?:[\s-](?:\d|I{{1,3}}))?)\s(?:in|at|near)\s(?:the\s)?{WORD}"
)
_AT_NAME = re.compile(rf",?\s(?:in|at|near)\s(?:the\s)?{WORD}")
_ONE_MORE = re.compile(
    rf"\s(?:in|at|near)\s(?:the\s)?{WORD}[^;.]*?(?:,\s|\sand\s|\s)(?:(?:one|another),?\s(?:with|of)\s)?$"
)
_ENTIRE = re.compile(r"\b[Tt]he\s(?:whole|entire|full)\s$")
_DONE = re.compile(
    r"\balready\s(?:been\s)?(?:built|completed|opened|finished)\b|\b(?:was|were)\s(?:recently\s)?completed\b"
)
_MEASURED = CuedPattern(rf"(?<!\w){CHAIN}\s(?P<length>\(\d[\d.,]*\s?(?:km|kilomet(?:er|re)s?)\))", " (")
_ROUTE = re.compile(r"\b(?:[Cc]orridor|[Rr]oute|[Hh]ighway|[Rr]oad|[Rr]ailway|[Ll]ine)\b")
_STRETCH = CuedPattern(
    rf"[,\s]+(?:[a-z][\w-]*,?\s|in\s{WORD}\s){{0,4}}?(?:from|between)\s(?:the\s)?(?P<first>{NAME})", "from ", "between "
)


def find_stretches(sentence: "Sentence", heads: list[Head]) -> list[Head]:
    """Return the lengths that stand for a line of their own: "a further 2.3 km, underground, from A to B"."""
    found = []
    for length in find_lengths(sentence):
        ends = _STRETCH.match(sentence.text, length.end)
        if ends is None or ends["first"] in countries():
            continue
        listed = sentence.text.rfind(": ", 0, length.start) + 1  # "… of the corridor: 120 km between A and B"
        is_told = _ROUTE.search(sentence.text, listed, length.start) or _IT_IS.match(sentence.text)
        if is_told or _DONE.search(sentence.text) or _ENTIRE.search(sentence.text, 0, length.start):
            continue  # "Corridor V, 700 km in length, leads from …"
        if not any(length.start - HEAD_REACH < head.end and head.start < ends.end() for head in heads):
            found.append(
                Head(
                    text=length.text,
                    start=length.start,
                    end=length.end,
                    kind=kind_by_clue(sentence.text, length.start, heads, linear=True),
                    linear=True,
                    is_part=False,
                    is_plural=False,
                    is_open=True,
                )
            )
    return found


def find_measured_chains(sentence: "Sentence") -> list[Head]:
    """Return the lengths in brackets behind a chain that no noun follows: "A – B (41 km) and B – C (43 km)"."""
    if "km)" not in sentence.text and "kilomet" not in sentence.text:
        return []
    return [
        Head(
            text=match["length"],
            start=match.start("length"),
            end=match.end(),
            kind=None,
            linear=True,
            is_part=False,
            is_plural=False,
            is_open=True,
        )
        for match in _MEASURED.finditer(sentence.text)
    ]


def find_bare_works(sentence: "Sentence", heads: list[Head]) -> list[Head]:
    """Return the works that are named without a noun, by capacity and name: "the 102 MW Upper A in B"."""
    found = []
    for figure in find_capacity_figures(sentence):
        name = _NAMED_WORK.match(sentence.text, figure.end())
        if name and not any(figure.start() < head.end and head.start < name.end() for head in heads):
            found.append(
                Head(
                    text=name["name"],
                    start=name.start("name"),
                    end=name.end("name"),
                    kind=kind_by_clue(sentence.text, figure.start(), heads, linear=False),
                    linear=False,
                    is_part=False,
                    is_plural=False,
                    is_open=True,
                )
            )
    return found


def find_ellipses(sentence: "Sentence", heads: list[Head]) -> list[Head]:
    """Return the works that leave out their noun: "a 300-bed hospital in A, one with 200 beds in B"."""
    found = []
    placed = [figure for figure in find_capacity_figures(sentence) if _AT_NAME.match(sentence.text, figure.end())]
    is_list = len(placed) > 1 and sentence.text.endswith(": ", 0, placed[0].start())  # "three plants: 220 MW in A, …"
    for figure in placed:
        before = [head for head in heads if head.end <= figure.start()]
        kind = before[-1].kind if before and not before[-1].linear else None
        if is_list or (kind and _ONE_MORE.search(sentence.text, before[-1].end, figure.start())):
            found.append(
                Head(
                    text=figure[0],
                    start=figure.start(),
                    end=figure.end(),
                    kind=kind,
                    linear=False,
                    is_part=False,
                    is_plural=False,
                    is_open=kind is None,
                )
            )
    return found


def find_titles(sentence: "Sentence", heads: list[Head]) -> list[Head]:
    """Return the projects that go by a title with no work in it: "the Third Sustainable Livelihoods Project"."""
    found = []
    for match in _TITLE.finditer(sentence.text):
        kind = next((kind for kind, pattern in _title_kinds().items() if pattern.search(match["title"])), None)
        if kind and not any(match.start() < head.end and head.start < match.end() for head in heads):
            found.append(
                Head(
                    text=match["noun"],
                    start=match.start("noun"),
                    end=match.end(),
                    kind=kind,
                    linear=False,
                    is_part=False,
                    is_plural=False,
                    is_open=False,
                )
            )
    return found


@cache
def _title_kinds() -> dict[Kind, re.Pattern[str]]:
    table = read_table("kinds")["titles"]
    return {Kind(kind): re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE) for kind, words in table.items()}
