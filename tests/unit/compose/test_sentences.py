"""What is said of a location has the same words in English everywhere, and words of its own in the other languages."""

import re

import pytest

from corrections import draw, move
from infromap.compose.sentences import SENTENCES
from infromap.model.saying import say, say_all, saying
from infromap.pipeline import open_map
from infromap.render.strings import LANGUAGES, load_strings
from infromap.session import apply_corrections

OTHERS = [language for language in LANGUAGES if language != "en"]
HAND = {"ru": "вручную 2026-11-25", "kk": "қолмен қойылған, 2026-11-25", "zh": "于2026-11-25手动设定"}


@pytest.fixture(scope="module")
def base(brief):
    return open_map(brief)


@pytest.fixture(scope="module")
def corrected(base):
    hospital, _, _, _, bypass = base.features
    made = [
        move(hospital, "Kokshetau", 69.41, 53.3),
        draw(bypass, (77.12806, 43.69139, "Zhetygen"), (76.7, 43.9), (76.305, 43.676, "Kazybek Bek")),
    ]
    return apply_corrections(base, made)


def test_the_words_of_the_page_are_those_of_exports():
    assert {key: text for key, text in load_strings("en").items() if key.startswith("note.")} == SENTENCES


def test_a_note_is_its_sentences_in_english(base, corrected):
    for feature in (*base.features, *corrected.features):
        assert feature.location_note
        assert feature.location_note == say_all(feature.location_sayings, load_strings("en"))
    assert corrected.features[0].location_note == "Kokshetau: set by hand on 2026-11-25."
    assert "Zhetygen, Kazybek Bek and 1 point without a name." in corrected.features[4].location_note


@pytest.mark.parametrize("language", OTHERS)
def test_a_note_has_none_of_the_programs_english_in_another_language(base, corrected, language):
    strings = load_strings(language)
    sayings = [each for feature in (*base.features, *corrected.features) for each in feature.location_sayings]
    own = [say(each, strings) for each in sayings if each.key not in ("of_place", "of_source")]  # those quote sources

    assert len(own) > 8
    assert not [text for text in own if re.search(r"\b(the|article|point|straight|legs|through|where|hand)\b", text)]
    assert any(HAND[language] in text for text in own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_joined_as_the_language_does(language):
    text = say(saying("not_placed", places=("A", "B", saying("unnamed", count="3"))), load_strings(language))

    assert re.findall("[AB3]", text) == ["A", "B", "3"]
    assert "{" not in text
