"""What later sentences add to a project: "The site lies south of A", "It has 750 beds"."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.line_ends import Tail, read_more_ends
from infromap.article.measures import Measure, find_capacities, find_lengths, fits_kind, is_total
from infromap.article.sameness import lies_in_one_town
from infromap.article.sentences import Sentence, asked_once
from infromap.article.standing_places import find_places_told
from infromap.article.tails import read_offset, read_tail
from infromap.article.vocabulary import any_of, countries, country_adjectives, head_nouns, read_table

if TYPE_CHECKING:
    from infromap.article.clusters import Cluster
    from infromap.model.provenance import Quote

_THE_LENGTH = re.compile(r"\bthe\s$")
_LENGTH_FIRST = re.compile(r"(?:(?:About|Some|Around|At|In all|A total of|The)\s)*(?:the\s)?", re.IGNORECASE)
_CAPACITY_FIRST = re.compile(r"With an?\s(?:[a-z]+\s){0,3}capacity\sof\s(?:[a-z]+\s){0,2}")
_SIZES = ("MW", "GW", "beds", "m³/day", "TEU")  # of one work, where no other is spoken of
_IT = re.compile(r"\b(?:it|which|that|whose)\b|\bwith\san?\s$", re.IGNORECASE)


def add_back_reference(clusters: list["Cluster"], sentence: Sentence, people: frozenset[str]) -> None:
    """Let "The site lies nine kilometres south of A" and the like add a place to the project before it."""
    match = _find_back_reference(sentence)
    cluster = _latest(clusters, sentence.start) if match else None
    if match is None or cluster is None:
        return
    others = (mention for each in clusters if each is not cluster for mention in each.mentions if mention.places)
    if any(mention.sentence.number == sentence.number for mention in others):
        return  # "It will also finance a school in A"
    stop = len(sentence.text)
    tail = read_tail(sentence, match.end(), stop, linear=cluster.first.linear, people=people)
    more = read_more_ends(sentence, tail, stop, people) if cluster.first.linear and tail.has_ends else []
    tail.places += tuple(place for each in more for place in each.places)
    _add_later(cluster, sentence, tail)


def add_nearby_places(
    clusters: list["Cluster"],
    sentences: Sequence[Sentence],
    is_place: Callable[[str], bool] | None,
    people: frozenset[str],
) -> None:
    """Give a project without a place the one place that its sentence names beside it: "turn the G areas in A into …".

    Only a name that the gazetteer knows counts, that stands as a place does, that no other project has and where
    nobody met or spoke; several such names leave it open. A text of one project is read whole.
    """
    used = {place.name for cluster in clusters for place in (*cluster.places, *filter(None, [cluster.region]))}
    for cluster in clusters:
        if cluster.places or cluster.region or is_place is None or any(each.corridor for each in cluster.mentions):
            continue
        own = {mention.sentence.number for mention in cluster.mentions}
        told = [each for each in sentences if each.number in own or len(clusters) == 1]
        for sentence in told:
            found = {place.name: place for place in find_places_told(sentence) if not place.is_region}
            known = [place for name, place in found.items() if name not in used | people and is_place(name)]
            known = [place for place in known if place.name.split(" ")[-1].lower() not in head_nouns()]
            if len(known) == 1:
                cluster.later_places = (known[0],)
                break


def add_back_figures(clusters: list["Cluster"], sentences: Sequence[Sentence]) -> list["Quote"]:
    """Give a capacity or length that no phrase claims to the project that it speaks of.

    That is the last one named before it in its sentence ("a bridge …; it will be 3 km long"), or, in a
    sentence that points back ("It has 750 beds"), the last one of the text. A figure that the project has
    already is left as it is.

    Returns the figures that no project has.
    """
    unclaimed: list[Quote] = []
    claimed = {
        quote.start
        for cluster in clusters
        for mention in cluster.mentions
        for quote in (mention.capacity, mention.length)
        if quote
    }
    for sentence in sentences:
        for measure in (*find_capacities(sentence), *find_lengths(sentence)):
            start = sentence.start + measure.start
            fitting = [each for each in clusters if _may_have(each, measure)]
            cluster = _latest(fitting or clusters, start)
            if start in claimed:
                continue
            if cluster is None:
                unclaimed.append(sentence.quote("figure", measure.start, measure.end))
                continue
            is_here = any(mention.sentence.number == sentence.number for mention in cluster.mentions)
            points_back = len(_told_in(sentence, clusters)) < 2 and bool(_find_back_reference(sentence))
            points_back = points_back or bool(is_here and _IT.search(sentence.text, 0, measure.start))
            is_subject = is_here and _is_subject(cluster, sentence) and measure.unit != "km"
            is_named = is_subject or any(
                sentence.text.startswith((f"{place.name},", f"{place.name} ")) for place in cluster.places
            )
            opening = sentence.text[: measure.start]
            is_first = bool(
                _LENGTH_FIRST.fullmatch(opening) or _THE_LENGTH.search(opening)
                if measure.unit == "km"
                else _CAPACITY_FIRST.fullmatch(opening)
            )
            is_only = (
                len(clusters) == 1
                and not is_here
                and measure.unit in _SIZES
                and not _of_a_country().search(sentence.text)
            )
            is_shared = cluster.first.is_plural and len(cluster.places) > 1 and is_total(sentence, measure.start)
            if (is_named or points_back or is_only or is_first) and not is_shared and _lacks(cluster, measure):
                field = "length_km" if measure.unit == "km" else "capacity"
                cluster.later_figures[field] = (measure, sentence.quote(field, measure.start, measure.end))
                claimed.add(start)
            elif not any(_has(each, measure) for each in clusters):
                unclaimed.append(sentence.quote("figure", measure.start, measure.end))
    return unclaimed


def _told_in(sentence: Sentence, clusters: Sequence["Cluster"]) -> list["Cluster"]:
    return [each for each in clusters if any(mention.sentence.number == sentence.number for mention in each.mentions)]


def _is_subject(cluster: "Cluster", sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a project: "The airport … is designed for 1 million passengers a year"."""
    return any(
        each.sentence.number == sentence.number and each.is_definite and sentence.text.startswith(f"The {each.name}")
        for each in cluster.mentions
    )


