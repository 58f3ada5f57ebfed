"""Answers of online geocoders are kept: whoever opens the project is offline, or the service knows better by then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from shapely import Point

from infromap.gazetteer import Gazetteer, open_data
from infromap.model.mapdoc import Feature
from infromap.model.place import Bounds, Candidate, Exactness, Place
from infromap.model.provenance import Source
from infromap.session.members import Members

_SERVICES = ("nominatim:", "photon:")  # how the ids of their places begin
_MOST_KM = 20_100.0


@dataclass(frozen=True, kw_only=True)
class KeptAnswer:
    """What a name was taken for, in a country."""

    name: str
    country: str | None
    candidate: Candidate


class KeptGazetteer(Gazetteer):
    """The embedded gazetteer, which also gives the kept answers to the names that were asked."""

    def __init__(self, answers: Iterable[KeptAnswer]) -> None:
        """Take the answers of a file."""
        super().__init__(*open_data())
        self._answers = tuple(answers)

    def candidates(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Sequence[Point] = (),
        limit: int = 10,
        is_region: bool = False,
    ) -> tuple[Candidate, ...]:
        """Return what a name may mean, best first; kept answers stand among the candidates."""
        found = super().candidates(name, country=country, near=near, limit=limit, is_region=is_region)
        kept = [each.candidate for each in self._answers if (each.name, each.country) == (name, country)]
        return tuple(sorted((*kept, *found), key=lambda each: -each.score))[:limit] if kept else found


def answers_of(features: Iterable[Feature]) -> list[KeptAnswer]:
    """Return the answers of online geocoders that stand in a map, each once."""
    found = {
        (each.mention.name, feature.project.country, candidate.place.gazetteer_id): candidate
        for feature in features
        for each in feature.resolved
        for candidate in each.candidates
        if candidate.place.gazetteer_id.startswith(_SERVICES)
    }
    return [KeptAnswer(name=name, country=country, candidate=each) for (name, country, _), each in found.items()]


def answer_to_json(answer: KeptAnswer) -> dict[str, Any]:
    """Return an answer as a member of the project file."""
    candidate, place = answer.candidate, answer.candidate.place
    extent = place.extent
    return {
        "asked": answer.name,
        "asked_in": answer.country,
        "score": candidate.score,
        "matched_name": candidate.matched_name,
        "reason": candidate.reason,
        "name": place.name,
        "lon": place.point.x,
        "lat": place.point.y,
        "id": place.gazetteer_id,
        "country": place.country,
        "type": place.feature_type,
        "source": {"name": place.source.name, "url": place.source.url, "date": place.source.date},
        "exactness": place.exactness.value,
        "accuracy_km": place.accuracy_km,
        "population": place.population,
        "region": place.region,
        "extent": [extent.west, extent.south, extent.east, extent.north] if extent else None,
        "note": place.note,
    }


def answer_from_json(members: Members) -> KeptAnswer:
    """Read an answer; ProjectFileError if something of it is missing or of another type."""
    candidate = Candidate(
        place=_place(members),
        score=members.number("score", least=0, most=1),
        matched_name=members.text("matched_name"),
        reason=members.text("reason"),
    )
    return KeptAnswer(name=members.text("asked"), country=members.text_or_none("asked_in"), candidate=candidate)


def _place(members: Members) -> Place:
    source = members.object("source")
    return Place(
        name=members.text("name"),
        point=Point(members.number("lon", least=-180, most=180), members.number("lat", least=-90, most=90)),
        gazetteer_id=members.text("id"),
        country=members.text("country"),
        feature_type=members.text("type"),
        source=Source(name=source.text("name"), url=source.text_or_none("url"), date=source.text_or_none("date")),
        exactness=members.choice("exactness", list(Exactness)),
        accuracy_km=members.number("accuracy_km", least=0, most=_MOST_KM),
        population=members.integer("population", least=0),
        region=members.text_or_none("region"),
        extent=_extent(members),
        note=members.text_or_none("note"),
    )


def _extent(members: Members) -> Bounds | None:
    if members.is_null("extent"):
        return None
    west, south, east, north = members.numbers("extent", count=4)
    return Bounds(west=west, south=south, east=east, north=north)
