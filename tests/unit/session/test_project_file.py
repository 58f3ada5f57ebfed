import json
from dataclasses import replace

import pytest
from shapely import LineString, Point

from infromap.article import parse_article
from infromap.errors import ExportError, InfromapError, ProjectFileError
from infromap.model.place import Bounds, Candidate, Exactness, Place
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Traced, Waypoint
from infromap.pipeline import build_map, open_map
from infromap.route import Course
from infromap.session import open_project, read_project_file, save_project
from infromap.session.lines import KeptTracer

TEXT = "The AIIB will finance a hospital in Koshary and the Zhezkazgan-Karaganda highway in Kazakhstan."
CREDIT = Source(name="© OpenStreetMap contributors (ODbL)", url="https://www.openstreetmap.org/copyright")
NETWORK = Source(name="network kazakhstan, from kazakhstan.osm.pbf", date="2026-11-01")
BENDS = [(67.7, 47.78), (69.5, 47.6), (73.1, 49.8)]


class Surveyor:
    """Traces every road through one bend."""

    def trace(self, stops, kind):
        line = LineString([stops[0].point, BENDS[1], stops[-1].point])
        return Course(line=line, traced=Traced(source=NETWORK, credit=CREDIT))


class Service:
    """Knows Koshary."""

    class service:  # noqa: N801
        host = "geocoder.example"

    def candidates(self, name, *, country=None, near=()):
        place = Place(
            name="Koshary",
            point=Point(70.5, 50.5),
            gazetteer_id="nominatim:N42",
            country="KZ",
            feature_type="village",
            source=Source(name="Nominatim (© OpenStreetMap contributors)", url=CREDIT.url),
            exactness=Exactness.CITY,
            accuracy_km=2.0,
            region="Akmola",
            extent=Bounds(west=70.4, south=50.4, east=70.6, north=50.6),
        )
        found = Candidate(place=place, score=0.8, matched_name="Koshary", reason="answer 1")
        return (found,) if name == "Koshary" else ()


@pytest.fixture
def document():
    return build_map(parse_article(TEXT, source="note.txt"), online=Service(), tracer=Surveyor())


@pytest.fixture
def path(document, tmp_path):
    save_project(document, tmp_path / "note.infromap")
    return tmp_path / "note.infromap"


def change(path, edit) -> None:
    content = json.loads(path.read_text())
    edit(content)
    path.write_text(json.dumps(content))


def test_a_saved_map_opens_as_it_was_without_network_or_service(document, path):
    again = open_project(read_project_file(path))

    assert [each.method for each in again.features] == [each.method for each in document.features]
    assert {each.method for each in again.features} == {GeometryMethod.ONLINE, GeometryMethod.TRACED}
    for before, after in zip(document.features, again.features, strict=True):
        assert after.geometry.equals_exact(before.geometry, 1e-7)
        assert (after.id, after.traced, after.article_rows) == (before.id, before.traced, before.article_rows)
        assert [each.place for each in after.resolved] == [each.place for each in before.resolved]
    assert again.attribution == document.attribution


def test_a_traced_line_stands_in_the_file_with_source_date_and_attribution(path):
    (line,) = json.loads(path.read_text())["infromap"]["lines"]

    assert line["source"] == {"name": NETWORK.name, "url": None, "date": "2026-11-01"}
    assert line["credit"]["name"] == "© OpenStreetMap contributors (ODbL)"
    assert list(BENDS[1]) in line["coordinates"]
    assert (line["kind"], len(line["stops"])) == ("highway", 3)


def test_the_file_is_geojson_with_the_traced_line(path):
    content = json.loads(path.read_text())

    road = next(each for each in content["features"] if each["properties"]["geometry_method"] == "traced")
    assert content["type"] == "FeatureCollection"
    assert list(BENDS[1]) in road["geometry"]["coordinates"]


def test_what_a_newer_version_added_is_written_back(path, tmp_path):
    change(path, lambda content: content.update(styles={"a": [1]}))
    change(path, lambda content: content["infromap"].update(views=[{"zoom": 4}]))
    opened = read_project_file(path)

    save_project(open_project(opened), tmp_path / "again.infromap", opened=opened)

    content = json.loads((tmp_path / "again.infromap").read_text())
    assert content["styles"] == {"a": [1]}
    assert content["infromap"]["views"] == [{"zoom": 4}]
    assert content["infromap"]["lines"] == json.loads(path.read_text())["infromap"]["lines"]


