"""Which of a sentence's phrases says where a work is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from infromap.article.inflected import russian
from infromap.article.inflected.names import is_known
from infromap.article.inflected.phrases import Item, Phrase, Relation, Scene, is_work, to_mention
from infromap.article.inflected.titles import read_adjective_before
from infromap.article.inflected.words import any_stem, grammar, has_cue
from infromap.article.names import NAME
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.inflected.heads import Head

_BEHIND, _LINE_BEHIND = 110, 250  # letters behind a noun within which a phrase still belongs to it
_BREAK = re.compile(r"[;]|\.\s|,\s(?:что|как|об\sэтом|сообща|заяви|расска|деп)")
_INCLUDED = re.compile(r",\s(?:включая|в\sтом\sчисле)\s")  # a part of a line, where the line is not
_UP_TO = re.compile(r"до\s")
_GENITIVES = re.compile(
    r"(?:\s(?:и\s)?(?!для\s|или\s|при\s)[а-яё-]{2,}(?:ого|его|ых|их|ой|ей|а|я|ов|ев|ий|и|ы)){0,4}\s[«\"]?(?=[А-ЯЁ])"
)
_QUOTED = re.compile(rf"\s(?:[а-яё]+\s)?[«\"“„](?P<name>{NAME}(?:-{NAME})*)(?P<number>-\d)?[»\"”]")


@dataclass(frozen=True, kw_only=True)
class Where:
    """The places of one work."""

    places: tuple[PlaceMention, ...] = ()
    region: PlaceMention | None = None
    is_behind: bool = False
    is_around: bool = False
    is_course: bool = False  # the places are stops of a line, in order


def find_where(head: "Head", room: tuple[int, int, int], phrases: Sequence[Phrase], scene: Scene) -> Where:
    """Return where a work is.

    Parameters
    ----------
    head
        The noun that names it.
    room
        From where a phrase before it may count, where those behind it begin, and where they must have begun.
    phrases
        All of the sentence.
    scene
        The sentence.
    """
    first, start, stop = room
    behind = _choose_behind(head, start, stop, phrases, scene)
    if scene.setting.language == "kk" and not head.noun.linear and start == head.end:
        before = _choose_before(head, phrases, scene)
        behind = behind if before is None or before.start < first else []  # a place stands before its work
    own = _own_phrase(head, first, phrases, scene) if start == head.end else None
    before = None if behind or start != head.end else _choose_before(head, phrases, scene)
    if own and before and before.relation is not Relation.IN:
        before = None  # another line's course
    ordered = (*behind, before, own) if own and _is_quoted(own, scene) else (*behind, own, before)
    chosen = [phrase for phrase in ordered if phrase]
    if not chosen:
        return Where()
    return _gather(chosen, scene, is_behind=bool(behind))


def _is_quoted(phrase: Phrase, scene: Scene) -> bool:
    """Tell whether a phrase is a title, which says less than a place does."""
    return scene.sentence.plain[max(0, phrase.items[0].start - 1)] in '«"“„'


def goes_round(head: "Head", plain: str, language: str) -> bool:
    """Tell whether a noun names a road or railway round a town."""
    window = plain[max(0, head.start - 25) : head.end + 12]
    return bool(_round_pattern(language).search(window))


def is_passed(head: "Head", plain: str, language: str) -> bool:
    """Tell whether a work is named only because another goes past it, reaches it or holds it."""
    patterns = [_past_pattern(language), _within_pattern(language) if head.noun.is_part else None]
    begin = max(0, head.start - 60)
    return any(pattern.search(plain, begin, head.start) for pattern in patterns if pattern)


def _gather(chosen: Sequence[Phrase], scene: Scene, *, is_behind: bool) -> Where:
    """Make one answer of several phrases: ends before stops between them before sites; regions apart."""
    ends = next((phrase for phrase in chosen if phrase.relation is Relation.ENDS), None)
    via = next((phrase for phrase in chosen if phrase.relation is Relation.VIA), None)
    around = next((phrase for phrase in chosen if phrase.relation is Relation.AROUND), None)
    items: tuple[Item, ...]
    if ends:
        items = (ends.items[0], *(via.items if via else ()), ends.items[-1])
    else:
        named = [phrase for phrase in (via, around, *chosen) if phrase and not phrase.items[0].is_region]
        items = named[0].items if named else ()
    items = tuple(item for item in items if not (around and is_work(item)))
    if len(items) == 1 and items[0].is_region:
        items = ()
    if not items:
        items = next((phrase.items for phrase in chosen if len(phrase.items) > 1 and phrase.items[0].is_region), ())
    regions = [phrase.region or next((item for item in phrase.items if item.is_region), None) for phrase in chosen]
    region = next((item for item in regions if item), None)
    role = PlaceRole.STOP if ends or via else PlaceRole.SITE
    return Where(
        places=tuple(to_mention(item, role, scene.sentence) for item in items),
        region=to_mention(region, PlaceRole.SITE, scene.sentence) if region and region not in items else None,
        is_behind=is_behind,
        is_around=around is not None and not ends,
        is_course=bool(ends or via),
    )


def _choose_behind(head: "Head", start: int, stop: int, phrases: Sequence[Phrase], scene: Scene) -> list[Phrase]:
    """Return the phrases behind a noun that belong to it: one of each relation, before its clause ends."""
    plain, language = scene.sentence.plain, scene.setting.language
    chosen: dict[Relation, Phrase] = {}
    for phrase in phrases:
        reach = _LINE_BEHIND if head.noun.linear else _BEHIND
        if not start <= phrase.start < min(stop, start + reach):
            continue
        if phrase.relation in chosen and not _says_where_in(phrase, chosen[phrase.relation]):
            continue
        gap = plain[start : phrase.start]
        if head.noun.linear and _INCLUDED.search(gap):
            continue
        if not head.noun.linear and _UP_TO.match(plain, phrase.start):
            continue  # only a line reaches so far
        if head.noun.is_part and phrase.relation is Relation.VIA:
            continue  # the water that a bridge leads over
        is_line = phrase.relation in (Relation.ENDS, Relation.VIA, Relation.AROUND)
        if _BREAK.search(gap) or has_cue(gap, language, "meeting_stems") or (is_line and not head.noun.linear):
            continue
        if phrase.relation is Relation.OF:
            continue
        if all(item.is_region for item in phrase.items) and Relation.IN in chosen:
            continue
        area = chosen.get(phrase.relation)
        chosen[phrase.relation] = phrase._replace(region=phrase.region or area.region) if area else phrase
    return list(chosen.values())


def _says_where_in(phrase: Phrase, area: Phrase) -> bool:
    """Tell whether a phrase names the town in the district of the phrase before: "в A-ском районе, у посёлка B"."""
    small = tuple(grammar("ru")["areas"]["small"])
    is_district = len(area.items) == 1 and area.items[0].name.endswith(small) and not area.items[0].is_region
    return phrase.relation is Relation.IN and is_district and not phrase.items[0].is_region


def _own_phrase(head: "Head", first: int, phrases: Sequence[Phrase], scene: Scene) -> Phrase | None:
    """Return the name that a work has: right behind it, in quotes, or before it."""
    plain = scene.sentence.plain
    if scene.setting.language == "kk":
        of = [
            phrase
            for phrase in phrases
            if phrase.relation in (Relation.OF, Relation.AROUND)
            and first <= phrase.start
            and phrase.items[-1].end <= head.start
            and _is_near(plain[phrase.items[-1].end : head.start], phrase.relation)
        ]
        return of[-1] if of else None
    behind = _GENITIVES.match(plain, head.end)
    phrase = russian.read_name_of(scene, head.end, behind.end()) if behind else None
    if phrase and (len(phrase.items) > 1 or phrase.items[0].is_region or _is_name(phrase.items[0], scene)):
        return phrase
    quoted = _QUOTED.match(plain, head.end)
    if quoted and not scene.is_taken(*quoted.span("name")):
        start, end = quoted.start("name"), quoted.end("number") if quoted["number"] else quoted.end("name")
        name = scene.sentence.text[start:end]
        if head.is_acronym or is_known(name, scene.setting):
            return Phrase(start, end, Relation.OF, (Item(name, start, end),))
    return read_adjective_before(scene, first, (head.start, head.end), is_acronym=head.is_acronym)


def _is_near(gap: str, relation: Relation) -> bool:
    """Tell whether a Kazakh name stands at a noun: two words away, or further where it says what is gone round."""
    words = 8 if relation is Relation.AROUND else 2
    return len(gap.split()) <= words and not re.search(r"[,;:–—]", gap)


def _is_name(item: Item, scene: Scene) -> bool:
    """Tell whether a name right behind a noun is a place's: a known one, or a single word."""
    return is_known(item.name, scene.setting) or " " not in item.name


