"""The page's own words, in each language."""

import json
from collections.abc import Mapping
from functools import cache

from infromap.assets import resource_path
from infromap.errors import DataError, RenderError

LANGUAGES = ("en", "ru", "kk", "zh")


@cache
def load_strings(language: str) -> Mapping[str, str]:
    """Return the words of a language by key, such as ``row.capacity`` or ``kind.wind power``.

    Raises
    ------
    RenderError
        If the language is not one of ``LANGUAGES``.
    DataError
        If its file is missing or damaged.
    """
    if language not in LANGUAGES:
        raise RenderError(f"the page has no words in {language!r}; use {', '.join(LANGUAGES)}")
    path = resource_path(f"i18n/{language}.json")
    try:
        strings: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error
    return strings
