"""A name becomes ranked candidates: how well the name fits, then country, size and nearness."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from shapely import Point

from infromap.gazetteer.country_names import country_codes
from infromap.gazetteer.fold import fold_name, sound_key
from infromap.gazetteer.store import Area, PlaceRow, PlaceStore, accuracy_of_town_km
from infromap.geodesic import distance_km, move_point
from infromap.model.place import Candidate, Exactness, Place
from infromap.model.project import direction_words
from infromap.model.provenance import Source
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    from infromap.gazetteer.curated import CuratedPlace
    from infromap.gazetteer.type_words import TypedName

GEONAMES = Source(name="GeoNames", url="https://www.geonames.org/")
MAX_NAME_LENGTH = 200  # letters; no place is called more, and hostile text may be

_SLIP_RATIO = 84.0  # of rapidfuzz, in percent: below it two names are different names
_REGION_RADIUS_KM = 100.0  # a division that is one city stands for the region around it
_AROUND_TOWN = 0.85  # a region that is called after its town, beside one that bears the name itself
_NEAR_KM = 300.0
_SAME_TYPES = {
    "city": ("city", "town"),
    "village": ("village", "town"),
    "district": ("village", "town", "region"),
    "republic": ("region", "country"),
}
_ANSWER_QUALITY, _ANSWER_STEP = 0.8, 0.05  # of a service's first answer whose name is another, and of each next one


class Match(NamedTuple):
    """How well one name of a place fits: 1 for the very name."""

    quality: float
    name: str
    how: Saying


class _Weight(NamedTuple):
    """What is to be said for a candidate."""

    score: float
    away_km: float | None  # from what else the project names


Matches = list[tuple[Place, Match]]


def find_by_sound(name: "TypedName", store: PlaceStore, curated: Sequence["CuratedPlace"]) -> Matches | None:
    """Return what a name may mean, unordered: towns, or regions and countries where the name asks for one.

    None if no town sounds like it: then ``find_resembling`` is worth asking.
    """
    rows = store.find_by_key(sound_key(name.folded))
    towns = [*_curated_matches(curated, name.folded), *_row_matches(rows, name.folded)]
    return _with_areas(name, towns, rows, store) if towns else None


def find_resembling(
    name: "TypedName", store: PlaceStore, curated: Sequence["CuratedPlace"], country: str | None
) -> Matches:
    """Return what merely resembles a name, unordered, in a country or anywhere; and regions and countries called so."""
    key = sound_key(name.folded)
    rows = store.find_by_key_start(key[:3], country) if len(key) >= 4 else []
    towns = [*_curated_slips(curated, name.folded), *_row_slips(rows, name.folded)]
    return _with_areas(name, towns, rows, store)


def find_areas(name: "TypedName", store: PlaceStore) -> Matches:
    """Return the regions and countries of a name, unordered."""
    return _with_areas(name, [], [], store)


def rank_matches(
    matches: Matches, wanted_type: str | None, *, country: str | None, near: Sequence[Point], limit: int | None = None
) -> list[Candidate]:
    """Return matches as candidates, best first and at most so many."""
    weighed = [(_weigh(place, match, wanted_type, country, near), place, match) for place, match in matches]
    weighed.sort(key=lambda each: (-each[0].score, each[1].gazetteer_id))
    return [_candidate(place, match, weight, country) for weight, place, match in weighed[:limit]]


def _with_areas(name: "TypedName", towns: Matches, rows: Sequence[PlaceRow], store: PlaceStore) -> Matches:
    if name.wanted_type in ("region", "republic"):
        countries = _countries(store, name.folded) if name.wanted_type == "republic" else []
        return [*_regions(name.folded, towns, rows, store), *countries]
    return [*towns, *_regions(name.folded, [], rows, store), *_countries(store, name.folded)]


def _curated_matches(curated: Iterable["CuratedPlace"], folded: str) -> Matches:
    found = [(each.place, _best_match(each.names, folded)) for each in curated]
    return [(place, match) for place, match in found if match]


def _row_matches(rows: Iterable[PlaceRow], folded: str) -> Matches:
    found = [(place_of_row(row), _best_match((row.name, *row.other_names), folded)) for row in rows]
    return [(place, match) for place, match in found if match]


def _best_match(names: Sequence[str], folded: str) -> Match | None:
    """Return the best agreement of a place's names with a folded name; None if they merely resemble it."""
    forms = [fold_name(name) for name in names]
    if forms[0] == folded:
        return Match(1.0, names[0], Saying("the name itself"))
    if folded in forms:
        return Match(0.97, names[forms.index(folded)], Saying("another name of it"))
    key = sound_key(folded)
    same_sound = [name for name, form in zip(names, forms, strict=True) if sound_key(form) == key]
    return Match(0.9, same_sound[0], Saying("another spelling")) if same_sound else None


