"""Every fact of a map as a row of its own: what is said, by which words of the article or by which source."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from infromap.export.corpus_rows import COUNT, TEXT, Row
from infromap.model.provenance import Quote, Source

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature, MapDocument
    from infromap.model.mapdoc import Row as Said
    from infromap.model.place import Place, ResolvedPlace
    from infromap.model.route import Waypoint

FACT_COLUMNS: dict[str, type] = {
    "project_id": TEXT,
    "name": TEXT,
    "part": TEXT,
    "field": TEXT,
    "value": TEXT,
    "note": TEXT,
    "quote": TEXT,
    "quote_start": COUNT,
    "quote_end": COUNT,
    "source": TEXT,
    "source_url": TEXT,
    "source_date": TEXT,
}


def map_facts(document: "MapDocument") -> list[Row]:
    """Return a row for each fact of a map: ``FACT_COLUMNS``.

    Returns
    -------
    list of dict
        Project by project, in the order of the text, then what the article says as a whole (without ``project_id``).
        ``part`` says whose word it is: article, other source, place, line or by hand. A quote counts its characters
        in the article's text as read.
    """
    article = article_source(document)
    rows = [row for feature in document.features for row in feature_facts(feature, article)]
    return rows + [_fact("article", said, article) for said in document.summary_rows]


def feature_facts(feature: "Feature", article: Source) -> list[Row]:
    """Return the facts of one project; ``article`` is the source of what its text says."""
    facts = [
        *(_fact("article", said, article) for said in feature.article_rows),
        *_sentence(feature, article),
        *(_fact("other source", said, None) for said in feature.fact_rows),
        *(_placed(each) for each in feature.resolved),
        *(_waypoint(each) for each in feature.waypoints),
        *_traced(feature),
        *(_fact("by hand", said, None) for said in feature.correction_rows),
    ]
    return [{**fact, "project_id": feature.id, "name": feature.name} for fact in facts]


def article_source(document: "MapDocument") -> Source:
    """Return the article as a source: where it was read, and its date."""
    article = document.reading.article
    return Source(name=article.publisher or article.source, url=article.url, date=article.date)


def _fact(part: str, said: "Said", source: Source | None) -> Row:
    return _row(part, said.key, said.value, note=said.note, quote=said.quote, source=said.source or source)


def _sentence(feature: "Feature", article: Source) -> Iterator[Row]:
    if feature.sentence:
        yield _row("article", "sentence", feature.sentence.text, quote=feature.sentence, source=article)


def _placed(each: "ResolvedPlace") -> Row:
    place = each.place
    if place is None:
        return _row("place", each.mention.name, "not located", note=each.reason, quote=each.mention.quote)
    return _row("place", each.mention.name, _where(place), note=_joined(each.reason, place.note), source=place.source)


def _where(place: "Place") -> str:
    return (
        f"{place.point.y:.5f}, {place.point.x:.5f} ({place.gazetteer_id}, {place.exactness.value}, "
        f"good to {place.accuracy_km:g} km)"
    )


def _waypoint(waypoint: "Waypoint") -> Row:
    where = f"{waypoint.point.y:.5f}, {waypoint.point.x:.5f} (good to {waypoint.accuracy_km:g} km)"
    named = "named by the article" if waypoint.is_stated else "not named by the article"
    return _row(
        "line", waypoint.name, where, note=_joined(named, waypoint.note), source=waypoint.added_from or waypoint.source
    )


def _traced(feature: "Feature") -> Iterator[Row]:
    if feature.traced:
        yield _row("line", "traced", feature.traced.credit.name, source=feature.traced.source)


def _row(
    part: str,
    field: str,
    value: str,
    *,
    note: str | None = None,
    quote: Quote | None = None,
    source: Source | None = None,
) -> Row:
    return {
        "project_id": None,
        "name": None,
        "part": part,
        "field": field,
        "value": value,
        "note": note,
        "quote": quote.text if quote else None,
        "quote_start": quote.start if quote else None,
        "quote_end": quote.end if quote else None,
        "source": source.name if source else None,
        "source_url": source.url if source else None,
        "source_date": source.date if source else None,
    }


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None


def say_facts(facts: Iterable[Row]) -> str | None:
    """Return facts as one text, each with its words and its source; None if there are none."""
    return "; ".join(_say(fact) for fact in facts) or None


def _say(fact: Row) -> str:
    source = ", ".join(str(fact[key]) for key in ("source", "source_date", "source_url") if fact[key])
    quote = f"“{fact['quote']}”" if fact["quote"] and fact["quote"] != fact["value"] else None
    brackets = ", ".join(part for part in (quote, fact["note"], source) if part)
    return f"{fact['field']}: {fact['value']}" + (f" ({brackets})" if brackets else "")
