"""Chains of places along a line: ``A-B``, ``C – D – E``, and the lists that share one head noun."""

import re
from collections.abc import Callable
from typing import NamedTuple

from infromap.article.names import CHAIN, NAME, is_place_name, split_chain, trim_name
from infromap.article.patterns import CuedPattern
from infromap.article.vocabulary import UPPER

_BORDER = r"(?:\s?[-–—]\s?(?:the\s)?(?P<border>(?:state\s)?border\s(?:of|with)\s\w+))?"
_TO = CuedPattern(
    rf"(?<!from\s)\b(?P<chain>{NAME}\sto\s{NAME})\s(?:[a-z-]+\s)?(?:of\s(?:the\s)?)?$", " to "
)  # "the A to B stretch"
_ADJECTIVE_BORDER = re.compile(r"[A-Z]\w+\sborder\b")
_LISTED = CuedPattern(rf"(?<!\w){CHAIN}{_BORDER}", "-", "–", "—", "‑")
_BETWEEN_LISTED = re.compile(
    r"[\s,]*(?:(?:and|as well as|or)\s)?(?:the\s)?(?:\d[\d.,]*[\s-]?(?:km|kilomet(?:er|re)s?|miles?)\s)?"
)
_BEFORE_HEAD = re.compile(r"(?:[\s-](?![.;:])[\w-]+){0,5}\s*")
_BEHIND_HEAD = re.compile(
    r"\s?(?:(?:section|project|line|corridor)s?\s)?(?:(?:for|of|on|along|:|–|-)\s|,\s)?(?:the\s)?"
)
_ONE_MORE = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[a-z-]+\s){0,2}[a-z]+$")
_TO_BEHIND = re.compile(rf",\s(?P<a>{NAME})\sto\s(?P<b>{NAME})(?=[,.])")  # "a further section, A to B, is built"
_NEXT_LISTED = re.compile(r",?\s(?:and\s|as well as\s)(?:the\s)?|,\s")
# What a chain cannot do without: a look for it saves one for the names.
_DASHED = re.compile(rf"[-–—‑/]\s?[{UPPER}\d]")
_AND_TO, _TO_NAME = re.compile(r"\sto\s"), re.compile(rf"\sto\s[{UPPER}\d]")
_LABEL = CuedPattern(r"(?:,\s|\s(?:and\s)?|,?\sand\s)(?:No\.?\s?)?[\dA-Z]{1,3}\s\((?P<inside>[^()]{3,80})\)", "(")
_REACH = 300


class Chain(NamedTuple):
    """A chain of two or more names; offsets count from the start of the sentence."""

    text: str
    start: int
    names: tuple[tuple[str, int], ...]  # each with its offset


def chains_before(
    text: str, left: int, stop: int, is_place: Callable[[str], bool] = lambda _name: False
) -> list[Chain]:
    """Return the chains listed before a head at ``stop``: ``A-B, C-D-E highways``.

    ``is_place`` tells names with a hyphen that are one place.
    """
    left = max(left, stop - _REACH)
    matches = _LISTED.finditer(text, left, stop) if _DASHED.search(text, left, stop) else []
    found = [_read(match, is_place) for match in matches]
    kept: list[Chain] = []
    edge = stop
    for chain in reversed([each for each in found if each]):
        gap = text[chain.start + len(chain.text) : edge]
        if not (_BETWEEN_LISTED if kept else _BEFORE_HEAD).fullmatch(gap):
            break
        kept.append(chain)
        edge = chain.start
    if not kept and _TO_NAME.search(text, left, stop) and (match := _TO.search(text[:stop], left)):
        ends = _AND_TO.split(match["chain"])
        names = [(trim_name(end), match.start() + match["chain"].index(end)) for end in ends if is_place_name(end)]
        return [Chain(match["chain"], match.start(), tuple(names))] if len(names) == 2 else []
    return kept[::-1]


def continue_chains(
    text: str, chains: list[Chain], head_end: int, stop: int, is_place: Callable[[str], bool]
) -> list[Chain]:
    """Go on behind the head of a list: a border as its last stop, and more chains that share the head.

    ``the A-B motorway - the state border of C, and D-E`` is the chain A-B-border and the chain D-E.
    """
    border = re.compile(_BORDER).match(text, head_end, stop)
    edge = head_end
    if border and border["border"]:
        last = chains[-1]
        names = (*last.names, (border["border"], border.start("border")))
        chains = [*chains[:-1], Chain(last.text, last.start, names)]
        edge = border.end()
    if stop < len(text):
        return chains  # what follows belongs to the next head
    link = re.compile(r",?\s(?:and|as well as)\s(?:the\s)?").match(text, edge)
    return [*chains, *_listed_from(text, link.end(), is_place)] if link else chains


def chains_behind(
    text: str, start: int, stop: int, is_place: Callable[[str], bool] = lambda _name: False
) -> list[Chain]:
    """Return the chains listed behind a head at ``start``: ``road sections for the A-B, C-D``."""
    labelled = _labelled(text, start, stop, is_place)
    if labelled:
        return labelled
    ends = _TO_BEHIND.match(text, start, stop)
    if ends and _ONE_MORE.search(text, 0, start) and is_place_name(ends["a"]) and is_place_name(ends["b"]):
        names = tuple((ends[each], ends.start(each)) for each in "ab")
        return [Chain(text[ends.start("a") : ends.end("b")], ends.start("a"), names)]
    opening = _BEHIND_HEAD.match(text, start, stop)
    return _listed_from(text, opening.end() if opening else start, is_place)


def _labelled(text: str, start: int, stop: int, is_place: Callable[[str], bool]) -> list[Chain]:
    """Return the chains in brackets behind labels: ``lines 2A (A to B), 2B (B-C) and 7 (D to E)``."""
    kept: list[Chain] = []
    edge = start
    while label := _LABEL.match(text, edge, stop):
        inside = label.start("inside")
        ends = re.fullmatch(rf"(?P<a>{NAME})\sto\s(?P<b>{NAME})", label["inside"])
        listed = _LISTED.fullmatch(text, inside, label.end("inside"))
        if ends:
            names = tuple((ends[each], inside + ends.start(each)) for each in "ab")
            kept.append(Chain(label["inside"], inside, names))
        elif listed and (chain := _read(listed, is_place)):
            kept.append(chain)
        else:
            break
        edge = label.end()
    return kept


def _listed_from(text: str, edge: int, is_place: Callable[[str], bool]) -> list[Chain]:
    kept: list[Chain] = []
    while (match := _LISTED.match(text, edge)) and (chain := _read(match, is_place)):
        kept.append(chain)
        link = _NEXT_LISTED.match(text, match.end())
        if link is None:
            break
        edge = link.end()
    return kept


def _read(match: re.Match[str], is_place: Callable[[str], bool]) -> Chain | None:
    text = match[0]
    chain = text[: match.start("border") - match.start()] if match["border"] else text
    names = []
    position = 0
    for name in split_chain(chain, is_place):
        shown = trim_name(name)
        position = chain.index(name, position)
        border = _ADJECTIVE_BORDER.match(match.string, match.start() + position)
        if border:
            names.append((border[0], border.start()))  # "A-B-Georgian border"
        elif is_place_name(shown):
            names.append((shown, match.start() + chain.index(shown, position)))
        position += len(name)
    if match["border"]:
        names.append((match["border"], match.start("border")))
    if len(names) < 2:
        return None
    start = names[0][1]
    return Chain(match.string[start : match.end()], start, tuple(names))
