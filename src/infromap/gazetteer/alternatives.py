"""What a person may choose from, who knows better than the program which place a name means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from infromap.geodesic import distance_km

if TYPE_CHECKING:
    from shapely import Point

    from infromap.gazetteer.lookup import Gazetteer
    from infromap.model.place import Candidate, Place

_MOST = 20


class Alternative(NamedTuple):
    """A candidate and how far it lies from the nearest other place of the project; None where it has no other."""

    candidate: "Candidate"
    away_km: float | None


def list_alternatives(
    name: str,
    gazetteer: "Gazetteer",
    *,
    country: str | None,
    others: Sequence["Point"] = (),
    known: Sequence["Candidate"] = (),
) -> list[Alternative]:
    """Return what a name may mean, anywhere in the world, best first.

    Parameters
    ----------
    name
        As the article writes it, or as the user thinks that it is called.
    gazetteer
        Where it is looked up.
    country
        Two-letter code of the country to prefer.
    others
        Where the other places of the project are (lon, lat in degrees).
    known
        Candidates that are there already, of an online geocoder for instance; each place comes once.

    Returns
    -------
    list of Alternative
        At most some twenty, with the region of each where the gazetteer knows it; empty if nothing resembles the name.
    """
    found = gazetteer.candidates(name, country=country, near=others, limit=_MOST)
    each_once = {each.place.gazetteer_id: each for each in (*found, *known)}
    ranked = sorted(each_once.values(), key=lambda each: -each.score)
    return [_alternative(each, gazetteer, others) for each in ranked]


def _alternative(candidate: "Candidate", gazetteer: "Gazetteer", others: Sequence["Point"]) -> Alternative:
    place = replace(candidate.place, region=candidate.place.region or _region(candidate.place, gazetteer))
    away_km = min((distance_km(place.point, other) for other in others), default=None)
    return Alternative(replace(candidate, place=place), away_km)


def _region(place: "Place", gazetteer: "Gazetteer") -> str | None:
    is_in_one = place.feature_type not in ("region", "country")
    return gazetteer.region_at(place.point, place.country) if is_in_one else None
