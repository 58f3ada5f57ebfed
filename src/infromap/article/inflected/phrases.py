"""Phrases that say where: the names in them and how they stand to a work."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from infromap.article.names import PLACE, WORD
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.inflected.setting import Setting
    from infromap.article.sentences import Sentence

_PARTICLE = r"(?:эс|аль|эль|ас|аш|ад|ар|ан|на|де|ла|ле|сюр|ду|дель|да|и)"
# "Дар-эс-Салам": a particle may stand between the parts of a name.
PLACE_NAME = rf"{PLACE}(?:-{_PARTICLE}-{WORD})*"


class Relation(StrEnum):
    """What a phrase says of the work beside it."""

    IN = "in"  # it stands there
    OF = "of"  # it is called after it: "аэропорт Балхаша", "Алматы әуежайы"
    ENDS = "ends"  # it runs from one to the other
    VIA = "via"  # it runs through there
    AROUND = "around"  # it goes round it


class Item(NamedTuple):
    """A name in its base form; offsets count from the start of the sentence."""

    name: str
    start: int
    end: int
    is_region: bool = False


class Phrase(NamedTuple):
    """The names of one phrase, and the region that it lies in."""

    start: int
    end: int
    relation: Relation
    items: tuple[Item, ...]
    region: Item | None = None


class Scene(NamedTuple):
    """A sentence under reading, and the stretches of it that are financiers' names."""

    sentence: "Sentence"
    setting: "Setting"
    taken: Sequence[tuple[int, int]]

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a stretch overlaps a financier's name."""
        return any(start < last and first < end for first, last in self.taken)

    def is_person(self, name: str) -> bool:
        """Tell whether a name is somebody's."""
        people = self.setting.people
        return name in people or any(word in people for word in name.split(" "))


def is_work(item: Item) -> bool:
    """Tell whether a name is a plant's and no town's: "Рогунская ГЭС"."""
    word = re.sub(r"-\d$", "", item.name.split(" ")[-1])
    return " " in item.name and word.isupper()


def to_mention(item: Item, role: PlaceRole, sentence: "Sentence") -> PlaceMention:
    """Return an item as the place of a project."""
    quote = sentence.quote("region" if item.is_region else "place", item.start, item.end)
    return PlaceMention(name=item.name, role=role, quote=quote, is_region=item.is_region)
