"""The embedded gazetteer with geopy's face."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NoReturn, Self

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint
from shapely import Point

from infromap.assets import geodata_path
from infromap.gazetteer.candidates import GEONAMES, distance_km, find_candidates
from infromap.gazetteer.curated import CuratedPlace, read_curated_places
from infromap.gazetteer.fold import fold_name
from infromap.gazetteer.store import PlaceStore
from infromap.gazetteer.type_words import read_typed_name
from infromap.model.place import Candidate


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """What geopy asks of a connection, for a geocoder that has none."""

    def get_json(self, *_: object, **__: object) -> NoReturn:
        raise RuntimeError("the embedded gazetteer asks nothing of the network")

    get_text = get_json


class EmbeddedGazetteer(Geocoder):  # type: ignore[misc]
    """A geopy geocoder over the gazetteer that comes with infromap; it opens no connection."""

    def __init__(self, store: PlaceStore, curated: Sequence[CuratedPlace]) -> None:
        """Take the open store and the hand-kept places; ``open_gazetteer`` does it for you."""
        super().__init__(adapter_factory=lambda **_: _NoNetwork(proxies=None, ssl_context=None))
        self._store = store
        self._curated = tuple(curated)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

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
    ) -> tuple[Candidate, ...]:
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
        found = find_candidates(typed, self._store, self._curated, country=country, near=near)
        return tuple(found[:limit])

    def knows(self, name: str) -> bool:
        """Tell whether a place or a region has this very name, in any script."""
        return self.familiarity(name) > 0

    def familiarity(self, name: str, country: str | None = None) -> float:
        """Tell how well a place or a region is known under this very name, in any script: 0 for not at all, to 1.

        With a country's two-letter code only places in it count, those under another spelling of the same sound too.
        """
        typed = read_typed_name(name)
        found = find_candidates(typed, self._store, self._curated, country=country, near=(), is_exact=True)
        scores = [
            each.score
            for each in found
            if each.place.country == country or (country is None and fold_name(each.matched_name) == typed.folded)
        ]
        return max(scores, default=0.0)

    def country_area(self, code: str) -> tuple[Point, float] | None:
        """Return the middle of a country (lon, lat) and the radius in km that holds most of its places."""
        area = next((each for each in self._store.countries() if each.code == code), None)
        return (Point(area.lon, area.lat), area.radius_km) if area else None

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country: str | None = None,
    ) -> Location | list[Location] | None:
        """Return the best place for a name as geopy does: a Location, a list of them, or None.

        ``Location.raw`` holds id, country, type, population, accuracy_km, source and score.
        ``timeout`` is taken for geopy's sake: nothing here waits.
        """
        del timeout
        locations = [_location(each) for each in self.candidates(query, country=country)]
        return _one_or_all(locations, exactly_one=exactly_one)

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Return the place nearest to a point, or the ten nearest, within about 100 km.

        ``query`` is what geopy takes: (lat, lon), "lat, lon" or a geopy Point.
        """
        del timeout
        latlon = GeopyPoint(query)
        here = Point(latlon.longitude, latlon.latitude)
        rows = self._store.near(here.x, here.y)
        ranked = sorted((distance_km(here, Point(row.lon, row.lat)), row.number, row) for row in rows)
        locations = [
            Location(
                f"{row.name}, {row.country}",
                GeopyPoint(row.lat, row.lon),
                {
                    "id": f"geonames:{row.geonameid}",
                    "country": row.country,
                    "population": row.population,
                    "distance_km": round(away_km, 3),
                    "source": GEONAMES.name,
                },
            )
            for away_km, _, row in ranked[:10]
        ]
        return _one_or_all(locations, exactly_one=exactly_one)


def open_gazetteer() -> EmbeddedGazetteer:
    """Open the gazetteer that comes with infromap; close it by leaving its ``with`` block.

    Raises
    ------
    DataError
        If a file of it is missing or damaged.
    """
    curated = read_curated_places(geodata_path("gazetteer/curated.csv"))
    return EmbeddedGazetteer(PlaceStore(geodata_path("gazetteer/places.sqlite")), curated)


def _location(candidate: Candidate) -> Location:
    place = candidate.place
    raw = {
        "id": place.gazetteer_id,
        "name": place.name,
        "country": place.country,
        "type": place.feature_type,
        "population": place.population,
        "accuracy_km": place.accuracy_km,
        "source": place.source.name,
        "score": candidate.score,
        "reason": candidate.reason,
    }
    return Location(f"{place.name}, {place.country}", GeopyPoint(place.point.y, place.point.x), raw)


def _one_or_all(locations: list[Location], *, exactly_one: bool) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations
