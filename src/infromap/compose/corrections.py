"""What the user put right becomes places, waypoints and rows: what holds now, beside what the program had found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely

from infromap.compose.rows import format_point
from infromap.geodesic import line_length_km
from infromap.model.correction import (
    Correction,
    Detail,
    DetailEdited,
    LineDrawn,
    PlaceChosen,
    PointMoved,
    Vertex,
    by_hand,
)
from infromap.model.mapdoc import Feature, Row
from infromap.model.place import Place, ResolvedPlace
from infromap.model.route import GeometryMethod, Route, Waypoint
from infromap.saying import Saying, in_turn

_UNNAMED = "•"
_SAME_DEGREES = 2e-6  # a vertex that near stands where the program had it


def correct_place(resolved: ResolvedPlace, correction: PlaceChosen | PointMoved) -> ResolvedPlace:
    """Return a name with the place that the user gave it, and a reason that says so."""
    found = resolved.place
    had = (
        Saying("the program had chosen {place}", place=_place_text(found))
        if found
        else Saying("the program had found none")
    )
    date = correction.date
    if isinstance(correction, PointMoved):
        reason = in_turn([Saying("set by hand on {date}", date=date), had], "; ")
        return replace(resolved, place=put_place(correction, resolved), reason=reason)
    if correction.place is None:
        none = Saying("none of the places of that name, said by hand on {date}", date=date)
        return replace(resolved, place=None, reason=in_turn([none, had], "; "))
    place = correction.place
    note = Saying("chosen by hand on {date} from {source}", date=date, source=place.source.name)
    reason = in_turn([Saying("chosen by hand on {date}", date=date), had], "; ")
    noted = in_turn([place.note, note], "; ") if place.note else note
    return replace(resolved, place=replace(place, note=noted), reason=reason)


def put_place(correction: PointMoved, resolved: ResolvedPlace | None = None) -> Place:
    """Return the place of a point set by hand.

    It keeps the gazetteer's id where one was found for the name: it is the same place, whose point is now known better.
    """
    found = resolved.place if resolved else None
    name = correction.name or correction.project.name
    return Place(
        name=found.name if found else name,
        point=correction.point,
        gazetteer_id=found.gazetteer_id if found else f"hand:{name}",
        country=found.country if found else "",
        feature_type=found.feature_type if found else "point",
        source=by_hand(correction.date),
        exactness=correction.exactness,
        accuracy_km=correction.accuracy_km,
        population=found.population if found else 0,
        note=Saying("set by hand on {date}", date=correction.date),
    )


def draw_route(correction: LineDrawn, waypoints: Sequence[Waypoint]) -> Route:
    """Return the line that the user drew; ``waypoints`` are those that the program had found."""
    line = shapely.LineString([vertex.point for vertex in correction.vertices])
    return Route(
        line=line,
        waypoints=tuple(_waypoint(vertex, correction, waypoints) for vertex in correction.vertices),
        length_km=line_length_km(line),
        method=GeometryMethod.DRAWN,
    )


def _waypoint(vertex: Vertex, correction: LineDrawn, waypoints: Sequence[Waypoint]) -> Waypoint:
    found = next((each for each in waypoints if vertex.name and each.name == vertex.name), None)
    if found and _is_at(found.point, vertex.point):
        return found
    is_stated = found is not None and found.is_stated
    return Waypoint(
        name=vertex.name,
        point=vertex.point,
        accuracy_km=correction.accuracy_km,
        source=by_hand(correction.date),
        is_stated=is_stated,
        added_from=None if is_stated else by_hand(correction.date),
        note=Saying("set by hand on {date}", date=correction.date) if vertex.name else None,
        exactness=correction.exactness,
    )


def _is_at(a: shapely.Point, b: shapely.Point) -> bool:
    away = (a.x - b.x + 180.0) % 360.0 - 180.0  # a line across 180° goes on beyond it
    return bool(abs(away) < _SAME_DEGREES and abs(a.y - b.y) < _SAME_DEGREES)


def correction_rows(found: Feature, corrections: Sequence[Correction]) -> tuple[Row, ...]:
    """Return a row for each correction of a project, in their order.

    Parameters
    ----------
    found
        The project as the program had found it: the rows' notes tell of it.
    corrections
        Those of this project.
    """
    return tuple(_row(found, each) for each in corrections)


def _row(found: Feature, correction: Correction) -> Row:
    source = by_hand(correction.date)
    match correction:
        case PlaceChosen(name=name, place=place):
            had = _had(found, name)
            if place is None:
                return Row(key="unplaced", value=name, note=had, source=source)
            return Row(
                key="chosen_place",
                value=Saying("{name}: {place}", name=name, place=_place_text(place)),
                note=had,
                source=source,
            )
        case PointMoved(name=name, point=point, accuracy_km=accuracy_km):
            where = Saying("{point}, ±{km:g} km", point=format_point(point), km=accuracy_km)
            value = Saying("{name}: {place}", name=name, place=where) if name else where
            return Row(key="point", value=value, note=_had(found, name) if name else None, source=source)
        case LineDrawn(vertices=vertices):
            stops = _stops_text([vertex.name for vertex in vertices])
            had = _stops_text([waypoint.name for waypoint in found.waypoints])
            return Row(key="line", value=stops, note=had or None, source=source)
        case DetailEdited(detail=detail, value=value):
            had = {Detail.NAME: found.name, Detail.KIND: found.kind.value, Detail.NOTE: None}[detail]
            return Row(key=detail.value, value=value, note=had, source=source)


def _had(found: Feature, name: str) -> str | None:
    place = next((each.place for each in found.resolved if each.mention.name == name), None)
    return _place_text(place) if place else None


def _place_text(place: Place) -> Saying:
    where = in_turn([place.name, place.country], ", ") if place.country else place.name
    return Saying("{where}, {point} ({source})", where=where, point=format_point(place.point), source=place.source.name)


def _stops_text(names: Sequence[str]) -> str:
    return " – ".join(name or _UNNAMED for name in names)
