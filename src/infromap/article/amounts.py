"""Sums of money, with currency, qualifier and place in the text."""

import re
from functools import cache

from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Amount

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"

_DIGIT = re.compile(r"\d")


def find_amounts(sentence: Sentence, country: str | None = None) -> list[Amount]:
    """Return the sums of one sentence in the order of the text.

    ``country`` is the two-letter code of the one that the text is about: it decides whose rupees are meant.
    """
    if not _DIGIT.search(sentence.plain):
        return []
    found = [_amount(match, sentence, country) for match in _pattern().finditer(sentence.plain)]
    return sorted([*found, *_without_currency(sentence, found)], key=lambda each: each.quote.start)


def _without_currency(sentence: Sentence, found: list[Amount]) -> list[Amount]:
    """Return the sums of "150 млн долларов, … – 50 млн, … – 40 млн": the currency is named once."""
    taken = [(each.quote.start, each.quote.end) for each in found]
    sums = []
    for match in _bare().finditer(sentence.plain) if found else ():
        start = sentence.start + match.start()
        before = [each for each in found if each.quote.end <= start]
        if before and not any(first <= start < last for first, last in taken):
            value = read_figure(match["figure"]) * read_table("cues")["scales"][match["scale"]]
            quote = sentence.quote("amount", match.start(), match.end())
            sums.append(Amount(value=round(value, 2), currency=before[-1].currency, quote=quote))
    return sums


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?P<figure>{_FIGURE})\s(?P<scale>млн|млрд|трлн)(?=\s?[,.;)–—]|\s(?:из|и|на|в)\s|$)")


@cache
def _pattern() -> re.Pattern[str]:
    cues = read_table("cues")
    shared = read_table("currencies")["shared"]
    symbols = any_of([*(symbol for entry in _currencies() for symbol in entry["symbols"]), *shared])
    words = any_of([*(word for entry in _currencies() for word in entry["words"]), *shared])
    scales = any_of(list(cues["scales"]))
    qualifiers = any_of(cues["qualifiers"])
    before, behind = (
        rf"(?P<{side}_figure>{_FIGURE})(?:[\s\u00a0-]?(?P<{side}_scale>{scales})\b)?" for side in ("symbol", "word")
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
def _codes() -> dict[str, str]:
    table = {code: entry for code, entry in read_table("currencies").items() if code != "shared"}
    return {name.lower(): code for code, entry in table.items() for name in (*entry["symbols"], *entry["words"])}


def _currency(name: str, country: str | None) -> str:
    codes = {word.lower(): codes for word, codes in read_table("currencies")["shared"].items()}.get(name)
    return codes.get(country, codes["default"]) if codes else _codes()[name]


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
