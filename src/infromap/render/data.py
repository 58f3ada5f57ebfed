"""What the page shows, as one JSON text that cannot end its script element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import shapely

from infromap.model.text import well_formed
from infromap.render.choice import Choice, describe_choice
from infromap.render.columns import escape_json
from infromap.render.passage import passages
from infromap.render.sums import qualifier_text
from infromap.render.symbology import kind_colour
from infromap.saying import Sentences, say

if TYPE_CHECKING:
    from infromap.model.article import Amount, Portfolio
    from infromap.model.mapdoc import Feature, MapDocument, Row
    from infromap.model.provenance import Source
    from infromap.model.route import Waypoint
    from infromap.model.tiles import TileLayer

# Facts of which there is one truth: several values of them are sources that differ.
CONFLICTING = ("amount", "total", "length", "status", "population")
_SAID_HERE = (  # words that no script asks for
    "money.", "qualifier.", "row.geometry_length_km", "row.latitude", "row.length_km", "row.longitude",
)  # fmt: skip
_DECIMALS = 5  # of a degree: about a metre
_PIXEL_DEGREES = 0.0002  # less than a pixel of the closest view

Json = dict[str, Any]


def page_data(
    document: MapDocument,
    strings: Mapping[str, str],
    sentences: Sentences,
    basemap: str,
    *,
    tiles: TileLayer | None = None,
    layers: Sequence[Json] = (),
) -> str:
    """Return the JSON of a page.

    Parameters
    ----------
    document
        The map.
    strings
        The page's words by key.
    sentences
        What the program says by itself, in the language of the page.
    basemap
        The text of the base map's file, which is JSON already.
    tiles
        Online tiles over it.
    layers
        The headers of the document's layers.

    Returns
    -------
    str
        JSON in which ``<``, ``>``, ``&`` and the line separators of JavaScript are escaped, so
        that it may stand inside a script element.
    """
    article = document.reading.article
    members: Json = {
        "title": document.title,
        "strings": {key: text for key, text in strings.items() if not key.startswith(_SAID_HERE)},
        "conflicting": list(CONFLICTING),
        "article": {
            "title": article.title,
            "publisher": article.publisher,
            "source": article.source,
            "url": web_address(article.url),
            "date": article.date,
            "language": article.language,
        },
        "focus": document.reading.country,
        "bounds": bounds_json(document),
        "areProjectsShown": document.are_projects_shown,
        "tiles": _tiles(tiles) if tiles else None,
        "attribution": attribution_json(document),
        "portfolio": _portfolio(document.reading.portfolio, strings),
        "summary": _rows(document.summary_rows, sentences),
        "notices": [say(each, sentences) for each in document.notices],
        "features": [_feature(feature, article.text, strings, sentences) for feature in document.features],
        "layers": list(layers),
    }
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return _escape(f'{text[:-1]},"basemap":{basemap.strip()}}}')


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link: http or https and a host; else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _escape(text: str) -> str:
    return well_formed(escape_json(text))


def attribution_json(document: MapDocument) -> list[Json]:
    """Return the sources that the map credits, by their own names."""
    return [_source(source, {}) for source in document.attribution]


def bounds_json(document: MapDocument) -> list[float] | None:
    """Return west, south, east, north; west is larger than east where the box goes over 180°."""
    box = document.bounds
    return None if box is None else [round(edge, _DECIMALS) for edge in (box.west, box.south, box.east, box.north)]


def _tiles(tiles: TileLayer) -> Json:
    return {
        "name": tiles.name,
        "url": tiles.url,
        "attribution": tiles.attribution,
        "opacity": tiles.opacity,
        "subdomains": list(tiles.subdomains),
        "minZoom": tiles.min_zoom,
        "maxZoom": tiles.max_zoom,
    }


def _feature(feature: Feature, text: str, strings: Mapping[str, str], sentences: Sentences) -> Json:
    return {
        "id": feature.id,
        "name": feature.name,
        "kind": feature.kind.value,
        "colour": kind_colour(feature.kind),
        "geometry": _geometry(feature),
        "method": feature.method.value,
        "exactness": feature.exactness.value,
        "accuracyKm": feature.accuracy_km,
        "lengthKm": None if feature.geometry_length_km is None else round(feature.geometry_length_km, 1),
        "statedKm": feature.project.length_km,
        "waypoints": [_waypoint(waypoint) for waypoint in feature.waypoints],
        "amounts": [_amount(amount, strings) for amount in feature.project.amounts],
        "passages": passages(feature, text),
        "note": say(feature.location_note or "", sentences) or None,
        "places": [_choice(describe_choice(each), sentences) for each in feature.resolved],
        "rows": _rows(feature.article_rows, sentences),
        "facts": _rows(feature.fact_rows, sentences),
        "corrections": _rows(feature.correction_rows, sentences),
    }


def _portfolio(portfolio: Portfolio | None, strings: Mapping[str, str]) -> Json | None:
    if portfolio is None:
        return None
    amount = _amount(portfolio.amount, strings) if portfolio.amount else None
    return {"count": portfolio.count, "amount": amount, "sentence": portfolio.quote.text}


def _amount(amount: Amount, strings: Mapping[str, str]) -> Json:
    return {"value": amount.value, "currency": amount.currency, "qualifier": qualifier_text(amount.qualifier, strings)}


def _geometry(feature: Feature) -> Json | None:
    geometry = feature.geometry
    if geometry is None or geometry.is_empty:
        return None
    shown = geometry.simplify(_PIXEL_DEGREES, preserve_topology=False) if feature.traced else geometry
    points = [[round(float(x), _DECIMALS), round(float(y), _DECIMALS)] for x, y in shapely.get_coordinates(shown)]
    if geometry.geom_type == "Point":
        return {"type": "Point", "coordinates": points[0]}
    return {"type": geometry.geom_type, "coordinates": points}


def _waypoint(waypoint: Waypoint) -> Json:
    return {
        "name": waypoint.name,
        "lon": round(waypoint.point.x, _DECIMALS),
        "lat": round(waypoint.point.y, _DECIMALS),
        "stated": waypoint.is_stated,
        "exactness": waypoint.exactness.value,
        "accuracyKm": waypoint.accuracy_km,
    }


def _choice(choice: Choice, sentences: Sentences) -> Json:
    return {
        "name": choice.name,
        "reason": say(choice.reason, sentences),
        "where": say(choice.where or "", sentences) or None,
        "source": _source(choice.source, sentences) if choice.source else None,
        "others": [say(each, sentences) for each in choice.others],
    }


def _rows(rows: Iterable[Row], sentences: Sentences) -> list[Json]:
    return [
        {
            "key": row.key,
            "value": say(row.value, sentences),
            "note": say(row.note or "", sentences) or None,
            "source": _source(row.source, sentences) if row.source else None,
        }
        for row in rows
    ]


def _source(source: Source, sentences: Sentences) -> Json:
    return {"name": say(source.name, sentences), "url": web_address(source.url), "date": source.date}
