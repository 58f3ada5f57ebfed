"""A map document becomes a CSV table: one row for each project."""

import csv
import io
import re
from typing import TYPE_CHECKING

from infromap.export.map_rows import MORE_COLUMNS, map_rows

if TYPE_CHECKING:
    from infromap.export.corpus_rows import Row
    from infromap.model.mapdoc import Feature, MapDocument

COLUMNS = (
    "id", "name", "kind", "status", "lat", "lon", "wkt", "exactness", "accuracy_km", "geometry_method",
    "length_km", "geometry_length_km", "capacity", "places", "country", "financiers", "amounts", "sentence",
    "article_date", "article_source", "location_note", "other_sources",
    "geometry_source", "geometry_date", "geometry_attribution",
    *(name for name in MORE_COLUMNS if name not in ("location_note", "other_sources")), "notices", "note", "corrected",
)  # fmt: skip
_OWN_COLUMNS = COLUMNS.index("geometry_attribution") + 1  # the others are those of map_rows, by their names
# Where a spreadsheet may begin to read a formula: at the beginning, whatever unseen letters stand there, and behind
# what it may take for the end of a cell or a line, as one does that parts columns by semicolons.
_UNSEEN = r"\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"\A(?=[\t\r\n]|[{_UNSEEN}]*[{_SIGNS}])|(?<=[;\t\r\n])(?=[{_SIGNS}])")


def to_csv(document: "MapDocument") -> bytes:
    """Return the projects as CSV in UTF-8 with a byte order mark, as spreadsheets expect it.

    ``lat`` and ``lon`` are the point, or a point on the line, in degrees, WGS 84; both are empty
    where the article does not say where. Text that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    rows = map_rows(document)
    writer.writerows([_row(feature, row, document) for feature, row in zip(document.features, rows, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def _row(feature: "Feature", row: "Row", document: "MapDocument") -> list[object]:
    project, article = feature.project, document.reading.article
    point = None if feature.geometry is None else feature.geometry.representative_point()
    amounts = [f"{amount.currency} {amount.value:.0f}" for amount in project.amounts]
    return [
        plain_cell(feature.id),
        plain_cell(feature.name),
        feature.kind.value,
        plain_cell(project.status),
        "" if point is None else round(point.y, 6),
        "" if point is None else round(point.x, 6),
        "" if feature.geometry is None else feature.geometry.wkt,
        feature.exactness.value,
        _number(feature.accuracy_km),
        feature.method.value,
        _number(project.length_km),
        _number(feature.geometry_length_km),
        plain_cell(project.capacity),
        plain_cell("; ".join(place.name for place in project.places)),
        plain_cell(project.country),
        plain_cell("; ".join(financier.name for financier in project.financiers)),
        plain_cell("; ".join(amounts)),
        plain_cell(feature.sentence.text if feature.sentence else None),
        plain_cell(article.date),
        plain_cell(article.url or article.source),
        plain_cell(feature.location_note),
        plain_cell(row["other_sources"]),
        *_traced(feature),
        *(plain_cell(row[name]) for name in COLUMNS[_OWN_COLUMNS:]),
    ]


def _traced(feature: "Feature") -> list[object]:
    if feature.traced is None:
        return ["", "", ""]
    source, credit = feature.traced.source, feature.traced.credit
    return [plain_cell(source.name), plain_cell(source.date), plain_cell(credit.name)]


def plain_cell(value: str | None) -> str:
    """Return a cell's text, with an apostrophe before what a spreadsheet would run as a formula."""
    return _FORMULA.sub("'", (value or "").replace("\x00", ""))


def _number(value: float | None) -> float | str:
    return "" if value is None else round(value, 3)
