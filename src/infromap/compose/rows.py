"""The rows of popups and panels: each one fact, with the quote or the source that supports it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from infromap.model.mapdoc import Row
from infromap.model.project import PlaceMention, PlaceRole, Project, direction_words
from infromap.model.provenance import Confidence, Quote
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    import shapely

    from infromap.model.article import Amount, Reading
    from infromap.model.facts import KnownProject

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def article_rows(project: Project) -> tuple[Row, ...]:
    """Return what the article says of one project, in the order of a popup."""
    quotes = {quote.field: quote for quote in reversed(project.quotes)}
    rows = [Row(key="kind", value=project.kind.value, quote=quotes.get("kind"))]
    rows += [_place_row(place) for place in project.places]
    rows += [Row(key="around", value=place.name, quote=place.quote) for place in project.around]
    if project.region:
        rows.append(Row(key="region", value=project.region.name, quote=project.region.quote))
    rows += _optional("capacity", _in_unit(project.capacity) if project.capacity else None, quotes)
    rows += _optional("length", None if project.length_km is None else f"{project.length_km:g} km", quotes)
    rows += _optional("status", project.status, quotes)
    rows += _optional("date", project.status_date, quotes)
    rows += _optional("completion", project.completion, quotes)
    rows += [Row(key="amount", value=describe_amount(amount), quote=amount.quote) for amount in project.amounts]
    rows += [Row(key="financier", value=each.name, quote=each.quote) for each in project.financiers]
    rows += _optional("borrower", project.borrower, quotes)
    return tuple(rows)


def fact_rows(known: KnownProject | None) -> tuple[Row, ...]:
    """Return what other sources add, facts of one kind together in the order of the file."""
    return tuple(
        Row(key=fact.key, value=fact.value, source=fact.source, note=_fact_note(fact.note, fact.confidence))
        for fact in (known.facts if known else ())
    )


def summary_rows(reading: Reading) -> tuple[Row, ...]:
    """Return what the article says beyond its projects: totals, financiers, people."""
    rows = []
    if reading.portfolio:
        rows.append(Row(key="portfolio", value=_portfolio_text(reading), quote=reading.portfolio.quote))
    rows += [Row(key="financier", value=each.name, quote=each.quote) for each in reading.financiers]
    bound = {amount for project in reading.projects for amount in project.amounts}
    if reading.portfolio and reading.portfolio.amount:
        bound.add(reading.portfolio.amount)
    rows += [
        Row(key="amount", value=describe_amount(amount), quote=amount.quote, note=amount.what)
        for amount in reading.amounts
        if amount not in bound
    ]
    rows += [
        Row(key="person", value=f"{each.name}, {each.role}" if each.role else each.name, quote=each.quote)
        for each in reading.people
    ]
    return tuple(rows)


def describe_amount(amount: Amount) -> str:
    """Return a sum for people: ``over USD 2.6 billion``."""
    scale, word = next(((size, name) for size, name in _SCALES if abs(amount.value) >= size), (1.0, ""))
    figure = f"{amount.value / scale:,.6g}" if word else f"{amount.value:,.0f}"
    return " ".join(part for part in (amount.qualifier, amount.currency, figure, word) if part)


def format_point(point: shapely.Point) -> Saying:
    """Return a point as people write it: ``53.2841° N, 69.3936° E``."""
    return Saying(
        "{latitude:.4f}° {north_south}, {longitude:.4f}° {east_west}",
        latitude=abs(point.y),
        north_south=Saying("N") if point.y >= 0 else Saying("S"),
        longitude=abs(point.x),
        east_west=Saying("E") if point.x >= 0 else Saying("W"),
    )


def _place_row(place: PlaceMention) -> Row:
    key = "around" if place.role is PlaceRole.AROUND else "place"
    value = place.name
    if place.offset_km is not None:
        value = Saying(
            "{km:g} km {direction} {place}",
            km=place.offset_km,
            direction=direction_words(place.offset_direction),
            place=place.name,
        )
    return Row(key=key, value=value, quote=place.quote)


def _in_unit(capacity: str) -> Saying:
    """Return a figure with its unit, which each language has its own word for: ``630 beds``."""
    figure, _, unit = capacity.rpartition(" ")
    return Saying("{figure} {unit}", figure=figure, unit=Saying(unit))


def _optional(key: str, value: str | None, quotes: dict[str, Quote]) -> Iterable[Row]:
    field = "length_km" if key == "length" else key
    return () if value is None else (Row(key=key, value=value, quote=quotes.get(field)),)


def _portfolio_text(reading: Reading) -> str:
    portfolio = reading.portfolio
    if portfolio is None:
        return ""
    count = f"{portfolio.count} projects" if portfolio.count else None
    amount = describe_amount(portfolio.amount) if portfolio.amount else None
    return ", ".join(part for part in (count, amount) if part) or portfolio.quote.text


def _fact_note(note: str | None, confidence: Confidence) -> str | None:
    parts = [Saying(note)] if note else []
    parts += [Saying("one weak source")] if confidence is Confidence.WEAK else []
    return in_turn(parts, "; ") if parts else None
