"""Layers on the page by colour, class, size, order, opacity, label and filter; another look without loading again."""

import json
from dataclasses import replace

import numpy as np
import pytest
import shapely

from infromap.compose import add_layers, compose_layers
from infromap.model.layer import RowFilter
from infromap.model.layer_style import OTHER_COLOUR, ClassMethod, Marker, Sizes
from infromap.pipeline import open_map
from infromap.render import render_html
from infromap.render.layer_look import map_look
from infromap.vector.classes import classify
from infromap.vector.expression import select_rows
from infromap.vector.markers import mark_by
from layers import make_layer

pytestmark = pytest.mark.qt

PLACES = [(60, 45), (64, 47), (68, 45), (72, 47), (76, 45)]


@pytest.fixture
def wells():
    return make_layer(
        PLACES,
        "wells.gpkg",
        name=["Alpha", "Beta", "Gamma", "Delta", "Epsilon"],
        kind=["oil", "gas", "oil", None, "dry"],
        depth=[1.0, 2.0, 3.0, 4.0, 5.0],
    )


def styled(layer, **changes):
    return replace(layer, style=replace(layer.style, **changes))


def filtered(layer, expression):
    return replace(layer, filter=RowFilter(expression=expression, mask=select_rows(layer, expression)))


def colour_at(evaluate, lon, lat):
    """Return red, green, blue and alpha of the rows' own canvas at a place."""
    return json.loads(
        evaluate(f"""(() => {{
          const canvas = document.querySelector(".row-canvas");
          const [x, y] = window.infromap.pointOf({lon}, {lat});
          const box = canvas.getBoundingClientRect();
          const scale = canvas.width / box.width;
          const copy = new OffscreenCanvas(1, 1).getContext("2d", {{ willReadFrequently: true }});
          copy.drawImage(canvas, Math.floor((box.left - x) * scale), Math.floor((box.top - y) * scale));
          return JSON.stringify([...copy.getImageData(0, 0, 1, 1).data]);
        }})()""")
    )


def hex_at(evaluate, lon, lat):
    red, green, blue, alpha = colour_at(evaluate, lon, lat)
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None


def legend_of(evaluate):
    """Return the legend's lines, as they are read."""
    lines = "[...document.querySelectorAll('.legend li')].filter((item) => !item.querySelector('li'))"
    return evaluate(f"{lines}.map((item) => item.textContent).join()").split(",")


def labels_of(evaluate):
    return sorted(
        evaluate("window.infromap.labels().filter(({ sort }) => sort === 'row').map(({ text }) => text).join()").split(
            ","
        )
    )


def restyle(evaluate, document, coded=()):
    evaluate(f"window.infromap.styleLayers({json.dumps(map_look(document, coded=coded))})")


def click(evaluate, lon, lat):
    evaluate(f"""(() => {{
      const [x, y] = window.infromap.pointOf({lon}, {lat});
      const place = {{ clientX: x, clientY: y, bubbles: true, view: window }};
      const target = document.elementFromPoint(x, y);
      for (const kind of ["mousedown", "mouseup", "click"]) target.dispatchEvent(new MouseEvent(kind, place));
    }})()""")


def test_rows_have_the_colour_of_their_class_and_the_legend_counts_them(load_page, wells):
    classes = classify(wells, "kind", ClassMethod.CATEGORIES, 2)

    evaluate, messages, requests = load_page(render_html(compose_layers([styled(wells, classes=classes)])))

    drawn = [hex_at(evaluate, *place) for place in PLACES]
    numbers = [{"oil": 1, "dry": 0}.get(kind) for kind in wells.column("kind").values]
    assert classes.categories == ("dry", "oil")
    assert drawn == [OTHER_COLOUR if number is None else classes.colours[number] for number in numbers]
    assert legend_of(evaluate) == ["dry1", "oil2", "other2"]
    assert evaluate("document.querySelector('.row-classes p').textContent") == "kind"
    assert messages == []
    assert len(requests) == 1


def test_classes_of_numbers_say_from_where_to_where(load_page, wells):
    classes = classify(wells, "depth", ClassMethod.EQUAL_INTERVAL, 2)

    evaluate, _, _ = load_page(render_html(compose_layers([styled(wells, classes=classes)]), language="ru"))

    assert [hex_at(evaluate, *place) for place in PLACES] == [classes.colours[i] for i in (0, 0, 0, 1, 1)]
    assert legend_of(evaluate) == ["1 – 33", "3 – 52"]


