"""Whether a mention speaks of a project that is known already: by kind, place, title, and what it points at."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from infromap.article.clusters import PLANTS, Cluster
from infromap.article.mention import Mention, goes_round
from infromap.article.vocabulary import read_table
from infromap.model.project import PlaceRole

if TYPE_CHECKING:
    from infromap.model.provenance import Quote

_UNDER = re.compile(r"(?:Under|Within|As part of|In the framework of)\s")


def find_home(mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the project that a mention speaks of: one with the very same places, else the last one that agrees."""
    names = [place.name for place in mention.places]
    homes = [each for each in reversed(clusters) if _is_same_kind(mention, each) and _agree(mention, each)]
    same = (each for each in homes if [place.name for place in each.places] == names)
    alike = (each for each in homes if each.first.is_part is mention.is_part)  # "the road" is not the tunnel before
    return next(same, None) or next(alike, homes[0] if homes else None)


def _is_same_kind(mention: Mention, cluster: Cluster) -> bool:
    if mention.kind is cluster.kind:
        return True
    if _takes_in(cluster, mention):
        return True
    if _is_said_later(mention, cluster):
        return True
    generic = mention.head.text.lower() in read_table("kinds")["short"]["nouns"]
    return generic and not mention.places and (mention.is_definite or _gives_its_capacity(mention, cluster))


