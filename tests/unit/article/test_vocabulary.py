"""The vocabulary is data, and tested as such."""

import tomllib

import pytest

from infromap.assets import resource_path
from infromap.model.project import Kind

TABLES = ("kinds", "units", "currencies", "institutions", "countries", "country_names", "cues", "place_types")


def read(name):
    return tomllib.loads(resource_path(f"vocabulary/{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_read_and_holds_something(name):
    assert read(name)


def test_every_kind_but_other_has_words():
    kinds = {entry["kind"] for entry in read("kinds")["kind"]} if "kind" in read("kinds") else set(read("kinds"))

    assert {kind.value for kind in Kind if kind is not Kind.OTHER} <= kinds


def test_every_kind_has_a_symbol_and_a_colour():
    symbols = tomllib.loads(resource_path("style/symbology.toml").read_text(encoding="utf-8"))

    for kind in Kind:
        assert resource_path(f"icons/kinds/{kind.value.replace(' ', '-')}.svg").is_file()
        assert kind.value in str(symbols)


def test_country_codes_are_two_capitals():
    countries = read("countries")

    codes = [code for code in (countries.get("country") or countries) if isinstance(code, str)]
    assert codes
    assert all(len(code) == 2 and code.isupper() for code in codes)
