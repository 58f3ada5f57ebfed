"""The mentions of one sentence: phrases, joined, with the places that stand beside them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.clues import kind_by_clue, open_kinds
from infromap.article.heads import find_heads
from infromap.article.joins import join_phrases
from infromap.article.measures import fits_kind
from infromap.article.names import NAME
from infromap.article.patterns import CuedPattern
from infromap.article.phrases import read_phrase
from infromap.article.place_lists import place_mention
from infromap.article.standing_places import find_places_told
from infromap.article.tails import read_front, read_front_ends
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence
    from infromap.model.provenance import Quote

_A_TO_B = CuedPattern(rf"(?P<a>{NAME})(?:\s\([^)]{{2,30}}\))?\sto\s(?P<b>{NAME})", " to ")
_BENEFIT = re.compile(r"\b(?:bring|provide|supply|secure|deliver|offer|ensure)s?\s[^.;]*$")
_IN_LIST = re.compile(r"(?:,|\band|\bas well as|\bof|\bfor)\s(?:the\s|an?\s)?(?:[a-z-]+\s){0,2}$")


def find_mentions(
    sentence: "Sentence", people: frozenset[str], is_place: Callable[[str], bool] | None = None
) -> list["Mention"]:
    """Return the mentions of one sentence, in the order of the text.

    Parameters
    ----------
    sentence
        In English.
    people
        Names that are no places.
    is_place
        Tells whether a gazetteer knows a name: "Issyk-Kul" is one place and no line between two.
    """
    heads = find_heads(sentence)
    if any(not head.is_service for head in heads):  # "a dam will secure drinking water" builds a dam
        heads = [head for head in heads if not head.is_service or _is_built(sentence.text[: head.start])]
    phrases: list[list[Mention]] = []
    told = 0  # up to where the ends of a line reach: "from the A substation to the port of B" has no works of its own
    for position, head in enumerate(heads):
        if head.start < told:
            continue
        left = heads[position - 1].end if position else 0
        right = heads[position + 1].start if position + 1 < len(heads) else len(sentence.text)
        phrase, told = read_phrase(sentence, head, (left, right), people, is_place)
        phrases.append(phrase)
    mentions = [mention for phrase in join_phrases(phrases, sentence) for mention in phrase]
    mentions = _with_front(_with_front_ends(mentions, sentence, people), sentence, people)
    return _each_figure_once(_with_neighbour(mentions, sentence, people, is_place) if is_place else mentions)


def _is_built(before: str) -> bool:
    """Tell whether a service stands in the list of what is built, and not of what comes of it."""
    return bool(_IN_LIST.search(before)) and not _BENEFIT.search(before)


def _with_front_ends(mentions: list["Mention"], sentence: "Sentence", people: frozenset[str]) -> list["Mention"]:
    """Let the first line of a sentence run where the sentence opens: "Between A and B the road will be widened"."""
    front = read_front_ends(sentence, people) if mentions else None
    if front is None:
        return mentions
    first = next((each for each in mentions if each.linear and not each.places), None)
    return [replace(each, places=front.places, places_behind=True) if each is first else each for each in mentions]


def _with_neighbour(
    mentions: list["Mention"], sentence: "Sentence", people: frozenset[str], is_place: Callable[[str], bool]
) -> list["Mention"]:
    """Put new works without a place where their sentence names one place: "the G areas in A become eco-districts"."""
    open_lines = [each for each in mentions if each.linear and not (each.places or each.corridor)]
    ends = _bare_ends(sentence, is_place) if open_lines else []
    if ends:
        line = open_lines[0]
        lines = [replace(line, places=pair, is_chain=True) for pair in ends]
        return [new for each in mentions for new in (lines if each is line else [each])]
    bare = [each for each in mentions if not (each.places or each.region or each.corridor or each.is_definite)]
    if not bare:
        return mentions
    used = {place.name for each in mentions for place in each.places} | people
    found = {place.name: place for place in find_places_told(sentence) if place.name not in used}
    if len(found) != 1 or not is_place(next(iter(found))):
        return mentions
    place = next(iter(found.values()))
    put = {"region": place} if place.is_region else {"places": (place,)}
    return [replace(each, **put) if each in bare else each for each in mentions]


def _bare_ends(sentence: "Sentence", is_place: Callable[[str], bool]) -> list[tuple[PlaceMention, ...]]:
    """Return the ends that no word introduces: "sections of road, focusing on A (in X) to B (in Y) and C to D"."""
    found: list[tuple[PlaceMention, ...]] = []
    for match in _A_TO_B.finditer(sentence.text):
        if sentence.text.endswith("from ", 0, match.start()):
            continue  # the ends of a line would have been read; these are those of a trip
        ends = [place_mention(sentence, match[each], match.start(each), PlaceRole.STOP) for each in "ab"]
        stops = tuple(each for each in ends if each and is_place(each.name))
        if len(stops) == 2:
            found.append(stops)
    return found


def _with_front(mentions: list["Mention"], sentence: "Sentence", people: frozenset[str]) -> list["Mention"]:
    """Put works without a place where the sentence opens: "In A, a landfill will be made"."""
    front = read_front(sentence, people) if mentions else None
    if front is None:
        return mentions
    return [
        each
        if each.places or each.region or each.corridor
        else replace(each, places=front.places, region=front.region, country=each.country or front.country)
        for each in mentions
    ]


def _each_figure_once(mentions: list["Mention"]) -> list["Mention"]:
    """Leave a capacity with the head that it stands nearest to; mentions that share a head share it."""
    if len(mentions) < 2:
        return mentions

    def away(mention: "Mention", quote: "Quote") -> int:
        return min(abs(quote.start - mention.head.end), abs(mention.head.start - quote.end))

    kept = []
    for mention in mentions:
        quote = mention.capacity
        rivals = [each for each in mentions if quote and each.capacity == quote and each.head != mention.head]
        if quote and any(away(each, quote) < away(mention, quote) for each in rivals):
            mention = replace(mention, capacity=None, capacity_text=None, capacity_unit=None)
        kept.append(mention)
    return kept


def settle_kinds(mentions: Sequence["Mention"], sentences: Sequence["Sentence"] = ()) -> list["Mention"]:
    """Give a mention that leaves its kind open that of the one before, else behind, else what the next sentence tells.

    Without any of them it is left out.

    After this no mention has a kind of None.
    """
    settled: list[Mention] = []
    for position, mention in enumerate(mentions):
        kind = mention.kind
        if kind is None:
            allowed = open_kinds(linear=mention.linear)
            others = [*reversed(settled), *mentions[position + 1 :]]
            kind = next((each.kind for each in others if each.kind in allowed), None)
            behind = next((each for each in sentences if each.number == mention.sentence.number + 1), None)
            if kind is None and behind and mention.places:
                kind = kind_by_clue(behind.text, 0, [], linear=mention.linear)
        if kind is not None and (mention.capacity_unit is None or fits_kind(mention.capacity_unit, kind)):
            settled.append(mention if mention.kind is kind else replace(mention, kind=kind))
        elif kind is not None:
            settled.append(replace(mention, kind=kind, capacity=None, capacity_text=None, capacity_unit=None))
    return settled
