"""The panel and the table beside the map: search, filters, rows, copying, the picture."""

import base64
import json

import pytest
from PySide6.QtGui import QImage

from infromap.article import parse_article
from infromap.pipeline import build_map, open_map
from infromap.render import render_html
from infromap.render.strings import LANGUAGES

pytestmark = pytest.mark.qt

ALL = ["hospital", "wind power", "highway", "highway", "railway"]


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture
def evaluate(load_page, document):
    return load_page(render_html(document), (1400, 900))[0]


def ask(evaluate, code):
    return json.loads(evaluate(f"JSON.stringify({code})"))


def search(evaluate, text):
    evaluate(
        f"document.querySelector('#search').value = {json.dumps(text)};"
        "document.querySelector('#search').dispatchEvent(new Event('input'))"
    )


def check(evaluate, value):
    evaluate(f"document.querySelector('.choice input[value={json.dumps(value)}]').click()")


def listed(evaluate):
    return ask(
        evaluate, "[...document.querySelectorAll('.entry')].filter((e) => e.offsetParent).map((e) => e.dataset.id)"
    )


def on_map(evaluate):
    return evaluate(
        "[...document.querySelectorAll('.leaflet-marker-icon')]"
        ".filter((e) => getComputedStyle(e).visibility === 'visible').length"
    )


def in_table(evaluate):
    return ask(
        evaluate, "[...document.querySelectorAll('.table-body [role=row]')].map((e) => e.firstChild.textContent)"
    )


SEARCHES = [
    ("KOKSHETAU PPP", ["hospital"]),  # a fact's value
    ("220 mw", ["wind power"]),
    ("bypass almaty", ["railway"]),  # every word, in any order
    ("schematic", ["highway", "highway", "railway"]),  # how it is drawn
    ("World Bank", ["highway"]),  # a financier that only a source names
    ("Zhetygen", ["railway"]),  # a place from another source
    ("513 km", ["highway"]),
    ("interfax", ["highway"]),  # a source
    ("highways", ["highway", "highway"]),  # its words in the sentence
    ("aiib", ALL),
    ("approximate place", ["highway", "railway"]),  # exactness
    ("city known", ["hospital", "highway"]),
]


def test_the_search_looks_at_all_that_is_said(evaluate, document):
    for text, kinds in SEARCHES:
        search(evaluate, text)

        found = listed(evaluate)
        assert sorted(each.kind for each in document.features if each.id in found) == sorted(kinds), text
        assert evaluate("document.querySelector('.count').textContent") == f"{len(kinds)} of 5 projects"


def test_filters_act_on_list_map_and_table_and_count_what_a_choice_would_show(evaluate, document):
    evaluate("document.querySelector('[aria-controls=table]').click()")
    counts = (
        "Object.fromEntries([...document.querySelectorAll('.choice')]"
        ".map((e) => [e.querySelector('input').value, +e.querySelector('.number').textContent]))"
    )
    roads = [feature for feature in document.features if feature.kind == "highway"]
    before = ask(evaluate, counts)
    assert (before["highway"], before["city"]) == (2, 2)

    check(evaluate, "highway")
    assert listed(evaluate) == [road.id for road in roads]
    assert in_table(evaluate) == [road.name for road in roads]
    assert on_map(evaluate) == 2
    assert ask(evaluate, counts) == {**before, "city": 1, "not stated": 0, "approximate": 1}

    check(evaluate, "city")
    assert listed(evaluate) == [road.id for road in roads if road.exactness == "city"]
    assert on_map(evaluate) == 1
    assert evaluate("[...document.querySelectorAll('path.line')].filter((e) => !e.matches('.is-out')).length") == 1


def test_what_matches_nothing_says_so_and_can_be_cleared(evaluate):
    assert evaluate("document.querySelector('.clear').hidden") is True
    search(evaluate, "zzz")

    assert listed(evaluate) == []
    assert on_map(evaluate) == 0
    assert evaluate("document.querySelector('.empty').offsetParent !== null") is True
    assert evaluate("document.querySelector('.empty').textContent") == "No project matches."

    evaluate("document.querySelector('.clear').click()")
    assert len(listed(evaluate)) == 5
    assert on_map(evaluate) == 4
    assert evaluate("document.activeElement.id") == "search"


def test_a_chosen_project_that_is_filtered_out_is_chosen_no_more(evaluate):
    evaluate("document.querySelector('.entry').click()")
    search(evaluate, "zzz")

    assert evaluate("window.infromap.selected === null") is True