def test_areas_and_lines_have_the_colour_of_their_class(load_page):
    shapes = [shapely.box(60, 40, 64, 44), shapely.box(66, 40, 70, 44), "LINESTRING (60 48, 70 48)"]
    layer = make_layer(shapes, "areas.gpkg", kind=["a", "b", "c"])
    classes = classify(layer, "kind", ClassMethod.CATEGORIES)

    evaluate, _, _ = load_page(render_html(compose_layers([styled(layer, classes=classes, width_px=5)])))

    near = [colour_at(evaluate, *place) for place in [(62, 42), (68, 42), (65, 48)]]
    for (red, green, blue, alpha), colour in zip(near, classes.colours, strict=True):
        wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        assert np.abs(np.array([red, green, blue]) - wanted).max() <= 3  # pixels with alpha are rounded
        assert alpha > 150


def test_sizes_follow_the_column_and_a_small_point_lies_on_a_large_one(load_page):
    layer = make_layer(
        [(60, 45), (60, 45), (70, 45)], "wells.gpkg", kind=["small", "large", "small"], depth=[0.0, 10.0, 0.0]
    )
    classes = classify(layer, "kind", ClassMethod.CATEGORIES)
    sizes = Sizes(column="depth", least=0, greatest=10, smallest_px=3, largest_px=20)

    evaluate, _, _ = load_page(render_html(compose_layers([styled(layer, classes=classes, sizes=sizes)])))

    large, small = classes.colours
    beside = (
        "(({{ map }}) => map.containerPointToLatLng("
        "map.latLngToContainerPoint([45, {lon}]).add([12, 0])).lng)(window.infromap)"
    )
    assert hex_at(evaluate, 60, 45) == small
    assert hex_at(evaluate, evaluate(beside.format(lon=60)), 45) == large
    assert hex_at(evaluate, evaluate(beside.format(lon=70)), 45) is None


def test_rows_have_the_marker_of_their_value(load_page):
    layer = make_layer([(58 + 4 * i, 47) for i in range(6)], "signs.gpkg", kind=list("abcdef"))
    layer = styled(layer, markers=mark_by(layer, "kind"), radius_px=20.0)

    evaluate, messages, _ = load_page(render_html(compose_layers([layer])))

    def is_filled(lon, dx, dy):
        """Tell whether a place beside a point, in radii to the right and down, has the point's colour."""
        beside = f"window.infromap.map.latLngToContainerPoint([47, {lon}]).add([{20 * dx}, {20 * dy}])"
        place = evaluate(
            f"(({{ lng, lat }}) => `${{lng}} ${{lat}}`)(window.infromap.map.containerPointToLatLng({beside}))"
        )
        return hex_at(evaluate, *map(float, place.split())) == layer.style.colour

    probes = {"right": (1.1, 0), "corner": (0.75, 0.75), "upper corner": (0.75, -0.75), "notch": (0, 0.75)}
    seen = [{name for name, at in probes.items() if is_filled(58 + 4 * i, *at)} for i in range(6)]
    assert seen == [
        {"notch"},  # circle
        {"corner", "upper corner", "notch"},  # square: as far as the corners, and no farther to the right
        {"corner", "notch"},
        {"right", "notch"},
        set(),
        {"right", "notch"},
    ]
    assert legend_of(evaluate) == [f"{letter}1" for letter in "abcdef"]
    shapes = [marker.value for marker in Marker]
    signs = "[...document.querySelectorAll('.row-classes .row-sign')].map((each) => each.className).join('|')"
    assert evaluate(signs).split("|") == [f"row-sign is-points is-{shape}" for shape in shapes]
    assert messages == []


