"""The beginning of a name → the places that somebody who types it may want, the best first."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.gazetteer.candidates import place_of_row
from infromap.gazetteer.curated import CuratedPlace
from infromap.gazetteer.fold import fold_name, sound_key
from infromap.gazetteer.lookup import Gazetteer

if TYPE_CHECKING:
    from infromap.gazetteer.store import PlaceRow, PlaceStore
    from infromap.model.place import Place

_LEAST_LETTERS = 2
_LEAST_FOR_AREAS = 4  # letters that may be a region or a country, or a name with a slip in it
_MOST_LETTERS = 60
_BY_OTHER_NAME = 0.6  # of the weight of its usual name
_OWN_COUNTRY = 1.5
_WHOLE_NAME = 1.5


def suggest_places(
    beginning: str,
    store: "PlaceStore",
    curated: Sequence[CuratedPlace] = (),
    *,
    country: str | None = None,
    limit: int = 8,
) -> tuple["Place", ...]:
    """Return places whose name begins so, in any script; those that sound like it where none does.

    Parameters
    ----------
    beginning
        Two letters or more.
    store, curated
        The embedded gazetteer, as ``open_data`` gives it.
    country
        The two-letter code of the country to prefer.
    limit
        At most so many.

    Returns
    -------
    tuple of Place
        Large ones before small ones, those called so before those that are also called so.
    """
    folded = fold_name(beginning[: _MOST_LETTERS + 1])
    if not _LEAST_LETTERS <= len(folded) <= _MOST_LETTERS:
        return ()
    towns: list[tuple[float, PlaceRow | CuratedPlace]] = [
        (_weigh((row.name, *row.other_names), folded, row.population, row.country == country), row)
        for row in store.find_by_key_start(sound_key(folded), None)
    ]
    towns += [(_weigh(each.names, folded, 0, each.place.country == country), each) for each in curated]
    best = sorted((each for each in towns if each[0] > 0), key=lambda each: -each[0])[:limit]
    found = [_place(each, store) for _, each in best]
    if len(folded) >= _LEAST_FOR_AREAS:
        others = Gazetteer(store, curated).candidates(beginning, country=country, limit=limit)
        found += [each.place for each in others if not best or each.place.feature_type in ("region", "country")]
    return _each_once(found)[:limit]


def _weigh(names: Sequence[str], folded: str, population: int, is_home: bool) -> float:
    for number, name in enumerate(names):
        plain = fold_name(name)
        if plain.startswith(folded):
            weight = math.log10(max(population, 0) + 100) * (_BY_OTHER_NAME if number else 1.0)
            return weight * (_OWN_COUNTRY if is_home else 1.0) * (_WHOLE_NAME if plain == folded else 1.0)
    return 0.0


def _place(found: "PlaceRow | CuratedPlace", store: "PlaceStore") -> "Place":
    """Return a place with its region: two towns of one name are told apart by where they lie."""
    if isinstance(found, CuratedPlace):
        return found.place
    division = store.division(found.country, found.division)
    return replace(place_of_row(found), region=division.names[0] if division and division.names else None)


def _each_once(places: Sequence["Place"]) -> tuple["Place", ...]:
    once: dict[str, Place] = {}
    for place in places:
        once.setdefault(place.gazetteer_id, place)
    return tuple(once.values())
