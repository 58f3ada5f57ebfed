"""A map document becomes flat rows: one for each project, as tables and GIS layers want them."""

from typing import TYPE_CHECKING, Any

from shapely import MultiPoint, Point, to_wkb

from infromap.export.features import corrected_text

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from infromap.model.mapdoc import Feature, MapDocument

Row = dict[str, Any]
TEXT, NUMBER, COUNT = str, float, int
SITE_COLUMNS: dict[str, type] = {
    "article": TEXT,
    "title": TEXT,
    "date": TEXT,
    "project_id": TEXT,
    "name": TEXT,
    "kind": TEXT,
    "status": TEXT,
    "capacity": TEXT,
    "length_km": NUMBER,
    "geometry_length_km": NUMBER,
    "places": TEXT,
    "country": TEXT,
    "exactness": TEXT,
    "accuracy_km": NUMBER,
    "method": TEXT,
    "geometry_source": TEXT,
    "geometry_date": TEXT,
    "geometry_attribution": TEXT,
    "financiers": TEXT,
    "amounts": TEXT,
    "quote": TEXT,
    "notices": TEXT,
    "note": TEXT,
    "corrected": TEXT,
}
ARTICLE_COLUMNS: dict[str, type] = {
    "article": TEXT,
    "state": TEXT,
    "reason": TEXT,
    "title": TEXT,
    "date": TEXT,
    "language": TEXT,
    "projects": COUNT,
    "notices": TEXT,
}


def site_rows(document: "MapDocument", article: str) -> list[Row]:
    """Return a row for each project: ``SITE_COLUMNS``, ``layer`` and ``wkb``.

    Parameters
    ----------
    document
        The map of one article.
    article
        The name of its file, as it shall stand in the rows.

    Returns
    -------
    list of dict
        In the order of the text. ``wkb`` is the geometry (lon, lat in degrees, EPSG:4326) in hexadecimal
        digits, None where the article does not say where; ``layer`` is sites, lines or not_located.
        Lists are joined by "; ". Lengths are in kilometres.
    """
    return [_site_row(feature, document, article) for feature in document.features]


def article_row(document: "MapDocument", article: str) -> Row:
    """Return the row of an article that was read: ``ARTICLE_COLUMNS``."""
    head = document.reading.article
    return {
        "article": article,
        "state": "read",
        "reason": None,
        "title": head.title,
        "date": head.date,
        "language": head.language,
        "projects": len(document.features),
        "notices": " ".join(document.notices) or None,
    }


def failed_row(article: str, reason: str) -> Row:
    """Return the row of an article that could not be read."""
    return {**dict.fromkeys(ARTICLE_COLUMNS), "article": article, "state": "failed", "reason": reason, "projects": 0}


def _site_row(feature: "Feature", document: "MapDocument", article: str) -> Row:
    project, head = feature.project, document.reading.article
    own = [notice for notice in document.notices if feature.name in notice]
    return {
        "article": article,
        "title": head.title,
        "date": head.date,
        "project_id": feature.id,
        "name": feature.name,
        "kind": feature.kind.value,
        "status": project.status,
        "capacity": project.capacity,
        "length_km": project.length_km,
        "geometry_length_km": _rounded(feature.geometry_length_km),
        "places": "; ".join(place.name for place in project.places),
        "country": project.country,
        "exactness": feature.exactness.value,
        "accuracy_km": feature.accuracy_km,
        "method": feature.method.value,
        "geometry_source": feature.traced.source.name if feature.traced else None,
        "geometry_date": feature.traced.source.date if feature.traced else None,
        "geometry_attribution": feature.traced.credit.name if feature.traced else None,
        "financiers": "; ".join(financier.name for financier in project.financiers),
        "amounts": "; ".join(f"{amount.currency} {amount.value:.0f}" for amount in project.amounts),
        "quote": feature.sentence.text if feature.sentence else None,
        "notices": " ".join(own) or None,
        "note": feature.note,
        "corrected": corrected_text(feature),
        "layer": _layer(feature.geometry),
        "wkb": None if feature.geometry is None else to_wkb(feature.geometry, hex=True),
    }


def _layer(geometry: "BaseGeometry | None") -> str:
    if geometry is None:
        return "not_located"
    return "sites" if isinstance(geometry, Point | MultiPoint) else "lines"


def _rounded(length_km: float | None) -> float | None:
    return None if length_km is None else round(length_km, 3)
