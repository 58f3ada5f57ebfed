"""The kinds of works that their own nouns leave open, from the rest of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.clues import open_kinds
from infromap.article.inflected.heads import commonest_kind, is_object_word, is_other, is_pronoun_word
from infromap.article.inflected.words import any_stem, grammar, plain_letters, stems
from infromap.article.vocabulary import read_table
from infromap.model.project import Kind, PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence

_STEM = 5  # letters that a noun keeps in all its cases


def settle_open_kinds(mentions: Sequence["Mention"], sentences: Sequence["Sentence"], language: str) -> list["Mention"]:
    """Give a pronoun the kind of the work named last, and an open noun that of the words of the sentence before.

    Where no work of the text explains an open noun, it has the kind that most words of the text speak of. A part of
    another work, and a line of which only a section is meant, are left out.
    """
    settled: list[Mention] = []
    for mention in mentions:
        kind = _kind_of_namesake(mention, settled) or mention.kind
        text = mention.head.text
        points_back = mention.is_definite and is_pronoun_word(text, language)
        if is_other(text, language) or (kind is None and points_back):
            kind = _last_kind(settled)
        elif kind is None:
            kind = _kind_by_text(mention, mentions, sentences, language)
            kind = kind or (_last_kind(settled) if is_object_word(text, language) else None)
        elif _is_bare_road(mention, language) and _last_kind(settled) in (Kind.RAILWAY, Kind.METRO):
            kind = _last_kind(settled)
        settled.append(_without_avoided(replace(mention, kind=kind), kind or _last_kind(settled)))
    kept = [each for each in settled if not _is_part_of(each, settled, language)]
    return _with_substations(_without_wholes(_without_details(kept), language))


def _without_avoided(mention: "Mention", kind: Kind | None) -> "Mention":
    """Take off what a power line or a pipe only avoids: rings and bypasses are of roads and railways."""
    if kind in (None, Kind.HIGHWAY, Kind.RAILWAY):
        return mention
    return replace(mention, places=tuple(each for each in mention.places if each.role is not PlaceRole.AROUND))


def _is_bare_road(mention: "Mention", language: str) -> bool:
    """Tell whether a mention is only "the road", which behind a railway or a tramway is that one."""
    words = grammar(language).get("rails")
    is_bare = not (mention.places or mention.region or mention.corridor)
    plain = plain_letters(mention.head.text, language)
    return bool(words and is_bare and re.fullmatch(stems(words["roads"]), plain, re.IGNORECASE))


def _last_kind(mentions: Sequence["Mention"]) -> Kind | None:
    return next((each.kind for each in reversed(mentions) if each.kind), None)


def _kind_by_text(
    mention: "Mention", mentions: Sequence["Mention"], sentences: Sequence["Sentence"], language: str
) -> Kind | None:
    """Return the kind that the words of the sentence before speak of, or those of the text, if no work explains it."""
    number, allowed = mention.sentence.number - 1, open_kinds(linear=mention.linear)
    works = [each for each in mentions if each.kind in allowed]
    is_explained = any(each.sentence.number == number for each in works)
    before = [each.plain for each in sentences if each.number == number and not is_explained]
    kind = commonest_kind(before, language, linear=mention.linear)
    if kind is None and not works:
        kind = commonest_kind([each.plain for each in sentences], language, linear=mention.linear)
    return kind


def _kind_of_namesake(mention: "Mention", before: Sequence["Mention"]) -> Kind | None:
    """Return the kind of the last work whose noun ends as an open one does: "су қоймасы", then "екінші қойма"."""
    if not mention.is_open or mention.linear or mention.is_definite:
        return None
    stem = mention.head.text.split()[-1].lower()[:_STEM]
    longer = (each for each in reversed(before) if " " in each.head.text and not each.is_open)
    return next((each.kind for each in longer if each.head.text.split()[-1].lower().startswith(stem)), None)


def _with_substations(mentions: Sequence["Mention"]) -> list["Mention"]:
    """Let a power line that no place is told of run between the substations that are built with it."""
    kept: list[Mention] = []
    for mention in mentions:
        line = next((each for each in reversed(kept) if each.kind is Kind.GRID), None)
        is_near = line is not None and mention.sentence.number - line.sentence.number <= 1
        is_ends = mention.kind is Kind.GRID and not mention.linear and len(mention.places) > 1
        if line and is_near and is_ends and line.linear and not (line.places or line.corridor):
            kept[kept.index(line)] = replace(line, places=mention.places, places_behind=True)
        else:
            kept.append(mention)
    return kept


def _is_part_of(mention: "Mention", mentions: Sequence["Mention"], language: str) -> bool:
    """Tell whether a work is a part of one named before, a plant's dam: it tells no place and figure, or is "its"."""
    is_bare = not (mention.places or mention.region or mention.capacity or mention.length)
    owners = [each for each in mentions if each.head.start < mention.head.start and (each.places or each.region)]
    takes_in = read_table("kinds")["takes_in"]
    before = mention.sentence.plain[: mention.head.start - mention.sentence.start]
    is_its = re.search(rf"{any_stem(grammar(language)['belonging']['words'])}\s$", before, re.IGNORECASE)
    return bool(is_bare or is_its) and any(mention.kind in takes_in.get(each.kind, ()) for each in owners)


def _without_details(mentions: Sequence["Mention"]) -> list["Mention"]:
    """Leave out a bridge or tunnel without a place: its length is that of the one named with a place, or of none."""
    kept: list[Mention] = []
    for mention in mentions:
        if not mention.is_part or mention.places or mention.region:
            kept.append(mention)
            continue
        before = kept[-1] if kept else None
        is_same = before and before.is_part and before.places and before.kind is mention.kind and not before.length
        if before and is_same and mention.sentence.number - before.sentence.number <= 2:
            kept[-1] = replace(before, length=mention.length, length_km=mention.length_km)
    return kept


def _without_wholes(mentions: Sequence["Mention"], language: str) -> list["Mention"]:
    """Leave out a line whose section the next sentence says to be meant; the section is of its kind."""
    words = re.compile(any_stem(grammar(language)["sections"]["words"]), re.IGNORECASE)
    meant = [each for each in mentions if each.is_open and each.places and words.search(each.sentence.plain)]
    wholes = {
        each.sentence.number + 1: each
        for each in mentions
        if each.linear and any(section.sentence.number == each.sentence.number + 1 for section in meant)
    }
    return [
        replace(each, kind=each.kind or wholes[each.sentence.number].kind)
        if each in meant and each.sentence.number in wholes
        else each
        for each in mentions
        if each not in wholes.values()
    ]
