"""What stands on the map: names, badges, lines, circles, in every state that a reader can bring about."""

import itertools
import json
import re

import pytest

from asking import ask
from drawn_documents import across_180, crowded, draw_line, every_kind, of_every_exactness, sharing_legs, with_features
from infromap.article import parse_article
from infromap.model.project import Kind
from infromap.pipeline import build_map, open_map
from infromap.render import render_html

pytestmark = pytest.mark.qt


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def overlaps(labels):
    """Return the pairs of texts whose boxes share ground."""
    return [
        (a["text"], b["text"])
        for a, b in itertools.combinations(labels, 2)
        if a["box"][0] < b["box"][2]
        and b["box"][0] < a["box"][2]
        and a["box"][1] < b["box"][3]
        and b["box"][1] < a["box"][3]
    ]


def press(evaluate, selector, key="Enter"):
    event = f"new KeyboardEvent('keydown', {{key: {json.dumps(key)}, bubbles: true}})"
    evaluate(f"document.querySelector({json.dumps(selector)}).dispatchEvent({event})")


def switch(evaluate, name):
    evaluate(f"document.querySelector('[data-switch={name}]').click()")


def visible_badges(evaluate):
    return evaluate("[...document.querySelectorAll('.badge')].filter((each) => each.offsetParent).length")


@pytest.mark.parametrize("make", [None, crowded, every_kind, across_180, sharing_legs, of_every_exactness])
@pytest.mark.parametrize("size", [(1200, 800), (360, 740)])
def test_no_two_names_overlap(load_page, document, make, size):
    shown = make(document) if make else document
    evaluate, messages, _ = load_page(render_html(shown), size=size)

    for look in ("", *(f"lookAt(68, 48.5, {zoom})" for zoom in (3, 4, 5.5, 7, 9))):
        evaluate(f"window.infromap.{look or 'fit()'}")
        labels = ask(evaluate, "window.infromap.labels()")
        assert labels or look.endswith("9)")
        assert overlaps(labels) == [], look
    assert messages == []


def test_no_name_lies_under_a_button_or_the_legend(load_page, document):
    evaluate, _, _ = load_page(render_html(document))
    labels = ask(evaluate, "window.infromap.labels()")
    left = evaluate("document.getElementById('map').getBoundingClientRect().left")
    boxes = ask(
        evaluate,
        "['.legend', '.map-switches', '.leaflet-control-scale', '#toggle'].map((each) => {"
        "const box = document.querySelector(each).getBoundingClientRect();"
        "return [box.left, box.top, box.right, box.bottom]; })",
    )

    things = [{"text": "thing", "box": [box[0] - left, box[1], box[2] - left, box[3]]} for box in boxes]
    assert [pair for pair in overlaps([*labels, *things]) if "thing" in pair] == []


@pytest.mark.parametrize("size", [(434, 240), (434, 330), (760, 170), (1200, 800)])
def test_no_button_lies_on_another_control_in_a_small_window(load_page, document, size):
    evaluate, _, _ = load_page(render_html(document), size=size)
    evaluate("document.documentElement.classList.add('embedded')")
    boxes = ask(
        evaluate,
        "[...document.querySelectorAll("
        "'.leaflet-bar a, .switch, .leaflet-control-scale, .leaflet-control-attribution')]"
        ".map((each) => each.getBoundingClientRect()).map((b) => [b.left, b.top, b.right, b.bottom])",
    )

    assert len(boxes) >= 6
    assert overlaps([{"text": str(i), "box": box} for i, box in enumerate(boxes)]) == []
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1] + 1 for box in boxes)


@pytest.mark.parametrize("size", [(1200, 800), (360, 740)])
def test_no_name_lies_under_an_open_popup(load_page, qtbot, document, size):
    evaluate, _, _ = load_page(render_html(document), size=size)
    popup = "document.querySelector('.leaflet-popup-content-wrapper').getBoundingClientRect()"

    evaluate(f"window.infromap.select({json.dumps(document.features[0].id)})")
    qtbot.waitUntil(lambda: evaluate(f"{popup}.top") >= 0, timeout=10_000)
    qtbot.wait(600)  # the map has moved to show it whole
    box = ask(evaluate, f"(({{left, top, right, bottom}}) => [left, top, right, bottom])({popup})")
    left = evaluate("document.getElementById('map').getBoundingClientRect().left")

    labels = ask(evaluate, "window.infromap.labels()")
    popup_label = {"text": "popup", "box": [box[0] - left, box[1], box[2] - left, box[3]]}
    assert len(labels) > 3
    assert [pair for pair in overlaps([*labels, popup_label]) if "popup" in pair] == []


