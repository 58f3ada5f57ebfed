"""A project, as one article describes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.article import Amount, Financier
    from infromap.model.provenance import Quote


class Kind(StrEnum):
    """What is built."""

    HOSPITAL = "hospital"
    WIND = "wind power"
    SOLAR = "solar"
    HYDRO = "hydropower"
    THERMAL = "thermal power"
    GAS = "gas"
    GRID = "grid"
    HIGHWAY = "highway"
    RAILWAY = "railway"
    METRO = "metro"
    AIRPORT = "airport"
    PORT = "port"
    WATER = "water"
    WASTE = "waste"
    DAM = "dam"
    URBAN = "urban"
    OTHER = "other"


class PlaceRole(StrEnum):
    """What a place is to a project."""

    SITE = "site"  # it stands there
    STOP = "stop"  # it runs through there; stops come in travel order
    AROUND = "around"  # it goes round it: a bypass, a ring road


_DIRECTIONS = {
    "N": Saying("N of"), "NE": Saying("NE of"), "E": Saying("E of"), "SE": Saying("SE of"), "S": Saying("S of"),
    "SW": Saying("SW of"), "W": Saying("W of"), "NW": Saying("NW of"),
}  # fmt: skip


def direction_words(direction: str | None) -> Saying:
    """Return what stands between a distance and a place: ``42 km NE of Aktau``."""
    return _DIRECTIONS[direction] if direction else Saying("from")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place name that the text gives to a project, as written ("Kokshetau")."""

    name: str
    role: PlaceRole
    quote: Quote
    is_region: bool = False  # a region, by the words beside it or by its name
    offset_km: float | None = None  # "about nine kilometres south-west of": the distance …
    offset_direction: str | None = None  # … and one of N, NE, E, SE, S, SW, W, NW


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One thing that is built, financed or repaired, with the words that say so.

    ``places`` are the most specific places stated: the sites, or the stops in travel order. For a
    bypass with no stated ends they hold the town it goes round, in the role ``AROUND``. Empty
    means that the text does not say where. ``quotes`` has one entry for each field that the text
    supports (``kind``, ``capacity``, ``length_km``, ``status``, ``place``, ``region`` …).
    """

    id: str  # counted and readable: "hospital-kokshetau"
    name: str  # the shortest phrase of the text that names it; of one of several named together, with its place
    kind: Kind
    linear: bool = False
    places: tuple[PlaceMention, ...] = ()
    around: tuple[PlaceMention, ...] = ()  # where ends are stated as well
    region: PlaceMention | None = None
    country: str | None = None  # ISO 3166 two-letter code
    status_date: str | None = None  # when that was so; ISO 8601, as exact as it is known
    completion: str | None = None  # when it is to be ready; as exact as it is known
    status: str | None = None  # planned, approved, signed, under construction, completed
    capacity: str | None = None  # "220 MW", "630 beds"
    length_km: float | None = None  # what the text states
    financiers: tuple[Financier, ...] = ()
    amounts: tuple[Amount, ...] = ()
    borrower: str | None = None
    quotes: tuple[Quote, ...] = ()
