"""Places on the ground, and how a name came to one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import shapely

    from infromap.model.project import PlaceMention
    from infromap.model.provenance import Source
    from infromap.saying import Saying


class Exactness(StrEnum):
    """How exactly a location is known."""

    EXACT = "exact"  # the thing itself, to a kilometre
    APPROXIMATE = "approximate"  # within the stated accuracy
    CITY = "city"  # somewhere in the named town
    REGION = "region"
    COUNTRY = "country"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A box in degrees, EPSG:4326; ``west`` is larger than ``east`` where it crosses 180°."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named point as a gazetteer knows it."""

    name: str
    point: shapely.Point  # lon, lat in degrees, EPSG:4326
    gazetteer_id: str  # "geonames:1526273", "curated:karabutak"
    country: str  # ISO 3166 two-letter code
    feature_type: str  # "city", "town", "village", "station", "region", "country"
    source: Source
    exactness: Exactness
    accuracy_km: float
    population: int = 0
    region: str | None = None  # name of the first-level division, where known
    extent: Bounds | None = None  # of a region or a country: the box of its places
    note: Saying | None = None  # what a careful reader should know: "estimated from km posts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place that a name may mean, with the weight of the match and the reason for it."""

    place: Place
    score: float  # 0 to 1, higher is better; comparable within one list only
    matched_name: str  # the form of the name in the gazetteer that matched
    reason: Saying  # one line for a person: "same country, population 145,000, exact name"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """A name of the text and the place chosen for it; ``place`` is None if none is known."""

    mention: PlaceMention
    place: Place | None
    candidates: tuple[Candidate, ...]
    reason: Saying
