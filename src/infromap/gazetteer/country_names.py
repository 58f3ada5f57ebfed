"""The names that countries go by besides the gazetteer's own: official, older, in other languages."""

import tomllib
from functools import cache

from infromap.assets import resource_path
from infromap.errors import DataError
from infromap.gazetteer.fold import fold_name


def country_codes(folded: str) -> tuple[str, ...]:
    """Return the two-letter codes of the countries that have this folded name, with or without its article."""
    return _codes_by_name().get(folded.removeprefix("the "), ())


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    usual, other = _read("countries"), _read("country_names")
    codes: dict[str, tuple[str, ...]] = {}
    try:
        names = [(name, code) for code, entry in usual.items() for name in entry["names"]]
        names += [(name, code) for code, others in other.items() for name in others]
    except (KeyError, TypeError) as error:
        raise DataError(f"{resource_path('vocabulary')}: countries make no sense: {error}; install again") from error
    for name, code in names:
        folded = fold_name(name).removeprefix("the ")
        codes[folded] = (*codes.get(folded, ()), code)
    return codes


def _read(table: str) -> dict[str, dict[str, list[str]]]:
    path = resource_path(f"vocabulary/{table}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error
