"""What the words beside a place name say of its kind: "Kokshetau city", "village of Kurty"."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from infromap.assets import read_text, reading, resource_path
from infromap.gazetteer.fold import fold_name

_LONGEST = 1_000  # letters: no name is longer, and what is need not be remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedName:
    """A name without its type words, folded, and the kind of place that they ask for."""

    folded: str
    wanted_type: str | None  # city, village, station, site, district, region; None if nothing is said
    is_place: bool  # False for a border or a corridor


def read_typed_name(name: str) -> TypedName:
    """Take the type words off a name; a name that is nothing but type words keeps them."""
    return _read_folded(fold_name(name)[:_LONGEST])


@lru_cache(maxsize=10_000)
def _read_folded(folded: str) -> TypedName:
    words, never = _type_words()
    if any(word in never for word in folded.split()):
        return TypedName(folded=folded, wanted_type=None, is_place=False)
    for phrase, kind in words:
        if folded.startswith(f"{phrase} "):
            return TypedName(folded=folded[len(phrase) + 1 :], wanted_type=kind, is_place=True)
        if folded.endswith(f" {phrase}"):
            return TypedName(folded=folded[: -len(phrase) - 1], wanted_type=kind, is_place=True)
    return TypedName(folded=folded, wanted_type=None, is_place=True)


@lru_cache(maxsize=10_000)
def noun_forms(name: TypedName) -> tuple[TypedName, ...]:
    """Return the names that a Russian adjective may be made from: "Рогунская" of Рогун; none for another word."""
    endings, bases = _adjectives()
    stems = [name.folded.removesuffix(ending) for ending in endings if name.folded.endswith(ending)]
    forms = dict.fromkeys(stem + base for stem in stems for base in bases if len(stem) > 1)
    return tuple(replace(name, folded=form) for form in forms)


@cache
def _adjectives() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folded endings of adjectives, and what may stand for one in the name."""
    path = resource_path("vocabulary/place_types.toml")
    with reading(path):
        table = tomllib.loads(read_text(path))["adjectives"]
        return tuple(map(fold_name, table["endings"])), tuple(map(fold_name, table["bases"]))


@cache
def _type_words() -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """Return the folded phrases with their kinds, longest first, and the words that rule a place out."""
    path = resource_path("vocabulary/place_types.toml")
    with reading(path):
        table = tomllib.loads(read_text(path))
        pairs = {(fold_name(phrase), kind) for kind, phrases in table["types"].items() for phrase in phrases}
        never = frozenset(fold_name(phrase) for phrase in table["never"])
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair))), never
