"""A place of a gazetteer or a service as members of the project file, whole: the gazetteer may know others by then."""

from typing import TYPE_CHECKING, Any

from shapely import Point

from infromap.model.place import Bounds, Exactness, Place
from infromap.model.provenance import Source
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.session.members import Members

MOST_KM = 20_100.0  # half way round the Earth
MOST_PEOPLE = 10**11


def place_to_json(place: Place) -> dict[str, Any]:
    """Return a place as members."""
    extent = place.extent
    return {
        "name": place.name,
        "lon": place.point.x,
        "lat": place.point.y,
        "id": place.gazetteer_id,
        "country": place.country,
        "type": place.feature_type,
        "source": {"name": place.source.name, "url": place.source.url, "date": place.source.date},
        "exactness": place.exactness.value,
        "accuracy_km": place.accuracy_km,
        "population": place.population,
        "region": place.region,
        "extent": [extent.west, extent.south, extent.east, extent.north] if extent else None,
        "note": place.note,
    }


def place_from_json(members: "Members") -> Place:
    """Read a place; ProjectFileError if something of it is missing or of another type."""
    source = members.object("source")
    return Place(
        name=members.text("name"),
        point=Point(members.number("lon", least=-180, most=180), members.number("lat", least=-90, most=90)),
        gazetteer_id=members.text("id"),
        country=members.text("country"),
        feature_type=members.text("type"),
        source=Source(name=source.text("name"), url=source.text_or_none("url"), date=source.text_or_none("date")),
        exactness=members.choice("exactness", list(Exactness)),
        accuracy_km=members.number("accuracy_km", least=0, most=MOST_KM),
        population=members.integer("population", least=0, most=MOST_PEOPLE),
        region=members.text_or_none("region"),
        extent=_extent(members),
        note=Saying(note) if (note := members.text_or_none("note")) else None,
    )


def _extent(members: "Members") -> Bounds | None:
    if members.is_null("extent"):
        return None
    west, south, east, north = members.numbers("extent", count=4)
    return Bounds(west=west, south=south, east=east, north=north)
