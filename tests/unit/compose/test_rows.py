import pytest

from infromap.compose.rows import describe_amount
from infromap.model.article import Amount
from infromap.model.provenance import Quote


@pytest.mark.parametrize(
    ("value", "qualifier", "text"),
    [
        (2_600_000_000, "over", "over USD 2.6 billion"),
        (46_700_000, None, "USD 46.7 million"),
        (1_531_040_000, None, "USD 1.53104 billion"),
        (3_300_000_000_000, "up to", "up to USD 3.3 trillion"),
        (950, None, "USD 950"),
        (0, None, "USD 0"),
    ],
)
def test_a_sum_is_written_for_people(value, qualifier, text):
    quote = Quote(field="amount", text="x", start=0, end=1)

    assert describe_amount(Amount(value=value, currency="USD", qualifier=qualifier, quote=quote)) == text
