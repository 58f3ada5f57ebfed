"""A project as it is gathered: the mentions of it so far."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from infromap.model.project import Kind, PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.measures import Measure
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence
    from infromap.model.provenance import Quote

PLANTS = (Kind.HYDRO, Kind.SOLAR, Kind.WIND)  # what "the power station" may turn out to be


@dataclass(slots=True)
class Cluster:
    """The mentions of one project so far, and places that back references add."""

    mentions: list["Mention"]
    only_place: PlaceMention | None = None  # of one of several that the text names together
    later_places: tuple[PlaceMention, ...] = ()
    later_region: PlaceMention | None = None
    later_figures: dict[str, tuple["Measure", "Quote"]] = field(default_factory=dict)
    sentences: list["Sentence"] = field(default_factory=list)

    @property
    def first(self) -> "Mention":
        """The mention that opened it."""
        return self.mentions[0]

    @property
    def kind(self) -> Kind:
        """What it is; a mere "power station" is what a later mention says."""
        first = self.first
        told = next((each.kind for each in self.mentions if each.kind is not first.kind), None)
        is_told = told in PLANTS and first.head.text.lower() in ("power plant", "power station")
        return (told if is_told else first.kind) or Kind.OTHER

    @property
    def region(self) -> PlaceMention | None:
        """The region that it lies in."""
        return self.later_region or next((mention.region for mention in self.mentions if mention.region), None)

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """The most specific places: stops before sites before a town that is gone round."""
        if self.only_place:
            return (self.only_place,)
        if len(self.mentions) == 1 and not self.later_places:
            return self.first.places
        named = [mention for mention in self.mentions if mention.places and not mention.is_whole]
        named = named or [mention for mention in self.mentions if mention.places]
        offered = [each.places for each in sorted(named, key=lambda each: not each.places_behind)]
        if self.later_places:
            offered.append(self.later_places)
        return max(offered, key=_specificity, default=())

    @property
    def capacity(self) -> tuple[str, "Quote"] | None:
        """What it can do, with the words that say so."""
        for mention in self.mentions:
            if mention.capacity_text and mention.capacity:
                return mention.capacity_text, mention.capacity
        measure, quote = self.later_figures.get("capacity", (None, None))
        return (measure.text, quote) if measure and quote else None

    @property
    def length(self) -> tuple[float, "Quote"] | None:
        """Its length in kilometres, with the words that say so."""
        for mention in self.mentions:
            if mention.length_km and mention.length:
                return mention.length_km, mention.length
        measure, quote = self.later_figures.get("length_km", (None, None))
        return (measure.value, quote) if measure and quote else None


def _specificity(places: tuple[PlaceMention, ...]) -> tuple[int, int]:
    stops = sum(place.role is PlaceRole.STOP for place in places)
    rank = 3 if stops > 1 else 0 if places[0].role is PlaceRole.AROUND else 1 if places[0].is_region else 2
    return (rank, len(places))
