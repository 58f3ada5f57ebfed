"""What the phrase around a head noun says of the project: places, figures, name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from infromap.article.chains import Chain, chains_before, chains_behind, continue_chains
from infromap.article.heads import Head, find_heads, open_kinds
from infromap.article.measures import Measure, find_capacities, find_lengths, fits_kind
from infromap.article.names import NAME, PLACE, WORD, is_place_name, trim_name
from infromap.article.sentences import Sentence
from infromap.article.tails import Tail, find_places_told, place_mention, read_front, read_more_ends, read_tail
from infromap.article.vocabulary import any_of, countries, head_nouns, read_table, region_names
from infromap.model.project import Kind, PlaceMention, PlaceRole
from infromap.model.provenance import Quote

_FIGURE_REACH = 60  # letters
_NAME_TAIL = 60  # letters
_WORDS_BEFORE = 12  # how far before its head noun a phrase may begin
_DETERMINERS = r"the|a|an|its|their|this|these"
_DISTANT = re.compile(r"\b(?:km|kilomet(?:er|re)s|miles)\sfrom\s")
_ON_TOP = re.compile(r"\son\s(?:the\s(?:roofs?|grounds)\sof\s)?(?:[\d,]+\s)?(?:[a-z]+\s){0,2}")
_AT_WORK = re.compile(rf"\s(?:in|at|of)\s(?:the\s|{WORD}['’]s\s)?(?:[a-z]+\s)?")
_IN_LIST = re.compile(r"(?:,|\band|\bas well as|\bof|\bfor)\s(?:the\s|an?\s)?(?:[a-z-]+\s){0,2}$")
_TITLE = re.compile(r"\s(?:[A-Z][a-z]+\s){0,3}Project\b")
_WHOLE = re.compile(
    r"\b(?:(?:part|piece|section|segment|stretch|link|portion|leg)s?\s(?:[\"“]\w{1,3}[\"”](?:,\s|\sand\s|\s))*(?:of|in)|belongs?\sto|lies\son|runs\salong)\s(?:the|a)\s"
    r"(?:[\w-]+\s){0,2}$"
)
_CORRIDOR = re.compile(r"corridors?$", re.IGNORECASE)
_BYPASS = re.compile(r"\b(?:bypass(?:es)?|ring)\b", re.IGNORECASE)
_SECTION = re.compile(r"\b(?:section|stretch|part|segment)s?\s+of\b")
_WORDS_TO_HEAD = r"\s(?:(?!(?:for|of|in|to|by|with|and|on|at|will|is|are|was|were|has|have)\s)[^\s,;:]+\s){0,7}$"
_ARTICLE = re.compile(rf"(?:^|\s)(?:an?|another){_WORDS_TO_HEAD}", re.IGNORECASE)
_DEFINITE = re.compile(rf"(?:^|\s)(?:the|this|its|these|their){_WORDS_TO_HEAD}", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|other|another|1st|2nd|3rd)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
_PHRASE_CUT = re.compile(
    rf"[;:()]\s|,\s(?={_DETERMINERS})|\s(?:and|or|with|while|but|that|which|is|are|was|were|will|for|to|in|by|on|from)\s"
    rf"(?=(?:{_DETERMINERS})\s)|(?<!section)(?<!sections)(?<!stretch)(?<!km)(?<!part)(?<!lanes)(?<!kilometers)(?<!kilometres)(?<!miles)(?<!parts)\sof\s(?=(?:{_DETERMINERS})\s)"
)
_NAME_CUT = re.compile(
    rf"(?:^|[\s,;:(])(?:(?:{_DETERMINERS}|and|of|for|to|in|as well as|also|or|by|on|with)\s+)+(?=\S)|,\s+|^\s+",
    re.IGNORECASE,
)
_NEXT_PHRASE = re.compile(rf"[;:]\s|\sand\s|,\s(?:and\s)?(?:{_DETERMINERS})\s")
# Words that part a capitalised name from the head noun behind it: they are no modifiers of the noun.
_NO_MODIFIER = (
    r"(?:a|an|the|its|their|will|would|may|can|to|is|are|was|were|has|have|had|for|in|of|by|on|at|and|or|with|two|three"
    r"|four|five|\w+s|\w+ing|\w+ed|build|finance|receive|get)"
)
_OWN_NAME = re.compile(
    rf"(?<![\w-]){NAME}(?:-{WORD})?(?=(?:['’]s)?(?:[\s-](?!(?-i:{_NO_MODIFIER})\s)[\w-]+){{0,4}}\s*$)"
)
_POSSESSOR = re.compile(rf"(?<![\w-])(?P<name>{NAME})['’]s?\s(?=[a-z])")
_WATERS = frozenset(("River", "Lake", "Sea", "Bay", "Strait", "Canal", "Gulf", "Mountains", "Valley", "Basin"))
_SUBJECT = re.compile(rf"^(?P<name>{PLACE})(?=,|\sin\sthe\s|\s(?:is|will|has|can|gets|plans)\b)")
_ITS = re.compile(r"\b(?:its|their)\s(?:[\w-]+\s){0,3}$")
_RECEIVER = re.compile(
    rf"^(?:{WORD}['’]s\s(?:[a-z-]+\s){{0,3}})?(?P<name>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)\s"
    rf"(?:will\s|already\s|(?:is|are)\s(?:also\s)?to\s|would\s|should\s)?(?:gets?|receives?|has|have|obtains?)\s|\b(?:lend|lends|lent|lending|grants?)\s(?P<object>{PLACE})\s"
)
_BUILDER = re.compile(
    rf"(?P<name>{PLACE})\s(?:is\sto|will|plans\sto|wants\sto|can|hopes\sto)\s(?:[a-z]+ly\s)?"
    r"(?:buy|build|moderni[sz]e|upgrade|extend|expand|renovate|rebuild|construct|replace|open|repair|electrify)\s"
)
_COUNTED_TOWNS = re.compile(
    rf"\b(?:municipalities|cities|towns|districts|villages|communities|settlements)\s\((?P<name>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})+)\)"
)
_THERE = re.compile(r"s?\s(?:[\w-]+\s)?there\b")
_BEFORE_THERE = re.compile(rf"\b(?:in|for|of|to|at)\s(?P<name>{PLACE})")
_BUILDER = re.compile(
    rf"(?P<name>{PLACE})\s(?:is\sto|will|plans\sto|wants\sto|can|hopes\sto)\s(?:[a-z]+ly\s)?"
    r"(?:buy|build|moderni[sz]e|upgrade|extend|expand|renovate|rebuild|construct|replace|open|repair|electrify)\s"
)
_IN_BRACKETS = re.compile(r"s?\s\((?:the\s)?(?:[\w-]+\s)?")
_APPOSED = re.compile(r"s?(?:\s[–-]\s[^,;:.]{1,20})?,\s(?:an?|the|one of)\s")
_OF_THE = re.compile(r"s?\s(?:of|on|along)\s(?:the\s)?(?:[^,;:.]*\s)?")
_COORDINATED = re.compile(r"s?,?\s(?:and|or|as well as)\s(?:(?!is\b|was\b|will\b|to\b|for\b)[\w.,-]+\s){0,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a project; quotes count from the start of the article's text."""

    kind: Kind | None  # None only until ``settle_kinds``
    linear: bool
    is_part: bool
    is_open: bool  # its noun alone does not say the kind
    is_title: bool = False  # "the A Ring Road Improvement Project"
    is_ordinal: bool = False  # "the second line"
    is_whole: bool = False  # the larger route that a project belongs to: "a part of the A-B-C highway"
    is_service: bool = False  # what a work serves: a project only where a place is named with it
    is_plural: bool
    count: int | None  # "two wind farms"
    has_article: bool  # "a plant"
    is_definite: bool  # "the plant", "its plant": it points at one that is known already
    name: str
    sentence: Sentence
    head: Quote
    places: tuple[PlaceMention, ...] = ()
    is_chain: bool = False  # its places stand as "A – B"
    places_behind: bool = False  # they stand behind the head, so that a neighbour may share them
    own_name: PlaceMention | None = None  # what it is called after: "Zvartnots airport"
    around: tuple[PlaceMention, ...] = ()
    corridor: tuple[PlaceMention, ...] = ()  # the larger route that a section belongs to
    region: PlaceMention | None = None
    country: str | None = None
    capacity: Quote | None = None
    capacity_text: str | None = None
    capacity_unit: str | None = None
    length: Quote | None = None
    length_km: float | None = None


