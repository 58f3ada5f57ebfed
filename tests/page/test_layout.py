"""What the page looks like where things are unusual: phones, long and right-to-left names, few projects, print."""

import json
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from shapely import LineString, Point

from drawn_documents import with_features
from infromap.pipeline import open_map
from infromap.render import render_html
from media import in_the_dark, where

pytestmark = pytest.mark.qt

PHONE = (360, 740)

LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4
ARABIC = "مشروع سكة حديد طويل جدا حول المدينة الكبيرة"

# Whatever stands wider than the screen, or spills out of its parent.
SPILLS = (
    "JSON.stringify([...document.querySelectorAll('#panel *, .popup *, #table header *')]"
    ".filter((e) => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 1)"
    ".map((e) => e.tagName + '.' + e.className))"
)
# What a finger should hit and is too small.
SMALL = (
    "JSON.stringify([...document.querySelectorAll("
    "'button, summary, .choice, input[type=search], select, a[role=button]')]"
    ".filter((e) => e.offsetParent && getComputedStyle(e).visibility === 'visible')"
    ".filter((e) => e.getBoundingClientRect().height < 43.9 || e.getBoundingClientRect().width < 43.9)"
    ".map((e) => e.outerHTML.slice(0, 80)))"
)


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


def named(document, name):
    features = tuple(replace(feature, name=name, location_note=name) for feature in document.features)
    return replace(document, title=name, features=features)


def with_points(document, *lon_lats):
    model = document.features[0]
    features = tuple(
        replace(model, id=f"point-{i}", name=f"Point {i}", geometry=Point(lon, lat), waypoints=())
        for i, (lon, lat) in enumerate(lon_lats)
    )
    return with_features(document, features)


@pytest.mark.parametrize("name", [None, LONG_NAME, ARABIC], ids=["brief", "long", "arabic"])
def test_a_phone_scrolls_nothing_sideways_and_fingers_hit_everything(load_page, document, name):
    evaluate, messages, _ = load_page(render_html(named(document, name) if name else document), PHONE)

    for state in (
        "0",
        "document.querySelector('.filters').open = true",
        "document.querySelectorAll('.entry')[0].click()",
        "document.querySelectorAll('.entry')[4].click()",
        "window.infromap.clear(); document.querySelector('[aria-controls=table]').click()",
    ):
        evaluate(f"{state}; 0")
        assert evaluate("document.documentElement.scrollWidth") == 360, state
        assert json.loads(evaluate(SPILLS)) == [], state
        assert json.loads(evaluate(SMALL)) == [], state
    assert messages == []


def test_right_to_left_names_run_their_own_way(load_page, document):
    evaluate, _, _ = load_page(render_html(named(document, ARABIC)))
    evaluate("document.querySelector('.entry').click()")

    for place in ("#panel h1", ".entry-name", ".popup h2", ".popup .location > .note"):
        assert evaluate(f"getComputedStyle(document.querySelector('{place}')).direction") == "rtl"
    assert evaluate("getComputedStyle(document.querySelector('.popup h3')).direction") == "ltr"


def seen_markers(evaluate):
    return evaluate(
        "[...document.querySelectorAll('.leaflet-marker-icon')].map((e) => e.getBoundingClientRect())"
        ".filter((b) => b.left >= document.getElementById('map').getBoundingClientRect().left && b.right <= innerWidth"
        " && b.top >= 0 && b.bottom <= innerHeight).length"
    )


def test_one_point_is_shown_with_its_surroundings(load_page, document):
    evaluate, messages, _ = load_page(render_html(with_points(document, (69.4, 53.3))))

    assert seen_markers(evaluate) == 1
    assert evaluate("document.querySelectorAll('#search').length") == 0  # nothing to search among
    assert messages == []


def test_points_across_the_antimeridian_lie_side_by_side(load_page, document):
    points = [(178.4, -18.1), (-171.8, -13.8), (179.2, -16.5)]  # Suva, Apia, Labasa
    evaluate, messages, _ = load_page(render_html(with_points(document, *points)))

    assert seen_markers(evaluate) == 3
    gap = "Math.abs(window.infromap.pointOf(178.4, -18.1)[0] - window.infromap.pointOf(188.2, -13.8)[0])"
    assert 150 < evaluate(gap) < 800
    evaluate("document.querySelectorAll('.entry')[1].click()")
    assert "171.8000° W" in evaluate("document.querySelector('.coordinates').textContent")
    assert messages == []