def test_a_line_whose_stops_are_read_otherwise_now_is_told_and_not_drawn(path):
    opened = read_project_file(path)
    elsewhere = replace(opened.lines[0], stops=((60.0, 50.0), (61.0, 50.0)))

    again = open_project(replace(opened, lines=(elsewhere,)))

    assert GeometryMethod.SCHEMATIC in [each.method for each in again.features]
    assert any("Zhezkazgan-Karaganda highway: the project file keeps a line" in each for each in again.notices)


def test_a_kept_road_is_no_railway(path):
    opened = read_project_file(path)
    here = Source(name="here")
    stops = [
        Waypoint(name="", point=Point(stop), accuracy_km=1, source=here, is_stated=True)
        for stop in opened.lines[0].stops
    ]

    assert KeptTracer(opened.lines).trace(stops, Kind.HIGHWAY) is not None
    assert KeptTracer(opened.lines).trace(stops, Kind.RAILWAY) is None


def own(edit):
    return lambda content: edit(content["infromap"])


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda content: content.pop("infromap"), "infromap is not an object"),
        (own(lambda own: own.update(format=2)), "newer infromap (format 2, this one reads 1); update infromap"),
        (own(lambda own: own.update(format=True)), "infromap.format is not a whole number"),
        (own(lambda own: own["article"].update(text=None)), "infromap.article.text is not a text"),
        (own(lambda own: own["article"].update(body_start=10**9)), "infromap.article.body_start"),
        (own(lambda own: own.update(lines={})), "infromap.lines is not a list"),
        (own(lambda own: own["lines"][0].update(kind="canal")), "infromap.lines[0].kind is not one of hospital"),
        (own(lambda own: own["lines"][0].update(coordinates=[[1, 2]])), "infromap.lines[0].coordinates"),
        (own(lambda own: own["lines"][0].update(coordinates=[[1, 2], [1, 1e308]])), "infromap.lines[0].coordinates"),
        (own(lambda own: own["lines"][0].update(source="me")), "infromap.lines[0].source is not an object"),
        (own(lambda own: own["answers"][0].update(lat=91)), "infromap.answers[0].lat is not a number from -90 to 90"),
        (own(lambda own: own["answers"][0].update(extent=[1, 2, 3])), "infromap.answers[0].extent"),
        (own(lambda own: own["answers"][0].update(population="x")), "infromap.answers[0].population"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place_and_left_alone(path, edit, says):
    change(path, edit)
    before = path.read_bytes()

    with pytest.raises(ProjectFileError) as error:
        read_project_file(path)

    assert says in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"[]", b"{", b"NaN", b"[" * 200_000, b'{"infromap": {"format": NaN}}', b"\x00" * 50],
)
def test_what_is_no_project_is_refused(tmp_path, content):
    path = tmp_path / "x.infromap"
    path.write_bytes(content)

    with pytest.raises(ProjectFileError, match="no project of infromap"):
        read_project_file(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "none.infromap", tmp_path):
        with pytest.raises(ProjectFileError, match="does not exist or is no file"):
            read_project_file(path)


def test_a_text_with_half_a_character_survives(tmp_path):
    article = parse_article(f"{TEXT} \udc80 \u2028", source="odd.txt")
    save_project(build_map(article), tmp_path / "odd.infromap")

    assert read_project_file(tmp_path / "odd.infromap").article == article


def test_a_failed_save_leaves_the_old_file(document, path, monkeypatch):
    before = path.read_bytes()
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))

    with pytest.raises(InfromapError, match="No space left"):
        save_project(document, path)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_project_that_could_not_be_opened_again_is_not_written(tmp_path, brief):
    path = tmp_path / "a.infromap"
    save_project(open_map(brief), path)
    before, opened = path.read_bytes(), read_project_file(path)
    whole = replace(opened, others={"collection": {"x": "x" * 50_000_000}})

    with pytest.raises(ExportError, match="would be larger than 50 MB"):
        save_project(open_map(brief), path, opened=whole)

    assert path.read_bytes() == before


def test_a_project_of_nothing_but_lists_is_refused_before_it_takes_all_memory(tmp_path, brief):
    path = tmp_path / "a.infromap"
    save_project(open_map(brief), path)
    content = path.read_bytes().rstrip().removesuffix(b"}") + b', "x": [' + b"[]," * 3_000_000 + b"[]]}"
    path.write_bytes(content)

    with pytest.raises(ProjectFileError, match="more than 3,000,000 lists and objects"):
        read_project_file(path)
