"""Where a sentence names something that is built, and what its phrase says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from infromap.article.chains import Chain, chains_before, chains_behind, continue_chains
from infromap.article.measures import Measure, find_capacities, find_lengths
from infromap.article.names import NAME, is_place_name, trim_name
from infromap.article.sentences import Sentence
from infromap.article.tails import Tail, read_tail
from infromap.article.vocabulary import HeadNoun, countries, head_nouns, head_pattern
from infromap.model.project import Kind, PlaceMention, PlaceRole
from infromap.model.provenance import Quote

_FIGURE_REACH = 60  # letters
_NAME_TAIL = 60  # letters
_WORDS_BEFORE = 12  # how far before its head noun a phrase may begin
_DETERMINERS = r"the|a|an|its|their|this|these"
_BYPASS = re.compile(r"\b(?:bypass|ring)\b", re.IGNORECASE)
_SECTION = re.compile(r"\b(?:section|stretch|part|segment)s?\s+of\b")
_DEFINITE = re.compile(r"(?:^|\s)(?:the|this|its|these|their)\s[^,]*$", re.IGNORECASE)
_MODIFIED = re.compile(
    r"-(?!\s)|\s(?:information|operators?|company|companies|infrastructure|safety|sector|fees?|users?|tolls?|PPP|staff)\b"
)
_PHRASE_CUT = re.compile(
    rf"[;:()]\s|,\s(?={_DETERMINERS})|\s(?:and|or|with|while|but|that|which|is|are|was|were|will|for|to|in|by|on|from)\s"
    rf"(?=(?:{_DETERMINERS})\s)|(?<!section)(?<!sections)(?<!stretch)(?<!km)(?<!part)(?<!lanes)(?<!kilometers)\sof\s(?=(?:{_DETERMINERS})\s)"
)
_NAME_CUT = re.compile(
    rf"(?:^|[\s,;:(])(?:(?:{_DETERMINERS}|and|of|for|to|in|as well as|also|or|by|on|with)\s+)+(?=\S)|,\s+|^\s+",
    re.IGNORECASE,
)
_NEXT_PHRASE = re.compile(rf";|\sand\s|,\s(?:and\s)?(?:{_DETERMINERS})\s")
_OWN_NAME = re.compile(rf"(?<![\w-]){NAME}(?=(?:[\s-][\w-]+){{0,4}}\s*$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a project; quotes count from the start of the article's text."""

    kind: Kind
    linear: bool
    is_part: bool
    is_plural: bool
    is_definite: bool  # "the plant", "its plant": it points at one that is known already
    name: str
    sentence: Sentence
    head: Quote
    places: tuple[PlaceMention, ...] = ()
    around: tuple[PlaceMention, ...] = ()
    corridor: tuple[PlaceMention, ...] = ()  # the larger route that a section belongs to
    region: PlaceMention | None = None
    country: str | None = None
    capacity: Quote | None = None
    capacity_text: str | None = None
    length: Quote | None = None
    length_km: float | None = None


def find_mentions(sentence: Sentence, people: frozenset[str]) -> list[Mention]:
    """Return the mentions of one sentence, in the order of the text."""
    heads = _heads(sentence.text)
    found: list[Mention] = []
    for position, (match, noun) in enumerate(heads):
        left = heads[position - 1][0].end() if position else 0
        right = heads[position + 1][0].start() if position + 1 < len(heads) else len(sentence.text)
        found += _read_phrase(sentence, match, noun, (left, right), people)
    return found


def _heads(text: str) -> list[tuple[re.Match[str], HeadNoun]]:
    nouns = head_nouns()
    found = [(match, nouns.get(_singular(match["head"]))) for match in head_pattern().finditer(text)]
    return [(match, noun) for match, noun in found if noun and not _MODIFIED.match(text, match.end())]


def _singular(phrase: str) -> str:
    plain = re.sub(r"\s", " ", phrase.lower())
    return plain if plain in head_nouns() else re.sub(r"ies$", "y", plain)


