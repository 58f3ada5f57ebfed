"""Sums of money, with currency, qualifier and place in the text."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from infromap.article.sentences import REMEMBERED, Sentence
from infromap.article.vocabulary import any_of, read_table
from infromap.model.article import Amount

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"

_RATE, _RATED = re.compile(r"\s?=\s?[\d$€]"), re.compile(r"\d\s?=\s?$")
_CODE = re.compile(r"[A-Z]{2,3}\d{1,3}(?!\d|[.,]\d)")  # "COP27" is a conference


def find_amounts(sentence: Sentence, country: str | None = None) -> list[Amount]:
    """Return the sums of one sentence in the order of the text.

    ``country`` is the two-letter code of the one that the text is about: it decides whose rupees are meant.
    """
    worded, figures = _matches(sentence)
    found = [_worded_amount(match, sentence, country) for match in worded]
    found += [
        _amount(match, sentence, country)
        for match in figures
        if not (
            _CODE.fullmatch(match[0])
            or _RATE.match(sentence.text, match.end())
            or _RATED.search(sentence.text[: match.start()])
        )
    ]
    if not found:
        return []
    return sorted([*found, *_without_currency(sentence, found)], key=lambda each: each.quote.start)


def _is_rate(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sum only says what a currency is worth: "($1 = 0.87 euros)"."""
    return bool(_RATE.match(text, match.end()) or _RATED.search(text[: match.start()]))


@lru_cache(maxsize=REMEMBERED)
def _matches(sentence: Sentence) -> tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]]:
    """Return the sums in words and those in figures."""
    has_scale = not sentence.words.isdisjoint(read_table("cues")["scales"])
    worded = tuple(_worded().finditer(sentence.text)) if has_scale else ()
    return worded, tuple(_pattern().finditer(sentence.text)) if sentence.has_digit else ()


def _without_currency(sentence: Sentence, found: list[Amount]) -> list[Amount]:
    """Return the sums of "150 млн долларов, … – 50 млн, … – 40 млн": the currency is named once."""
    taken = [(each.quote.start, each.quote.end) for each in found]
    sums = []
    for match in _bare().finditer(sentence.text) if found else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        before = [each for each in found if each.quote.end <= start]
        if before and not any(first <= start < last or first < end <= last for first, last in taken):
            side = "figure" if match["figure"] else "figure2"
            value = read_figure(match[side]) * read_table("cues")["scales"][match["scale"] or match["scale2"]]
            quote = sentence.quote("amount", match.start(side), match.end())
            sums.append(Amount(value=round(value, 2), currency=before[-1].currency, quote=quote))
    return sums


@cache
def _bare() -> re.Pattern[str]:
    russian = r"млн|млрд|трлн"
    given = (
        r"(?:loans?|credits?|grants?|tranches?|equity|sum|share|rest|another|remaining|of which|and|government)\s"
        r"(?:(?:of|is|for|worth|up|to|about)\s){0,2}"
    )
    return re.compile(
        rf"(?<![\w.,])(?P<figure>{_FIGURE})\s(?P<scale>{russian})(?=\s?[,.;)–—]|\s(?:из|и|на|в)\s|$)"
        rf"|\b{given}(?P<figure2>{_FIGURE})\s(?P<scale2>million|billion)(?=[,.;)]|\s(?:and|from|by|for|as|will|is|are|were)\b|$)"
    )


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


@cache
def _worded() -> re.Pattern[str]:
    """Return the pattern of sums in words: "half a billion euros"."""
    cues = read_table("cues")
    shared = read_table("currencies")["shared"]
    words = any_of([*(word for entry in _currencies() for word in entry["words"]), *shared])
    return re.compile(
        rf"(?:\b(?P<qualifier>{any_of(cues['qualifiers'])})\s+)?"
        rf"\b(?P<figure>half\sa|half|an?|{any_of(list(cues['numbers']))})\s(?P<scale>{any_of(list(cues['scales']))})\s"
        rf"(?P<word>{words})\b",
        re.IGNORECASE,
    )


def _worded_amount(match: re.Match[str], sentence: Sentence, country: str | None) -> Amount:
    numbers = {"a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, **read_table("cues")["numbers"]}
    return Amount(
        value=numbers[match["figure"].lower()] * read_table("cues")["scales"][match["scale"].lower()],
        currency=_currency(re.sub(r"\s", " ", match["word"]).lower(), country),
        qualifier=match["qualifier"].lower() if match["qualifier"] else None,
        quote=sentence.quote("amount", match.start(), match.end()),
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
