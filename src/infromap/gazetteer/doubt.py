"""Which names a gazetteer answers beyond doubt, and which are worth a second opinion."""

from typing import TYPE_CHECKING

from infromap.gazetteer.fold import fold_name, sound_key
from infromap.gazetteer.type_words import read_typed_name

if TYPE_CHECKING:
    from infromap.model.mapdoc import MapDocument
    from infromap.model.place import Candidate


def is_answer(candidate: "Candidate", name: str, country: str | None) -> bool:
    """Tell whether a candidate is surely meant: called so in some spelling, in the right country if one is known."""
    wanted = read_typed_name(name).folded
    has_name = bool(wanted) and sound_key(fold_name(candidate.matched_name)) == sound_key(wanted)
    return has_name and (country is None or candidate.place.country == country)


def doubtful_names(document: "MapDocument") -> tuple[str, ...]:
    """Return the names of a map that have no place, or only one that is in doubt, in the order of the text."""
    return tuple(
        dict.fromkeys(
            each.mention.name
            for feature in document.features
            for each in feature.resolved
            if not any(is_answer(found, each.mention.name, feature.project.country) for found in each.candidates)
        )
    )
