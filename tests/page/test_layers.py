"""Layers of GIS files on the page: what Python packs the page unpacks, a click opens the right row, nothing runs."""

import json

import numpy as np
import pytest
import shapely
from PySide6.QtCore import Qt

from infromap.compose import add_layers, compose_layers
from infromap.pipeline import open_map
from infromap.render import render_html
from layers import make_layer

pytestmark = pytest.mark.qt

VALUES = {
    "whole": [1, 0, -1, 2_000_000, -2_000_000],
    "huge": [2**53 - 1, -(2**53) + 1, 0, 1, 2],
    "decimal": [0.1, -0.25, 1234.5, None, 0.0],
    "irrational": [2**0.5, -1e300, 5e-324, None, 1.0],
    "infinite": [float("inf"), float("-inf"), None, 0.5, 1.0],
    "nothing": [None, None, None, None, 1.5],
    "yes or no": [True, False, None, True, True],
    "words": ["a", "b", None, "a", "b"],
    "texts": ["a", "", None, "Ақтөбе 🏥", "line\nline\r\ttab\x00nul"],
    "hostile": ["</script><script>window.ran=1</script>", "<!--<script>", "\u2028\u2029", "]]>&amp;", "\\u003c\\"],
    "halves": ["\ud800", "\ud800", None, "\udc00", "\ud800"],
    "surrogates": ["\ud800", "\udc00x", "\ud83d\ude00", None, "a"],
}


def rows_of(evaluate, name):
    code = f"""(() => {{
      const layer = window.infromap.layers[0];
      const column = layer.columns.find((each) => each.title === {json.dumps(name)});
      const show = (value) => typeof value === "number" && !Number.isFinite(value) ? `${{value}}` : value;
      return JSON.stringify(Array.from({{ length: layer.count }}, (_, row) => show(layer.value(row, column))));
    }})()"""
    return json.loads(evaluate(code))


def as_javascript_has_it(value):
    if value in (np.inf, -np.inf):
        return str(value).replace("inf", "Infinity")
    return json.loads(json.dumps(value))  # two halves of a letter become one


def spots_of(evaluate, row):
    """Return the kinds and points (lon, lat) of the pieces of a row."""
    pieces = json.loads(evaluate(f"JSON.stringify(window.infromap.layers[0].shapes.latLngs({row}))"))
    return [(piece["kind"], [(each["lng"], each["lat"]) for each in piece["latlngs"]]) for piece in pieces]


def click(evaluate, lon, lat, shift=(0, 0)):
    evaluate(f"""(() => {{
      const [x, y] = window.infromap.pointOf({lon}, {lat});
      const place = {{ clientX: x + {shift[0]}, clientY: y + {shift[1]}, bubbles: true, view: window }};
      const target = document.elementFromPoint(place.clientX, place.clientY);
      for (const kind of ["mousedown", "mouseup", "click"]) target.dispatchEvent(new MouseEvent(kind, place));
    }})()""")


def popup_title(evaluate):
    return evaluate("[...document.querySelectorAll('.leaflet-popup .popup h2')].pop()?.textContent ?? ''")


def chosen(evaluate):
    return evaluate("window.infromap.layers.map((layer) => layer.selected()).join()")


@pytest.fixture
def settle(qtbot):
    """Return a function that waits until the map has come to rest."""

    def wait(evaluate):
        seen = []

        def is_still():
            seen.append((evaluate("window.infromap.pointOf(60, 45).join()"), evaluate(moving)))
            return seen[-1][1] == 0 and len(seen) > 3 and len({place for place, _ in seen[-3:]}) == 1

        moving = "document.querySelectorAll('.leaflet-zoom-anim, .leaflet-pan-anim').length"
        qtbot.waitUntil(is_still, timeout=10_000)

    return wait


def test_every_value_comes_back_as_it_was(load_page):
    layer = make_layer([(60 + i, 45) for i in range(5)], **VALUES)

    evaluate, messages, _ = load_page(render_html(compose_layers([layer])))

    for name, values in VALUES.items():
        assert rows_of(evaluate, name) == [as_javascript_has_it(each) for each in values], name
    assert evaluate("typeof window.ran") == "undefined"
    assert messages == []


