"""Mentions of projects in Russian and Kazakh: the same mentions as in English, read by stems and endings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from infromap.article.inflected import kazakh, russian
from infromap.article.inflected.chains import Chain, corridors_of, find_chains, head_of, is_copula, listed_with
from infromap.article.inflected.courses import lengths_as_heads, with_further_courses
from infromap.article.inflected.firms import find_firms
from infromap.article.inflected.heads import Head, find_heads, is_other, kind_of
from infromap.article.inflected.phrases import Phrase, Relation, Scene, to_mention
from infromap.article.inflected.places import Where, find_where, goes_round, is_passed
from infromap.article.inflected.words import any_stem, grammar, has_cue, stems
from infromap.article.measures import Measure, find_capacities, find_lengths, fits_kind
from infromap.article.mention import Mention
from infromap.model.project import Kind, PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.inflected.setting import Setting
    from infromap.article.sentences import Sentence

_OWN_LENGTH = re.compile(r"ұзындығы\s$", re.IGNORECASE)  # "ұзындығы 160 шақырым бағыт"
_LISTED = re.compile(r",|\s(?:и|мен|пен|бен|және)\s")  # between a figure and the next work of a list
_FIGURE_REACH = 70  # letters


def find_inflected_mentions(
    sentence: "Sentence", setting: "Setting", taken: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Return the mentions of one sentence, in order.

    Parameters
    ----------
    sentence
        In Russian or Kazakh, the latter in either alphabet.
    setting
        The language, and who knows the names of places and people.
    taken
        The stretches of the sentence, counted from its start, that are financiers' names.
    """
    plain, language = sentence.plain, setting.language
    firms = find_firms(plain, language)
    scene = Scene(sentence, setting, [*taken, *firms])
    chains = find_chains(scene)
    apart = scene._replace(taken=[*taken, *((chain.start, chain.end) for chain in chains)])
    phrases = (russian if language == "ru" else kazakh).find_phrases(apart)
    heads = [head for head in find_heads(plain, language) if not any(start < head.start < end for start, end in firms)]
    heads = [head for head in heads if not _is_inside(head, heads, phrases, plain, language)]
    heads = sorted([*heads, *lengths_as_heads(sentence, phrases, heads)], key=lambda head: head.start)
    owners: list[Head | None] = []
    for chain in chains:
        free = [head for head in heads if head not in owners]
        owners.append(head_of(chain, chains, free, heads, plain, is_before=language == "ru"))
    corridors = corridors_of(chains, owners, plain)
    sure = [*(chain for chain, owner in zip(chains, owners, strict=True) if owner), *listed_with(chains, owners, plain)]
    loose = [chain for chain in chains if chain not in sure and is_copula(chain, scene)]
    heads = [head for head in heads if head not in corridors.values()]
    vague = [chain for chain in chains if not chain.items and any(each.items for each in chains)]
    left = (*corridors, *loose, *vague)
    kept = [(chain, owner) for chain, owner in zip(chains, owners, strict=True) if chain not in left]
    mentions = [_of_chain(chain, owner, [each for each, _ in kept], heads, scene) for chain, owner in kept]
    named = [head for head in heads if not head.is_pronoun] or heads
    for head in named:
        if head not in owners:
            mentions += _of_head(head, named, phrases, scene)
    return _on_their_lines(sorted(mentions, key=lambda each: each.head.start))


