"""People with their roles."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from infromap.article import inflected
from infromap.article.inflected.words import LANGUAGES
from infromap.article.names import WORD
from infromap.article.sentences import Sentence, asked_once, word_starts
from infromap.article.vocabulary import (
    UPPER,
    any_of,
    countries,
    first_words,
    not_places,
    organisation_words,
    read_table,
)
from infromap.model.article import Person

if TYPE_CHECKING:
    from infromap.model.provenance import Quote

_INITIAL = r"(?:[A-Z]\.\s?)"
# "M. Teresa Kho", "D.J. Pandian".
_PERSON = rf"(?=[{UPPER}])(?:{_INITIAL}{{0,3}}{WORD}(?:[- ]{_INITIAL}?{WORD}){{1,3}}|{_INITIAL}{{1,3}}{WORD})"


_SPACE_OR_HYPHEN = re.compile(r"[ -]")
_DESCRIBED = re.compile(r"\b[Tt]he (?P<role>\w+ (?:leader|president|head of state))\b")


class _Found(NamedTuple):
    name: str
    role: str | None
    start: int  # in the article's text
    end: int


def find_people(sentences: Sequence[Sentence], language: str = "en") -> tuple[Person, ...]:
    """Return everybody who is named with a role, or who speaks, each once, in the order of the text."""
    people: dict[str, _Found] = {}
    for sentence in sentences:
        for found in _in_sentence(sentence, language):
            known = people.get(found.name)
            if known is None or (known.role is None and found.role is not None):
                people[found.name] = found if known is None else known._replace(role=found.role)
    described = _give_leftover_role(list(people.values()), sentences)
    return tuple(
        Person(
            name=each.name,
            role=each.role,
            quote=_quote(each, sentences),
        )
        for each in described
        if each.role is not None
    )


def _quote(found: _Found, sentences: Sequence[Sentence]) -> "Quote":
    """Return the name as the text has it, which may be bent."""
    sentence = next(each for each in sentences if each.start <= found.start < each.end)
    return sentence.quote("person", found.start - sentence.start, found.end - sentence.start)


def person_names(sentences: Sequence[Sentence], language: str = "en") -> frozenset[str]:
    """Return the names and surnames of all people, so that none is taken for a place."""
    people = [(sentence, found) for sentence in sentences for found in _in_sentence(sentence, language)]
    written = {sentence.text[found.start - sentence.start : found.end - sentence.start] for sentence, found in people}
    names = {found.name for _, found in people} | written
    return frozenset(names | {word for name in names for word in _SPACE_OR_HYPHEN.split(name)})


@asked_once
def _in_sentence(sentence: Sentence, language: str) -> tuple[_Found, ...]:
    if language in LANGUAGES:
        people = inflected.find_inflected_people(sentence.text, sentence.plain, language)
        spans = [(each, sentence.start + each.start, sentence.start + each.end) for each in people]
        return tuple(_Found(each.name, each.role, start, end) for each, start, end in spans)
    found = []
    patterns = [] if sentence.words.isdisjoint(_first_words("words")) else [_role_before()]
    patterns += [_role_behind()] if patterns and _apposed_role().search(sentence.text) else []
    patterns += [_speaker()] if _is_spoken(sentence) else []
    patterns += [_leader()] if "who" in sentence.words else []
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            name = _without_office(_without_honorific(match["name"]))
            if not _is_person(name):
                continue
            groups = match.groupdict()
            start = match.start("name") + match["name"].rindex(name)
            found.append(_Found(name, _role(groups), sentence.start + start, sentence.start + start + len(name)))
    return tuple(sorted(found, key=lambda each: (each.start, each.role is None)))


def _is_spoken(sentence: Sentence) -> bool:
    """Tell whether a capitalised word stands before a word of speaking."""
    starts = word_starts(sentence, _first_words("speech"))
    before = (sentence.text[:start].rsplit(None, 1)[-1:] for start, _ in starts)
    return any(word and not word[0].islower() for word in before)


def _role(groups: dict[str, str | None]) -> str | None:
    if not groups.get("role"):
        return None
    parts = [groups.get("of_before"), groups["role"], groups.get("of_behind")]
    text = " ".join(part.strip(" ,") for part in parts if part and part.strip(" ,"))
    return re.sub(r"^the\s", "", re.sub(r"\s+", " ", text).strip())


@cache
def _first_words(group: str) -> frozenset[str]:
    return first_words(read_table("cues")["roles"][group])


@cache
def _roles() -> str:
    return any_of(read_table("cues")["roles"]["words"])


@cache
def _role_before() -> re.Pattern[str]:
    """``EBRD Vice President Alain Pilloux``, ``Minister of Economy Shaheen Mustafayev``."""
    of_before = r"(?P<of_before>(?:[A-Z][\w’']*\s){0,3}?)"
    of_behind = rf"(?P<of_behind>(?:\s(?:of|for)\s(?:the\s)?{WORD}(?:\s(?:and\s)?{WORD}){{0,3}}?)?)"
    return re.compile(rf"{of_before}\b(?P<role>(?i:{_roles()})(?:,[^.;]{{0,50}}\))?){of_behind}\s(?P<name>{_PERSON})")


@cache
def _apposed_role() -> re.Pattern[str]:
    """Return what every match of ``_role_behind`` holds."""
    return re.compile(rf",\s(?:the\s)?(?:[\w’'-]+\s){{0,3}}?(?i:{_roles()})\b")


@cache
def _role_behind() -> re.Pattern[str]:
    """``Zou Jiayi, President of the AIIB``, ``Konstantin Limitovskiy, the AIIB's chief investment officer``."""
    of_before = r"(?P<of_before>(?:the\s)?(?:[\w’'-]+\s){0,3}?)"
    of_behind = (
        rf"(?P<of_behind>(?:\s(?:and\s)?(?i:{_roles()}))?(?:\s(?:of|for)\s(?:the\s)?[\w’']+(?:\s{WORD}){{0,3}})?)"
    )
    return re.compile(rf"(?P<name>{_PERSON}),\s{of_before}\b(?P<role>(?i:{_roles()}))\b{of_behind}")