def test_integers_beyond_what_javascript_counts_are_shown_exactly(load_page):
    layer = make_layer([(60, 45), (61, 45)], number=[2**62 + 1, -(2**63)])

    evaluate, _, _ = load_page(render_html(compose_layers([layer])))

    assert rows_of(evaluate, "number") == [str(2**62 + 1), str(-(2**63))]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "2026|1,234,567|-823,767.0141477856|0.1|1e+300|yes|007"),
        ("ru", "2026|1\xa0234\xa0567|-823\xa0767,0141477856|0,1|1e+300|да|007"),
    ],
)
def test_a_popup_writes_numbers_as_its_language_does(load_page, language, told):
    layer = make_layer(
        [(60, 45)], year=[2026], people=[1_234_567], balance=[-823_767.0141477856], share=[0.1], great=[1e300],
        is_open=[True], code=["007"],
    )  # fmt: skip
    evaluate, _, _ = load_page(render_html(compose_layers([layer]), language=language))

    evaluate("window.infromap.layers[0].select(0)")

    shown = "[...document.querySelectorAll('.row-popup dd')].map((each) => each.textContent).join('|')"
    assert evaluate(shown).replace("\u202f", "\xa0") == told


def test_many_rows_come_back_in_their_order(load_page):
    count = 25_000  # more than two blocks
    points = np.random.default_rng(1).uniform((-179, -84), (179, 84), (count, 2))
    layer = make_layer(
        shapely.points(points),
        number=[i * 7 - 50_000 for i in range(count)],
        name=[f"Site {i}" for i in range(count)],
        category=[["a", "b", None][i % 3] for i in range(count)],
    )

    evaluate, _, _ = load_page(render_html(compose_layers([layer])))

    for column in layer.columns:
        assert rows_of(evaluate, column.name) == column.values.tolist()
    for row in (0, 1, 1_999, 2_000, 9_999, 10_000, count - 1):
        ((kind, spots),) = spots_of(evaluate, row)
        assert kind == 0
        assert spots == [pytest.approx(tuple(points[row]), abs=1e-5)]


def test_geometries_of_all_types_come_back(load_page):
    shapes = [
        "POINT (60 45)",
        None,
        "MULTIPOINT (61 45, -62 -46)",
        "LINESTRING Z (60 45 1, 61 46 2, 62 45 3)",
        "POLYGON ((60 45, 70 45, 70 55, 60 45), (65 48, 66 48, 66 49, 65 48))",
        "LINESTRING EMPTY",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((10 10, 11 10, 11 11, 10 10)))",
    ]
    expected = [
        [(0, [(60, 45)])],
        [],
        [(0, [(61, 45)]), (0, [(-62, -46)])],
        [(1, [(60, 45), (61, 46), (62, 45)])],
        [(2, [(60, 45), (70, 45), (70, 55)]), (3, [(65, 48), (66, 48), (66, 49)])],
        [],
        [(0, [(1, 2)]), (1, [(1, 2), (3, 4)]), (1, [(5, 6), (7, 8)])],
        [(2, [(0, 0), (1, 0), (1, 1)]), (2, [(10, 10), (11, 10), (11, 11)])],
    ]

    evaluate, messages, _ = load_page(render_html(compose_layers([make_layer(shapes)])))

    # the closing point of a ring is left out; GEOS may begin it elsewhere, but not here
    assert [
        [(kind, [(round(x, 5), round(y, 5)) for x, y in spots]) for kind, spots in spots_of(evaluate, row)]
        for row in range(len(shapes))
    ] == expected
    assert evaluate("window.infromap.layers[0].bounds(1) === null")
    assert messages == []


@pytest.mark.parametrize("shapes", [[], [None], ["POLYGON EMPTY"]])
def test_a_layer_without_places_is_a_page_all_the_same(load_page, shapes):
    layer = make_layer(shapes, name=["x"] * len(shapes))

    evaluate, messages, _ = load_page(render_html(compose_layers([layer])))

    assert evaluate("window.infromap.layers[0].count") == len(shapes)
    assert "towns.gpkg" in evaluate("document.querySelector('.legend').textContent")
    assert messages == []


