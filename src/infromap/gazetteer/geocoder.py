"""The embedded gazetteer with geopy's face; importing geopy takes longer than reading an article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint
from shapely import Point

from infromap.gazetteer.candidates import GEONAMES
from infromap.gazetteer.lookup import Gazetteer, open_data
from infromap.geodesic import distance_km

if TYPE_CHECKING:
    from infromap.gazetteer.curated import CuratedPlace
    from infromap.gazetteer.store import PlaceStore
    from infromap.model.place import Candidate


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """What geopy asks of a connection, for a geocoder that has none."""

    def get_json(self, *_: object, **__: object) -> NoReturn:
        raise RuntimeError("the embedded gazetteer asks nothing of the network")

    get_text = get_json


class EmbeddedGazetteer(Gazetteer, Geocoder):  # type: ignore[misc]
    """A geopy geocoder over the gazetteer that comes with infromap; it opens no connection."""

    def __init__(self, store: "PlaceStore", curated: Sequence["CuratedPlace"]) -> None:
        """Take the open store and the hand-kept places; ``open_gazetteer`` does it for you."""
        Gazetteer.__init__(self, store, curated)
        Geocoder.__init__(self, adapter_factory=lambda **_: _NoNetwork(proxies=None, ssl_context=None))

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
    return EmbeddedGazetteer(*open_data())


def _location(candidate: "Candidate") -> Location:
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
