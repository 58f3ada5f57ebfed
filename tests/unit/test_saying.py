"""What the program says has words in every language; in English it is a text like any other."""

import ast
import json
import pickle
import re
from string import Formatter

import pytest

from corrections import draw, move
from infromap.article import parse_article
from infromap.article.language import language_name
from infromap.article.vocabulary import read_table
from infromap.assets import resource_path
from infromap.errors import InfromapError, VectorError, reason_of
from infromap.model.project import Kind
from infromap.pipeline import build_map, open_map
from infromap.render import render_html
from infromap.render.strings import LANGUAGES, load_sentences, load_strings
from infromap.saying import Saying, in_turn, say
from infromap.session import apply_corrections
from sayings import list_made, notes, templates

OTHERS = [language for language in LANGUAGES if language != "en"]
HAND = {"ru": "вручную 2026-11-25", "kk": "қолмен қойылған, 2026-11-25", "zh": "于2026-11-25手动设定"}
# Words that are not in the sources as sayings: of lists, figures, closed vocabularies, and of the system.
LISTS = {"1,234.5", ", ", "{others} and {last}"}
PLACES = {"city", "town", "village", "station", "site", "region", "country", "point", "place"}
GEOMETRIES = {"others"}
SYSTEM = {
    "No such file or directory", "Permission denied", "No space left on device", "Is a directory", "Not a directory",
    "File name too long", "Read-only file system", "Input/output error", "Operation not permitted",
    "Too many levels of symbolic links", "Disk quota exceeded", "File too large", "Connection refused", "timed out",
}  # fmt: skip
SCRIPTS = {
    "Latin", "Cyrillic", "Arabic", "Hiragana", "Katakana", "Hangul", "Devanagari", "Ethiopic", "Myanmar",
}  # fmt: skip
DYNAMIC = {  # what is said by a name, and not by a text in the sources
    "name", "note", "text", "place.feature_type", "project.kind.value", "kind.value", "rival.place.feature_type",
    "script.title()", "unit", "source.name", "row['source']", "os.strerror(errno.EACCES)", "row['note']",
    "members.text('reason')", "' '.join(str(each.message).split())",
}  # fmt: skip
PASSED_ON = {"kept.doubt", "told[0]", "notices[0]", "in_turn(dict.fromkeys(reasons), '; ')"}  # sayings already


def language_names():
    table = read_table("languages")
    codes = {*table["names"], *table["LATIN"], *table["CYRILLIC"]}
    return {language_name(code) for code in codes}


def units():
    """Return the units that a capacity may have."""
    tables = [table := read_table("units"), table["inflected"]]
    rated = {f"{unit}/{rate}" for each in tables for unit in each["rated"] for rate in each["rates"]}
    return {*table["capacity"], *table["inflected"]["units"], *rated}


def fields(template):
    """Return what a template wants filled in, each with its format."""
    return sorted((name, form) for _, name, form, _ in Formatter().parse(template) if name is not None)


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


def test_no_error_and_no_saying_has_its_values_in_its_english():
    filled = [
        f"{made.where}: {ast.unparse(made.first)}"
        for made in list_made()
        if not isinstance(made.first, ast.Constant)
        and ast.unparse(made.first) not in DYNAMIC | PASSED_ON
        and "known.stops_note" not in ast.unparse(made.first)
    ]

    assert filled == []


def test_what_is_put_into_a_sentence_is_what_it_asks_for():
    wrong = [
        f"{made.where}: {made.first.value}"
        for made in list_made()
        if isinstance(made.first, ast.Constant)
        and made.names
        and {name for name, _ in fields(made.first.value)} != made.names
    ]
    bare = [made.where for made in list_made() if isinstance(made.first, ast.Constant) and "{" in made.first.value]

    assert len(bare) > 100
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_everything_that_is_said_is_translated_and_nothing_else(language):
    kinds = {kind.value for kind in Kind}
    said = templates() | notes() | LISTS | PLACES | GEOMETRIES | SYSTEM | SCRIPTS | kinds | language_names() | units()

    assert len(templates()) > 250
    assert sorted(said - load_sentences(language).keys()) == [], "translate these in resources/i18n/sentences_*.json"
    assert sorted(load_sentences(language).keys() - said) == [], "nobody says these any more"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_ask_for_the_same_values(language):
    wrong = [english for english, words in load_sentences(language).items() if fields(words) != fields(english)]

    assert wrong == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_translations_are_in_their_own_letters(language):
    latin = [
        words
        for words in load_sentences(language).values()
        if re.search(r"[^\W\d_]", re.sub(r"\{.*?\}", "", words)) and not re.search(r"[а-яёәіңғүұқөһ]", words.lower())
    ]

    assert latin == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_file_of_sentences_is_in_order(language):
    text = resource_path(f"i18n/sentences_{language}.json").read_text(encoding="utf-8")

    assert list(json.loads(text)) == sorted(json.loads(text))
    assert text.count('":') >= len(json.loads(text))