def test_a_line_over_180_degrees_goes_on_beyond_it(load_page):
    shapes = ["LINESTRING (179 50, -179 51, 178 52)", "POLYGON ((-180 -80, 180 -80, 180 -70, -180 -70, -180 -80))"]

    evaluate, _, _ = load_page(render_html(compose_layers([make_layer(shapes)])))

    ((_, line),) = spots_of(evaluate, 0)
    ((_, ring),) = spots_of(evaluate, 1)
    assert [round(x) for x, _ in line] == [179, 181, 178]
    assert [round(x) for x, _ in ring] == [-180, 180, 180, -180]


def test_a_text_of_a_megabyte_is_kept_and_shown(load_page):
    text = "<b>ж" * 250_000
    evaluate, messages, _ = load_page(render_html(compose_layers([make_layer([(60, 45)], name=["x"], text=[text])])))

    evaluate("window.infromap.layers[0].select(0)")

    assert evaluate("document.querySelector('.row-popup dd:last-of-type').textContent.length") == len(text)
    assert rows_of(evaluate, "text") == [text]
    assert messages == []


def test_a_popup_called_by_a_long_text_shows_rows_as_well(load_page):
    text = "Reconstruction of the bridges and overpasses of the western highway " * 5
    evaluate, _, _ = load_page(render_html(compose_layers([make_layer([(60, 45)], about=[text])])))

    evaluate("window.infromap.layers[0].select(0)")

    tops = (
        "[...document.querySelectorAll('.row-popup h2, .row-popup dd')].map((each) => each.getBoundingClientRect().top)"
    )
    title, row = json.loads(evaluate(f"JSON.stringify({tops})"))
    assert text.startswith(popup_title(evaluate).removesuffix("…"))
    assert 0 < row - title < 100
    assert evaluate("document.querySelector('.row-popup dd').textContent") == text


TOWNS = [(60, 45), (64, 47), (68, 45), (72, 47), (76, 45)]


@pytest.fixture
def towns():
    return make_layer(TOWNS, name=["Alpha", "Beta", None, "Delta", "Epsilon"], share=[0.5, None, 2.5, 3.0, 4.0])


def test_a_click_opens_the_popup_of_its_row(load_page, towns):
    evaluate, messages, requests = load_page(render_html(compose_layers([towns])))

    click(evaluate, 64, 47)
    beta = popup_title(evaluate), chosen(evaluate)
    click(evaluate, 72, 47, shift=(3, -3))

    assert beta == ("Beta", "1")
    assert (popup_title(evaluate), chosen(evaluate)) == ("Delta", "3")
    text = evaluate("[...document.querySelectorAll('.row-popup')].pop().textContent")
    assert "share3" in text
    assert "47.0000° N, 72.0000° E" in text
    assert evaluate("document.querySelectorAll('.row-choice').length") == 1
    assert messages == []
    assert len(requests) == 1


def test_a_click_beside_all_rows_opens_nothing_and_closes_what_is_open(load_page, towns):
    evaluate, _, _ = load_page(render_html(compose_layers([towns])))
    evaluate("window.heard = []")
    evaluate("document.addEventListener('infromap:row-selected', (event) => window.heard.push(event.detail))")
    click(evaluate, 64, 47)

    click(evaluate, 66, 51)

    assert chosen(evaluate) == "-1"
    assert evaluate("document.querySelectorAll('.row-choice').length") == 0
    assert json.loads(evaluate("JSON.stringify(window.heard)")) == [{"layer": 0, "row": 1}, None]


def test_escape_takes_the_choice_back(load_page, towns):
    evaluate, _, _ = load_page(render_html(compose_layers([towns])))
    click(evaluate, 64, 47)
    before = chosen(evaluate)

    evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))")

    assert (before, chosen(evaluate)) == ("1", "-1")


