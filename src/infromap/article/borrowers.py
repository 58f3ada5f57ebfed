"""Who borrows: "lends … to the road operator A", "A is to receive a loan"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from infromap.article import inflected
from infromap.article.inflected.words import LANGUAGES
from infromap.article.names import WORD
from infromap.article.vocabulary import any_of, country_adjectives, read_table

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence
    from infromap.model.provenance import Quote

_NAME = rf"{WORD}(?:[\s-](?:(?:and|of|for|the|de)\s)*{WORD}){{0,5}}"
_CODE = re.compile(r"\s[A-Z]{3}$")  # "Mykolaiv UAH 400 million"
_LEND = frozenset(("lend", "lends", "lending", "lent"))
_LOAN = frozenset(("loan", "loans", "credit", "grant", "package"))
_SUM = r"(?:(?!\b(?:to|from)\s)[^;:]){0,90}?"


def find_borrower(sentence: "Sentence", language: str = "en") -> "Quote | None":
    """Return the words that name the borrower, or None."""
    if language in LANGUAGES:
        span = inflected.find_inflected_borrower(sentence.plain, language)
        return sentence.quote("borrower", *span) if span else None
    for cues, pattern in _patterns():
        match = None if sentence.words.isdisjoint(cues) else pattern.search(sentence.text)
        who = _CODE.sub("", match["who"]) if match else ""
        if match and who and who not in country_adjectives() and who not in read_table("currencies"):
            return sentence.quote("borrower", match.start("who"), match.start("who") + len(who))
    return None


@cache
def _patterns() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Return the patterns, each with words of which its sentence has one."""
    lending = r"\b(?:lend|lends|lending|lent|loans?|credit|credit line|grant|financing package)\b"
    who = rf"(?P<who>(?:government of (?:the )?|republic of )?{_NAME})"
    described = rf"(?:the\s)?(?:{any_of(read_table('cues')['borrower_words'])}\s){{0,5}}?"
    receiving = r"is\sto\sreceive|will\s(?:receive|borrow)|has\s(?:secured|lined\sup|obtained|raised)|secured|obtained"
    return (
        (_LEND | _LOAN, re.compile(rf"{lending}{_SUM}\sto\s{described}{who}")),
        (
            frozenset(("receive", "borrow", "secured", "lined", "obtained", "raised")),
            re.compile(rf"(?:^|,\s)(?P<who>{_NAME})(?:\s\([A-Z]{{2,6}}\))?,?\s(?:[^;:.]{{0,60}},\s)?(?:{receiving})\s"),
        ),
        (_LEND, re.compile(rf"\b(?:lend|lends|lending|lent)\s(?:the\sgovernment\sof\s)?(?P<who>{_NAME})\s")),
    )
