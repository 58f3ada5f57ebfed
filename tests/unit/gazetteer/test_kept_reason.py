"""Reasons that a project file keeps in English are said in the reader's language again."""

import re

import pytest

from hostile import hostile_texts
from infromap.gazetteer import open_places
from infromap.gazetteer.kept_reason import read_reason
from infromap.render.strings import load_sentences
from infromap.saying import say

ENGLISH = re.compile(r"\b(the|name|spelling|inhabitants|from|what|else|answer|resembles|town|village|region)\b")


@pytest.mark.parametrize("name", ["Almaty", "Zhezkasgan", "Karabutak", "Aktobe", "Ulgassyn", "Semey oblast"])
def test_each_reason_of_the_gazetteer_comes_back(name):
    with open_places() as gazetteer:
        almaty = gazetteer.candidates("Almaty", country="KZ")[0].place.point
        found = gazetteer.candidates(name, country="KZ", near=[almaty])

    assert found
    for each in found:
        kept = read_reason(str.__str__(each.reason))
        assert kept == each.reason
        for language in ("ru", "kk", "zh"):
            assert say(kept, load_sentences(language)) == say(each.reason, load_sentences(language))
        assert not ENGLISH.search(say(kept, load_sentences("ru")).replace(each.matched_name, ""))


def test_the_answer_of_a_service_comes_back():
    kept = read_reason("Koshary: answer 2 of Photon (© OpenStreetMap contributors); village; in UA; inhabitants: 1,204")

    assert say(kept, load_sentences("ru")) == (
        "Koshary: ответ 2 от Photon (© OpenStreetMap contributors); село; в стране UA; жителей: 1\u00a0204"
    )


def test_any_other_text_stays_as_it_is():
    odd = ("x: y, of a town in it" * 1_000, f"inhabitants: {'9' * 5_000}", "x" + ", of a town in it" * 50)
    for text in (
        *hostile_texts(),
        *odd,
        "",
        "; ",
        "in {country}",
        "inhabitants: ,",
        "inhabitants: 007",
        "a: b: c; in KZ",
    ):
        assert read_reason(text) == text
        assert say(read_reason(text), {"1,234.5": "1 234,5"}) == text
