"""Nothing of the program is English on a page in another language: panel, popups, table, legend, tool tips."""

import json

import pytest

from infromap.article import parse_article
from infromap.pipeline import build_map
from infromap.render import render_html
from infromap.render.strings import LANGUAGES
from seen_texts import latin_words
from spoken import ARTICLE, names_of, translations

pytestmark = pytest.mark.qt

READ = """(() => {
  const told = [document.title];
  const see = () => {
    for (const each of document.querySelectorAll("body, body *")) {
      if (["SCRIPT", "STYLE"].includes(each.tagName)) continue;
      told.push(each.title, each.ariaLabel, each.placeholder, each.alt);
      for (const node of each.childNodes) if (node.nodeType === Node.TEXT_NODE) told.push(node.data);
    }
  };
  see();
  for (const entry of document.querySelectorAll(".entry")) { entry.click(); see(); }
  return JSON.stringify(told.filter((text) => text && text.trim()));
})()"""
UNITS = {"en": " km", "ru": "км", "kk": "км", "zh": "公里"}


@pytest.fixture(scope="module")
def russian():
    return build_map(parse_article(ARTICLE, source="статья.txt"))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_page_says_nothing_in_english(load_page, russian, language):
    evaluate, _, _ = load_page(render_html(russian, language=language))
    texts = json.loads(evaluate(READ))
    own = {word for text in (*translations(language), *names_of(russian)) for word in latin_words(text)}
    found = {word: text[:80] for text in texts for word in latin_words(text) - own}

    assert len(texts) > 200
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_bar_has_the_unit_of_the_language(load_page, russian, language):
    evaluate, _, _ = load_page(render_html(russian, language=language))

    assert UNITS[language] in evaluate("document.querySelector('.leaflet-control-scale-line').textContent")
