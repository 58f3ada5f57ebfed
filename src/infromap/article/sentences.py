"""A text falls into sentences, each with its place in the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from infromap.article.inflected.words import plain_letters
from infromap.article.vocabulary import UPPER, read_table
from infromap.model.provenance import Quote

# It begins with one class of letters, so that ``re`` passes over all others.
_END = re.compile(
    rf"[.!?\n](?:(?<=[.!?])(?<![.!?][.!?])[.!?]*[’'\"”)]*(?=\s+[\"“‘'(]?[{UPPER}0-9$€£])|(?<=\n)(?:\s*\n|(?=[-*#•])))"
)

_LONGEST = 2_000  # letters: what has no end by then is a table or no prose, and a pattern may take the square of it
_CYRILLIC = re.compile("[а-яәғқңөұүһі]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LAST_WORD = re.compile(r"[\w.]+$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")  # "D.N. Nagar"
_WORD = re.compile(r"\w+")
_Found = TypeVar("_Found")
_More = TypeVarTuple("_More")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the article; ``start`` is its offset in the article's text.

    ``plain`` is what the rules read, letter for letter beside ``text``: it differs only where Kazakh
    stands in Latin letters.
    """

    text: str
    start: int
    number: int
    plain: str = ""
    spelt: list[str] = field(init=False, repr=False, compare=False)  # each word of ``text``, in lower case
    starts: list[int] = field(init=False, repr=False, compare=False)  # … and where it begins
    words: frozenset[str] = field(init=False, repr=False, compare=False)  # of ``plain``: a look here saves a pattern
    figures: list[int] = field(init=False, repr=False, compare=False)  # where each begins in ``text``
    answers: dict[Any, Any] = field(init=False, repr=False, compare=False, default_factory=dict)  # see ``asked_once``

    def __post_init__(self) -> None:
        words = list(_WORD.finditer(self.text))
        spelt = [word[0].lower() for word in words]
        is_plain = not self.plain
        object.__setattr__(self, "plain", self.plain or self.text)
        object.__setattr__(self, "spelt", spelt)
        object.__setattr__(self, "starts", [word.start() for word in words])
        object.__setattr__(self, "figures", [figure.start() for figure in _DIGITS.finditer(self.text)])
        object.__setattr__(self, "words", frozenset(spelt if is_plain else _WORD.findall(self.plain.lower())))

    @property
    def has_digit(self) -> bool:
        """Whether there is any figure."""
        return bool(self.figures)

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.text)

    def quote(self, field: str, start: int, end: int) -> Quote:
        """Return a stretch of the sentence, counted from its own start, as a quote of the article."""
        return Quote(field=field, text=self.text[start:end], start=self.start + start, end=self.start + end)


def asked_once(rule: Callable[[Sentence, *_More], _Found]) -> Callable[[Sentence, *_More], _Found]:
    """Let a sentence keep what a rule finds in it, as several others ask for it."""

    @wraps(rule)
    def ask(sentence: Sentence, *more: *_More) -> _Found:
        key = (rule, *more) if more else rule
        if key not in sentence.answers:
            sentence.answers[key] = rule(sentence, *more)
        found: _Found = sentence.answers[key]
        return found

    return ask


def word_starts(sentence: Sentence, words: frozenset[str]) -> list[tuple[int, str]]:
    """Return where any of some words stands in a sentence, in order, with the word; they are in lower case."""
    if words.isdisjoint(sentence.words if sentence.plain is sentence.text else sentence.spelt):
        return []
    return [(start, word) for start, word in zip(sentence.starts, sentence.spelt, strict=True) if word in words]


def find_by_first_word(
    sentence: Sentence, words: frozenset[str], pattern_of: Callable[[str], re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    """Yield what one pattern of many phrases would find, from a small pattern for each first word that is there.

    Parameters
    ----------
    sentence
        Where to look.
    words
        The first words of the phrases, in lower case.
    pattern_of
        Gives the pattern of the phrases that begin with one of these words; worth remembering.
    """
    edge = 0
    for start, word in word_starts(sentence, words):
        if start >= edge and (match := pattern_of(word).match(sentence.text, start)):
            yield match
            edge = match.end()


@asked_once
def is_cyrillic(sentence: Sentence) -> bool:
    """Tell whether any Cyrillic letter stands in what the rules read of a sentence."""
    return not sentence.plain.isascii() and _CYRILLIC.search(sentence.plain) is not None


def find_at(
    starts: Iterable[int], text: str, pattern: re.Pattern[str], stop: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in a text up to an offset, if it can begin at ``starts`` only; they are in order."""
    edge = 0
    last = len(text) if stop is None else stop
    for start in starts:
        if start >= edge and (match := pattern.match(text, start, last)):
            yield match
            edge = match.end()


def split_sentences(
    text: str, start: int = 0, language: str = "en", *, without: tuple[int, int] = (0, 0)
) -> tuple[Sentence, ...]:
    """Cut a text into sentences, from the offset ``start`` on, ``without`` one stretch; blank ones are left out."""
    plain = plain_letters(text, language)
    sentences: list[Sentence] = []
    bounds = [*_bounds(text, start, max(start, without[0])), *_bounds(text, max(start, without[1]), len(text))]
    for first, last in (piece for each in bounds for piece in _pieces(text, *each)):
        body = text[first:last].strip()
        if body:
            offset = first + (len(text[first:last]) - len(text[first:last].lstrip()))
            letters = "" if plain is text else plain[offset : offset + len(body)]
            sentences.append(Sentence(text=body, start=offset, number=len(sentences), plain=letters))
    return tuple(sentences)


def _bounds(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    bounds = []
    first = start
    for end in _END.finditer(text, start, stop):
        if end[0].startswith(".") and _is_abbreviation(text, first, end.start()):
            continue
        bounds.append((first, end.end()))
        first = end.end()
    return [*bounds, (first, stop)]


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, between words where there are any."""
    while last - first > _LONGEST:
        cut = first + _LONGEST
        gap = max(text.rfind(space, first + _LONGEST // 2, cut) for space in " \n\u00a0")
        cut = gap + 1 if gap > 0 else cut
        yield first, cut
        first = cut
    yield first, last


def _is_abbreviation(text: str, first: int, stop: int) -> bool:
    """Tell whether the full stop belongs to an abbreviation or to a single letter before it."""
    word = _LAST_WORD.search(text, max(first, stop - 12), stop)
    if word is None:
        return False
    is_initials = _INITIALS.fullmatch(word[0])
    return bool(is_initials) or word[0].lower() in read_table("cues")["abbreviations"]
