"""Text that would like to be markup or code, in every field that reaches the page: none runs, all is shown as text."""

import json
import os
from dataclasses import replace

import pytest
from shapely import Point

from hostile import hostile_texts
from hostile_pages import WATCH, assert_nothing_ran, use_everything
from infromap.model.mapdoc import Row
from infromap.model.provenance import Quote
from infromap.model.text import well_formed
from infromap.pipeline import open_map
from infromap.render import render_html

pytestmark = pytest.mark.qt

HOSTILE = hostile_texts()
EVERY = bool(os.environ.get("INFROMAP_EVERY_TEXT"))  # make fuzz: each text alone on a page of its own
PARTS = 4
LONG = "long " * 200_000  # a megabyte


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def said_by(source, text):
    return replace(source, name=text, url=text, date=text)


def hostile_feature(feature, text, i):
    """Return a feature of which every text is this one."""
    quote = Quote(field="sentence", text=text, start=0, end=len(text))
    rows = tuple(replace(row, value=text, note=text) for row in feature.article_rows)
    facts = tuple(
        replace(row, key=key, value=text, note=text, source=said_by(feature.fact_rows[0].source, text))
        for row, key in zip(feature.fact_rows, ("name", "amount", "total", text), strict=False)
    )
    chosen = feature.resolved[0]
    place = replace(chosen.place, name=text, source=said_by(chosen.place.source, text), note=text)
    others = tuple(
        replace(each, reason=text, place=replace(place, gazetteer_id=f"other:{i}")) for each in chosen.candidates[:1]
    )
    mention = replace(chosen.mention, name=text)
    resolved = replace(chosen, place=place, candidates=others, reason=text, mention=mention)
    return replace(
        feature,
        id=f"{i} {text}",
        name=text,
        sentence=quote,
        location_note=text,
        article_rows=rows,
        fact_rows=facts,
        correction_rows=tuple(
            Row(key=key, value=text, note=text, source=said_by(feature.fact_rows[0].source, text))
            for key in ("name", "kind", "note", "point", text)
        ),
        resolved=(resolved,),
        waypoints=tuple(replace(each, name=text) for each in feature.waypoints),
        project=replace(feature.project, quotes=(replace(quote, field="kind"),)),
    )


def hostile_document(document, texts, single):
    """Return a document with a feature for each text, in turn a point, a line and one without a place."""
    models = (document.features[0], document.features[2], replace(document.features[0], geometry=None))
    features = []
    for i, text in enumerate(texts):
        feature = hostile_feature(models[i % 3], text, i)
        features.append(replace(feature, geometry=Point(50 + i % 8, 42 + i // 8)) if i % 3 == 0 else feature)
    reading = document.reading
    article = replace(
        reading.article, title=single, publisher=None, source=single, url=single, date=single, text=" ".join(texts)
    )
    portfolio = replace(reading.portfolio, quote=replace(reading.portfolio.quote, text=single))
    return replace(
        document,
        title=single,
        reading=replace(reading, article=article, portfolio=portfolio),
        features=tuple(features),
        notices=tuple(texts),
        summary_rows=tuple(
            replace(document.summary_rows[1], key=key, value=text)
            for text in texts
            for key in ("person", "financier", text)
        ),
        attribution=tuple(said_by(document.attribution[0], text) for text in texts),
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_with_all_of_them_run_nothing_and_show_all(load_page, qtbot, document, part):
    texts = HOSTILE[part::PARTS]
    single = " ".join(texts)
    html = render_html(hostile_document(document, texts, single))
    evaluate, messages, requests = load_page(html, before=WATCH)
    use_everything(evaluate)
    qtbot.waitUntil(lambda: evaluate("window.__drawn === true"), timeout=60_000)

    assert_nothing_ran(evaluate, messages, [each for each in requests if not each.startswith("blob:")])
    shown = [well_formed(text) for text in texts]
    names = json.loads(
        evaluate(
            "JSON.stringify([...document.querySelectorAll('.entry')].map("
            "(e) => [e.dataset.id, e.querySelector('.entry-name').textContent]))"
        )
    )
    assert sorted(names) == sorted([f"{i} {text}", text] for i, text in enumerate(shown))
    assert evaluate("document.querySelector('#panel h1').textContent") == well_formed(single)
    printed = evaluate("window.__printed")
    assert all(text in printed for text in shown if "\x00" not in text)


@pytest.mark.parametrize("text", HOSTILE[:: 1 if EVERY else 23], ids=lambda text: ascii(text[:30]))
def test_one_alone_is_shown_as_text_in_every_field(load_page, document, text):
    html = render_html(hostile_document(document, [text] * 3, text))
    evaluate, messages, requests = load_page(html, before=WATCH)
    use_everything(evaluate)
    evaluate("document.querySelectorAll('.entry')[1].click()")

    assert_nothing_ran(evaluate, messages, [each for each in requests if not each.startswith("blob:")])
    shown = json.dumps(well_formed(text))
    for place in (
        "#panel h1",
        ".popup h2",
        ".popup blockquote p",
        ".popup .location > .note",
        ".popup .facts dd",
        ".popup .coordinates .note",
        ".popup .choices b",
        ".total blockquote p",
        ".notices li",
        ".leaflet-control-attribution span, .leaflet-control-attribution a",
        ".table-body [role=gridcell]",
    ):
        assert evaluate(f"document.querySelector({json.dumps(place)}).textContent.includes({shown}.trim())") is True, (
            place
        )


def test_the_page_itself_makes_links_of_web_addresses_only(load_page, document):
    evaluate, _, _ = load_page(render_html(document))
    tag = "window.infromapPage.link({{name: 'x', date: null, url: {}}}).tagName"

    assert evaluate(tag.format("'https://example.org'")) == "A"
    for text in HOSTILE:
        if not well_formed(text).startswith(("https://", "http://")):
            assert evaluate(tag.format(json.dumps(well_formed(text)))) == "SPAN", text


def clipped(text):
    return text if len(text) <= 5000 else f"{text[:5000]}…"


@pytest.mark.parametrize(("of_project", "of_article"), [(LONG, "short"), ("short", LONG)])
def test_a_megabyte_in_every_field_of_a_project_or_of_the_article_is_borne(load_page, document, of_project, of_article):
    html = render_html(hostile_document(document, [of_project], of_article))
    evaluate, messages, requests = load_page(html, before=WATCH)
    evaluate("document.querySelector('.entry').click()")

    assert_nothing_ran(evaluate, messages, requests)
    assert evaluate("document.querySelector('.popup h2').textContent") == clipped(of_project)
    assert evaluate("document.querySelector('#panel h1').textContent") == clipped(of_article)
    assert evaluate("document.documentElement.scrollWidth <= innerWidth") is True
    assert evaluate("document.querySelector('.entry').offsetHeight < 400") is True  # the list stays a list


def test_the_watch_would_see_one(load_page, document):
    html = render_html(document).replace("</body>", "<script>window.__ran++</script><img src=x onerror=1></body>")
    evaluate, _, _ = load_page(html, before=WATCH)

    assert len(json.loads(evaluate("JSON.stringify(window.__violations)"))) >= 2
