from shapely import Point

from infromap.model.place import Exactness, Place
from infromap.model.provenance import Source
from infromap.route import plan_waypoints

ORDER = Source(name="a road atlas")


def place(name: str) -> Place:
    return Place(
        name=name,
        point=Point(len(name), ord(name[0]) - 60),
        gazetteer_id=f"test:{name}",
        country="KZ",
        feature_type="town",
        source=Source(name="a test"),
        exactness=Exactness.CITY,
        accuracy_km=5,
    )


A, B, C, D, E = (place(name) for name in "ABCDE")


def names(waypoints) -> list[str]:
    return [waypoint.name for waypoint in waypoints]


def test_without_another_source_the_articles_places_are_the_line():
    assert names(plan_waypoints([A, C])) == ["A", "C"]


def test_a_town_between_two_stated_places_is_added_and_marked():
    waypoints = plan_waypoints([A, C], [A, B, C], known_source=ORDER)

    assert names(waypoints) == ["A", "B", "C"]
    assert [waypoint.is_stated for waypoint in waypoints] == [True, False, True]
    assert waypoints[1].added_from == ORDER


def test_places_beyond_the_stated_ends_are_left_out():
    assert names(plan_waypoints([B, D], [A, B, C, D, E], known_source=ORDER)) == ["B", "C", "D"]


def test_an_article_that_goes_the_other_way_keeps_its_direction():
    assert names(plan_waypoints([D, B], [A, B, C, D, E], known_source=ORDER)) == ["D", "C", "B"]


def test_an_order_that_disagrees_with_the_article_is_not_used():
    assert names(plan_waypoints([A, C, B], [A, B, C, D], known_source=ORDER)) == ["A", "C", "B"]


def test_an_order_that_lacks_a_stated_place_is_not_used():
    assert names(plan_waypoints([A, E], [A, B, C, D], known_source=ORDER)) == ["A", "E"]


def test_without_stated_ends_the_other_source_gives_the_whole_line():
    waypoints = plan_waypoints([], [A, B], known_source=ORDER)

    assert names(waypoints) == ["A", "B"]
    assert not any(waypoint.is_stated for waypoint in waypoints)
