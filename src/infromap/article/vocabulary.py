"""The extractor's words, read from ``resources/vocabulary``."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from os.path import commonprefix
from pathlib import Path
from typing import Any

from infromap.assets import damaged, geodata_path, read_text, reading, resource_path
from infromap.model.project import Kind
from infromap.saying import Saying

_TABLES = ("countries", "cues", "currencies", "institutions", "kinds", "kk", "languages", "ru", "units")
_WORD = re.compile(r"\w+")
_PAIRED = "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())  # Latin: upper and lower in turn
# For a class of capital letters: Latin, Greek, Cyrillic. Ranges, as each pattern of names compiles it many times.
UPPER = f"A-ZÀ-ÖØ-Þ{_PAIRED}ƏƠƯǦȘȚΑ-ΡΣ-ΫЀ-ЯҐҒҖҘҚҜҠҢҪҮҰҲҶҺӘӢӨӮӰ"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadNoun:
    """A phrase that names what is built; ``kind`` is None for a noun that leaves the kind open."""

    kind: Kind | None
    linear: bool
    is_part: bool = False  # of a larger work: a project only where a place is named with it
    needs_figure: bool = False  # of capacity before it, to be read at all: "a 100 MW project"
    is_service: bool = False  # what a work serves, "drinking water": a project only where a place is named with it


class _Table(dict[str, Any]):
    """A table of a file of ours: what it should have and has not is the file's damage."""

    def __init__(self, members: dict[str, Any], path: Path) -> None:
        super().__init__(
            (name, _Table(member, path) if isinstance(member, dict) else member) for name, member in members.items()
        )
        self._path = path

    def __missing__(self, name: str) -> Any:
        raise damaged(self._path, Saying("it lacks {name}", name=name))


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return one vocabulary file, such as ``cues``.

    Raises
    ------
    DataError
        If the file is missing or is no TOML.
    """
    path = resource_path(f"vocabulary/{name}.toml")
    with reading(path):
        members = tomllib.loads(read_text(path))
        if odd := [key for key, member in members.items() if not isinstance(member, dict | list | str)]:
            raise ValueError(Saying("{name} is a number", name=odd[0]))
        return _Table(members, path)


def read_all() -> int:
    """Read every file of words, and return how many there are; DataError if one is missing or damaged."""
    paths = sorted(resource_path("vocabulary").glob("*.toml"))
    for name in dict.fromkeys((*_TABLES, *(path.stem for path in paths))):
        read_table(name)
    region_names()
    return len(paths) + 1


@cache
def head_nouns() -> dict[str, HeadNoun]:
    """Return the head nouns by their phrase in lower case, singular."""
    nouns = {
        noun: HeadNoun(kind=None, linear=group == "linear", needs_figure=group == "figured")
        for group in ("site", "linear", "figured")
        for noun in read_table("kinds")["open"][group]["nouns"]
    }
    for kind in Kind:
        for group, phrases in read_table("kinds").get(kind.value, {}).items():
            for phrase in phrases if group != "modifiers" else ():
                nouns[phrase] = HeadNoun(
                    kind=kind,
                    linear=group in ("linear", "parts"),
                    is_part=group == "parts",
                    is_service=group == "services",
                )
    return nouns


@cache
def head_words() -> frozenset[str]:
    """Return the first words of the head nouns, in lower case."""
    modifiers = [word for kind in Kind for word in read_table("kinds").get(kind.value, {}).get("modifiers", ())]
    return first_words([*modifiers, *(form for noun in head_nouns() for form in _with_plurals(noun))])


@cache
def head_pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of the head nouns that begin with a word.

    A composed phrase wins over one of several words, and that over a single word.
    """
    works = read_table("kinds")["works"]
    between = rf"(?:[\s-](?:{any_of(works['between'])})){{0,2}}"
    parts = [
        rf"(?P<{kind.name}>(?:{any_of(modifiers)}){between}[\s-](?:{_plural_forms(works['nouns'])}))"
        for kind in Kind
        if (modifiers := beginning_with(word, read_table("kinds").get(kind.value, {}).get("modifiers", ())))
    ]
    forms = beginning_with(word, [form for noun in head_nouns() for form in _with_plurals(noun)])
    groups = {"phrase": [form for form in forms if " " in form], "word": [form for form in forms if " " not in form]}
    parts += [rf"(?P<{name}>{any_of(phrases)})" for name, phrases in groups.items() if phrases]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def read_head_noun(match: re.Match[str]) -> HeadNoun:
    """Return the noun that a match of ``head_pattern`` stands for."""
    if match.lastgroup in ("phrase", "word"):
        return head_nouns()[singular(match[0])]
    return HeadNoun(kind=Kind[str(match.lastgroup)], linear=False)


