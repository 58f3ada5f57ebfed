"""The page as text: the same each time, nothing remote, everything under the policy."""

import base64
import hashlib
import json
import re

import folium
import pytest

from infromap.assets import resource_path
from infromap.errors import RenderError
from infromap.pipeline import open_map
from infromap.render import render_html


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture(scope="module")
def html(document):
    return render_html(document)


def test_the_same_document_gives_the_same_bytes(document, brief, html):
    assert render_html(document) == html == render_html(open_map(brief))


def test_the_page_is_small(html):
    assert len(html.encode()) <= 700_000


def test_no_text_of_a_script_goes_over_lines():
    """Lines that begin with two strokes are left out of the page: none may be part of a text."""
    for path in resource_path("script").glob("*.js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        code = [line for line in lines if not line.strip().startswith("//")]
        assert [line for line in code if line.count("`") % 2] == [], path.name


def test_nothing_is_loaded_from_anywhere(html):
    assert re.findall(r"<(?:link|img|iframe|object|embed)\b|<script[^>]*\bsrc=", html) == []
    assert re.findall(r"(?:@import|url\()", "".join(re.findall(r"<style>(.*?)</style>", html, re.S))) == []


def test_the_policy_names_exactly_the_scripts_of_the_page(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.S)

    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in scripts}
    named = re.search(r"script-src ([^;]*)", policy).group(1).split()
    assert set(named) == hashes
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy


def test_no_text_of_a_document_can_end_its_script_element(html):
    block = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.S).group(1)

    assert not set("<>\u2028\u2029") & set(block)
    assert len(json.loads(block)["features"]) == 5


def test_other_folium_maps_of_the_process_stay_as_they_are(html):
    assert any("leaflet" in address for _, address in folium.Map().default_js)
    assert html


def test_an_unknown_language_is_an_error(document):
    with pytest.raises(RenderError, match="fr"):
        render_html(document, language="fr")


# The plural forms of whole numbers, after CLDR; a page test holds them against the browser's own.
OWN = ("count.", "money.")  # each language has plural forms and scales of its own
PLURALS = {"en": ["one", "other"], "ru": ["few", "many", "one", "other"], "kk": ["one", "other"], "zh": ["other"]}


def strings(language):
    return json.loads(resource_path(f"i18n/{language}.json").read_text(encoding="utf-8"))


def placeholders(text):
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("language", ["ru", "kk", "zh"])
def test_every_language_has_every_word_and_every_placeholder(language):
    english = {key: text for key, text in strings("en").items() if not key.startswith(OWN)}
    other = {key: text for key, text in strings(language).items() if not key.startswith(OWN)}

    assert list(other) == list(english)
    for key, text in english.items():
        assert placeholders(other[key]) == placeholders(text), key
        assert other[key].strip()


@pytest.mark.parametrize("language", list(PLURALS))
def test_every_count_has_the_plural_forms_of_its_language(language):
    wanted = {key.rpartition(".")[0]: placeholders(text) for key, text in strings("en").items() if "count." in key}
    forms = {key: text for key, text in strings(language).items() if key.startswith("count.")}

    assert list(forms) == [f"{key}.{form}" for key in wanted for form in PLURALS[language]]
    assert all(placeholders(text) == wanted[key.rpartition(".")[0]] for key, text in forms.items())


def test_the_scripts_ask_for_no_word_that_is_missing_and_none_is_left_over():
    scripts = "".join(path.read_text(encoding="utf-8") for path in resource_path("script").glob("*.js"))
    asked = set(re.findall(r"[\"`]((?:ui|legend|coordinate)\.[a-z_]+)[\"`]", scripts))
    asked |= {f"ui.by_{facet}" for facet in ("kind", "exactness")}
    counts = set(re.findall(r"\bcount\(\"(\w+)\"", scripts))

    assert asked == {key for key in strings("en") if key.split(".")[0] in ("ui", "legend", "coordinate")}
    assert counts == {key.split(".")[1] for key in strings("en") if key.startswith("count.")}