def test_markers_on_paper_are_drawn_as_such(load_page):
    layer = make_layer([(58 + 4 * i, 47) for i in range(6)], "signs.gpkg", kind=list("abcdef"))
    layer = styled(layer, markers=mark_by(layer, "kind"), radius_px=10.0)
    evaluate, _, _ = load_page(render_html(compose_layers([layer])))

    found = json.loads(
        evaluate("""(() => {
          const pen = window.infromapPage.createSvgPen(1200, 800, 1);
          window.infromapPage.paintRows(pen, 1, "#fff");
          const paths = [...pen.svg.querySelectorAll("path")].filter((path) => path.getAttribute("fill") === "#c0549a");
          return JSON.stringify(paths.map((path) => (path.getAttribute("d").match(/[MLa]/g) || []).join("")));
        })()""")
    )

    assert found == ["Maa", "MLLL", "MLL", "MLLL", "M" + 9 * "L", "M" + 11 * "L"]


def test_rows_that_the_filter_leaves_out_are_nowhere(load_page, wells):
    layer = styled(filtered(wells, "kind = 'oil'"), classes=classify(wells, "kind", ClassMethod.CATEGORIES))

    evaluate, _, _ = load_page(render_html(compose_layers([layer])))

    assert [hex_at(evaluate, *place) is not None for place in PLACES] == [True, False, True, False, False]
    click(evaluate, 64, 47)
    evaluate("window.infromap.layers[0].select(3)")
    assert evaluate("document.querySelectorAll('.leaflet-popup').length") == 0
    assert legend_of(evaluate) == ["dry0", "gas0", "oil2"]
    evaluate("document.querySelector('.layers .entry').click()")
    assert evaluate("document.querySelector('#table .count').textContent") == "2 rows"
    assert evaluate("document.querySelector('.layers .entry-detail').textContent") == "2 rows"


def test_a_layer_shines_through_as_a_whole(load_page):
    shapes = [shapely.box(60, 40, 66, 46), shapely.box(63, 40, 70, 46)]
    whole = make_layer(shapes, "areas.gpkg", kind=["a", "a"])
    classes = classify(whole, "kind", ClassMethod.CATEGORIES)
    through = [styled(whole, classes=classes, opacity=opacity) for opacity in (1.0, 0.5)]

    alphas = []
    for layer in through:
        evaluate, _, _ = load_page(render_html(compose_layers([layer])))
        alphas.append([colour_at(evaluate, lon, 43)[3] for lon in (61, 64.5)])

    assert alphas[1] == pytest.approx([alpha / 2 for alpha in alphas[0]], abs=2)
    assert alphas[0][1] > alphas[0][0]


def test_a_hidden_layer_waits_in_the_legend(load_page, wells):
    evaluate, _, _ = load_page(render_html(compose_layers([styled(wells, is_visible=False)])))
    before = hex_at(evaluate, 60, 45)

    evaluate("document.querySelector('.row-entry input').click()")

    assert before is None
    assert hex_at(evaluate, 60, 45) == "#c0549a"


def test_rows_have_labels_where_there_is_room(load_page, wells):
    crowd = [(60 + i / 1000, 50) for i in range(50)]
    layer = make_layer(
        [*PLACES, *crowd], "wells.gpkg", name=["Alpha", "Beta", None, "Delta", "<b>x</b>", *["crowd"] * 50]
    )

    evaluate, messages, _ = load_page(render_html(compose_layers([styled(layer, label_column="name")])))

    labels = labels_of(evaluate)
    assert {"Alpha", "Beta", "Delta", "<b>x</b>", "crowd"} == set(labels)
    assert labels.count("crowd") < 10
    boxes = json.loads(evaluate("JSON.stringify(window.infromap.labels().map(({ box }) => box))"))
    for i, a in enumerate(boxes):
        assert all(a[0] >= b[2] or a[2] <= b[0] or a[1] >= b[3] or a[3] <= b[1] for b in boxes[:i])
    assert messages == []


