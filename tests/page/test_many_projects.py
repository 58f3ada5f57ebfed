"""Ten thousand projects on a page: what is out of sight is not laid out, and comes back."""

import pytest

from asking import ask
from drawn_documents import draw_line, draw_point, with_features
from infromap.model.place import Exactness
from infromap.render import render_html

pytestmark = pytest.mark.qt

COUNT = 900


@pytest.fixture(scope="module")
def crowd(brief):
    from infromap.pipeline import open_map

    document = open_map(brief)
    like = document.features[0]
    places = [(50 + 35 * (i % 30) / 30, 42 + 12 * (i // 30) / 30) for i in range(COUNT)]
    points = [
        draw_point(like, f"p{i}", lon, lat, exactness=Exactness.CITY, accuracy_km=8.0)
        for i, (lon, lat) in enumerate(places)
    ]
    line = draw_line(like, "line", [("A", 60.0, 48.0), ("B", 62.0, 48.5)])
    return render_html(with_features(document, [*points, line]))


def test_only_what_is_near_the_view_is_laid_out_and_the_rest_comes_back(load_page, crowd):
    evaluate, messages, _ = load_page(crowd)
    laid_out = "[...document.querySelectorAll('.leaflet-marker-pane > *')].filter((each) => each.offsetWidth).length"
    circles = "document.querySelectorAll('path.accuracy').length"

    evaluate("infromap.lookAt(50.0, 42.0, 10)")
    assert 0 < evaluate(laid_out) < 60
    assert 0 < evaluate(circles) < 60
    assert evaluate("document.querySelectorAll('path.line').length") == 0

    evaluate("infromap.lookAt(61.0, 48.2, 9)")
    assert evaluate("document.querySelectorAll('path.line').length") == 1
    assert evaluate("document.querySelectorAll('.badge.on-line').length") == 1
    assert messages == []


def test_every_project_is_counted_in_a_badge_or_stands_for_itself(load_page, crowd):
    evaluate, _, _ = load_page(crowd)
    shown = (
        "[...document.querySelectorAll('.cluster')].reduce((sum, each) => sum + Number(each.textContent), 0)"
        " + document.querySelectorAll('.leaflet-marker-icon .badge').length"
    )

    assert evaluate(shown) == COUNT + 1


def test_a_project_far_from_the_view_is_chosen_and_shown(load_page, crowd):
    evaluate, _, _ = load_page(crowd)
    evaluate("infromap.lookAt(50.0, 42.0, 10)")

    evaluate("infromap.select('p899')")

    assert evaluate("document.querySelector('.leaflet-popup h2').textContent") == "p899"
    assert evaluate("document.querySelectorAll('.leaflet-marker-icon.is-selected').length") == 1
    assert evaluate("document.querySelector('.leaflet-marker-icon.is-selected').offsetWidth") > 0

    evaluate("infromap.select('p3')")

    assert evaluate("document.querySelectorAll('.leaflet-marker-icon.is-selected').length") == 1


ALONE = "document.querySelectorAll('.leaflet-marker-icon .badge').length"
COUNTED = "[...document.querySelectorAll('.cluster')].reduce((sum, each) => sum + Number(each.textContent), 0)"


def test_popup_and_badge_come_first_and_the_rest_of_the_view_after_them(load_page, qtbot, crowd):
    evaluate, messages, _ = load_page(crowd)
    evaluate("infromap.lookAt(50.0, 42.0, 10)")
    at_once = (
        "[document.querySelector('.leaflet-popup h2').textContent, document.querySelectorAll('.is-selected').length]"
    )
    alpha = "each.getContext('2d').getImageData(9, 9, 1, 1).data[3]"
    drawn = f"[...document.querySelectorAll('canvas.basemap')].map((each) => {alpha})"

    before = evaluate(ALONE)
    assert ask(evaluate, f"(infromap.select('p899'), [...{at_once}, {ALONE}])") == ["p899", 1, before + 1]

    qtbot.waitUntil(lambda: evaluate(f"({COUNTED}) + {ALONE}") > 4, timeout=10_000)
    names = "infromap.labels().filter(({ sort }) => sort === 'project').map(({ text }) => text)"
    qtbot.waitUntil(lambda: "p899" in ask(evaluate, names), timeout=10_000)
    assert evaluate("document.querySelectorAll('[aria-label^=\"p0.\"]').length") == 0
    assert messages == []
    qtbot.waitUntil(lambda: set(ask(evaluate, drawn)) == {255}, timeout=10_000)


def test_no_project_is_seen_twice_in_any_frame(load_page, qtbot, crowd):
    evaluate, _, _ = load_page(crowd)
    evaluate(
        f"window.sums = []; (function look() {{ sums.push({COUNTED} + {ALONE}); if (sums.length < 40) "
        "requestAnimationFrame(look); })(); 0"
    )

    evaluate("infromap.select('p450', true)")
    qtbot.waitUntil(lambda: evaluate("sums.length") == 40, timeout=10_000)

    assert evaluate("Math.max(...sums)") == COUNT + 1
    assert evaluate("sums[39]") == COUNT + 1


def test_badges_keep_the_order_of_the_document_wherever_the_map_was(load_page, crowd):
    evaluate, _, _ = load_page(crowd)
    for look in ("50.0, 42.0, 10", "61.0, 48.2, 8.5", "60.0, 47.4, 8"):
        evaluate(f"infromap.lookAt({look})")

    labels = ask(
        evaluate,
        "[...document.querySelectorAll('.leaflet-marker-icon:has(.on-point)')].map((each) => each.ariaLabel)",
    )
    numbers = [int(label.split(".")[0][1:]) for label in labels]

    assert len(numbers) > 20
    assert numbers == sorted(numbers)
