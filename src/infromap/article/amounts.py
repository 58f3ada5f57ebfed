"""Sums of money, with currency, qualifier and place in the text."""

import re
from functools import cache

from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Amount

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"


def find_amounts(sentence: Sentence) -> list[Amount]:
    """Return the sums of one sentence in the order of the text."""
    found = [_amount(match, sentence) for match in _pattern().finditer(sentence.text)]
    return [amount for amount in found if amount is not None]


@cache
def _pattern() -> re.Pattern[str]:
    cues = read_table("cues")
    currencies = read_table("currencies").values()
    symbols = any_of([symbol for entry in currencies for symbol in entry["symbols"]])
    words = any_of([word for entry in currencies for word in entry["words"]])
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


@cache
def _codes() -> dict[str, str]:
    table = read_table("currencies")
    return {name.lower(): code for code, entry in table.items() for name in (*entry["symbols"], *entry["words"])}


def _amount(match: re.Match[str], sentence: Sentence) -> Amount | None:
    side = "symbol" if match["symbol"] else "word"
    value = read_figure(match[f"{side}_figure"])
    scale = match[f"{side}_scale"]
    if scale:
        value *= read_table("cues")["scales"][scale.lower()]
    currency = _codes()[re.sub(r"\s", " ", match["symbol"] or match["word"]).lower()]
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