def test_a_saying_is_a_text_in_english_and_keeps_what_it_is_made_of():
    said = Saying("{count:,} rows of {file}: {reason}", count=12345, file="{a}.csv", reason=Saying("it is empty"))

    assert said == "12,345 rows of {a}.csv: it is empty"
    assert json.dumps([said]) == '["12,345 rows of {a}.csv: it is empty"]'
    assert pickle.loads(pickle.dumps(said)).values == said.values
    assert say(said, {}) == said
    assert say("not ours", load_sentences("ru")) == "not ours"


def test_sayings_figures_and_lists_within_a_saying_are_said_in_the_language_and_names_are_not():
    said = Saying("{a:,} and {b:.1f}, {list}, {name}", a=12345, b=0.5, list=("A", Saying("roads")), name="roads")
    sentences = {**load_sentences("ru"), "{a:,} and {b:.1f}, {list}, {name}": "{a:,} {b:.1f} {list} {name}"}

    assert say(said, sentences) == "12\u00a0345 0,5 A и дороги roads"
    assert say(in_turn([Saying("roads"), "roads"], "; "), sentences) == "дороги; roads"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_joined_as_the_language_does(language):
    points = Saying("{count:,} points without a name", count=3)
    text = say(Saying("{places} could not be placed.", places=("A", "B", points)), load_sentences(language))

    assert re.findall("[AB3]", text) == ["A", "B", "3"]
    assert "{" not in text


def test_an_error_is_one_line_of_english_and_can_be_said_otherwise():
    error = pickle.loads(pickle.dumps(VectorError("{path} is empty; choose another file", path="a\nb\u202e{c}.csv")))

    assert str(error) == "a b {c}.csv is empty; choose another file"
    assert say(error.saying, load_sentences("kk")) == "a b {c}.csv бос; басқа файлды таңдаңыз"
    assert isinstance(error, OSError)


@pytest.mark.parametrize(
    ("error", "russian"),
    [
        (FileNotFoundError(2, "No such file or directory"), "нет такого файла или папки"),
        (ValueError(Saying("it is empty")), "он пуст"),
        (VectorError("{path} holds no tiles", path="a"), "В a нет тайлов"),
        (RuntimeError("GDAL\ngave up"), "GDAL gave up"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_the_reason_of_an_error_is_said_in_our_words_where_there_are_some(error, russian):
    assert say(reason_of(error), load_sentences("ru")) == russian


def test_what_is_said_on_a_map_has_none_of_the_programs_english_in_another_language(base, corrected):
    sayings = [
        each
        for document in (base, corrected)
        for feature in document.features
        for each in (feature.location_note, *(found.reason for found in feature.resolved), *document.notices)
    ]
    english = re.compile(r"\b(the|article|point|straight|legs|through|where|hand|away|itself|inhabitants|estimate)\b")

    assert len(sayings) > 20
    assert all(isinstance(each, Saying) for each in sayings)
    for language in OTHERS:
        assert [text for each in sayings if english.search(text := say(each, load_sentences(language)))] == []
        assert any(HAND[language] in say(each, load_sentences(language)) for each in sayings)


def test_a_note_is_in_english_as_before(base, corrected):
    assert base.features[1].location_note == "The article does not say where."
    assert corrected.features[0].location_note == "Kokshetau: set by hand on 2026-11-25."
    assert "Zhetygen, Kazybek Bek and 1 point without a name." in corrected.features[4].location_note


ARTICLE = """The EBRD lends 40 million euros for a hospital in Nowhereville, Kazakhstan.
The bank also finances a road from Aktobe to Karabutak. A wind farm near Kostanay is not financed.
Delegates met in Astana and spoke of 7,000 megawatts."""


@pytest.mark.parametrize("language", OTHERS)
def test_an_exported_page_says_nothing_of_ours_in_english(language):
    document = build_map(parse_article(ARTICLE, source="brief.txt"))
    page = render_html(document, language=language)

    assert len(document.notices) > 1
    assert render_html(document).count("could not be placed") + render_html(document).count("Not on the map") > 0
    for notice in document.notices:
        assert notice not in page
        assert json.dumps(say(notice, load_sentences(language)), ensure_ascii=False)[1:-1] in page


def test_words_of_the_page_hold_no_sentence_any_more():
    assert not [key for key in load_strings("en") if key.startswith("note.")]


def test_an_error_without_values_is_taken_as_it_is():
    assert str(InfromapError("a text with {braces}")) == "a text with {braces}"
