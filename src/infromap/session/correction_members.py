"""Corrections as members of the project file; what stands there may come from anybody."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from shapely import Point

from infromap.model.correction import (
    Correction,
    Detail,
    DetailEdited,
    LineDrawn,
    PlaceChosen,
    PointMoved,
    ProjectIdentity,
    Vertex,
)
from infromap.model.place import Exactness
from infromap.model.project import Kind
from infromap.saying import Saying
from infromap.session.places import MOST_KM, place_from_json, place_to_json

if TYPE_CHECKING:
    from infromap.session.members import Members

MOST_LETTERS = 5_000  # of a name or a note that somebody writes
MOST_VERTICES = 20_000
_DECIMALS = 7  # of a degree: a centimetre
_WHATS = ("place", "point", "line", "detail")
_HAND = (Exactness.EXACT, Exactness.APPROXIMATE)

Json = dict[str, Any]


def correction_to_json(correction: Correction) -> Json:
    """Return a correction as an object of the project file."""
    project = correction.project
    identity = {"id": project.id, "name": project.name, "kind": project.kind.value, "places": list(project.places)}
    return {**_what(correction), "date": correction.date, "project": identity}


def _what(correction: Correction) -> Json:
    match correction:
        case PlaceChosen(name=name, place=place):
            return {"what": "place", "name": name, "place": place_to_json(place) if place else None}
        case PointMoved(name=name, point=point):
            return {"what": "point", "name": name, **_lon_lat(point), **_exactness(correction)}
        case LineDrawn(vertices=vertices):
            positions, names = [_position(each.point) for each in vertices], [each.name for each in vertices]
            return {"what": "line", "vertices": positions, "names": names, **_exactness(correction)}
        case DetailEdited(detail=detail, value=value):
            return {"what": "detail", "detail": detail.value, "value": value}


def _lon_lat(point: Point) -> Json:
    lon, lat = _position(point)
    return {"lon": lon, "lat": lat}


def _position(point: Point) -> list[float]:
    return [round(float(point.x), _DECIMALS), round(float(point.y), _DECIMALS)]


def _exactness(correction: PointMoved | LineDrawn) -> Json:
    return {"exactness": correction.exactness.value, "accuracy_km": correction.accuracy_km}


def read_corrections(objects: Iterable["Members"]) -> tuple[tuple[Correction, ...], list[Json]]:
    """Return the corrections of a project file, and those of a sort that this version does not know, as they stand.

    Raises
    ------
    ProjectFileError
        If something of a correction is missing or of another type.
    """
    read: list[Correction] = []
    unknown: list[Json] = []
    for each in objects:
        if each.text("what") in _WHATS:
            read.append(correction_from_json(each))
        else:
            unknown.append(each.left(()))
    return tuple(read), unknown


def correction_from_json(members: "Members") -> Correction:
    """Read a correction; ProjectFileError if something of it is missing or of another type."""
    identity, date = _identity(members.object("project")), members.day("date")
    match members.choice("what", _WHATS):
        case "place":
            place = None if members.is_null("place") else place_from_json(members.object("place"))
            return PlaceChosen(project=identity, date=date, name=members.text("name"), place=place)
        case "point":
            exactness, accuracy_km = _how_exact(members)
            name = members.text_or_none("name")
            point = Point(members.number("lon", least=-180, most=180), members.number("lat", least=-90, most=90))
            return PointMoved(
                project=identity, date=date, name=name, point=point, exactness=exactness, accuracy_km=accuracy_km
            )
        case "line":
            exactness, accuracy_km = _how_exact(members)
            vertices = _vertices(members)
            return LineDrawn(
                project=identity, date=date, vertices=vertices, exactness=exactness, accuracy_km=accuracy_km
            )
        case _:
            return _detail(members, identity, date)


def _identity(members: "Members") -> ProjectIdentity:
    return ProjectIdentity(
        id=members.text("id"),
        name=members.text("name"),
        kind=members.choice("kind", list(Kind)),
        places=members.texts("places"),
    )


def _how_exact(members: "Members") -> tuple[Exactness, float]:
    return members.choice("exactness", _HAND), members.number("accuracy_km", least=0, most=MOST_KM)


def _vertices(members: "Members") -> tuple[Vertex, ...]:
    positions = members.positions("vertices", least=2, most=MOST_VERTICES)
    names = members.texts("names") or ("",) * len(positions)
    if len(names) != len(positions):
        raise members.refusal("names", Saying("a list of texts, one for each vertex"))
    return tuple(Vertex(point=Point(each), name=name) for each, name in zip(positions, names, strict=True))


def _detail(members: "Members", identity: ProjectIdentity, date: str) -> DetailEdited:
    detail = members.choice("detail", list(Detail))
    value = members.text("value", most=MOST_LETTERS)
    if detail is Detail.KIND:
        value = members.choice("value", list(Kind)).value
    if not value.strip():
        raise members.refusal("value", Saying("a text that says something"))
    return DetailEdited(project=identity, date=date, detail=detail, value=value)
