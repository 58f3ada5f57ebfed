"""Mentions of projects in Russian and Kazakh: the same mentions as in English, read by stems and endings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from infromap.article.measures import find_capacities, find_lengths, fits_kind
from infromap.article.mention import Mention
from infromap.article.names import NAME, PLACE, split_chain
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import HeadNoun, read_table
from infromap.model.project import Kind, PlaceMention, PlaceRole

LANGUAGES = ("ru", "kk")

_NAME = rf"{NAME}(?:-{NAME})*"  # a hyphen belongs to the name, a long dash parts two
_CHAIN = re.compile(rf"[«\"“]?(?P<chain>{_NAME}(?:(?:\s?[–—]\s?|\s-\s){_NAME}){{1,9}}|{NAME}(?:-{NAME}){{1,9}})[»\"”]?")
_FIGURE_REACH = 70  # letters
_NAME_REACH = 90


class _Part(NamedTuple):
    """A head noun or a chain of names in a sentence; offsets count from its start."""

    start: int
    end: int
    noun: HeadNoun | None
    names: tuple[PlaceMention, ...] = ()


def find_inflected_mentions(sentence: Sentence, language: str, is_place: Callable[[str], bool]) -> list[Mention]:
    """Return the mentions of one sentence, in order.

    Parameters
    ----------
    sentence
        In Russian or Kazakh, the latter in either alphabet.
    language
        ``ru`` or ``kk``.
    is_place
        Tells whether a gazetteer knows a name; it decides between the base forms that a name may have.
    """
    text = plain_letters(sentence.text, language)
    nouns = [
        _Part(match.start(), match.end(), _nouns(language)[str(match.lastgroup).rpartition("_")[0]])
        for match in _heads(language).finditer(text)
    ]
    chains = [
        _Part(match.start(), match.end(), None, names)
        for match in _CHAIN.finditer(sentence.text)
        if (names := _chain_names(match, sentence, language, is_place)) is not None
    ]
    mentions = [_of_chain(chain, chains, nouns, sentence, text) for chain in chains]
    taken = {id(noun) for chain in chains if (noun := _noun_of(chain, chains, nouns, text))}
    for noun in nouns:
        if id(noun) not in taken:
            mentions += _of_noun(noun, nouns, sentence, text, language, is_place)
    return sorted(mentions, key=lambda each: each.head.start)


def plain_letters(text: str, language: str) -> str:
    """Return a text with Kazakh's Latin letters as Cyrillic ones, letter for letter, so that offsets stay."""
    if language != "kk" or any("\u0400" <= letter <= "\u04ff" for letter in text):
        return text
    return text.translate(_cyrillic())


def grammar(language: str) -> dict[str, Any]:
    """Return the vocabulary of Russian or Kazakh."""
    return read_table(language)


