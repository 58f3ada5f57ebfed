"""One project with its place becomes one feature of the map."""

from infromap.compose.location import Location, locate_line, locate_points
from infromap.compose.rows import article_rows, fact_rows
from infromap.model.facts import KnownProject
from infromap.model.mapdoc import Feature
from infromap.model.place import ResolvedPlace
from infromap.model.project import Project
from infromap.model.route import Route


def compose_feature(
    project: Project,
    resolved: tuple[ResolvedPlace, ...],
    *,
    route: Route | None = None,
    known: KnownProject | None = None,
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


__all__ = ["Location", "compose_feature"]