def test_a_line_across_the_antimeridian_is_short(load_page, document):
    road = replace(document.features[2], geometry=LineString([(179, -17), (-179, -17)]), waypoints=())
    evaluate, _, _ = load_page(render_html(with_features(document, [road])))

    width = evaluate("document.querySelector('path.line').getBoundingClientRect().width")
    assert 0 < width < 700
    assert seen_markers(evaluate) == 1


def test_points_all_round_the_world_stay_where_they_are(load_page, document):
    evaluate, _, _ = load_page(render_html(with_points(document, (-120, 40), (0, 50), (120, 30))))

    assert seen_markers(evaluate) == 3


def test_who_wants_no_motion_gets_none(load_page, document):
    moving = "infromap.map.options.zoomAnimation"
    html = render_html(document)
    evaluate, _, _ = load_page(html)
    assert evaluate(moving) is True

    evaluate, _, _ = load_page(where(html, "prefers-reduced-motion: reduce"))
    assert evaluate(moving) is False


def test_the_window_has_no_panel_in_the_page_but_the_map(load_page, document):
    evaluate, _, _ = load_page(render_html(document))
    evaluate("document.documentElement.classList.add('embedded'); document.querySelector('.entry').click()")

    shown = "[...document.querySelectorAll('{}')].filter((e) => e.getClientRects().length).length"
    assert evaluate(shown.format("#panel, #toggle, .skip, #table, .popup .tools, .coordinates button")) == 0
    assert evaluate(shown.format("#map, .leaflet-popup h2")) == 2


# Print


@pytest.fixture
def print_page(load_page, qtbot, tmp_path):
    def print_to_pdf():
        page = load_page.page
        a4, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
        layout = QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF(14, 14, 14, 14), unit)
        with qtbot.waitSignal(page.pdfPrintingFinished, timeout=60_000):
            page.printToPdf(str(tmp_path / "page.pdf"), layout)
        return PdfReader(tmp_path / "page.pdf")

    return print_to_pdf


def words(pdf):
    return "".join("".join(page.extract_text() for page in pdf.pages).split()).casefold()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_print_holds_map_signs_projects_sources_and_credits(load_page, print_page, tmp_path, document, look):
    html = render_html(document)
    _, messages, _ = load_page(in_the_dark(html) if look == "dark" else html)

    pdf = print_page()
    text = words(pdf)

    def holds(said):
        return "".join(said.split()).casefold() in text

    assert holds(document.title)
    for feature in document.features:
        assert holds(feature.name)
        assert holds(feature.sentence.text)
        assert all(holds(row.source.url) for row in feature.fact_rows if row.source.url)
    assert holds("schematic, not the real course")  # the legend, open or not
    assert holds("Data: Natural Earth, https://www.naturalearthdata.com/ · GeoNames, https://www.geonames.org/")
    assert holds("The article does not say where.")
    assert holds("Total for the country: Kazakhstan")
    assert not holds("Save as image")
    assert share_of_light(tmp_path / "page.pdf") > 0.9  # the map too is drawn for paper
    assert land_is_drawn(tmp_path / "page.pdf")
    assert messages == []


def first_page(path):
    pdf = QPdfDocument()
    pdf.load(str(path))
    image = pdf.render(0, (pdf.pagePointSize(0) * 1).toSize())
    pdf.close()
    return [
        image.pixelColor(x, y) for x in range(40, image.width() - 40, 3) for y in range(110, image.height() // 2, 3)
    ]


def share_of_light(path):
    colours = first_page(path)
    return sum(colour.lightness() > 180 for colour in colours) / len(colours)


def land_is_drawn(path):
    """Tell whether the ground beside the country has its own colour, neither paper nor background."""
    colours = first_page(path)
    return sum(colour.lightness() < 245 and colour.lightness() > 220 for colour in colours) / len(colours) > 0.1


def test_after_printing_the_page_is_as_before(load_page, print_page, document):
    evaluate, _, _ = load_page(render_html(document))
    count = "document.querySelectorAll('*').length + ' ' + document.querySelectorAll('canvas').length"
    before = evaluate(count)

    print_page()

    assert evaluate(count) == before


def test_only_what_the_filter_shows_is_printed_and_it_says_so(load_page, print_page, document):
    evaluate, _, _ = load_page(render_html(document))
    evaluate("document.querySelector('.choice input[value=hospital]').click()")

    text = words(print_page())
    assert "1of5projects" in text
    projects = text.partition("totalforthecountry")[0]
    assert "1.generalhospitalinthecityofkokshetau" in projects
    assert "zhanaarka" not in projects  # a stop of a road that the filter leaves out