def stems(words: Sequence[str]) -> str:
    """Return a pattern of words in which a star stands for any ending; longer ones come first."""
    ordered = sorted(words, key=lambda word: (-word.count(" "), -len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for word in ordered)


def _of_chain(chain: _Part, chains: Sequence[_Part], nouns: Sequence[_Part], sentence: Sentence, text: str) -> Mention:
    noun = _noun_of(chain, chains, nouns, text)
    near = noun or min(nouns, key=lambda each: abs(each.start - chain.start), default=None)
    kind = near.noun.kind if near and near.noun and near.noun.linear else None
    head = noun or chain
    before = max((each.end for each in chains if each.end <= chain.start), default=0)
    behind = min((each.start for each in chains if each.start >= chain.end), default=len(text))
    length = _nearest_length(
        sentence, max(before, chain.start - _FIGURE_REACH), min(behind, chain.end + _FIGURE_REACH), chain
    )
    return Mention(
        kind=kind,
        linear=True,
        is_part=False,
        is_open=noun is None,
        is_chain=True,
        is_plural=False,
        count=None,
        has_article=False,
        is_definite=False,
        name=sentence.text[min(chain.start, head.start) : max(chain.end, head.end)].strip(' «»"“”'),
        sentence=sentence,
        head=sentence.quote("kind", head.start, head.end),
        places=chain.names,
        corridor=() if chain.names else (_corridor(chain, sentence),),
        length=sentence.quote("length_km", *length[1:]) if length else None,
        length_km=length[0] if length else None,
    )


def _of_noun(
    noun: _Part, nouns: Sequence[_Part], sentence: Sentence, text: str, language: str, is_place: Callable[[str], bool]
) -> list[Mention]:
    """Read a head noun without a chain: its places, its figures, and "200 beds in B" that go on with it."""
    if noun.noun is None or noun.noun.kind is None:
        return []
    stop = min((each.start for each in nouns if each.start >= noun.end), default=len(text))
    begin = max((each.end for each in nouns if each.end <= noun.start), default=0)
    kind = noun.noun.kind
    capacities = [
        each for each in find_capacities(sentence) if begin <= each.start < stop and fits_kind(each.unit, kind)
    ]
    length = _nearest_length(sentence, max(begin, noun.start - _FIGURE_REACH), stop, noun) if noun.noun.linear else None
    parts = [noun.end, *(each.start for each in capacities[1:] if each.start > noun.end), stop]
    found = []
    for position, (start, end) in enumerate(pairwise(parts)):
        places = _places_behind(sentence, start, end, language, is_place, linear=noun.noun.linear)
        if places and _goes_round(text, noun, language):
            places = tuple(replace(place, role=PlaceRole.AROUND) for place in places)
        if position == 0 and not places:
            before = _places_before(sentence, text, begin, noun, language, is_place)
            if before is None:
                return []
            places = before
        if position and not places:
            continue
        capacity = capacities[position] if position < len(capacities) else None
        found.append(
            Mention(
                kind=kind,
                linear=noun.noun.linear,
                is_part=noun.noun.is_part,
                is_open=False,
                is_plural=False,
                count=None,
                has_article=False,
                is_definite=False,
                name=sentence.text[noun.start : noun.end],
                sentence=sentence,
                head=sentence.quote("kind", noun.start, noun.end),
                places=places,
                places_behind=bool(places),
                capacity=sentence.quote("capacity", capacity.start, capacity.end) if capacity else None,
                capacity_text=capacity.text if capacity else None,
                capacity_unit=capacity.unit if capacity else None,
                length=sentence.quote("length_km", *length[1:]) if length else None,
                length_km=length[0] if length else None,
            )
        )
    return found


def _corridor(chain: _Part, sentence: Sentence) -> PlaceMention:
    """Return a corridor between parts of the world as one name."""
    quote = sentence.quote("corridor", chain.start, chain.end)
    return PlaceMention(name=quote.text.strip('«»"“”'), role=PlaceRole.STOP, quote=quote)


def _noun_of(chain: _Part, chains: Sequence[_Part], nouns: Sequence[_Part], text: str) -> _Part | None:
    """Return the linear noun that a chain stands right at: "дорога A – B", "«A – B» автожолы"."""
    for noun in nouns:
        if noun.noun is None or not noun.noun.linear:
            continue
        first, second = sorted((noun, chain), key=lambda each: each.start)
        between = text[first.end : second.start]
        if (
            len(between) <= 25
            and not re.search(r"[.;:,]", between)
            and not any(first.end <= each.start < second.start for each in chains)
        ):
            return noun
    return None


def _chain_names(
    match: re.Match[str], sentence: Sentence, language: str, is_place: Callable[[str], bool]
) -> tuple[PlaceMention, ...] | None:
    """Return the places of a chain; none for a corridor between parts of the world; None for a plain hyphened name."""
    names = split_chain(match["chain"])
    if len(names) < 2 or (match[0] == match["chain"] and "-" in match[0] and is_place(match["chain"])):
        return None
    if not any(dash in match["chain"] for dash in "–—") and " - " not in match["chain"] and match[0] == match["chain"]:
        return None  # a double-barrelled name, or a word with a hyphen
    if any(_is_no_place(name, language) for name in names):
        return ()
    found = []
    position = match.start("chain")
    for name in names:
        start = sentence.text.index(name, position)
        found.append(_mention(sentence, name, start, PlaceRole.STOP, language, is_place))
        position = start + len(name)
    return tuple(found)


def _places_behind(
    sentence: Sentence,
    start: int,
    stop: int,
    language: str,
    is_place: Callable[[str], bool],
    *,
    linear: bool,
) -> tuple[PlaceMention, ...]:
    """Return the places of "в A и B", "через A, B и C", "от A до B" behind a head noun."""
    tails = grammar(language)["tails"]
    room = min(stop, start + (300 if linear else _NAME_REACH))
    listed = rf"(?P<list>{PLACE}(?:(?:,\s|\s(?:{'|'.join(tails['and'])})\s){PLACE})*)"
    if linear:
        for first, second in tails["from_to"]:
            ends = re.compile(rf"\b{first}\s(?P<a>{PLACE})\s{second}\s(?P<b>{PLACE})").search(
                sentence.text, start, room
            )
            if ends:
                return tuple(
                    _mention(sentence, ends[each], ends.start(each), PlaceRole.STOP, language, is_place)
                    for each in "ab"
                )
        for via in tails["via"]:
            way = re.compile(rf"\b{via}\s{listed}").search(sentence.text, start, room)
            if way:
                return _listed(sentence, way, PlaceRole.STOP, language, is_place)
    if tails["site"]:
        pattern = rf"\b(?:{'|'.join(tails['site'])})\s{listed}"
        site = re.compile(pattern).search(sentence.text, start, min(room, start + _NAME_REACH))
        return _listed(sentence, site, PlaceRole.SITE, language, is_place) if site else ()
    return ()


def _listed(
    sentence: Sentence, match: re.Match[str], role: PlaceRole, language: str, is_place: Callable[[str], bool]
) -> tuple[PlaceMention, ...]:
    names = [(name[0], match.start("list") + name.start()) for name in re.finditer(PLACE, match["list"])]
    return tuple(
        _mention(sentence, name, start, role, language, is_place)
        for name, start in names
        if not _is_no_place(name, language)
    )


def _places_before(
    sentence: Sentence, text: str, begin: int, noun: _Part, language: str, is_place: Callable[[str], bool]
) -> tuple[PlaceMention, ...] | None:
    """Return the place that a work is called after, or that stands before it with an ending for "in".

    None means that the work is named only because another goes past it.
    """
    role = PlaceRole.AROUND if _goes_round(text, noun, language) else PlaceRole.SITE
    names = list(re.finditer(PLACE, sentence.text[begin : noun.start]))
    for name in reversed(names):
        start = begin + name.start()
        between = text[begin + name.end() : noun.start]
        if re.search(rf"\b(?:{'|'.join(grammar(language)['around']['past'])})\s$", text[begin:start]):
            return None  # a road past a plant builds no plant
        if _is_no_place(name[0], language) or len(between) > 40 or re.search(r"[.;:,–—]", between):
            continue
        is_own = len(between.split()) <= 1
        site = grammar(language)["endings"].get("site", ())
        is_in = any(plain_letters(name[0], language).endswith(ending) for ending in site)
        if is_own or is_in:
            place = _mention(sentence, name[0], start, role, language, is_place)
            if is_place(place.name) or is_in:
                return (place,)
    return _opening_places(sentence, text, noun, language, is_place)


def _opening_places(
    sentence: Sentence, text: str, noun: _Part, language: str, is_place: Callable[[str], bool]
) -> tuple[PlaceMention, ...]:
    """Return the places of a sentence that begins with "В A и B построят …"."""
    words = grammar(language)
    if not words["tails"]["site"] or any(stem in text.lower() for stem in words["cues"]["meeting_stems"]):
        return ()
    listed = rf"(?P<list>{PLACE}(?:(?:,\s|\s(?:{'|'.join(words['tails']['and'])})\s){PLACE})*)"
    opening = re.compile(rf"(?:В|Во|Под|На)\s(?:городе\s|селе\s)?{listed}").match(sentence.text, 0, noun.start)
    return _listed(sentence, opening, PlaceRole.SITE, language, is_place) if opening else ()


def _goes_round(text: str, noun: _Part, language: str) -> bool:
    window = text[max(0, noun.start - 20) : noun.end + 10]
    return bool(re.search(rf"\b(?:{stems(grammar(language)['around']['words'])})", window, re.IGNORECASE))


def _mention(
    sentence: Sentence, name: str, start: int, role: PlaceRole, language: str, is_place: Callable[[str], bool]
) -> PlaceMention:
    text = plain_letters(sentence.text, language)
    tails = grammar(language)["tails"]
    region = re.compile(rf"\s(?:{stems(tails['region'])})").match(text, start + len(name))
    if region:
        plain = plain_letters(name, language)
        bases = [name[: len(name) - len(end)] + base for end, base in tails["region_base"] if plain.endswith(end)]
        quote = sentence.quote("region", start, region.end())
        return PlaceMention(name=bases[0] if bases else quote.text, role=role, quote=quote, is_region=True)
    base = _base_form(name, language, is_place)
    return PlaceMention(name=base, role=role, quote=sentence.quote("place", start, start + len(name)))


def _base_form(name: str, language: str, is_place: Callable[[str], bool]) -> str:
    """Return the form of a name that a gazetteer knows, among those that its ending allows; else the name itself."""
    plain = plain_letters(name, language)
    endings = grammar(language)["endings"]
    for ending, base in (("", ""), *endings["pairs"], *endings["adjectives"]):
        if plain.endswith(ending) and len(plain) - len(ending) >= 2:
            form = name[: len(name) - len(ending)] + base if ending else name
            if is_place(form):
                return form
    return name


def _is_no_place(name: str, language: str) -> bool:
    plain = plain_letters(name, language)
    words = grammar(language)
    return (
        plain in words["never"]["places"]
        or plain.isupper()
        or bool(_country_pattern(language).fullmatch(plain))
        or any(word in words["never"]["places"] for word in plain.split(" "))
    )


def _nearest_length(sentence: Sentence, start: int, stop: int, at: _Part) -> tuple[float, int, int] | None:
    inside = [each for each in find_lengths(sentence) if start <= each.start and each.end <= stop]
    nearest = min(inside, key=lambda each: min(abs(each.end - at.start), abs(each.start - at.end)), default=None)
    return (nearest.value, nearest.start, nearest.end) if nearest else None


def countries_in(sentence: Sentence, language: str) -> list[str]:
    """Return the codes of the countries that a sentence names, in order."""
    text = plain_letters(sentence.text, language)
    codes = list(grammar(language)["countries"])
    return [codes[int(str(match.lastgroup)[1:])] for match in _country_pattern(language).finditer(text)]


@cache
def _country_pattern(language: str) -> re.Pattern[str]:
    table = grammar(language)["countries"].values()
    return re.compile(
        r"\b(?:" + "|".join(f"(?P<c{number}>{stems(words)})" for number, words in enumerate(table)) + r")\b"
    )


@cache
def _nouns(language: str) -> dict[str, HeadNoun]:
    return {
        f"{Kind(kind).name}_{group}": HeadNoun(
            kind=Kind(kind), linear=group in ("linear", "parts"), is_part=group == "parts"
        )
        for kind, table in grammar(language)["heads"].items()
        for group in table
    }


@cache
def _heads(language: str) -> re.Pattern[str]:
    """Return the pattern of all head nouns, a group for each kind and sort; a phrase of more words is tried first."""
    by_length: dict[tuple[int, str], list[str]] = {}
    for kind, table in grammar(language)["heads"].items():
        for sort, words in table.items():
            for word in words:
                by_length.setdefault((-word.count(" "), f"{Kind(kind).name}_{sort}"), []).append(word)
    parts = [f"(?P<{group}_{-length}>{stems(words)})" for (length, group), words in sorted(by_length.items())]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


@cache
def _cyrillic() -> dict[int, str]:
    pairs = read_table("kk")["latin"]["letters"].split()
    lower = {ord(pair[0]): pair[1] for pair in pairs}
    upper = {ord(pair[0].upper()): pair[1].upper() for pair in pairs if len(pair[0].upper()) == 1}
    return {**upper, **lower, ord("İ"): "И"}