def _is_said_later(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether "the A hydropower plant" says which "largest power station of the country" was meant before."""
    first = cluster.first.head.text.lower()
    is_generic = first in ("power plant", "power station") and not (cluster.places or cluster.capacity)
    is_near = mention.sentence.number - cluster.mentions[-1].sentence.number <= 2
    return is_generic and is_near and mention.is_definite and mention.kind in PLANTS


def _gives_its_capacity(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether "with a 147 MW power plant" says how large the hydropower project is that was named just before."""
    is_near = mention.sentence.number - cluster.mentions[-1].sentence.number <= 1
    is_power = cluster.kind.value in read_table("units")["fits"].get(mention.capacity_unit, ())
    return is_near and is_power and not mention.is_plural and cluster.capacity is None


def _takes_in(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether a mention without a place of its own is a part of the project beside it: a plant's dam."""
    parts = read_table("kinds")["takes_in"].get(cluster.kind, ())
    reach = 1 if mention.places else 3
    is_near = mention.sentence.number - max(each.sentence.number for each in cluster.mentions) <= reach
    mine, theirs = ({place.name.casefold() for place in each.places} for each in (mention, cluster))
    is_there = not mine or (mention.is_definite and (mine <= theirs or _one_within_other(mine, theirs)))
    return mention.kind in parts and (is_near or bool(mine and mention.is_definite)) and is_there


def _agree(mention: Mention, cluster: Cluster) -> bool:
    in_same_sentence = cluster.mentions[-1].sentence.number == mention.sentence.number  # they come in order
    if are_apart(mention, cluster):
        return False
    if mention.region and mention.has_article and not mention.places and cluster.places and cluster.region is None:
        return False  # "a farm in B region", after one that stands in A
    if mention.is_whole and {place.name for place in mention.places} & {place.name for place in cluster.places}:
        return True  # "the A-B road belongs to the A-B-C highway"
    if mention.is_whole and mention.corridor and not mention.places:
        return True  # "the stretches are a part of the A-B highway"
    if mention.corridor and not mention.places and in_same_sentence and len(cluster.places) > 1 and mention.linear:
        return True  # "the road between C and D, the last piece of the motorway from A to B"
    if _conflict(mention.capacity_text, cluster.capacity) or _conflict(mention.length_km, cluster.length):
        return False
    if mention.is_part:
        return False
    if mention.is_plural and not (mention.is_definite or mention.places or mention.region or cluster.first.is_plural):
        return False  # "village roads" are not the highway before
    mine = {place.name.casefold() for place in mention.places}
    theirs = {place.name.casefold() for place in cluster.places}
    if cluster.first.is_service and not mention.is_service and all(each.is_region for each in cluster.places):
        return True  # "waste management in the A region … the landfill will be built in B"
    if mine and theirs and in_same_sentence and mention.linear is not cluster.first.linear:
        return False  # a line and the station at its end
    if not mine or not theirs:
        is_new = in_same_sentence and not mention.is_definite and bool(mine or mention.capacity)
        is_new = is_new and not _goes_by_title(cluster, mention)
        return not is_new or _takes_in(cluster, mention)
    if mention.is_open and mention.is_definite and mention.places_behind and not mention.linear:
        return True  # "the 104 MW plant is built near A"
    is_next = mention.sentence.number - cluster.mentions[-1].sentence.number <= 3 and not mention.is_ordinal
    if mention.is_open and (mention.is_definite or is_next) and mention.linear and lies_in_one_town(cluster):
        return True  # "the line will run from A to B", of a tram in the town before
    if _goes_by_title(cluster, mention) and mention.linear and cluster.first.linear and len(theirs) == 1:
        return True  # "under the A Ring Road Project a road between B and C"
    if _names_it(mention, cluster) or _is_named_later(mention, cluster):
        return True
    if mention.own_name and mention.own_name.name.casefold() in theirs and not in_same_sentence and mention.linear:
        return True  # "the A tramway will run from B to C", of a tramway in A
    is_on_it = mention.is_definite and mention.places_behind and not mention.own_name and is_next
    if cluster.first.is_whole and mention.linear and (mine & theirs or is_on_it):
        return True  # "a section of the A-B road … the section from C to B"
    if mention.is_chain and cluster.places[0].role is PlaceRole.AROUND:
        return False  # a line to the town that a ring goes round
    if mine <= theirs or theirs <= mine or _one_within_other(mine, theirs) or _ends_alike(mention, cluster):
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


def _is_named_later(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether "the A plant" is the one that was "a plant in B" when it had no name yet."""
    is_named = mention.is_definite and mention.own_name is not None and not mention.places_behind
    has_none = cluster.first.has_article and not any(each.own_name for each in cluster.mentions)
    return is_named and has_none and not mention.linear and cluster.first.places_behind


def lies_in_one_town(cluster: Cluster) -> bool:
    """Tell whether a line is told by the one town that it lies in: "a tramway in A"."""
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


def _ends_alike(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether two lines run alike: "the A-B railway", and "from A to B Airport"."""
    mine, theirs = ([place.name.casefold() for place in places] for places in (mention.places, cluster.places))
    is_line = mention.linear and cluster.first.linear and len(mine) == len(theirs) > 1
    return is_line and all(a == b or _one_within_other({a}, {b}) for a, b in zip(mine, theirs, strict=True))


def _bypass_with_ends(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether one says what is gone round and the other where the line runs."""
    roles = {mention.places[0].role, cluster.places[0].role}
    comes_last = mention.places[0].role is PlaceRole.AROUND
    is_told = any(goes_round(each) for each in cluster.mentions)
    return (
        mention.linear
        and not mention.is_chain
        and not (mention.has_article and goes_round(mention))  # "a bypass" is one more
        and roles == {PlaceRole.AROUND, PlaceRole.STOP}
        and (is_told or not comes_last)
    )


def are_apart(mention: Mention, cluster: Cluster) -> bool:
    """Tell whether a line and a site of one kind are two works: a gas pipeline and a gas plant."""
    if mention.linear is cluster.first.linear or (mention.is_service and cluster.first.is_plural):
        return False  # "new mains … and a better water supply"
    is_new_line = mention.is_open and mention.has_article and mention.linear and len(mention.places) > 1
    is_told = is_new_line or (not mention.is_open and (cluster.first.is_open or not mention.is_definite))
    return is_told and mention.kind in read_table("kinds")["takes_in"]["never_lines"]


def _conflict(mine: object, theirs: tuple[object, "Quote"] | None) -> bool:
    return mine is not None and theirs is not None and mine != theirs[0]


def contradicts_definite(mention: Mention, clusters: Sequence[Cluster]) -> bool:
    """Tell whether "the highway" with another length speaks of a larger whole, not of one more project."""
    return (
        mention.is_definite
        and not mention.places
        and any(_is_same_kind(mention, each) and not are_apart(mention, each) for each in clusters)
    )


def is_component(mention: Mention, clusters: Sequence[Cluster]) -> bool:
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
