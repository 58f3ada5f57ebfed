"""The embedded gazetteer: names to ranked places. Its face for geopy's users is in ``geocoder``."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from shapely import Point

from infromap.assets import geodata_path, read_or_without
from infromap.errors import DataError
from infromap.gazetteer.candidates import (
    MAX_NAME_LENGTH,
    Matches,
    find_areas,
    find_by_sound,
    find_resembling,
    rank_matches,
)
from infromap.gazetteer.curated import CuratedPlace, read_curated_places
from infromap.gazetteer.fold import fold_name
from infromap.gazetteer.store import PlaceStore
from infromap.gazetteer.type_words import TypedName, noun_forms, read_typed_name

if TYPE_CHECKING:
    from infromap.model.place import Candidate
    from infromap.saying import Saying

_REMEMBERED = 2_000  # names: an article asks for each of its names several times


class Gazetteer:
    """The places that come with infromap. One thread at a time; it opens no connection."""

    def __init__(self, store: PlaceStore, curated: Sequence[CuratedPlace]) -> None:
        """Take the open store and the hand-kept places; ``open_places`` does it for you."""
        self._store = store
        self._curated = tuple(curated)
        self._find_by_sound = lru_cache(maxsize=_REMEMBERED)(self._ask_by_sound)
        self._knows = lru_cache(maxsize=_REMEMBERED)(self._ask_whether_known)
        self._country_area = lru_cache(maxsize=_REMEMBERED)(self._ask_country_area)
        self._find_resembling = lru_cache(maxsize=_REMEMBERED)(self._ask_resembling)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    @property
    def notices(self) -> tuple["Saying", ...]:
        """What of its files is damaged, in sentences: nothing of that is known any more."""
        return tuple(self._store.notices)

    def count(self) -> int:
        """Return how many places it knows."""
        return self._store.count() + len(self._curated)

    def candidates(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Sequence[Point] = (),
        limit: int = 10,
        is_region: bool = False,
    ) -> tuple["Candidate", ...]:
        """Return what a name may mean, best first.

        Parameters
        ----------
        name
            In Latin or Cyrillic letters, in any usual spelling, with or without a type word
            ("Bukhara region", "Zhetygen station").
        country
            The two-letter code of the country to prefer.
        near
            Points (lon, lat in degrees) that the place is probably near to.
        limit
            At most so many.
        is_region
            The name is known to be a region's.

        Returns
        -------
        tuple of Candidate
            Empty if nothing resembles the name.
        """
        typed = read_typed_name(name)
        if is_region and typed.is_place:
            typed = replace(typed, wanted_type="region")
        if not _is_askable(typed):
            return ()
        matches = self._find_by_sound(typed)
        if matches is None:
            forms = (self._find_by_sound(form) for form in noun_forms(typed))
            matches = next((found for found in forms if found), None) or self._find_resembling(typed, country)
        return tuple(rank_matches(matches, typed.wanted_type, country=country, near=near, limit=limit))

    def knows(self, name: str) -> bool:
        """Tell whether a place or a region has this very name, in any script."""
        return self._knows(name)

    def familiarity(self, name: str, country: str | None = None) -> float:
        """Tell how well a place or a region is known under this very name, in any script: 0 for not at all, to 1.

        With a country's two-letter code only places in it count, those under another spelling of the same sound too.
        """
        typed = read_typed_name(name)
        if not _is_askable(typed):
            return 0.0
        matches = self._find_by_sound(typed)
        if matches is None:
            matches = find_areas(typed, self._store)
        found = rank_matches(matches, typed.wanted_type, country=country, near=())
        scores = [
            each.score
            for each in found
            if each.place.country == country or (country is None and fold_name(each.matched_name) == typed.folded)
        ]
        return max(scores, default=0.0)

    def country_area(self, code: str) -> tuple[Point, float] | None:
        """Return the middle of a country (lon, lat) and the radius in km that holds most of its places."""
        return self._country_area(code)

    def region_at(self, point: Point, country: str) -> str | None:
        """Return the name of the first-level division in which the nearest town of the country lies, if it is known."""
        rows = [row for row in self._store.near(point.x, point.y) if row.country == country]
        nearest = min(rows, key=lambda row: (row.lon - point.x) ** 2 + (row.lat - point.y) ** 2, default=None)
        home = self._store.division(country, nearest.division) if nearest else None
        return home.names[0] if home and home.names else None

    def _ask_whether_known(self, name: str) -> bool:
        typed = read_typed_name(name)
        if not _is_askable(typed):
            return False
        matches = self._find_by_sound(typed)
        if matches is None:  # no town: what merely resembles the name is slow to find and does not count
            matches = find_areas(typed, self._store)
        found = rank_matches(matches, typed.wanted_type, country=None, near=(), limit=3)
        first = fold_name(name.split("-")[0]) if "-" in name else None  # GeoNames calls Bishkek "Bishkek osh" as well
        return any(
            fold_name(each.matched_name) == typed.folded and fold_name(each.place.name) != first for each in found
        )

    def _ask_by_sound(self, name: TypedName) -> Matches | None:
        return find_by_sound(name, self._store, self._curated)

    def _ask_country_area(self, code: str) -> tuple[Point, float] | None:
        area = self._store.country(code)
        return (Point(area.lon, area.lat), area.radius_km) if area else None

    def _ask_resembling(self, name: TypedName, country: str | None) -> Matches:
        return find_resembling(name, self._store, self._curated, country)


def _is_askable(name: TypedName) -> bool:
    return name.is_place and 0 < len(name.folded) <= MAX_NAME_LENGTH


def open_places() -> Gazetteer:
    """Open the places that come with infromap; close them by leaving the ``with`` block.

    Where a file of it is missing or damaged the rest is open, and its ``notices`` say so.
    """
    return Gazetteer(*open_data())


def open_data() -> tuple[PlaceStore, tuple[CuratedPlace, ...]]:
    """Open the files of the embedded gazetteer; what is damaged is empty, and the store's ``notices`` say so."""
    none: tuple[CuratedPlace, ...] = ()
    curated, told = read_or_without(lambda: read_curated_places(geodata_path("gazetteer/curated.csv")), none)
    try:
        store = PlaceStore(geodata_path("gazetteer/places.sqlite"))
    except DataError as error:
        store = PlaceStore.without_file(error)
    store.notices += told
    return store, curated
