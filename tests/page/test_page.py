"""The exported page in a real browser engine: what stands on it, what it asks for, what it says."""

import json

import pytest

from brief_roads import build_brief_network
from infromap.article import parse_article, read_article
from infromap.pipeline import build_map, open_map, open_tracer
from infromap.render import render_html

pytestmark = pytest.mark.qt


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def count(evaluate, selector):
    return evaluate(f"document.querySelectorAll({json.dumps(selector)}).length")


@pytest.mark.parametrize("language", ["en", "ru", "kk", "zh"])
def test_the_page_shows_five_projects_and_asks_for_nothing(load_page, document, language):
    evaluate, messages, requests = load_page(render_html(document, language=language))

    assert count(evaluate, ".entry") == 5
    assert count(evaluate, ".leaflet-marker-icon") == 4
    assert evaluate("document.title") == document.title
    assert evaluate("document.documentElement.lang") == language
    assert messages == []
    assert [url for url in requests if not url.startswith("file:")] == []
    assert len(requests) == 1  # the page itself


def test_a_choice_in_the_list_opens_the_popup_with_facts_and_sentence(load_page, document):
    evaluate, messages, _ = load_page(render_html(document))
    road = next(feature for feature in document.features if len(feature.project.places) == 3)

    evaluate(f"document.querySelector('.entry[data-id={json.dumps(road.id)}]').click()")

    popup = evaluate("document.querySelector('.leaflet-popup .popup').textContent")
    assert road.name in popup
    assert road.sentence.text in popup
    assert all(row.value in popup for row in road.fact_rows)
    assert all(each.reason in popup for each in road.resolved)
    assert evaluate("window.infromap.selected") == road.id
    assert messages == []


def test_an_empty_document_says_so(load_page):
    document = build_map(parse_article("It rained.", source="weather.txt"))

    evaluate, messages, _ = load_page(render_html(document))

    assert "No project was found" in evaluate("document.body.textContent")
    assert count(evaluate, ".leaflet-marker-icon") == 0
    assert messages == []


def test_a_script_that_slipped_in_would_be_stopped_by_the_policy(load_page, document):
    html = render_html(document).replace("</body>", "<script>window.ran=1</script></body>")

    evaluate, messages, _ = load_page(html)

    assert evaluate("typeof window.ran") == "undefined"
    assert any("Content Security Policy" in message for message in messages)


def test_a_traced_line_is_solid_and_a_schematic_one_dashed(load_page, brief, tmp_path):
    tracer = open_tracer(networks=[build_brief_network(tmp_path)])
    document = build_map(read_article(brief), tracer=tracer)

    evaluate, messages, _ = load_page(render_html(document))

    lines = "[...document.querySelectorAll('path.line')]"
    dashes = evaluate(f"{lines}.map((line) => line.getAttribute('stroke-dasharray') || 'solid').join()").split(",")
    methods = [feature.method.value for feature in document.features if feature.geometry and feature.waypoints]
    assert sorted(methods) == ["schematic", "schematic", "traced"]
    assert dashes == ["9 7" if method == "schematic" else "solid" for method in methods]
    assert "follows the network" in evaluate("document.querySelector('.legend').textContent")
    assert "© OpenStreetMap contributors" in evaluate(
        "document.querySelector('.leaflet-control-attribution').textContent"
    )
    assert messages == []


def test_the_popup_of_a_traced_line_names_its_source_and_date(load_page, brief, tmp_path):
    document = build_map(read_article(brief), tracer=open_tracer(networks=[build_brief_network(tmp_path)]))
    road = next(feature for feature in document.features if feature.traced)
    evaluate, _, _ = load_page(render_html(document))

    evaluate(f"document.querySelector('.entry[data-id={json.dumps(road.id)}]').click()")

    popup = evaluate("document.querySelector('.leaflet-popup .popup').textContent")
    assert "along network kazakhstan, from kazakhstan.osm.pbf of 2026-11-01" in popup
    assert "© OpenStreetMap contributors (ODbL)" in popup
