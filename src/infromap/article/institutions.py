"""Financiers and guarantors, under their usual short names."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from infromap.article import inflected
from infromap.article.amounts import has_sum
from infromap.article.inflected.words import LANGUAGES, stems
from infromap.article.names import WORD
from infromap.article.sentences import Sentence, find_by_first_word, is_cyrillic
from infromap.article.vocabulary import any_of, beginning_with, first_words, holds_any, read_table
from infromap.model.article import Financier

_FUNDS = (
    "Trust|Co-financing|Cofinancing|Development|Investment|Reduction|Infrastructure|Climate|Wealth|Guarantee"
    "|Environment|Pension"
)
_LAST = (
    rf"(?:Bank|Bankas[iı]|Eximbank|(?:{_FUNDS})\sFund|Fund(?=\sfor\s)|Investment\s(?:Facility|Framework|Platform))\b"
)
_ONE_WORD = rf"{WORD}(?<=[a-z]bank)\b"  # "Akbank"
_PART = rf"{WORD}(?:-[a-z]+)?"
_OF = rf"(?:\s(?:of|for)\s(?:the\s)?{_PART}(?:(?:\s|\sand\s|-){_PART}){{0,4}})?"
_BANK_WORD = re.compile("Bank|bank|Fund|Facility|Framework|Platform")  # one stands in each name
_BANK = re.compile(
    rf"(?<![\w-])(?P<name>(?:{WORD}(?:(?<!bank)\s(?:&|and|of|for)\s|[\s-])){{0,5}}{_LAST}{_OF}|{_ONE_WORD})"
    r"(?:\s\((?P<short>[A-Z][A-Za-z]{1,6})\))?"
)
_SPACES = re.compile(r"\s+")
_OWNER = re.compile(r"\b(?:an\sarm|a\smember|a\spart|a\ssubsidiary)\sof\sthe\s$")
_OWNER_REACH = len("a subsidiary of the ")


_Found = tuple[re.Match[str], str]


def find_financiers(sentence: Sentence, language: str = "en") -> list[Financier]:
    """Return every mention of a financier in one sentence, in order; one may come twice.

    In Russian and Kazakh a bank that only foretells, or holds a meeting, is left out.
    """
    names = _short_names()
    matches = find_by_first_word(sentence, _first_words(), _pattern)
    found = [(each, names[_plain(each[0])]) for each in matches if not _is_owner(sentence.text, each.start())]
    found = [each for before, each in pairwise([None, *found]) if each and not _abbreviates(each, before)]
    if is_cyrillic(sentence):
        stemmed = _stems().finditer(sentence.plain)
        found += [(match, _inflected()[int(str(match.lastgroup)[1:])][0]) for match in stemmed]
    if language in LANGUAGES:
        found = [each for each in found if not inflected.is_bystander(sentence.plain, *each[0].span(), language)]
    elif found or speaks_of_paying(sentence):
        found += _other_banks(sentence.text, [match.span() for match, _ in found])
    return [
        Financier(name=name, quote=sentence.quote("financier", match.start(), match.end()))
        for match, name in sorted(found, key=lambda each: each[0].start())
    ]


def _is_owner(text: str, start: int) -> bool:
    """Tell whether the name at an offset says whose arm another is."""
    is_described = text.endswith("the", max(0, start - _OWNER_REACH), max(0, start - 1))
    return is_described and bool(_OWNER.search(text, max(0, start - _OWNER_REACH), start))


def _abbreviates(found: _Found, before: _Found | None) -> bool:
    """Tell whether a short name only stands in brackets for the name before, whoever else is called so."""
    gap = before[0].string[before[0].end() : found[0].start()] if before else ""
    return bool(before and gap == " (" and found[0][0].isupper() and " " in before[0][0])


def _other_banks(text: str, taken: Sequence[tuple[int, int]]) -> list[tuple[re.Match[str], str]]:
    """Return the banks and funds that no list has, such as "the Bank of Georgia (BOG)"."""
    cues = read_table("institutions")["other_banks"]
    if all(any(start <= word.start() < end for start, end in taken) for word in _BANK_WORD.finditer(text)):
        return []
    found = []
    for match in _BANK.finditer(text):
        words = match["name"].split()
        words = words[1:] if words[0] in cues["no_name"] else words
        is_new = not any(start < match.end() + 2 and match.start() < end for start, end in taken)
        if (
            is_new
            and not _is_owner(text, match.start())
            and (len(words) > 1 or words[0].endswith("bank"))
            and not any(name in text[max(0, match.start() - 10) : match.end()] for name in cues["never"])
        ):
            found.append((match, match["short"] or " ".join(words)))
    return found


def unique_financiers(mentions: list[Financier]) -> tuple[Financier, ...]:
    """Return the first mention of each; "Mizuho" and "Mizuho Bank" are one."""
    first: dict[str, Financier] = {}
    names = {mention.name for mention in mentions}
    for mention in mentions:
        if mention.quote.text in names - {mention.name}:
            continue  # "IDB", in a text that has called the Inter-American bank so
        first.setdefault(mention.name.removesuffix(" Bank"), mention)
    return tuple(first.values())


def speaks_of_paying(sentence: Sentence) -> bool:
    """Tell whether a sentence says that somebody lends, grants or guarantees, or names a sum."""
    cues = read_table("institutions")["other_banks"]["cues"]
    return holds_any(cues, sentence.text.lower()) or has_sum(sentence)


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
def _names() -> list[str]:
    names = [name for names in read_table("institutions")["financiers"].values() for name in names if "*" not in name]
    return names + [name.replace(" and ", " & ") for name in names if " and " in name]


@cache
def _first_words() -> frozenset[str]:
    return first_words(_names())


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of the names that begin with a word."""
    names = beginning_with(word, _names())
    acronyms = [name for name in names if " " not in name]
    phrases = [name for name in names if " " in name]
    parts = [f"(?i:{any_of(phrases)})"] * bool(phrases) + [any_of(acronyms)] * bool(acronyms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w+]|-(?![а-яәғқңөұүһі]))")


def _plain(name: str) -> str:
    text = _SPACES.sub(" ", name).replace(" & ", " and ")
    return text.lower() if " " in text else text
