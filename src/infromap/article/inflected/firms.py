"""Firms whose names stand in quotes: "компания «Порт A»", "«B жолдары» компаниясы"; their words name no works."""

import re
from functools import cache

from infromap.article.inflected.words import any_stem, grammar


def find_firms(plain: str, language: str) -> list[tuple[int, int]]:
    """Return where the quoted names of firms stand in a sentence in plain letters."""
    return [match.span("name") for pattern in _patterns(language) for match in pattern.finditer(plain)]


@cache
def _patterns(language: str) -> list[re.Pattern[str]]:
    words = grammar(language)["firms"]
    name = r"(?P<name>[«“„\"][^»”\"]{2,60}[»”\"])"
    before = [rf"(?i:{any_stem(words['before'])})\s(?:\w+\s)?{name}"] if words["before"] else []
    behind = [rf"{name}\s(?:\w+\s)?(?i:{any_stem(words['behind'])})"] if words["behind"] else []
    return [re.compile(pattern) for pattern in (*before, *behind)]
