"""Chains of places along a line, "A – B – C", and the head noun that each belongs to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from infromap.article.inflected.heads import Head
from infromap.article.inflected.names import Setting, base_form, is_known, is_no_place
from infromap.article.inflected.phrases import Item, Scene
from infromap.article.names import NAME, split_chain

_NAME = rf"{NAME}(?:-{NAME})*"  # a hyphen belongs to the name, a long dash parts two
_CHAIN = re.compile(
    rf"[«\"“„]?(?P<chain>{_NAME}(?:(?:\s?[–—]\s?|\s-\s){_NAME}){{1,9}}|{NAME}(?:-{NAME}){{1,9}})[»\"”]?"
)
_NOUN_REACH = 45  # letters between a chain and its noun
_TURN = re.compile(r"[.;:]|,(?!\s[\w-]+(?:ой|ого|ый|ая|ую)\s)")


class Chain(NamedTuple):
    """A chain; without items it is a corridor between parts of the world. Offsets count from the sentence's start."""

    start: int
    end: int
    items: tuple[Item, ...]


def find_chains(scene: Scene) -> list[Chain]:
    """Return the chains of a sentence, in order."""
    found = [_read(match, scene) for match in _CHAIN.finditer(scene.sentence.plain)]
    return [chain for chain in found if chain]


def head_of(
    chain: Chain, chains: Sequence[Chain], free: Sequence[Head], heads: Sequence[Head], plain: str, *, is_before: bool
) -> Head | None:
    """Return the linear noun that a chain stands right at: "дорога A – B", "«A – B» автожолы".

    It is one of the ``free`` ones, with no other noun or chain between; ``is_before`` tells where the language puts
    it first of all.
    """
    for head in sorted(free, key=lambda each: (each.start < chain.start) is not is_before):
        if not head.noun.linear:
            continue
        first, second = (head, chain) if head.start < chain.start else (chain, head)
        between = plain[first.end : second.start]
        starts = [*(each.start for each in chains), *(each.start for each in heads)]
        parted = any(first.end <= start < second.start for start in starts)
        if len(between) <= _NOUN_REACH and not parted and not _TURN.search(between):
            return head
    return None


def _read(match: re.Match[str], scene: Scene) -> Chain | None:
    """Read the names of a chain; a word with a hyphen, a name of two parts or a bank is none."""
    plain, setting = scene.sentence.plain, scene.setting
    names = split_chain(match["chain"])
    has_dash = any(dash in match["chain"] for dash in "–—") or " - " in match["chain"]
    is_quoted = match[0] != match["chain"]
    if len(names) < 2 or scene.is_taken(*match.span("chain")):
        return None
    if not has_dash and (is_known(match["chain"], setting) or not _are_all_known(names, scene)):
        return None
    items = []
    position = match.start("chain")
    names[0] = _without_noun(names[0], match, setting)
    for name in names:
        start = plain.index(name, position)
        position = start + len(name)
        if is_no_place(name, setting):
            return Chain(match.start(), match.end(), ())
        shown = scene.sentence.text[start:position]
        is_bent = not is_known(shown, setting) and position == match.end("chain") and not is_quoted
        items.append(Item(base_form(shown, name, "chain", setting) if is_bent else shown, start, position))
    start = match.start() if is_quoted else items[0].start
    return Chain(start, match.end(), tuple(items))


def is_copula(chain: Chain, scene: Scene) -> bool:
    """Tell whether a dash that no noun explains stands for "is", as in "Заёмщик – Masdar": not all names are known."""
    is_quoted = scene.sentence.plain[chain.start] in '«"“„'
    return not is_quoted and not (chain.items and all(is_known(item.name, scene.setting) for item in chain.items))


def _without_noun(name: str, match: re.Match[str], setting: Setting) -> str:
    """Take the word before off a name that nobody knows with it: "Газопровод Бейнеу", "Тәжікстанға Душанбе"."""
    words = name.split(" ")
    is_first = (match.start() == 0 and match[0][0] == name[0]) or words[0].isupper() or is_known(words[-1], setting)
    return " ".join(words[1:]) if is_first and len(words) > 1 and not is_known(name, setting) else name


def _are_all_known(names: Sequence[str], scene: Scene) -> bool:
    """Tell whether "A-B" is a line from A to B and no double name: all its parts are places."""
    return all(scene.setting.rate(name, scene.setting.country) for name in names)
