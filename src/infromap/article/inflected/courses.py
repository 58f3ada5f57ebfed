"""Courses that a sentence tells without a noun of their own: "145 км от A до B", "дороги из A в B и из C в D"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from infromap.article.inflected.heads import Head
from infromap.article.inflected.phrases import Phrase, Relation, to_mention
from infromap.article.measures import find_lengths
from infromap.article.vocabulary import HeadNoun
from infromap.model.project import PlaceRole

if TYPE_CHECKING:
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence

_OPEN_LINE = HeadNoun(kind=None, linear=True, is_part=False)
_APART = re.compile(r",?\s(?:\([^)]*\)\s)?(?:(?:и|а также|және|мен|пен|бен)\s)?")


def lengths_as_heads(sentence: "Sentence", phrases: Sequence[Phrase], heads: Sequence[Head]) -> list[Head]:
    """Return the lengths that stand for a line: "104 км, от A до B", where no noun of a line stands near."""
    found = []
    for length in find_lengths(sentence):
        phrase = next((each for each in phrases if each.start >= length.end), None)
        gap = sentence.plain[length.end : phrase.start] if phrase else ""
        is_course = phrase is not None and phrase.relation is Relation.ENDS and re.fullmatch(r",?\s", gap)
        if is_course and not any(head.noun.linear for head in heads):
            found.append(Head(length.start, length.end, _OPEN_LINE, False, False, False))
    return found


def with_further_courses(mention: "Mention", head: Head, phrases: Sequence[Phrase]) -> list["Mention"]:
    """Return a line, and one more for each course that is listed behind its own: "дороги из A в B, из C в D"."""
    sentence = mention.sentence
    places = [place.name for place in mention.places]
    courses = [each for each in phrases if each.relation is Relation.ENDS and each.start >= head.end]
    if not courses or [item.name for item in courses[0].items] != places:
        return [mention]
    found = [mention]
    for before, course in pairwise(courses):
        if not _APART.fullmatch(sentence.plain, before.end, course.start):
            break
        stops = tuple(to_mention(item, PlaceRole.STOP, sentence) for item in course.items)
        found.append(replace(mention, places=stops, length=None, length_km=None, capacity=None, capacity_text=None))
    return found
