"""Corrections for tests, of the projects of a map."""

from shapely import Point

from infromap.model.correction import Detail, DetailEdited, LineDrawn, PlaceChosen, PointMoved, Vertex
from infromap.model.place import Exactness, Place
from infromap.model.provenance import Source
from infromap.session.corrections import identify

DAY = "2026-11-25"
IRGIZ = Place(
    name="Irgiz",
    point=Point(61.2667, 48.6167),
    gazetteer_id="geonames:609924",
    country="KZ",
    feature_type="village",
    source=Source(name="GeoNames", url="https://www.geonames.org/"),
    exactness=Exactness.CITY,
    accuracy_km=1.0,
    population=5000,
)


def choose(feature, name, place, *, date=DAY):
    return PlaceChosen(project=identify(feature), date=date, name=name, place=place)


def move(feature, name, lon, lat, *, accuracy_km=3.0, date=DAY):
    exactness = Exactness.EXACT if accuracy_km <= 1 else Exactness.APPROXIMATE
    point = Point(lon, lat)
    return PointMoved(
        project=identify(feature), date=date, name=name, point=point, exactness=exactness, accuracy_km=accuracy_km
    )


def draw(feature, *vertices, date=DAY):
    """Draw a line through (lon, lat, name) or (lon, lat)."""
    made = tuple(Vertex(point=Point(lon, lat), name="".join(name)) for lon, lat, *name in vertices)
    return LineDrawn(
        project=identify(feature), date=date, vertices=made, exactness=Exactness.APPROXIMATE, accuracy_km=5.0
    )


def edit(feature, detail, value, *, date=DAY):
    return DetailEdited(project=identify(feature), date=date, detail=Detail(detail), value=value)
