"""Features and the reading become the map document: title, bounds, notices, attribution."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.compose.bounds import enclose_all
from infromap.compose.credit import credit_sources
from infromap.compose.rows import summary_rows
from infromap.model.mapdoc import Feature, MapDocument
from infromap.model.place import Exactness
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.model.article import Reading

_ESTIMATE_KM = 10.0  # a waypoint known no better than this deserves a notice


def compose_map(reading: "Reading", features: Sequence[Feature], *, notices: Sequence[Saying] = ()) -> MapDocument:
    """Make the document of one article.

    ``features`` stand in the order of ``reading.projects``; ``notices`` are those of the way here.
    Without any geometry ``bounds`` is None; without a title the document is called after its source.
    """
    article = reading.article
    return MapDocument(
        title=article.title or article.source,
        reading=reading,
        features=tuple(features),
        bounds=enclose_all(features),
        summary_rows=summary_rows(reading),
        notices=(*reading.notices, *notices, *_notices(features)),
        attribution=credit_sources(features),
    )


def replace_features(
    document: MapDocument, features: Sequence[Feature], *, notices: Sequence[Saying] = ()
) -> MapDocument:
    """Return a document with other features: bounds, notices and credit follow them, all else stays.

    ``notices`` are more of them, said last.
    """
    own, credited = _notices(document.features), credit_sources(document.features)
    others = [notice for notice in document.notices if notice not in own]
    added = [source for source in document.attribution if source not in credited]
    return replace(
        document,
        features=tuple(features),
        bounds=enclose_all(features, document.layers),
        notices=(*others, *_notices(features), *notices),
        attribution=tuple(dict.fromkeys((*credit_sources(features), *added))),
    )


def _notices(features: Sequence[Feature]) -> list[Saying]:
    notices: list[Saying] = []
    for feature in features:
        if feature.geometry is None:
            told = "Not on the map: {project}. {note}"
            notices.append(Saying(told, project=feature.name, note=feature.location_note or ""))
        notices += [
            Saying(
                "{project}: {place} could not be placed ({reason})",
                project=feature.name,
                place=each.mention.name,
                reason=each.reason,
            )
            for each in feature.resolved
            if each.place is None and feature.geometry is not None
        ]
        notices += [
            Saying(
                "{project}: the place of {place} is an estimate, good to about {km:,.0f} km",
                project=feature.name,
                place=waypoint.name,
                km=waypoint.accuracy_km,
            )
            for waypoint in feature.waypoints
            if waypoint.exactness is Exactness.APPROXIMATE and waypoint.accuracy_km >= _ESTIMATE_KM
        ]
        notices += [Saying("{project}: {notice}", project=feature.name, notice=each) for each in feature.notices]
    return notices