def test_the_right_row_is_hit_after_zoom_and_pan(load_page, settle, towns):
    evaluate, _, _ = load_page(render_html(compose_layers([towns])))
    before = evaluate("window.infromap.pointOf(64, 47).join()")

    evaluate("document.querySelector('.leaflet-control-zoom-in').click()")
    settle(evaluate)
    evaluate("document.querySelector('.leaflet-control-zoom-in').click()")
    settle(evaluate)
    evaluate("document.querySelector('#map').focus()")
    key = "new KeyboardEvent('keydown', { keyCode: 37, key: 'ArrowLeft', bubbles: true })"
    evaluate(f"document.querySelector('#map').dispatchEvent({key})")
    settle(evaluate)
    click(evaluate, 68, 45)

    assert evaluate("window.infromap.pointOf(64, 47).join()") != before
    assert (popup_title(evaluate), chosen(evaluate)) == ("Row 3", "2")


def test_rows_are_found_among_many(load_page):
    """The index is asked at every place: the nearest row is what a plain search of all rows finds."""
    points = np.random.default_rng(3).normal((65, 46), (4, 2), (3_000, 2))
    evaluate, _, _ = load_page(render_html(compose_layers([make_layer(shapely.points(points))])))

    wrong = evaluate("""(() => {
      const { shapes } = window.infromap.layers[0];
      const reach = 0.0005;
      let wrong = 0;
      for (let i = 0; i < 500; i += 1) {
        const x = shapes.box[0] + (shapes.box[2] - shapes.box[0]) * ((i * 37) % 500) / 500;
        const y = shapes.box[1] + (shapes.box[3] - shapes.box[1]) * ((i * 91) % 500) / 500;
        let [best, least] = [-1, reach];
        for (let row = 0; row < 3000; row += 1) {
          const away = Math.hypot(shapes.points[2 * row] - x, shapes.points[2 * row + 1] - y);
          if (away <= least) [best, least] = [row, away];
        }
        if (shapes.rowAt(x + (i % 3) - 1, y, reach) !== best) wrong += 1;
      }
      return wrong;
    })()""")

    in_box = evaluate("""(() => {
      const { shapes } = window.infromap.layers[0];
      const { box, points } = shapes;
      const [width, height] = [box[2] - box[0], box[3] - box[1]];
      const [west, north] = [box[0] + 0.3 * width, box[1] + 0.2 * height];
      const [east, south] = [box[2] - 0.43 * width, box[3] - 0.37 * height];
      const isIn = (row) => {
        const [x, y] = [points[2 * row], points[2 * row + 1]];
        return x >= west && x <= east && y >= north && y <= south;
      };
      const found = [...shapes.search([west, north, east, south])].sort((a, b) => a - b);
      return found.length > 100 && found.join() === Array.from({ length: 3000 }, (_, row) => row).filter(isIn).join();
    })()""")
    spread = evaluate("""(() => {
      const { index: { groups }, box } = window.infromap.layers[0].shapes;
      let area = 0;
      for (let i = 0; i < groups.length; i += 4) area += (groups[i + 2] - groups[i]) * (groups[i + 3] - groups[i + 1]);
      return area / ((box[2] - box[0]) * (box[3] - box[1]));
    })()""")

    assert wrong == 0
    assert in_box is True
    assert spread < 3  # groups lie beside one another and hardly over one another


def test_an_area_is_hit_inside_and_not_in_its_hole(load_page):
    area = "POLYGON ((60 45, 80 45, 80 55, 60 55, 60 45), (68 49, 72 49, 72 51, 68 51, 68 49))"
    line = "LINESTRING (60 40, 80 41)"
    evaluate, _, _ = load_page(render_html(compose_layers([make_layer([area, line], name=["area", "line"])])))

    answers = []
    for lon, lat in [(63, 47), (70, 50), (70, 40.5), (60.1, 45.1)]:
        click(evaluate, lon, lat)
        answers.append(chosen(evaluate))

    assert answers == ["0", "-1", "1", "0"]


def test_the_upper_of_two_layers_is_hit_and_a_hidden_one_is_not(load_page, towns):
    area = make_layer(["POLYGON ((50 40, 80 40, 80 55, 50 55, 50 40))"], "area.gpkg", name=["area"])
    evaluate, _, _ = load_page(render_html(compose_layers([towns, area])))

    click(evaluate, 64, 47)
    over = chosen(evaluate)
    evaluate("document.querySelector('.row-entry input').click()")
    gone = chosen(evaluate)
    click(evaluate, 64, 47)

    assert (over, gone, chosen(evaluate)) == ("-1,0", "-1,-1", "1,-1")


