"""Prints what a name may mean."""

import json
import sys
from typing import TYPE_CHECKING

from infromap.errors import DataError, GeocoderError
from infromap.gazetteer import open_places

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineGeocoder
    from infromap.model.place import Candidate

_HEAD = ("score", "name", "country", "type", "lat", "lon", "population", "±km", "source")


def print_places(
    name: str, country: str | None, limit: int, *, as_json: bool, online: "OnlineGeocoder | None" = None
) -> bool:
    """Print the ranked places of a name as a table or as JSON; return whether there are any."""
    with open_places() as gazetteer:
        found = gazetteer.candidates(name, country=country, limit=limit)
    if gazetteer.notices and not found and not online:
        raise DataError(gazetteer.notices[0])
    if online:
        found = _with_answers(name, country, found, online)[:limit]
    if as_json:
        json.dump([_record(each) for each in found], sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif found:
        _print_table([_HEAD, *(_cells(each) for each in found)])
    if not found:
        shown = " ".join(name.split())[:60]
        print(f"infromap: no place called {shown!r} in the gazetteer; try another spelling", file=sys.stderr)
    return bool(found)


def _with_answers(
    name: str, country: str | None, found: tuple["Candidate", ...], online: "OnlineGeocoder"
) -> tuple["Candidate", ...]:
    """Add what the online geocoder answers; if it fails, say so and go on with what is known here."""
    from infromap.gazetteer.filled import join_candidates

    try:
        return join_candidates(online.candidates(name, country=country), found)
    except GeocoderError as error:
        print(f"infromap: {error}; these places come from the embedded gazetteer alone", file=sys.stderr)
        return found


def _record(candidate: "Candidate") -> dict[str, object]:
    place = candidate.place
    return {
        "name": place.name,
        "lon": place.point.x,
        "lat": place.point.y,
        "country": place.country,
        "type": place.feature_type,
        "population": place.population,
        "accuracy_km": place.accuracy_km,
        "source": place.source.name,
        "source_url": place.source.url,
        "score": round(candidate.score, 3),
        "matched_name": candidate.matched_name,
        "reason": candidate.reason,
        "note": place.note,
        "id": place.gazetteer_id,
    }


def _cells(candidate: "Candidate") -> tuple[str, ...]:
    place = candidate.place
    return (
        f"{candidate.score:.2f}",
        place.name,
        place.country,
        place.feature_type,
        f"{place.point.y:.5f}",
        f"{place.point.x:.5f}",
        f"{place.population:,}" if place.population else "",
        f"{place.accuracy_km:g}",
        place.source.name,
    )


def _print_table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
