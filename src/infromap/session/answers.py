"""Answers of online geocoders are kept: whoever opens the project is offline, or the service knows better by then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infromap.gazetteer import Gazetteer, open_data
from infromap.gazetteer.kept_reason import read_reason
from infromap.model.place import Candidate
from infromap.session.places import place_from_json, place_to_json

if TYPE_CHECKING:
    from shapely import Point

    from infromap.model.mapdoc import Feature
    from infromap.session.members import Members

_SERVICES = ("nominatim:", "photon:")  # how the ids of their places begin


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
        near: Sequence["Point"] = (),
        limit: int = 10,
        is_region: bool = False,
    ) -> tuple[Candidate, ...]:
        """Return what a name may mean, best first; kept answers stand among the candidates."""
        found = super().candidates(name, country=country, near=near, limit=limit, is_region=is_region)
        kept = [each.candidate for each in self._answers if (each.name, each.country) == (name, country)]
        return tuple(sorted((*kept, *found), key=lambda each: -each.score))[:limit] if kept else found


def answers_of(features: Iterable["Feature"]) -> list[KeptAnswer]:
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
    candidate = answer.candidate
    return {
        "asked": answer.name,
        "asked_in": answer.country,
        "score": candidate.score,
        "matched_name": candidate.matched_name,
        "reason": candidate.reason,
        **place_to_json(candidate.place),
    }


def answer_from_json(members: "Members") -> KeptAnswer:
    """Read an answer; ProjectFileError if something of it is missing or of another type."""
    candidate = Candidate(
        place=place_from_json(members),
        score=members.number("score", least=0, most=1),
        matched_name=members.text("matched_name"),
        reason=read_reason(members.text("reason")),
    )
    return KeptAnswer(name=members.text("asked"), country=members.text_or_none("asked_in"), candidate=candidate)
