from dataclasses import replace

import pytest
from shapely import Point

from infromap.compose import compose_feature
from infromap.model.place import Exactness, Place, ResolvedPlace
from infromap.model.project import Kind, PlaceMention, PlaceRole, Project
from infromap.model.provenance import Quote, Source
from infromap.model.route import GeometryMethod
from infromap.route import plan_waypoints, trace_route

TOWN = Place(
    name="Town",
    point=Point(60, 50),
    gazetteer_id="geonames:1",
    country="KZ",
    feature_type="town",
    source=Source(name="GeoNames"),
    exactness=Exactness.CITY,
    accuracy_km=5,
)
VILLAGE = replace(TOWN, name="Village", point=Point(62, 49), gazetteer_id="curated:2", exactness=Exactness.APPROXIMATE)
REGION = replace(TOWN, name="Region", exactness=Exactness.REGION, accuracy_km=150, feature_type="region")
COUNTRY = replace(TOWN, name="Country", exactness=Exactness.COUNTRY, accuracy_km=900, feature_type="country")


def mention(name: str, role: PlaceRole = PlaceRole.SITE) -> PlaceMention:
    return PlaceMention(name=name, role=role, quote=Quote(field="place", text=name, start=0, end=len(name)))


def resolved(place: Place | None, name: str = "Somewhere", role: PlaceRole = PlaceRole.SITE) -> ResolvedPlace:
    return ResolvedPlace(mention=mention(name, role), place=place, candidates=(), reason="a test")


def project(*places: ResolvedPlace, linear: bool = False) -> Project:
    return Project(id="p", name="the plant", kind=Kind.WIND, linear=linear, places=tuple(p.mention for p in places))


def locate(*places: ResolvedPlace, linear: bool = False):
    return compose_feature(project(*places, linear=linear), places)


def test_a_project_without_a_place_is_nowhere():
    feature = locate()

    assert feature.geometry is None
    assert (feature.exactness, feature.method) == (Exactness.NOT_STATED, GeometryMethod.NONE)
    assert feature.location_note == "The article does not say where."


def test_a_name_that_nobody_knows_is_nowhere_and_named():
    feature = locate(resolved(None, "Atlantis"))

    assert feature.geometry is None
    assert "Atlantis" in feature.location_note


def test_the_country_alone_puts_nothing_on_the_map():
    assert locate(resolved(COUNTRY)).geometry is None


@pytest.mark.parametrize(
    ("place", "exactness", "method"),
    [
        (TOWN, Exactness.CITY, GeometryMethod.GAZETTEER),
        (VILLAGE, Exactness.APPROXIMATE, GeometryMethod.CURATED),
        (REGION, Exactness.REGION, GeometryMethod.GAZETTEER),
    ],
)
def test_a_point_is_as_exact_as_its_place(place, exactness, method):
    feature = locate(resolved(place))

    assert feature.geometry == place.point
    assert (feature.exactness, feature.method, feature.accuracy_km) == (exactness, method, place.accuracy_km)


def test_a_line_with_one_known_place_is_an_approximate_point():
    feature = locate(resolved(TOWN, role=PlaceRole.AROUND), linear=True)

    assert feature.geometry == TOWN.point
    assert feature.exactness is Exactness.APPROXIMATE
    assert "gives no ends" in feature.location_note


def test_two_sites_are_two_points():
    feature = locate(resolved(TOWN), resolved(VILLAGE))

    assert [next(iter(point.coords)) for point in feature.geometry.geoms] == [(60, 50), (62, 49)]
    assert feature.exactness is Exactness.APPROXIMATE


def test_a_line_is_as_exact_as_its_least_exact_stop():
    places = resolved(TOWN, "Town", PlaceRole.STOP), resolved(VILLAGE, "Village", PlaceRole.STOP)

    feature = compose_feature(project(*places, linear=True), places, route=trace_route(plan_waypoints([TOWN, VILLAGE])))

    assert feature.exactness is Exactness.APPROXIMATE
    assert feature.method is GeometryMethod.SCHEMATIC
    assert feature.geometry_length_km == pytest.approx(181, abs=2)
    assert feature.location_note.startswith("Schematic: straight legs through Town and Village")
