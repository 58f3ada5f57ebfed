"""Where a project is drawn, how exactly that is known, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from infromap.compose.credit import is_openstreetmap
from infromap.model.correction import is_by_hand
from infromap.model.facts import KnownProject
from infromap.model.place import Exactness, Place, ResolvedPlace
from infromap.model.project import PlaceRole, Project
from infromap.model.route import GeometryMethod, Route, Waypoint

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_FROM_WORST = (Exactness.COUNTRY, Exactness.REGION, Exactness.APPROXIMATE, Exactness.CITY, Exactness.EXACT)
_DRAWABLE = frozenset(Exactness) - {Exactness.COUNTRY, Exactness.NOT_STATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A geometry and what must be said beside it."""

    geometry: BaseGeometry | None  # lon, lat in degrees, EPSG:4326
    method: GeometryMethod
    exactness: Exactness
    note: str
    accuracy_km: float | None = None
    waypoints: tuple[Waypoint, ...] = ()
    length_km: float | None = None


def locate_line(project: Project, route: Route, known: KnownProject | None) -> Location:
    """Locate a project along its route; the least exact waypoint decides the exactness."""
    return Location(
        geometry=route.line,
        method=route.method,
        exactness=_worst([waypoint.exactness for waypoint in route.waypoints]),
        note=_line_note(project, route, known),
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
        note=f"The point was {place.note}.",
        accuracy_km=place.accuracy_km,
    )


def _nowhere(resolved: tuple[ResolvedPlace, ...]) -> Location:
    named = [each.mention.name for each in resolved if each.place is None]
    known_abroad = any(each.candidates for each in resolved if each.place is None)
    note = (
        f"The article names {_listed(named)}, which no gazetteer here knows{' in its country' if known_abroad else ''}."
        if named
        else "The article does not say where."
    )
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


def _point_note(project: Project, places: list[Place]) -> str:
    hand = [place for place in places if is_by_hand(place.source)]
    if hand:
        return " ".join(f"{place.name}: {place.note}." for place in hand)
    names = _listed([place.name for place in places])
    goes_round = any(place.role is PlaceRole.AROUND for place in project.places)
    radius = max(place.accuracy_km for place in places)
    if project.linear:
        if not goes_round:
            return f"The point stands for the line, of whose places only {names} could be placed."
        return f"The article gives no ends: the point stands for {names}, which the line goes round."
    if places[0].exactness is Exactness.REGION:
        return f"Only the region is stated: somewhere in {names}, within about {radius:.0f} km of the point."
    if places[0].note:
        return f"{places[0].name}: {places[0].note}."
    source = places[0].source.name
    return f"The point is {names} as {source} has it, good to about {radius:.0f} km; the site itself is not stated."


def _line_note(project: Project, route: Route, known: KnownProject | None) -> str:
    parts = [_course_note(route, _listed_stops(route.waypoints))]
    added = [each for each in route.waypoints if each.added_from and not is_by_hand(each.added_from)]
    stated = [waypoint for waypoint in route.waypoints if waypoint.is_stated]
    if added and added[0].added_from:
        whose = added[0].added_from.name
        what = f"{_listed([waypoint.name for waypoint in added])} added from {whose}"
        parts.append(f"{what}." if stated else f"The article gives no ends; {what}.")
        if known and known.stops_note:
            parts.append(f"{known.stops_note[0].upper()}{known.stops_note[1:]}.")
    parts += [f"{waypoint.name}: {waypoint.note}." for waypoint in route.waypoints if waypoint.note]
    borrowed = [waypoint for waypoint in route.waypoints if is_openstreetmap(waypoint.source)]
    parts += [f"{waypoint.name}: {waypoint.source.name}." for waypoint in borrowed]
    missing = [p.name for p in project.places if p.role is PlaceRole.STOP and p.name not in {w.name for w in stated}]
    if missing and route.method is not GeometryMethod.DRAWN:
        parts.append(f"{_listed(missing)} could not be placed.")
    return " ".join(parts)


def _course_note(route: Route, names: str) -> str:
    if route.method is GeometryMethod.DRAWN:
        return f"Drawn by hand: straight legs through {names}."
    if route.traced is None:
        return f"Schematic: straight legs through {names}, not the real course."
    source, credit = route.traced.source, route.traced.credit
    date = f" of {source.date}" if source.date else ""
    whose = "" if credit.name == source.name else f", {credit.name}"
    return f"Traced through {names} along {source.name}{date}{whose}; what is yet to be built may run elsewhere."


def _listed_stops(waypoints: tuple[Waypoint, ...]) -> str:
    named = [waypoint.name for waypoint in waypoints if waypoint.name]
    unnamed = len(waypoints) - len(named)
    points = [f"{unnamed} point{'s' if unnamed > 1 else ''} without a name"] if unnamed else []
    return _listed([*named, *points])


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