def _curated_slips(curated: Iterable["CuratedPlace"], folded: str) -> Matches:
    found = [(each.place, _best_slip(each.names, folded)) for each in curated]
    return [(place, match) for place, match in found if match]


def _row_slips(rows: Sequence[PlaceRow], folded: str) -> Matches:
    named = [(number, name) for number, row in enumerate(rows) for name in (row.name, *row.other_names)]
    forms = [fold_name(name) for _, name in named]
    best: dict[int, tuple[float, str]] = {}
    hits = process.extract(folded, forms, scorer=fuzz.ratio, score_cutoff=_SLIP_RATIO, limit=None)
    for _, ratio, position in hits:
        number, name = named[position]
        best[number] = max(best.get(number, (0.0, "")), (ratio, name))
    return [(place_of_row(rows[number]), _slip(*best[number])) for number in sorted(best)]


def _best_slip(names: Sequence[str], folded: str) -> Match | None:
    ratio, name = max((fuzz.ratio(fold_name(name), folded, score_cutoff=_SLIP_RATIO), name) for name in names)
    return None if ratio < _SLIP_RATIO else _slip(ratio, name)


def _slip(ratio: float, name: str) -> Match:
    return Match(0.8 * ratio / 100, name, Saying("resembles it, {ratio:.0f} %", ratio=ratio))


def place_of_row(row: PlaceRow) -> Place:
    """Return a populated place of GeoNames; its kind goes by its size."""
    kind = "city" if row.population >= 100_000 else "town" if row.population >= 10_000 else "village"
    return Place(
        name=row.name,
        point=Point(row.lon, row.lat),
        gazetteer_id=f"geonames:{row.geonameid}",
        country=row.country,
        feature_type=kind,
        source=GEONAMES,
        exactness=Exactness.CITY,
        accuracy_km=accuracy_of_town_km(row.population),
        population=row.population,
    )


def _regions(folded: str, towns: Matches, rows: Iterable[PlaceRow], store: PlaceStore) -> Matches:
    """Return the first-level divisions of a name: those called so, then those of a town that is called so."""
    regions: dict[str, tuple[Place, Match]] = {}
    for area in store.divisions_of_key(sound_key(folded)):
        match = _best_match(area.names, folded)
        if match:
            place = _region(area, area.names[0])
            regions[place.gazetteer_id] = (place, match)
    named_in = {place.country for place, _ in regions.values()}
    homes = {f"geonames:{row.geonameid}": row for row in rows if row.country not in named_in}
    for town, match in sorted(towns, key=lambda each: (-each[1].quality, -each[0].population)):
        row = homes.get(town.gazetteer_id)
        home = store.division(row.country, row.division) if row else None
        if row and home:
            place = replace(_region(home, match.name), population=row.population)
            around = match._replace(
                quality=match.quality * _AROUND_TOWN, how=Saying("{how}, of a town in it", how=match.how)
            )
            regions.setdefault(place.gazetteer_id, (place, around))
    return list(regions.values())


def _region(area: Area, name: str) -> Place:
    is_called_one = re.search(r"(?i)region|province|oblast|division$", name)
    plain = name if is_called_one else Saying("{name} region", name=name)
    return Place(
        name=plain,
        point=Point(area.lon, area.lat),
        gazetteer_id=f"geonames-division:{area.country}.{area.code}",
        country=area.country,
        feature_type="region",
        source=GEONAMES,
        exactness=Exactness.REGION,
        accuracy_km=max(area.radius_km, _REGION_RADIUS_KM),
        extent=area.bounds,
        note=Saying("the middle of the places in the region"),
    )