def test_the_total_is_shown_as_the_countrys(evaluate, document):
    text = evaluate("document.querySelector('.total').textContent")

    assert text.startswith("Total for the country: Kazakhstan9 projects, over USD 2.6 billion")
    assert document.reading.portfolio.quote.text in text
    assert "not shared out" in text


def test_the_sentence_stands_with_the_projects_words_marked(evaluate, document):
    evaluate("document.querySelectorAll('.entry')[1].click()")
    road = document.features[2]

    assert evaluate("document.querySelector('.popup blockquote p').textContent") == road.sentence.text
    marked = ask(evaluate, "[...document.querySelectorAll('.popup mark')].map((e) => e.textContent)")
    assert marked == ["AIIB", "Zhezkazgan", "Karaganda", "highways"]


def test_what_a_later_sentence_says_stands_too(load_page):
    text = "AIIB will finance a hospital in Kokshetau. Work went on. The hospital will have 630 beds. Then it rained."
    document = build_map(parse_article(text, source="a.txt"))
    evaluate, _, _ = load_page(render_html(document))
    evaluate("document.querySelector('.entry').click()")

    passages = ask(evaluate, "[...document.querySelectorAll('.popup blockquote p')].map((e) => e.textContent.trim())")
    assert passages == ["AIIB will finance a hospital in Kokshetau.", "The hospital will have 630 beds."]
    assert "630 beds" in ask(evaluate, "[...document.querySelectorAll('.popup mark')].map((e) => e.textContent)")


def test_a_project_without_a_place_opens_in_the_list(evaluate, document):
    evaluate("document.querySelectorAll('.entry')[4].click()")

    shown = evaluate("document.querySelector('#panel .popup').textContent")
    assert document.features[1].sentence.text in shown
    assert evaluate("document.querySelectorAll('.leaflet-popup').length") == 0
    evaluate("document.querySelectorAll('.entry')[0].click()")
    assert evaluate("document.querySelectorAll('#panel .popup').length") == 0


# The table


def test_the_table_sorts_by_a_column_and_back(evaluate, document):
    evaluate("document.querySelector('[aria-controls=table]').click()")
    heading = (
        "[...document.querySelectorAll('[role=columnheader]')].find((e) => e.textContent === 'Length of the line')"
    )
    longest = sorted((f for f in document.features if f.geometry_length_km), key=lambda f: f.geometry_length_km)
    unknown = [f.name for f in document.features if not f.geometry_length_km]

    evaluate(f"{heading}.querySelector('button').click()")
    assert in_table(evaluate) == [f.name for f in longest] + unknown
    assert evaluate(f"{heading}.getAttribute('aria-sort')") == "ascending"
    evaluate(f"{heading}.querySelector('button').click()")
    assert in_table(evaluate) == [f.name for f in reversed(longest)] + unknown
    assert evaluate(f"{heading}.getAttribute('aria-sort')") == "descending"


def test_table_map_and_list_follow_one_another(evaluate, document):
    evaluate("document.querySelector('[aria-controls=table]').click()")
    chosen = "document.querySelector('.table-body [aria-selected=true]')"

    evaluate("document.querySelectorAll('.table-body [role=row]')[2].click()")
    assert evaluate("window.infromap.selected") == document.features[2].id
    assert evaluate("document.querySelector('.leaflet-popup h2').textContent") == document.features[2].name
    assert evaluate("document.querySelector('.entry[aria-pressed=true]').dataset.id") == document.features[2].id

    evaluate("document.querySelectorAll('.leaflet-marker-icon')[3].click()")
    assert evaluate(f"{chosen}.firstChild.textContent") == document.features[4].name


def test_a_popup_stays_whole_in_sight_when_the_table_opens(evaluate, qtbot):
    evaluate("document.querySelectorAll('.entry')[2].click()")
    evaluate("document.querySelector('[aria-controls=table]').click()")

    box = "(() => { const p = document.querySelector('.leaflet-popup').getBoundingClientRect(), "
    box += "m = document.getElementById('map').getBoundingClientRect();"
    box += "return p.top >= m.top && p.bottom <= m.bottom; })()"
    qtbot.waitUntil(lambda: evaluate(box) is True, timeout=5_000)