def find_mentions(
    sentence: Sentence, people: frozenset[str], is_place: Callable[[str], bool] | None = None
) -> list[Mention]:
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
        heads = [head for head in heads if not head.is_service or _IN_LIST.search(sentence.text[: head.start])]
    phrases: list[list[Mention]] = []
    told = 0  # up to where the ends of a line reach: "from the A substation to the port of B" has no works of its own
    for position, head in enumerate(heads):
        if head.start < told:
            continue
        left = heads[position - 1].end if position else 0
        right = heads[position + 1].start if position + 1 < len(heads) else len(sentence.text)
        phrase, told = _read_phrase(sentence, head, (left, right), people, is_place)
        phrases.append(phrase)
    mentions = [mention for phrase in _join_phrases(phrases, sentence) for mention in phrase]
    mentions = _with_front(mentions, sentence, people)
    return _each_figure_once(_with_neighbour(mentions, sentence, people, is_place) if is_place else mentions)


def _with_neighbour(
    mentions: list[Mention], sentence: Sentence, people: frozenset[str], is_place: Callable[[str], bool]
) -> list[Mention]:
    """Put new works without a place where their sentence names one place: "the G areas in A become eco-districts"."""
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


def _is_no_place(_name: str) -> bool:
    return False


def _with_front(mentions: list[Mention], sentence: Sentence, people: frozenset[str]) -> list[Mention]:
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


