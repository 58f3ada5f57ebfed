"""Financiers and guarantors, under their usual short names."""

import re
from functools import cache

from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Financier


def find_financiers(sentence: Sentence) -> list[Financier]:
    """Return every mention of a financier in one sentence, in order; one may come twice."""
    names = _short_names()
    found = []
    for match in _pattern().finditer(sentence.text):
        quote = sentence.quote("financier", match.start(), match.end())
        found.append(Financier(name=names[_plain(match[0])], quote=quote))
    return found


def unique_financiers(mentions: list[Financier]) -> tuple[Financier, ...]:
    """Return the first mention of each."""
    first: dict[str, Financier] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    return tuple(first.values())


@cache
def _short_names() -> dict[str, str]:
    table = read_table("institutions")["financiers"]
    return {_plain(name): short for short, names in table.items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    names = [name for names in read_table("institutions")["financiers"].values() for name in names]
    acronyms = [name for name in names if " " not in name]
    phrases = [name for name in names if " " in name]
    return re.compile(rf"(?<![\w-])(?:(?:{any_of(acronyms)})|(?i:{any_of(phrases)}))(?![\w-])")


def _plain(name: str) -> str:
    text = re.sub(r"\s+", " ", name)
    return text.lower() if " " in text else text