@pytest.mark.parametrize("rows", [100_000, 1_000_000])
def test_the_table_holds_many_rows_and_draws_those_in_sight(evaluate, rows):
    evaluate(
        "window.chosen = -1; window.table = window.infromapPage.createTable([{"
        f"name: 'many', count: {rows}, columns: [{{key: 'a', title: 'A', width: 100}}, "
        "{key: 'b', title: 'B', width: 100, isNumber: true}],"
        "cell: (row, column) => column.key + row, value: (row, column) => (column.key === 'a' ? `a${row}` : -row),"
        "isShown: () => true, select: (row) => { window.chosen = row; }, selected: () => window.chosen}], () => 0);"
        "document.getElementById('table').replaceWith(table.element); table.element.hidden = false; table.paint();"
    )
    drawn = "[...document.querySelectorAll('.table-body [role=row]')]"
    key = "table.grid.dispatchEvent(new KeyboardEvent('keydown', {{key: '{}', bubbles: true}}))"

    assert evaluate(f"{drawn}.length") < 60
    assert evaluate(f"{drawn}[0].textContent") == "a0b0"
    evaluate(key.format("End"))
    assert evaluate(f"{drawn}.at(-1).textContent") == f"a{rows - 1}b{rows - 1}"
    assert evaluate(f"{drawn}.length") < 60
    assert evaluate("table.grid.getAttribute('aria-rowcount')") == str(rows + 1)
    evaluate(key.format("Enter"))
    assert evaluate("window.chosen") == rows - 1

    evaluate("table.sortBy(table.source.columns[1])")  # -row: the last one first, and still in sight
    assert evaluate(f"{drawn}[0].textContent") == f"a{rows - 1}b{rows - 1}"
    evaluate(f"window.chosen = {rows // 2}; table.follow()")
    box = "(() => { const r = document.querySelector('[aria-selected=true]').getBoundingClientRect(),"
    box += " g = table.grid.getBoundingClientRect(); return r.top >= g.top && r.bottom <= g.bottom + 1; })()"
    assert evaluate(box) is True


# Copying and links


def copied(evaluate, button):
    evaluate(
        "window.copied = []; navigator.clipboard.writeText = (text) => { copied.push(text); return Promise.resolve(); }"
    )
    evaluate(f"{button}.click()")
    return ask(evaluate, "window.copied")


def test_coordinates_are_copied_as_people_and_as_programs_write_them(evaluate):
    evaluate("document.querySelector('.entry').click()")

    assert copied(evaluate, "document.querySelectorAll('.coordinates button')[0]") == ["53.2841° N, 69.3936° E"]
    assert copied(evaluate, "document.querySelectorAll('.coordinates button')[1]") == ["69.39364,53.28414"]
    assert "Copied" in evaluate("document.getElementById('told').textContent")


def test_where_the_clipboard_is_refused_the_old_way_is_tried(evaluate):
    evaluate("document.querySelector('.entry').click()")
    evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
        "document.execCommand = (command) => { window.copied = [command, document.activeElement.value]; return true; }"
    )
    evaluate("document.querySelectorAll('.coordinates button')[1].click()")

    assert ask(evaluate, "window.copied") == ["copy", "69.39364,53.28414"]
    assert "Copied" in evaluate("document.getElementById('told').textContent")


