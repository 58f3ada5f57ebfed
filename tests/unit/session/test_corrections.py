"""What the user puts right is laid over the map that the program made, and survives another reading of the article."""

from dataclasses import replace

import pytest

from corrections import DAY, IRGIZ, choose, draw, edit, move
from infromap.article import parse_article, read_article
from infromap.errors import RouteError
from infromap.model.correction import with_correction
from infromap.model.place import Exactness
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Traced
from infromap.pipeline import build_map
from infromap.route import Course
from infromap.session import apply_corrections

NETWORK = Source(name="network kazakhstan, from kazakhstan.osm.pbf", date="2026-11-01")


class Surveyor:
    """Traces roads, and nothing else, by straight legs."""

    def trace(self, stops, kind):
        from shapely import LineString

        if kind is not Kind.HIGHWAY:
            raise RouteError(f"no network of {kind} here")
        return Course(line=LineString([stop.point for stop in stops]), traced=Traced(source=NETWORK, credit=NETWORK))


@pytest.fixture(scope="module")
def document(brief):
    return build_map(read_article(brief))


def find(document, start):
    return next(feature for feature in document.features if feature.id.startswith(start))


@pytest.fixture
def road(document):
    return find(document, "highway-aktobe")


@pytest.fixture
def hospital(document):
    return find(document, "hospital")


@pytest.fixture
def plant(document):
    return find(document, "wind")


def corrected(document, feature, *corrections, tracer=None):
    return find(apply_corrections(document, corrections, tracer=tracer), feature.id)


def test_a_map_without_corrections_is_the_map_itself(document):
    assert apply_corrections(document, ()) is document


def test_another_place_for_a_stop_plans_the_line_again(document, road):
    after = apply_corrections(document, [choose(road, "Ulgaisyn", IRGIZ)])

    line = find(after, road.id)
    assert [each.name for each in line.waypoints] == ["Aktobe", "Karabutak", "Ulgaisyn"]
    assert line.waypoints[-1].point == IRGIZ.point
    assert line.geometry_length_km > road.geometry_length_km + 50
    assert (line.method, line.exactness) == (GeometryMethod.SCHEMATIC, Exactness.CITY)
    assert f"Ulgaisyn: chosen by hand on {DAY} from GeoNames." in line.location_note
    assert "the program had chosen Ulgaisyn, KZ, 49.4897° N" in line.resolved[-1].reason
    assert not any("the place of Ulgaisyn is an estimate" in notice for notice in after.notices)
    assert any("the place of Ulgaisyn is an estimate" in notice for notice in document.notices)


def test_a_stop_moved_by_hand_keeps_the_towns_that_a_source_put_between(document, road):
    line = corrected(document, road, move(road, "Ulgaisyn", 60.9, 49.2))

    assert [each.name for each in line.waypoints] == [each.name for each in road.waypoints]
    assert line.geometry.coords[-1] == (60.9, 49.2)
    assert line.geometry_length_km == pytest.approx(road.geometry_length_km + 42, abs=5)
    assert line.waypoints[-1].source == Source(name="by hand", date=DAY)
    assert (line.exactness, line.waypoints[-1].accuracy_km) == (Exactness.APPROXIMATE, 3.0)
    assert line.fact_rows == road.fact_rows


def test_a_stop_that_is_none_of_its_candidates_leaves_the_line_to_the_others(document, road):
    after = apply_corrections(document, [choose(road, "Ulgaisyn", None)])

    line = find(after, road.id)
    assert line.resolved[-1].place is None
    assert line.geometry.coords[-1] == road.waypoints[-2].point.coords[0]
    assert "Ulgaisyn could not be placed" in line.location_note
    assert any("Ulgaisyn could not be placed" in notice for notice in after.notices)


def test_a_line_of_one_known_place_is_a_point_that_says_so(document):
    road = find(document, "highway-zhezkazgan")

    point = corrected(document, road, choose(road, "Karaganda", None))

    assert point.geometry.geom_type == "Point"
    assert "could be placed" in point.location_note


