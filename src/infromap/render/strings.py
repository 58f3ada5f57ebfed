"""The page's own words, in each language."""

import json
from collections.abc import Mapping
from functools import cache, partial

from infromap.assets import read_or_without, read_text, reading, resource_path
from infromap.errors import DataError, RenderError

LANGUAGES = ("en", "ru", "kk", "zh")


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


def strings_notices(language: str) -> tuple[str, ...]:
    """Return what is to say of the words of a language: that their file is damaged, or nothing."""
    return _read_or_next(language)[1]


@cache
def _read_or_next(language: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    if language not in LANGUAGES:
        raise RenderError(f"the page has no words in {language!r}; use {', '.join(LANGUAGES)}")
    notices: tuple[str, ...] = ()
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
            raise ValueError("it holds no words of the page")
        return {key: str(text) for key, text in strings.items()}
