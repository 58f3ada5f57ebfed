"""Sums of money, with currency, qualifier and place in the text."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from infromap.article.inflected.words import any_stem, stems
from infromap.article.sentences import Sentence, asked_once, find_at, find_by_first_word, is_cyrillic
from infromap.article.vocabulary import any_of, first_words, read_table
from infromap.model.article import Amount

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:[.·]\d+)?|\d+(?:[.,·]\d+)?"

_RATE, _RATED = re.compile(r"\s?=\s?[\d$€]"), re.compile(r"\d\s?=\s?$")
_SPACE = re.compile(r"[\s\u00a0\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WORLDWIDE = frozenset(("USD", "EUR", "GBP", "CHF", "JPY", "CNY"))
_CYRILLIC = re.compile("[а-яәғқңөұүһі]")
_CODE = re.compile(r"[A-Z]{1,3}\d{1,3}(?!\d|[.,]\d)")  # "COP27" is a conference


def find_amounts(sentence: Sentence, country: str | None = None, said_before: str | None = None) -> list[Amount]:
    """Return the sums of one sentence in the order of the text.

    ``country`` is the two-letter code of the one that the text is about: it decides whose rupees are meant.
    ``said_before`` is the currency of the last sum of the text, for "остальные 92 млн".
    """
    worded, figures = _matches(sentence)
    found = [_worded_amount(match, sentence, country) for match in worded]
    found += [_amount(match, sentence, country) for match in figures]
    if not found and not said_before:
        return []
    return sorted([*found, *_without_currency(sentence, found, said_before)], key=lambda each: each.quote.start)


def has_sum(sentence: Sentence) -> bool:
    """Tell whether a sentence names a sum with its currency."""
    return any(_matches(sentence))


def _is_rate(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sum only says what a currency is worth: "($1 = 0.87 euros)"."""
    return bool(_RATE.match(text, match.end()) or _RATED.search(text[: match.start()]))


@asked_once
def _matches(sentence: Sentence) -> tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]]:
    """Return the sums in words and those in figures."""
    has_scale = not sentence.words.isdisjoint(read_table("cues")["scales"])
    worded: Iterable[re.Match[str]] = ()
    found: Iterable[re.Match[str]] = ()
    if sentence.plain != sentence.text:
        worded = _worded().finditer(sentence.plain) if has_scale else ()
        found = _pattern().finditer(sentence.plain)
    else:
        worded = find_by_first_word(sentence, _number_words(), lambda _word: _worded()) if has_scale else ()
        found = find_at(_starts_of_sums(sentence), sentence.text, _pattern()) if sentence.has_digit else ()
    sums = tuple(each for each in found if not (_CODE.fullmatch(each[0]) or _is_rate(sentence.text, each)))
    return tuple(worded), sums


def _starts_of_sums(sentence: Sentence) -> list[int]:
    """Return where a sum may begin: at a figure, at the sign or code of a currency, at "about"."""
    text, words = sentence.text, _first_words()
    signs = [sign.start() for sign in _signs().finditer(text)]
    spelt = zip(sentence.starts, sentence.spelt, strict=True)
    starts = [
        start
        for start, word in spelt
        if not word.isalpha()  # "40", "USD40"
        or (word in words and (len(word) > 1 or not text[start + 2 : start + 3].isalpha()))  # "A$ 40" and no "a bank"
    ]
    return sorted(signs + starts)


@cache
def _number_words() -> frozenset[str]:
    """Return the first words of sums in words."""
    cues = read_table("cues")
    return first_words([*cues["qualifiers"], "half", "a", "an", *cues["numbers"]])


@cache
def _signs() -> re.Pattern[str]:
    """Return the pattern of what a currency's symbol may begin with, if it is no letter."""
    return re.compile(any_of(symbol[0] for symbol in _symbols() if not symbol[0].isalnum()))


@cache
def _first_words() -> frozenset[str]:
    return first_words([*_symbols(), *read_table("cues")["qualifiers"]])


@cache
def _symbols() -> list[str]:
    """Return what stands before a figure."""
    symbols = [symbol for entry in _currencies() for symbol in entry["symbols"]]
    return [*symbols, *read_table("currencies")["shared"]]


def home_of_currency(currencies: Sequence[str]) -> str | None:
    """Return the two-letter code of the country whose own currency the sums are in, or None.

    ISO 4217 codes begin with the country's; dollars, euros and the like are at home everywhere.
    """
    return next((code[:2] for code in currencies if code not in _WORLDWIDE and not code.startswith("X")), None)


def _without_currency(sentence: Sentence, found: list[Amount], said_before: str | None) -> list[Amount]:
    """Return the sums of "150 млн долларов, … – 50 млн, … – 40 млн": the currency is named once."""
    taken = [(each.quote.start, each.quote.end) for each in found]
    is_russian = is_cyrillic(sentence) and _CYRILLIC.search(sentence.plain) is not None
    goes_on = said_before if is_russian and _going_on().search(sentence.plain) else None
    sums = []
    for match in (_bare() if is_russian else _bare_english()).finditer(sentence.plain) if found or goes_on else ():
        start, end = sentence.start + match.start("figure"), sentence.start + match.end()
        before = [each.currency for each in found if each.quote.end <= start]
        after = found[0].currency if found and is_russian else None
        currency = before[-1] if before else goes_on or after
        if currency and not any(first <= start < last or first < end <= last for first, last in taken):
            value = read_figure(match["figure"]) * read_table("cues")["scales"][match["scale"]]
            quote = sentence.quote("amount", match.start("figure"), match.end())
            sums.append(Amount(value=round(value, 2), currency=currency, quote=quote))
    return sums