def test_a_point_moved_by_hand_is_as_exact_as_the_hand_says(document, hospital):
    after = apply_corrections(document, [move(hospital, "Kokshetau", 69.41, 53.3, accuracy_km=1.0)])

    point = find(after, hospital.id)
    assert point.geometry.coords[0] == (69.41, 53.3)
    assert (point.method, point.exactness, point.accuracy_km) == (GeometryMethod.DRAWN, Exactness.EXACT, 1.0)
    assert point.location_note == f"Kokshetau: set by hand on {DAY}."
    assert after.bounds.north == 53.3


def test_a_project_without_a_place_is_put_on_the_map_by_hand(document, plant):
    after = apply_corrections(document, [move(plant, None, 71.0, 51.5, accuracy_km=40.0)])

    point = find(after, plant.id)
    assert (point.geometry.coords[0], point.method) == ((71.0, 51.5), GeometryMethod.DRAWN)
    assert (point.exactness, point.accuracy_km) == (Exactness.APPROXIMATE, 40.0)
    assert f"set by hand on {DAY}" in point.location_note
    assert not any("Not on the map" in notice for notice in after.notices)


def test_a_drawn_line_goes_where_it_was_drawn_and_keeps_the_stops_that_were_not_moved(document, road):
    stops = [(each.point.x, each.point.y, each.name) for each in road.waypoints]
    stops[1:2] = [(59.0, 50.3)]  # Khromtau goes, a point without a name comes
    stops[-1] = (60.9, 49.2, "Ulgaisyn")

    line = corrected(document, road, draw(road, *stops))

    assert line.method is GeometryMethod.DRAWN
    assert list(line.geometry.coords) == [stop[:2] for stop in stops]
    assert [each.name for each in line.waypoints] == ["Aktobe", "", "Karabutak", "Ulgaisyn"]
    assert line.waypoints[0] == road.waypoints[0]
    assert {each.source.name for each in line.waypoints[1::2]} == {"by hand"}
    assert line.waypoints[3].is_stated
    assert "Drawn by hand: straight legs through Aktobe, Karabutak, Ulgaisyn and 1 point" in line.location_note
    assert line.exactness is Exactness.APPROXIMATE


def test_a_traced_line_is_traced_again_through_corrected_places_and_drawn_only_if_edited(brief):
    document = build_map(read_article(brief), tracer=Surveyor())
    road = find(document, "highway-aktobe")
    assert road.method is GeometryMethod.TRACED

    moved = corrected(document, road, move(road, "Ulgaisyn", 60.9, 49.2), tracer=Surveyor())
    drawn = corrected(document, road, draw(road, (57.2, 50.2), (60.9, 49.2)), tracer=Surveyor())

    assert (moved.method, moved.traced.source) == (GeometryMethod.TRACED, NETWORK)
    assert moved.geometry.coords[-1] == (60.9, 49.2)
    assert (drawn.method, drawn.traced) == (GeometryMethod.DRAWN, None)


def test_another_kind_is_not_traced_over_the_networks_of_the_first(brief):
    document = build_map(read_article(brief), tracer=Surveyor())
    road = find(document, "highway-aktobe")

    line = corrected(document, road, edit(road, "kind", "railway"), tracer=Surveyor())

    assert (line.kind, line.method) == (Kind.RAILWAY, GeometryMethod.SCHEMATIC)
    assert "no network of railway here" in line.notices[0]


def test_a_name_a_kind_and_a_note_show_wherever_the_project_shows(document, plant):
    after = apply_corrections(
        document,
        [edit(plant, "name", "Ereymentau wind farm"), edit(plant, "kind", "solar"), edit(plant, "note", "Ask AIIB.")],
    )

    feature = find(after, plant.id)
    assert (feature.name, feature.kind, feature.note) == ("Ereymentau wind farm", Kind.SOLAR, "Ask AIIB.")
    assert (feature.project, feature.article_rows) == (
        plant.project,
        plant.article_rows,
    )  # the article says what it says
    assert any(notice.startswith("Not on the map: Ereymentau wind farm.") for notice in after.notices)
    assert not any(plant.name in notice for notice in after.notices)