def test_towns_grow_in_number_with_the_zoom(load_page, document):
    evaluate, _, _ = load_page(render_html(document))
    counts = []
    for zoom in (4, 5, 6):
        evaluate(f"window.infromap.lookAt(71, 51, {zoom})")
        inside = (
            "Math.abs(each.box[0] - 420) < 100 * 2 ** (zoom - 4) && Math.abs(each.box[1] - 400) < 60 * 2 ** (zoom - 4)"
        )
        towns = f"window.infromap.labels().filter((each) => each.sort === 'town' && {inside})".replace(
            "zoom", str(zoom)
        )
        counts.append(evaluate(f"{towns}.length"))

    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize(("make", "count"), [(None, 4), (every_kind, 17)])
def test_every_project_has_its_name_at_rest(load_page, document, make, count):
    evaluate, _, _ = load_page(render_html(make(document) if make else document))

    names = ask(evaluate, "window.infromap.labels().filter((each) => each.sort === 'project').map((each) => each.text)")

    assert len(names) == count


@pytest.mark.parametrize(
    ("language", "expected"),
    [("kk", {"Қазақстан", "Астана", "Өзбекстан"}), ("ru", {"Казахстан", "Астана", "Балхаш"}), ("zh", {"哈萨克斯坦"})],
)
def test_the_map_speaks_the_language_of_the_page(load_page, document, language, expected):
    evaluate, _, _ = load_page(render_html(document, language=language))
    evaluate("window.infromap.lookAt(70, 47, 5.5)")

    assert expected <= set(ask(evaluate, "window.infromap.labels().map((each) => each.text)"))


def test_projects_at_one_point_fan_out_by_keyboard(load_page, document):
    evaluate, messages, _ = load_page(render_html(crowded(document)))
    assert visible_badges(evaluate) == 1
    assert sorted(ask(evaluate, "[...document.querySelectorAll('.cluster')].map((each) => each.textContent)")) == [
        "12",
        "5",
    ]

    press(evaluate, ".leaflet-marker-icon:has(.cluster)")

    assert visible_badges(evaluate) == 13
    assert evaluate("document.activeElement.getAttribute('aria-label')").startswith("stack 0.")
    assert evaluate("document.querySelectorAll('path.fan').length") == 12
    press(evaluate, ".leaflet-marker-icon[aria-label^='stack 4.']")
    assert evaluate("window.infromap.selected") == "stack 4"
    assert visible_badges(evaluate) == 13  # a choice in the fan leaves it open
    assert messages == []


def test_a_fan_closes_with_the_next_zoom(load_page, document):
    evaluate, _, _ = load_page(render_html(crowded(document)))
    press(evaluate, ".leaflet-marker-icon:has(.cluster)")

    evaluate("window.infromap.lookAt(71.4, 51.1, 7)")

    assert evaluate("document.querySelectorAll('path.fan').length") == 0
    assert "12" in ask(evaluate, "[...document.querySelectorAll('.cluster')].map((each) => each.textContent)")


def test_projects_near_each_other_come_apart_by_zooming_in(load_page, document):
    evaluate, _, _ = load_page(render_html(crowded(document)))
    clusters = "[...document.querySelectorAll('.leaflet-marker-icon')].filter((each) => each.textContent === '5')"

    evaluate(f"{clusters}[0].click()")

    assert evaluate(f"{clusters}.length") == 0
    near = (
        "[...document.querySelectorAll('.leaflet-marker-icon[aria-label^=near]')].filter((each) => each.offsetParent)"
    )
    assert evaluate(f"{near}.length") == 5


def test_the_chosen_project_is_never_hidden_in_a_cluster(load_page, document):
    evaluate, _, _ = load_page(render_html(crowded(document)))

    evaluate("window.infromap.select('stack 3')")

    assert evaluate("document.querySelector('.leaflet-marker-icon[aria-label^=\"stack 3.\"]').offsetParent !== null")
    assert evaluate("document.querySelector('.cluster').textContent") == "11"


