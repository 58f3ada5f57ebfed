"""Sums of money in four languages."""

import pytest

from infromap.article.vocabulary import read_table
from infromap.model.article import Amount
from infromap.model.provenance import Quote
from infromap.render.strings import LANGUAGES, load_strings
from infromap.render.sums import qualifier_text, write_sum


def written(value, qualifier, language, currency="USD"):
    quote = Quote(field="amount", text="", start=0, end=0)
    amount = Amount(value=value, currency=currency, quote=quote, qualifier=qualifier)
    return write_sum(amount, load_strings(language), lambda number: f"{number:g}")


@pytest.mark.parametrize(
    ("value", "qualifier", "texts"),
    [
        (2.6e9, "over", ("over USD 2.6 billion", "более 2.6 млрд USD", "2.6 млрд USD астам", "超过26亿 USD")),
        (
            1.25e12,
            "около",
            ("about USD 1.25 trillion", "около 1.25 трлн USD", "шамамен 1.25 трлн USD", "约1.25万亿 USD"),
        ),
        (740e6, None, ("USD 740 million", "740 млн USD", "740 млн USD", "7.4亿 USD")),
        (950.0, "up to", ("up to USD 950", "до 950 USD", "ең көбі 950 USD", "最多950 USD")),
    ],
)
def test_a_sum_has_the_scales_and_words_of_the_language(value, qualifier, texts):
    assert tuple(written(value, qualifier, language) for language in LANGUAGES) == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_qualifier_of_the_vocabulary_is_said_in_the_language(language):
    strings = load_strings(language)
    words = read_table("cues")["qualifiers"]

    said = {qualifier_text(word, strings) for word in words}

    assert said == {text for key, text in strings.items() if key.startswith("qualifier.")}
    assert all(text.count("{sum}") == 1 for text in said)


def test_a_qualifier_that_nobody_knows_cannot_take_the_place_of_the_sum():
    assert written(5e6, "well {sum} {beyond}", "en") == "well sum beyond USD 5 million"