def test_another_look_comes_without_loading_again(load_page, wells):
    other = replace(make_layer(PLACES[:1], "more.gpkg", name=["x"]), style=replace(wells.style, colour="#00ff00"))
    document = compose_layers([wells, other])
    wells, other = document.layers
    evaluate, messages, _ = load_page(render_html(document))
    top = hex_at(evaluate, 60, 45)
    click(evaluate, 64, 47)
    classes = classify(wells, "depth", ClassMethod.QUANTILES, 5)
    changed = replace(styled(filtered(wells, "depth < 2.5"), classes=classes, label_column="name"), name="Wells!")

    restyle(evaluate, replace(document, layers=(other, changed)), coded=[wells.id])
    chosen = evaluate("window.infromap.layers[0].selected()")
    drawn = [hex_at(evaluate, *place) for place in PLACES]
    names = evaluate("[...document.querySelectorAll('.row-entry label')].map((each) => each.textContent).join()")
    labels = labels_of(evaluate)
    restyle(evaluate, replace(document, layers=(replace(changed, filter=None),)), coded=[])
    uncoded = hex_at(evaluate, *PLACES[4])
    restyle(evaluate, document, coded=[wells.id])

    assert top == other.style.colour
    assert chosen == 1
    assert drawn == [classes.colours[0], classes.colours[1], None, None, None]
    assert names == "Wells!2,more.gpkg1"
    assert labels == ["Alpha", "Beta"]
    assert uncoded is None  # its codes were not sent again
    assert [hex_at(evaluate, *place) for place in PLACES] == [other.style.colour, *[wells.style.colour] * 4]
    assert messages == []


def test_the_choice_goes_with_its_row(load_page, wells):
    document = compose_layers([wells])
    evaluate, _, _ = load_page(render_html(document))
    chosen = "window.infromap.layers[0].selected()"
    rows = []
    for layers in ((filtered(document.layers[0], "depth > 4"),), (styled(document.layers[0], is_visible=False),), ()):
        restyle(evaluate, document, coded=["layer-1"])
        evaluate("window.infromap.layers[0].select(1)")
        rows.append(evaluate(chosen))
        restyle(evaluate, replace(document, layers=layers), coded=["layer-1"])
        rows.append(evaluate(chosen))

    assert rows == [1, -1] * 3


def test_projects_can_be_taken_off_the_map(load_page, brief, wells):
    document = add_layers(open_map(brief), [wells])
    evaluate, _, _ = load_page(render_html(replace(document, are_projects_shown=False)))
    is_seen = "(each) => each.checkVisibility({ visibilityProperty: true })"
    shown = f"[...document.querySelectorAll('#map .badge')].filter({is_seen}).length"
    hidden = evaluate(shown)

    evaluate("document.querySelector('.row-entry input').click()")

    assert hidden == 0
    assert evaluate(shown) == 4
    assert evaluate("document.querySelectorAll('#panel .entries .entry').length") == 5


def test_the_window_may_decide_on_a_layer_instead_of_the_page(load_page, wells):
    evaluate, _, _ = load_page(render_html(compose_layers([wells])))
    evaluate("""document.addEventListener("infromap:layer-toggled", (event) => {
      window.asked = JSON.stringify(event.detail);
      event.preventDefault();
    })""")

    evaluate("document.querySelector('.row-entry input').click()")

    assert json.loads(evaluate("window.asked")) == {"layer": 0, "isVisible": False}
    assert hex_at(evaluate, 60, 45) == "#c0549a"


def test_a_hundred_thousand_points_are_drawn_by_class(load_page):
    count = 100_000
    points = np.random.default_rng(1).uniform((50, 40), (80, 55), (count, 2))
    points[:3] = [(55, 60), (65, 60), (75, 60)]
    depths = [0, 1, 2, *(np.random.default_rng(2).permutation(count - 3) + 3).tolist()]
    layer = make_layer(shapely.points(points), "many.gpkg", depth=depths)
    classes = classify(layer, "depth", ClassMethod.QUANTILES, 5)
    layer = styled(filtered(layer, "depth <> 1"), classes=classes)

    evaluate, messages, _ = load_page(render_html(compose_layers([layer])))

    assert [hex_at(evaluate, lon, 60) for lon in (55, 65, 75)] == [classes.colours[0], None, classes.colours[0]]
    seen = json.loads(
        evaluate("""(() => {
          const canvas = document.querySelector(".row-canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const words = new Uint32Array(data.buffer);
          const colours = new Map();
          for (const word of words) if (word >>> 24 === 255) colours.set(word, (colours.get(word) || 0) + 1);
          const byte = (word, bits) => ((word >>> bits) & 255).toString(16).padStart(2, "0");
          const hex = (word) => `#${byte(word, 0)}${byte(word, 8)}${byte(word, 16)}`;
          return JSON.stringify([...colours].filter(([, n]) => n > 2000).map(([word]) => hex(word)));
        })()""")
    )
    assert set(classes.colours) <= set(seen)
    assert legend_of(evaluate)[-1].endswith("000")
    assert messages == []
