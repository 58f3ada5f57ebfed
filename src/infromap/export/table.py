"""A map document becomes a CSV table: one row for each project."""

import csv
import io

from infromap.model.mapdoc import Feature, MapDocument

COLUMNS = (
    "id", "name", "kind", "status", "lat", "lon", "wkt", "exactness", "accuracy_km", "geometry_method",
    "length_km", "geometry_length_km", "capacity", "places", "country", "financiers", "amounts", "sentence",
    "article_date", "article_source", "location_note", "other_sources",
    "geometry_source", "geometry_date", "geometry_attribution",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(document: MapDocument) -> bytes:
    """Return the projects as CSV in UTF-8 with a byte order mark, as spreadsheets expect it.

    ``lat`` and ``lon`` are the point, or a point on the line, in degrees, WGS 84; both are empty
    where the article does not say where. Text that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_row(feature, document) for feature in document.features])
    return text.getvalue().encode("utf-8-sig")


def _row(feature: Feature, document: MapDocument) -> list[object]:
    project, article = feature.project, document.reading.article
    point = None if feature.geometry is None else feature.geometry.representative_point()
    amounts = [f"{amount.currency} {amount.value:.0f}" for amount in project.amounts]
    facts = [f"{row.key}: {row.value} ({row.source.name if row.source else ''})" for row in feature.fact_rows]
    return [
        _text(feature.id),
        _text(feature.name),
        feature.kind.value,
        _text(project.status),
        "" if point is None else round(point.y, 6),
        "" if point is None else round(point.x, 6),
        "" if feature.geometry is None else feature.geometry.wkt,
        feature.exactness.value,
        _number(feature.accuracy_km),
        feature.method.value,
        _number(project.length_km),
        _number(feature.geometry_length_km),
        _text(project.capacity),
        _text("; ".join(place.name for place in project.places)),
        _text(project.country),
        _text("; ".join(financier.name for financier in project.financiers)),
        _text("; ".join(amounts)),
        _text(feature.sentence.text if feature.sentence else None),
        _text(article.date),
        _text(article.url or article.source),
        _text(feature.location_note),
        _text("; ".join(facts)),
        *_traced(feature),
    ]


def _traced(feature: Feature) -> list[object]:
    traced = feature.traced
    return (
        ["", "", ""]
        if traced is None
        else [_text(traced.source.name), traced.source.date or "", _text(traced.credit.name)]
    )


def _text(value: str | None) -> str:
    text = value or ""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _number(value: float | None) -> float | str:
    return "" if value is None else round(value, 3)
