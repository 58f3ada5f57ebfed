"""What the user knows better than the program: corrections, each with its project and the day it was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from infromap.model.provenance import Source
from infromap.saying import Saying

if TYPE_CHECKING:
    import shapely

    from infromap.model.place import Exactness, Place
    from infromap.model.project import Kind

_BY_HAND = Saying("by hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectIdentity:
    """How a project is known again when its article is read anew, perhaps by another version of the program.

    All of it is as the program read it, never as it was corrected.
    """

    id: str
    name: str
    kind: Kind
    places: tuple[str, ...] = ()  # as the article writes them


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChosen:
    """A name of the text means this place; none that is known where ``place`` is None."""

    project: ProjectIdentity
    date: str  # ISO 8601, the day
    name: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMoved:
    """A point set by hand: for a name of the text, or for the project itself where ``name`` is None."""

    project: ProjectIdentity
    date: str
    name: str | None
    point: shapely.Point  # lon, lat in degrees, EPSG:4326
    exactness: Exactness  # EXACT or APPROXIMATE
    accuracy_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertex:
    """A point of a line drawn by hand; ``name`` is empty where it is no place."""

    point: shapely.Point  # lon, lat in degrees; a line across 180° goes on beyond it
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDrawn:
    """A line drawn by hand through two or more vertices; those where the program had them are still its own."""

    project: ProjectIdentity
    date: str
    vertices: tuple[Vertex, ...]
    exactness: Exactness
    accuracy_km: float


class Detail(StrEnum):
    """What of a project can be written anew."""

    NAME = "name"
    KIND = "kind"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailEdited:
    """A name, a kind (the value of a ``Kind``) or a note that the user wrote."""

    project: ProjectIdentity
    date: str
    detail: Detail
    value: str


Correction = PlaceChosen | PointMoved | LineDrawn | DetailEdited


def by_hand(date: str) -> Source:
    """Return the source of what the user put on the map that day."""
    return Source(name=_BY_HAND, date=date)


def is_by_hand(source: Source) -> bool:
    """Tell whether the user is the source."""
    return source.name == _BY_HAND and source.url is None


def with_correction(corrections: tuple[Correction, ...], new: Correction) -> tuple[Correction, ...]:
    """Return the corrections with one more, which takes the place of those that it makes void.

    The last word on the same thing counts: on a name's place, on a name or a kind or a note. A place chosen for a
    name and a line drawn make a point or a line that was drawn before void as well.
    """
    return (*(each for each in corrections if not _is_void(each, new)), new)


def _is_void(old: Correction, new: Correction) -> bool:
    if old.project != new.project:
        return False
    if isinstance(new, DetailEdited) or isinstance(old, DetailEdited):
        return isinstance(new, DetailEdited) and isinstance(old, DetailEdited) and new.detail is old.detail
    if isinstance(old, LineDrawn) or old.name is None:
        return True  # the whole geometry: any later word on it
    return not isinstance(new, LineDrawn) and new.name == old.name
