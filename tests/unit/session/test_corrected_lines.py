"""A project file keeps the traced lines of a map with its corrections and without, so that these can be taken back."""

from shapely import LineString

from corrections import IRGIZ, choose
from infromap.article import read_article
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Traced
from infromap.pipeline import build_map
from infromap.route import Course
from infromap.session import apply_corrections, open_base, open_project, read_project_file, save_project


class Surveyor:
    """Traces every line by straight legs."""

    def trace(self, stops, kind):
        source = Source(name="network kazakhstan", date="2026-11-01")
        return Course(line=LineString([stop.point for stop in stops]), traced=Traced(source=source, credit=source))


def test_corrected_and_found_lines_are_traced_still_where_nobody_traces(brief, tmp_path):
    base = build_map(read_article(brief), tracer=Surveyor())
    road = next(feature for feature in base.features if feature.id.startswith("highway-aktobe"))
    made = (choose(road, "Ulgaisyn", IRGIZ),)
    document = apply_corrections(base, made, tracer=Surveyor())
    save_project(document, tmp_path / "map.infromap", base=base, corrections=made)
    opened = read_project_file(tmp_path / "map.infromap")

    corrected, found = open_project(opened), open_base(opened)

    for again, before in ((corrected, document), (found, base)):
        line = next(feature for feature in again.features if feature.id == road.id)
        assert line.method is GeometryMethod.TRACED
        assert line.waypoints == next(feature for feature in before.features if feature.id == road.id).waypoints
        assert not any("is not drawn" in notice for notice in again.notices)
