"""The names that countries go by besides the gazetteer's own: official, older, in other languages."""

import tomllib
from functools import cache

from infromap.assets import read_text, reading, resource_path
from infromap.gazetteer.fold import fold_name


def country_codes(folded: str) -> tuple[str, ...]:
    """Return the two-letter codes of the countries that have this folded name among their others."""
    return _codes_by_name().get(folded, ())


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    path = resource_path("vocabulary/country_names.toml")
    codes: dict[str, tuple[str, ...]] = {}
    with reading(path):
        for code, names in tomllib.loads(read_text(path)).items():
            for folded in dict.fromkeys(fold_name(name) for name in names):
                codes[folded] = (*codes.get(folded, ()), code)
    return codes
