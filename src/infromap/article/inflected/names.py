"""Names of places in Russian and Kazakh: their base forms, and which capitalised words are none."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.inflected.words import any_stem, grammar, stems

if TYPE_CHECKING:
    from infromap.article.inflected.setting import Setting

_ADJECTIVE = re.compile(r"(?:[сц]к|н)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|ый|ые|ых)(?:-\w+)?$")
_CURRENCY = re.compile(r"(?:доллар\w*|долл\.)\s$")
_CURRENCY_BEHIND = re.compile(
    r"\s(?:доллар|рубл|сом|сум|манат|рупи|юан|тенге|теңге|иен|йен|лир|вон|фунт|драм|дирхам)", re.IGNORECASE
)
_IMPOSSIBLE = re.compile("[кгхцжшщьаеёиоуыэюя]ь$|[кгхжчшщ]ы$|[бвгджзклмнпрстфхцчшщь]й$|ьа$|[кгх]ый$")
_LATIN = re.compile(r"[A-Za-z]{2}")
_ENOUGH_LETTERS = 2  # that a base form must keep


def base_form(name: str, plain: str, case: str, setting: "Setting") -> str:
    """Return a name as a dictionary has it.

    Parameters
    ----------
    name
        As the text has it.
    plain
        The same in plain letters, as long as ``name``.
    case
        In which case it stands; one of the tables under ``endings`` of the vocabulary. The forms that its
        ending allows are looked up; the country of the article decides first, then the world.
    setting
        Who knows names.
    """
    forms = _forms(name, plain, case, setting.language)
    if len(forms) == 1:
        return name
    for country in dict.fromkeys((setting.country, None)):
        rated = [setting.rate(form, country) for form in forms]
        if max(rated) > 0:
            return forms[rated.index(max(rated))]
    return forms[0]


def is_known(name: str, setting: "Setting") -> bool:
    """Tell whether a gazetteer knows a base form."""
    return setting.rate(name, None) > 0


def is_adjective(plain: str) -> bool:
    """Tell whether a Russian word is an adjective made from a name: "Сырдарьинской"."""
    return bool(_ADJECTIVE.search(plain))


def is_no_place(plain: str, setting: "Setting") -> bool:
    """Tell whether a capitalised name is a country, an office, an acronym, or another word that is no place."""
    never = _never(setting.language)
    return (
        plain.isupper()
        or bool(_LATIN.search(plain))  # a firm's
        or bool(country_pattern(setting.language).fullmatch(plain))
        or bool(never.fullmatch(plain))
        or any(never.fullmatch(word) for word in re.split(r"[ \u00a0]", plain))
    )


@cache
def country_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of all countries, with a group for each, counted in the order of the vocabulary."""
    table = grammar(language)["countries"].values()
    groups = "|".join(f"(?P<c{number}>{stems(words)})" for number, words in enumerate(table))
    return re.compile(rf"(?<![\w-])(?:{groups})(?!\w)")


def countries_in(plain: str, language: str, taken: Sequence[tuple[int, int]] = ()) -> list[str]:
    """Return the codes of the countries that a sentence names, in order.

    A country in one of the stretches that are ``taken``, as a bank's name is, or in a currency's does not count.
    """
    codes = list(grammar(language)["countries"])
    return [
        codes[int(str(match.lastgroup)[1:])]
        for match in country_pattern(language).finditer(plain)
        if not _CURRENCY.search(plain[: match.start()])
        and not _CURRENCY_BEHIND.match(plain, match.end())
        and not any(start <= match.start() < end for start, end in taken)
    ]


def _forms(name: str, plain: str, case: str, language: str) -> list[str]:
    """Return the base forms that a name's ending allows, the likeliest first, and the name itself last."""
    table = grammar(language)["endings"].get(case, ())
    stem, middle, tail = name.partition("-на-")
    last = len(stem) if middle else len(name)
    forms = [
        _first_words(name[: last - len(ending)], language) + base + middle + tail
        for ending, base in table
        if plain[:last].endswith(ending) and last - len(ending) >= _ENOUGH_LETTERS
    ]
    if plain in grammar(language)["endings"]["fixed"]:
        return [name]
    return list(dict.fromkeys([*(form for form in forms if not _IMPOSSIBLE.search(form)), name]))


def _first_words(stem: str, language: str) -> str:
    """Bend the adjectives before the last word of a name as well: "Нижнем Новгород" becomes "Нижний Новгород"."""
    words = stem.split(" ")
    for position, word in enumerate(words[:-1]):
        for ending, base in grammar(language)["endings"].get("adjective_before", ()):
            if word.endswith(ending):
                words[position] = word[: len(word) - len(ending)] + base
                break
    return " ".join(words)


@cache
def _never(language: str) -> re.Pattern[str]:
    return re.compile(any_stem(grammar(language)["never"]["places"]))
