"""The names that countries go by besides the gazetteer's own: official, older, in other languages."""

import tomllib
from functools import cache

from infromap.assets import resource_path
from infromap.errors import DataError
from infromap.gazetteer.fold import fold_name


def country_codes(folded: str) -> tuple[str, ...]:
    """Return the two-letter codes of the countries that have this folded name among their others."""
    return _codes_by_name().get(folded, ())


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    path = resource_path("vocabulary/country_names.toml")
    codes: dict[str, tuple[str, ...]] = {}
    try:
        for code, names in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for folded in dict.fromkeys(fold_name(name) for name in names):
                codes[folded] = (*codes.get(folded, ()), code)
    except (OSError, ValueError, TypeError) as error:
        raise DataError(f"{path}: cannot be read: {error}; install infromap again") from error
    return codes
