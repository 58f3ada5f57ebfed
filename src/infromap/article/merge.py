"""Mentions of one thing become one project: by kind, by place, by what they point back to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from infromap.article.mentions import Mention
from infromap.article.names import PLACE
from infromap.article.sentences import Sentence
from infromap.article.tails import Tail, place_mention, read_offset, read_tail
from infromap.article.vocabulary import any_of, read_table
from infromap.model.project import PlaceMention, PlaceRole


@dataclass(slots=True)
class Cluster:
    """The mentions of one project so far, and places that back references add."""

    mentions: list[Mention]
    later_places: tuple[PlaceMention, ...] = ()
    later_region: PlaceMention | None = None
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        """The mention that opened it."""
        return self.mentions[0]

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """The most specific places: stops before sites before a town that is gone round."""
        offered = [mention.places for mention in self.mentions if mention.places]
        if self.later_places:
            offered.append(self.later_places)
        return max(offered, key=_specificity, default=())

    def value_of(self, name: str) -> object:
        """Return the first value that a mention has for a field."""
        return next((value for mention in self.mentions if (value := getattr(mention, name))), None)


def merge_mentions(mentions: Sequence[Mention], has_cue: frozenset[int]) -> tuple[list[Cluster], list[Mention]]:
    """Gather mentions into projects.

    Parameters
    ----------
    mentions
        In the order of the text.
    has_cue
        Numbers of the sentences that speak of building or paying.

    Returns
    -------
    tuple
        The projects in the order of the text, and the mentions with places that were left out
        because nothing says that they are built or paid for.
    """
    clusters: list[Cluster] = []
    left_out: list[Mention] = []
    for mention in mentions:
        home = _find_home(mention, clusters)
        if home is not None:
            home.mentions.append(mention)
        elif _contradicts_definite(mention, clusters):
            continue
        elif _is_project(mention, mention.sentence.number in has_cue):
            clusters.append(Cluster([mention]))
        elif mention.places:
            left_out.append(mention)
    return _without_vague(clusters), left_out


def add_back_references(clusters: list[Cluster], sentences: Sequence[Sentence], people: frozenset[str]) -> None:
    """Let "The site lies nine kilometres south of A" and the like add a place to the project before it."""
    nouns = any_of(read_table("cues")["back_references"])
    pattern = re.compile(rf"^(?:The|This|Its?|Both|These)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})\b|^It\s", re.IGNORECASE)
    for sentence in sentences:
        before = [each for each in clusters if each.first.sentence.number <= sentence.number]
        match = pattern.search(sentence.text)
        if match is None or not before:
            continue
        cluster = max(
            before,
            key=lambda each: (
                max(mention.head.start for mention in each.mentions if mention.sentence.number <= sentence.number)
                if any(mention.sentence.number <= sentence.number for mention in each.mentions)
                else 0
            ),
        )
        _add_later(
            cluster,
            sentence,
            read_tail(sentence, match.end(), len(sentence.text), linear=cluster.first.linear, people=people),
        )


def add_possessors(clusters: list[Cluster]) -> None:
    """Let "A … its wastewater services" put the project in A."""
    for cluster in clusters:
        for mention in cluster.mentions:
            text = mention.sentence.text
            head = mention.head.start - mention.sentence.start
            start = re.match(rf"({PLACE})(?=,|\s(?:is|will|has|gets|plans))", text)
            if cluster.places or start is None or not re.search(r"\b(?:its|their)\s(?:[\w-]+\s){0,3}$", text[:head]):
                continue
            place = place_mention(mention.sentence, start[1], 0, PlaceRole.SITE)
            cluster.later_places = (place,) if place else ()


def _add_later(cluster: Cluster, sentence: Sentence, tail: Tail) -> None:
    offset = read_offset(sentence)
    cluster.later_region = cluster.later_region or tail.region
    if cluster.places:
        return
    if offset:
        cluster.later_places = (offset,)
    elif len(tail.places) > 1 and cluster.first.linear:
        cluster.later_places = tail.places
    elif tail.places and not cluster.first.linear:
        cluster.later_places = tail.places[:1]
    if cluster.later_places:
        cluster.sentences.append(sentence)


def _specificity(places: tuple[PlaceMention, ...]) -> tuple[int, int]:
    stops = sum(place.role is PlaceRole.STOP for place in places)
    return (2 if stops > 1 else 0 if places[0].role is PlaceRole.AROUND else 1, len(places))


def _is_project(mention: Mention, has_cue: bool) -> bool:
    is_described = mention.capacity is not None or mention.length is not None
    if mention.is_part:
        return bool(mention.places) and has_cue
    if mention.places or mention.corridor:
        return has_cue or is_described
    return is_described or (has_cue and not mention.is_plural)


def _find_home(mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    for cluster in reversed(clusters):
        if _is_same_kind(mention, cluster) and _agree(mention, cluster):
            return cluster
    return None


def _is_same_kind(mention: Mention, cluster: Cluster) -> bool:
    if mention.kind is cluster.first.kind:
        return True
    generic = mention.head.text.lower() in read_table("kinds")["generic"]
    return generic and mention.is_definite and not mention.places


def _agree(mention: Mention, cluster: Cluster) -> bool:
    in_same_sentence = any(each.sentence.number == mention.sentence.number for each in cluster.mentions)
    if _conflict(mention.capacity_text, cluster.value_of("capacity_text")) or _conflict(
        mention.length_km, cluster.value_of("length_km")
    ):
        return False
    if mention.is_part:
        return False
    mine = {place.name.casefold() for place in mention.places}
    theirs = {place.name.casefold() for place in cluster.places}
    if not mine or not theirs:
        is_new = in_same_sentence and not mention.is_definite and bool(mine or mention.capacity)
        return not is_new
    if mine <= theirs or theirs <= mine:
        return True
    return not in_same_sentence and _bypass_with_ends(mention, cluster)


def _bypass_with_ends(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether one says what is gone round and the other where the line runs."""
    roles = {mention.places[0].role, cluster.places[0].role}
    return mention.linear and PlaceRole.AROUND in roles and PlaceRole.STOP in roles


def _conflict(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b


def _contradicts_definite(mention: Mention, clusters: Sequence[Cluster]) -> bool:
    """Tell whether "the highway" with another length speaks of a larger whole, not of one more project."""
    return mention.is_definite and not mention.places and any(_is_same_kind(mention, each) for each in clusters)


def _without_vague(clusters: list[Cluster]) -> list[Cluster]:
    """Leave out what says nothing but its kind where another of the kind says more."""

    def says_more(cluster: Cluster) -> bool:
        return bool(
            cluster.places or cluster.value_of("corridor") or cluster.value_of("capacity") or cluster.value_of("length")
        )

    telling = {cluster.first.kind for cluster in clusters if says_more(cluster)}
    return [cluster for cluster in clusters if says_more(cluster) or cluster.first.kind not in telling]
