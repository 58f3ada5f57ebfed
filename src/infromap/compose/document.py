"""Features and the reading become the map document: title, bounds, notices, attribution."""

from collections.abc import Sequence
from dataclasses import replace

from infromap.compose.bounds import enclose_all
from infromap.compose.credit import credit_sources
from infromap.compose.rows import summary_rows
from infromap.model.article import Reading
from infromap.model.mapdoc import Feature, MapDocument
from infromap.model.place import Exactness

_ESTIMATE_KM = 10.0  # a waypoint known no better than this deserves a notice


def compose_map(reading: Reading, features: Sequence[Feature], *, notices: Sequence[str] = ()) -> MapDocument:
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


def replace_features(document: MapDocument, features: Sequence[Feature], *, notices: Sequence[str] = ()) -> MapDocument:
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


def _notices(features: Sequence[Feature]) -> list[str]:
    notices = []
    for feature in features:
        if feature.geometry is None:
            notices.append(f"Not on the map: {feature.name}. {feature.location_note}")
        notices += [
            f"{feature.name}: {each.mention.name} could not be placed ({each.reason})"
            for each in feature.resolved
            if each.place is None and feature.geometry is not None
        ]
        notices += [
            f"{feature.name}: the place of {waypoint.name} is an estimate, good to about {waypoint.accuracy_km:.0f} km"
            for waypoint in feature.waypoints
            if waypoint.exactness is Exactness.APPROXIMATE and waypoint.accuracy_km >= _ESTIMATE_KM
        ]
        notices += [f"{feature.name}: {notice}" for notice in feature.notices]
    return notices
