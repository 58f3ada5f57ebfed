"""How the place of a name was chosen, for a person to judge: the reason, and what else the name may mean."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infromap.compose.rows import format_point
from infromap.saying import Saying, in_turn

if TYPE_CHECKING:
    from infromap.model.place import Candidate, Place, ResolvedPlace
    from infromap.model.provenance import Source

_OTHERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One name of the text; ``where`` and ``source`` are None if no place was found for it."""

    name: str
    reason: str
    where: str | None  # coordinates and accuracy
    source: "Source | None"
    others: tuple[str, ...]  # candidates that were not chosen, best first, each with its reason


def describe_choice(resolved: "ResolvedPlace") -> Choice:
    """Return what is to be said of one choice."""
    place = resolved.place
    chosen_id = place.gazetteer_id if place else None
    others = [each for each in resolved.candidates if each.place.gazetteer_id != chosen_id]
    return Choice(
        name=resolved.mention.name,
        reason=resolved.reason,
        where=_where(place) if place else None,
        source=place.source if place else None,
        others=tuple(_describe(each) for each in others[:_OTHERS]),
    )


def _where(place: "Place") -> Saying:
    return Saying("{point}, ±{km:g} km", point=format_point(place.point), km=place.accuracy_km)


def _describe(candidate: "Candidate") -> Saying:
    place = candidate.place
    where = in_turn([place.name, place.country], ", ") if place.country else place.name
    return Saying(
        "{where}, {point} ({reason}; {source})",
        where=where,
        point=format_point(place.point),
        reason=candidate.reason,
        source=place.source.name,
    )
