"""The places of one project are chosen together, so that its line is short and runs in order."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from infromap.gazetteer.candidates import with_offset
from infromap.gazetteer.fold import fold_name
from infromap.gazetteer.type_words import read_typed_name
from infromap.geodesic import distance_km
from infromap.model.place import Candidate, Place, ResolvedPlace
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    from shapely import Point

    from infromap.gazetteer.finder import PlaceFinder
    from infromap.model.project import PlaceMention

_CANDIDATES = 8
_LOOKED_AT = 60  # before the implausible ones are left out
_REACH, _BEYOND_KM = 1.5, 300.0  # of the country's radius: how far abroad a project of it may lie
_SCORE_WEIGHT = 10.0  # a tenth of a point of score is worth …
_LEG_KM = 100.0  # … so many kilometres of line


def resolve_places(
    mentions: Sequence["PlaceMention"],
    *,
    country: str | None,
    gazetteer: "PlaceFinder",
    region: str | None = None,
) -> tuple[ResolvedPlace, ...]:
    """Choose a place for each name of one project.

    Among up to eight candidates for each name the choice with the best scores and the shortest
    way in order wins; the country of the article weighs in the scores but does not forbid another.

    Parameters
    ----------
    mentions
        The names, in travel order where they have one.
    country
        Two-letter code of the article's country.
    gazetteer
        Where names are looked up.
    region
        Name of the region that the project lies in; places near its middle are preferred.

    Returns
    -------
    tuple of ResolvedPlace
        One for each mention, in their order; ``place`` is None where nothing resembles the name.
    """
    regions = gazetteer.candidates(region, country=country, is_region=True) if region else ()
    near = [each.place.point for each in regions[:1]]
    options = [_plausible_candidates(mention, country, near, gazetteer) for mention in mentions]
    chosen = _choose([each for each in options if each])
    resolved: list[ResolvedPlace] = []
    for mention, found in zip(mentions, options, strict=True):
        if not found:
            resolved.append(_unplaced(mention, country, gazetteer))
            continue
        choice = chosen.pop(0)
        others = [each.place for each in chosen] + [each.place for each in resolved if each.place]
        resolved.append(_resolved(mention, choice, found, others))
    return tuple(resolved)


def guess_country(names: Sequence[str], stated: Sequence[str], gazetteer: "PlaceFinder") -> str | None:
    """Return the two-letter code of the country that most names of places speak for.

    Parameters
    ----------
    names
        Places of the article's projects.
    stated
        Countries that the article names, the most named first: one of these, if they know half of the names.
    gazetteer
        Where names are looked up.

    Returns
    -------
    str or None
        None where neither the article nor the names tell.
    """
    votes: Counter[str] = Counter()
    for name in dict.fromkeys(names):
        found = gazetteer.candidates(name, limit=_LOOKED_AT)
        exact = [each for each in found if fold_name(each.matched_name) == read_typed_name(name).folded]
        homes = {each.place.country for each in exact}
        votes.update(dict.fromkeys(homes & set(stated), 1.0) or {each.place.country: 0.5 for each in exact[:1]})
    best = max(stated, key=lambda code: (votes[code], -stated.index(code)), default=None)
    if best is not None and votes[best] * 2 >= len(dict.fromkeys(names)):
        return best
    return stated[0] if stated else next((code for code, _ in votes.most_common(1)), None)


def _plausible_candidates(
    mention: "PlaceMention", country: str | None, near: Sequence["Point"], gazetteer: "PlaceFinder"
) -> list[Candidate]:
    """Leave out what is abroad and either merely resembles the name or lies out of the country's reach."""
    found: Sequence[Candidate] = gazetteer.candidates(
        mention.name, country=country, near=near, limit=_LOOKED_AT, is_region=mention.is_region
    )
    if not mention.is_region:
        found = _without_regions(found)
    area = gazetteer.country_area(country) if country else None
    if area is None:
        return list(found[:_CANDIDATES])
    middle, radius_km = area
    folded = read_typed_name(mention.name).folded

    def is_plausible(each: Candidate) -> bool:
        if each.place.country == country:
            return True
        away_km = distance_km(each.place.point, middle)
        return fold_name(each.matched_name) == folded and away_km < radius_km * _REACH + _BEYOND_KM

    return [each for each in found if is_plausible(each)][:_CANDIDATES]


def _without_regions(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Leave out the regions that are called after a town where the town itself ranks above them."""
    if found and found[0].place.feature_type == "region":
        return found
    return [each for each in found if each.place.feature_type != "region"]


def _choose(options: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Return the cheapest way through one candidate of each list, in order."""
    ways: list[tuple[float, list[Candidate]]] = [(0.0, [])]
    for candidates in options:
        ways = [_cheapest_way_to(candidate, ways) for candidate in candidates]
    return min(ways, key=lambda way: way[0])[1]


def _cheapest_way_to(candidate: Candidate, ways: list[tuple[float, list[Candidate]]]) -> tuple[float, list[Candidate]]:
    def cost(way: tuple[float, list[Candidate]]) -> float:
        leg_km = distance_km(way[1][-1].place.point, candidate.place.point) if way[1] else 0.0
        return way[0] + leg_km / _LEG_KM

    best = min(ways, key=cost)
    return cost(best) + (1.0 - candidate.score) * _SCORE_WEIGHT, [*best[1], candidate]


def _unplaced(mention: "PlaceMention", country: str | None, gazetteer: "PlaceFinder") -> ResolvedPlace:
    """Say that a name has no place, and what was left out because it lies too far away to be meant."""
    abroad = gazetteer.candidates(mention.name, country=country, limit=_CANDIDATES, is_region=mention.is_region)
    reason = Saying("no place called {name!r} in the gazetteer; look for another spelling", name=mention.name)
    if abroad:
        far = abroad[0].place
        reason = Saying(
            "no place called {name!r} in {country} or near it; {far} ({far_country}) is not meant",
            name=mention.name,
            country=country,
            far=far.name,
            far_country=far.country,
        )
    return ResolvedPlace(mention=mention, place=None, candidates=tuple(abroad), reason=reason)


def _resolved(
    mention: "PlaceMention", choice: Candidate, found: Sequence[Candidate], others: Sequence[Place]
) -> ResolvedPlace:
    place = choice.place
    if mention.offset_km is not None and mention.offset_direction is not None:
        place = with_offset(place, mention.offset_km, mention.offset_direction)
    return ResolvedPlace(mention=mention, place=place, candidates=tuple(found), reason=_reason(choice, found, others))


def _reason(choice: Candidate, found: Sequence[Candidate], others: Sequence[Place]) -> Saying:
    parts = [choice.reason]
    if others:
        away_km = min(distance_km(choice.place.point, other.point) for other in others)
        parts.append(Saying("{km:,.0f} km from the next place of the project", km=away_km))
    rival = next((each for each in found if each is not choice and _is_far(each, choice)), None)
    if rival:
        apart_km = distance_km(choice.place.point, rival.place.point)
        parts.append(
            Saying(
                "another {name} ({type}, {country}) lies {km:,.0f} km away",
                name=rival.matched_name,
                type=Saying(rival.place.feature_type),
                country=rival.place.country,
                km=apart_km,
            )
        )
    return in_turn(parts, "; ")


def _is_far(a: Candidate, b: Candidate) -> bool:
    return not math.isclose(a.place.point.x, b.place.point.x, abs_tol=0.2) or not math.isclose(
        a.place.point.y, b.place.point.y, abs_tol=0.2
    )
