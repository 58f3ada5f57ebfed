"""Lines through waypoints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from infromap.model.place import Exactness

if TYPE_CHECKING:
    import shapely

    from infromap.model.provenance import Source
    from infromap.saying import Saying


class GeometryMethod(StrEnum):
    """How a geometry was made."""

    GAZETTEER = "gazetteer"
    CURATED = "curated"
    ONLINE = "online"
    SCHEMATIC = "schematic"  # straight legs through named places
    TRACED = "traced"
    DRAWN = "drawn"
    FILE = "file"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waypoint:
    """A point that a line goes through, and who says so."""

    name: str
    point: shapely.Point  # lon, lat in degrees, EPSG:4326
    accuracy_km: float
    source: Source  # of the coordinates
    is_stated: bool  # True: the article names it; False: added from ``added_from``
    added_from: Source | None = None
    note: str | None = None
    exactness: Exactness = Exactness.CITY


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """What a traced line follows, and who must be named where it is shown."""

    source: Source  # a network, the lines of a file, a server; its date is that of the data
    credit: Source  # "© OpenStreetMap contributors (ODbL)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A line through waypoints in travel order."""

    line: shapely.LineString  # lon, lat in degrees, EPSG:4326
    waypoints: tuple[Waypoint, ...]
    length_km: float  # geodesic, of ``line``
    method: GeometryMethod
    traced: Traced | None = None  # None for a schematic line
    notices: tuple[Saying, ...] = ()  # what a careful reader should know: a leg not joined, a stop beside the line
