"""Where a project is drawn, how exactly that is known, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from infromap.compose.credit import is_openstreetmap
from infromap.model.correction import is_by_hand
from infromap.model.place import Exactness, Place, ResolvedPlace
from infromap.model.project import PlaceRole, Project
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from infromap.model.facts import KnownProject

_FROM_WORST = (Exactness.COUNTRY, Exactness.REGION, Exactness.APPROXIMATE, Exactness.CITY, Exactness.EXACT)
_DRAWABLE = frozenset(Exactness) - {Exactness.COUNTRY, Exactness.NOT_STATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A geometry and what must be said beside it."""

    geometry: BaseGeometry | None  # lon, lat in degrees, EPSG:4326
    method: GeometryMethod
    exactness: Exactness
    note: Saying  # what must be said
    accuracy_km: float | None = None
    waypoints: tuple[Waypoint, ...] = ()
    length_km: float | None = None


def locate_line(project: Project, route: Route, known: KnownProject | None) -> Location:
    """Locate a project along its route; the least exact waypoint decides the exactness."""
    return Location(
        geometry=route.line,
        method=route.method,
        exactness=_worst([waypoint.exactness for waypoint in route.waypoints]),
        note=in_turn(_line_sayings(project, route, known), " "),
        waypoints=route.waypoints,
        length_km=route.length_km,
    )


def locate_points(project: Project, resolved: tuple[ResolvedPlace, ...]) -> Location:
    """Locate a project at its places: one point, several, or none where no place is known."""
    places = [each.place for each in resolved if each.place is not None and each.place.exactness in _DRAWABLE]
    if not places:
        return _nowhere(resolved)
    points = [place.point for place in places]
    return Location(
        geometry=points[0] if len(points) == 1 else shapely.MultiPoint(points),
        method=_point_method(places),
        exactness=_point_exactness(project, places),
        note=_point_note(project, places),
        accuracy_km=max(place.accuracy_km for place in places),
    )


def locate_by_hand(place: Place) -> Location:
    """Locate a project where the user put it, whatever the article says or does not say."""
    return Location(
        geometry=place.point,
        method=GeometryMethod.DRAWN,
        exactness=place.exactness,
        note=Saying("The point was set by hand on {date}.", date=place.source.date or ""),
        accuracy_km=place.accuracy_km,
    )


def _nowhere(resolved: tuple[ResolvedPlace, ...]) -> Location:
    named = tuple(each.mention.name for each in resolved if each.place is None)
    known_abroad = any(each.candidates for each in resolved if each.place is None)
    if not named:
        note = Saying("The article does not say where.")
    elif known_abroad:
        note = Saying("The article names {places}, which no gazetteer here knows in its country.", places=named)
    else:
        note = Saying("The article names {places}, which no gazetteer here knows.", places=named)
    return Location(geometry=None, method=GeometryMethod.NONE, exactness=Exactness.NOT_STATED, note=note)


def _worst(values: list[Exactness]) -> Exactness:
    return next(exactness for exactness in _FROM_WORST if exactness in values)


def _point_method(places: list[Place]) -> GeometryMethod:
    if any(is_by_hand(place.source) for place in places):
        return GeometryMethod.DRAWN
    origins = {place.gazetteer_id.partition(":")[0] for place in places}
    if origins & {"nominatim", "photon"}:
        return GeometryMethod.ONLINE
    return GeometryMethod.CURATED if "curated" in origins else GeometryMethod.GAZETTEER


def _point_exactness(project: Project, places: list[Place]) -> Exactness:
    worst = _worst([place.exactness for place in places])
    if all(is_by_hand(place.source) for place in places):
        return worst
    # A line drawn as the point of a town that it touches or goes round is never as exact as the town.
    return Exactness.APPROXIMATE if project.linear and worst in (Exactness.CITY, Exactness.EXACT) else worst


def _point_note(project: Project, places: list[Place]) -> Saying:
    hand = [place for place in places if is_by_hand(place.source)]
    if hand:
        return in_turn([_of_place(place.name, place.note or "") for place in hand], " ")
    names = tuple(place.name for place in places)
    goes_round = any(place.role is PlaceRole.AROUND for place in project.places)
    km = max(place.accuracy_km for place in places)
    if project.linear and goes_round:
        return Saying(
            "The article gives no ends: the point stands for {places}, which the line goes round.", places=names
        )
    if project.linear:
        return Saying("The point stands for the line, of whose places only {places} could be placed.", places=names)
    if places[0].exactness is Exactness.REGION:
        return Saying(
            "Only the region is stated: somewhere in {places}, within about {km:,.0f} km of the point.",
            places=names,
            km=km,
        )
    if places[0].note:
        return _of_place(places[0].name, places[0].note)
    return Saying(
        "The point is {places} as {source} has it, good to about {km:,.0f} km; the site itself is not stated.",
        places=names,
        source=places[0].source.name,
        km=km,
    )


def _of_place(name: str, note: str) -> Saying:
    return Saying("{place}: {note}.", place=name, note=note)


def _line_sayings(project: Project, route: Route, known: KnownProject | None) -> Iterator[Saying]:
    yield _course_saying(route, _stops(route.waypoints))
    added = [each for each in route.waypoints if each.added_from and not is_by_hand(each.added_from)]
    stated = [waypoint for waypoint in route.waypoints if waypoint.is_stated]
    if added and added[0].added_from:
        names = tuple(waypoint.name for waypoint in added)
        source = added[0].added_from.name
        if stated:
            yield Saying("{places} added from {source}.", places=names, source=source)
        else:
            yield Saying("The article gives no ends; {places} added from {source}.", places=names, source=source)
        if known and known.stops_note:
            yield Saying("{note}.", note=Saying(f"{known.stops_note[0].upper()}{known.stops_note[1:]}"))
    for waypoint in route.waypoints:
        if waypoint.note:
            yield _of_place(waypoint.name, waypoint.note)
    for waypoint in route.waypoints:
        if is_openstreetmap(waypoint.source):
            yield _of_place(waypoint.name, waypoint.source.name)
    placed = {waypoint.name for waypoint in stated}
    missing = tuple(p.name for p in project.places if p.role is PlaceRole.STOP and p.name not in placed)
    if missing and route.method is not GeometryMethod.DRAWN:
        yield Saying("{places} could not be placed.", places=missing)


def _course_saying(route: Route, places: tuple[str, ...]) -> Saying:
    if route.method is GeometryMethod.DRAWN:
        return Saying("Drawn by hand: straight legs through {places}.", places=places)
    if route.traced is None:
        return Saying("Schematic: straight legs through {places}, not the real course.", places=places)
    source, credit = route.traced.source, route.traced.credit
    dated = Saying("{source} of {date}", source=source.name, date=source.date) if source.date else Saying(source.name)
    whose = dated if credit.name == source.name else in_turn([dated, credit.name], ", ")
    told = "Traced through {places} along {source}; what is yet to be built may run elsewhere."
    return Saying(told, places=places, source=whose)


def _stops(waypoints: tuple[Waypoint, ...]) -> tuple[str, ...]:
    named = tuple(waypoint.name for waypoint in waypoints if waypoint.name)
    unnamed = len(waypoints) - len(named)
    if not unnamed:
        return named
    if unnamed == 1:
        return (*named, Saying("1 point without a name"))
    return (*named, Saying("{count:,} points without a name", count=unnamed))
