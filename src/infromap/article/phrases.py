"""What the phrase around a head noun says of the project: places, figures, name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.chains import Chain, chains_before, chains_behind, continue_chains
from infromap.article.line_ends import Tail, read_more_ends
from infromap.article.measures import Measure, find_capacities, find_lengths, fits_kind
from infromap.article.mention import BYPASS, Mention
from infromap.article.namesakes import both_ends, longest_known, name_before, names_listed, possessor, title_name
from infromap.article.patterns import CuedPattern
from infromap.article.tails import read_tail
from infromap.article.vocabulary import any_of, read_table
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.nouns import Head
    from infromap.article.sentences import Sentence

_FIGURE_REACH = 60  # letters
_NAME_TAIL = 60  # letters
_WORDS_BEFORE = 12  # how far before its head noun a phrase may begin
_DETERMINERS = r"the|a|an|its|their|this|these"
_DISTANT = re.compile(r"\b(?:km|kilomet(?:er|re)s|miles)\sfrom\s")
_TITLE = re.compile(r"\s(?:(?:[A-Z][a-z]+|and|of|for)\s){0,5}Project\b")
_WHOLE = re.compile(
    r"\b(?:(?:part|piece|section|segment|stretch|link|portion|leg)s?\s(?:[\"“]\w{1,3}[\"”](?:,\s|\sand\s|\s))*(?:of|in)|belongs?\sto|lies\son|runs\salong)\s(?:the|a)\s"
    r"(?:[\w.,-]+\s){0,3}$"
)
_CORRIDOR = re.compile(r"corridors?$", re.IGNORECASE)
_IS_PART = CuedPattern(
    r"\b(?:is|are|be|forms?|makes?\sup)\s(?:also\s)?(?:an?\s)?(?:part|section|segment)s?\sof\s[^,;.]*$",
    "part",
    "section",
    "segment",
)
_SECTION = re.compile(r"\b(?:section|stretch|part|segment|piece)s?\s+of\b")
_WORDS_TO_HEAD = r"\s(?:(?!(?:for|of|in|to|by|with|and|on|at|will|is|are|was|were|has|have)\s)[^\s,;:]+\s){0,7}$"
_ARTICLE = re.compile(rf"(?:^|\s)(?:an?|another){_WORDS_TO_HEAD}")  # of words in lower case
_DEFINITE = re.compile(rf"(?:^|\s)(?:the|this|its|these|their){_WORDS_TO_HEAD}")
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "other", "another", "1st", "2nd", "3rd"))
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|other|another|1st|2nd|3rd)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
# It begins with one class of letters, so that ``re`` passes over all others.
_PHRASE_CUT = re.compile(
    r"[;:(),\s](?:(?<=[;:()])(?<!\(km.)(?<!\([MGk]W.)(?<!\(kV.)(?<!\(ha.)\s"
    rf"|(?<=,)\s(?={_DETERMINERS})"
    r"|(?<=\s)(?:and|or|with|while|but|that|which|is|are|was|were|will|for|to|in|by|on|from"
    r"|of(?<!section\sof)(?<!sections\sof)(?<!stretch\sof)(?<!km\sof)(?<!part\sof)(?<!lanes\sof)(?<!kilometers\sof)"
    rf"(?<!kilometres\sof)(?<!miles\sof)(?<!parts\sof))\s(?=(?:{_DETERMINERS})\s))"
)
_NO_NAME = rf"(?:(?:{_DETERMINERS}|and|of|for|to|in|as well as|also|or|by|on|with)\s+)+(?=\S)"
_OPENING = re.compile(rf"{_NO_NAME}|\s+", re.IGNORECASE)
_NAME_CUT = re.compile(rf"[\s,;:(](?:{_NO_NAME}|(?<=,)\s+(?:because\s+)?)", re.IGNORECASE)
_NEXT_PHRASE = re.compile(rf"[;:]\s|\sand\s|,\s(?:and\s)?(?:{_DETERMINERS})\s")


def _is_no_place(_name: str) -> bool:
    return False


def read_phrase(
    sentence: "Sentence",
    head: "Head",
    room: tuple[int, int],
    people: frozenset[str],
    is_place: Callable[[str], bool] | None,
) -> tuple[list[Mention], int]:
    """Read the phrase around one head noun; a shared head ("A-B, C-D highways") gives several mentions.

    Returns them and the offset up to which the ends of a line reach.
    """
    left, right = room
    begin = _phrase_start(sentence.text, left, head.start)
    tail = read_tail(sentence, head.end, right, linear=head.linear, people=people)
    mention = _describe(sentence, head, begin, tail, right)
    chains: list[Chain] = []
    is_whole = is_place or _is_no_place
    if head.linear:
        chains = chains_before(sentence.text, left, head.start, is_whole)
        if chains:
            chains = continue_chains(sentence.text, chains, head.end, right, is_whole)
        elif not tail.is_from_to:
            chains = chains_behind(sentence.text, head.end, right, is_whole)
    if chains:
        return [_on_chain(mention, chain, tail) for chain in chains], 0
    before = sentence.text[begin : head.start]
    more = read_more_ends(sentence, tail, right, people) if head.linear and len(tail.places) > 1 else []
    mentions = [_at_places(mention, before, begin, each, people, is_place) for each in (tail, *more)]
    if more:  # the length is that of all of them, but for one in brackets: "from A to B (29 km) and from C to D"
        mentions = [_with_length(each, sentence, tail) for each, tail in zip(mentions, (tail, *more), strict=True)]
    if _WHOLE.search(before) and (_IS_PART.search(sentence.text, 0, head.start) or not _SECTION.search(before)):
        mentions = [replace(each, is_whole=True) for each in mentions]
    if _IS_PART.search(sentence.text, 0, head.start):  # "the road will form part of the route between A and B"
        mentions = [replace(each, corridor=each.corridor or each.places, places=()) for each in mentions]
    return mentions, max((each.end for each in (tail, *more) if each.has_ends), default=0)


def _with_length(mention: Mention, sentence: "Sentence", tail: Tail) -> Mention:
    """Give a line the length that stands in brackets behind its ends, or none."""
    length = next((each for each in find_lengths(sentence) if sentence.text[tail.end : each.start] == " ("), None)
    quote = sentence.quote("length_km", length.start, length.end) if length else None
    return replace(mention, length=quote, length_km=length.value if length else None)


def _describe(sentence: "Sentence", head: "Head", begin: int, tail: Tail, right: int) -> Mention:
    before = sentence.text[begin : head.start]
    lowered = before.lower()
    is_ordinal = not sentence.words.isdisjoint(_ORDINALS) and bool(_ORDINAL.search(before))
    window = (begin, _figures_end(sentence.text, max(tail.end, head.end), right))
    capacities = [each for each in find_capacities(sentence) if head.kind is None or fits_kind(each.unit, head.kind)]
    capacity = _nearest(capacities, window, head.start)
    length = _nearest(find_lengths(sentence), window, head.start) if head.linear else None
    return Mention(
        kind=head.kind,
        linear=head.linear,
        is_part=head.is_part,
        is_open=head.is_open,
        is_service=head.is_service,
        is_ordinal=is_ordinal,
        is_title=bool(_TITLE.match(sentence.text, head.end)),
        is_plural=(head.is_plural or tail.is_each) and not head.is_service,
        count=_count(before) if head.is_plural else None,
        has_article=bool(_ARTICLE.search(lowered)),
        is_definite=not is_ordinal and bool(_DEFINITE.search(lowered)),
        name=_phrase_name(sentence.text, begin, head.end, tail),
        sentence=sentence,
        head=sentence.quote("kind", head.start, head.end),
        region=tail.region,
        country=tail.country,
        capacity=sentence.quote("capacity", capacity.start, capacity.end) if capacity else None,
        capacity_text=capacity.text if capacity else None,
        capacity_unit=capacity.unit if capacity else None,
        length=sentence.quote("length_km", length.start, length.end) if length else None,
        length_km=length.value if length else None,
    )


def _count(before: str) -> int | None:
    match = _counted().search(before)
    return int(read_table("cues")["numbers"].get(match[1].lower(), 0) or match[1]) if match else None


@cache
def _counted() -> re.Pattern[str]:
    numbers = any_of(list(read_table("cues")["numbers"]))
    return re.compile(
        rf"(?<![\w$€£])(\d{{1,2}}|{numbers})\s(?:(?!(?:MW|GW|kV|km|for|of|to|in|on|\w+illion)\s)[A-Za-z-]+\s){{0,3}}$",
        re.IGNORECASE,
    )


def _figures_end(text: str, start: int, right: int) -> int:
    """Return how far behind a phrase a figure is still its own: to the next phrase, or some words on."""
    stop = min(right, start + _FIGURE_REACH)
    cut = _NEXT_PHRASE.search(text, start, stop)
    return cut.start() if cut else stop


def _on_chain(mention: Mention, chain: Chain, tail: Tail) -> Mention:
    stops = tuple(
        PlaceMention(name=name, role=PlaceRole.STOP, quote=mention.sentence.quote("place", start, start + len(name)))
        for name, start in chain.names
    )
    region = tail.region or next((place for place in tail.places if place.role is PlaceRole.SITE), None)
    head = mention.head.text[:-1] if mention.is_plural and mention.head.text.endswith("s") else mention.head.text
    before = mention.sentence.text[: chain.start]
    name = f"{chain.text} {head}"
    sentence = mention.sentence
    own = next((each for each in find_lengths(sentence) if sentence.text[each.end : chain.start] == " "), None)
    return replace(
        mention,
        name=name,
        places=stops,
        region=region,
        is_whole=bool(_WHOLE.search(before)),
        # "the 411-km A-B and the 156-km C-D lines"
        length=sentence.quote("length_km", own.start, own.end) if own else mention.length,
        length_km=own.value if own else mention.length_km,
    )


def _at_places(
    mention: Mention,
    before: str,
    begin: int,
    tail: Tail,
    people: frozenset[str],
    is_place: Callable[[str], bool] | None,
) -> Mention:
    is_round = not mention.sentence.words.isdisjoint(("bypass", "bypasses", "ring")) and bool(
        BYPASS.search(mention.head.text) or BYPASS.search(before)
    )
    own = name_before(mention.sentence, before, begin, people)
    if mention.head.text == "Project":
        title = title_name(mention.sentence, before, begin)
        own = longest_known(own, mention.sentence, is_place) or (title if title and "-" in title.name else None)
    if own and is_place and own.quote.start == mention.sentence.start and not is_place(own.name):
        own = None  # the first word of a sentence has a capital anyway: "Small clinics"
    if own and mention.linear and not mention.is_part and is_place and not is_place(own.name):
        own = None  # a line is called after a town, or after something that is no place: "BalkanStream"
    behind = bool(tail.places)
    called = own
    corridor, region = mention.corridor, mention.region
    if (
        own
        and not own.is_region
        and tail.places
        and not tail.has_ends
        and _is_elsewhere(mention, own, tail.places[0], is_place)
    ):
        tail = replace(tail, places=())  # "the A farm, 50 km from B in C", "the A park near B"
    if own and _CORRIDOR.search(mention.head.text):
        corridor = (own,)
        own = None
    several = names_listed(mention.sentence, before, begin) if mention.is_plural and not tail.places else ()
    if own and is_place and "-" in own.name and not mention.linear and not tail.places and not is_place(own.name):
        several = both_ends(mention.sentence, own, is_place)
    places = several or tail.places or ((own,) if own and not own.is_region else ())
    if own and own.is_region and region is None:
        region = own
    around: tuple[PlaceMention, ...] = ()
    if not places and region is None:
        places = possessor(mention, people, is_place)
    if is_round and (len(places) == 1 or (mention.is_plural and not tail.is_from_to)):
        places = tuple(replace(place, role=PlaceRole.AROUND) for place in places)
    elif is_round and own and tail.places:
        around = (replace(own, role=PlaceRole.AROUND),)
    if mention.linear and len(places) > 1 and places[0].role is not PlaceRole.AROUND:
        places = tuple(replace(place, role=PlaceRole.STOP) for place in places)
    if tail.is_from_to and _SECTION.search(before):
        corridor, places, around = places, mention.places, mention.around
    return replace(
        mention,
        own_name=called,
        places_behind=behind,
        places=places,
        around=around,
        corridor=corridor,
        region=region,
    )


def _is_elsewhere(
    mention: Mention, own: PlaceMention, place: PlaceMention, is_place: Callable[[str], bool] | None
) -> bool:
    """Tell whether a place behind only says near what the place lies that a work is called after."""
    between = _up_to(mention, place)
    return bool(_DISTANT.search(between)) or bool(
        is_place and is_place(own.name) and (between.endswith(" near ") or place.offset_km is not None)
    )


def _phrase_start(text: str, left: int, stop: int) -> int:
    """Return where the noun phrase of a head begins: behind the last clause end, at most some words back."""
    cut = max((found.end() for found in _PHRASE_CUT.finditer(text, left, stop)), default=left)
    phrase = text[cut:stop]
    if len(phrase.split()) <= _WORDS_BEFORE:
        return cut
    return cut + [word.start() for word in re.finditer(r"\S+", phrase)][-_WORDS_BEFORE]


def _phrase_name(text: str, begin: int, end: int, tail: Tail) -> str:
    """Return the shortest readable name: from the last determiner or comma on, with a place that follows at once."""
    phrase = text[begin:end]
    opening = _OPENING.match(phrase)
    cut = max((found.end() for found in _NAME_CUT.finditer(phrase)), default=opening.end() if opening else 0)
    behind = text[end : tail.end]
    reaches_place = tail.places and len(behind) <= _NAME_TAIL and not re.search(r"[,;:]", behind)
    return phrase[cut:].strip() + (behind if reaches_place else "")


def _up_to(mention: Mention, place: PlaceMention) -> str:
    start = mention.sentence.start
    return mention.sentence.text[mention.head.end - start : place.quote.start - start]


def _nearest(measures: Sequence[Measure], window: tuple[int, int], head: int) -> Measure | None:
    inside = [each for each in measures if window[0] <= each.start and each.end <= window[1]]
    return min(inside, key=lambda each: (each.start > head, abs(each.start - head)), default=None)
