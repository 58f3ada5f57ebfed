"""The extractor's words, read from ``resources/vocabulary``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from infromap.assets import resource_path
from infromap.errors import DataError
from infromap.model.project import Kind

UPPER = "".join(chr(code) for code in range(0x530) if chr(code).isupper())


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadNoun:
    """A phrase that names what is built."""

    phrase: str
    kind: Kind
    linear: bool
    is_part: bool  # of a larger work: a project only where a place is named with it


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return one vocabulary file, such as ``cues``.

    Raises
    ------
    DataError
        If the file is missing or is no TOML.
    """
    path = resource_path(f"vocabulary/{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error


@cache
def head_nouns() -> dict[str, HeadNoun]:
    """Return the head nouns by their phrase in lower case."""
    nouns = {}
    for kind, table in read_table("kinds").items():
        if kind == "generic":
            continue
        for group, phrases in table.items():
            for phrase in phrases:
                nouns[phrase] = HeadNoun(
                    phrase=phrase, kind=Kind(kind), linear=group in ("linear", "parts"), is_part=group == "parts"
                )
    return nouns


@cache
def head_pattern() -> re.Pattern[str]:
    """Return the pattern of all head nouns, singular and plural, the longest first."""
    phrases = sorted(head_nouns(), key=lambda phrase: (-len(phrase), phrase))
    forms = [re.escape(phrase).replace(r"\ ", r"[ \u00a0]") for phrase in phrases]
    forms = [f"{form[:-1]}(?:y|ies)" if form.endswith("y") and form[-2] not in "aeiou" else form for form in forms]
    return re.compile(rf"\b(?P<head>{'|'.join(forms)})(?P<plural>s|es)?\b", re.IGNORECASE)


@cache
def countries() -> dict[str, str]:
    """Return ISO codes by the names of countries."""
    return {name: code for code, entry in read_table("countries").items() for name in entry["names"]}


@cache
def country_adjectives() -> dict[str, str]:
    """Return ISO codes by the adjectives of countries."""
    return {word: code for code, entry in read_table("countries").items() for word in entry.get("adjectives", ())}


@cache
def not_places() -> frozenset[str]:
    """Return the capitalised words that never are a place by themselves."""
    cues = read_table("cues")
    return frozenset((*cues["not_places"], *cues["months"], *cues["weekdays"], *country_adjectives()))


@cache
def organisation_words() -> frozenset[str]:
    """Return the words that mark a name as an office's, a firm's or a programme's."""
    return frozenset(read_table("institutions")["organisation_words"]["words"])


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """Return a pattern of the words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word))
    )