def test_each_correction_tells_its_day_and_what_the_program_had_found(document, hospital):
    feature = corrected(
        document,
        hospital,
        move(hospital, "Kokshetau", 69.41, 53.3),
        edit(hospital, "name", "Hospital", date="2026-12-01"),
    )

    place, name = feature.correction_rows
    assert place.value == "Kokshetau: 53.3000° N, 69.4100° E, ±3 km"
    assert place.note == "Kokshetau, KZ, 53.2841° N, 69.3936° E (GeoNames)"
    assert (place.source.name, place.source.date, name.source.date) == ("by hand", DAY, "2026-12-01")
    assert (name.value, name.note) == ("Hospital", "general hospital in the city of Kokshetau")


def test_other_projects_stay_as_they_were(document, hospital, road):
    after = apply_corrections(document, [move(hospital, "Kokshetau", 69.41, 53.3)])

    assert find(after, road.id) is road


def test_a_correction_survives_another_reading_with_other_spans(document, brief, hospital):
    text = "A new first line.\n\n" + read_article(brief).text.replace("at present ", "")
    again = build_map(replace(parse_article(text, source="again.txt"), language="en"))
    assert find(again, "hospital").sentence.start != hospital.sentence.start

    after = apply_corrections(again, [move(hospital, "Kokshetau", 69.41, 53.3)])

    assert find(after, "hospital").geometry.coords[0] == (69.41, 53.3)


def test_an_id_that_another_project_has_now_is_not_trusted(document, plant):
    others = [
        replace(each, id=f"{each.id}-2", project=replace(each.project, id=f"{each.id}-2")) if each is plant else each
        for each in document.features
    ]
    stranger = replace(
        plant, name="100 MW wind power plant", project=replace(plant.project, name="100 MW wind power plant")
    )
    again = replace(document, features=(stranger, *others))

    after = apply_corrections(again, [edit(plant, "note", "Ours.")])

    assert [each.note for each in after.features if each.kind is Kind.WIND] == [None, "Ours."]


@pytest.mark.parametrize("lost", ["a project", "a name"])
def test_what_fits_nothing_any_more_changes_nothing_and_is_told(document, plant, road, lost):
    if lost == "a project":
        document = replace(document, features=tuple(each for each in document.features if each is not plant))
        correction = move(plant, None, 71.0, 51.5)
    else:
        correction = move(road, "Irgiz", 61.0, 48.6)

    after = apply_corrections(document, [correction])

    assert after.features == document.features
    assert f"A correction made by hand on {DAY}" in after.notices[-1]
    assert "fits no project" in after.notices[-1]


def test_the_last_word_on_a_thing_counts(road):
    first = (move(road, "Ulgaisyn", 60.9, 49.2), edit(road, "name", "A"), choose(road, "Aktobe", None))

    kept = with_correction(with_correction(first, choose(road, "Ulgaisyn", IRGIZ)), edit(road, "name", "B"))

    assert kept == (first[2], choose(road, "Ulgaisyn", IRGIZ), edit(road, "name", "B"))


def test_a_place_takes_the_place_of_a_drawn_line_and_a_drawn_line_stands_on_chosen_places(road, plant):
    line, place = draw(road, (57.2, 50.2), (60.9, 49.2)), choose(road, "Ulgaisyn", IRGIZ)

    assert with_correction((line,), place) == (place,)
    assert with_correction((place,), line) == (place, line)
    assert with_correction((line,), edit(road, "note", "x")) == (line, edit(road, "note", "x"))
    assert with_correction((line,), move(plant, None, 1, 1)) == (line, move(plant, None, 1, 1))
