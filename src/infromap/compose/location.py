"""Where a project is drawn, how exactly that is known, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from infromap.compose.credit import is_openstreetmap
from infromap.compose.sentences import SENTENCES
from infromap.model.correction import is_by_hand
from infromap.model.facts import KnownProject
from infromap.model.place import Exactness, Place, ResolvedPlace
from infromap.model.project import PlaceRole, Project
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.model.saying import Saying, Words, say_all, saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

_FROM_WORST = (Exactness.COUNTRY, Exactness.REGION, Exactness.APPROXIMATE, Exactness.CITY, Exactness.EXACT)
_DRAWABLE = frozenset(Exactness) - {Exactness.COUNTRY, Exactness.NOT_STATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A geometry and what must be said beside it."""

    geometry: BaseGeometry | None  # lon, lat in degrees, EPSG:4326
    method: GeometryMethod
    exactness: Exactness
    sayings: tuple[Saying, ...]
    accuracy_km: float | None = None
    waypoints: tuple[Waypoint, ...] = ()
    length_km: float | None = None

    @property
    def note(self) -> str:
        """What must be said, in English."""
        return say_all(self.sayings, SENTENCES)


def locate_line(project: Project, route: Route, known: KnownProject | None) -> Location:
    """Locate a project along its route; the least exact waypoint decides the exactness."""
    return Location(
        geometry=route.line,
        method=route.method,
        exactness=_worst([waypoint.exactness for waypoint in route.waypoints]),
        sayings=tuple(_line_sayings(project, route, known)),
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
        sayings=_point_sayings(project, places),
        accuracy_km=max(place.accuracy_km for place in places),
    )


def locate_by_hand(place: Place) -> Location:
    """Locate a project where the user put it, whatever the article says or does not say."""
    return Location(
        geometry=place.point,
        method=GeometryMethod.DRAWN,
        exactness=place.exactness,
        sayings=(saying("point_set", date=place.source.date or ""),),
        accuracy_km=place.accuracy_km,
    )


def _nowhere(resolved: tuple[ResolvedPlace, ...]) -> Location:
    named = tuple(each.mention.name for each in resolved if each.place is None)
    known_abroad = any(each.candidates for each in resolved if each.place is None)
    said = saying("unknown_here" if known_abroad else "unknown", places=named) if named else saying("not_said")
    return Location(geometry=None, method=GeometryMethod.NONE, exactness=Exactness.NOT_STATED, sayings=(said,))


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


def _point_sayings(project: Project, places: list[Place]) -> tuple[Saying, ...]:
    hand = [place for place in places if is_by_hand(place.source)]
    if hand:
        return tuple(_place_saying(place.name, place.note, place.source) for place in hand)
    return (_point_saying(project, places),)


def _point_saying(project: Project, places: list[Place]) -> Saying:
    names = tuple(place.name for place in places)
    goes_round = any(place.role is PlaceRole.AROUND for place in project.places)
    km = f"{max(place.accuracy_km for place in places):.0f}"
    if project.linear:
        return saying("around" if goes_round else "stands", places=names)
    if places[0].exactness is Exactness.REGION:
        return saying("region", places=names, km=km)
    if places[0].note:
        return saying("of_place", place=places[0].name, note=places[0].note)
    return saying("point", places=names, source=places[0].source.name, km=km)


def _place_saying(name: str, note: str | None, source: Source | None) -> Saying:
    """Return what is noted of a place; where that is its day by hand, in words of every language."""
    if source and source.date and note == f"set by hand on {source.date}":
        return saying("set", place=name, date=source.date)
    return saying("of_place", place=name, note=note or "")


def _line_sayings(project: Project, route: Route, known: KnownProject | None) -> Iterator[Saying]:
    yield _course_saying(route, _stops(route.waypoints))
    added = [each for each in route.waypoints if each.added_from and not is_by_hand(each.added_from)]
    stated = [waypoint for waypoint in route.waypoints if waypoint.is_stated]
    if added and added[0].added_from:
        names = tuple(waypoint.name for waypoint in added)
        yield saying("added" if stated else "added_ends", places=names, source=added[0].added_from.name)
        if known and known.stops_note:
            yield saying("of_source", note=f"{known.stops_note[0].upper()}{known.stops_note[1:]}")
    for waypoint in route.waypoints:
        if waypoint.note:
            yield _place_saying(waypoint.name, waypoint.note, waypoint.source)
    for waypoint in route.waypoints:
        if is_openstreetmap(waypoint.source):
            yield saying("of_place", place=waypoint.name, note=waypoint.source.name)
    placed = {waypoint.name for waypoint in stated}
    missing = tuple(p.name for p in project.places if p.role is PlaceRole.STOP and p.name not in placed)
    if missing and route.method is not GeometryMethod.DRAWN:
        yield saying("not_placed", places=missing)


def _course_saying(route: Route, places: Words) -> Saying:
    if route.method is GeometryMethod.DRAWN:
        return saying("drawn", places=places)
    if route.traced is None:
        return saying("schematic", places=places)
    source, credit = route.traced.source, route.traced.credit
    is_own = credit.name == source.name
    if not source.date:
        whose = source.name if is_own else f"{source.name}, {credit.name}"
        return saying("traced", places=places, source=whose)
    if is_own:
        return saying("traced_dated", places=places, source=source.name, date=source.date)
    return saying("traced_dated_by", places=places, source=source.name, date=source.date, credit=credit.name)


def _stops(waypoints: tuple[Waypoint, ...]) -> Words:
    named = tuple(waypoint.name for waypoint in waypoints if waypoint.name)
    unnamed = len(waypoints) - len(named)
    if not unnamed:
        return named
    return (*named, saying("unnamed_one") if unnamed == 1 else saying("unnamed", count=str(unnamed)))
