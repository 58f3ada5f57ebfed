"""Works that a Russian adjective gives a name: "Рогунская ГЭС", "Папанское водохранилище", "ташкентское метро"."""

import re
from functools import cache

from infromap.article.inflected.names import base_form, is_no_place
from infromap.article.inflected.phrases import Item, Phrase, Relation, Scene
from infromap.article.inflected.words import any_stem, grammar, stems

ADJECTIVE_END = re.compile(r"(?<=[сц]к)(?:ой|ом|ого|ому|ую|ий|ая|ое|ие|им|их|ими)$|(?<=н)(?:ой|ом|ого|ую|ый|ая)$")
_CAPITALISED = re.compile(r"[А-ЯЁ][\w-]*")


def read_adjective_before(scene: Scene, start: int, head: tuple[int, int], *, is_acronym: bool) -> Phrase | None:
    """Return the place that a work is called after: "Рогунская ГЭС" itself, or the town of "ташкентское метро"."""
    plain = scene.sentence.plain
    match = _adjective_before().search(plain, start, head[0])
    if match is None or scene.is_taken(match.start(1), match.end(1)) or is_no_place(match[1], scene.setting):
        return None
    if match[1][0].isupper() and (is_acronym or _titled(plain[head[0] : head[1]])):
        spans = [*_listed_before(plain, start, match.start(1)), match.span(1)]
        items = tuple(name_work(scene, *span, head) for span in spans)
        return Phrase(spans[0][0], items[-1].end, Relation.OF, items)
    if re.fullmatch(stems(grammar("ru")["never"]["adjectives"]), match[1], re.IGNORECASE):
        return None
    name = match[1][0].upper() + scene.sentence.text[match.start(1) + 1 : match.end(1)]
    base = base_form(name, name, "adjective", scene.setting)
    if base == name or not scene.setting.rate(base, scene.setting.country):
        return None
    return Phrase(match.start(1), match.end(1), Relation.OF, (Item(base, match.start(1), match.end(1)),))


def name_work(scene: Scene, start: int, stop: int, head: tuple[int, int]) -> Item:
    """Return a work that is called after a place, as one name: "Сырдарьинская ТЭС", "Папанское водохранилище"."""
    noun = scene.sentence.text[head[0] : head[1]].strip()
    noun, ending = _titled(noun) or (noun, "ая")
    base = ADJECTIVE_END.sub(ending, scene.sentence.text[start:stop])
    between = scene.sentence.plain[stop : head[0]]
    return Item(f"{base} {noun}", start, stop if "," in between or " и " in between else head[1])


def _listed_before(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the adjectives stand that share a noun with the one at ``end``: "A-ское и B-ское водохранилища"."""
    run = re.search(r"(?:[А-ЯЁ][\w-]*[сц]к(?:ой|ом|ого|ую|ий|ая|ое|ие|их)(?:,\s|\sи\s))+$", plain[start:end])
    if run is None:
        return []
    return [
        (start + run.start() + word.start(), start + run.start() + word.end()) for word in _CAPITALISED.finditer(run[0])
    ]


def _titled(noun: str) -> tuple[str, str] | None:
    """Return the base form of a noun that an adjective gives a name, and that adjective's ending: "канал", "ий"."""
    for stem, base, ending in grammar("ru")["areas"]["titled"]:
        if re.fullmatch(stems([stem]), noun, re.IGNORECASE):
            return base, ending
    return None


@cache
def titled_behind() -> re.Pattern[str]:
    """Return the pattern of a noun that the adjective before it gives a name: "на Кировском водохранилище"."""
    return re.compile(rf"\s{any_stem(stem for stem, *_ in grammar('ru')['areas']['titled'])}")


@cache
def _adjective_before() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(\w[\w-]*[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))\s"
        r"(?:[а-яё-]+(?:[ыио]й|[ое]го|[ое]му|[аоуя]я|[ую]ю|[ое]е|[ыи]е|[ыи]х|[ыи]м|[ое]м)\s){0,2}$"
    )
