"""Sums of money in the words of a language: its scales, and what stands before a sum in an article."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.model.article import Amount

_QUALIFIERS = {  # of the vocabulary, by what they say
    "over": ("over", "more than", "более", "более чем", "чуть более", "свыше"),
    "at_least": ("at least", "не менее", "минимум", "кемінде"),
    "at_most": ("up to", "as much as", "no more than", "до", "в размере до", "не более", "максимум"),
    "below": ("less than",),
    "about": (
        *("about", "around", "roughly", "approximately", "some", "an estimated"),
        *("около", "порядка", "примерно", "приблизительно", "шамамен", "жуық"),
    ),
    "nearly": ("nearly", "almost", "почти"),
}
_KEYS = {word: f"qualifier.{key}" for key, words in _QUALIFIERS.items() for word in words}
_SCALES = (1e12, 1e9, 1e8, 1e6, 1e4)  # each language has words for some of them


def qualifier_text(qualifier: str | None, strings: Mapping[str, str]) -> str | None:
    """Return the words around a sum, with ``{sum}`` for it: ``over {sum}``; an unknown qualifier stays as it is."""
    if qualifier is None:
        return None
    known = strings.get(_KEYS.get(qualifier, ""))
    return known or f"{qualifier.replace('{', '').replace('}', '')} {{sum}}"


def write_sum(amount: "Amount", strings: Mapping[str, str], write_number: Callable[[float], str]) -> str:
    """Return a sum for people: ``over USD 2.6 billion``, ``более 2,6 млрд USD``.

    Parameters
    ----------
    amount
        The sum.
    strings
        The words of the language.
    write_number
        Writes a number as the language does.
    """
    scale = next((size for size in _SCALES if abs(amount.value) >= size and f"money.{size:.0e}" in strings), 1.0)
    number = write_number(round(amount.value / scale, 3))
    figure = strings[f"money.{scale:.0e}"].format(number=number) if scale > 1 else number
    money = strings["ui.money"].format(currency=amount.currency, sum=figure)
    return (qualifier_text(amount.qualifier, strings) or "{sum}").replace("{sum}", money)
