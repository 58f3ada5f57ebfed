"""A reader of the page sees what was corrected by hand, when, and what the program had found."""

import json

import pytest

from corrections import IRGIZ, choose, draw, edit, move
from infromap.pipeline import open_map
from infromap.render import render_html
from infromap.render.strings import LANGUAGES
from infromap.session import apply_corrections

pytestmark = pytest.mark.qt

HEADINGS = {"en": "Corrected by hand", "ru": "Исправлено вручную", "kk": "Қолмен түзетілген", "zh": "手动更正"}
MARKS = {
    "en": "corrected by hand, 25 November 2026",
    "ru": "исправлено вручную, 25 ноября 2026 г.",
    "kk": "қолмен түзетілген, 25.11.2026",
    "zh": "2026年11月25日手动更正",
}
OPEN_TABLE = "document.querySelector('button[aria-controls=table]').click()"
TEXTS = '[...document.querySelectorAll("{selector}")].map((each) => each.textContent)'
SCRIPT = "<img src=x onerror=alert(1)></script><script>alert(2)</script>${alert(3)}`"
EASTS = {"en": "69.4100° E", "ru": "69,4100° в. д.", "kk": "69,4100° ш. б.", "zh": "东经69.4100°"}
FOUND_NORTHS = {"en": "53.2841° N", "ru": "53,2841° с. ш.", "kk": "53,2841° с. е.", "zh": "北纬53.2841°"}


@pytest.fixture(scope="module")
def base(brief):
    return open_map(brief)


@pytest.fixture(scope="module")
def document(base):
    hospital, plant, _, road, bypass = base.features
    made = [
        move(hospital, "Kokshetau", 69.41, 53.3),
        edit(plant, "kind", "solar"),
        edit(plant, "note", SCRIPT),
        choose(road, "Ulgaisyn", IRGIZ),
        draw(bypass, (77.12806, 43.69139, "Zhetygen"), (76.7, 43.9), (76.305, 43.676, "Kazybek Bek")),
    ]
    return apply_corrections(base, made)


def text_of(evaluate, selector):
    return evaluate(f"document.querySelector({json.dumps(selector)})?.textContent || ''")


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_popup_and_print_say_it_in_the_language_of_the_page(load_page, document, language):
    evaluate, messages, _ = load_page(render_html(document, language=language), (1400, 900))
    marks = json.loads(
        evaluate("JSON.stringify([...document.querySelectorAll('.entry-mark')].map((e) => e.textContent))")
    )
    assert marks == [MARKS[language]] * 4

    evaluate(f"window.infromap.select({json.dumps(document.features[0].id)})")
    popup = text_of(evaluate, ".leaflet-popup .corrected")
    assert popup.startswith(HEADINGS[language])
    assert EASTS[language] in popup
    assert FOUND_NORTHS[language] in popup  # where the program had it
    assert "2026" in popup

    evaluate("dispatchEvent(new Event('beforeprint'))")
    assert text_of(evaluate, ".print-body").count(HEADINGS[language]) == 4
    assert messages == []


def test_an_edited_kind_is_said_in_words_and_so_is_the_one_before(load_page, document):
    evaluate, _, _ = load_page(render_html(document), (1400, 900))

    evaluate(f"window.infromap.select({json.dumps(document.features[1].id)})")

    assert "KindSolar power (before: Wind power)" in text_of(evaluate, "#panel .corrected")


def test_a_note_that_would_like_to_be_code_is_text(load_page, document):
    before = "window.__ran = 0; for (const name of ['alert', 'open']) window[name] = () => { window.__ran += 1; };"
    evaluate, messages, _ = load_page(render_html(document), (1400, 900), before)

    evaluate(f"window.infromap.select({json.dumps(document.features[1].id)})")
    evaluate("dispatchEvent(new Event('beforeprint'))")

    assert SCRIPT in text_of(evaluate, "#panel .corrected")
    assert SCRIPT in text_of(evaluate, ".print-body")
    assert evaluate("window.__ran") == 0
    assert evaluate("document.querySelectorAll('img[src=\"x\"]').length") == 0
    assert messages == []


def test_a_drawn_line_looks_neither_schematic_nor_traced_and_the_legend_says_so(load_page, document, base):
    evaluate, _, _ = load_page(render_html(document), (1400, 900))
    of_lines = "[...document.querySelectorAll('path.line')].map((line) => line.getAttribute('stroke-dasharray'))"
    assert json.loads(evaluate(f"JSON.stringify([...new Set({of_lines})])")) == ["9 7", "14 4 3 4"]
    assert "drawn by hand" in text_of(evaluate, ".legend")

    evaluate, _, _ = load_page(render_html(base), (1400, 900))
    assert "drawn by hand" not in text_of(evaluate, ".legend")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_which_projects_were_corrected_and_when(load_page, document, language):
    evaluate, _, _ = load_page(render_html(document, language=language), (1400, 900))

    evaluate(OPEN_TABLE)

    heads = json.loads(evaluate(f"JSON.stringify({TEXTS.format(selector='#table [role=columnheader]')})"))
    column = next(place for place, head in enumerate(heads, 1) if HEADINGS[language] in head)
    cells = f"#table [role=gridcell][aria-colindex='{column}']"
    found = json.loads(evaluate(f"JSON.stringify({TEXTS.format(selector=cells)})"))
    assert found.count(MARKS[language]) == 4
    assert found.count("—") == 1


def test_a_map_without_corrections_says_nothing_of_them(load_page, base):
    evaluate, _, _ = load_page(render_html(base), (1400, 900))

    evaluate(f"window.infromap.select({json.dumps(base.features[0].id)})")

    assert evaluate("document.querySelectorAll('.corrected, .entry-mark').length") == 0
    evaluate(OPEN_TABLE)
    assert "Financed by" in text_of(evaluate, "#table")
    assert HEADINGS["en"] not in text_of(evaluate, "#table")