@cache
def _bare() -> re.Pattern[str]:
    """Return the pattern of a sum without its currency in Russian or Kazakh."""
    scales = any_of([scale for scale in read_table("cues")["scales"] if _CYRILLIC.match(scale) and scale != "мың"])
    counted = any_stem(read_table("cues")["counted"])
    return re.compile(
        rf"(?<![\w.,])(?P<figure>{_FIGURE})\s(?P<scale>{scales})(?:ын|ін|ы|і|ға|ге|нан)?(?![\w%])(?!\.?\s(?:[а-яё-]+\s)?{counted})"
    )


@cache
def _bare_english() -> re.Pattern[str]:
    given = (
        r"(?:loans?|credits?|grants?|tranches?|equity|sum|share|rest|another|remaining|of which|and|government)\s"
        r"(?:(?:of|is|for|worth|up|to|about)\s){0,2}"
    )
    return re.compile(
        rf"\b{given}(?P<figure>{_FIGURE})\s(?P<scale>million|billion)"
        r"(?=[,.;)]|\s(?:and|from|by|for|as|will|is|are|were)\b|$)"
    )


@cache
def _going_on() -> re.Pattern[str]:
    """Return the pattern of a sentence that goes on with the sums of the one before."""
    return re.compile(any_stem(read_table("cues")["going_on"]), re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    cues = read_table("cues")
    symbols = any_of(_symbols())
    words = _currency_words()
    scales = any_of(list(cues["scales"]))
    qualifiers = any_of(cues["qualifiers"])
    # Behind a figure stands a word or nothing: a figure's beginning is not tried.
    before, behind = (
        rf"(?P<{side}_figure>{_FIGURE}){guard}(?:[\s\u00a0-]?(?P<{side}_scale>{scales})(?!\w))?"
        for side, guard in (("symbol", ""), ("word", r"(?=[\s\u00a0-]?[^\W\d_])"))
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<qualifier>{qualifiers})\s+)?"
        rf"(?:(?P<millions>(?<![\w.,])\d+)\smillion\s(?P<thousands>\d{{1,3}})\sthousand\s(?P<summed>{words})\b"
        rf"|(?<![\w$])(?P<symbol>{symbols})[\s\u00a0-]?{before}"
        rf"|(?<![\w.,]){behind}[\s\u00a0-]?(?P<word>{words})\b)",
        re.IGNORECASE,
    )


@cache
def _worded() -> re.Pattern[str]:
    """Return the pattern of sums in words: "half a billion euros"."""
    cues = read_table("cues")
    words = _currency_words()
    return re.compile(
        rf"(?<!\w)(?:(?P<qualifier>{any_of(cues['qualifiers'])})\s+)?"
        rf"\b(?P<figure>half\sa|half|an?|{any_of(list(cues['numbers']))})\s(?P<scale>{any_of(list(cues['scales']))})\s"
        rf"(?P<word>{words})\b",
        re.IGNORECASE,
    )


def _worded_amount(match: re.Match[str], sentence: Sentence, country: str | None) -> Amount:
    numbers = {"a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, **read_table("cues")["numbers"]}
    figure = re.sub(r"\s", " ", match["figure"]).lower()
    return Amount(
        value=numbers[figure] * read_table("cues")["scales"][match["scale"].lower()],
        currency=_currency(re.sub(r"\s", " ", match["word"]).lower(), country),
        qualifier=match["qualifier"].lower() if match["qualifier"] else None,
        quote=sentence.quote("amount", match.start(), match.end()),
    )


def _currencies() -> list[dict[str, list[str]]]:
    return [entry for code, entry in read_table("currencies").items() if code != "shared"]


@cache
def _currency_words() -> str:
    """Return the pattern of what stands behind a figure; a star in a word stands for any ending."""
    names = [*(word for entry in _currencies() for word in entry["words"]), *read_table("currencies")["shared"]]
    return f"{any_of(word for word in names if '*' not in word)}\\b|{stems(_starred())}"


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


@cache
def _shared() -> dict[str, dict[str, str]]:
    """Return the codes by country of the names that several currencies share."""
    return {word.lower(): codes for word, codes in read_table("currencies")["shared"].items()}


def _currency(name: str, country: str | None) -> str:
    code = _codes().get(name)
    if code is None and name not in _shared():
        code = next(code for word, code in _starred().items() if re.fullmatch(stems([word]), name, re.IGNORECASE))
        name = code
    codes = _shared().get(name)
    return str(codes.get(country or "", codes["default"]) if codes else code)


def _amount(match: re.Match[str], sentence: Sentence, country: str | None) -> Amount:
    if match["summed"]:
        return _summed_amount(match, sentence, country)
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


def _summed_amount(match: re.Match[str], sentence: Sentence, country: str | None) -> Amount:
    """Return the sum of "371 million 200 thousand dollars"."""
    return Amount(
        value=float(match["millions"]) * 1e6 + float(match["thousands"]) * 1e3,
        currency=_currency(re.sub(r"\s", " ", match["summed"]).lower(), country),
        qualifier=match["qualifier"].lower() if match["qualifier"] else None,
        quote=sentence.quote("amount", match.start(), match.end()),
    )


def read_figure(text: str) -> float:
    """Return the value of a figure: ``291.49``, ``98·75``, ``1,024``, ``1 024``; a lone comma is a decimal one."""
    plain = _SPACE.sub("", text).replace("·", ".")
    if _GROUPED.fullmatch(plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))
