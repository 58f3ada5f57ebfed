"""Sums of money, with currency, qualifier and place in the text."""

import re
from collections.abc import Sequence
from functools import cache

from infromap.article.inflected.words import any_stem, stems
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Amount

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"

_WORLDWIDE = frozenset(("USD", "EUR", "GBP", "CHF", "JPY", "CNY"))
_DIGIT = re.compile(r"\d")
_CYRILLIC = re.compile("[а-яәғқңөұүһі]")


def find_amounts(sentence: Sentence, country: str | None = None, said_before: str | None = None) -> list[Amount]:
    """Return the sums of one sentence in the order of the text.

    ``country`` is the two-letter code of the one that the text is about: it decides whose rupees are meant.
    ``said_before`` is the currency of the last sum of the text, for "the remaining 92 million".
    """
    if not _DIGIT.search(sentence.plain):
        return []
    found = [_amount(match, sentence, country) for match in _pattern().finditer(sentence.plain)]
    return sorted([*found, *_without_currency(sentence, found, said_before)], key=lambda each: each.quote.start)


def _without_currency(sentence: Sentence, found: list[Amount], said_before: str | None) -> list[Amount]:
    """Return the sums of "150 млн долларов, … – 50 млн, … – 40 млн": the currency is named once."""
    taken = [(each.quote.start, each.quote.end) for each in found]
    goes_on = said_before if _going_on().search(sentence.plain) else None
    sums = []
    for match in _bare().finditer(sentence.plain) if found or goes_on else ():
        start = sentence.start + match.start()
        before = [each.currency for each in found if each.quote.end <= start]
        currency = before[-1] if before else goes_on or (found[0].currency if found else None)
        if currency and not any(first <= start < last for first, last in taken):
            value = read_figure(match["figure"]) * read_table("cues")["scales"][match["scale"]]
            quote = sentence.quote("amount", match.start(), match.end())
            sums.append(Amount(value=round(value, 2), currency=currency, quote=quote))
    return sums


def home_of_currency(currencies: Sequence[str]) -> str | None:
    """Return the two-letter code of the country whose own currency the sums are in, or None.

    ISO 4217 codes begin with the country's; dollars, euros and the like are at home everywhere.
    """
    return next((code[:2] for code in currencies if code not in _WORLDWIDE and not code.startswith("X")), None)


@cache
def _bare() -> re.Pattern[str]:
    scales = any_of([scale for scale in read_table("cues")["scales"] if _CYRILLIC.match(scale) and scale != "мың"])
    counted = any_stem(read_table("cues")["counted"])
    return re.compile(
        rf"(?<![\w.,])(?P<figure>{_FIGURE})\s(?P<scale>{scales})(?![\w%])(?!\.?\s(?:[а-яё-]+\s)?{counted})"
    )


@cache
def _going_on() -> re.Pattern[str]:
    """Return the pattern of a sentence that goes on with the sums of the one before."""
    return re.compile(any_stem(read_table("cues")["going_on"]), re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    cues = read_table("cues")
    shared = read_table("currencies")["shared"]
    symbols = any_of([*(symbol for entry in _currencies() for symbol in entry["symbols"]), *shared])
    names = [*(word for entry in _currencies() for word in entry["words"]), *shared]
    words = f"{any_of(word for word in names if '*' not in word)}\\b|{stems(_starred())}"
    scales = any_of(list(cues["scales"]))
    qualifiers = any_of(cues["qualifiers"])
    before, behind = (
        rf"(?P<{side}_figure>{_FIGURE})(?:[\s\u00a0-]?(?P<{side}_scale>{scales})(?!\w))?" for side in ("symbol", "word")
    )
    return re.compile(
        rf"(?:\b(?P<qualifier>{qualifiers})\s+)?"
        rf"(?:(?<![\w$])(?P<symbol>{symbols})[\s\u00a0-]?{before}"
        rf"|(?<![\w.,]){behind}[\s\u00a0-]?(?P<word>{words})\b)",
        re.IGNORECASE,
    )


def _currencies() -> list[dict[str, list[str]]]:
    return [entry for code, entry in read_table("currencies").items() if code != "shared"]


@cache
def _starred() -> dict[str, str]:
    """Return the codes, or the shared names, of the words that a star gives any ending."""
    shared = {word: word for word in read_table("currencies")["shared"] if "*" in word}
    table = {code: entry for code, entry in read_table("currencies").items() if code != "shared"}
    return shared | {word: code for code, entry in table.items() for word in entry["words"] if "*" in word}


@cache
def _codes() -> dict[str, str]:
    table = {code: entry for code, entry in read_table("currencies").items() if code != "shared"}
    return {name.lower(): code for code, entry in table.items() for name in (*entry["symbols"], *entry["words"])}


def _currency(name: str, country: str | None) -> str:
    shared = {word.lower(): codes for word, codes in read_table("currencies")["shared"].items()}
    code = _codes().get(name)
    if code is None and name not in shared:
        code = next(code for word, code in _starred().items() if re.fullmatch(stems([word]), name, re.IGNORECASE))
        name = code
    codes = shared.get(name)
    return str(codes.get(country, codes["default"]) if codes else code)


def _amount(match: re.Match[str], sentence: Sentence, country: str | None) -> Amount:
    side = "symbol" if match["symbol"] else "word"
    value = read_figure(match[f"{side}_figure"])
    scale = match[f"{side}_scale"]
    if scale:
        value *= read_table("cues")["scales"][scale.lower()]
    currency = _currency(re.sub(r"\s", " ", match["symbol"] or match["word"]).lower(), country)
    return Amount(
        value=float(round(value, 2)),
        currency=currency,
        qualifier=match["qualifier"].lower() if match["qualifier"] else None,
        quote=sentence.quote("amount", match.start(), match.end()),
    )


def read_figure(text: str) -> float:
    """Return the value of a figure: ``291.49``, ``1,024``, ``1 024``; a lone comma is a decimal one."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))