def test_a_cluster_counts_what_the_filter_leaves_and_no_name_of_the_rest_stays(load_page, document):
    evaluate, _, _ = load_page(render_html(crowded(document)))

    def shown():
        counts = "[...document.querySelectorAll('.cluster')].map((each) => each.textContent).sort()"
        names = "window.infromap.labels().filter(({ sort }) => sort === 'project').map(({ text }) => text)"
        return ask(evaluate, counts), ask(evaluate, names)

    before = shown()
    for kind in list(Kind)[9:12]:  # of these are three in the stack, none elsewhere
        evaluate(f"document.querySelector('.choice input[value=\"{kind.value}\"]').click()")
    filtered = shown()
    evaluate("document.querySelector('.clear').click()")

    assert before == (["12", "5"], ["alone"])
    assert filtered == (["3"], [])
    assert shown() == before


def test_a_place_known_roughly_looks_so_at_every_zoom(load_page, document):
    evaluate, _, _ = load_page(render_html(of_every_exactness(document)))
    ring = (
        "Object.fromEntries([...document.querySelectorAll('.badge')].map((each) => {"
        "const style = getComputedStyle(each, '::before');"
        "const name = each.closest('.leaflet-marker-icon').getAttribute('aria-label').split('.')[0];"
        "return [name, style.content === 'none' || style.display === 'none' ? null : style.borderTopStyle]; }))"
    )
    radii = "[...document.querySelectorAll('path.accuracy')].map((each) => each.getBBox().width / 2)"

    evaluate("window.infromap.lookAt(69, 48, 4)")
    assert ask(evaluate, ring) == {"exact": None, "city": "dotted", "approximate": "dashed", "region": "dashed"}

    evaluate("window.infromap.lookAt(69, 48, 8)")
    assert ask(evaluate, ring) == {"exact": None, "city": "dotted", "approximate": None, "region": None}
    assert len(ask(evaluate, radii)) == 3
    assert max(ask(evaluate, radii)) > 40  # pixels, of 20 km


def test_lines_that_share_a_leg_stay_apart(load_page, document):
    evaluate, _, _ = load_page(render_html(sharing_legs(document)))
    paths = ask(evaluate, "[...document.querySelectorAll('path.line')].map((each) => each.getAttribute('d'))")

    legs = [set(itertools.pairwise(re.findall(r"-?\d+ -?\d+", path))) for path in paths]

    assert len(legs) == 3
    for first, second in itertools.combinations(legs, 2):
        assert not first & second
        assert not first & {(end, start) for start, end in second}


def test_a_document_across_180_fits_tightly(load_page, document):
    evaluate, messages, _ = load_page(render_html(across_180(document)))

    fiji, samoa = ask(evaluate, "[window.infromap.pointOf(178.4, -18.1), window.infromap.pointOf(-171.8, -13.8)]")
    left = evaluate("document.getElementById('map').getBoundingClientRect().left")
    width = evaluate("document.querySelector('path.line').getBBox().width")

    assert left < fiji[0] < samoa[0] < 1200
    assert samoa[0] - fiji[0] > 250  # and not two dots of a map of the world
    assert abs(width - (samoa[0] - fiji[0])) < 5
    assert messages == []


def test_whoever_walks_around_the_world_finds_the_projects_again(load_page, document):
    evaluate, _, _ = load_page(render_html(document))

    evaluate("window.infromap.lookAt(69 + 360, 50, 4)")

    x, _ = ask(evaluate, "window.infromap.pointOf(69, 50)")
    left, width = ask(
        evaluate,
        "[document.getElementById('map').getBoundingClientRect().left, document.getElementById('map').clientWidth]",
    )
    assert abs(x - left - width / 2) < 2


def test_the_graticule_comes_and_goes(load_page, document):
    evaluate, _, _ = load_page(render_html(document))
    degrees = "window.infromap.labels().filter((each) => each.sort === 'degrees').map((each) => each.text)"
    assert ask(evaluate, degrees) == []

    switch(evaluate, "graticule")
    assert "70° E" in ask(evaluate, degrees)

    switch(evaluate, "graticule")
    assert ask(evaluate, degrees) == []


def test_an_empty_document_shows_the_world_with_names(load_page):
    evaluate, messages, _ = load_page(render_html(build_map(parse_article("It rained.", source="weather.txt"))))

    assert {"Russia", "China", "Australia"} <= set(ask(evaluate, "window.infromap.labels().map((each) => each.text)"))
    assert messages == []


