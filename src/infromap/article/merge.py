"""Mentions of one thing become one project: by kind, by place, by what they point back to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from infromap.article.measures import Measure, find_capacities, find_lengths, fits_kind
from infromap.article.mentions import Mention, goes_round
from infromap.article.sentences import Sentence
from infromap.article.tails import Tail, find_places_told, read_offset, read_tail
from infromap.article.vocabulary import any_of, countries, country_adjectives, read_table
from infromap.model.project import Kind, PlaceMention, PlaceRole
from infromap.model.provenance import Quote

_UNDER = re.compile(r"(?:Under|Within|As part of|In the framework of)\s")
_THE_LENGTH = re.compile(r"\bthe\s$")
_LENGTH_FIRST = re.compile(r"(?:(?:About|Some|Around|At|In all|A total of|The)\s)*(?:the\s)?", re.IGNORECASE)
_SIZES = ("MW", "GW", "beds", "m³/day", "TEU")  # of one work, where no other is spoken of
_IT = re.compile(r"\b(?:it|which|that|whose)\b", re.IGNORECASE)


@dataclass(slots=True)
class Cluster:
    """The mentions of one project so far, and places that back references add."""

    mentions: list[Mention]
    only_place: PlaceMention | None = None  # of one of several that the text names together
    later_places: tuple[PlaceMention, ...] = ()
    later_region: PlaceMention | None = None
    later_figures: dict[str, tuple[Measure, Quote]] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        """The mention that opened it."""
        return self.mentions[0]

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.first.kind or Kind.OTHER

    @property
    def region(self) -> PlaceMention | None:
        """The region that it lies in."""
        return self.later_region or next((mention.region for mention in self.mentions if mention.region), None)

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """The most specific places: stops before sites before a town that is gone round."""
        if self.only_place:
            return (self.only_place,)
        named = [mention for mention in self.mentions if mention.places and not mention.is_whole]
        named = named or [mention for mention in self.mentions if mention.places]
        offered = [each.places for each in sorted(named, key=lambda each: not each.places_behind)]
        if self.later_places:
            offered.append(self.later_places)
        return max(offered, key=_specificity, default=())

    @property
    def capacity(self) -> tuple[str, Quote] | None:
        """What it can do, with the words that say so."""
        for mention in self.mentions:
            if mention.capacity_text and mention.capacity:
                return mention.capacity_text, mention.capacity
        measure, quote = self.later_figures.get("capacity", (None, None))
        return (measure.text, quote) if measure and quote else None

    @property
    def length(self) -> tuple[float, Quote] | None:
        """Its length in kilometres, with the words that say so."""
        for mention in self.mentions:
            if mention.length_km and mention.length:
                return mention.length_km, mention.length
        measure, quote = self.later_figures.get("length_km", (None, None))
        return (measure.value, quote) if measure and quote else None


def merge_mentions(
    mentions: Sequence[Mention], has_cue: frozenset[int], sentences: Sequence[Sentence], people: frozenset[str]
) -> tuple[list[Cluster], list[Mention]]:
    """Gather mentions into projects.

    Parameters
    ----------
    mentions
        In the order of the text.
    has_cue
        Numbers of the sentences that speak of building or paying.
    sentences
        All sentences; one such as "The site lies south of A" adds a place to the project before it.
    people
        Names that are no places.

    Returns
    -------
    tuple
        The projects in the order of the text, and the mentions with places that were left out
        because nothing says that they are built or paid for.
    """
    clusters: list[Cluster] = []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence.number, []).append(mention)
    for sentence in sentences:
        for mention in by_sentence.get(sentence.number, ()):
            home = _find_home(mention, clusters)
            if home is not None:
                home.mentions.append(mention)
            elif not _contradicts_definite(mention, clusters) and not _is_component(mention, clusters):
                clusters.append(Cluster([mention]))
        _add_back_reference(clusters, sentence, people)
    kept, left_out = [], []
    for cluster in clusters:
        if any(_is_project(mention, mention.sentence.number in has_cue) for mention in cluster.mentions):
            kept.append(cluster)
        else:
            left_out += [mention for mention in cluster.mentions if mention.places]
    return _without_vague(kept), left_out


def _add_back_reference(clusters: list[Cluster], sentence: Sentence, people: frozenset[str]) -> None:
    """Let "The site lies nine kilometres south of A" and the like add a place to the project before it."""
    match = _back_reference().search(sentence.text)
    cluster = _latest(clusters, sentence.start) if match else None
    if match and cluster:
        tail = read_tail(sentence, match.end(), len(sentence.text), linear=cluster.first.linear, people=people)
        _add_later(cluster, sentence, tail)


def add_nearby_places(
    clusters: list[Cluster],
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
        told = [
            each for each in sentences if each.number in own or (len(clusters) == 1 and _stands().search(each.text))
        ]
        found = [place for sentence in told for place in find_places_told(sentence)]
        names = {place.name for place in found if not place.is_region} - used - people
        known = [place for place in found if place.name in names and is_place(place.name)]
        if len({place.name for place in known}) == 1:
            cluster.later_places = (known[0],)


@cache
def _stands() -> re.Pattern[str]:
    return re.compile(r"\b(?:built|installed|located|stands?|lies|erected|set up|sited|situated)\b")


def add_back_figures(clusters: list[Cluster], sentences: Sequence[Sentence]) -> list[Quote]:
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
            cluster = _latest(clusters, start)
            if start in claimed:
                continue
            if cluster is None:
                unclaimed.append(sentence.quote("figure", measure.start, measure.end))
                continue
            is_here = any(mention.sentence.number == sentence.number for mention in cluster.mentions)
            points_back = (
                _IT.search(sentence.text, 0, measure.start) if is_here else _back_reference().search(sentence.text)
            )
            is_named = any(sentence.text.startswith((f"{place.name},", f"{place.name} ")) for place in cluster.places)
            opening = sentence.text[: measure.start]
            is_length = measure.unit == "km" and bool(_LENGTH_FIRST.fullmatch(opening) or _THE_LENGTH.search(opening))
            is_only = (
                len(clusters) == 1
                and not is_here
                and measure.unit in _SIZES
                and not _of_a_country().search(sentence.text)
            )
            if (is_named or points_back or is_only or is_length) and _lacks(cluster, measure):
                field = "length_km" if measure.unit == "km" else "capacity"
                cluster.later_figures[field] = (measure, sentence.quote(field, measure.start, measure.end))
                claimed.add(start)
            elif not any(_has(each, measure) for each in clusters):
                unclaimed.append(sentence.quote("figure", measure.start, measure.end))
    return unclaimed


@cache
def _of_a_country() -> re.Pattern[str]:
    """Return the pattern of what makes a figure that of a country or of all works together."""
    names = any_of([*countries(), *country_adjectives()])
    return re.compile(
        rf"\b(?:{names}|country|national|nationwide|targets?|aims?|in all|altogether|in total|other|earlier|existing)\b"
    )


def _has(cluster: Cluster, measure: Measure) -> bool:
    """Tell whether a project has this very figure already."""
    figure = cluster.length if measure.unit == "km" else cluster.capacity
    return figure is not None and figure[0] == (measure.value if measure.unit == "km" else measure.text)


def _lacks(cluster: Cluster, measure: Measure) -> bool:
    if measure.unit == "km":
        return cluster.first.linear and cluster.length is None
    return cluster.capacity is None and fits_kind(measure.unit, cluster.kind)


def _latest(clusters: Sequence[Cluster], stop: int) -> Cluster | None:
    """Return the project that was named last before an offset of the text."""
    named = [
        (mention.head.start, cluster)
        for cluster in clusters
        for mention in cluster.mentions
        if mention.head.start < stop
    ]
    return max(named, key=lambda each: each[0])[1] if named else None


@cache
def _back_reference() -> re.Pattern[str]:
    nouns = any_of(read_table("cues")["back_references"])
    built = rf"\bto build the (?:{nouns})s?(?=\s(?:in|at|near|between)\s)"
    subject = rf"^(?:The|This|Its?|Both|These)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})s?\b"
    return re.compile(rf"{subject}|^Its?\s|,\sand\sit\s|^(?:Phase|Stage)\s\w+\b|{built}", re.IGNORECASE)


def split_clusters(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Make "hospitals in A and B" two projects, unless the text counts another number or they are one network."""
    return [part for cluster in clusters for part in _split(cluster)]


