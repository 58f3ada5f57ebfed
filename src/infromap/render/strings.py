"""The page's own words, and what the program says by itself, in each language."""

import json
from collections.abc import Mapping
from functools import cache, partial

from infromap.assets import read_or_without, read_text, reading, resource_path
from infromap.errors import DataError, RenderError
from infromap.saying import Saying, Sentences

LANGUAGES = ("en", "ru", "kk", "zh")
_NONE: Sentences = {}


def load_strings(language: str) -> Mapping[str, str]:
    """Return the words of a language by key, such as ``row.capacity`` or ``kind.wind power``.

    Where its file is damaged they are those of the first of ``LANGUAGES`` that can be read.

    Raises
    ------
    RenderError
        If the language is not one of ``LANGUAGES``.
    DataError
        If no file of words can be read.
    """
    return _read_or_next(language)[0]


def load_sentences(language: str) -> Sentences:
    """Return what ``say`` wants to know of a language: the program's English with its translation.

    Nothing for English; where the file is damaged nothing either, so that the English stands.
    """
    return read_or_without(partial(_read_sentences, language), _NONE)[0]


def strings_notices(language: str) -> tuple[Saying, ...]:
    """Return what is to say of the words of a language: that a file of them is damaged, or nothing."""
    return (*_read_or_next(language)[1], *read_or_without(partial(_read_sentences, language), _NONE)[1])


@cache
def _read_or_next(language: str) -> tuple[Mapping[str, str], tuple[Saying, ...]]:
    if language not in LANGUAGES:
        raise RenderError(
            "there are no words in {language!r}; use {known}", language=language, known=", ".join(LANGUAGES)
        )
    notices: tuple[Saying, ...] = ()
    for each in dict.fromkeys((language, *LANGUAGES)):
        strings, told = read_or_without(partial(_read_strings, each), None)
        notices += told
        if strings is not None:
            return strings, notices
    raise DataError(notices[0])


@cache
def _read_strings(language: str) -> Mapping[str, str] | None:
    path = resource_path(f"i18n/{language}.json")
    with reading(path):
        strings: dict[str, str] = json.loads(read_text(path))
        if "ui.notices" not in strings:
            raise ValueError(Saying("it holds no words of the page"))
        return {key: str(text) for key, text in strings.items()}


@cache
def _read_sentences(language: str) -> Sentences:
    if language == "en":
        return _NONE
    path = resource_path(f"i18n/sentences_{language}.json")
    with reading(path):
        sentences: dict[str, str] = json.loads(read_text(path))
        return {key: str(text) for key, text in sentences.items()}
