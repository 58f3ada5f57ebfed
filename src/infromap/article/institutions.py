"""Financiers and guarantors, under their usual short names."""

import re
from functools import cache

from infromap.article.inflected.bystanders import is_bystander
from infromap.article.inflected.words import LANGUAGES, stems
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Financier

_CYRILLIC = re.compile("[а-яәғқңөұүһі]", re.IGNORECASE)


def find_financiers(sentence: Sentence, language: str = "en") -> list[Financier]:
    """Return every mention of a financier in one sentence, in order; one may come twice.

    In Russian and Kazakh a bank that only foretells, or holds a meeting, is left out.
    """
    names = _short_names()
    found = [(match, names[_plain(match[0])]) for match in _pattern().finditer(sentence.text)]
    if _CYRILLIC.search(sentence.plain):
        matches = _stems().finditer(sentence.plain)
        found += [(match, _inflected()[int(str(match.lastgroup)[1:])][0]) for match in matches]
    if language in LANGUAGES:
        found = [each for each in found if not is_bystander(sentence.plain, *each[0].span(), language)]
    return [
        Financier(name=name, quote=sentence.quote("financier", match.start(), match.end()))
        for match, name in sorted(found, key=lambda each: each[0].start())
    ]


def unique_financiers(mentions: list[Financier]) -> tuple[Financier, ...]:
    """Return the first mention of each."""
    first: dict[str, Financier] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    return tuple(first.values())


@cache
def _short_names() -> dict[str, str]:
    table = read_table("institutions")["financiers"]
    return {_plain(name): short for short, names in table.items() for name in names if "*" not in name}


@cache
def _inflected() -> list[tuple[str, list[str]]]:
    """Return the short names with those of their names that have endings."""
    table = read_table("institutions")["financiers"]
    return [(short, [name for name in names if "*" in name]) for short, names in table.items() if "*" in "".join(names)]


@cache
def _stems() -> re.Pattern[str]:
    parts = [f"(?P<n{number}>{stems(names)})" for number, (_, names) in enumerate(_inflected())]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    names = [name for names in read_table("institutions")["financiers"].values() for name in names if "*" not in name]
    acronyms = [name for name in names if " " not in name]
    phrases = [name for name in names if " " in name]
    return re.compile(rf"(?<![\w-])(?:(?:{any_of(acronyms)})|(?i:{any_of(phrases)}))(?!\w|-(?![а-яәғқңөұүһі]))")


def _plain(name: str) -> str:
    text = re.sub(r"\s+", " ", name)
    return text.lower() if " " in text else text