@cache
def _leader() -> re.Pattern[str]:
    """``Amadou Oumarou, who heads the bank's transport department``."""
    return re.compile(rf"(?P<name>{_PERSON}),\swho\s(?P<role>(?:heads|leads|chairs|runs)\s(?:the\s)?[^,.;]{{3,60}})")


@cache
def _speaker() -> re.Pattern[str]:
    speech = any_of(read_table("cues")["roles"]["speech"])
    return re.compile(rf"(?P<name>{_PERSON})\s(?:{speech})\b")


def _without_honorific(name: str) -> str:
    bare = _honorifics().sub("", name)
    role = _leading_roles().match(bare)
    return bare[role.end() :] if role else bare


@cache
def _honorifics() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{any_of(read_table('cues')['roles']['honorifics'])})\.?\s)+")


@cache
def _leading_roles() -> re.Pattern[str]:
    return re.compile(rf"(?:(?i:{_roles()})\s)+")


def _without_office(name: str) -> str:
    """Take off the words of an office that stand before a name: "the EDB Board Denis Ilin"."""
    words = name.split(" ")
    while len(words) > 2 and (
        words[0] in organisation_words() or words[0] in not_places() or (words[0].isupper() and words[0][-1] != ".")
    ):
        words = words[1:]
    return " ".join(words)


def _is_person(name: str) -> bool:
    words = re.split(r"[ -]|(?<=\.)(?=[A-Z])", name)
    if len(words) < 2 or name in countries():
        return False
    return not any(
        word in organisation_words()
        or word in not_places()
        or word in countries()
        or (word.isupper() and len(word) > 2 and "." not in word)
        for word in words
    )


def _give_leftover_role(people: list[_Found], sentences: Sequence[Sentence]) -> list[_Found]:
    """Give the one speaker without a role the one description of a leader that is left over."""
    bare = [each for each in people if each.role is None]
    if len(bare) != 1:
        return people
    told = [each for each in sentences if not each.words.isdisjoint(("leader", "president", "state"))]
    roles = {match["role"] for sentence in told for match in _DESCRIBED.finditer(sentence.text)}
    taken = " ".join(each.role.lower() for each in people if each.role)
    left = sorted(role for role in roles if role.lower() not in taken)
    if len(left) != 1:
        return people
    return [each._replace(role=left[0]) if each is bare[0] else each for each in people]
