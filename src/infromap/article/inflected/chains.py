"""Chains of places along a line, "A – B – C", and the head noun that each belongs to."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from infromap.article.inflected.names import base_form, is_known, is_no_place
from infromap.article.inflected.phrases import Item, Scene
from infromap.article.names import NAME, split_chain

if TYPE_CHECKING:
    from infromap.article.inflected.heads import Head
    from infromap.article.inflected.setting import Setting

_NAME = rf"{NAME}(?:-{NAME})*"  # a hyphen belongs to the name, a long dash parts two
_CHAIN = re.compile(
    rf"[«\"“„]?(?P<chain>{_NAME}(?:(?:\s?[–—]\s?|\s-\s){_NAME}){{1,9}}|{NAME}(?:-{NAME}){{1,9}})[»\"”]?"
)
_NOUN_REACH = 45  # letters between a chain and its noun
# Between two chains of a list: "A – B (297 км), C – D и E – F".
_LISTED = re.compile(r"[»\"”]?(?:\s\([^)]*\))?(?:,?\s(?:и|а также|және|мен|пен|бен|ал)|,)\s[«\"“„]?(?:[\w-]+\s){0,2}")
_POSTS = re.compile(r"\s\d+\s?[–—-]\s?\d+-")
_NEAR = 40  # letters between a section and the road that it belongs to
_TO_PLACE = re.compile(r"(?<!\w)(?:[Вв]о?|[Ии]з|[Оо]т|до|ко?|через|близ|около|под)\s$")
_BORDER = re.compile(r"\s[–—-]\s(?:гос)?границ\w+(?:\s(?:со?\s)?[А-ЯЁ][\w-]*)?")
_TURN = re.compile(r"[.;:]|,(?!\s[\w-]+(?:ой|ого|ый|ая|ую)\s)")


class Chain(NamedTuple):
    """A chain; without items it is a corridor between parts of the world. Offsets count from the sentence's start."""

    start: int
    end: int
    items: tuple[Item, ...]


def find_chains(scene: Scene) -> list[Chain]:
    """Return the chains of a sentence, in order."""
    found = [_read(match, scene) for match in _CHAIN.finditer(scene.sentence.plain)]
    chains = [chain for chain in found if chain]
    return [_to_border(chain, scene) for chain in chains] + _from_name_to_border(chains, scene)


def _to_border(chain: Chain, scene: Scene) -> Chain:
    """Let a chain that ends at a border reach so far: "A – B – граница с Китаем"."""
    border = _BORDER.match(scene.sentence.plain, chain.end)
    return chain._replace(end=border.end()) if border else chain


def _from_name_to_border(chains: Sequence[Chain], scene: Scene) -> list[Chain]:
    """Return the chains of one name and a border: "участок A – граница с Афганистаном"."""
    plain = scene.sentence.plain
    found = []
    for border in _BORDER.finditer(plain):
        name = re.search(rf"{_NAME}$", plain[: border.start()])
        if name is None or any(chain.start < border.end() and border.start() < chain.end for chain in chains):
            continue
        if not is_no_place(name[0], scene.setting) and not scene.is_taken(*name.span()):
            start = name.end() - len(_without_noun(name[0], name, scene.setting))
            item = Item(scene.sentence.text[start : name.end()], start, name.end())
            found.append(Chain(start, border.end(), (item,)))
    return found


def head_of(
    chain: Chain,
    chains: Sequence[Chain],
    free: Sequence["Head"],
    heads: Sequence["Head"],
    plain: str,
    *,
    is_before: bool,
) -> "Head | None":
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


def corridors_of(chains: Sequence[Chain], owners: Sequence["Head | None"], plain: str) -> dict[Chain, "Head"]:
    """Return the chains that only say which road a section belongs to, with its noun: "участок A – B дороги C – D".

    So does one that kilometre posts follow, where the section was named before: "учаске «C – D» автожолының
    487–504-шақырымында".
    """
    pairs = list(zip(chains, owners, strict=True))
    found = {
        chain: owner for chain, owner in pairs if owner and owner.start > chain.end and _POSTS.match(plain, owner.end)
    }
    for (first, owner), (second, other) in pairwise(pairs):
        if owner and other and owner is not other and owner.noun.kind is None and first.end <= other.start:
            between = plain[first.end : other.start]
            if len(between) < _NEAR and not re.search(r"[.;,]|\s(?:и|мен|және)\s", between):
                found[second] = other
    return found