def _split(cluster: Cluster) -> list[Cluster]:
    counts = [mention.count for mention in cluster.mentions if mention.count]
    words = cluster.first.head.text.lower()
    is_network = any(noun in words for noun in read_table("kinds")["works"]["shared"])
    if (
        not any(mention.is_plural for mention in cluster.mentions)
        or len(cluster.places) < 2
        or (counts and len(cluster.places) not in counts)
        or (cluster.first.linear and cluster.places[0].role is not PlaceRole.AROUND)
        or (is_network and not counts)
    ):
        return [cluster]
    return [replace(cluster, only_place=place) for place in cluster.places]


def _add_later(cluster: Cluster, sentence: Sentence, tail: Tail) -> None:
    offset = read_offset(sentence)
    cluster.later_region = cluster.later_region or tail.region
    if tail.has_ends and _lies_in_one_town(cluster):
        cluster.later_places = tail.places
        cluster.sentences.append(sentence)
    if cluster.places:
        return
    if offset:
        cluster.later_places = (offset,)
    elif len(tail.places) > 1 and cluster.first.linear:
        cluster.later_places = tail.places
    elif tail.places and not cluster.first.linear:
        cluster.later_places = tail.places if any(mention.count for mention in cluster.mentions) else tail.places[:1]
    if cluster.later_places:
        cluster.sentences.append(sentence)


