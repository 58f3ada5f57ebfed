"""Which roads and railways a line may follow, and what each class costs against its length."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from infromap.model.project import Kind


class Mode(StrEnum):
    """What runs on a network; a line of one mode never uses the ways of another."""

    ROADS = "roads"
    RAILWAYS = "railways"
    METRO = "metro"
    POWER = "power"  # lines of a GIS layer only
    PIPELINES = "pipelines"  # lines of a GIS layer only


@dataclass(frozen=True, slots=True, kw_only=True)
class WayClass:
    """A class of ways. ``factor`` (at least 1) makes a search keep to the main ones: cost = length × factor."""

    name: str
    mode: Mode
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WayKind:
    """What the tags of one way come to."""

    class_id: int  # position in ``CLASSES``
    is_oneway: bool = False
    is_reversed: bool = False  # one-way against the order of its nodes


# The position in this list is what network files hold: add at the end only.
CLASSES = (
    WayClass(name="motorway", mode=Mode.ROADS, factor=1.0),
    WayClass(name="trunk", mode=Mode.ROADS, factor=1.0),
    WayClass(name="primary", mode=Mode.ROADS, factor=1.1),
    WayClass(name="secondary", mode=Mode.ROADS, factor=1.3),
    WayClass(name="tertiary", mode=Mode.ROADS, factor=1.6),
    WayClass(name="unclassified", mode=Mode.ROADS, factor=2.2),
    WayClass(name="rail", mode=Mode.RAILWAYS, factor=1.0),
    WayClass(name="narrow_gauge", mode=Mode.RAILWAYS, factor=1.5),
    WayClass(name="rail_service", mode=Mode.RAILWAYS, factor=3.0),
    WayClass(name="subway", mode=Mode.METRO, factor=1.0),
    WayClass(name="light_rail", mode=Mode.METRO, factor=1.0),
    WayClass(name="monorail", mode=Mode.METRO, factor=1.0),
    WayClass(name="tram", mode=Mode.METRO, factor=1.3),
    WayClass(name="other_road", mode=Mode.ROADS, factor=1.0),
    WayClass(name="other_railway", mode=Mode.RAILWAYS, factor=1.0),
    WayClass(name="other_metro", mode=Mode.METRO, factor=1.0),
    WayClass(name="power", mode=Mode.POWER, factor=1.0),
    WayClass(name="pipeline", mode=Mode.PIPELINES, factor=1.0),
)
_IDS = {each.name: number for number, each in enumerate(CLASSES)}
OTHER_CLASS = {
    Mode.ROADS: _IDS["other_road"],
    Mode.RAILWAYS: _IDS["other_railway"],
    Mode.METRO: _IDS["other_metro"],
    Mode.POWER: _IDS["power"],
    Mode.PIPELINES: _IDS["pipeline"],
}
_MODE_OF_KIND = {
    Kind.HIGHWAY: Mode.ROADS,
    Kind.RAILWAY: Mode.RAILWAYS,
    Kind.METRO: Mode.METRO,
    Kind.GRID: Mode.POWER,
    Kind.GAS: Mode.PIPELINES,
    Kind.WATER: Mode.PIPELINES,
}
_ROADS = {name: name for name in ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified")}
_ROADS |= {f"{name}_link": name for name in ("motorway", "trunk", "primary", "secondary", "tertiary")}
_RAILS = {name: name for name in ("rail", "narrow_gauge", "subway", "light_rail", "monorail", "tram")}
# The tags that ``classify_way`` may say yes to: osmium keeps all other ways away.
WANTED_TAGS = tuple(
    (key, value) for key, names in (("highway", _ROADS), ("railway", _RAILS)) for value in (*names, "construction")
)
_GIS_WORDS = {"road": "other_road", "railroad": "other_railway", "railway": "other_railway"}
_FORWARD, _BACKWARD, _BOTH = {"yes", "true", "1", "f"}, {"-1", "reverse", "t"}, {"no", "false", "0", "b"}


def mode_of_kind(kind: Kind) -> Mode | None:
    """Return the mode whose ways a project of this kind follows; None for a kind without a network."""
    return _MODE_OF_KIND.get(kind)


def classify_way(tags: Mapping[str, str]) -> WayKind | None:
    """Tell what a way of OpenStreetMap is by its tags; None if no line may follow it.

    What is under construction counts as what it becomes: it is often the very project. Ferries,
    planned and abandoned ways, and roads closed to everyone are left out.
    """
    if tags.get("route") == "ferry" or tags.get("area") == "yes":
        return None
    if "railway" in tags:
        name = _RAILS.get(_built(tags, "railway"))
        if name is not None:
            is_service = name in ("rail", "narrow_gauge") and "service" in tags
            return WayKind(class_id=_IDS["rail_service" if is_service else name])
    name = _ROADS.get(_built(tags, "highway"))
    if name is None or (tags.get("access") == "no" and tags["highway"] != "construction"):
        return None
    is_oneway, is_reversed = road_direction(tags.get("oneway"), is_implied=_implies_oneway(tags))
    return WayKind(class_id=_IDS[name], is_oneway=is_oneway, is_reversed=is_reversed)


def class_of_word(word: str) -> int | None:
    """Return the class that a GIS layer means by a word such as ``primary_link`` or ``rail``."""
    word = word.strip().lower()
    name = _ROADS.get(word) or _RAILS.get(word) or _GIS_WORDS.get(word)
    return None if name is None else _IDS[name]


def road_direction(oneway: str | None, *, is_implied: bool = False) -> tuple[bool, bool]:
    """Return whether a road is one-way, and whether against the order of its points."""
    word = (oneway or "").strip().lower()
    if word in _BACKWARD:
        return True, True
    return word in _FORWARD or (is_implied and word not in _BOTH), False


def _built(tags: Mapping[str, str], key: str) -> str:
    value = tags.get(key, "")
    return tags.get("construction", "") if value == "construction" else value


def _implies_oneway(tags: Mapping[str, str]) -> bool:
    return tags.get("junction") in ("roundabout", "circular") or tags.get("highway") == "motorway"