def test_an_article_of_which_nothing_has_a_place_shows_its_country(load_page):
    text = "ASTANA - A 220 MW wind power plant will be built in Kazakhstan."
    evaluate, messages, _ = load_page(render_html(build_map(parse_article(text, source="wind.txt"))))
    box = ask(evaluate, "(() => { const b = window.infromap.map.getBounds(); return [b.getWest(), b.getEast()]; })()")

    assert 0 < box[0] < 46.5
    assert 87.3 < box[1] < 150
    assert messages == []


def test_a_stop_of_two_lines_is_named_once(load_page, document):
    # Both lines leave Fork to the east: above, below and to the west of it there is room for its name again.
    roads = [
        draw_line(document.features[0], end, [("Fork", 68.0, 50.0), (end, 74.0, lat)])
        for end, lat in (("North", 52.0), ("South", 48.0))
    ]
    evaluate, _, _ = load_page(render_html(with_features(document, roads)))
    stops = ask(evaluate, "window.infromap.labels().filter((each) => each.sort === 'stop').map((each) => each.text)")

    assert sorted(stops) == ["Fork", "North", "South"]


# Base map

COLOURS = """(() => {
  const canvas = document.querySelector(".basemap");
  const copy = Object.assign(document.createElement("canvas"), { width: innerWidth, height: innerHeight });
  const pen = copy.getContext("2d", { willReadFrequently: true });
  const { left, top } = canvas.getBoundingClientRect();
  pen.drawImage(canvas, left, top);
  const pixels = [];
  for (let x = 40; x < innerWidth - 40; x += 97)
    for (let y = 40; y < innerHeight - 40; y += 97) pixels.push([...pen.getImageData(x, y, 1, 1).data]);
  return pixels;
})()"""


def drag(evaluate, x, y):
    """Move the map as the pointer does, which is still down."""
    evaluate(f"infromap.map._rawPanBy(L.point({x}, {y})); infromap.map.fire('move')")


@pytest.mark.parametrize("direction", [1, -1])
def test_a_drag_around_the_world_comes_by_the_same_base_map(load_page, document, direction):
    evaluate, messages, _ = load_page(render_html(document))
    evaluate("infromap.lookAt(100, 55, 2)")
    around = direction * evaluate("infromap.map.options.crs.scale(2)")

    at_home = ask(evaluate, COLOURS)
    assert len({tuple(each) for each in at_home}) > 2  # land, sea and more
    for _ in range(3):
        drag(evaluate, around, 0)
        pairs = zip(itertools.chain(*ask(evaluate, COLOURS)), itertools.chain(*at_home), strict=True)
        assert max(abs(one - other) for one, other in pairs) < 16  # edges are smoothed a little otherwise
    assert messages == []


COVERS = """(() => {
  const [own, all] = [".basemap", "#map"].map((each) => document.querySelector(each).getBoundingClientRect());
  return own.left <= all.left && own.right >= all.right && own.top <= all.top && own.bottom >= all.bottom;
})()"""


def test_a_long_drag_shows_no_bare_rim(load_page, document):
    evaluate, messages, _ = load_page(render_html(document))

    for _ in range(12):
        drag(evaluate, 90, 40)
        assert evaluate(COVERS) is True
    assert messages == []


@pytest.mark.parametrize("step", [-1, 1, -0.5, 2])
def test_the_ground_is_never_bare_while_the_map_zooms(load_page, document, qtbot, step):
    evaluate, messages, _ = load_page(render_html(document))
    evaluate("infromap.lookAt(60, 50, 6)")
    evaluate(
        f"""window.seen = []; window.isOver = false; window.wasMoving = false;
        infromap.map.once("zoomend", () => (isOver = true));
        (function look() {{
          seen.push({COVERS});
          wasMoving ||= infromap.map._animatingZoom;
          if (!isOver) requestAnimationFrame(look);
        }})();
        infromap.map.setZoomAround(L.point(300, 200), 6 + {step}); 0"""
    )

    qtbot.waitUntil(lambda: evaluate("isOver") is True, timeout=10_000)
    assert evaluate("wasMoving") is True
    assert set(ask(evaluate, "seen")) == {True}
    assert evaluate(COVERS) is True
    assert messages == []
