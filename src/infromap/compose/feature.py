"""One project with its place becomes one feature of the map."""

from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.compose.location import Location, locate_by_hand, locate_line, locate_points
from infromap.compose.rows import article_rows, fact_rows
from infromap.model.mapdoc import Feature

if TYPE_CHECKING:
    from infromap.model.facts import KnownProject
    from infromap.model.place import Place, ResolvedPlace
    from infromap.model.project import Project
    from infromap.model.route import Route


def compose_feature(
    project: "Project",
    resolved: tuple["ResolvedPlace", ...],
    *,
    route: "Route | None" = None,
    known: "KnownProject | None" = None,
) -> Feature:
    """Join what the article, the gazetteer, the route and other sources say of one project.

    Parameters
    ----------
    project
        The article's project.
    resolved
        Its places, in the order of ``project.places``.
    route
        Its line, if it is linear and has two places; otherwise it is drawn as points or not at all.
    known
        What other sources say of it.
    """
    location = locate_line(project, route, known) if route else locate_points(project, resolved)
    sentence = next((quote for quote in project.quotes if quote.field == "sentence"), None)
    return Feature(
        id=project.id,
        name=project.name,
        kind=project.kind,
        geometry=location.geometry,
        method=location.method,
        exactness=location.exactness,
        accuracy_km=location.accuracy_km,
        project=project,
        resolved=resolved,
        waypoints=location.waypoints,
        geometry_length_km=location.length_km,
        traced=route.traced if route else None,
        notices=route.notices if route else (),
        sentence=sentence,
        location_note=location.note,
        article_rows=article_rows(project),
        fact_rows=fact_rows(known),
    )


def draw_line(feature: Feature, route: "Route") -> Feature:
    """Return a feature with the line that the user drew; what is said of its project stays."""
    return _draw(feature, locate_line(feature.project, route, None))


def put_point(feature: Feature, place: "Place") -> Feature:
    """Return a feature at the point where the user put it as a whole; what is said of its project stays."""
    return _draw(feature, locate_by_hand(place))


def _draw(feature: Feature, location: Location) -> Feature:
    return replace(
        feature,
        geometry=location.geometry,
        method=location.method,
        exactness=location.exactness,
        accuracy_km=location.accuracy_km,
        waypoints=location.waypoints,
        geometry_length_km=location.length_km,
        traced=None,
        notices=(),
        location_note=location.note,
    )


__all__ = ["Location", "compose_feature", "draw_line", "put_point"]