@cache
def _of_a_country() -> re.Pattern[str]:
    """Return the pattern of what makes a figure that of a country or of all works together."""
    names = any_of([*countries(), *country_adjectives()])
    return re.compile(
        rf"\b(?:{names}|country|national|nationwide|targets?|aims?|in all|altogether|in total|other|earlier|existing)\b"
    )


def _has(cluster: "Cluster", measure: Measure) -> bool:
    """Tell whether a project has this very figure already."""
    figure = cluster.length if measure.unit == "km" else cluster.capacity
    return figure is not None and figure[0] == (measure.value if measure.unit == "km" else measure.text)


def _lacks(cluster: "Cluster", measure: Measure) -> bool:
    figure = cluster.length if measure.unit == "km" else cluster.capacity
    return figure is None and _may_have(cluster, measure)


def _may_have(cluster: "Cluster", measure: Measure) -> bool:
    return cluster.first.linear if measure.unit == "km" else fits_kind(measure.unit, cluster.kind)


def _latest(clusters: Sequence["Cluster"], stop: int) -> "Cluster | None":
    """Return the project that was named last before an offset of the text."""
    named = [
        (mention.head.start, cluster)
        for cluster in clusters
        for mention in cluster.mentions
        if mention.head.start < stop
    ]
    return max(named, key=lambda each: each[0])[1] if named else None


@asked_once
def _find_back_reference(sentence: Sentence) -> re.Match[str] | None:
    opening, further = _back_references()
    match = opening.match(sentence.text)
    return match or (None if sentence.words.isdisjoint(("it", "build")) else further.search(sentence.text))


@cache
def _back_references() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what a sentence opens with and of what stands further on."""
    nouns = any_of(read_table("cues")["back_references"])
    subject = rf"(?:The|This|Its?|Both|These)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})s?\b"
    built = rf"\bto build the (?:{nouns})s?(?=\s(?:in|at|near|between)\s)"
    opening = rf"{subject}|Its?\s|(?:Phase|Stage)\s\w+\b"
    return re.compile(opening, re.IGNORECASE), re.compile(rf",\sand\sit\s|{built}", re.IGNORECASE)


def _add_later(cluster: "Cluster", sentence: Sentence, tail: Tail) -> None:
    offset = read_offset(sentence)
    cluster.later_region = cluster.later_region or tail.region
    if tail.has_ends and lies_in_one_town(cluster):
        cluster.later_places = tail.places
        cluster.sentences.append(sentence)
    if cluster.places:
        return
    if offset and not (tail.places and tail.places[0].quote.start < offset.quote.start):
        cluster.later_places = (offset,)
    elif len(tail.places) > 1 and cluster.first.linear:
        cluster.later_places = tail.places
    elif tail.places and not cluster.first.linear:
        cluster.later_places = tail.places if any(mention.count for mention in cluster.mentions) else tail.places[:1]
    if cluster.later_places:
        cluster.sentences.append(sentence)