def _choose_before(head: "Head", phrases: Sequence[Phrase], scene: Scene) -> Phrase | None:
    """Return the nearest phrase before a noun in its clause, if nobody met or spoke there."""
    plain, language = scene.sentence.plain, scene.setting.language
    for phrase in reversed([each for each in phrases if each.end <= head.start]):
        gap = plain[phrase.end : head.start]
        if re.search(r"[;]|\.\s", gap) or phrase.relation not in (Relation.IN, Relation.ENDS, Relation.AROUND):
            continue
        if phrase.relation is not Relation.IN and not head.noun.linear:
            continue
        clause = plain[max(0, phrase.start - 60) : head.start]
        if has_cue(clause, language, "meeting_stems"):
            return None
        return phrase
    return None


@cache
def _past_pattern(language: str) -> re.Pattern[str] | None:
    words = grammar(language)["around"]
    past = [rf"{any_stem(words['past'])}\s(?:[\w-]+\s){{0,2}}$"] if words["past"] else []
    adjective = r"[а-яё-]+(?:[ое]го|[ое]му|[ое]й|[ыи]х|[ыи]м)\s"
    to = [rf"{any_stem(words['to'])}\s(?:{adjective})?$"] if words["to"] else []
    return re.compile("|".join([*past, *to]), re.IGNORECASE) if past or to else None


@cache
def _within_pattern(language: str) -> re.Pattern[str]:
    words = grammar(language)["around"]["within"]
    return re.compile(rf"{any_stem(words)}\s(?:[\w-]+\s){{0,3}}$", re.IGNORECASE)


@cache
def _round_pattern(language: str) -> re.Pattern[str]:
    return re.compile(any_stem(grammar(language)["around"]["words"]), re.IGNORECASE)