def test_where_no_way_works_the_text_stands_to_be_copied_by_hand(evaluate):
    evaluate("document.querySelector('.entry').click()")
    evaluate("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
    evaluate("document.querySelectorAll('.coordinates button')[1].click()")

    field = "document.querySelector('#told textarea')"
    assert evaluate(f"{field}.value.slice({field}.selectionStart, {field}.selectionEnd)") == "69.39364,53.28414"
    assert evaluate(f"document.activeElement === {field}") is True
    assert "no clipboard" in evaluate("document.getElementById('told').textContent")


def test_a_copied_link_opens_the_page_at_its_project(evaluate, document):
    evaluate("document.querySelectorAll('.entry')[1].click()")
    (link,) = copied(evaluate, "document.querySelector('.popup .tools button')")
    assert link.startswith("file:")
    assert link.endswith(f"#{document.features[2].id}")

    evaluate("window.infromap.clear()")
    evaluate(f"location.hash = {json.dumps(link.partition('#')[2])}")
    assert evaluate("window.infromap.selected") == document.features[2].id


# The picture


def test_the_picture_holds_map_markers_title_and_credits(evaluate, qtbot, document):
    evaluate(
        "window.infromapPage.drawPicture(document.getElementById('map')).then(({file}) => {"
        "const reader = new FileReader(); reader.readAsDataURL(file);"
        "reader.onload = () => { window.picture = reader.result; }; }); 0"
    )
    qtbot.waitUntil(lambda: evaluate("Boolean(window.picture)"), timeout=20_000)
    image = QImage.fromData(base64.b64decode(evaluate("window.picture").partition(",")[2]))
    width, height = ask(
        evaluate, "(({width, height}) => [width, height])(document.getElementById('map').getBoundingClientRect())"
    )

    assert (image.width(), image.height()) == (round(width * 2), round((height + 92) * 2))
    left = evaluate("document.getElementById('map').getBoundingClientRect().left")
    for feature in document.features[:1]:
        x, y = ask(evaluate, f"window.infromap.pointOf({feature.geometry.x}, {feature.geometry.y})")
        at = ((x - left + 11) * 2, (y + 46) * 2)  # beside the symbol, on the badge
        assert image.pixelColor(*map(round, at)).name() == "#b3263f"
    assert inked(image, 0, 92)  # the title
    assert inked(image, image.height() - 92, image.height() - 46)  # who published it
    assert inked(image, image.height() - 46, image.height())  # the credits


def inked(image, top, bottom):
    return any(
        image.pixelColor(x, y).lightness() < 100 for y in range(top, bottom, 2) for x in range(0, image.width() // 2, 2)
    )


def test_the_picture_is_shared_where_the_browser_can(evaluate, qtbot):
    evaluate(
        "navigator.canShare = ({files}) => files[0].type === 'image/png';"
        "navigator.share = ({files}) => { window.shared = files[0].name; return Promise.resolve(); };"
        "document.querySelectorAll('#panel > .tools button')[2].click()"
    )

    qtbot.waitUntil(lambda: evaluate("window.shared || ''") == "map.png", timeout=20_000)


# Languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_browser(load_page, document, language):
    evaluate, messages, _ = load_page(render_html(document, language=language))
    forms = f"new Intl.PluralRules({json.dumps(language)}).resolvedOptions().pluralCategories"
    if evaluate(f"Intl.PluralRules.supportedLocalesOf({json.dumps(language)}).length"):
        strings = ask(evaluate, "Object.keys(window.infromapPage.data.strings)")
        known = {key.split(".")[2] for key in strings if key.startswith("count.rows.")}
        assert known == set(ask(evaluate, forms))

    said = [evaluate(f"window.infromapPage.count('projects', {n})") for n in (1, 2, 5, 21)]

    assert (
        said
        == {
            "en": ["1 project", "2 projects", "5 projects", "21 projects"],
            "ru": ["1 проект", "2 проекта", "5 проектов", "21 проект"],
            "kk": ["1 жоба", "2 жоба", "5 жоба", "21 жоба"],
            "zh": ["1 个项目", "2 个项目", "5 个项目", "21 个项目"],
        }[language]
    )
    assert messages == []


@pytest.mark.parametrize(
    ("language", "date", "money", "place"),
    [
        ("en", "9 February 2026", "over USD 2.6 billion", "53.2841° N, 69.3936° E"),
        ("ru", "9 февраля 2026 г.", "более 2,6 миллиарда USD", "53,2841° с. ш., 69,3936° в. д."),
        ("zh", "2026年2月9日", "超过26亿 USD", "北纬53.2841°, 东经69.3936°"),
    ],
)
def test_dates_sums_and_coordinates_are_written_as_in_the_language(load_page, document, language, date, money, place):
    evaluate, _, _ = load_page(render_html(document, language=language))
    page = "window.infromapPage"

    assert " ".join(evaluate(f"{page}.date('2026-02-09')").split()) == date
    assert " ".join(evaluate(f"{page}.money({page}.data.portfolio.amount)").split()) == money
    assert evaluate(f"{page}.coordinates(69.39364, 53.28414)") == place
    assert evaluate(f"{page}.date('not a date')") == "not a date"


def test_the_articles_words_keep_its_language_in_a_page_of_another(load_page, document):
    evaluate, _, _ = load_page(render_html(document, language="ru"))
    evaluate("document.querySelector('.entry').click()")

    foreign = ["#panel h1", ".entry-name", ".popup h2", ".popup blockquote p"]
    language = "document.querySelector({}).closest('[lang]').lang"
    assert {evaluate(language.format(json.dumps(place))) for place in foreign} == {"en"}
    assert {
        evaluate(language.format(json.dumps(place))) for place in (".popup h3", "#toggle", ".popup .location .note")
    } == {"ru"}


def test_a_page_in_kazakh_borrows_no_words_of_other_languages(load_page, document):
    evaluate, _, _ = load_page(render_html(document, language="kk"))

    date = evaluate("window.infromapPage.date('2026-02-09')")
    assert "February" not in date
    assert "февраля" not in date
    assert "2026" in date