def listed_with(chains: Sequence[Chain], owners: Sequence["Head | None"], plain: str) -> list[Chain]:
    """Return the chains without a noun of their own that share that of a list: "участки A – B, C – D и E – F"."""
    found: list[Chain] = []
    for numbers in (range(len(chains)), range(len(chains) - 1, -1, -1)):
        for number, other in pairwise(numbers):
            first, second = sorted((chains[number], chains[other]), key=lambda each: each.start)
            is_owned = owners[number] is not None or chains[number] in found
            if is_owned and owners[other] is None and _LISTED.fullmatch(plain, first.end, second.start):
                found.append(chains[other])
    return found


def _read(match: re.Match[str], scene: Scene) -> Chain | None:
    """Read the names of a chain; a word with a hyphen, a name of two parts or a bank is none."""
    plain, setting = scene.sentence.plain, scene.setting
    names = split_chain(match["chain"])
    has_dash = any(dash in match["chain"] for dash in "–—") or " - " in match["chain"]
    is_quoted = match[0] != match["chain"]
    if len(names) < 2 or scene.is_taken(*match.span("chain")):
        return None
    if not has_dash and (_is_one_name(match, scene) or not _are_all_known(names, scene)):
        return None
    items = []
    position = match.start("chain")
    names = names if is_quoted else _without_subject(names, setting)
    names[0] = _without_noun(names[0], match, setting)
    for name in names:
        start = plain.index(name, position)
        position = start + len(name)
        if is_no_place(name, setting):
            return Chain(match.start(), match.end(), ())
        shown = scene.sentence.text[start:position]
        is_bent = not is_known(shown, setting) and name is names[-1] and not is_quoted
        items.append(Item(_base(shown, name, setting) if is_bent else shown, start, position))
    start, end = match.span() if is_quoted else (items[0].start, items[-1].end)
    return Chain(start, end, tuple(items))


def _base(shown: str, name: str, setting: "Setting") -> str:
    """Return the base form of a chain's last name, if the country has such a place: a chain's names seldom bend."""
    base = base_form(shown, name, "chain", setting)
    return base if setting.country and setting.rate(base, setting.country) else shown


def is_copula(chain: Chain, scene: Scene) -> bool:
    """Tell whether a dash that no noun explains stands for "is", as in "Заёмщик – Masdar": not all names are known."""
    is_quoted = scene.sentence.plain[chain.start] in '«"“„'
    return not is_quoted and not (chain.items and all(is_known(item.name, scene.setting) for item in chain.items))


def _without_noun(name: str, match: re.Match[str], setting: "Setting") -> str:
    """Take the word before off a name that nobody knows with it: "Газопровод Бейнеу", "Тәжікстанға Душанбе"."""
    words = name.split(" ")
    is_first = (match.start() == 0 and match[0][0] == name[0]) or words[0].isupper() or is_known(words[-1], setting)
    return " ".join(words[1:]) if is_first and len(words) > 1 and not is_known(name, setting) else name


def _without_subject(names: Sequence[str], setting: "Setting") -> list[str]:
    """Take a country off that stands behind the dash of an insertion: "на дорогу – A – B – Кыргызстан получит"."""
    *before, last = names
    is_subject = (
        len(before) > 1 and is_no_place(last, setting) and not any(is_no_place(name, setting) for name in before)
    )
    return before if is_subject else list(names)


def _is_one_name(match: re.Match[str], scene: Scene) -> bool:
    """Tell whether "A-B" is a double name and no line: it is known so, or stands where one place does, "до A-B"."""
    return is_known(match["chain"], scene.setting) or bool(_TO_PLACE.search(scene.sentence.plain[: match.start()]))


def _are_all_known(names: Sequence[str], scene: Scene) -> bool:
    """Tell whether "A-B" is a line from A to B and no double name: all its parts are places."""
    return all(scene.setting.rate(name, scene.setting.country) for name in names)