def _read_phrase(
    sentence: Sentence, match: re.Match[str], noun: HeadNoun, room: tuple[int, int], people: frozenset[str]
) -> list[Mention]:
    """Read the phrase around one head noun; a shared head ("A-B, C-D highways") gives several mentions."""
    left, right = room
    begin = _phrase_start(sentence.text, left, match.start())
    tail = read_tail(sentence, match.end(), right, linear=noun.linear, people=people)
    mention = _describe(sentence, match, noun, begin, tail, right)
    chains: list[Chain] = []
    if noun.linear:
        chains = chains_before(sentence.text, left, match.start())
        if chains:
            chains = continue_chains(sentence.text, chains, match.end(), right)
        elif not tail.is_from_to:
            chains = chains_behind(sentence.text, match.end(), right)
    if chains:
        return [_on_chain(mention, chain, tail) for chain in chains]
    return [_at_places(mention, sentence.text[begin : match.start()], begin, tail, people)]


def _describe(sentence: Sentence, match: re.Match[str], noun: HeadNoun, begin: int, tail: Tail, right: int) -> Mention:
    window = (begin, _figures_end(sentence.text, max(tail.end, match.end()), right))
    capacity = _nearest(find_capacities(sentence), window, match.start())
    length = _nearest(find_lengths(sentence), window, match.start()) if noun.linear else None
    return Mention(
        kind=noun.kind,
        linear=noun.linear,
        is_part=noun.is_part,
        is_plural=bool(match["plural"]) or match["head"].lower().endswith("ies"),
        is_definite=bool(_DEFINITE.search(sentence.text[begin : match.start()])),
        name=_phrase_name(sentence.text, begin, match.end(), tail),
        sentence=sentence,
        head=sentence.quote("kind", match.start(), match.end()),
        region=tail.region,
        country=tail.country,
        capacity=sentence.quote("capacity", capacity.start, capacity.end) if capacity else None,
        capacity_text=capacity.text if capacity else None,
        length=sentence.quote("length_km", length.start, length.end) if length else None,
        length_km=length.value if length else None,
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
    return replace(mention, name=f"{chain.text} {head}", places=stops, region=region)


def _at_places(mention: Mention, before: str, begin: int, tail: Tail, people: frozenset[str]) -> Mention:
    goes_round = bool(_BYPASS.search(mention.head.text) or _BYPASS.search(before))
    own = _name_before(mention.sentence, before, begin, people)
    places = tail.places or ((own,) if own else ())
    around: tuple[PlaceMention, ...] = ()
    if goes_round and len(places) == 1:
        places = (replace(places[0], role=PlaceRole.AROUND),)
    elif goes_round and own and tail.places:
        around = (replace(own, role=PlaceRole.AROUND),)
    if mention.linear and len(places) > 1:
        places = tuple(replace(place, role=PlaceRole.STOP) for place in places)
    if tail.is_from_to and _SECTION.search(before):
        return replace(mention, corridor=places)
    return replace(mention, places=places, around=around)


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


def _name_before(sentence: Sentence, before: str, begin: int, people: frozenset[str]) -> PlaceMention | None:
    """Return the place that a project is called after: ``Almaty railway bypass``."""
    match = _OWN_NAME.search(before)
    if match is None:
        return None
    words = match[0].split(" ")
    while words and not is_place_name(words[-1]):
        words.pop()
    name = trim_name(" ".join(words))
    if not name or name in countries() or not is_place_name(name) or people & {name, *name.split(" ")}:
        return None
    start = begin + match.start() + match[0].index(name)
    return PlaceMention(name=name, role=PlaceRole.SITE, quote=sentence.quote("place", start, start + len(name)))


def _nearest(measures: Sequence[Measure], window: tuple[int, int], head: int) -> Measure | None:
    inside = [each for each in measures if window[0] <= each.start and each.end <= window[1]]
    return min(inside, key=lambda each: (each.start > head, abs(each.start - head)), default=None)