def _on_their_lines(mentions: list[Mention]) -> list[Mention]:
    """Let "a substation for the A – B line" stand at the line's ends, and the line be no project of its own."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before and mention.is_chain and _is_for(before, mention):
            kept[-1] = replace(before, places=mention.places, places_behind=True)
        else:
            kept.append(mention)
    return kept


def _is_for(site: Mention, line: Mention) -> bool:
    if site.places or site.is_chain or (site.linear and not site.is_part):
        return False
    between = site.sentence.text[site.head.end - site.sentence.start : line.head.start - site.sentence.start]
    return bool(re.fullmatch(r"\s(?:для|на)\s(?:\w+\s){0,2}", between))


def find_inflected_names(sentence: "Sentence", setting: "Setting") -> list[str]:
    """Return the names of a sentence that stand as places do: "в A", "A-да"."""
    scene = Scene(sentence, setting, ())
    phrases = (russian if setting.language == "ru" else kazakh).find_phrases(scene)
    return [item.name for phrase in phrases if phrase.relation is not Relation.OF for item in phrase.items]


def _is_inside(head: Head, heads: Sequence[Head], phrases: Sequence[Phrase], plain: str, language: str) -> bool:
    """Tell whether a noun only names where another work is, "на A-ской ТЭС", "в порту A", or what a road goes past."""
    inside = any(item.start <= head.start < item.end for phrase in phrases for item in phrase.items)
    sites = [each for each in phrases if each.relation is Relation.IN and each.start < head.start < each.items[0].start]
    is_site = any(head.end < each.start and phrase.end <= each.start for phrase in sites for each in heads)
    return inside or is_site or is_passed(head, plain, language)


def _of_chain(
    chain: Chain, owner: Head | None, chains: Sequence[Chain], heads: Sequence[Head], scene: Scene
) -> Mention:
    sentence, plain, language = scene.sentence, scene.sentence.plain, scene.setting.language
    near = owner or min(
        (head for head in heads if head.noun.linear), key=lambda each: abs(each.start - chain.start), default=None
    )
    before = max((each.end for each in chains if each.end <= chain.start), default=0)
    behind = min((each.start for each in chains if each.start >= chain.end), default=len(plain))
    room = (max(before, chain.start - _FIGURE_REACH), min(behind, chain.end + _FIGURE_REACH))
    length = _nearest(find_lengths(sentence), room, chain.start, chain.end) if chain.items else None
    start, end = (owner.start, owner.end) if owner else (chain.start, chain.end)
    stops = tuple(to_mention(item, PlaceRole.STOP, sentence) for item in chain.items)
    kind = kind_of(near, plain, language) if near else None
    mention = _mention(scene, kind, start, end, linear=True, is_open=owner is None or owner.noun.kind is None)
    name = _without_half_quotes(sentence.text[min(chain.start, start) : max(chain.end, end)].strip(' «»"“”'))
    capacity = _nearest(_fitting(sentence, kind), room, start, end) if kind else None
    return replace(
        _with_figures(mention, capacity, length),
        name=name,
        is_chain=owner is None or not (goes_round(owner, plain, language) or (owner.noun.kind and not stops)),
        places=stops,
        corridor=() if stops else (_corridor(chain, sentence),),
    )


def _of_head(head: Head, heads: Sequence[Head], phrases: Sequence[Phrase], scene: Scene) -> list[Mention]:
    """Read a head noun without a chain: its places, its figures, and "200 beds in B" that go on with it."""
    sentence, plain, language = scene.sentence, scene.sentence.plain, scene.setting.language
    stop = min((each.start for each in heads if each.start >= head.end), default=len(plain))
    begin = max((each.end for each in heads if each.end <= head.start), default=0)
    kind = kind_of(head, plain, language)
    head = _with_course(head, phrases, sentence, language)
    fitting = [each for each in _fitting(sentence, kind) if begin <= each.start < stop]
    capacities = [each for each in fitting if not (begin and _LISTED.search(plain, each.end, head.start))]
    lengths = [each for each in find_lengths(sentence) if not (begin and _LISTED.search(plain, each.end, head.start))]
    length = _nearest(lengths, (begin, stop), head.start, head.end) if head.noun.linear else None
    parts = [head.end, *(each.start for each in capacities[1:] if each.start > head.end), stop]
    found = []
    for position, (start, end) in enumerate(pairwise(parts)):
        where = find_where(head, (begin if position == 0 else start, start, end), phrases, scene)
        if position and not where.places:
            continue
        capacity = capacities[position] if position < len(capacities) else None
        told = where.places or where.region or capacity or (length and not _counts(length, head, plain))
        if _says_little(head, plain, language) and not told:
            continue  # "the line", and nothing more
        if head.is_plural and not (where.places or where.region or has_cue(plain, language, "project_stems")):
            continue  # "all roads of the country"
        mention = _mention(scene, kind, head.start, head.end, linear=head.noun.linear, is_open=head.noun.kind is None)
        mention = replace(
            _with_figures(mention, capacity, length),
            is_part=head.noun.is_part,
            is_definite=head.is_pronoun or (head.noun.kind is None and not where.places),
            is_plural=(head.is_plural and not where.places) or _are_several(head, where, language, plain),
            places=_placed(where, head, plain, language),
            places_behind=where.is_behind or head.is_pronoun,
            region=where.region,
        )
        found += with_further_courses(mention, head, phrases) if where.is_course else [mention]
    return found


def _counts(length: Measure, head: Head, plain: str) -> bool:
    """Tell whether a length only says how much of a thing there is: "3 000 километров линий"."""
    is_own = _OWN_LENGTH.search(plain[: length.start])
    return head.noun.kind is None and not (head.is_pronoun or is_own) and 0 <= head.start - length.end <= 1


def _fitting(sentence: "Sentence", kind: Kind | None) -> list[Measure]:
    return [each for each in find_capacities(sentence) if kind is None or fits_kind(each.unit, kind)]


def _with_course(head: Head, phrases: Sequence[Phrase], sentence: "Sentence", language: str) -> Head:
    """Take a pronoun for a line where its sentence tells a course or a length."""
    tells = find_lengths(sentence) or any(each.relation in (Relation.ENDS, Relation.VIA) for each in phrases)
    stands_for = head.is_pronoun or is_other(sentence.plain[head.start : head.end], language)
    return head._replace(noun=replace(head.noun, linear=True)) if stands_for and tells else head


def _says_little(head: Head, plain: str, language: str) -> bool:
    """Tell whether a noun alone names no work: it leaves the kind open, or it names a sector."""
    vague = re.compile(rf"(?:{stems(grammar(language)['vague']['words'])})$", re.IGNORECASE)
    is_paid = re.search(rf"{any_stem(grammar(language)['vague']['paid'])}\s(?:\w+\s)?$", plain[: head.start])
    return head.noun.kind is None or (bool(vague.match(plain[head.start : head.end])) and not is_paid)


def _are_several(head: Head, where: Where, language: str, plain: str) -> bool:
    """Tell whether a noun with several places names a work in each: all but networks do, of regions the plants only."""
    network = re.compile(rf"(?<!\w)(?:{stems(grammar(language)['networks']['words'])})", re.IGNORECASE)
    is_network = network.search(plain[head.start : head.end])
    are_apart = head.noun.kind in grammar(language)["networks"]["apart"]
    is_shared = any(place.is_region for place in where.places) and not are_apart
    are_sites = len(where.places) > 1 and not is_shared
    is_line = head.noun.linear and not goes_round(head, plain, language)
    return are_sites and not is_line and not is_network


def _placed(where: Where, head: Head, plain: str, language: str) -> tuple[PlaceMention, ...]:
    """Give the places of a work their role: a stop of a line, what a bypass goes round, or a site."""
    if not head.noun.linear or not where.places:
        return where.places
    if where.is_course:
        return where.places
    if where.is_around or goes_round(head, plain, language):
        return tuple(replace(place, role=PlaceRole.AROUND) for place in where.places)
    return where.places


def _without_half_quotes(name: str) -> str:
    """Leave out quotation marks that open or close nothing: of "«A – B» road" the name begins behind the first."""
    for opening, closing in ("«»", "“”"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name.replace('"', "") if name.count('"') % 2 else name


def _mention(scene: Scene, kind: Kind | None, start: int, end: int, *, linear: bool, is_open: bool) -> Mention:
    sentence = scene.sentence
    return Mention(
        kind=kind,
        linear=linear,
        is_part=False,
        is_open=is_open,
        is_plural=False,
        count=None,
        has_article=False,
        is_definite=False,
        name=sentence.text[start:end],
        sentence=sentence,
        head=sentence.quote("kind", start, end),
    )


def _with_figures(mention: Mention, capacity: Measure | None, length: Measure | None) -> Mention:
    sentence = mention.sentence
    return replace(
        mention,
        capacity=sentence.quote("capacity", capacity.start, capacity.end) if capacity else None,
        capacity_text=capacity.text if capacity else None,
        capacity_unit=capacity.unit if capacity else None,
        length=sentence.quote("length_km", length.start, length.end) if length else None,
        length_km=length.value if length else None,
    )


def _corridor(chain: Chain, sentence: "Sentence") -> PlaceMention:
    """Return a corridor between parts of the world as one name."""
    quote = sentence.quote("corridor", chain.start, chain.end)
    return PlaceMention(name=quote.text.strip('«»"“”'), role=PlaceRole.STOP, quote=quote)


def _nearest(measures: Sequence[Measure], room: tuple[int, int], start: int, end: int) -> Measure | None:
    inside = [each for each in measures if room[0] <= each.start and each.end <= room[1]]
    return min(inside, key=lambda each: min(abs(each.end - start), abs(each.start - end)), default=None)
