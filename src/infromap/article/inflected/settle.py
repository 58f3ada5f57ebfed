"""The kinds of works that their own nouns leave open, from the rest of the text."""

from collections.abc import Sequence
from dataclasses import replace

from infromap.article.clues import open_kinds
from infromap.article.inflected.heads import commonest_kind, is_pronoun_word
from infromap.article.mention import Mention
from infromap.article.sentences import Sentence


def settle_open_kinds(mentions: Sequence[Mention], sentences: Sequence[Sentence], language: str) -> list[Mention]:
    """Give a pronoun the kind of the work named last, and an open noun that of the words of the sentence before.

    Where no work of the text explains an open noun, it has the kind that most words of the text speak of.
    """
    settled: list[Mention] = []
    for mention in mentions:
        kind = mention.kind
        if kind is None and mention.is_definite and is_pronoun_word(mention.head.text, language):
            kind = next((each.kind for each in reversed(settled) if each.kind), None)
        elif kind is None:
            number = mention.sentence.number - 1
            is_explained = any(
                each.sentence.number == number and each.kind in open_kinds(linear=mention.linear) for each in mentions
            )
            before = [each.plain for each in sentences if each.number == number and not is_explained]
            kind = commonest_kind(before, language, linear=mention.linear)
            if kind is None and not any(each.kind in open_kinds(linear=mention.linear) for each in mentions):
                kind = commonest_kind([each.plain for each in sentences], language, linear=mention.linear)
        settled.append(replace(mention, kind=kind))
    return settled
