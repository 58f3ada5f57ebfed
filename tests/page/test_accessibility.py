"""axe-core runs inside the real page: no violation in any of its states."""

import json

import pytest

from conftest import ROOT
from infromap.article import parse_article
from infromap.compose import add_layers
from infromap.pipeline import build_map, open_map
from infromap.render import render_html
from layers import make_layer
from media import in_the_dark, where

pytestmark = pytest.mark.qt

# Nothing moves or fades any more: half-faded text has too little contrast for a moment.
AT_REST = (
    "document.getAnimations().length === 0 && "
    "[...document.querySelectorAll('.leaflet-popup')].every((each) => getComputedStyle(each).opacity === '1')"
)
WIDE, PHONE = (1400, 900), (360, 740)


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture(scope="module")
def axe():
    script = ROOT / ".venv" / "npm" / "axe-core" / "package" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not here: .setup/setup.sh test fetches it where npm and a network are")
    return script.read_text(encoding="utf-8")


def violations(evaluate, qtbot, axe, rule=""):
    """Return what axe finds against all its rules, or against one."""
    options = json.dumps({"runOnly": [rule]} if rule else {})
    evaluate(f"{axe};axe.run({options}).then((found) => (window.__found = JSON.stringify(found))); 0")
    qtbot.waitUntil(lambda: evaluate("Boolean(window.__found)"), timeout=60_000)
    found = json.loads(evaluate("window.__found"))
    assert len(found["passes"]) > (0 if rule else 15)  # it looked
    return [
        (each["id"], [node["target"] + [node["failureSummary"]] for node in each["nodes"]])
        for each in found["violations"]
    ]


STATES = {
    "at rest": "0",
    "popup open": "document.querySelectorAll('.entry')[0].click()",
    "popup open, all folds open": "document.querySelectorAll('.entry')[2].click();"
    "document.querySelectorAll('details').forEach((each) => (each.open = true))",
    "project without a place": "document.querySelectorAll('.entry')[4].click()",
    "filter on": "document.querySelector('.filters').open = true;"
    "document.querySelector('input[value=highway]').click()",
    "nothing matches": "const field = document.querySelector('#search'); field.value = 'zzz';"
    "field.dispatchEvent(new Event('input'))",
    "table open": "document.querySelector('[aria-controls=table]').click();"
    "document.querySelectorAll('#table [role=columnheader] button')[1].click();"
    "document.querySelectorAll('#table .table-body [role=row]')[1].click()",
    "text to copy by hand": "navigator.clipboard.writeText = () => Promise.reject();"
    "document.execCommand = () => false; document.querySelectorAll('.entry')[0].click();"
    "document.querySelector('.coordinates button').click()",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_no_violation(load_page, qtbot, document, axe, look, state):
    html = where(render_html(document), "prefers-reduced-motion: reduce")  # popups are there at once
    evaluate, messages, _ = load_page(in_the_dark(html) if look == "dark" else html, PHONE if look == "phone" else WIDE)
    evaluate(f"{STATES[state]}; 0")
    qtbot.waitUntil(lambda: evaluate(AT_REST) is True, timeout=20_000)

    rule = "color-contrast" if look == "dark" else ""  # nothing else is another in the dark
    assert violations(evaluate, qtbot, axe, rule) == []
    assert messages == []


@pytest.mark.parametrize("language", ["ru", "kk", "zh"])
def test_axe_finds_no_violation_in_other_languages(load_page, qtbot, document, axe, language):
    evaluate, _, _ = load_page(render_html(document, language=language), WIDE)

    assert violations(evaluate, qtbot, axe) == []


def test_axe_finds_no_violation_in_an_empty_document(load_page, qtbot, axe):
    evaluate, _, _ = load_page(render_html(build_map(parse_article("It rained.", source="weather.txt"))), WIDE)

    assert violations(evaluate, qtbot, axe) == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_no_violation_in_layers(load_page, qtbot, document, axe, look):
    layer = make_layer([(60 + i, 45) for i in range(50)], name=[f"Well {i}" for i in range(50)], depth=list(range(50)))
    html = where(render_html(add_layers(document, [layer])), "prefers-reduced-motion: reduce")
    evaluate, _, _ = load_page(in_the_dark(html) if look == "dark" else html, WIDE)
    evaluate("document.querySelector('.layers .entry').click(); window.infromap.layers[0].select(3)")

    assert violations(evaluate, qtbot, axe) == []


def test_axe_would_find_one(load_page, qtbot, document, axe):
    evaluate, _, _ = load_page(render_html(document), WIDE)
    evaluate(
        "document.querySelector('#search').removeAttribute('aria-label');"
        "document.querySelector('#search').removeAttribute('placeholder')"
    )

    assert [each[0] for each in violations(evaluate, qtbot, axe)] == ["label"]


def test_the_dark_page_is_dark(load_page, document):
    evaluate, _, _ = load_page(in_the_dark(render_html(document)), WIDE)

    assert evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 33, 38)"