def test_points_on_both_sides_of_180_degrees_lie_together(load_page):
    layer = make_layer([(179, 50), (-179, 50)], name=["west", "east"])
    evaluate, _, _ = load_page(render_html(compose_layers([layer])))

    answers = []
    for lon in (179, 181):
        click(evaluate, lon, 50)
        answers.append(popup_title(evaluate))

    x = [evaluate(f"window.infromap.pointOf({lon}, 50)[0]") for lon in (179, 181)]
    assert answers == ["west", "east"]
    assert 0 < x[0] < x[1] < 1200


def test_what_is_drawn_stands_where_the_map_says(load_page, towns):
    evaluate, _, _ = load_page(render_html(compose_layers([towns])))

    colours = [
        evaluate(f"""(() => {{
          const canvas = document.querySelector('.row-canvas');
          const box = canvas.getBoundingClientRect();
          const [x, y] = window.infromap.pointOf({lon}, {lat});
          const unit = canvas.width / box.width;
          const at = [(x - box.left) * unit, (y - box.top) * unit].map(Math.floor);
          return [...canvas.getContext('2d').getImageData(...at, 1, 1).data].join();
        }})()""")
        for lon, lat in [*TOWNS, (66, 50)]
    ]

    assert colours == ["192,84,154,255"] * 5 + ["0,0,0,0"]


def test_a_row_of_a_layer_and_a_project_take_turns(load_page, brief):
    document = add_layers(open_map(brief), [make_layer([(60, 45)], name=["Alpha"])])
    evaluate, messages, _ = load_page(render_html(document))
    project = document.features[0]

    click(evaluate, 60, 45)
    first = popup_title(evaluate), evaluate("window.infromap.selected"), chosen(evaluate)
    evaluate(f"window.infromap.select({json.dumps(project.id)})")
    second = popup_title(evaluate), evaluate("window.infromap.selected"), chosen(evaluate)
    evaluate("window.infromap.layers[0].select(0)")
    third = popup_title(evaluate), evaluate("window.infromap.selected"), chosen(evaluate)

    assert first == ("Alpha", "", "0")
    assert second == (project.name, project.id, "-1")
    assert third == ("Alpha", "", "0")
    assert messages == []


SHOWN = "document.querySelector('#table select').selectedOptions[0].textContent"
CHOSEN = "document.querySelector('#table [aria-selected=true]')?.textContent ?? ''"


@pytest.fixture
def mixed(load_page, brief, settle):
    """Load a page of five projects and a layer of ten rows, the table open; return what asks it."""
    layer = make_layer([(60 + i, 45) for i in range(10)], name=[f"Well {i}" for i in range(10)], depth=list(range(10)))
    evaluate, messages, _ = load_page(render_html(add_layers(open_map(brief), [layer])))
    evaluate("document.querySelector('.tools [aria-controls=table]').click()")
    settle(evaluate)  # the map has become smaller
    yield evaluate
    assert messages == []


def test_the_table_turns_to_what_is_chosen_on_the_map(mixed):
    click(mixed, 64, 45)
    row = mixed(SHOWN), mixed(CHOSEN)
    mixed("window.infromap.select(window.infromapPage.data.features[0].id)")
    project = mixed(SHOWN), mixed(CHOSEN)

    assert row == ("towns.gpkg", "Well 44")
    assert project[0] == "Projects"
    assert project[1].startswith("general hospital")


def test_the_panel_leads_to_the_rows_of_a_layer(mixed):
    mixed("document.querySelector('[aria-controls=table]').click()")  # closed again
    mixed("document.querySelector('.layers .entry').click()")

    assert mixed("document.querySelector('.layers .entry').textContent") == "towns.gpkg10 rows"
    assert mixed(SHOWN) == "towns.gpkg"
    assert mixed("document.activeElement.getAttribute('role')") == "grid"


def test_a_row_is_chosen_by_key_and_escape_takes_popup_then_table(mixed, press):
    mixed("document.querySelector('.layers .entry').click()")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened = popup_title(mixed), chosen(mixed), mixed("document.activeElement.getAttribute('role')")
    press(Qt.Key.Key_Escape)
    left = (
        chosen(mixed),
        mixed("document.activeElement.getAttribute('role')"),
        mixed("document.querySelector('#table').hidden"),
    )
    press(Qt.Key.Key_Escape)

    assert opened == ("Well 2", "2", "dialog")
    assert left == ("-1", "grid", False)
    assert mixed("document.querySelector('#table').hidden") is True


