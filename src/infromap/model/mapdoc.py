"""The map document: everything that a page or a file shows, and nothing of how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from infromap.model.article import Reading
    from infromap.model.correction import Correction
    from infromap.model.layer import Layer
    from infromap.model.place import Bounds, Exactness, ResolvedPlace
    from infromap.model.project import Kind, Project
    from infromap.model.provenance import Quote, Source
    from infromap.model.route import GeometryMethod, Traced, Waypoint
    from infromap.saying import Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a popup or panel: a key for the label (see ``resources/i18n``) and plain text.

    ``quote`` ties it to a sentence of the article; ``source`` to a publication.
    """

    key: str
    value: str
    quote: Quote | None = None
    source: Source | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A project with its place on the map and everything that is said about it.

    ``geometry`` is None where the place is not stated. ``accuracy_km`` is the radius within which
    a point lies; None for lines and for no geometry.
    """

    id: str  # counted and readable, unique in the document, the same for the same article
    name: str
    kind: Kind
    geometry: BaseGeometry | None  # Point or LineString, lon, lat in degrees, EPSG:4326
    method: GeometryMethod
    exactness: Exactness
    accuracy_km: float | None
    project: Project
    resolved: tuple[ResolvedPlace, ...] = ()
    waypoints: tuple[Waypoint, ...] = ()
    geometry_length_km: float | None = None
    traced: Traced | None = None  # of a traced line: what it follows
    sentence: Quote | None = None  # the sentence of the article that names the project
    location_note: Saying | None = None  # how its place was found, or why it has none
    article_rows: tuple[Row, ...] = ()  # what the article says
    notices: tuple[Saying, ...] = ()  # what a careful reader should know of its geometry
    fact_rows: tuple[Row, ...] = ()  # what financiers' pages and the press add
    note: str | None = None  # the user's own
    corrections: tuple[Correction, ...] = ()  # by hand, in the order in which they were made
    correction_rows: tuple[Row, ...] = ()  # one for each: what holds now, and as its note what the program had found


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDocument:
    """One map: projects of an article, in the order of the text, and layers of GIS files, the first at the bottom.

    A map of layers alone has the reading of an empty article, whose source is the first layer's file.
    """

    title: str
    reading: Reading
    features: tuple[Feature, ...] = ()
    layers: tuple[Layer, ...] = ()
    are_projects_shown: bool = True  # on the map; the list has them all the same
    bounds: Bounds | None = None  # of all geometries; None if there are none
    summary_rows: tuple[Row, ...] = ()  # of the article as a whole: date, financiers, totals, people
    notices: tuple[Saying, ...] = ()
    attribution: tuple[Source, ...] = ()