def _each_figure_once(mentions: list[Mention]) -> list[Mention]:
    """Leave a capacity with the head that it stands nearest to; mentions that share a head share it."""

    def away(mention: Mention, quote: Quote) -> int:
        return min(abs(quote.start - mention.head.end), abs(mention.head.start - quote.end))

    kept = []
    for mention in mentions:
        quote = mention.capacity
        rivals = [each for each in mentions if quote and each.capacity == quote and each.head != mention.head]
        if quote and any(away(each, quote) < away(mention, quote) for each in rivals):
            mention = replace(mention, capacity=None, capacity_text=None, capacity_unit=None)
        kept.append(mention)
    return kept


def settle_kinds(mentions: Sequence[Mention]) -> list[Mention]:
    """Give a mention that leaves its kind open that of the one before, else behind; without one it is left out.

    After this no mention has a kind of None.
    """
    settled: list[Mention] = []
    for position, mention in enumerate(mentions):
        kind = mention.kind
        if kind is None:
            allowed = open_kinds(linear=mention.linear)
            others = [*reversed(settled), *mentions[position + 1 :]]
            kind = next((each.kind for each in others if each.kind in allowed), None)
        if kind is not None and (mention.capacity_unit is None or fits_kind(mention.capacity_unit, kind)):
            settled.append(replace(mention, kind=kind))
        elif kind is not None:
            settled.append(replace(mention, kind=kind, capacity=None, capacity_text=None, capacity_unit=None))
    return settled


def _join_phrases(phrases: Sequence[list[Mention]], sentence: Sentence) -> list[list[Mention]]:
    """Let neighbours in one sentence share what stands behind them, and be one where one is the other's place."""
    kept: list[list[Mention]] = []
    for phrase in reversed(phrases):
        behind = kept[0] if kept else []
        if phrase and behind and _is_section_of(phrase[0], behind[0]):
            kept[0] = phrase
            continue
        if len(phrase) != 1 or len(behind) != 1:
            kept.insert(0, phrase)
            continue
        first, second = phrase[0], behind[0]
        between = sentence.text[first.head.end - sentence.start : second.head.start - sentence.start]
        if _is_corridor_of(first, second, between):
            kept[0] = [first]
        elif _is_place_of(first, second):
            kept[0] = [replace(first, places=second.places or first.places, region=second.region or first.region)]
        elif (_ON_TOP.fullmatch(between) and not (first.places or first.region)) or (
            first.kind is second.kind and _AT_WORK.fullmatch(between) and not (first.places or first.region)
        ):
            kept[0] = [_at_place_of(first, second)]
        elif _is_same_work(first, second, between):
            kept[0] = [_filled(first, second)]
        elif _COORDINATED.fullmatch(between) and not (first.places or first.region or first.corridor):
            shared = second.places if second.places_behind else ()
            kept.insert(0, [replace(first, places=shared, region=second.region, country=second.country)])
        else:
            kept.insert(0, phrase)
    return kept


def _at_place_of(mention: Mention, other: Mention) -> Mention:
    """Put a work where the one stands that it is a part of: "a terminal at the port of A"."""
    return replace(
        mention, places=other.places, region=other.region, country=other.country, places_behind=bool(other.places)
    )


def _is_same_work(first: Mention, second: Mention, between: str) -> bool:
    """Tell whether the second noun only says the first in other words: "the A station (CHP-2)"."""
    if _IN_BRACKETS.fullmatch(between):
        return first.kind is second.kind
    is_other_word = {first.kind, second.kind} == {Kind.METRO, Kind.RAILWAY} and not first.places
    return bool(_APPOSED.match(between)) and ((second.is_open and second.kind in (first.kind, None)) or is_other_word)


def _filled(mention: Mention, other: Mention) -> Mention:
    """Give a mention what only its apposition says."""
    names = (
        "places",
        "around",
        "region",
        "country",
        "capacity",
        "capacity_text",
        "capacity_unit",
        "length",
        "length_km",
    )
    return replace(mention, **{name: getattr(mention, name) or getattr(other, name) for name in names})


