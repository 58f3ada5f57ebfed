"""The projects of one map as flat rows with all their fields, each with its words and sources."""

from typing import TYPE_CHECKING

from infromap.export.corpus_rows import SITE_COLUMNS, TEXT, Row, site_rows
from infromap.export.facts import article_source, feature_facts, say_facts

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature, MapDocument

MORE_COLUMNS: dict[str, type] = {
    "region": TEXT,
    "around": TEXT,
    "status_date": TEXT,
    "completion": TEXT,
    "borrower": TEXT,
    "article_says": TEXT,
    "other_sources": TEXT,
    "place_sources": TEXT,
    "line_sources": TEXT,
    "location_note": TEXT,
    "corrections": TEXT,
    "article_url": TEXT,
    "publisher": TEXT,
}
MAP_COLUMNS: dict[str, type] = {**SITE_COLUMNS, **MORE_COLUMNS}
# Whose words stand in which column; see export/facts.py.
_PARTS = {
    "article_says": "article",
    "other_sources": "other source",
    "place_sources": "place",
    "line_sources": "line",
    "corrections": "by hand",
}


def map_rows(document: "MapDocument") -> list[Row]:
    """Return a row for each project: ``MAP_COLUMNS``, ``layer`` and ``wkb``, as ``site_rows`` says.

    ``article_says``, ``other_sources``, ``place_sources``, ``line_sources`` and ``corrections`` name every fact
    with its quote and its source, joined by "; ".
    """
    rows = site_rows(document, document.reading.article.source)
    return [{**row, **_more(feature, document)} for feature, row in zip(document.features, rows, strict=True)]


def _more(feature: "Feature", document: "MapDocument") -> Row:
    project, article = feature.project, document.reading.article
    facts = feature_facts(feature, article_source(document))
    said = {column: say_facts(each for each in facts if each["part"] == part) for column, part in _PARTS.items()}
    return {
        "region": project.region.name if project.region else None,
        "around": "; ".join(place.name for place in project.around) or None,
        "status_date": project.status_date,
        "completion": project.completion,
        "borrower": project.borrower,
        "location_note": feature.location_note,
        "article_url": article.url,
        "publisher": article.publisher,
        **said,
    }