def _countries(store: PlaceStore, folded: str) -> Matches:
    plain = folded.removeprefix("the ")
    areas = [*store.countries_called(folded), *store.countries_called(plain)]
    areas += [area for code in country_codes(plain) if (area := store.country(code))]
    found = list({area.code: area for area in areas}.values())
    return [
        (
            Place(
                name=area.names[0],
                point=Point(area.lon, area.lat),
                gazetteer_id=f"geonames-country:{area.code}",
                country=area.code,
                feature_type="country",
                source=GEONAMES,
                exactness=Exactness.COUNTRY,
                accuracy_km=area.radius_km,
                extent=area.bounds,
            ),
            _country_match(area.names[0], folded),
        )
        for area in found
    ]


def _country_match(name: str, folded: str) -> Match:
    return Match(1.0, name, Saying("the name itself") if fold_name(name) == folded else Saying("another name of it"))


def _weigh(place: Place, match: Match, wanted_type: str | None, country: str | None, near: Sequence[Point]) -> _Weight:
    """Weigh a candidate; a perfect one in the right country, large and near, scores 1."""
    is_home = country is not None and place.country == country
    size = min(1.0, math.log10(place.population + 1) / 7)
    away_km = min((distance_km(place.point, point) for point in near), default=None) if near else None
    nearness = 0.5 if away_km is None else math.exp(-away_km / _NEAR_KM)
    fits_type = wanted_type is None or _is_type(place, wanted_type)
    context = (
        1.0
        if place.feature_type == "country"
        else 0.40 * (is_home if country else 0.5) + 0.25 * size + 0.25 * nearness + 0.10 * fits_type
    )
    return _Weight(round(match.quality * (0.4 + 0.6 * context), 4), away_km)


def _candidate(place: Place, match: Match, weight: _Weight, country: str | None) -> Candidate:
    reason = _reason(place, match, country, weight.away_km)
    return Candidate(place=place, score=weight.score, matched_name=match.name, reason=reason)


def _is_type(place: Place, wanted: str) -> bool:
    return place.feature_type in _SAME_TYPES.get(wanted, (wanted,))


def _reason(place: Place, match: Match, country: str | None, away_km: float | None) -> Saying:
    parts = [Saying("{name}: {how}", name=match.name, how=match.how), Saying(place.feature_type)]
    if country and place.country == country:
        parts.append(Saying("in {country}, the article's country", country=country))
    elif country:
        parts.append(Saying("in {country}", country=place.country))
    if place.population:
        parts.append(Saying("inhabitants: {count:,}", count=place.population))
    if away_km is not None:
        parts.append(Saying("{km:,.0f} km from what else the project names", km=away_km))
    return in_turn(parts, "; ")


def weigh_answer(
    place: Place,
    names: Sequence[str],
    name: "TypedName",
    *,
    position: int,
    country: str | None,
    near: Sequence[Point],
) -> Candidate:
    """Weigh a place that a service gave as its answer number ``position`` (from 0) by the rules that hold here.

    It is a candidate under any name, for the service may know more names than it tells; one that
    it does not bear weighs less.
    """
    match = _best_match(names, name.folded) or _best_slip(names, name.folded) if name.folded else None
    if match is None:
        quality = max(0.5, _ANSWER_QUALITY - _ANSWER_STEP * position)
        match = Match(
            quality, names[0], Saying("answer {number} of {source}", number=position + 1, source=place.source.name)
        )
    return _candidate(place, match, _weigh(place, match, name.wanted_type, country, near), country)


def bears_name(names: Sequence[str], folded: str) -> bool:
    """Tell whether one of a place's names is this folded name, in some spelling or with a slip."""
    return _best_match(names, folded) is not None or _best_slip(names, folded) is not None


def with_offset(place: Place, length_km: float, direction: str) -> Place:
    """Return the point that lies so many kilometres from a place in a direction (N, NE … NW)."""
    degrees = ("N", "NE", "E", "SE", "S", "SW", "W", "NW").index(direction) * 45.0
    return replace(
        place,
        point=move_point(place.point, degrees, length_km),
        exactness=Exactness.APPROXIMATE,
        accuracy_km=round(max(2.0, 0.3 * length_km), 1),
        note=Saying(
            "the point {km:g} km {direction} {place}, as the article says",
            km=length_km,
            direction=direction_words(direction),
            place=place.name,
        ),
    )