def _is_section_of(part: Mention, whole: Mention) -> bool:
    """Tell whether "the A-B stretch of the C-D road" or "a bypass around A on the C-D road" names one work."""
    text = part.sentence.text
    between = text[part.head.end - part.sentence.start : whole.head.start - part.sentence.start]
    is_section = part.is_open and part.linear and part.places and _OF_THE.fullmatch(between)
    goes_round = any(place.role is PlaceRole.AROUND for place in part.places)
    is_on = re.search(r"\son\s(?:the\s)?(?:[\w–-]+\s){0,4}$", between)
    return part.kind in (whole.kind, None) and bool(is_section or (goes_round and is_on))


def _is_corridor_of(part: Mention, whole: Mention, between: str) -> bool:
    """Tell whether "a tunnel at A on the B highway" names one work and where it lies."""
    is_on = re.search(r"\b(?:on|along|part of|under)\s(?:the\s)?(?:[\w-]+\s){0,3}$", between)
    return bool(is_on and part.is_part and part.places and part.kind is whole.kind and not whole.is_part)


def _is_place_of(first: Mention, second: Mention) -> bool:
    """Tell whether the second work is where the first one stands: "a terminal at A airport"."""
    if first.kind is not second.kind or len(first.places) != 1 or second.own_name is None:
        return False
    return first.places[0].quote.start <= second.own_name.quote.start < first.places[0].quote.end


