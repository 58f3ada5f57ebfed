"""A text may be broken into lines, or hold hard spaces, anywhere between two words."""

import pytest

from infromap.article import extract_projects, parse_article

TEXTS = (
    "The EBRD will lend half a billion dollars for a hospital in Hanoi in Viet Nam.",
    "The bank said the day before yesterday that a plant would be built 30 km south west of Hanoi in Saudi Arabia.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("space", ["\n", "\u00a0"])
def test_a_broken_line_or_a_hard_space_within_a_phrase_is_a_space(text: str, space: str) -> None:
    reading = extract_projects(parse_article(text, source="x"))

    broken = extract_projects(parse_article(text.replace(" ", space), source="x"))

    assert broken.countries == reading.countries
    assert [each.value for each in broken.amounts] == [each.value for each in reading.amounts]
