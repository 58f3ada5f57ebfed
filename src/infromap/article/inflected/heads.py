"""Head nouns of Russian and Kazakh: the words that name what is built."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from infromap.article.clues import open_kinds
from infromap.article.inflected.words import any_stem, grammar, plain_letters, stems
from infromap.article.vocabulary import HeadNoun
from infromap.model.project import Kind

# "управление автомобильных дорог": words in the genitive between an office and what it is in charge of.
_GENITIVES = r"(?:\s(?:и\s)?(?!для\s|или\s)[а-яё-]+(?:ого|его|ых|их|ой|ей|а|я|ов|ев|ий|и|ы|у)){0,5}(?:\sи)?\s$"
_PLURAL = re.compile(r"(?:[ыи]е|[ыи]х|[ыи]ми)$")
_PLURAL_NOUN = re.compile(
    r"(?:ами|ями|ах|ях|[тсздмнркл]ов|ций|ний|ниц|орог|трасс|школ|[лдт][ае]р(?:ы|і|дың|дің|ға|ге|ды|ді)?)$"
)
_WITH = re.compile(r"(?:мен|бен|пен)$")  # "порт-пен": another work that is named beside it
_OBJECT = re.compile(r"(?:[дн][ыі]|с[ыі]н|[ғг][ыі]н)$")
_NOT = re.compile(r"\sемес")
_JOINED = re.compile(rf"\s[\w-]+(?:мен|бен|пен)\s(?:\w+\s)?(?:{stems(['байланыстыр*', 'жалға*', 'қос*'])})")
_ACRONYM = re.compile(r"[А-ЯӘҒҚҢӨҰҮҺІ]{2,5}(?:-\d)?$")
_NUMBER = re.compile(r"-\d+(?!\w)")


class Head(NamedTuple):
    """A head noun; offsets count from the start of the sentence."""

    start: int
    end: int
    noun: HeadNoun
    is_plural: bool
    is_acronym: bool
    is_pronoun: bool  # "она", at the beginning of a sentence


def find_heads(plain: str, language: str) -> list[Head]:
    """Return the head nouns of a sentence in plain letters; those in an office's name or an idiom are left out."""
    idioms = [match.span() for match in _idioms(language).finditer(plain)]
    found = []
    for match in _pattern(language).finditer(plain):
        group = str(match.lastgroup).rpartition("_")[0]
        is_pronoun = group.endswith("pronouns")
        if any(start < match.end() and match.start() < end for start, end in idioms):
            continue
        if (is_pronoun and match.start() > 0) or _is_of_office(plain, match, language):
            continue
        if language == "kk" and _is_beside(match[0], plain, match.end()):
            continue
        is_plural = _is_plural(match[0], plain[: match.start()])
        is_acronym = bool(_ACRONYM.match(match[0]))
        number = _NUMBER.match(plain, match.end()) if is_acronym else None
        end = number.end() if number else match.end()
        found.append(Head(match.start(), end, _nouns(language)[group], is_plural, is_acronym, is_pronoun))
    found = sorted([*found, *_others(plain, found, language)], key=lambda head: head.start)
    followed = zip(found, [*found[1:], None], strict=False)  # an empty list has none behind
    found = [head for head, behind in followed if not _is_of(head, behind, plain)]
    return found if language == "ru" else _without_attributes(_without_last_words(found), plain)


def _others(plain: str, heads: Sequence[Head], language: str) -> list[Head]:
    """Return the words that stand for one more work of the kind named last: "ещё одну построят в A"."""
    noun = HeadNoun(kind=None, linear=False, is_part=False)
    return [
        Head(match.start(), match.end(), noun, is_plural=False, is_acronym=False, is_pronoun=False)
        for match in _others_pattern(language).finditer(plain)
        if not any(head.start < match.end() and match.start() < head.end for head in heads)
    ]


def _without_attributes(heads: Sequence[Head], plain: str) -> list[Head]:
    """Leave out what only tells in Kazakh what a noun behind it is for: "ауызсумен қамтитын нысан"."""
    followed = zip(heads, [*heads[1:], None], strict=False)
    return [head for head, behind in followed if not (behind and _is_attribute(head, behind, plain))]


def _is_attribute(head: Head, behind: Head, plain: str) -> bool:
    is_participle = plain[head.start : head.end].endswith(("тын", "тін"))
    return is_participle and bool(re.fullmatch(r"\s(?:[\w-]+\s){0,2}", plain[head.end : behind.start]))


def _without_last_words(heads: Sequence[Head]) -> list[Head]:
    """Leave out the open noun that ends the phrase of another in Kazakh: "жеңіл рельсті көлік желісі"."""
    before: list[Head | None] = [None, *heads]
    pairs = zip(before, heads, strict=False)
    return [
        head
        for noun, head in pairs
        if noun is None or head.noun.kind is not None or head.start - noun.end > 1 or noun.noun.kind is None
    ]


def _is_of(head: Head, behind: Head | None, plain: str) -> bool:
    """Tell whether an open noun only belongs to the noun behind it: "комплекс очистных сооружений"."""
    if behind is None or head.noun.kind is not None or behind.noun.kind is None or head.is_pronoun:
        return False
    return bool(re.fullmatch(r"\s(?:[а-яё-]+\s){0,2}", plain[head.end : behind.start]))