def _specificity(places: tuple[PlaceMention, ...]) -> tuple[int, int]:
    stops = sum(place.role is PlaceRole.STOP for place in places)
    return (2 if stops > 1 else 0 if places[0].role is PlaceRole.AROUND else 1, len(places))


def _is_project(mention: Mention, has_cue: bool) -> bool:
    is_traffic = mention.capacity_unit in read_table("units")["traffic"]
    is_described = mention.length is not None or (mention.capacity is not None and not is_traffic)
    if mention.is_part:
        return bool(mention.places) and has_cue
    if mention.is_service:
        return bool(mention.places or mention.region) and has_cue
    if mention.places or mention.corridor or mention.region:
        return has_cue or is_described
    return is_described or (has_cue and not mention.is_plural)


def _find_home(mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the project that a mention speaks of: one with the very same places, else the last one that agrees."""
    names = [place.name for place in mention.places]
    homes = [each for each in reversed(clusters) if _is_same_kind(mention, each) and _agree(mention, each)]
    same = (each for each in homes if [place.name for place in each.places] == names)
    return next(same, homes[0] if homes else None)


def _is_same_kind(mention: Mention, cluster: Cluster) -> bool:
    if mention.kind is cluster.kind:
        return True
    if _takes_in(cluster, mention):
        return True
    generic = mention.head.text.lower() in read_table("kinds")["short"]["nouns"]
    return generic and mention.is_definite and not mention.places


def _takes_in(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a mention without a place of its own is a part of the project beside it: a plant's dam."""
    parts = read_table("kinds")["takes_in"].get(cluster.kind, ())
    is_near = mention.sentence.number - max(each.sentence.number for each in cluster.mentions) <= 1
    mine, theirs = ({place.name.casefold() for place in each.places} for each in (mention, cluster))
    is_there = not mine or (mention.is_definite and (mine <= theirs or _one_within_other(mine, theirs)))
    return mention.kind in parts and (is_near or bool(mine and mention.is_definite)) and is_there


def _agree(mention: Mention, cluster: Cluster) -> bool:
    in_same_sentence = cluster.mentions[-1].sentence.number == mention.sentence.number  # they come in order
    if _are_apart(mention, cluster):
        return False
    if mention.region and mention.has_article and not mention.places and cluster.places and cluster.region is None:
        return False  # "a farm in B region", after one that stands in A
    if mention.is_whole and {place.name for place in mention.places} & {place.name for place in cluster.places}:
        return True  # "the A-B road belongs to the A-B-C highway"
    if _conflict(mention.capacity_text, cluster.capacity) or _conflict(mention.length_km, cluster.length):
        return False
    if mention.is_part:
        return False
    if mention.is_plural and not (mention.is_definite or mention.places or mention.region or cluster.first.is_plural):
        return False  # "village roads" are not the highway before
    regions = {each.region.name for each in (mention, cluster) if each.region}
    if mention.region and cluster.region and len(regions) == 1 and not mention.places and not cluster.places:
        return True  # "state highways and district roads in A"
    mine = {place.name.casefold() for place in mention.places}
    theirs = {place.name.casefold() for place in cluster.places}
    if mine and theirs and in_same_sentence and mention.linear is not cluster.first.linear:
        return False  # a line and the station at its end
    if mine and not theirs and mention.is_chain and any(each.corridor and each.is_chain for each in cluster.mentions):
        return False  # a line of its own beside a corridor that is named by its far ends
    if not mine or not theirs:
        is_new = in_same_sentence and not mention.is_definite and bool(mine or mention.capacity)
        is_new = is_new and not _goes_by_title(cluster, mention)
        return not is_new or _takes_in(cluster, mention)
    if mention.is_open and mention.is_definite and mention.places_behind and not mention.linear:
        return True  # "the 104 MW plant is built near A"
    is_next = mention.sentence.number - cluster.mentions[-1].sentence.number <= 2 and not mention.is_ordinal
    if mention.is_open and (mention.is_definite or is_next) and mention.linear and _lies_in_one_town(cluster):
        return True  # "the line will run from A to B", of a tram in the town before
    if _goes_by_title(cluster, mention) and mention.linear and cluster.first.linear and len(theirs) == 1:
        return True  # "under the A Ring Road Project a road between B and C"
    if _names_it(mention, cluster):
        return True
    if mention.own_name and mention.own_name.name.casefold() in theirs and not in_same_sentence and mention.linear:
        return True  # "the A tramway will run from B to C", of a tramway in A
    if cluster.first.is_whole and mention.linear and mine & theirs:
        return True  # "a section of the A-B road … the section from C to B"
    if mine <= theirs or theirs <= mine or _one_within_other(mine, theirs):
        return True
    return not in_same_sentence and _bypass_with_ends(mention, cluster)


def _goes_by_title(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a sentence gives a project's title, "Under the A Road Project", and then its works."""
    return any(each.is_title and each.sentence.number == mention.sentence.number for each in cluster.mentions)


def _names_it(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether "the dam is planned near B" speaks of "the A Dam", which is called after no town."""
    own = [each.own_name.name for each in cluster.mentions if each.own_name]
    is_called_so = [place.name for place in cluster.places] == own[:1]
    is_same_noun = mention.head.text.lower().split()[-1] == cluster.first.head.text.lower().split()[-1]
    return is_same_noun and mention.is_definite and mention.places_behind and not mention.own_name and is_called_so


def _lies_in_one_town(cluster: Cluster) -> bool:
    return (
        cluster.first.linear
        and not cluster.first.is_part
        and [place.role for place in cluster.places] == [PlaceRole.SITE]
    )


def _one_within_other(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether "Hohhot" and "Hohhot Shengle" are meant as one."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    words = [set(re.split(r"[\s-]", name)) for names in (mine, theirs) for name in names]
    return words[0] < words[1] or words[1] < words[0]


def _bypass_with_ends(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether one says what is gone round and the other where the line runs."""
    roles = {mention.places[0].role, cluster.places[0].role}
    comes_last = mention.places[0].role is PlaceRole.AROUND
    is_told = any(goes_round(each) for each in cluster.mentions)
    return (
        mention.linear
        and not mention.is_chain
        and roles == {PlaceRole.AROUND, PlaceRole.STOP}
        and (is_told or not comes_last)
    )


def _are_apart(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether a line and a site of one kind are two works: a gas pipeline and a gas plant."""
    if mention.linear is cluster.first.linear:
        return False
    is_told = not mention.is_open and (cluster.first.is_open or not mention.is_definite)
    return is_told and mention.kind in read_table("kinds")["takes_in"]["never_lines"]


def _conflict(mine: object, theirs: tuple[object, Quote] | None) -> bool:
    return mine is not None and theirs is not None and mine != theirs[0]


def _contradicts_definite(mention: Mention, clusters: Sequence[Cluster]) -> bool:
    """Tell whether "the highway" with another length speaks of a larger whole, not of one more project."""
    return (
        mention.is_definite
        and not mention.places
        and any(_is_same_kind(mention, each) and not _are_apart(mention, each) for each in clusters)
    )


def _is_component(mention: Mention, clusters: Sequence[Cluster]) -> bool:
    """Tell whether a mention is a part of a project that is known: "six bridges", "two berths", "the A bridge" at A."""
    names = {place.name for place in mention.places}
    if clusters and mention.head.text == "Project" and _UNDER.match(mention.sentence.text):
        return True  # "Under the A Project the dam will be raised"
    if mention.is_part and names and not mention.length:
        near = (each for each in clusters if mention.sentence.number - each.mentions[-1].sentence.number <= 2)
        return any(names <= {place.name for place in each.places} and not each.first.is_part for each in near)
    is_bare = not (mention.places or mention.region or mention.capacity or mention.length)
    has_project = any(_is_same_kind(mention, each) for each in clusters)
    return mention.is_plural and is_bare and (mention.is_part or has_project)


def _without_vague(clusters: list[Cluster]) -> list[Cluster]:
    """Leave out what says nothing but its kind where another of the kind says more."""

    def says_more(cluster: Cluster) -> bool:
        has_corridor = any(mention.corridor for mention in cluster.mentions)
        has_figure = bool(cluster.capacity or cluster.length) and not cluster.first.is_plural
        return bool(cluster.places or cluster.region or has_corridor or has_figure)

    def is_named(cluster: Cluster) -> bool:
        """Tell whether it has a name of its own and is not of the same sort as one that says more."""
        others = [each for each in clusters if each is not cluster and each.kind is cluster.kind]
        name = cluster.first.name.removesuffix(cluster.first.head.text)
        return bool(re.search(r"\b[A-Z]", name)) and all(_are_apart(cluster.first, each) for each in others)

    def is_pointed_at(cluster: Cluster) -> bool:
        """Tell whether it is only "the port" or "roads", which the text knows already or does not tell apart."""
        first = cluster.first
        return (first.is_definite or first.is_plural) and not (first.is_title or first.own_name or is_named(cluster))

    def is_route(cluster: Cluster) -> bool:
        """Tell whether it is a corridor, of which the other projects of its kind are parts."""
        return cluster.first.head.text.lower().endswith("corridor") and cluster.first.is_open

    telling = {cluster.kind for cluster in clusters if says_more(cluster) and not is_route(cluster)}

    def is_detail(cluster: Cluster) -> bool:
        """Tell whether it is some kilometres beside a work of another kind: "a dam and 9 km of road"."""
        numbers = {each.sentence.number for each in cluster.mentions}
        others = [each for each in clusters if each is not cluster and each.places and each.kind is not cluster.kind]
        near = any(abs(each.sentence.number - n) <= 1 for other in others for each in other.mentions for n in numbers)
        first = cluster.first
        return near and not first.own_name and not first.is_title and first.head.text.islower()

    def is_kept(cluster: Cluster) -> bool:
        if is_route(cluster) and cluster.kind in telling:
            return False
        has_place = bool(cluster.places or cluster.region or any(each.corridor for each in cluster.mentions))
        if not has_place and cluster.length and not cluster.capacity and is_detail(cluster):
            return False
        if says_more(cluster) or is_named(cluster):
            return True
        return cluster.kind not in telling and not (telling and is_pointed_at(cluster))

    return [cluster for cluster in clusters if is_kept(cluster)]
