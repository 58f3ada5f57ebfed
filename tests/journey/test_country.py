"""The places of an article tell which country it is about, and so whose money it counts."""

import pytest

from infromap.article import parse_article
from infromap.pipeline import build_map


@pytest.mark.parametrize(
    ("place", "country", "currency"),
    [("Faisalabad", "PK", "PKR"), ("Kandy", "LK", "LKR"), ("Ahmedabad", "IN", "INR"), ("Pokhara", "NP", "NPR")],
)
def test_rupees_are_those_of_the_country_that_the_places_lie_in(place, country, currency):
    text = f"The Asian Development Bank will lend Rs10.6bn for a hospital in {place}."

    reading = build_map(parse_article(text, source="x")).reading

    assert reading.country == country
    assert [(amount.value, amount.currency) for amount in reading.amounts] == [(10.6e9, currency)]
    assert [amount.currency for amount in reading.projects[0].amounts] == [currency]


@pytest.mark.parametrize(("country", "currency"), [("Togo", "XOF"), ("Cameroon", "XAF")])
def test_cfa_francs_are_those_of_the_named_country(country, currency):
    text = f"BOAD is lending CFAF 20 billion for a bypass in {country}."

    assert [each.currency for each in build_map(parse_article(text, source="x")).reading.amounts] == [currency]