def _is_beside(noun: str, plain: str, end: int) -> bool:
    """Tell whether a Kazakh noun names no work: it stands beside one, is denied, or is joined by a line."""
    return bool(_WITH.search(noun) or _NOT.match(plain, end) or (_OBJECT.search(noun) and _JOINED.match(plain, end)))


def _is_plural(phrase: str, before: str) -> bool:
    """Tell by the adjective before a noun, or by an ending that no singular has, whether it names several works."""
    words = phrase.split()
    adjective = re.search(r"([\w-]+)\s$", before)
    first = words[0] if len(words) > 1 else adjective[1] if adjective else ""
    return bool(_PLURAL.search(first) or _PLURAL_NOUN.search(words[-1]))


def is_pronoun_word(text: str, language: str) -> bool:
    """Tell whether a head is a pronoun, "она", or a word that stands for one, "объект"."""
    return plain_letters(text, language).lower() in grammar(language)["heads"]["open"]["pronouns"]


def is_other(text: str, language: str) -> bool:
    """Tell whether a head only stands for one more of the works named last: "ещё одна"."""
    words = stems(grammar(language)["others"]["words"])
    return bool(re.fullmatch(words, plain_letters(text, language), re.IGNORECASE))


def is_object_word(text: str, language: str) -> bool:
    """Tell whether a head says only that it is built: "объект", "нысан"."""
    words = grammar(language)["heads"]["open"]["objects"]
    return bool(re.fullmatch(stems(words), plain_letters(text, language), re.IGNORECASE))


def commonest_kind(texts: Sequence[str], language: str, *, linear: bool) -> Kind | None:
    """Return the kind, among those of an open noun, that most words of some sentences speak of, or None."""
    allowed = open_kinds(linear=linear)
    counts = {
        Kind(kind): sum(len(pattern.findall(text)) for text in texts)
        for kind, pattern in _clues(language).items()
        if Kind(kind) in allowed
    }
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else None


def kind_of(head: Head, plain: str, language: str) -> Kind | None:
    """Return the kind of a head; that of an open noun by the words of its sentence, nearest first, else None."""
    if head.noun.kind is not None:
        return Kind.RAILWAY if _is_of_rails(head, plain, language) else head.noun.kind
    if is_other(plain[head.start : head.end], language):
        return None
    allowed = open_kinds(linear=head.noun.linear)
    found = [
        (abs(match.start() - head.start), Kind(kind))
        for kind, pattern in _clues(language).items()
        if Kind(kind) in allowed
        for match in pattern.finditer(plain)
    ]
    return min(found, default=(0, None))[1]


def _is_of_rails(head: Head, plain: str, language: str) -> bool:
    """Tell whether a bare road is one of rails: "электрификация дороги"."""
    words = grammar(language).get("rails")
    return bool(
        words
        and re.fullmatch(stems(words["roads"]), plain[head.start : head.end], re.IGNORECASE)
        and re.search(any_stem(words["words"]), plain, re.IGNORECASE)
    )


@cache
def _nouns(language: str) -> dict[str, HeadNoun]:
    return {
        f"{kind.upper().replace(' ', '_')}_{group}": HeadNoun(
            kind=None if kind == "open" else Kind(kind), linear=group in ("linear", "parts"), is_part=group == "parts"
        )
        for kind, table in grammar(language)["heads"].items()
        for group in table
    }


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of all head nouns, a group for each kind and sort; a phrase of more words is tried first."""
    by_length: dict[tuple[int, str], list[str]] = {}
    for kind, table in grammar(language)["heads"].items():
        for sort, words in table.items():
            for word in words:
                group = f"{kind.upper().replace(' ', '_')}_{sort}"
                by_length.setdefault((-word.count(" "), group), []).append(word)
    parts = [f"(?P<{group}_{-length}>{stems(words)})" for (length, group), words in sorted(by_length.items())]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@cache
def _others_pattern(language: str) -> re.Pattern[str]:
    words = grammar(language)["others"]
    behind = rf"(?=\s(?:[–—-]\s|(?:\w+\s)?{any_stem(words['verbs'])}))"
    return re.compile(any_stem(words["words"]) + behind, re.IGNORECASE)


@cache
def _idioms(language: str) -> re.Pattern[str]:
    return re.compile(any_stem(grammar(language)["never"]["idioms"]), re.IGNORECASE)


@cache
def _office(language: str) -> re.Pattern[str]:
    """Return the pattern of an office before a noun that it is in charge of."""
    return re.compile(rf"{any_stem(grammar(language)['never']['offices'])}{_GENITIVES}", re.IGNORECASE)


def _is_of_office(plain: str, match: re.Match[str], language: str) -> bool:
    """Tell whether a noun only says what an office is for: "управления дорог", "автомобиль жолдары комитеті"."""
    before = _office(language).search(plain, max(0, match.start() - 120), match.start())
    is_object = language == "kk" and _OBJECT.search(match[0])  # "A-ны компания салады"
    return bool(before or (not is_object and _office_behind(language).match(plain, match.end())))


@cache
def _office_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:\w+\s)?{any_stem(grammar(language)['never']['offices_behind'])}", re.IGNORECASE)


@cache
def _clues(language: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(any_stem(words), re.IGNORECASE) for kind, words in grammar(language)["clues"].items()}
