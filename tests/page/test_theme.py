"""Light and dark: the switch, its memory, and whether names can be read."""

import re

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage

from asking import ask
from infromap.model.project import Kind
from infromap.pipeline import open_map
from infromap.render import kind_colour, render_html

pytestmark = pytest.mark.qt

READABLE = 4.5  # WCAG AA for text
VISIBLE = 3.0  # and for what is no text


@pytest.fixture(scope="module")
def page(brief):
    return render_html(open_map(brief))


def rgb(colour):
    if colour.startswith("#"):
        return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    if colour.startswith("color(srgb"):
        return tuple(255 * float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return tuple(float(part) for part in re.findall(r"[\d.]+", colour)[:3])


def contrast(one, other):
    def luminance(colour):
        parts = [part / 255 for part in rgb(colour)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_names_can_be_read_on_land_and_sea(load_page, page, theme):
    evaluate, _, _ = load_page(page)
    colours = ask(evaluate, f"window.infromapBasemap.themes.{theme}")

    for name in ("project", "town", "country", "water"):
        for ground in ("land", "focus", "sea", "lake"):
            assert contrast(colours[name], colours[ground]) >= READABLE, (name, ground)


@pytest.mark.parametrize("kind", Kind)
def test_a_white_symbol_can_be_seen_on_its_colour(kind):
    assert contrast("#ffffff", kind_colour(kind)) >= READABLE


def test_lines_can_be_seen_in_the_dark(load_page, page):
    evaluate, _, _ = load_page(page)
    evaluate("document.querySelector('[data-switch=theme]').click()")
    focus = evaluate("window.infromapBasemap.themes.dark.focus")

    for kind in Kind:
        evaluate(f"document.querySelector('path.line').style.setProperty('--kind', '{kind_colour(kind)}')")
        assert contrast(evaluate("getComputedStyle(document.querySelector('path.line')).stroke"), focus) >= VISIBLE, (
            kind
        )


MEAN_RED = """((selector) => {
  const canvas = document.querySelector(selector);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let [sum, count] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] > 200) [sum, count] = [sum + data[i], count + 1];
  }
  return sum / count;
})"""


def test_the_switch_repaints_page_base_map_and_names(load_page, page):
    evaluate, _, _ = load_page(page)

    def look():
        paper = evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(rgb(paper)), evaluate(f"{MEAN_RED}('canvas.basemap')"), evaluate(f"{MEAN_RED}('.map-labels')")

    paper, tile, names = look()
    evaluate("document.querySelector('[data-switch=theme]').click()")
    dark_paper, dark_tile, dark_names = look()

    assert paper > 700 > 150 > dark_paper
    assert tile > 180 > 90 > dark_tile
    assert names > dark_names + 40  # the halo is most of it
    assert evaluate("document.querySelector('[data-switch=theme]').getAttribute('aria-pressed')") == "true"


def test_a_choice_is_remembered_until_it_is_what_the_system_says(load_page, page, qtbot):
    evaluate, _, _ = load_page(page)
    evaluate("document.querySelector('[data-switch=theme]').click()")
    assert evaluate("window.localStorage.getItem('infromap-theme')") == "dark"

    with qtbot.waitSignal(load_page.page.loadFinished, timeout=60_000):
        load_page.page.triggerAction(QWebEnginePage.WebAction.Reload)
    qtbot.waitUntil(lambda: evaluate("window.infromap && window.infromap.painted") is True, timeout=60_000)
    assert evaluate("document.documentElement.dataset.theme") == "dark"

    evaluate("document.querySelector('[data-switch=theme]').click()")
    assert ask(evaluate, "window.localStorage.getItem('infromap-theme')") is None


def test_paper_is_white(load_page, page):
    evaluate, _, _ = load_page(page)
    evaluate("document.querySelector('[data-switch=theme]').click()")

    evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert evaluate("document.documentElement.dataset.theme") == "light"

    evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert evaluate("document.documentElement.dataset.theme") == "dark"