def _read_phrase(
    sentence: Sentence,
    head: Head,
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
    if more:  # the length is that of all of them
        mentions = [replace(each, length=None, length_km=None) for each in mentions]
    if _WHOLE.search(before):
        mentions = [replace(each, is_whole=True) for each in mentions]
    return mentions, max((each.end for each in (tail, *more) if each.has_ends), default=0)


def _describe(sentence: Sentence, head: Head, begin: int, tail: Tail, right: int) -> Mention:
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
        is_ordinal=bool(_ORDINAL.search(sentence.text[begin : head.start])),
        is_title=bool(_TITLE.match(sentence.text, head.end)),
        is_plural=(head.is_plural or tail.is_each) and not head.is_service,
        count=_count(sentence.text[begin : head.start]) if head.is_plural else None,
        has_article=bool(_ARTICLE.search(sentence.text[begin : head.start])),
        is_definite=bool(_DEFINITE.search(sentence.text[begin : head.start]))
        and not _ORDINAL.search(sentence.text[begin : head.start]),
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
    return replace(mention, name=name, places=stops, region=region, is_whole=bool(_WHOLE.search(before)))


def _at_places(
    mention: Mention,
    before: str,
    begin: int,
    tail: Tail,
    people: frozenset[str],
    is_place: Callable[[str], bool] | None,
) -> Mention:
    is_round = bool(_BYPASS.search(mention.head.text) or _BYPASS.search(before))
    own = _name_before(mention.sentence, before, begin, people)
    if mention.head.text == "Project":
        own = _shortest_known(own, mention.sentence, is_place)
    if own and is_place and own.quote.start == mention.sentence.start and not is_place(own.name):
        own = None  # the first word of a sentence has a capital anyway: "Small clinics"
    if own and mention.linear and not mention.is_part and is_place and not is_place(own.name):
        own = None  # a line is called after a town, or after something that is no place: "BalkanStream"
    mention = replace(mention, own_name=own, places_behind=bool(tail.places))
    if (
        own
        and not own.is_region
        and tail.places
        and not tail.has_ends
        and _DISTANT.search(_up_to(mention, tail.places[0]))
    ):
        tail = replace(tail, places=())  # "the A farm, 50 km from B in C"
    if own and _CORRIDOR.search(mention.head.text):
        mention = replace(mention, corridor=(own,))
        own = None
    places = tail.places or ((own,) if own and not own.is_region else ())
    if own and own.is_region and mention.region is None:
        mention = replace(mention, region=own)
    around: tuple[PlaceMention, ...] = ()
    if not places and mention.region is None:
        places = _possessor(mention, people, is_place)
    if is_round and (len(places) == 1 or (mention.is_plural and not tail.is_from_to)):
        places = tuple(replace(place, role=PlaceRole.AROUND) for place in places)
    elif is_round and own and tail.places:
        around = (replace(own, role=PlaceRole.AROUND),)
    if mention.linear and len(places) > 1 and places[0].role is not PlaceRole.AROUND:
        places = tuple(replace(place, role=PlaceRole.STOP) for place in places)
    if tail.is_from_to and _SECTION.search(before):
        return replace(mention, corridor=places)
    return replace(mention, places=places, around=around)


def goes_round(mention: Mention) -> bool:
    """Tell whether a mention calls its work a bypass or a ring."""
    return bool(_BYPASS.search(mention.name) or _BYPASS.search(mention.head.text) or mention.around)


def _phrase_start(text: str, left: int, stop: int) -> int:
    """Return where the noun phrase of a head begins: behind the last clause end, at most some words back."""
    cut = max((found.end() for found in _PHRASE_CUT.finditer(text, left, stop)), default=left)
    words = list(re.finditer(r"\S+", text[cut:stop]))
    return cut + (words[-_WORDS_BEFORE].start() if len(words) > _WORDS_BEFORE else 0)


def _phrase_name(text: str, begin: int, end: int, tail: Tail) -> str:
    """Return the shortest readable name: from the last determiner or comma on, with a place that follows at once."""
    phrase = text[begin:end]
    cut = max((found.end() for found in _NAME_CUT.finditer(phrase)), default=0)
    behind = text[end : tail.end]
    reaches_place = tail.places and len(behind) <= _NAME_TAIL and not re.search(r"[,;:]", behind)
    return phrase[cut:].strip() + (behind if reaches_place else "")


def _up_to(mention: Mention, place: PlaceMention) -> str:
    start = mention.sentence.start
    return mention.sentence.text[mention.head.end - start : place.quote.start - start]


def _shortest_known(
    own: PlaceMention | None, sentence: Sentence, is_place: Callable[[str], bool] | None
) -> PlaceMention | None:
    """Return the place that a title begins with, "the A Heating Sector Project", if a gazetteer knows it."""
    words = own.name.split(" ") if own else []
    names = [" ".join(words[:count]) for count in range(1, len(words))]
    name = next((name for name in names if is_place and is_place(name)), None)
    if own is None or name is None:
        return None
    start = own.quote.start - sentence.start
    return replace(own, name=name, quote=sentence.quote("place", start, start + len(name)))


def _name_before(sentence: Sentence, before: str, begin: int, people: frozenset[str]) -> PlaceMention | None:
    """Return the place that a project is called after: ``Almaty railway bypass``."""
    found = (_own_name(match, sentence, begin) for match in _OWN_NAME.finditer(before))
    return next((place for place in found if place and not people & {place.name, *place.name.split(" ")}), None)


def _own_name(match: re.Match[str], sentence: Sentence, begin: int) -> PlaceMention | None:
    words = match[0].split(" ")
    while words and (not is_place_name(words[-1]) or (len(words) > 1 and words[-1].lower() in head_nouns())):
        if words.pop() in _WATERS:
            return None
    name = trim_name(" ".join(words))
    if not name or any(part in countries() for part in (name, *name.split("-"))) or not is_place_name(name):
        return None
    start = begin + match.start() + match[0].index(name)
    quote = sentence.quote("place", start, start + len(name))
    return PlaceMention(name=name, role=PlaceRole.SITE, quote=quote, is_region=name in region_names())


def _possessor(
    mention: Mention, people: frozenset[str], is_place: Callable[[str], bool] | None
) -> tuple[PlaceMention, ...]:
    """Return the town of "A's heating company … heat pipes", or of "A … its wastewater services"."""
    text = mention.sentence.text
    stop = mention.head.start - mention.sentence.start
    builder = _BUILDER.match(text, 0, stop) if is_place else None
    patterns = [_RECEIVER, _BUILDER] if builder and is_place and is_place(builder["name"]) else [_RECEIVER]
    if _THERE.match(text, stop + len(mention.head.text)):
        patterns.insert(0, _BEFORE_THERE)
    if _ITS.search(text[:stop]):
        patterns.insert(0, _SUBJECT)
    elif not mention.is_definite:
        patterns += [_COUNTED_TOWNS, _POSSESSOR]
    for match in (match for pattern in patterns for match in pattern.finditer(text, 0, stop)):
        group = "name" if match["name"] else "object"
        names = re.finditer(PLACE, match[group])
        found = [place_mention(mention.sentence, n[0], match.start(group) + n.start(), PlaceRole.SITE) for n in names]
        places = [
            each for each in found if each and not each.is_region and not people & {each.name, *each.name.split(" ")}
        ]
        if places and len(places) == len(found):
            return tuple(places)
    return ()


def _nearest(measures: Sequence[Measure], window: tuple[int, int], head: int) -> Measure | None:
    inside = [each for each in measures if window[0] <= each.start and each.end <= window[1]]
    return min(inside, key=lambda each: (each.start > head, abs(each.start - head)), default=None)