def test_the_filter_of_projects_leaves_the_rows(mixed):
    click(mixed, 64, 45)
    mixed("document.querySelector('.choice input[value=hospital]').click()")

    assert chosen(mixed) == "4"
    assert mixed("document.querySelector('#table').querySelector('.count').textContent") == "10 rows"


def test_no_name_stands_under_the_popup_of_a_row(mixed, settle):
    click(mixed, 64, 45)
    settle(mixed)
    overlap = """(() => {
      const box = document.querySelector('.leaflet-popup').getBoundingClientRect();
      const map = document.getElementById('map').getBoundingClientRect();
      const [left, right] = [box.left - map.left, box.right - map.left];
      const [top, bottom] = [box.top - map.top, box.bottom - map.top];
      const isUnder = ({ box: [w, n, e, s] }) => w < right && e > left && n < bottom && s > top;
      return window.infromap.labels().filter(isUnder).length;
    })()"""

    assert mixed(overlap) == 0


def test_a_click_on_a_projects_marker_means_the_project(load_page, brief):
    article = open_map(brief)
    place = next(feature for feature in article.features if feature.geometry and feature.geometry.geom_type == "Point")
    layer = make_layer([(place.geometry.x, place.geometry.y)], name=["below"])
    evaluate, _, _ = load_page(render_html(add_layers(article, [layer])))

    click(evaluate, place.geometry.x, place.geometry.y)

    assert (popup_title(evaluate), chosen(evaluate)) == (place.name, "-1")


HOSTILE = [
    "<img src=x onerror=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "${window.ran=1}`+(window.ran=1)+`",
    "\"'><svg onload=window.ran=1>",
    "]]><!--<script>window.ran=1",
    "javascript:window.ran=1",
    "\u2028window.ran=1\u2029",
    "\u202egnp.exe",
    "{{ 7*7 }}{% for x in y %}",
    "__proto__",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_values_are_shown_as_text_and_do_not_run(load_page, text):
    """The file, the layer, a column, its words and its texts are called so."""
    layer = make_layer([(60, 45)] * 5, text, **{text: [text] * 5, "texts": [f"{text}{i}" for i in range(5)]})

    evaluate, messages, requests = load_page(render_html(compose_layers([layer])))
    evaluate("window.infromap.layers[0].select(4)")

    assert evaluate("document.title") == text
    assert evaluate("document.querySelector('#panel h1').textContent") == text
    assert evaluate("document.querySelector('.legend label span:nth-of-type(2)').textContent") == text
    assert evaluate("document.querySelector('.layers .entry-name').textContent") == text
    assert evaluate("document.querySelector('.row-popup dt').textContent") == text
    assert evaluate("document.querySelector('.row-popup dd').textContent") == text
    assert evaluate("document.querySelectorAll('.row-popup dd')[1].textContent") == f"{text}4"
    assert evaluate("typeof window.ran") == "undefined"
    assert evaluate("document.querySelectorAll('img[src=x], svg[onload], a[href^=javascript]').length") == 0
    assert messages == []
    assert len(requests) == 1


@pytest.mark.parametrize("name", ["n{}", "number_{}", "a rather long name of a column {}"])
def test_the_numbers_of_many_columns_stand_on_one_line_each(load_page, name):
    values = [1234567.891, 123456789.125, -0.5, 2026.0, 12345678901.25]
    columns = {name.format(i): [values[i % len(values)]] for i in range(60)}
    evaluate, _, _ = load_page(render_html(compose_layers([make_layer([(60, 45)], "wide.gpkg", **columns)])))

    evaluate("window.infromap.layers[0].select(0)")

    broken = """[...document.querySelectorAll(".popup dd")].filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect().height > 1.6 * parseFloat(getComputedStyle(cell).lineHeight);
    }).length"""
    assert evaluate("document.querySelectorAll('.popup dd').length") == 60
    assert evaluate(broken) == 0
