"""Russian and Kazakh, in both alphabets of the latter: projects under the base forms of their places."""

import pytest

from infromap.article import extract_projects, parse_article
from infromap.gazetteer import open_gazetteer

PASSAGES = {
    "a chain and its length": (
        "ЕБРР предоставит кредит в размере 80 млн евро на реконструкцию автодороги Бохтар – Дусти в Таджикистане "
        "протяжённостью 61 км.",
        [("highway", ["Бохтар", "Дусти"], None, 61.0, ["EUR 80000000"])],
    ),
    "a capacity and a locative": (
        "Всемирный банк одобрил заём на строительство ветровой электростанции мощностью 100 МВт в Жанатасе. "
        "Проект оценивается в 150 млн долларов.",
        [("wind power", ["Жанатас"], "100 MW", None, ["USD 150000000"])],
    ),
    "a region": (
        "Евразийский банк развития профинансирует строительство солнечной электростанции в Кызылординской области "
        "мощностью 50 МВт.",
        [("solar", ["Кызылординская область"], "50 MW", None, [])],
    ),
    "a town that opens the sentence": (
        "В Шымкенте построят больницу на 500 коек. Исламский банк развития выделит 20 млрд тенге.",
        [("hospital", ["Шымкент"], "500 beds", None, ["KZT 20000000000"])],
    ),
    "from and to in the genitive": (
        "АБР выделит 150 млн долларов на модернизацию железной дороги от Бухары до Хивы.",
        [("railway", ["Бухара", "Хива"], None, None, ["USD 150000000"])],
    ),
    "two hospitals of one noun": (
        "Построят больницу на 300 коек в Усть-Каменогорске и детскую – на 200 коек в Семее.",
        [("hospital", ["Усть-Каменогорск"], "300 beds", None, []), ("hospital", ["Семей"], "200 beds", None, [])],
    ),
    "a road past a plant": (
        "Дорогу в объезд Рогунской ГЭС построят до 2025 года. Банк оплатит дорогу Обигарм – Нуробод.",
        [("highway", ["Обигарм", "Нуробод"], None, None, [])],
    ),
    "a meeting": ("Министр встретился с президентом банка в Ташкенте. Они обсудили торговлю.", []),
    "a locative in Kazakh": (
        "Қостанайда 300 төсектік аурухана салынады. Жобаны Ислам даму банкі қаржыландырады.",
        [("hospital", ["Қостанай"], "300 beds", None, [])],
    ),
    "a chain in Kazakh": (
        "Дүниежүзілік банк «Қарағанды – Жезқазған» автожолын жөндеуге 650 млн АҚШ долларын бөледі.",
        [("highway", ["Қарағанды", "Жезқазған"], None, None, ["USD 650000000"])],
    ),
    "a chain in the Latin alphabet": (
        "Banktiŋ qarjysyna 232 şaqyrymdyq «Aqtöbe – Ūlǧaisyn» avtojoly salynady.",
        [("highway", ["Aqtöbe", "Ūlǧaisyn"], None, 232.0, [])],
    ),
    "a bypass in Kazakh": (
        "Алматы айналма теміржолы биыл салынады.",
        [("railway", ["Алматы"], None, None, [])],
    ),
}


@pytest.fixture(scope="module")
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


@pytest.mark.parametrize(("text", "expected"), PASSAGES.values(), ids=PASSAGES)
def test_a_passage_gives_its_projects(gazetteer, text, expected):
    reading = extract_projects(parse_article(text, source="x"), is_place=gazetteer.knows)

    assert [
        (
            project.kind.value,
            [place.name for place in project.places],
            project.capacity,
            project.length_km,
            [f"{amount.currency} {amount.value:.0f}" for amount in project.amounts],
        )
        for project in reading.projects
    ] == expected


@pytest.mark.parametrize("text", [text for text, _ in PASSAGES.values()])
def test_every_fact_is_a_stretch_of_the_text(text):
    reading = extract_projects(parse_article(text, source="x"))

    quotes = [quote for project in reading.projects for quote in project.quotes]
    quotes += [place.quote for project in reading.projects for place in project.places]
    quotes += [each.quote for each in (*reading.amounts, *reading.financiers)]
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)


def test_the_reader_is_told_that_fewer_rules_read_it():
    reading = extract_projects(parse_article("Банк построит больницу в Кокшетау.", source="x"))

    assert any("fewer rules" in notice for notice in reading.notices)


def test_a_sum_whose_currency_was_said_before_has_it():
    reading = extract_projects(
        parse_article("ЕБРР даёт 150 млн долларов, АБИИ – 50 млн, фонд ОПЕК – 40 млн.", source="x")
    )

    assert [(each.value, each.currency) for each in reading.amounts] == [(1.5e8, "USD"), (5e7, "USD"), (4e7, "USD")]
    assert [each.name for each in reading.financiers] == ["EBRD", "AIIB", "OPEC Fund"]