@lru_cache(maxsize=4_096)
def singular(phrase: str) -> str:
    """Return a phrase of the vocabulary in lower case and without its plural ending."""
    plain = re.sub(r"\s", " ", phrase.lower())
    forms = (plain, plain.removesuffix("s"), plain.removesuffix("es"), re.sub("ies$", "y", plain))
    return next((form for form in forms if form in head_nouns()), plain)


def _plural_forms(phrases: Iterable[str]) -> str:
    return any_of(form for phrase in phrases for form in _with_plurals(phrase))


def _with_plurals(phrase: str) -> tuple[str, ...]:
    is_y = phrase.endswith("y") and phrase[-2] not in "aeiou"
    return (phrase, f"{phrase[:-1]}ies") if is_y else (phrase, f"{phrase}s", f"{phrase}es")


@cache
def countries() -> dict[str, str]:
    """Return ISO codes by the names of countries."""
    return {name: code for code, entry in read_table("countries").items() for name in entry["names"]}


@cache
def country_adjectives() -> dict[str, str]:
    """Return ISO codes by the adjectives of countries."""
    return {word: code for code, entry in read_table("countries").items() for word in entry.get("adjectives", ())}


@cache
def capitals() -> dict[str, str]:
    """Return ISO codes by the names of capitals in lower case."""
    return {entry["capital"].lower(): code for code, entry in read_table("countries").items() if entry.get("capital")}


@cache
def region_names() -> dict[str, str]:
    """Return the countries' codes by the names of regions that are no town's as well."""
    path = geodata_path("gazetteer/regions.tsv")
    with reading(path):
        lines = read_text(path).splitlines()
        names = {name: code for code, name in (line.split("\t") for line in lines if not line.startswith("#"))}
    other_meanings = {*countries(), *read_table("cues")["not_regions"]}
    return {name: code for name, code in names.items() if name not in other_meanings}


@cache
def not_places() -> frozenset[str]:
    """Return the capitalised words that never are a place by themselves."""
    cues = read_table("cues")
    return frozenset((*cues["not_places"], *cues["months"], *cues["weekdays"], *country_adjectives()))


@cache
def organisation_words() -> frozenset[str]:
    """Return the words that mark a name as an office's, a firm's or a programme's."""
    return frozenset(read_table("institutions")["organisation_words"]["words"])


def holds_any(cues: Iterable[str], text: str) -> bool:
    """Tell whether any of the cues stands in a text, letter for letter, inside of words as well."""
    return any(map(text.__contains__, cues))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first word of each phrase, in lower case: a sentence with none of them holds none of the phrases."""
    return frozenset(match[0].lower() for phrase in phrases if (match := _WORD.match(phrase)))


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase, in lower case: as ``first_words``, but they stand in fewer sentences."""
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


def beginning_with(word: str, phrases: Iterable[str]) -> list[str]:
    """Return the phrases that have this first word, in lower case."""
    return [phrase for phrase in phrases if (match := _WORD.match(phrase)) and match[0].lower() == word]


def any_of(words: Iterable[str]) -> str:
    r"""Return a pattern of the words, a longer one before its own beginning; a space in a word matches ``\s``.

    Words that begin alike share their beginning in the pattern: a long list costs hardly more than a short one.
    """
    return f"(?:{_alternatives(sorted(set(words)), 0)})"


def _alternatives(words: Sequence[str], start: int) -> str:
    """Return the pattern of what sorted words, alike up to an offset, go on with."""
    is_optional = bool(words) and len(words[0]) == start
    parts = []
    for _, group in groupby(words[is_optional:], key=lambda word: word[start]):
        alike = list(group)
        end = len(commonprefix((alike[0], alike[-1])))  # noqa: RUF071 letter by letter is meant
        shown = re.escape(alike[0][start:end]).replace(r"\ ", r"\s")
        parts.append(shown + (_alternatives(alike, end) if len(alike) > 1 else ""))
    pattern = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""
    return f"(?:{pattern})?" if is_optional and parts else pattern
