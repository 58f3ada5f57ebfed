"""The article's words about a project, in pieces of which every second one is marked."""

from dataclasses import replace

import pytest

from infromap.article import parse_article
from infromap.model.provenance import Quote
from infromap.pipeline import build_map
from infromap.render.passage import passages

TEXT = (
    "AIIB will finance a hospital in Kokshetau. Nobody said more. The hospital will have 630 beds. "
    "A road is built elsewhere."
)


@pytest.fixture(scope="module")
def feature():
    return build_map(parse_article(TEXT, source="a.txt")).features[0]


def test_the_sentence_comes_first_with_the_projects_words_marked(feature):
    first, *_ = passages(feature, TEXT)

    assert "".join(first) == "AIIB will finance a hospital in Kokshetau."
    assert first[1::2] == ["AIIB", "will finance", "hospital", "Kokshetau"]


def test_a_fact_of_a_later_sentence_brings_that_sentence_and_no_other(feature):
    _, *later = passages(feature, TEXT)

    assert ["".join(each).strip() for each in later] == ["The hospital will have 630 beds."]
    assert "630 beds" in later[0][1::2]


def test_letters_beyond_the_basic_plane_move_no_mark():
    text = "🏥🏥 AIIB will finance a hospital in Kokshetau."
    feature = build_map(parse_article(text, source="a.txt")).features[0]

    assert passages(feature, text)[0][1::2] == ["AIIB", "will finance", "hospital", "Kokshetau"]


def test_marks_within_a_longer_one_are_left_out(feature):
    def quote(text):
        start = TEXT.index(text)
        return Quote(field="place", text=text, start=start, end=start + len(text))

    project = replace(feature.project, quotes=(quote("Kokshetau"), quote("hospital in Kokshetau")))

    assert passages(replace(feature, project=project), TEXT)[0][1::2] == ["hospital in Kokshetau"]


def test_a_text_without_its_sentence_gives_none(feature):
    bare = replace(feature, sentence=None, project=replace(feature.project, quotes=()))

    assert passages(bare, TEXT) == []


def test_the_surroundings_of_a_quote_in_an_endless_line_are_short(feature):
    text = "x" * 5000 + "630 beds" + "y" * 5000
    quote = Quote(field="capacity", text="630 beds", start=5000, end=5008)
    bare = replace(feature, sentence=None, project=replace(feature.project, quotes=(quote,)))

    ((before, marked, after),) = passages(bare, text)
    assert (len(before), marked, len(after)) == (240, "630 beds", 240)
