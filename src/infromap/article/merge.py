"""Mentions of one thing become one project, and what is none is left out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.afterthoughts import add_back_reference
from infromap.article.clusters import Cluster
from infromap.article.measures import Measure, find_capacities, is_total
from infromap.article.sameness import are_apart, contradicts_definite, find_home, is_component
from infromap.article.vocabulary import read_table
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence
    from infromap.model.provenance import Quote

_SECTION_OF = re.compile(r"\b(?:section|stretch|segment)\sof\s[^,;.]{0,40}$")


def merge_mentions(
    mentions: Sequence["Mention"], has_cue: frozenset[int], sentences: Sequence["Sentence"], people: frozenset[str]
) -> tuple[list[Cluster], list["Mention"]]:
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
            home = find_home(mention, clusters)
            if home is not None:
                home.mentions.append(mention)
            elif not contradicts_definite(mention, clusters) and not is_component(mention, clusters):
                clusters.append(Cluster([mention]))
        add_back_reference(clusters, sentence, people)
    kept, left_out = [], []
    for cluster in clusters:
        has_places = any(each.sentence.number in has_cue for each in cluster.mentions) and bool(cluster.later_places)
        is_project = any(_is_project(mention, mention.sentence.number in has_cue) for mention in cluster.mentions)
        if has_places or (is_project and any(map(_is_told_apart, cluster.mentions))):
            kept.append(cluster)
        else:
            left_out += [mention for mention in cluster.mentions if mention.places]
    return _without_vague(kept), left_out


def rescue_project(mentions: Sequence["Mention"], has_cue: frozenset[int]) -> list[Cluster]:
    """Return the one work that a text without a clear project speaks of most: "the restoration of water systems".

    ``mentions`` are those of the text, ``has_cue`` the sentences that speak of building or paying.
    """
    told = [each for each in mentions if each.sentence.number in has_cue and not each.is_service]
    counts = Counter(each.kind for each in told if not each.is_part)
    if not counts:
        return []
    kind, _ = counts.most_common(1)[0]
    return [Cluster([each for each in told if each.kind is kind and not each.is_part])]


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
    own = {place.name: _figure_before(cluster, place) for place in cluster.places}
    if not any(own.values()) and not _is_total(cluster):
        return [replace(cluster, only_place=place, mentions=_at(place, cluster)) for place in cluster.places]
    later = {name: figure for name, figure in cluster.later_figures.items() if name != "capacity"}
    return [
        replace(
            cluster,
            only_place=place,
            mentions=[
                replace(each, capacity=None, capacity_text=None, capacity_unit=None) for each in _at(place, cluster)
            ],
            later_figures=later | _as_capacity(own[place.name]),
        )
        for place in cluster.places
    ]


def _as_capacity(figure: tuple[Measure, "Quote"] | None) -> dict[str, tuple[Measure, "Quote"]]:
    return {"capacity": figure} if figure else {}


def _figure_before(cluster: Cluster, place: PlaceMention) -> tuple[Measure, "Quote"] | None:
    """Return the capacity that stands right before a name: "the 445 MW A and 315 MW B plants"."""
    for sentence in (each.sentence for each in cluster.mentions):
        stop = place.quote.start - sentence.start
        for measure in find_capacities(sentence) if 0 <= stop <= len(sentence.text) else ():
            if sentence.text[measure.end : stop] == " ":
                return measure, sentence.quote("capacity", measure.start, measure.end)
    return None


def _is_total(cluster: Cluster) -> bool:
    """Tell whether a capacity is that of several works together."""
    quote = cluster.capacity[1] if cluster.capacity else None
    told = [each.sentence for each in cluster.mentions if quote and each.capacity == quote]
    return any(is_total(sentence, quote.start - sentence.start) for sentence in told if quote)


def _at(place: PlaceMention, cluster: Cluster) -> list["Mention"]:
    """Return the mentions that may speak of the work in one of several places: they name that one, or none."""
    return [each for each in cluster.mentions if not each.places or place.name in [x.name for x in each.places]]


def _is_project(mention: "Mention", has_cue: bool) -> bool:
    is_traffic = mention.capacity_unit in read_table("units")["traffic"]
    is_described = mention.length is not None or (mention.capacity is not None and not is_traffic)
    if mention.is_part:
        return bool(mention.places) and (has_cue or mention.is_title)
    if mention.is_service:
        return bool(mention.places or mention.region) and has_cue
    if mention.places or mention.corridor or mention.region:
        return has_cue or is_described or mention.is_title
    return is_described or (has_cue and not mention.is_plural)


def _is_new_section(mention: "Mention") -> bool:
    is_section = mention.head.text.lower() in ("section", "stretch", "segment")
    return is_section and mention.has_article and len(mention.places) > 1


def _is_told_apart(mention: "Mention") -> bool:
    """Tell whether a mention says which work: "motorway construction" means none."""
    has_place = bool(mention.places or mention.region or mention.corridor)
    has_figure = bool(mention.capacity or mention.length)
    has_word = mention.is_definite or mention.has_article or mention.is_title or mention.is_plural
    is_bare = mention.name == mention.head.text and mention.name.isascii()  # Russian has no articles
    return has_place or has_figure or has_word or not is_bare


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
        is_title = cluster.first.head.text == "Project" and any(says_more(each) for each in others)
        return (
            bool(re.search(r"\b[A-Z]", name))
            and not is_title
            and all(are_apart(cluster.first, each) for each in others)
        )

    def is_pointed_at(cluster: Cluster) -> bool:
        """Tell whether it is only "the port" or "roads", which the text knows already or does not tell apart."""
        first = cluster.first
        return (first.is_definite or first.is_plural) and not first.is_title

    def is_route(cluster: Cluster) -> bool:
        """Tell whether it is a corridor, of which the other projects of its kind are parts."""
        first = cluster.first
        before = first.sentence.text[: first.head.start - first.sentence.start]
        return first.head.text.lower().endswith("corridor") and first.is_open and not _SECTION_OF.search(before)

    def is_sum(cluster: Cluster) -> bool:
        """Tell whether it only counts what the text then names one by one: "three plants"."""
        alike = [each for each in clusters if each is not cluster and each.kind is cluster.kind]
        others = [each for each in alike if each.places or each.region]
        return bool(cluster.first.count) and not any(each.places for each in cluster.mentions) and len(others) > 1

    def is_cut_up(cluster: Cluster) -> bool:
        """Tell whether it is the whole of the sections that come next: "the A-B road. A section from A to C …"."""
        first = cluster.first
        sections = [each for each in clusters if each.kind is cluster.kind and _is_new_section(each.first)]
        behind = [each for each in sections if 0 < each.first.sentence.number - first.sentence.number <= 2]
        return first.is_definite and len(first.places) > 1 and not cluster.length and len(behind) > 1

    telling = {cluster.kind for cluster in clusters if says_more(cluster) and not is_route(cluster)}

    def is_detail(cluster: Cluster) -> bool:
        """Tell whether it is some kilometres beside a work of another kind: "a dam and 9 km of road"."""
        numbers = {each.sentence.number for each in cluster.mentions}
        others = [each for each in clusters if each is not cluster and each.places and each.kind is not cluster.kind]
        near = any(abs(each.sentence.number - n) <= 1 for other in others for each in other.mentions for n in numbers)
        return near and cluster.first.head.text.islower()

    def is_kept(cluster: Cluster) -> bool:
        if (is_route(cluster) and cluster.kind in telling) or is_sum(cluster) or is_cut_up(cluster):
            return False
        has_place = bool(cluster.places or cluster.region or any(each.corridor for each in cluster.mentions))
        if not has_place and cluster.length and not cluster.capacity and is_detail(cluster):
            return False
        if says_more(cluster) or is_named(cluster):
            return True
        return cluster.kind not in telling and not (telling and is_pointed_at(cluster))

    return [cluster for cluster in clusters if is_kept(cluster)]
