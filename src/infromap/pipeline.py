"""The whole way on one screen: article → projects → places → routes → map document."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from infromap.article import extract_projects, read_article
from infromap.compose import (
    add_layers,
    compose_feature,
    compose_layers,
    compose_map,
    match_known_project,
    read_known_projects,
)
from infromap.gazetteer import Gazetteer, PlaceFinder, guess_country, open_places, resolve_places
from infromap.model.place import Exactness, Place, ResolvedPlace
from infromap.model.project import Kind, PlaceRole, Project
from infromap.route import Tracer, plan_waypoints, trace_route
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.gazetteer.filled import FilledGazetteer
    from infromap.gazetteer.online import OnlineGeocoder
    from infromap.model.article import Article, Reading
    from infromap.model.facts import KnownProject
    from infromap.model.mapdoc import Feature, MapDocument
    from infromap.model.route import Route

_ON_A_LINE = (Exactness.EXACT, Exactness.APPROXIMATE, Exactness.CITY)


def open_map(path: Path) -> "MapDocument":
    """Read an article from disk and map it."""
    return build_map(read_article(path))


def open_layers(
    paths: Sequence[Path], document: "MapDocument | None" = None, *, crs: str | None = None
) -> "MapDocument":
    """Read GIS files, at least one, and put their layers onto a map; they make one where there is none.

    ``crs`` is the coordinate system of those that do not state theirs.

    Raises
    ------
    VectorError
        If a file cannot be read.
    """
    from infromap.vector import read_layers

    layers = [layer for path in paths for layer in read_layers(path, crs=crs)]
    return add_layers(document, layers) if document else compose_layers(layers)


def open_tracer(
    *,
    networks: Sequence[Path] = (),
    lines: Path | None = None,
    lines_layer: str | None = None,
    lines_mode: str | None = None,
    lines_crs: str | None = None,
    server: Tracer | None = None,
) -> Tracer | None:
    """Return what traces lines: first the lines of a GIS file, then a server, then networks; None without any.

    Raises
    ------
    InfromapError
        If the file cannot be read or does not say what its lines are, or ``rustworkx`` is needed
        for it and not installed.
    """
    if lines is None and server is None and not networks:
        return None
    from infromap.route.tracer import FirstOf, NetworkTracer, trace_lines

    tracers: list[Tracer] = []
    if lines is not None:
        from infromap.vector import read_lines

        layer = read_lines(lines, layer=lines_layer, crs=lines_crs)
        tracers.append(
            trace_lines(
                layer.lines,
                layer.attributes,
                mode=lines_mode,
                name=Saying("lines of {file}", file=layer.name),
                date=layer.date,
            )
        )
    tracers += [server] if server else []
    return FirstOf([*tracers, NetworkTracer(networks)])


def build_map(
    article: "Article",
    *,
    gazetteer: Gazetteer | None = None,
    online: "OnlineGeocoder | None" = None,
    tracer: Tracer | None = None,
) -> "MapDocument":
    """Map the projects of an article.

    Parameters
    ----------
    article
        The article, as ``read_article`` or ``parse_article`` gives it.
    gazetteer
        Where names are looked up; the embedded gazetteer if it is left out.
    online
        Asked for names that the gazetteer does not know or doubts; nobody if it is left out. Where it
        fails the gazetteer goes on alone, and a notice of the document says so.
    tracer
        Knows the real course of roads and railways; without one all lines are schematic.

    Returns
    -------
    MapDocument
        One feature for each project, in the order of the text. What the article does not locate
        has no geometry; an article without projects gives a document without features.
    """
    with ExitStack() as stack:
        places = gazetteer or stack.enter_context(open_places())
        reading = _read(article, places)
        filled = _fill(places, online) if online else None
        features = [_map_project(project, places, filled or places, tracer) for project in reading.projects]
        damage = (*places.notices, *read_known_projects().notices)
    return compose_map(reading, features, notices=(*(filled.notices() if filled else ()), *damage))


def map_again(
    feature: "Feature",
    resolved: Sequence[ResolvedPlace],
    *,
    kind: Kind,
    gazetteer: Gazetteer,
    tracer: Tracer | None = None,
) -> "Feature":
    """Map a project once more, with other places for its names.

    Parameters
    ----------
    feature
        The project as ``build_map`` mapped it: what other sources know of it stays.
    resolved
        Its names, as in ``feature.resolved``, with the places that they now have.
    kind
        What runs along its line.
    gazetteer
        Where the towns between its ends are looked up.
    tracer
        Knows the real course of roads and railways.
    """
    known = _find_known(feature.project, feature.resolved, gazetteer)
    route = _plan_route(replace(feature.project, kind=kind), resolved, known, gazetteer, tracer)
    return compose_feature(feature.project, tuple(resolved), route=route, known=known)


def _fill(gazetteer: Gazetteer, online: "OnlineGeocoder") -> "FilledGazetteer":
    from infromap.gazetteer.filled import FilledGazetteer  # loaded only where the network is allowed

    return FilledGazetteer(gazetteer, online)


def _read(article: "Article", gazetteer: Gazetteer) -> "Reading":
    read = partial(extract_projects, article, is_place=gazetteer.knows, rate_name=gazetteer.familiarity)
    first = read()
    settled = _settle_country(first, gazetteer)
    if settled.country in (None, first.country):
        return settled
    return _settle_country(read(country=settled.country), gazetteer)  # the places told whose rupees are meant


def _settle_country(reading: "Reading", gazetteer: Gazetteer) -> "Reading":
    """Let the places have their say in which country the article is about."""
    names = [place.name for project in reading.projects for place in project.places]
    country = guess_country(names, reading.countries, gazetteer) if names else reading.country
    if country == reading.country:
        return reading
    projects = [
        replace(project, country=country) if project.country == reading.country != country else project
        for project in reading.projects
    ]
    return replace(reading, country=country, projects=tuple(projects))


def _map_project(project: Project, gazetteer: Gazetteer, places: PlaceFinder, tracer: Tracer | None) -> "Feature":
    resolved = resolve_places(
        project.places,
        country=project.country,
        gazetteer=places,
        region=project.region.name if project.region else None,
    )
    known = _find_known(project, resolved, gazetteer)
    route = _plan_route(project, resolved, known, gazetteer, tracer)
    return compose_feature(project, resolved, route=route, known=known)


def _find_known(project: Project, resolved: Sequence[ResolvedPlace], gazetteer: Gazetteer) -> "KnownProject | None":
    points = [each.place.point for each in resolved if each.place]

    def find_place_id(name: str, country: str) -> str | None:
        found = gazetteer.candidates(name, country=country, near=points, limit=1)
        return found[0].place.gazetteer_id if found else None

    ids = {each.place.gazetteer_id for each in resolved if each.place}
    return match_known_project(project, ids, read_known_projects().projects, find_place_id=find_place_id)


def _plan_route(
    project: Project,
    resolved: Sequence[ResolvedPlace],
    known: "KnownProject | None",
    gazetteer: Gazetteer,
    tracer: Tracer | None,
) -> "Route | None":
    if not project.linear:
        return None
    stated = [
        replace(each.place, name=each.mention.name)
        for each in resolved
        if each.place and each.mention.role is PlaceRole.STOP and each.place.exactness in _ON_A_LINE
    ]
    stops = _known_stops(known, resolved, gazetteer) if known else []
    waypoints = plan_waypoints(stated, stops, known_source=known.stops_source if known else None)
    if len({waypoint.point for waypoint in waypoints}) < 2:
        return None
    around = [each.place for each in resolved if each.place and each.mention.role is PlaceRole.AROUND]
    return trace_route(waypoints, kind=project.kind, tracer=tracer, around=around)


def _known_stops(known: "KnownProject", resolved: Sequence[ResolvedPlace], gazetteer: Gazetteer) -> list[Place]:
    points = [each.place.point for each in resolved if each.place]
    stops = []
    for name in known.stops:
        found = gazetteer.candidates(name, country=known.country, near=points, limit=1)
        if not found:
            return []  # a gap in the order is worse than the article's own places
        stops.append(replace(found[0].place, name=name))
    return stops
