"""A map document becomes one GeoJSON FeatureCollection: what ``infromap extract`` prints."""

from typing import TYPE_CHECKING, Any

from shapely import set_precision
from shapely.geometry import mapping

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from infromap.model.article import Amount, Reading
    from infromap.model.mapdoc import Feature, MapDocument
    from infromap.model.place import Candidate, ResolvedPlace
    from infromap.model.provenance import Quote, Source
    from infromap.model.route import Waypoint

_GRID_DEGREES = 1e-7  # about a centimetre, far finer than anything here is known
_CANDIDATES = 5  # of each name, best first: enough for a person to judge the choice

Json = dict[str, Any]


def to_geojson(document: "MapDocument") -> Json:
    """Return the document as a FeatureCollection (RFC 7946: lon, lat, WGS 84).

    One feature for each project in the order of the text, its geometry null where the article
    does not say where; ``article`` and ``notices`` stand beside ``features``.
    """
    return {
        "type": "FeatureCollection",
        "article": _article(document.reading),
        "notices": list(document.notices),
        "attribution": [_source(source) for source in document.attribution],
        "features": [_feature(feature) for feature in document.features],
    }


def _article(reading: "Reading") -> Json:
    article, portfolio = reading.article, reading.portfolio
    return {
        "title": article.title,
        "date": article.date,
        "source": article.url or article.source,
        "language": article.language,
        "country": reading.country,
        "financiers": [financier.name for financier in reading.financiers],
        "amounts": [_amount(amount) for amount in reading.amounts],
        "people": [{"name": each.name, "role": each.role, **_span(each.quote)} for each in reading.people],
        "portfolio_count": portfolio.count if portfolio else None,
        "portfolio": {
            "count": portfolio.count,
            "amount": _amount(portfolio.amount) if portfolio.amount else None,
            **_span(portfolio.quote),
        }
        if portfolio
        else None,
    }


def _feature(feature: "Feature") -> Json:
    project = feature.project
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": geometry_json(feature.geometry),
        "properties": {
            "name": feature.name,
            "kind": feature.kind.value,
            "status": project.status,
            "status_date": project.status_date,
            "completion": project.completion,
            "capacity": project.capacity,
            "length_km": project.length_km,
            "linear": project.linear,
            "places": [place.name for place in project.places],
            "around": [place.name for place in project.around],
            "region": project.region.name if project.region else None,
            "country": project.country,
            "resolved": [_resolved(each) for each in feature.resolved if each.place is not None],
            "unresolved": [_unresolved(each) for each in feature.resolved if each.place is None],
            "waypoints": [_waypoint(each) for each in feature.waypoints],
            "exactness": feature.exactness.value,
            "accuracy_km": feature.accuracy_km,
            "geometry_method": feature.method.value,
            "geometry_length_km": _km(feature.geometry_length_km),
            "geometry_source": _traced(feature),
            "location_note": feature.location_note,
            "financiers": [financier.name for financier in project.financiers],
            "amounts": [_amount(amount) for amount in project.amounts],
            "borrower": project.borrower,
            "note": feature.note,
            "corrections": corrections_json(feature),
            "quotes": [{"field": quote.field, **_span(quote, key="text")} for quote in project.quotes],
            "other_sources": [
                {
                    "key": row.key,
                    "value": row.value,
                    "note": row.note,
                    "source": _source(row.source) if row.source else None,
                }
                for row in feature.fact_rows
            ],
        },
    }


def _amount(amount: "Amount") -> Json:
    return {
        "value": int(amount.value) if float(amount.value).is_integer() else amount.value,
        "currency": amount.currency,
        "qualifier": amount.qualifier,
        "what": amount.what,
        **_span(amount.quote),
    }


def _resolved(each: "ResolvedPlace") -> Json:
    place = each.place
    if place is None:
        return {"name": each.mention.name}
    return {
        "name": each.mention.name,
        "lon": round(place.point.x, 7),
        "lat": round(place.point.y, 7),
        "accuracy_km": place.accuracy_km,
        "exactness": place.exactness.value,
        "source": place.source.name,
        "id": place.gazetteer_id,
        "reason": each.reason,
        "note": place.note,
        "candidates": _candidates(each),
    }


def _unresolved(each: "ResolvedPlace") -> Json:
    return {"name": each.mention.name, "reason": each.reason, "candidates": _candidates(each)}


def _candidates(each: "ResolvedPlace") -> list[Json]:
    """Return the best candidates, best first; the chosen one is among them even if others beat it by themselves."""
    chosen_id = each.place.gazetteer_id if each.place else None
    kept = [
        found
        for rank, found in enumerate(each.candidates)
        if rank < _CANDIDATES or found.place.gazetteer_id == chosen_id
    ]
    return [_candidate(candidate) for candidate in kept]


def _candidate(candidate: "Candidate") -> Json:
    place = candidate.place
    return {
        "name": place.name,
        "lon": round(place.point.x, 7),
        "lat": round(place.point.y, 7),
        "country": place.country,
        "type": place.feature_type,
        "population": place.population,
        "score": round(candidate.score, 3),
        "reason": candidate.reason,
        "source": place.source.name,
        "id": place.gazetteer_id,
    }


def _waypoint(waypoint: "Waypoint") -> Json:
    return {
        "name": waypoint.name,
        "lon": round(waypoint.point.x, 7),
        "lat": round(waypoint.point.y, 7),
        "accuracy_km": waypoint.accuracy_km,
        "stated": waypoint.is_stated,
        "source": waypoint.source.name,
        "added_from": _source(waypoint.added_from) if waypoint.added_from else None,
        "note": waypoint.note,
    }


def _traced(feature: "Feature") -> Json | None:
    traced = feature.traced
    return None if traced is None else {**_source(traced.source), "attribution": traced.credit.name}


def corrections_json(feature: "Feature") -> list[Json]:
    """Return what was corrected by hand: what holds now, what the program had found, and the day."""
    return [
        {"what": row.key, "value": row.value, "found": row.note, "date": row.source.date if row.source else None}
        for row in feature.correction_rows
    ]


def corrected_text(feature: "Feature") -> str | None:
    """Return the same as one line of text; None where nothing was corrected."""
    told = [f"{row.key.replace('_', ' ')} by hand, {row.source.date}" for row in feature.correction_rows if row.source]
    return "; ".join(dict.fromkeys(told)) or None


def _span(quote: "Quote", *, key: str = "quote") -> Json:
    return {key: quote.text, "start": quote.start, "end": quote.end}


def _source(source: "Source") -> Json:
    return {"name": source.name, "url": source.url, "date": source.date}


def _km(length: float | None) -> float | None:
    return None if length is None else round(length, 3)


def geometry_json(geometry: "BaseGeometry | None") -> Json | None:
    """Return a geometry as GeoJSON, rounded to about a centimetre."""
    return None if geometry is None else _rounded(mapping(set_precision(geometry, _GRID_DEGREES)))


def _rounded(geometry: Any) -> Json:
    return {"type": geometry["type"], "coordinates": _round_all(geometry["coordinates"])}


def _round_all(value: Any) -> Any:
    return round(value, 7) if isinstance(value, float) else [_round_all(each) for each in value]
